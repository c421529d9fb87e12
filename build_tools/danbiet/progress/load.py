"""A progress file held against its pydantic model: every finding names its line and column."""

from __future__ import annotations

import types
import typing
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from danbiet.issues import Issue
from danbiet.records import Faults, Form, Listed, Scalar, Table, Value, by_key, decode, fold_key, read_value

_FORM = Form(rule="tien-do-doc", name="tệp tiến độ", example="cơ quan: UBND xã …")
_Location = tuple[str | int, ...]
_Record = TypeVar("_Record", bound=BaseModel)
_MESSAGES = {
    "list_type": ("ở đây cần một danh sách", "Viết mỗi mục một dòng, bắt đầu bằng dấu “- ”"),
    "model_type": ("ở đây cần các dòng “khóa: giá trị”", "Viết như mẫu trong hướng dẫn báo cáo tiến độ"),
    "string_type": ("ở đây cần chữ", "Ghi nội dung sau dấu hai chấm"),
    "string_too_short": ("ở đây còn trống", "Ghi nội dung sau dấu hai chấm"),
}


@dataclass(slots=True)
class _Reading:
    """One file being read: what is wrong, and each value by its place in the model."""

    faults: Faults
    values: dict[_Location, Value] = field(default_factory=dict)

    def nearest(self, location: _Location) -> tuple[int, str]:
        """Offset and words of the value at a location, or of what it should stand in."""
        while location not in self.values:
            location = location[:-1]
        value = self.values[location]
        return value.offset, (value.text or "") if isinstance(value, Scalar) else ""


def load(
    path: str, data: bytes, model: type[_Record]
) -> tuple[_Record | None, dict[_Location, tuple[int, int]], list[Issue]]:
    """Read one YAML file by its model: the record, line and column of each value, and findings.

    Keys are matched without marks, capitals and underscores. The record is nothing where there is
    any finding; all findings are errors.
    """
    text, faults = decode(path, data)
    value = None if text is None else read_value(text, faults, _FORM)
    if text is None or value is None:
        return None, {}, faults.issues
    reading = _Reading(faults)
    if isinstance(value, Table) and not value.entries:
        faults.error(_FORM.rule, 0, "", "tệp trống", f"Ghi ít nhất một dòng “{_FORM.example}”")
        return None, {}, faults.issues
    plain = _plain(reading, value, model, ())
    if faults.issues:
        return None, {}, faults.issues
    try:
        record = model.model_validate(plain)
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            _explain(reading, dict(problem))
        return None, {}, faults.issues
    starts = [0, *(index + 1 for index, mark in enumerate(text) if mark == "\n")]
    return record, {at: _position(value.offset, starts) for at, value in reading.values.items()}, []


def _position(offset: int, starts: list[int]) -> tuple[int, int]:
    """Line and column, both from 1; ``starts`` is where each line begins."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _plain(reading: _Reading, value: Value, wanted: object, at: _Location) -> Any:
    """The value as plain data with canonical keys; ``wanted`` is the type the model has there."""
    reading.values[at] = value
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listed):
        item = _inner(wanted, list)
        inner = typing.get_args(item)[0] if item and typing.get_args(item) else None
        return [_plain(reading, child, inner, (*at, index)) for index, child in enumerate(value.items)]
    types_by_key, known = _fields(_inner(wanted, BaseModel))
    return {
        key: _plain(reading, child, types_by_key[key], (*at, key))
        for key, (_, child) in by_key(value, known, reading.faults, "mẫu").items()
    }


@cache
def _fields(model: type[BaseModel] | None) -> tuple[dict[str, Any], dict[str, str]]:
    """A model's keys with their types, and the keys by their folded spelling."""
    named = model.model_fields.items() if model else ()
    found = {f.alias or name: f.annotation for name, f in named}
    return found, {fold_key(alias): alias for alias in found}


def _inner(wanted: object, kind: type) -> Any:
    """The model, or the list type, inside ``X | None`` and ``Annotated``."""
    origin = typing.get_origin(wanted)
    if origin is typing.Annotated:
        return _inner(typing.get_args(wanted)[0], kind)
    if origin in (typing.Union, types.UnionType):
        return next((found for part in typing.get_args(wanted) if (found := _inner(part, kind))), None)
    if kind is list:
        return wanted if origin is list else None
    return wanted if isinstance(wanted, type) and issubclass(wanted, kind) else None


def _explain(reading: _Reading, problem: dict[str, Any]) -> None:
    location: _Location = tuple(problem["loc"])
    if problem["type"] == "missing":
        offset, _ = reading.nearest(location[:-1])
        message, remedy = f"thiếu khóa “{location[-1]}”", f"Thêm dòng “{location[-1]}: …”"
        reading.faults.error(_FORM.rule, offset, "", message, remedy)
        return
    offset, quote = reading.nearest(location)
    message, remedy = _MESSAGES.get(
        problem["type"], (str(problem["msg"]), "Sửa lại theo mẫu trong hướng dẫn")
    )
    if problem["type"] == "danbiet":
        remedy = problem["ctx"]["remedy"]
    reading.faults.error(_FORM.rule, offset, quote, message, remedy)
