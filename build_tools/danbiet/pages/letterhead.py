"""The letterhead and the foot of a plan as NĐ 30/2020, Phụ lục I lays them out.

Words that the original prints are text; what the layout asks for and this original lacks is
``shown``: an attribute that the stylesheet prints, so that the document's own words stay its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from danbiet import words
from danbiet.model import Plan
from danbiet.text import slug

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line: ``text`` where the original prints it, else ``shown`` by the stylesheet only."""

    text: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The lines above a plan's body."""

    parent: Words | None
    issuer: Words
    nation: Words
    motto: Words
    code: Words
    date_line: Words
    type_name: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The time of a digital signature: for ``datetime=`` and as read."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands below a plan's body: recipients and signature, verbatim."""

    recipients: tuple[str, ...]
    authority: str
    position: str
    full_name: str
    stamps: tuple[Stamp, ...]


def letterhead(plan: Plan) -> Letterhead:
    """The letterhead of a plan."""
    lacks = {slug(key) for key in plan.inferred}
    no_issuer = "co-quan-ban-hanh" in lacks
    nation, motto = _nation(plan, no_head=no_issuer)
    issued = plan.issued
    if plan.date_line:
        date_line = Words(text=plan.date_line)
    elif issued and not lacks & {"ngay-ban-hanh", "dia-danh"}:
        date_line = Words(text=words.date_line(plan.place, issued))
    else:
        date_line = Words(shown="(bản gốc không ghi địa danh, ngày ban hành)")
    return Letterhead(
        parent=Words(text=plan.parent_body) if plan.parent_body else None,
        issuer=_line(plan.issuer, inferred=no_issuer),
        nation=nation,
        motto=motto,
        code=Words(text=f"Số: {plan.code}") if plan.code else Words(shown="(bản gốc không ghi số)"),
        date_line=date_line,
        type_name=plan.type_name.upper(),
        subject=plan.subject,
    )


def foot(plan: Plan) -> Foot:
    """Recipients and signature of a plan."""
    signer = plan.signer
    return Foot(
        recipients=plan.recipients,
        authority=signer.authority or "",
        position=signer.position or "",
        full_name=signer.full_name or "",
        stamps=tuple(Stamp(value=v, text=t) for v, t in map(words.stamp, plan.stamps)),
    )


def facts(plan: Plan) -> tuple[Words, ...]:
    """Number and day in one line above the document; what the original does not state is said."""
    code = Words(text=f"Số {plan.code}") if plan.code_number else Words(shown="Bản gốc không ghi số")
    issued = plan.issued
    if issued is None:
        day = Words(
            shown="bản gốc không ghi ngày ban hành" if plan.code_number else "không ghi ngày ban hành"
        )
    elif issued.exact:
        day = Words(text=f"Ngày {words.partial(issued)}")
    else:
        day = Words(shown=f"bản gốc chỉ ghi {words.partial(issued)}, không ghi ngày")
    return code, day


def inferred(plan: Plan) -> tuple[str, ...]:
    """Which values the original does not state, and why they are given nevertheless."""
    return tuple(f"{words.capital(key)}: {reason}." for key, reason in plan.inferred.items())


def _nation(plan: Plan, *, no_head: bool) -> tuple[Words, Words]:
    """Quốc hiệu and tiêu ngữ: as printed where the file keeps them, shown only where it has no head."""
    if not plan.motto:
        return _line(NATION, inferred=no_head), _line(MOTTO, inferred=no_head)
    if len(plan.motto) == 1 and slug(plan.motto[0]) == slug(MOTTO):
        return Words(shown=NATION), Words(text=plan.motto[0])
    return Words(text=plan.motto[0]), Words(text=" ".join(plan.motto[1:]))


def _line(text: str, *, inferred: bool) -> Words:
    return Words(shown=text) if inferred else Words(text=text)
