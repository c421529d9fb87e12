"""Plain text and Markdown → Sheet: line wraps of a text layer healed, marks of emphasis read as looks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from danbiet.draft import words
from danbiet.draft.body import kind_of
from danbiet.draft.healing import joined
from danbiet.draft.record import Dropped, LeftOut, Para, Sheet, Table
from danbiet.text import collapse

_END = re.compile(r"[.;:!?][\"”)]*\s*$")
_ITEM = re.compile(r"^[-–+•*]\s*\S")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_GUTTER = re.compile(r"^(?P<left>.*?)(?:(?<=\S)(?:\s{4,}|[ ]*\t\s*)|^\s{25,})(?P<right>\S.*)$")
_COLUMNS = 3  # at least, in a table whose cells stand apart by tabs
_PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?(\d{1,3})(?:\s*-)?\s*$")


Heal = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    blanks: int  # empty lines before it
    hard: bool = False  # ends in a Markdown line break


def read_plain(text: str, notes: Sequence[str] = (), heal: Heal | None = None) -> Sheet:
    """The paragraphs of a text file (already decoded, NFC).

    ``heal`` turns a text with hard line wraps into its paragraphs, keeping every character that is
    not white space; without it the rules of this module decide line by line.
    """
    stamps = tuple(words.STAMP_TIME.findall(text))
    body = _columns_apart(words.STAMP_TIME.sub("", text))
    lines = list(_lines(body))
    wrapped = _is_wrapped(lines)
    left_out = [LeftOut(stamp, Dropped.STAMP) for stamp in stamps]
    if wrapped:
        lines, numbers = _without_page_numbers(lines)
        left_out += [LeftOut(number, Dropped.PAGE_NUMBER) for number in numbers]
    items = tuple(_healed(lines, heal) if wrapped and heal else _items(lines, wrapped))
    return Sheet(items=items, stamps=stamps, left_out=tuple(left_out), notes=tuple(notes), raw=_bare(text))


def _bare(text: str) -> str:
    """A text without the marks of Markdown that are no words."""
    return re.sub(r"^\s{0,3}#{1,6}\s", "", text, flags=re.MULTILINE).replace("*", "")


def _columns_apart(text: str) -> str:
    """A text whose recipients and signature stand side by side, with one below the other."""
    lines = text.split("\n")
    start = next((k for k, line in enumerate(lines) if words.RECIPIENTS.match(line.strip())), None)
    if start is None:
        return text
    end = next((k for k in range(start, len(lines)) if _ends_recipients(lines[k])), len(lines))
    end = min(end, start + 40)
    listed = [k for k in range(start, end) if _ITEM.match(lines[k].strip()) or _GUTTER.match(lines[k])]
    end = listed[-1] + 1 if listed else end  # the signer's name, alone below both columns, comes last
    parts = [_GUTTER.match(line) for line in lines[start:end]]
    right = [part["right"] for part in parts if part]
    if not any(words.AUTHORITY.match(p) or (words.is_upper(p) and len(p.split()) > 1) for p in right):
        return text
    left = [part["left"] if part else line for part, line in zip(parts, lines[start:end], strict=True)]
    return "\n".join([*lines[:start], *left, *right, *lines[end:]])


def _ends_recipients(line: str) -> bool:
    """Whether a line cannot stand among recipients and signature: an annex's title, a table's row.

    "- Như trên;⇥KT. CHỦ TỊCH⇥PHÓ CHỦ TỊCH" is a recipient beside two lines of the signature.
    """
    if words.ANNEX.match(line.strip()):
        return True
    cells = [cell.strip() for cell in _cells(line) if cell.strip()]
    signs = any(words.AUTHORITY.match(cell) for cell in cells[1:])
    return len(cells) >= _COLUMNS and not (signs or _ITEM.match(line.strip()))


def _lines(text: str) -> Iterator[_Line]:
    blanks = 0
    for raw in text.replace("\f", "\n").split("\n"):
        if not raw.strip("\u200b\ufeff \t\u00a0"):
            blanks += 1
            continue
        line = raw.replace("\u00a0", " ")
        hard = line.endswith("  ") and "**" in line
        yield _Line(line.rstrip() if "\t" not in line else line, blanks, hard)
        blanks = 0


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether a text keeps the line ends of its pages: many lines break inside a sentence."""
    long = [(a, b) for a, b in itertools.pairwise(lines) if 45 <= len(a.text.strip()) <= 130]
    broken = sum(not _END.search(a.text) and b.text.strip()[:1].islower() for a, b in long)
    return broken >= 2 and broken >= 0.2 * len(long)


def _without_page_numbers(lines: Sequence[_Line]) -> tuple[list[_Line], list[str]]:
    """The lines without those that count the pages: 2, 3, 4 …"""
    kept: list[_Line] = []
    numbers: list[str] = []
    expected = {1, 2}
    for line in lines:
        found = _PAGE_NUMBER.match(line.text)
        if found and int(found[1]) in expected:
            numbers.append(line.text.strip())
            expected = {int(found[1]) + 1}
        else:
            kept.append(line)
    return kept, numbers


def _healed(lines: Sequence[_Line], heal: Heal) -> Iterator[Para]:
    """The paragraphs that ``heal`` makes, each with the room before its first line."""
    usual = _usual_blanks(lines)
    pending = iter(lines)
    room = 0  # characters of the lines taken so far that stand in no paragraph yet
    whole = "".join("\n" * line.blanks + line.text + "\n" for line in lines)
    for paragraph in heal(whole):
        first: _Line | None = None
        size = len("".join(paragraph.split()))
        while room < size and (line := next(pending, None)) is not None:
            first = first or line
            room += len("".join(line.text.split()))
        room -= size
        yield _para(paragraph, gap=first is not None and first.blanks > usual)


def _items(lines: Sequence[_Line], wrapped: bool) -> Iterator[Para | Table]:
    width = _width(lines)
    usual = _usual_blanks(lines)
    at = 0
    while at < len(lines):
        if (
            _TABLE_LINE.match(lines[at].text)
            and at + 1 < len(lines)
            and _TABLE_RULE.match(lines[at + 1].text)
        ):
            rows, at = _table(lines, at)
            yield rows
            continue
        if "\t" in lines[at].text and (stop := _tabbed(lines, at)):
            yield Table(rows=tuple(_cells(line.text) for line in lines[at:stop]))
            at = stop
            continue
        text = lines[at].text.strip()
        gap = lines[at].blanks > usual
        at += 1
        while at < len(lines) and wrapped and _goes_on(text, lines[at], width, usual):
            text = joined(text, lines[at].text.strip())
            at += 1
        while at < len(lines) and lines[at - 1].hard and not lines[at].blanks:
            text = f"{text}\n{lines[at].text.strip()}"
            at += 1
        yield _para(text, gap=gap)


def _width(lines: Sequence[_Line]) -> int:
    """The length of a full line: nine tenths of the lines are no longer."""
    lengths = sorted(len(line.text.strip()) for line in lines if len(line.text.strip()) > 40)
    return lengths[int(len(lengths) * 0.9)] if lengths else 80


def _usual_blanks(lines: Sequence[_Line]) -> int:
    """How many empty lines stand between two lines of this text as a rule: between its wrapped ones."""
    pairs = list(itertools.pairwise(lines))
    inside = sorted(
        b.blanks for a, b in pairs if b.text.strip()[:1].islower() and not _END.search(a.text)
    ) or sorted(b.blanks for _a, b in pairs)
    return inside[len(inside) // 2] if inside else 0


def _goes_on(text: str, line: _Line, width: int, usual: int) -> bool:
    """Whether a line only continues the paragraph before it."""
    following = line.text.strip()
    first = following[:1]
    if text.startswith(("#", "|")) or following.startswith(("#", "|", "**")) or words.is_rule(following):
        return False
    if (
        words.is_rule(text)
        or words.RECIPIENTS.match(text)
        or (words.ANNEX.match(following) and words.is_upper(following))
    ):
        return False
    last = text.rsplit("\n", 1)[-1]
    dash = last.endswith(("-", "–", "("))
    if _END.search(last) and not (first.islower() and not kind_of(following)):
        return False
    if dash and not _ITEM.match(following):
        return True
    if _ITEM.match(following):
        return False
    if kind_of(following) and not following[1:3].strip(")./ ")[:1].islower():
        return False
    if first.islower():
        return not kind_of(following)
    tail = len(last) % width if len(last) > width * 1.3 else len(last)
    share = 0.93 if kind_of(text) and len(text) < width * 1.3 else 0.8
    full = tail + 1 + len(following.split(maxsplit=1)[0]) >= share * width or len(last) > width * 1.3
    if first.isdigit() or first in '(“"/':
        return full or last.rsplit(" ", 1)[-1].lower() in ("số", "ngày", "tháng", "năm")
    return full and line.blanks <= usual and not words.is_upper(last) and not words.is_upper(following)


def _table(lines: Sequence[_Line], at: int) -> tuple[Table, int]:
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and _TABLE_LINE.match(lines[at].text):
        if not _TABLE_RULE.match(lines[at].text):
            cells = re.split(r"(?<!\\)\|", lines[at].text.strip().strip("|"))
            rows.append(tuple(_plain(cell.strip()).replace("<br>", "\n") for cell in cells))
        at += 1
    return Table(rows=tuple(rows)), at


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_plain(cell.strip()) for cell in line.strip("\n").split("\t"))


def _tabbed(lines: Sequence[_Line], at: int) -> int:
    """Where a table copied from Word ends that begins at ``at``; 0 where none does.

    Its cells stand apart by tabs: one row at least three of them, and a title over all columns may be
    a number and words only. Two columns are a letterhead, or recipients beside a signature.
    """
    stop = at
    while stop < len(lines) and (stop == at or not lines[stop].blanks):
        titled = words.is_upper(lines[stop].text) and stop + 1 < len(lines) and "\t" in lines[stop + 1].text
        if "\t" not in lines[stop].text and not (titled and not lines[stop + 1].blanks):
            break
        stop += 1
    full = [line for line in lines[at:stop] if sum(bool(cell) for cell in _cells(line.text)) >= _COLUMNS]
    return stop if len(full) >= 2 and full[0] is lines[at] else 0


def _plain(text: str) -> str:
    """Markdown text without its marks of emphasis and escapes."""
    bare = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!|>])", r"\1", bare)


def _para(text: str, *, gap: bool) -> Para:
    """A paragraph; one that is a Markdown heading or wholly in bold is marked as such."""
    heading = _HEADING.match(text)
    level = len(heading[1]) if heading else 0
    inner = heading[2] if heading else text
    bold = bool(re.fullmatch(r"\s*(\*\*|__)(?:(?!\*\*|__).|\n)+\1\s*", inner))
    if bold:
        inner = re.sub(r"\*\*|__", "", inner)
    plain = "\n".join(_plain(line) for line in inner.split("\n"))
    tidy = re.sub(r"[ \u00a0]+", " ", plain) if "\t" in plain else _tidy(plain)
    return Para(text=tidy, bold=bold, heading=level, gap=gap)


def _tidy(text: str) -> str:
    return "\n".join(collapse(line) for line in text.split("\n"))
