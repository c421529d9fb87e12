"""A unit is given work, but the plan is not sent to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.assigning import finding, obligations
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site, Unit, UnitKind
from danbiet.text import fold

RULE = "don-vi-khong-nhan-ke-hoach"

# Recipients named together may hold any unit: of these plans nothing is said.
_TOGETHER = re.compile(
    r"\b(?:cac|nhu tren|nhu dieu|nhu muc|toan the|can bo|cong chuc|vien chuc|thanh vien|nhu kinh gui"
    r"|don vi lien quan)\b"
)
_FRONT = re.compile(r"\b(?:mttq|mat tran|ubmt\w*|ub mttq)\b|ubmttq")
_ORGANISATIONS = re.compile(r"\b(?:doan the|to chuc chinh tri|hoi|doan|ct-xh)\b")
# Words that a unit's name shares with many others, and so prove nothing.
_COMMON = re.compile(
    r"cac|va|cua|thuoc|tren|dia|ban|ubnd|uy|nhan|dan|xa|phuong|thi|tran|thanh|pho|huyen|tinh|quan|bo|phan|cong|chuc"
    r"|can|phong|so|nganh|to|don|vi|co|lien|lanh|dao|truong|thu|chu|tich|giam|doc|hieu"
)


def check(site: Site) -> Iterator[Issue]:
    """A note, once for each unit of a plan; nothing where recipients are named in groups or not at all."""
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
    named = [fold(recipient) for recipient in plan.recipients if not fold(recipient).startswith("luu")]
    name = fold(printed)
    if not named or unit.kind in {UnitKind.BODY, UnitKind.GROUP} or name.startswith(("cac ", "toan the ")):
        return True
    if "van phong" in name or any(_TOGETHER.search(recipient) for recipient in named):
        return True  # the office keeps the file copy ("Lưu: VT")
    together = " ; ".join(named)
    if unit.kind is UnitKind.FRONT or _FRONT.search(name):
        return bool(_FRONT.search(together))
    if unit.kind is UnitKind.UNION and _ORGANISATIONS.search(together):
        return True
    telling = [word for word in re.findall(r"[a-z0-9]+", name) if not _COMMON.fullmatch(word)]
    if not telling:
        return True
    return any(re.search(rf"\b{re.escape(word)}\b", together) for word in telling)
