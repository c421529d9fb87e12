"""The stable id of an obligation: it survives edits elsewhere in the plan."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from danbiet.model import Duty, Obligation
from danbiet.text import collapse, fold, slug

_DIGITS = 8


def obligation_id(plan_key: str, text: str, unit_id: str, id_hint: str | None = None) -> str:
    """``<năm>-<slug>-<8 hex digits>`` of the folded sentence and unit, or of ``id_hint`` where it is set.

    ``id_hint`` is what ``ma="…"`` holds: the eight digits an obligation had before an edit, or any
    word of the author's.
    """
    head = slug(plan_key.replace("/", "-"))
    if id_hint:
        hint = id_hint.rsplit("-", 1)[-1].lower()
        if len(hint) == _DIGITS and all(c in "0123456789abcdef" for c in hint):
            return f"{head}-{hint}"
        return f"{head}-{_digest(id_hint)}"
    return f"{head}-{_digest(f'{fold(collapse(text))}|{unit_id}')}"


def identify(plan_key: str, duties: Iterable[tuple[Duty, str]]) -> tuple[Obligation, ...]:
    """The obligations of a plan from its duties and their unit ids, in order, no two with one id.

    A sentence that stands twice for one unit is told apart by which it is.
    """
    taken: set[str] = set()
    found = []
    for duty, unit_id in duties:
        chosen = obligation_id(plan_key, duty.text, unit_id, duty.id_hint)
        count = 1
        while chosen in taken:
            count += 1
            chosen = obligation_id(plan_key, f"{duty.text} #{count}", unit_id)
        taken.add(chosen)
        found.append(Obligation(id=chosen, plan_key=plan_key, unit_id=unit_id, duty=duty))
    return tuple(found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]
