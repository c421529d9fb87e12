"""Bodies of a site's own register that cannot be what they seem: no plan is of them, or another bore their code."""

from __future__ import annotations

from collections.abc import Collection

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Body
from danbiet.register.records import Entered, Register

RULE = "danh-muc"


def without_plan(local: Register, issuing: Collection[Body]) -> list[Issue]:
    """A finding for each body of ``local``, a site's own register, that issued none of its plans.

    ``issuing`` are the bodies that the plans are of. A warning where one of them stands in no
    register, for then the entry is most likely meant for it; else a note. Nothing is said of a body
    that comes after another or stands above one, of one that ended, nor before there is any plan.
    """
    strangers = sorted(body.name for body in issuing if not body.registered)
    known = {body.id for body in issuing} | {place for body in issuing for place in body.places}
    known |= {s.body_id or "" for body in local.bodies.values() for s in body.successors}
    found = []
    for key, entered in local.own_bodies.items():
        if not issuing or key in known or local.bodies[key].ended:
            continue
        remedy = (
            f"Ghi “tên” và “tỉnh” ở đây đúng như “cơ quan ban hành” và “tỉnh” của kế hoạch ({strangers[0]})"
            if strangers
            else "Kiểm tra lại “tên” và “tỉnh”, hoặc bỏ mục này nếu cơ quan ấy không đăng kế hoạch ở đây"
        )
        message = "không kế hoạch nào ở đây là của cơ quan này, nên liên hệ và đơn vị của nó không hiện ra"
        severity = Severity.WARNING if strangers else Severity.NOTE
        found.append(_issue(entered, severity, local.bodies[key].name, message, remedy))
    return found


def of_two_bodies(local: Register, shipped: Register) -> list[Issue]:
    """A warning for each body of ``local`` that bears the code of one that ended, without saying that it did.

    Plans from before and after that day would then be told as those of one body.
    """
    found = []
    for key, entered in local.own_bodies.items():
        before, own = shipped.bodies.get(key), local.bodies[key]
        if before is None or before.ended is None or own.ended or own.since:
            continue
        heirs = [s.body_id for s in before.successors if s.body_id in shipped.heirs and s.body_id]
        later = f"đổi mã thành “{heirs[0]}” nếu là cơ quan từ ngày ấy, hoặc " if len(heirs) == 1 else ""
        day = words.day(before.ended)
        message = (
            f"mã này là của {before.name} đến trước ngày {day}; kế hoạch trước và sau ngày ấy bị gộp làm một"
        )
        remedy = f"{later}ghi “kết thúc từ: {before.ended.isoformat()}” nếu là cơ quan trước ngày ấy"
        found.append(_issue(entered, Severity.WARNING, key, message, words.capital(remedy)))
    return found


def _issue(entered: Entered, severity: Severity, quote: str, message: str, remedy: str) -> Issue:
    return Issue(
        rule=RULE,
        severity=severity,
        path=entered.path,
        line=entered.line,
        column=entered.column,
        quote=quote,
        message=message,
        remedy=remedy,
    )
