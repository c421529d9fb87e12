"""YAML with positions, checked by a pydantic model: every finding names its line and column."""

from __future__ import annotations

import difflib
import types
import typing
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from danbiet.issues import Issue, Severity
from danbiet.text import collapse, fold, nfc

RULE = "tien-do-doc"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Location = tuple[str | int, ...]
_Record = TypeVar("_Record", bound=BaseModel)


@dataclass(slots=True)
class _Reading:
    """One file being read: where each value stands, as printed, and what is wrong."""

    path: str
    issues: list[Issue] = field(default_factory=list)
    places: dict[_Location, tuple[int, int, str]] = field(default_factory=dict)

    def fault(self, line: int, column: int, message: str, remedy: str, quote: str = "") -> None:
        self.issues.append(
            Issue(
                rule=RULE,
                severity=Severity.ERROR,
                path=self.path,
                line=line,
                column=column,
                message=message,
                remedy=remedy,
                quote=collapse(quote)[:80],
            )
        )

    def fault_at(self, node: yaml.Node, message: str, remedy: str) -> None:
        quote = node.value if isinstance(node, yaml.ScalarNode) else ""
        self.fault(node.start_mark.line + 1, node.start_mark.column + 1, message, remedy, quote)

    def put(self, location: _Location, node: yaml.Node) -> None:
        quote = node.value if isinstance(node, yaml.ScalarNode) else ""
        self.places[location] = (node.start_mark.line + 1, node.start_mark.column + 1, quote)


def load(
    path: str, data: bytes, model: type[_Record]
) -> tuple[_Record | None, dict[_Location, int], list[Issue]]:
    """Read one YAML file by its model: the record, the line of each value, and findings.

    Keys are matched without marks, capitals and underscores. The record is nothing where there is
    any finding; all findings are errors.
    """
    reading = _Reading(path)
    node = _compose(reading, data)
    value = _plain(reading, node, model, ()) if node is not None and not reading.issues else None
    if reading.issues:
        return None, {}, reading.issues
    try:
        record = model.model_validate(value if value is not None else {})
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            _explain(reading, dict(problem))
        return None, {}, reading.issues
    return record, {location: place[0] for location, place in reading.places.items()}, []


def _compose(reading: _Reading, data: bytes) -> yaml.Node | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reading.fault(line, 1, "tệp không phải UTF-8", "Lưu lại tệp với bảng mã UTF-8")
        return None
    try:
        # An alias may name itself, or a billion others: none is needed here.
        if "*" in text and any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader)
        ):
            reading.fault(1, 1, "tệp dùng tham chiếu YAML (*tên)", "Viết đầy đủ từng mục, không dùng & và *")
            return None
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = text.splitlines()
        quote = lines[line - 1] if line <= len(lines) else ""
        reading.fault(
            line,
            column,
            "không đọc được YAML ở đây",
            "Xem lại dấu hai chấm, thụt dòng và dấu ngoặc kép",
            quote,
        )
        return None
    except yaml.YAMLError:
        reading.fault(1, 1, "tệp có ký tự điều khiển không đọc được", "Gõ lại đoạn đã dán vào từ nơi khác")
        return None
    if node is None:
        reading.fault(1, 1, "tệp trống", "Ghi ít nhất một dòng “cơ quan: …”")
    return node


def _plain(reading: _Reading, node: yaml.Node, wanted: object, at: _Location) -> Any:
    """The node as plain data with canonical keys; ``wanted`` is the type the model has there."""
    reading.put(at, node)
    if isinstance(node, yaml.MappingNode):
        return _mapping(reading, node, _inner(wanted, BaseModel), at)
    if isinstance(node, yaml.SequenceNode):
        item = _inner(wanted, list)
        inner = typing.get_args(item)[0] if item and typing.get_args(item) else None
        return [_plain(reading, child, inner, (*at, index)) for index, child in enumerate(node.value)]
    text = nfc(node.value).strip()
    return None if node.tag == "tag:yaml.org,2002:null" or not text else text


def _mapping(reading: _Reading, node: yaml.MappingNode, model: Any, at: _Location) -> dict[str, Any]:
    fields = (
        {} if model is None else {f.alias or name: f.annotation for name, f in model.model_fields.items()}
    )
    folded = {_key(alias): alias for alias in fields}
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        printed = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        alias = folded.get(_key(printed))
        if alias is None:
            near = difflib.get_close_matches(_key(printed), list(folded), n=1, cutoff=0.0)
            remedy = (
                f"Có phải “{folded[near[0]]}”? Các khóa được dùng: {', '.join(fields)}"
                if near
                else "Bỏ mục này"
            )
            reading.fault_at(key_node, "khóa không có trong mẫu", remedy)
        elif alias in found:
            reading.fault_at(key_node, "khóa ghi hai lần", "Giữ lại một dòng")
        else:
            found[alias] = _plain(reading, value_node, fields[alias], (*at, alias))
    return found


@cache
def _fields(model: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """A model's keys with their types, and the keys by their folded spelling."""
    fields = (
        {} if model is None else {f.alias or name: f.annotation for name, f in model.model_fields.items()}
    )
    return fields, {_key(alias): alias for alias in fields}


@lru_cache(maxsize=256)
def _key(printed: str) -> str:
    return collapse(fold(nfc(printed)).replace("_", " ").replace("-", " "))


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


_MESSAGES = {
    "list_type": ("ở đây cần một danh sách", "Viết mỗi mục một dòng, bắt đầu bằng dấu “- ”"),
    "model_type": ("ở đây cần các dòng “khóa: giá trị”", "Viết như mẫu trong hướng dẫn báo cáo tiến độ"),
    "string_type": ("ở đây cần chữ", "Ghi nội dung sau dấu hai chấm"),
    "string_too_short": ("ở đây còn trống", "Ghi nội dung sau dấu hai chấm"),
}


def _explain(reading: _Reading, problem: dict[str, Any]) -> None:
    location: _Location = tuple(problem["loc"])
    if problem["type"] == "missing":
        line, column, _ = _nearest(reading, location[:-1])
        reading.fault(line, column, f"thiếu khóa “{location[-1]}”", f"Thêm dòng “{location[-1]}: …”")
        return
    line, column, quote = _nearest(reading, location)
    message, remedy = _MESSAGES.get(
        problem["type"], (str(problem["msg"]), "Sửa lại theo mẫu trong hướng dẫn")
    )
    if problem["type"] == "danbiet":
        remedy = problem["ctx"]["remedy"]
    reading.fault(line, column, message, remedy, quote)


def _nearest(reading: _Reading, location: _Location) -> tuple[int, int, str]:
    while location and location not in reading.places:
        location = location[:-1]
    return reading.places.get(location, (1, 1, ""))
