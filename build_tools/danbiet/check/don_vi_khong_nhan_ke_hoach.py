"""A unit is given work, but the plan is not sent to it."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.assigning import finding, obligations
from danbiet.check.recipients import covered, kind_of, lines, named
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site, Unit, UnitKind
from danbiet.register.unit_kinds import guess_kind
from danbiet.text import fold

RULE = "don-vi-khong-nhan-ke-hoach"
_SEVERAL = frozenset({UnitKind.BODY, UnitKind.GROUP})


def check(site: Site) -> Iterator[Issue]:
    """A note, once for each unit of a plan that no recipient names, alone or with others of its kind.

    Nothing where the plan prints no recipients, and nothing of those who hold the file copy.
    """
    seen: set[tuple[str, str]] = set()
    for plan, obligation in obligations(site):
        unit = site.units.get(obligation.unit_id)
        if unit is None or not obligation.duty.unit or (plan.path, unit.id) in seen:
            continue
        seen.add((plan.path, unit.id))
        if not _receives(unit, obligation.duty.unit, plan):
            yield finding(
                plan,
                obligation.duty.start,
                obligation.duty.unit,
                RULE,
                Severity.NOTE,
                "kế hoạch giao việc cho đơn vị này mà không có đơn vị ở nơi nhận",
                "Gửi kế hoạch cho đơn vị; lần sau ghi đơn vị vào nơi nhận",
            )


def _receives(unit: Unit, printed: str, plan: Plan) -> bool:
    """Whether the plan is sent to the unit, or nothing certain can be said of it."""
    sent = lines(plan.recipients)
    if not sent or unit.kind in _SEVERAL or guess_kind(printed) in _SEVERAL:
        return True
    if "van phong" in fold(printed):
        return True  # the office keeps the file copy ("Lưu: VT")
    kind = kind_of(unit, printed)
    if any(kind in covered(line) for line in sent):
        return True
    if kind == "mặt trận" and unit.kind is UnitKind.FRONT:
        return False
    return any(named((printed, unit.name, *unit.other_names), line, plan.issuer) for line in sent)
