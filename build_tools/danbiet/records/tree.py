"""YAML → keys and values as typed, each with its offset. YAML's own dates, numbers and booleans stay texts.

The tree is grown from the parser's events: nothing recurses, so nothing nested can exhaust a stack,
and what would change a value without a word (anchors, aliases, tags) is refused where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml import events

from danbiet.records.broken import Form, report
from danbiet.records.faults import Faults
from danbiet.text import collapse, nfc

__all__ = ["Form", "Listed", "Scalar", "Table", "Value", "read_table", "read_value"]

_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed, in NFC with single spaces; nothing where the value is left empty."""

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


class _RefusedError(Exception):
    """The YAML says something that no file of ours may say; without a message, broken as far as we care."""

    def __init__(self, event: events.Event, message: str = "", remedy: str = "") -> None:
        super().__init__()
        self.at, self.message, self.remedy = _index(event), message, remedy


def read_value(
    source: str, faults: Faults, form: Form, start: int = 0, end: int | None = None
) -> Value | None:
    """The value that stands at ``source[start:end]``; nothing, and one finding, where it is broken.

    Offsets are code points of ``source``. A file without any value gives an empty table.
    """
    end = len(source) if end is None else end
    start += source.startswith("\ufeff", start, end)
    text = source[start:end]
    control = _CONTROL.search(text)
    if control:
        faults.error(
            form.rule,
            start + control.start(),
            f"U+{ord(control.group()):04X}",
            f"{form.name} có ký tự điều khiển không nhìn thấy được",
            "Xóa ký tự ấy rồi gõ lại dòng này",
        )
        return None
    try:
        return _grow(yaml.parse(text, Loader=_LOADER), start, form.deepest)
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None) or getattr(broken, "context_mark", None)
        report(source, start, end, mark.index if mark else 0, faults, form)
    except _RefusedError as refused:
        at = refused.at
        if refused.message:
            faults.error(form.rule, start + at, faults.line_from(start + at), refused.message, refused.remedy)
        else:
            report(source, start, end, at, faults, form)
    return None


def read_table(
    source: str, faults: Faults, form: Form, start: int = 0, end: int | None = None
) -> Table | None:
    """The same, where only keys with values may stand."""
    value = read_value(source, faults, form, start, end)
    if value is None or isinstance(value, Table):
        return value
    report(source, start, len(source) if end is None else end, value.offset - start, faults, form)
    return None


def _index(event: events.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


@dataclass(slots=True)
class _Open:
    """A list or table whose end has not come yet."""

    event: events.Event
    values: list[Value] = field(default_factory=list)

    def close(self, start: int) -> Value:
        at, values = start + _index(self.event), self.values
        if isinstance(self.event, events.SequenceStartEvent):
            return Listed(tuple(values), at)
        keys = (key if isinstance(key, Scalar) else Scalar(None, key.offset) for key in values[::2])
        return Table(tuple(zip(keys, values[1::2], strict=True)), at)


def _grow(parsed: Iterator[events.Event], start: int, deepest: int) -> Value:
    root: list[Value] = []
    stack: list[_Open] = []
    for event in parsed:
        if isinstance(event, events.NodeEvent):
            _plain(event)
        if isinstance(event, events.CollectionStartEvent):
            stack.append(_Open(event))
            if len(stack) > deepest:
                raise _RefusedError(
                    event, "các mục lồng nhau quá sâu", "Viết lại theo mẫu, mỗi dòng một khóa và một giá trị"
                )
            continue
        if isinstance(event, events.CollectionEndEvent):
            value = stack.pop().close(start)
        elif isinstance(event, events.ScalarEvent):
            value = _scalar(event, start)
        elif isinstance(event, events.DocumentStartEvent) and root:
            raise _RefusedError(event)
        else:
            continue
        (stack[-1].values if stack else root).append(value)
    return root[0] if root else Table((), start)


def _plain(event: events.NodeEvent) -> None:
    """Refuse what stands for something else: an alias may name itself, an anchor or tag eats a word."""
    tagged = isinstance(event, events.CollectionStartEvent | events.ScalarEvent) and event.tag
    if event.anchor or tagged:
        raise _RefusedError(event)


def _scalar(event: events.ScalarEvent, start: int) -> Scalar:
    text = collapse(nfc(event.value))
    empty = not text or (event.implicit[0] and event.value in _NOTHING)
    return Scalar(None if empty else text, start + _index(event))
