"""The unit that a plan's words name: registered, or new with the id ``<slug>--<body id>``."""

from __future__ import annotations

import re
from itertools import count

from danbiet.model import Body, Unit, UnitKind
from danbiet.register.agencies import people_committee, plain
from danbiet.register.records import Register
from danbiet.register.unit_kinds import guess_kind
from danbiet.text import collapse, fold, nfc, slug

_FRONT = re.compile(r"\b(?:(?:uy ban )?(?:mttq|mat tran to quoc)|ubmttq)(?: ?viet nam| ?vn)?\b")
_LOOSE = re.compile(r"[^a-z0-9]+")


def unit_form(name: str) -> str:
    """A unit's name as it is compared: folded, abbreviations out, punctuation gone, no leading "các"."""
    text = plain(_LOOSE.sub(" ", fold(name)))
    return re.sub(r"^(?:cac|nhung) ", "", text).strip()


def unit_for(name: str | None, body: Body, register: Register) -> Unit:
    """The unit a plan's words name: registered, or a new one ``<slug>--<body id>``.

    No name means the body itself. Names meet regardless of case, tone placement, dashes and a
    leading "các"; whatever else differs must stand in the register.
    """
    if name is None:
        return _body_unit(body, register)
    form = unit_form(name)
    own = [unit for unit in register.units.values() if unit.body_id == body.id]
    for reduce in (lambda words: words, lambda words: _without_place(words, body)):
        for unit in own:
            if reduce(form) in {reduce(unit_form(n)) for n in (unit.name, *unit.other_names)}:
                return unit
    committee = {unit_form(f"UBND {body.level}")} if people_committee(body.name) else set()
    if form in {unit_form(body.name), *committee} or _same_front(form, body):
        return _body_unit(body, register)
    return Unit(
        id=_free_id(slug(name) or "khong-ten", body, register),
        name=collapse(nfc(name)),
        body_id=body.id,
        kind=guess_kind(name),
        registered=False,
    )


def _free_id(local: str, body: Body, register: Register) -> str:
    """An id that no registered unit bears: an entry may have given it to a unit of another name."""
    tried = (f"{local}{'' if n == 1 else f'-{n}'}--{body.id}" for n in count(1))
    return next(key for key in tried if key not in register.units)


def _without_place(form: str, body: Body) -> str:
    """A name without the body's own level and name at its end: "… UBND phường", "… trên địa bàn xã X"."""
    level = plain(body.level)
    place = plain(body.place).removeprefix(f"{level} ")
    if not level:
        return form
    tail = rf"(?:(?: thuoc| cua| tren dia ban)? (?:uy ban nhan dan )?{level}(?: {re.escape(place)})?)$"
    return re.sub(tail, "", form)


def _same_front(form: str, body: Body) -> bool:
    """Whether a name is the issuing Front's own, its place or "Việt Nam" left out: "UBMTTQ xã"."""
    mine, named = (_FRONT.sub("mttq", _without_place(name, body)) for name in (unit_form(body.name), form))
    return mine == named and "mttq" in mine


def _body_unit(body: Body, register: Register) -> Unit:
    for unit in register.units.values():
        if unit.body_id == body.id and unit.kind is UnitKind.BODY:
            return unit
    local = slug(f"UBND {body.level}") if body.level and people_committee(body.name) else "co-quan-ban-hanh"
    return Unit(
        id=f"{local}--{body.id}",
        name=body.name,
        body_id=body.id,
        kind=UnitKind.BODY,
        contact=body.contact,
        registered=body.registered,
    )
