"""Bodies and units out of a register's YAML (``cơ quan:`` and ``đơn vị:`` lists)."""

from __future__ import annotations

from danbiet.model import Body, Contact, Source, Successor, Unit, UnitKind
from danbiet.records import Slip, Value, code_slip, mail_address_slip, web_address_slip
from danbiet.register.place_words import place_name, read_place
from danbiet.register.places import Place, level_name, own_place, province_place
from danbiet.register.reader import Reader, is_empty
from danbiet.text import fold, slug

BODY_KEYS = (
    "mã", "tên", "cấp", "địa danh", "tỉnh", "huyện", "thuộc", "liên hệ", "bắt đầu từ", "nhập từ", "kết thúc từ",
    "nói rõ", "kế thừa", "nghị quyết", "nguồn",
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


def read_body(reader: Reader, node: Value) -> Body | None:
    """One entry of ``cơ quan:``."""
    values = reader.mapping(node, BODY_KEYS, "mục cơ quan")
    name = reader.text(values.get("tên"))
    if not name:
        reader.problem(node, "mục cơ quan thiếu tên", "Thêm “tên: UBND phường …”")
        return None
    place, province = read_place(name), reader.text(values.get("tỉnh"))
    own = own_place(place, province)
    key = reader.checked(values.get("mã"), code_slip) or own.id or slug(name)
    if not key:
        _no_code(reader, node, name)
        return None
    return Body(
        id=key,
        name=name,
        level=reader.text(values.get("cấp")) or level_name(own),
        place=reader.text(values.get("địa danh")) or place_name(name),
        province=province,
        district=reader.text(values.get("huyện")),
        places=_places(key, reader.texts(values.get("thuộc")), own),
        contact=_contact(reader, values.get("liên hệ")),
        since=reader.day(values.get("bắt đầu từ")),
        formed_from=reader.texts(values.get("nhập từ")),
        ended=reader.day(values.get("kết thúc từ")),
        exists_note=reader.text(values.get("nói rõ")) or "",
        successors=tuple(_successor(reader, item) for item in reader.items(values.get("kế thừa"))),
        resolution=reader.text(values.get("nghị quyết")),
        sources=tuple(
            Source(where=text) if (text := reader.text(item)) else Source(where="")
            for item in reader.items(values.get("nguồn"))
        ),
    )


def _places(key: str, above: tuple[str, ...], own: Place) -> tuple[str, ...]:
    """The places a body stands in: its code, its own place, those it says, the province that it names."""
    province = province_place(own.province)
    ids = (key, own.id, *above, province.id if province else None)
    return tuple(dict.fromkeys(place for place in ids if place))


def _successor(reader: Reader, node: Value) -> Successor:
    values = reader.mapping(node, SUCCESSOR_KEYS, "đơn vị kế thừa")
    return Successor(
        name=reader.text(values.get("tên")) or "",
        province=reader.text(values.get("tỉnh")),
        code=reader.text(values.get("mã số")),
        formed_from=reader.texts(values.get("nhập từ")),
        note=reader.text(values.get("ghi chú")) or "",
        body_id=reader.checked(values.get("mã"), code_slip),
    )


def _contact(reader: Reader, node: Value | None) -> Contact | None:
    if node is None or is_empty(node):
        return None
    values = reader.mapping(node, CONTACT_KEYS, "liên hệ")
    found = Contact(
        address=reader.text(values.get("địa chỉ")),
        email=reader.checked(values.get("thư điện tử"), mail_address_slip),
        telephone=reader.text(values.get("điện thoại")),
        url=reader.checked(values.get("trang"), web_address_slip),
    )
    return found if found != Contact() else None


def read_unit(reader: Reader, node: Value) -> Unit | None:
    """One entry of ``đơn vị:``."""
    values = reader.mapping(node, UNIT_KEYS, "mục đơn vị")
    name, body = reader.text(values.get("tên")), reader.text(values.get("thuộc"))
    if not name or not body:
        reader.problem(node, "mục đơn vị thiếu tên hoặc cơ quan mà nó thuộc về", "Thêm “tên:” và “thuộc:”")
        return None
    local = reader.checked(values.get("mã"), code_slip) or slug(name)
    if not local:
        _no_code(reader, node, name)
    if not local or not reader.checked(values.get("thuộc"), _body_code_slip):
        return None
    return Unit(
        id=f"{local}--{body}",
        name=name,
        body_id=body,
        other_names=reader.texts(values.get("tên khác")),
        kind=_kind(reader, values.get("loại")),
        contact=_contact(reader, values.get("liên hệ")),
        successor=reader.text(values.get("kế thừa")),
    )


def _body_code_slip(text: str) -> Slip | None:
    """A unit names its body by the body's code."""
    return code_slip(text) and Slip(
        "ở đây cần mã của cơ quan",
        "Ghi mã của cơ quan, như quang-ninh-phuong-bai-chay; danh mục ghi mã ấy ở “mã”",
    )


def _no_code(reader: Reader, node: Value, name: str) -> None:
    reader.problem(node, "không lập được mã từ tên này", "Thêm “mã:”, như “mã: van-phong-thong-ke”", name)


def _kind(reader: Reader, node: Value | None) -> UnitKind:
    text = reader.text(node)
    if text is None:
        return UnitKind.OTHER
    for words, kind in KINDS.items():
        if fold(words) == fold(text):
            return kind
    reader.problem(node, "loại đơn vị không có trong danh mục", f"Viết một trong: {'; '.join(KINDS)}", text)
    return UnitKind.OTHER
