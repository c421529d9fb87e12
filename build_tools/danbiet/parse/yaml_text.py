"""Front matter's YAML → keys and values as typed, each with its offset; what is broken, in Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from danbiet.parse.faults import Faults
from danbiet.text import nfc

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_NO_SPACE = re.compile(r"^\s*(?P<key>[^\W\d][\w ]{0,40}):(?P<value>[^\s:/].*)$")
_LINE = re.compile(r"[^\r\n]*")
RULE = "phan-dau-hong"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; nothing where the value is left empty."""

    text: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of values."""

    items: tuple[Value, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order typed, doubles included."""

    entries: tuple[tuple[Scalar, Value], ...]
    offset: int


Value = Scalar | Listed | Table


def read_yaml(source: str, start: int, end: int, faults: Faults) -> Table | None:
    """The table that stands at ``source[start:end]``; nothing, and one finding, where it is broken."""
    text = source[start:end]
    control = _CONTROL.search(text)
    if control:
        faults.error(
            RULE,
            start + control.start(),
            f"U+{ord(control.group()):04X}",
            "Phần đầu có ký tự điều khiển không nhìn thấy được",
            "Xóa ký tự ấy rồi gõ lại dòng này",
        )
        return None
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError) as broken:
        _report(source, start, end, getattr(broken, "problem_mark", None), faults)
        return None
    if node is None:
        return Table((), start)
    if not isinstance(node, MappingNode):
        _report(source, start, end, node.start_mark, faults)
        return None
    try:
        value = _convert(node, start, 0, set())
    except _TooDeepError as deep:
        faults.error(
            RULE,
            deep.offset,
            faults.line_from(deep.offset),
            "Phần đầu lồng nhau quá sâu",
            "Mỗi dòng chỉ ghi một khóa và một giá trị",
        )
        return None
    assert isinstance(value, Table)
    return value


class _TooDeepError(Exception):
    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


def _convert(node: Node, start: int, depth: int, seen: set[int]) -> Value:
    at = start + node.start_mark.index
    if depth > 5:
        raise _TooDeepError(at)
    if isinstance(node, ScalarNode):
        empty = node.tag == "tag:yaml.org,2002:null" and not node.style
        value = None if empty or not node.value.strip() else " ".join(nfc(node.value).split())
        return Scalar(value, at)
    if id(node) in seen:  # an alias: ten of them in ten of them … would fill the memory
        raise _TooDeepError(at)
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        return Listed(tuple(_convert(item, start, depth + 1, seen) for item in node.value), at)
    entries: list[tuple[Scalar, Value]] = []
    for key, value in node.value:
        read = _convert(key, start, depth + 1, seen)
        name = read if isinstance(read, Scalar) else Scalar(None, read.offset)
        entries.append((name, _convert(value, start, depth + 1, seen)))
    return Table(tuple(entries), at)


def _report(source: str, start: int, end: int, mark: yaml.Mark | None, faults: Faults) -> None:
    """One finding about broken YAML: at the line that is to blame, with a guess at the cause."""
    at = min(start + (mark.index if mark else 0), max(start, end - 1))
    culprit = _culprit(source, start, end, at)
    offset, line, message, remedy = culprit or _generic(source, at, start)
    faults.error(RULE, offset, line, message, remedy)


def _culprit(source: str, start: int, end: int, at: int) -> tuple[int, str, str, str] | None:
    """The nearest line at or before the problem that shows a slip officers often make."""
    lines = [(m.start(), m.group()) for m in _LINE.finditer(source, start, end) if m.group().strip()]
    near = [pair for pair in lines if pair[0] <= at][-2:] + [pair for pair in lines if pair[0] > at][:1]
    for offset, line in near:
        indent = len(line) - len(line.lstrip())
        if "\t" in line[:indent]:
            return (
                offset,
                line.strip(),
                "Dòng thụt vào bằng phím Tab, phần đầu không nhận phím Tab",
                "Xóa Tab và dùng dấu cách, ví dụ hai dấu cách ở đầu dòng",
            )
    for offset, line in near:
        indent = len(line) - len(line.lstrip())
        tight = _NO_SPACE.match(line)
        if tight and ": " not in line:
            return (
                offset + indent,
                line.strip(),
                "Thiếu dấu cách sau dấu hai chấm",
                f"Viết “{tight['key'].strip()}: {tight['value'].strip()}”",
            )
        key, colon, value = line.partition(":")
        value = value.strip()
        quoted = value.replace('"', "”")
        if colon and value and value[0] not in "\"'[{#|>" and re.search(r":\s|:$", value):
            return (
                offset + line.index(value, len(key) + 1),
                value,
                "Giá trị có dấu hai chấm ở giữa nên phải đặt trong dấu nháy",
                f'Viết {key.strip()}: "{quoted}"',
            )
        if colon and value and value[0] in "@`%&*!|>,?":
            return (
                offset + line.index(value, len(key) + 1),
                value,
                f"Giá trị bắt đầu bằng ký tự “{value[0]}” nên phải đặt trong dấu nháy",
                f'Viết {key.strip()}: "{quoted}"',
            )
        if colon and value and value[0] in "\"'" and (len(value) < 2 or value.count(value[0]) % 2):
            return (
                offset + line.index(value, len(key) + 1),
                value,
                "Dấu nháy mở ra mà không đóng lại, hoặc có dấu nháy ở giữa",
                f'Viết {key.strip()}: "{value.strip(chr(34) + chr(39)).replace(chr(34), "”")}"',
            )
        if colon and value and value[0] in "[{" and not value.endswith(("]", "}")):
            return (
                offset + line.index(value, len(key) + 1),
                value,
                f"Dấu “{value[0]}” mở ra mà không đóng lại",
                f"Thêm dấu “{']' if value[0] == '[' else '}'}” ở cuối, hoặc ghi mỗi mục một dòng bắt đầu bằng “- ”",
            )
    for offset, line in near:
        bare = line.strip()
        if ":" not in bare and not bare.startswith(("-", "#", '"', "'")):
            return (
                offset + len(line) - len(line.lstrip()),
                bare,
                "Dòng không có dấu hai chấm nên không phải là khóa và giá trị",
                "Viết theo mẫu “trích yếu: Thực hiện dân chủ ở cơ sở năm 2025”",
            )
    return None


def _generic(source: str, at: int, start: int) -> tuple[int, str, str, str]:
    line_start = max(source.rfind("\n", 0, at) + 1, start)
    found = _LINE.match(source, line_start)
    line = found.group().strip() if found else ""
    return (
        at,
        line,
        "Không đọc được phần đầu tệp từ chỗ này",
        "Mỗi dòng viết “khóa: giá trị”, ví dụ “trích yếu: Thực hiện dân chủ ở cơ sở năm 2025”; "
        "giá trị có dấu đặc biệt thì đặt trong dấu nháy kép",
    )
