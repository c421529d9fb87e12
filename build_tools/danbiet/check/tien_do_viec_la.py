"""A progress entry names an obligation that no plan here has: nobody would ever see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danbiet import words
from danbiet.check.reporting import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Obligation, ProgressEntry, Site
from danbiet.text import collapse, fold

RULE = "tien-do-viec-la"
_LEAST = 0.3  # the share of an entry's words that a task must have to be named


def check(site: Site) -> Iterator[Issue]:
    """An error for each entry on an unknown obligation, with what may have become of it.

    The same finding names progress that lost its obligation when a plan's sentence was edited.
    """
    known = [obligation for group in site.obligations.values() for obligation in group]
    ids = {obligation.id for obligation in known}
    for identity, entries in site.progress.items():
        if identity in ids:
            continue
        for entry in entries:
            yield finding(
                entry,
                entry.place("việc"),
                identity,
                RULE,
                Severity.ERROR,
                "không kế hoạch nào tại đây có việc này",
                _remedy(entry, known, site),
            )


def _remedy(entry: ProgressEntry, known: Sequence[Obligation], site: Site) -> str:
    """A slip of one key is named; else the plan's sentence or unit was changed, and its likeliest task is told."""
    if not known:
        return "Đăng kế hoạch trước, rồi mới báo cáo tiến độ"
    identity = entry.obligation_id
    slip = [one.id for one in known if _one_key_off(identity, one.id)]
    if len(slip) == 1:
        return f"Có phải {slip[0]}? Nếu phải, sửa lại như vậy"
    plan, _, code = identity.rpartition("-")
    of_plan = [one for one in known if one.id.startswith(f"{plan}-")]
    if not of_plan:
        plans = ", ".join(sorted({one.id.rpartition("-")[0] for one in known})[:5])
        return f"Mã việc bắt đầu bằng năm và tên tệp kế hoạch ({plans} …); lấy mã ở bảng Excel của trang Kiểm tra"
    kept = (
        f'Câu giao việc hoặc đơn vị vừa được sửa thì ghi {{: .viec ma="{code}" }} dưới câu ấy trong kế hoạch '
        "để giữ mã cũ"
    )
    likely = _likeliest(entry, of_plan, site)
    if likely is None:
        return kept
    said = words.short(likely.duty.text, 60)
    return f"{kept}; theo đơn vị và nội dung của mục này, việc gần nhất là {likely.id} (“{said}”)"


def _likeliest(entry: ProgressEntry, tasks: Sequence[Obligation], site: Site) -> Obligation | None:
    """The task of the plan that shares most words with the entry, those of the unit that reports first."""
    said = _words(entry.what)

    def score(task: Obligation) -> tuple[bool, float]:
        unit = site.units[task.unit_id]
        mine = fold(entry.reported_by) in {fold(name) for name in (unit.name, *unit.other_names)}
        return mine, len(said & _words(task.duty.text)) / max(len(said), 1)

    best = max(tasks, key=score)
    return best if score(best)[1] >= _LEAST else None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", collapse(fold(text))) if len(word) > 2}


def _one_key_off(written: str, known: str) -> bool:
    """Whether one key left out, struck twice, struck wrong or struck too early makes one of the other."""
    short, long = sorted((written, known), key=len)
    if len(long) - len(short) > 1 or short == long:
        return False
    at = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
