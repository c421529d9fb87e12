"""Entries are append-only: what was published once is still there, word for word, and so are its files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import ProgressEntry
from danbiet.progress.read import ProgressFiles, kept_files
from danbiet.progress.replay import Fact, Past, Publication, bare, published, standing
from danbiet.progress.withdrawing import way_out

RULE_EDITED = "tien-do-sua-sau"

_FIELDS = {
    "obligation_id": "việc",
    "period": "kỳ",
    "on": "ngày",
    "stage": "giai đoạn",
    "what": "nội dung",
    "reported_by": "người báo cáo",
    "evidence": "minh chứng",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of the past of progress files and of the files that they name.

    ``lacks`` says in Vietnamese why it is not known, ``remedy`` what to do about it; ``certain`` is
    false where nobody can tell which branch is the published one: then the past is that of this one.
    """

    past: Past = field(default_factory=dict)
    lacks: str = ""
    remedy: str = ""
    certain: bool = True


def edited(
    now: ProgressFiles,
    history: History,
    known: Collection[str],
    contents: Mapping[str, str],
    facts_published: Mapping[Fact, Publication] | None = None,
) -> list[Issue]:
    """An error for each entry that was changed or removed after it had been published, and for each of its files.

    ``known`` are the ids of the site's obligations: an entry on an obligation unknown today was
    never shown, so it may be mended. An entry may gain confirmations; a confirmation once there
    stays. Comments, order and spacing are free, and an entry may move to another file. ``contents``
    are the ids of the contents that evidence files have now, by path; ``facts_published`` what
    ``published`` gives, where it has been asked already. Where the history is missing, one note says
    that nothing could be verified.
    """
    if history.lacks:
        return [_unverified(now.entries[0], history)] if now.entries else []
    if not now.readable:
        return []
    facts, gone = standing(now)
    issues: dict[tuple[ProgressEntry, str], Issue] = {}
    past = published(history.past, known) if facts_published is None else facts_published
    for fact, publication in past.items():
        entry = fact[0]
        if (entry.obligation_id, entry.on) in gone or (entry, "") in issues:
            continue
        case = _Case(now=now, fact=fact, publication=publication, certain=history.certain)
        if fact not in facts:
            issues[entry, ""] = case.withdrawn_confirmation() if (entry, None) in facts else case.changed()
        else:
            for file in case.changed_files(history.past, contents):
                issues[entry, file] = case.changed_file(file, gone=file not in contents)
    return list(issues.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A published fact that today's files no longer state, or whose files are not what they were."""

    now: ProgressFiles
    fact: Fact
    publication: Publication
    certain: bool

    def changed(self) -> Issue:
        """The entry was changed or removed."""
        entry = self.fact[0]
        remedy = (
            "Trả mục này về như cũ, rồi ghi điều mới thành một mục thêm ở cuối; "
            f"mục cũ buộc phải bỏ (ghi nhầm, lộ dữ liệu cá nhân) thì {way_out(entry, '…')}"
        )
        nearest = _nearest(entry, self.now)
        if nearest is None:
            return self._issue("mục {đã công bố} bị xóa", remedy)
        different = [name for key, name in _FIELDS.items() if getattr(entry, key) != getattr(nearest, key)]
        message = f"mục {{đã công bố}} bị sửa ở “{'”, “'.join(different)}”"
        return self._issue(message, remedy, nearest, different[0] if different else "")

    def withdrawn_confirmation(self) -> Issue:
        """A confirmation of the entry was changed or removed."""
        remedy = (
            "Trả lại xác nhận như cũ; điều mới ghi thành một xác nhận thêm; "
            f"xác nhận buộc phải bỏ (lộ dữ liệu cá nhân) thì {way_out(self.fact[0], '…')}"
        )
        return self._issue("xác nhận {đã công bố} bị sửa hoặc xóa", remedy, self._standing(), "xác nhận")

    def changed_files(self, past: Past, contents: Mapping[str, str]) -> list[str]:
        """The files it rests on whose content is not the one it was published with."""
        entry, said = self.fact
        files = [said.document_file] if said else [one.file for one in entry.evidence]
        return [
            file
            for file in files
            if file and (then := _content(past, file, self.publication.order)) and then != contents.get(file)
        ]

    def changed_file(self, file: str, *, gone: bool) -> Issue:
        """A file it rests on has another content now, or none."""
        remedy = (
            "Trả tệp về như cũ; tệp mới đặt tên khác và nêu trong một mục mới; "
            f"tệp cũ buộc phải bỏ (lộ dữ liệu cá nhân) thì {way_out(self.fact[0], '…')}"
        )
        message = f"tệp của mục {{đã công bố}} {'không còn' if gone else 'bị thay bằng nội dung khác'}"
        where = self._standing()
        place = next((at for name, at in kept_files(where) if name == file), None) if where else None
        return self._issue(message, remedy, where, place=place, quote=file)

    def _standing(self) -> ProgressEntry | None:
        return next((one for one in self.now.entries if bare(one) == self.fact[0]), None)

    def _issue(
        self,
        message: str,
        remedy: str,
        where: ProgressEntry | None = None,
        key: str = "",
        place: tuple[int, int] | None = None,
        quote: str = "",
    ) -> Issue:
        entry, publication = self.fact[0], self.publication
        line, column = place or (where.place(key) if where else (1, 1))
        since = f"ngày {words.day(publication.on)}, bản ghi {publication.commit[:10]}"
        if not self.certain:
            since += "; không rõ nhánh nào của kho là bản công bố, nên so với lịch sử của nhánh này"
        done = "đã công bố" if self.certain else "đã ghi vào lịch sử"
        return Issue(
            rule=RULE_EDITED,
            severity=Severity.ERROR,
            path=where.path if where else publication.path,
            line=line,
            column=column,
            message=f"{message.replace('{đã công bố}', done)} ({done} {since})",
            remedy=remedy,
            quote=quote or f"{entry.obligation_id}, {words.day(entry.on)}: {entry.what}",
        )


def _content(past: Past, file: str, order: int) -> str:
    """The id of a file's content at a commit, or when it first came after it; nothing where none was committed."""
    versions = past.get(file, ())
    before = [content for at, *_, content in versions if at <= order]
    after = [content for at, *_, content in versions if at > order]
    return (before[-1] if before else "") or next((content for content in after if content), "")


def _nearest(entry: ProgressEntry, now: ProgressFiles) -> ProgressEntry | None:
    """Today's entry that this one most likely became: at most two of its seven values differ."""
    likeness = [
        (sum(getattr(entry, key) == getattr(other, key) for key in _FIELDS), other) for other in now.entries
    ]
    best = max(likeness, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= len(_FIELDS) - 2 else None


def _unverified(entry: ProgressEntry, history: History) -> Issue:
    return Issue(
        rule=RULE_EDITED,
        severity=Severity.NOTE,
        path=entry.path,
        line=0,
        column=0,
        message=f"chưa kiểm được các mục tiến độ có bị sửa sau khi đăng hay không: {history.lacks}",
        remedy=history.remedy,
    )
