"""Units named by hand: ``don-vi="…"`` of an attribute list holds a unit's id, its first part, or a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from danbiet.issues import Issue, Severity
from danbiet.model import Body, Plan, Unit
from danbiet.register.records import Register
from danbiet.register.units import unit_for, unit_form
from danbiet.text import fold, position

RULE = "don-vi-la"
_CODE = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_SHOWN = 3


def hinted_unit(hint: str, body: Body, named: Collection[Unit], register: Register) -> Unit | None:
    """The unit that ``don-vi="…"`` means; nothing where it is a code that no unit bears.

    ``named`` are the units that the plan's own words name, registered or not. A name that nobody
    registered is a unit of its own, as one printed in the plan would be; a code is never a name.
    """
    known = _known(body, named, register)
    code, form = fold(hint.strip()), unit_form(hint)
    for unit in known:
        if code in {unit.id, _local(unit)}:
            return unit
    for unit in known:
        if form in {unit_form(name) for name in (unit.name, *unit.other_names)}:
            return unit
    if hint.strip() in register.units:
        return register.units[hint.strip()]
    return None if _CODE.fullmatch(hint.strip()) else unit_for(hint, body, register)


def unknown_hint(
    hint: str, plan: Plan, body: Body, named: Collection[Unit], register: Register
) -> list[Issue]:
    """An error at each place of a plan where ``hint`` stands: nobody knows whose the work there is."""
    known = _known(body, named, register)
    nearest = sorted(known, key=lambda unit: -_likeness(hint, unit))[:_SHOWN]
    remedy = "Ghi mã có trong plans/_danh-muc/don-vi.yml, hoặc tên đầy đủ của đơn vị"
    if nearest:
        remedy += f"; mã gần nhất: {', '.join(f'“{_local(unit)}” ({unit.name})' for unit in nearest)}"
    return [
        Issue(
            rule=RULE,
            severity=Severity.ERROR,
            path=plan.path,
            line=line,
            column=column,
            quote=hint,
            message="không có đơn vị nào mang mã này nên chưa biết việc này giao cho ai",
            remedy=remedy,
        )
        for line, column in _places(hint, plan)
    ]


def _places(hint: str, plan: Plan) -> Iterator[tuple[int, int]]:
    written = re.compile(rf"""don-vi\s*=\s*["']?{re.escape(hint)}(?![\w-])""")
    for block in plan.blocks:
        if block.attributes.get("don-vi") == hint:
            found = list(written.finditer(plan.source, block.start, block.end))
            yield position(plan.source, found[-1].start() if found else block.start)


def _known(body: Body, named: Collection[Unit], register: Register) -> list[Unit]:
    """The units of a body that a plan may mean, the body itself last."""
    own = [unit for unit in register.units.values() if unit.body_id == body.id]
    found = {unit.id: unit for unit in (*own, *named, unit_for(None, body, register))}
    return list(found.values())


def _local(unit: Unit) -> str:
    return unit.id.partition("--")[0]


def _likeness(hint: str, unit: Unit) -> float:
    """How alike a code and a unit are, by its own code, its names, or their first letters ("ban-ttnd")."""
    code = hint.replace("-", "")
    words = [_local(unit).split("-"), *(fold(name).split() for name in (unit.name, *unit.other_names))]
    forms = {"".join(w[:keep]) + "".join(x[:1] for x in w[keep:]) for w in words for keep in (0, 1, len(w))}
    return max(SequenceMatcher(None, code, form, autojunk=False).ratio() for form in forms)
