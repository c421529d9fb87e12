"""The JSON Schema of a site's own registers (plans/_danh-muc/*.yml), made from the tables that read them.

Keys are those of ``entries`` and ``body_entries``; only what is not one line of text is named here.
An editor reads ``số: 12`` as a number and an empty value as nothing, so both count as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from danbiet.register.body_entries import BODY_KEYS, CONTACT_KEYS, KINDS, SUCCESSOR_KEYS, UNIT_KEYS
from danbiet.register.entries import KEYS, SOURCE_KEYS, STATUSES
from danbiet.register.numbers import types

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "null"]}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_DATE_FORM = r"^(\d{4}(-\d{1,2}){0,2}|\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{4})$"
_PARTIAL: Schema = {"anyOf": [{"type": ["integer", "null"]}, {"type": "string", "pattern": _DATE_FORM}]}
_DAY: Schema = {
    "anyOf": [
        {"type": "null"},
        {"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})$"},
    ]
}
_YES: Schema = {"enum": ["có", "rồi", "chưa", "không", True, False, None]}

INSTRUMENT_SHAPES: Mapping[str, Schema] = {
    "trích yếu khác": _TEXTS,
    "tên khác": _TEXTS,
    "ngày ban hành": _PARTIAL,
    "ngày có hiệu lực": _DAY,
    "hết hiệu lực từ": _DAY,
    "kiểm tra ngày": _PARTIAL,
    "đã xác minh": _YES,
    "được thay thế bởi": _TEXTS,
    "được sửa đổi bởi": _TEXTS,
    "thay thế": _TEXTS,
    "chưa xác minh": _TEXTS,
    "ghi chú": _TEXTS,
    "địa chỉ cũ": _TEXTS,
    "ví dụ": _TEXTS,
}
BODY_SHAPES: Mapping[str, Schema] = {
    "thuộc": _TEXTS,
    "bắt đầu từ": _DAY,
    "nhập từ": _TEXTS,
    "kết thúc từ": _DAY,
}
SUCCESSOR_SHAPES: Mapping[str, Schema] = {"nhập từ": _TEXTS}
UNIT_SHAPES: Mapping[str, Schema] = {"tên khác": _TEXTS, "loại": {"enum": [*KINDS, None]}}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a register, keys as an officer types them."""
    source = {"anyOf": [_TEXT, _table(SOURCE_KEYS, {})]}
    contact = _table(CONTACT_KEYS, {})
    type_names = sorted({kind.name for kind in types().values()})
    instrument = _table(
        KEYS,
        {
            **INSTRUMENT_SHAPES,
            "tên loại": {"enum": type_names},
            "tình trạng": {"enum": [*STATUSES, None]},
            "nguồn": _one_or_more(source),
        },
        ("tên loại", "trích yếu"),
    )
    body = _table(
        BODY_KEYS,
        {
            **BODY_SHAPES,
            "liên hệ": _or_nothing(contact),
            "kế thừa": _one_or_more(_table(SUCCESSOR_KEYS, SUCCESSOR_SHAPES)),
            "nguồn": _one_or_more(source),
        },
        ("tên",),
    )
    unit = _table(UNIT_KEYS, {**UNIT_SHAPES, "liên hệ": _or_nothing(contact)}, ("tên", "thuộc"))
    sections = {"văn bản": instrument, "cơ quan": body, "đơn vị": unit}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Danh mục của trang",
        "description": "Cơ quan, đơn vị và văn bản của địa phương (plans/_danh-muc/*.yml)",
        "type": "object",
        "properties": {key: _one_or_more(item) for key, item in sections.items()},
        "additionalProperties": False,
    }


def _table(keys: Iterable[str], shapes: Mapping[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    table: Schema = {
        "type": "object",
        "properties": {key: shapes.get(key, _TEXT) for key in keys},
        "additionalProperties": False,
    }
    return {**table, "required": list(required)} if required else table


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [{"type": "null"}, item, {"type": "array", "items": item}]}


def _or_nothing(item: Schema) -> Schema:
    return {"anyOf": [{"type": "null"}, item]}
