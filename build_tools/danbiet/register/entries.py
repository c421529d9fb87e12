"""Instruments out of a register's YAML (``văn bản:`` lists)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from danbiet.model import Instrument, InstrumentStatus, Source
from danbiet.records import Scalar, Value, code_slip, nearest, web_address_slip
from danbiet.records.dates import read_date
from danbiet.register.numbers import instrument_id, type_code, types
from danbiet.register.reader import Reader
from danbiet.register.records import Entry
from danbiet.text import fold, slug

KEYS = (
    "mã", "tên loại", "số ký hiệu", "trích yếu", "trích yếu khác", "tên khác", "cơ quan ban hành", "địa phương",
    "ngày ban hành", "ngày có hiệu lực", "hết hiệu lực từ", "tình trạng", "nói rõ tình trạng", "kiểm tra ngày",
    "đã xác minh", "chưa xác minh", "được thay thế bởi", "thay thế tại", "được sửa đổi bởi", "thay thế",
    "số suy đoán", "trùng số", "ghi chú", "nguồn", "địa chỉ", "địa chỉ cũ", "ví dụ",
)  # fmt: skip
SOURCE_KEYS = ("nơi", "cho biết", "địa chỉ", "loại nguồn")
STATUSES = {
    "còn hiệu lực": InstrumentStatus.IN_FORCE,
    "còn hiệu lực, đã sửa đổi": InstrumentStatus.IN_FORCE_AMENDED,
    "hết hiệu lực": InstrumentStatus.EXPIRED,
    "có thể đã hết hiệu lực": InstrumentStatus.PRESUMED_LAPSED,
    "chưa thấy văn bản thay thế": InstrumentStatus.NO_REPLACEMENT_SEEN,
    "chưa xác minh": InstrumentStatus.UNVERIFIED,
}


def read_entry(reader: Reader, node: Value) -> Entry | None:
    """One entry; nothing, with an error, where it names no instrument."""
    values = reader.mapping(node, KEYS, "mục văn bản")
    text = {key: reader.text(values.get(key)) for key in _ONE_VALUE if key in values}
    key = _key(reader, node, values, text)
    if key is None:
        return None
    return Entry(
        instrument=_instrument(reader, key, values, text),
        subjects=reader.texts(values.get("trích yếu khác")),
        presumed_number=text.get("số suy đoán"),
        examples=reader.texts(values.get("ví dụ")),
        reused="trùng số" in values,
    )


def _key(
    reader: Reader, node: Value, values: Mapping[str, Value], text: Mapping[str, str | None]
) -> str | None:
    """The id an entry has or its facts give; nothing, with an error, where it is no entry."""
    type_name, title = text.get("tên loại"), text.get("trích yếu")
    if not type_name or not title:
        reader.problem(node, "mục văn bản thiếu tên loại hoặc trích yếu", "Thêm “tên loại:” và “trích yếu:”")
        return None
    if fold(type_name) not in types():
        reader.problem(
            values["tên loại"], "tên loại văn bản không có trong danh mục", _near_type(type_name), type_name
        )
        return None
    if text.get("mã"):
        return reader.checked(values["mã"], _ID_SLIP)
    place = reader.checked(values.get("địa phương"), code_slip)
    year = _year(values.get("ngày ban hành"))
    key = _derived_id(type_name, text.get("số ký hiệu"), title, year, place)
    if _ID_SLIP(key):
        reader.problem(
            node, "không lập được mã từ số ký hiệu, trích yếu này", "Thêm “mã:”, như “mã: qd-12-qd-ubnd-2024”"
        )
        return None
    return key


def _instrument(
    reader: Reader, key: str, values: Mapping[str, Value], text: Mapping[str, str | None]
) -> Instrument:
    unverified = reader.texts(values.get("chưa xác minh"))
    return Instrument(
        id=key,
        type_name=types()[fold(text["tên loại"] or "")].name,
        title=text["trích yếu"] or "",
        number=text.get("số ký hiệu"),
        issuer=text.get("cơ quan ban hành"),
        issued=reader.partial(values.get("ngày ban hành")),
        effective=reader.day(values.get("ngày có hiệu lực")),
        ended=reader.day(values.get("hết hiệu lực từ")),
        place=text.get("địa phương"),
        status=_status(reader, values.get("tình trạng"), unverified),
        status_note=text.get("nói rõ tình trạng") or "",
        replaced_by=reader.texts(values.get("được thay thế bởi")),
        amended_by=reader.texts(values.get("được sửa đổi bởi")),
        replaces=reader.texts(values.get("thay thế")),
        other_names=reader.texts(values.get("tên khác")),
        former_ids=tuple(
            old for item in reader.items(values.get("địa chỉ cũ")) if (old := reader.checked(item, _ID_SLIP))
        ),
        sources=tuple(_source(reader, item) for item in reader.items(values.get("nguồn"))),
        checked_on=reader.partial(values.get("kiểm tra ngày")),
        identity_confirmed=reader.yes(values.get("đã xác minh")),
        notes=_notes(reader.texts(values.get("ghi chú")), text, unverified),
        url=reader.checked(values.get("địa chỉ"), web_address_slip),
    )


# What claims to be known of an instrument's force, and the words under "chưa xác minh" that take it back.
_CLAIMS = {InstrumentStatus.IN_FORCE, InstrumentStatus.IN_FORCE_AMENDED, InstrumentStatus.EXPIRED}
_FORCE = re.compile(r"(?:hieu luc|tinh trang|moi du kien)(?!\w)")
_ID_SLIP = partial(code_slip, pair=True)
_ONE_VALUE = (
    "mã", "tên loại", "số ký hiệu", "trích yếu", "cơ quan ban hành", "địa phương", "nói rõ tình trạng",
    "thay thế tại", "số suy đoán", "trùng số", "địa chỉ",
)  # fmt: skip


def _near_type(type_name: str) -> str:
    near = nearest(type_name, (kind.name for kind in types().values()), cutoff=0)
    return f"Có phải là “{near}”" if near else "Xem danh mục loại văn bản"


def _year(issued: Value | None) -> int | None:
    read = read_date(issued.text) if isinstance(issued, Scalar) and issued.text else None
    return read.year if read else None


def _derived_id(type_name: str, number: str | None, title: str, year: int | None, place: str | None) -> str:
    if number:
        return instrument_id(type_name, number, year, place)
    name = slug(title)
    for prefix in (slug(type_name), type_code(type_name)):
        name = name.removeprefix(f"{prefix}-")
    return (
        f"{type_code(type_name)}-{name[:80].strip('-')}"
        + (f"-{year}" if year else "")
        + (f"--{place}" if place else "")
    )


def _status(reader: Reader, node: Value | None, unverified: tuple[str, ...]) -> InstrumentStatus:
    """The status as written, but nothing is said to be in force or ended that "chưa xác minh" lists."""
    text = reader.text(node)
    if text is None:
        return InstrumentStatus.UNVERIFIED
    for words, status in STATUSES.items():
        if fold(words) == fold(text):
            doubted = status in _CLAIMS and any(_FORCE.match(fold(what)) for what in unverified)
            return InstrumentStatus.UNVERIFIED if doubted else status
    reader.problem(node, "tình trạng không có trong danh mục", f"Viết một trong: {'; '.join(STATUSES)}", text)
    return InstrumentStatus.UNVERIFIED


def _source(reader: Reader, node: Value) -> Source:
    if isinstance(node, Scalar):
        return Source(where=reader.text(node) or "")
    values = reader.mapping(node, SOURCE_KEYS, "nguồn")
    kind = reader.text(values.get("loại nguồn")) or "thứ cấp"
    return Source(
        where=reader.text(values.get("nơi")) or reader.text(values.get("địa chỉ")) or "",
        says=reader.text(values.get("cho biết")) or "",
        url=reader.checked(values.get("địa chỉ"), web_address_slip),
        secondary=fold(kind) != "chinh thuc",
    )


def _notes(
    written: tuple[str, ...], text: Mapping[str, str | None], unverified: tuple[str, ...]
) -> tuple[str, ...]:
    """What a reader is told beside the facts: replaced where, number reused, presumed, unverified."""
    notes = list(written)
    if where := text.get("thay thế tại"):
        notes.insert(0, f"Chỗ nói về việc thay thế: {where}.")
    if number := text.get("số suy đoán"):
        notes.append(
            f"Số, ký hiệu có thể là {number}: suy đoán theo cách đánh số, chưa có nguồn nào xác nhận."
        )
    if reused := text.get("trùng số"):
        notes.append(f"Trùng số: {reused}")
    if unverified:
        notes.append(f"Chưa xác minh: {'; '.join(unverified)}.")
    return tuple(notes)
