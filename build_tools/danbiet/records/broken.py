"""Broken YAML → one finding at the line that is to blame, with a guess at the slip behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from danbiet.records.faults import Faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A kind of file: the rule its findings bear, what it is called, a line as it should be, and how deep it nests."""

    rule: str
    name: str
    example: str
    deepest: int = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: ``key: value``, perhaps behind the dash of a list."""

    offset: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    def pair(self) -> tuple[str, str]:
        """Key and value; two empty texts where the line is none or holds several, in braces."""
        key, colon, value = self.text.partition(":")
        key = key.strip().removeprefix("- ").strip()
        return (key, value.strip()) if colon and not key.startswith(("[", "{")) else ("", "")

    def at(self, words: str) -> int:
        return self.offset + self.text.index(words, self.text.index(":") + 1 if ":" in self.text else 0)


_Finding = tuple[int, str, str, str]
_UNCLOSED = "dấu nháy mở ra mà không đóng lại, hoặc có dấu nháy ở giữa"
_LINE = re.compile(r"[^\r\n]*")
_NO_SPACE = re.compile(r"^\s*(?:- +)?(?P<key>[^\W\d][\w ]{0,40}):(?P<value>[^\s:/].*)$")
_FOLDED_TEXT = re.compile(r"[|>][-+\d]{0,2}")


def report(source: str, start: int, end: int, at: int, faults: Faults, form: Form) -> None:
    """Add the finding about ``source[start:end]``, which the parser gave up ``at`` code points after ``start``."""
    at = min(start + at, max(start, end - 1))
    lines = [_Line(m.start(), m.group()) for m in _LINE.finditer(source, start, end) if m.group().strip()]
    near = [line for line in lines if line.offset <= at][-2:] + [line for line in lines if line.offset > at][
        :1
    ]
    offset, quote, message, remedy = (
        next(_slips(near, at, form), None)
        or _open_quote(lines, at)
        or (
            at,
            _line_around(source, at, start),
            f"không đọc được {form.name} từ chỗ này",
            f"Mỗi dòng viết “khóa: giá trị”, ví dụ “{form.example}”; "
            "giá trị có dấu đặc biệt thì đặt trong dấu nháy kép",
        )
    )
    faults.error(form.rule, offset, quote, message, remedy)


def _open_quote(lines: list[_Line], at: int) -> _Finding | None:
    """The last value before the parser gave up that opens a quotation mark and closes none on its line."""
    for line in reversed([line for line in lines if line.offset <= at]):
        for finding in _slips_of_value(line):
            if finding[2] == _UNCLOSED:
                return finding
    return None


def _slips(near: list[_Line], at: int, form: Form) -> Iterator[_Finding]:
    """The slips that officers often make, the likeliest first."""
    for line in near:
        if "\t" in line.text[: line.indent]:
            yield (
                line.offset,
                line.bare,
                f"dòng thụt vào bằng phím Tab, {form.name} không nhận phím Tab",
                "Xóa Tab và dùng dấu cách, ví dụ hai dấu cách ở đầu dòng",
            )
    for above, line in pairwise(near):
        yield from _slips_of_item(above, line)
    for line in near:
        yield from _slips_of_value(line)
    deepest = max(
        (line.indent for line in near if line.offset <= at < line.offset + 1 + len(line.text)), default=0
    )
    for line in near:
        # A line further in than the broken one belongs to a long text.
        if ":" not in line.bare and not line.bare.startswith(("-", "#", '"', "'")) and line.indent <= deepest:
            yield (
                line.offset + line.indent,
                line.bare,
                "dòng không có dấu hai chấm nên không phải là khóa và giá trị",
                f"Viết theo mẫu “{form.example}”",
            )


def _slips_of_item(above: _Line, line: _Line) -> Iterator[_Finding]:
    """An entry pasted below an empty list, or out of line with the entry above it."""
    if not line.bare.startswith("- "):
        return
    if above.bare.endswith("[]"):
        yield (
            above.at("[]"),
            above.bare,
            "“[]” nghĩa là danh sách trống nên không thêm mục ở dưới được",
            f"Xóa “[]” ở dòng này, chỉ để “{above.bare.removesuffix('[]').strip()}”",
        )
    elif above.bare.startswith("- ") and above.indent != line.indent:
        yield (
            line.offset + line.indent,
            line.bare,
            "dấu “-” của mục không thẳng hàng với mục trên",
            f"Để {above.indent or 'không có'} dấu cách trước dấu “-”, như mục trên",
        )


def _slips_of_value(line: _Line) -> Iterator[_Finding]:
    tight = _NO_SPACE.match(line.text)
    if tight and ": " not in line.text:
        remedy = f"Viết “{tight['key'].strip()}: {tight['value'].strip()}”"
        yield line.offset + line.indent, line.bare, "thiếu dấu cách sau dấu hai chấm", remedy
    key, value = line.pair()
    if not value:
        return
    first, quoted = value[0], value.replace('"', "”")
    message, remedy = "", f'Viết {key}: "{quoted}"'
    if first not in "\"'[{#|>" and re.search(r":\s|:$", value):
        message = "giá trị có dấu hai chấm ở giữa nên phải đặt trong dấu nháy"
    elif first in "@`%&*!|>,?" and not _FOLDED_TEXT.fullmatch(value):
        message = f"giá trị bắt đầu bằng ký tự “{first}” nên phải đặt trong dấu nháy"
    elif first in "\"'" and (len(value) < 2 or value.count(first) % 2):
        message = _UNCLOSED
        remedy = f'Viết {key}: "{value.strip(chr(34) + chr(39)).replace(chr(34), "”")}"'
    elif first in "[{" and not value.endswith(("]", "}")):
        message = f"dấu “{first}” mở ra mà không đóng lại"
        close = "]" if first == "[" else "}"
        remedy = f"Thêm dấu “{close}” ở cuối, hoặc ghi mỗi mục một dòng bắt đầu bằng “- ”"
    if message:
        yield line.at(value), value, message, remedy


def _line_around(source: str, at: int, start: int) -> str:
    found = _LINE.match(source, max(source.rfind("\n", 0, at) + 1, start))
    return found.group().strip() if found else ""
