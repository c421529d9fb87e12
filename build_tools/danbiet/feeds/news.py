"""What is new on a site: plans, changes of plans, progress, confirmations, progress taken away.

Each is told on the day on which it came to stand here, as git knows it; where git does not, a report
and a confirmation are told on the day they bear themselves, and a plan not at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from danbiet import addresses, progress, words
from danbiet.clock import midnight
from danbiet.gist import gist
from danbiet.model import Change, ChangeKind, Confirmation, Obligation, Plan, ProgressEntry, Site

_QUOTED = 160  # letters of a quoted piece
_PIECES = 3  # changed places told in a summary
_TITLES = {
    ChangeKind.SITE_CORRECTION: "Sửa lỗi đăng tải",
    ChangeKind.ERRATUM: "Đính chính",
    ChangeKind.AMENDMENT: "Sửa đổi, thay thế",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that is new: when, in words, where to read it, who says so.

    ``mark`` tells it apart from others of the same address and never changes; ``category`` is its
    kind as a word for programs, ``label`` as one for people.
    """

    at: datetime
    on: date  # the day it bears itself: which of several published together comes later
    title: str
    summary: str
    address: str
    mark: str
    author: str
    category: str
    label: str


def news(site: Site) -> list[News]:
    """Everything new by the site's day, newest first."""
    found = [
        *_plans(site),
        *(one for group in site.obligations.values() for task in group for one in _progress(task, site)),
        *_taken_away(site),
    ]
    found = [one for one in found if one.at.date() <= site.today]
    return sorted(found, key=lambda one: (one.at, one.on, one.address, one.mark), reverse=True)


def _plans(site: Site) -> Iterator[News]:
    for key, history in site.histories.items():
        if key not in site.plans or not history.known:
            continue
        for index, change in enumerate(history.changes):
            if index == 0:
                yield _new_plan(site.plans[key], change, site)
            elif change.words or change.document:  # else nothing changed that a reader sees
                yield _changed_plan(site.plans[key], change, site)


def _new_plan(plan: Plan, change: Change, site: Site) -> News:
    tasks = site.obligations.get(plan.key, ())
    units = len({task.unit_id for task in tasks})
    given = f" Giao {len(tasks)} việc cho {units} đơn vị." if tasks else ""
    return News(
        at=_moment(change),
        on=change.on,
        title=f"Mới đăng: {words.plan_title(plan)}",
        summary=f"{_named(plan, site)}.{given}",
        address=addresses.plan(plan.key),
        mark="dang",
        author=site.issuer_of(plan.key),
        category="ke-hoach-moi",
        label="Kế hoạch mới",
    )


def _named(plan: Plan, site: Site) -> str:
    """ "Kế hoạch số 12/KH-UBND ngày 13/3/2024 của UBND phường Mẫu: Thực hiện dân chủ năm 2024"."""
    parts = [
        words.type_word(plan),
        f"số {plan.code}" if plan.code else "",
        f"ngày {words.day(plan.issued.exact)}" if plan.issued and plan.issued.exact else "",
        f"của {site.issuer_of(plan.key)}",
    ]
    return f"{' '.join(part for part in parts if part)}: {words.capital(plan.subject).rstrip('.')}"


def _changed_plan(plan: Plan, change: Change, site: Site) -> News:
    kind = _TITLES.get(change.kind)
    by = f" theo văn bản {change.document}" if change.document else ""
    said = f" Lời ghi khi đăng: “{_sentence(change.summary, '')}”." if change.summary else ""
    what = _changes(change.words)
    return News(
        at=_moment(change),
        on=change.on,
        title=f"{kind or 'Thay đổi'}: {words.plan_title(plan)}",
        summary=f"{kind or 'Thay đổi, không nêu lý do'}{by}.{said}{what}",
        address=addresses.plan_history(plan.key),
        mark=f"thay-doi-{change.commit[:12]}",
        author=site.issuer_of(plan.key),
        category="thay-doi",
        label="Kế hoạch thay đổi",
    )


def _changes(pieces: Sequence[tuple[str, str]]) -> str:
    """ " “20/5” thành “25/5”; bỏ “…”; thêm “…”." of the changed words; the first places, and how many more."""
    told: list[str] = []
    at = 0
    while at < len(pieces):
        operation, text = pieces[at]
        after = pieces[at + 1] if at + 1 < len(pieces) else ("", "")
        if operation == "-" and after[0] == "+":
            told.append(f"“{words.short(text, _QUOTED)}” thành “{words.short(after[1], _QUOTED)}”")
            at += 1
        elif operation in "-+":
            told.append(f"{'bỏ' if operation == '-' else 'thêm'} “{words.short(text, _QUOTED)}”")
        at += 1
    if not told:
        return ""
    more = f"; và {len(told) - _PIECES} chỗ khác" if len(told) > _PIECES else ""
    return f" Chữ thay đổi: {'; '.join(told[:_PIECES])}{more}."


def _progress(task: Obligation, site: Site) -> Iterator[News]:
    unit = words.unit_label(site.units[task.unit_id])
    about = f" Việc: “{gist(task, site)}” ({words.plan_title(site.plans[task.plan_key])})."
    for entry in site.progress.get(task.id, ()):
        evidence = f" Minh chứng: {'; '.join(one.title for one in entry.evidence)}." if entry.evidence else ""
        yield News(
            at=_published(entry, None, site),
            on=entry.on,
            title=f"Tiến độ: {unit} – {entry.stage.value}",
            summary=f"Ngày {words.day(entry.on)}, {entry.reported_by} ghi: {_sentence(entry.what)}{evidence}{about}",
            address=addresses.obligation(task.plan_key, task.id),
            mark=f"tien-do-{_digest(entry)}",
            author=entry.reported_by,
            category="tien-do",
            label="Tiến độ",
        )
        for number, said in enumerate(entry.confirmations, start=1):
            yield _confirmation(entry, said, number, task, about, site)


def _confirmation(
    entry: ProgressEntry, said: Confirmation, number: int, task: Obligation, about: str, site: Site
) -> News:
    remark = f" Nhận xét: {_sentence(said.remark)}" if said.remark else ""
    report = f"báo cáo ngày {words.day(entry.on)} của {entry.reported_by} (“{_sentence(entry.what, '')}”)"
    return News(
        at=_published(entry, said, site),
        on=said.on,
        title=f"Xác nhận: {said.by} – {progress.confirmation_label(said)}",
        summary=f"Ngày {words.day(said.on)}, về {report}: {said.finding}.{remark}{about}",
        address=addresses.obligation(task.plan_key, task.id),
        mark=f"xac-nhan-{number}-{_digest(entry)}",
        author=said.by if progress.confirms(said) else entry.reported_by,
        category="xac-nhan",
        label="Xác nhận",
    )


def _taken_away(site: Site) -> Iterator[News]:
    tasks = {task.id: task for group in site.obligations.values() for task in group}
    for one in site.withdrawn:
        task = tasks.get(one.obligation_id)
        if task is None:
            continue
        unit = words.unit_label(site.units[task.unit_id])
        yield News(
            at=midnight(one.on),
            on=one.on,
            title=f"Gỡ một mục tiến độ: {unit}",
            summary=f"Mục tiến độ ngày {words.day(one.on)} đã được gỡ. Lý do: {_sentence(one.reason)} "
            f"Việc: “{gist(task, site)}”.",
            address=addresses.obligation(task.plan_key, task.id),
            mark=f"go-{one.on.isoformat()}-{_hash(one.reason)[:6]}",
            author=site.issuer_of(task.plan_key),
            category="go-bo",
            label="Gỡ tiến độ",
        )


def _moment(change: Change) -> datetime:
    return change.at or midnight(change.on)


def _published(entry: ProgressEntry, said: Confirmation | None, site: Site) -> datetime:
    """When a report or confirmation came to stand here; never before the day it bears."""
    on = said.on if said else entry.on
    return midnight(max(on, site.progress_published.get((progress.bare(entry), said), on)))


def _sentence(text: str, end: str = ".") -> str:
    """Words a person typed, as a sentence that ends: no two points, none missing."""
    text = text.strip().rstrip(" .;,")
    return text if text.endswith(("!", "?", "…")) else f"{text}{end}"


def _digest(entry: ProgressEntry) -> str:
    """An entry's own words as a mark: entries never change, so neither does this."""
    own = (entry.obligation_id, entry.period or "", entry.on.isoformat(), entry.stage.value, entry.what)
    return _hash("\n".join(own))[:16]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
