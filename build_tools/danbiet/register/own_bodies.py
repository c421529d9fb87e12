"""Bodies of a site's own register that no plan is of: then their contact and units are shown nowhere."""

from __future__ import annotations

from collections.abc import Collection

from danbiet.issues import Issue, Severity
from danbiet.model import Body
from danbiet.register.records import Register

RULE = "danh-muc"


def without_plan(local: Register, issuing: Collection[Body]) -> list[Issue]:
    """A finding for each body of ``local``, a site's own register, that issued none of its plans.

    ``issuing`` are the bodies that the plans are of. A warning where one of them stands in no
    register, for then the entry is most likely meant for it; else a note. Nothing is said of a body
    that comes after another or stands above one, nor before there is any plan.
    """
    strangers = sorted(body.name for body in issuing if not body.registered)
    known = {body.id for body in issuing} | {place for body in issuing for place in body.places}
    known |= {s.body_id or "" for body in local.bodies.values() for s in body.successors}
    found = []
    for key, entered in local.own_bodies.items():
        if not issuing or key in known:
            continue
        remedy = (
            f"Ghi “tên” và “tỉnh” ở đây đúng như “cơ quan ban hành” và “tỉnh” của kế hoạch ({strangers[0]})"
            if strangers
            else "Kiểm tra lại “tên” và “tỉnh”, hoặc bỏ mục này nếu cơ quan ấy không đăng kế hoạch ở đây"
        )
        found.append(
            Issue(
                rule=RULE,
                severity=Severity.WARNING if strangers else Severity.NOTE,
                path=entered.path,
                line=entered.line,
                column=entered.column,
                quote=local.bodies[key].name,
                message="không kế hoạch nào ở đây là của cơ quan này, nên liên hệ và đơn vị của nó không hiện ra",
                remedy=remedy,
            )
        )
    return found
