"""Bodies and units: read from YAML, and looked up by the words a plan prints."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from danbiet.model import Body, Contact, Source, Successor, Unit, UnitKind
from danbiet.register.agencies import plain
from danbiet.register.nodes import Reader
from danbiet.register.places import Place, province_place, read_place, read_place_id, tier_of
from danbiet.register.records import Register
from danbiet.text import collapse, fold, nfc, slug

BODY_KEYS = (
    "mã", "tên", "cấp", "địa danh", "tỉnh", "huyện", "thuộc", "liên hệ", "kết thúc từ", "nói rõ", "kế thừa",
    "nghị quyết", "nguồn",
)  # fmt: skip
SUCCESSOR_KEYS = ("tên", "tỉnh", "mã số", "nhập từ", "ghi chú", "mã")
UNIT_KEYS = ("mã", "tên", "tên khác", "loại", "thuộc", "liên hệ", "kế thừa")
CONTACT_KEYS = ("địa chỉ", "thư điện tử", "điện thoại", "trang")
KINDS = {
    "ubnd": UnitKind.BODY,
    "bộ phận chuyên môn": UnitKind.PROFESSIONAL,
    "mttq": UnitKind.FRONT,
    "đoàn thể": UnitKind.UNION,
    "ban thanh tra nhân dân": UnitKind.INSPECTION,
    "ban giám sát đầu tư của cộng đồng": UnitKind.COMMUNITY_SUPERVISION,
    "thôn, tổ dân phố": UnitKind.HAMLET,
    "nhóm": UnitKind.GROUP,
    "khác": UnitKind.OTHER,
}


def read_body(reader: Reader, node: yaml.Node) -> Body | None:
    """One entry of ``cơ quan:``."""
    values = reader.mapping(node, BODY_KEYS, "mục cơ quan")
    name = reader.text(values.get("tên"))
    if not name:
        reader.problem(node, "mục cơ quan thiếu tên", "thêm “tên: UBND phường …”")
        return None
    place, province = read_place(name), reader.text(values.get("tỉnh"))
    own = _own_place(place, province)
    key = reader.text(values.get("mã")) or own.id or slug(name)
    return Body(
        id=key,
        name=name,
        level=reader.text(values.get("cấp")) or "",
        place=reader.text(values.get("địa danh")) or "",
        province=province,
        district=reader.text(values.get("huyện")),
        places=(key, *reader.texts(values.get("thuộc"))),
        contact=_contact(reader, values.get("liên hệ")),
        ended=reader.day(values.get("kết thúc từ")),
        exists_note=reader.text(values.get("nói rõ")) or "",
        successors=tuple(_successor(reader, item) for item in reader.items(values.get("kế thừa"))),
        resolution=reader.text(values.get("nghị quyết")),
        sources=tuple(
            Source(where=text) if (text := reader.text(item)) else Source(where="")
            for item in reader.items(values.get("nguồn"))
        ),
    )


def _successor(reader: Reader, node: yaml.Node) -> Successor:
    values = reader.mapping(node, SUCCESSOR_KEYS, "đơn vị kế thừa")
    return Successor(
        name=reader.text(values.get("tên")) or "",
        province=reader.text(values.get("tỉnh")),
        code=reader.text(values.get("mã số")),
        formed_from=reader.texts(values.get("nhập từ")),
        note=reader.text(values.get("ghi chú")) or "",
        body_id=reader.text(values.get("mã")),
    )


def _contact(reader: Reader, node: yaml.Node | None) -> Contact | None:
    if node is None or reader_is_empty(node):
        return None
    values = reader.mapping(node, CONTACT_KEYS, "liên hệ")
    found = Contact(
        address=reader.text(values.get("địa chỉ")),
        email=reader.text(values.get("thư điện tử")),
        telephone=reader.text(values.get("điện thoại")),
        url=reader.text(values.get("trang")),
    )
    return found if found != Contact() else None


def reader_is_empty(node: yaml.Node) -> bool:
    """Whether a node holds nothing."""
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip()


def read_unit(reader: Reader, node: yaml.Node) -> Unit | None:
    """One entry of ``đơn vị:``."""
    values = reader.mapping(node, UNIT_KEYS, "mục đơn vị")
    name, body = reader.text(values.get("tên")), reader.text(values.get("thuộc"))
    if not name or not body:
        reader.problem(node, "mục đơn vị thiếu tên hoặc cơ quan mà nó thuộc về", "thêm “tên:” và “thuộc:”")
        return None
    local = reader.text(values.get("mã")) or slug(name)
    return Unit(
        id=f"{local}--{body}",
        name=name,
        body_id=body,
        other_names=reader.texts(values.get("tên khác")),
        kind=_kind(reader, values.get("loại")),
        contact=_contact(reader, values.get("liên hệ")),
        successor=reader.text(values.get("kế thừa")),
    )


def _kind(reader: Reader, node: yaml.Node | None) -> UnitKind:
    text = reader.text(node)
    if text is None:
        return UnitKind.OTHER
    for words, kind in KINDS.items():
        if fold(words) == fold(text):
            return kind
    reader.problem(node, "loại đơn vị không có trong danh mục", f"viết một trong: {'; '.join(KINDS)}", text)
    return UnitKind.OTHER


# ── Looking up ────────────────────────────────────────────────────────────────────────────────


def _own_place(place: Place, province: str | None) -> Place:
    above = province_place(province)
    if place.is_province:
        return place
    name = above.name if above else (slug(province) if province else place.province)
    return Place(place.level, place.name, name)


def body_for(issuer: str, province: str | None, register: Register) -> Body:
    """The body a plan's issuer names: registered, or a new one with an id from province, level and name.

    A registered body is taken only where level, name and province agree; where the plan states no
    province, only when a single registered body bears that level and name.
    """
    own = _own_place(read_place(issuer), province)
    wanted = [
        body
        for body in register.bodies.values()
        if (place := read_place_id(body.id)).level == own.level
        and place.name == own.name
        and (own.province is None or place.province == own.province)
    ]
    if len(wanted) == 1 and own.name and _people_committee(issuer):
        return wanted[0]
    above = province_place(own.province)
    chain = [own.id] if own.id else []
    if above and above.id and above.id not in chain:
        chain.append(above.id)
    key = own.id or slug(issuer) or "chua-ro"
    if not _people_committee(issuer):
        key = slug(issuer) if not own.province or own.is_province else f"{own.province}-{slug(issuer)}"
    level = (tier_of(own) and (own.level or "")) or ""
    return Body(
        id=key,
        name=collapse(nfc(issuer)),
        level=LEVEL_NAMES.get(level, ""),
        place=_place_name(issuer),
        province=province,
        places=tuple(chain) or (key,),
        registered=False,
    )


LEVEL_NAMES = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã",
    "thi-tran": "thị trấn", "phuong": "phường", "xa": "xã", "dac-khu": "đặc khu",
}  # fmt: skip


def _people_committee(issuer: str) -> bool:
    return plain(issuer).startswith("uy ban nhan dan")


def _place_name(issuer: str) -> str:
    words = collapse(nfc(issuer))
    found = re.search(
        r"(?i)\b(?:thị trấn|thành phố|thị xã|đặc khu|tỉnh|huyện|quận|phường|xã)\s+(.+?)(?:,|$)", words
    )
    return found[1] if found else ""


_LOOSE = re.compile(r"[^a-z0-9]+")
_LEVEL_TAIL = r"(?:phuong|xa|thi tran|thi xa|thanh pho|huyen|quan|tinh)"


def unit_form(name: str) -> str:
    """A unit's name as it is compared: folded, abbreviations out, punctuation gone, no leading "các"."""
    text = plain(_LOOSE.sub(" ", fold(name)))
    return re.sub(r"^(?:cac|nhung) ", "", text).strip()


@dataclass(frozen=True, slots=True)
class _Names:
    unit: Unit
    forms: frozenset[str]


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
    if form in {unit_form(body.name), unit_form(f"UBND {body.level}")}:
        return _body_unit(body, register)
    return Unit(
        id=f"{slug(name) or 'khong-ten'}--{body.id}",
        name=collapse(nfc(name)),
        body_id=body.id,
        kind=_guess_kind(form),
        registered=False,
    )


def _without_place(form: str, body: Body) -> str:
    """A name without the body's own level and name at its end: "… UBND phường", "… trên địa bàn xã X"."""
    level, place = _plain_level(body), plain(body.place)
    if not level:
        return form
    tail = rf"(?:(?: thuoc| cua| tren dia ban)? (?:uy ban nhan dan )?{level}(?: {re.escape(place)})?)$"
    return re.sub(tail, "", form)


def _plain_level(body: Body) -> str:
    return plain(body.level)


def _body_unit(body: Body, register: Register) -> Unit:
    for unit in register.units.values():
        if unit.body_id == body.id and unit.kind is UnitKind.BODY:
            return unit
    local = slug(f"UBND {body.level}") if body.level and _people_committee(body.name) else "co-quan-ban-hanh"
    return Unit(
        id=f"{local}--{body.id}",
        name=body.name,
        body_id=body.id,
        kind=UnitKind.BODY,
        contact=body.contact,
        registered=body.registered,
    )


_GUESSES = (
    (re.compile(r"ban thanh tra nhan dan"), UnitKind.INSPECTION),
    (re.compile(r"ban giam sat dau tu"), UnitKind.COMMUNITY_SUPERVISION),
    (re.compile(r"^(?:uy ban )?(?:mttq|mat tran to quoc|ubmttq)"), UnitKind.FRONT),
    (
        re.compile(r"^(?:hoi (?:phu nu|nong dan|cuu chien binh|lien hiep)|doan thanh nien|cong doan)"),
        UnitKind.UNION,
    ),
    (
        re.compile(r"^(?:thon|to dan pho|ap|ban|khu pho|to truong|truong thon)\b(?! chi dao| nganh)"),
        UnitKind.HAMLET,
    ),
    (re.compile(r"^(?:van phong|phong|bo phan|nganh|cong chuc|trung tam|so)\b"), UnitKind.PROFESSIONAL),
)


def _guess_kind(form: str) -> UnitKind:
    return next((kind for pattern, kind in _GUESSES if pattern.search(form)), UnitKind.OTHER)
