"""A unit that nobody has registered is given work: the entry to paste, as the plan names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danbiet import words
from danbiet.check.assigning import finding, obligations
from danbiet.check.entries import one_line
from danbiet.issues import Issue, Severity
from danbiet.model import Obligation, Plan, Site, Unit, UnitKind
from danbiet.register import names_person, unit_form
from danbiet.register.body_entries import KINDS

RULE = "don-vi-chua-dang-ky"
FILE = "plans/_danh-muc/don-vi.yml"
_NO_ENTRY = frozenset({UnitKind.BODY, UnitKind.GROUP})  # a body has an entry of another kind, a group none


@dataclass(slots=True)
class _Given:
    """What a unit was given: the first place, and how often."""

    plan: Plan
    first: Obligation
    tasks: int
    plans: set[str]


def check(site: Site) -> Iterator[Issue]:
    """One note a unit, where its name first stands; nothing of groups ("các cơ quan, đơn vị") and of persons."""
    found: dict[str, _Given] = {}
    for plan, obligation in obligations(site):
        given = found.setdefault(obligation.unit_id, _Given(plan, obligation, 0, set()))
        given.tasks += 1
        given.plans.add(plan.key)
    for unit_id, given in found.items():
        unit = site.units[unit_id]
        if unit.registered or unit.kind in _NO_ENTRY or names_person(unit.name):
            continue
        count = f"{given.tasks} việc" + (f" ở {len(given.plans)} kế hoạch" if len(given.plans) > 1 else "")
        yield finding(
            given.plan,
            _where(unit, given),
            unit.name,
            RULE,
            Severity.NOTE,
            f"đơn vị được giao {count} mà chưa có trong danh mục",
            f"Thêm vào {FILE}, dưới dòng “đơn vị:”: {entry(unit)}{_perhaps(unit, site)}",
        )


def entry(unit: Unit) -> str:
    """The register's entry as one line of YAML; its code keeps the address that the unit's page has."""
    kind = next(name for name, kind in KINDS.items() if kind is unit.kind)
    local, _, body = unit.id.partition("--")
    return one_line({"mã": local, "tên": words.unit_label(unit), "thuộc": body, "loại": kind})


def _perhaps(unit: Unit, site: Site) -> str:
    """The registered unit of the same body that a shorter or longer name may mean."""
    form = unit_form(unit.name)
    for known in site.known_units.values():
        other = unit_form(known.name)
        if known.body_id == unit.body_id and (other.startswith(f"{form} ") or form.startswith(f"{other} ")):
            return f"; nếu chính là “{known.name}” thì ghi tên này vào “tên khác” của mục ấy"
    return ""


def _where(unit: Unit, given: _Given) -> int:
    """Where the unit's name stands: in its sentence, else in the nearest title above."""
    at = given.plan.source.rfind(unit.name, 0, given.first.duty.end)
    return at if at >= 0 else given.first.duty.start
