"""What is worth a second look where a plan cites: one entry a place, under what matters most there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Plan, ValidityState
from danbiet.pages.cited import named, place
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.views import Link
from danbiet.register import validity
from danbiet.text import position

# What a finding of these rules says is what the kind says already.
_SAID_BY_KIND = {"vien-dan-nhieu-van-ban", "van-ban-chua-dang-ky"}
_END_OF_FORCE = "vien-dan-het-hieu-luc"
_FILE = re.compile(r"plans/\S+?\.md(?::\d+)?")

At = Mapping[tuple[str, int, int], Sequence[Issue]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A reason to look again: its anchor, what it is called, in few words, and what is said of it."""

    id: str
    title: str
    short: str
    said: str


DEAD = Kind(
    id="het-hieu-luc",
    title="Đã hết hiệu lực ở ngày của kế hoạch",
    short="Đã hết hiệu lực",
    said="Theo danh mục văn bản của trang này.",
)
MAYBE = Kind(
    id="co-the-het-hieu-luc",
    title="Có thể đã hết hiệu lực ở ngày của kế hoạch",
    short="Có thể đã hết hiệu lực",
    said="Suy luận từ văn bản đã thay thế căn cứ của nó; chưa thấy văn bản nào nói rõ.",
)
EARLY = Kind(
    id="chua-hieu-luc",
    title="Chưa ban hành hoặc chưa có hiệu lực ở ngày của kế hoạch",
    short="Chưa có hiệu lực",
    said="Theo danh mục văn bản của trang này.",
)
SEVERAL = Kind(
    id="nhieu-van-ban",
    title="Nhiều văn bản cùng số",
    short="Nhiều văn bản cùng số",
    said="Kế hoạch không nêu đủ để biết là văn bản nào; đường dẫn tới trang liệt kê các khả năng.",
)
UNKNOWN = Kind(
    id="chua-xac-dinh",
    title="Chưa xác định",
    short="Chưa xác định",
    said="Chưa biết kế hoạch muốn nói tới văn bản nào.",
)
WRITTEN = Kind(
    id="cach-ghi",
    title="Cách ghi đáng xem lại",
    short="Cách ghi",
    said="Số, ký hiệu, ngày, cơ quan ban hành hoặc trích yếu ghi thiếu, viết lệch hay khác với danh mục.",
)
UNREGISTERED = Kind(
    id="chua-co",
    title="Chưa có trong danh mục",
    short="Chưa có trong danh mục",
    said="Văn bản được nêu rõ nhưng danh mục của trang này chưa có; thường là văn bản của địa phương.",
)
KINDS = (DEAD, MAYBE, EARLY, SEVERAL, UNKNOWN, WRITTEN, UNREGISTERED)
_OF_STATE = {ValidityState.EXPIRED: DEAD, ValidityState.PRESUMED_LAPSED: MAYBE, ValidityState.NOT_YET: EARLY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One place where a plan cites: as printed, where it stands, where its link leads, what was observed,
    and the answers of the author.
    """

    printed: str
    where: Link
    plan: str
    body: str
    target: Link
    observed: tuple[str, ...]
    answers: tuple[str, ...]


def issues_at(index: Index) -> At:
    """What rules found, by path, line and column; errors are none of a reader's business."""
    found: dict[tuple[str, int, int], list[Issue]] = {}
    for issue in index.site.issues:
        if issue.severity < Severity.ERROR:
            found.setdefault((issue.path, issue.line, issue.column), []).append(issue)
    return found


def doubts(plans: Sequence[Plan], index: Index, at: At, here: str) -> dict[Kind, list[Doubt]]:
    """The entries of these plans under their kinds, in the order of kinds, plans and places."""
    found: dict[Kind, list[Doubt]] = {kind: [] for kind in KINDS}
    for plan in plans:
        for citation in index.site.citations.get(plan.key, ()):
            issues = at.get((plan.path, *position(plan.source, citation.mention.start)), ())
            kind, label = _kind(citation, plan, index)
            told = [issue for issue in issues if issue.rule not in _SAID_BY_KIND]
            if kind is None and not told:
                continue
            if told and kind in (None, UNREGISTERED):
                label = UNREGISTERED.title.lower() if kind else ""
                kind = WRITTEN
            assert kind is not None
            found[kind].append(_doubt(citation, plan, index, label, told, here))
    return {kind: entries for kind, entries in found.items() if entries}


def _kind(citation: Citation, plan: Plan, index: Index) -> tuple[Kind | None, str]:
    """Why a citation is to be looked at for what it leads to, and the words for its validity."""
    instrument = named(citation, index).instrument
    if citation.candidates:
        return SEVERAL, ""
    if citation.page_id == UNDETERMINED:
        return UNKNOWN, ""
    if instrument is None or not instrument.registered:
        return UNREGISTERED, ""
    on = index.day_of(plan).day
    if on is None:
        return None, ""
    then = validity(instrument, on)
    return _OF_STATE.get(then.state), then.label


def _doubt(
    citation: Citation, plan: Plan, index: Index, label: str, issues: Sequence[Issue], here: str
) -> Doubt:
    _, printed, _, section = index.quoted(citation)
    target = addresses.relative(addresses.instrument(citation.page_id), here)
    return Doubt(
        printed=printed,
        where=Link(text=words.section_label(section) or "phần mở đầu", href=place(citation, index, here)),
        plan=plan.subject,
        body=index.body_name(plan),
        target=Link(text=named(citation, index).name, href=target),
        observed=tuple(dict.fromkeys(_observed(label, issues, plan, index))),
        answers=tuple(issue.answer for issue in issues if issue.answer),
    )


def _observed(label: str, issues: Sequence[Issue], plan: Plan, index: Index) -> Iterator[str]:
    """The label of validity, where no rule says more about it; then what the rules say."""
    if label and not any(issue.rule == _END_OF_FORCE for issue in issues):
        yield label
    for issue in issues:
        yield _FILE.sub(lambda match: _name(match[0].partition(":")[0], plan, index), issue.message)


def _name(path: str, plan: Plan, index: Index) -> str:
    """A plan as a reader knows it, not by its file."""
    other = index.plans_by_path.get(path)
    if other is None or other.key == plan.key:
        return "chỗ khác trong kế hoạch này"
    return f"kế hoạch “{other.subject}” của {index.body_name(other)}"
