"""Paragraphs and tables of the body → Markdown: headings by their printed numbers, nothing retyped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from danbiet.draft import words
from danbiet.draft.record import Para, Table
from danbiet.text import collapse

_MARKS = (
    ("part", re.compile(r"^(?:phần|chương)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)\b", re.IGNORECASE)),
    ("annex", words.ANNEX),
    ("section", re.compile(r"^(?:mục|tiểu mục)\s+(?:[ivxlc]+|\d+)\b", re.IGNORECASE)),
    ("article", re.compile(r"^điều\s+\d+[a-zđ]?\s*[.:]", re.IGNORECASE)),
    ("roman", re.compile(r"^[IVXL]+\s*[./\-)]+\s*(?=\S)")),
    ("letter_cap", re.compile(r"^[A-EGHK]\s*[./\-)]\s*(?=\S)")),
    ("sub", re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s*[./)\-–]?\s+(?=\S)")),
    ("number", re.compile(r"^\d{1,2}(?:\s*[./)]\s*(?=[^\d\s])|\s?[-–]\s*(?=[^\W\d_]))")),
    ("letter", re.compile(r"^(?:[a-zđ]|[a-z]\d)\s*[)./]\s*(?=\S)")),
)
_SENTENCE_END = re.compile(r"[.;,!?:…]\s*$")
_SHORT = {"roman": 160, "letter_cap": 160, "number": 110, "sub": 110, "letter": 80, "article": 120}
_NUMBER_ALONE = re.compile(r"(?:phần|chương|mục|phụ lục)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)[.:]?", re.IGNORECASE)
_LONG = 300  # no heading is longer, bold or not


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with the kind of number it begins with ("" for none)."""

    para: Para
    kind: str


def kind_of(text: str) -> str:
    """Which kind of number a paragraph begins with."""
    return next((name for name, pattern in _MARKS if pattern.match(text)), "")


def to_markdown(items: Sequence[Para | Table]) -> str:
    """The body in Markdown, blocks divided by an empty line."""
    items = _with_titles(items)
    marked = [Marked(i, kind_of(collapse(i.text))) if isinstance(i, Para) else i for i in items]
    levels = _levels(marked)
    blocks: list[str] = []
    opened: dict[str, bool] = {}  # whether the last of each kind was a heading
    for index, item in enumerate(marked):
        if isinstance(item, Table):
            blocks.append(_pipes(item))
            continue
        heading = _is_heading(marked, index) and not _breaks_row(item, opened)
        opened[item.kind] = heading
        for lower in _below(item.kind):
            opened.pop(lower, None)
        level = levels.get(item.kind, 0) if heading else 0
        if not level and item.para.heading and not item.kind:
            level = min(6, item.para.heading + 1)
        text = item.para.text
        if level:
            blocks.append("#" * level + " " + collapse(text))
        else:
            blocks.extend(_paragraphs(text))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _with_titles(items: Sequence[Para | Table]) -> list[Para | Table]:
    """The items with "Chương I" and the title printed below it as one heading."""
    joined: list[Para | Table] = []
    for item in items:
        last = joined[-1] if joined else None
        if (
            isinstance(item, Para)
            and isinstance(last, Para)
            and _NUMBER_ALONE.fullmatch(collapse(last.text))
            and (words.is_upper(item.text) or (item.bold and item.center))
            and len(item.text) < 200
            and not kind_of(collapse(item.text))
        ):
            joined[-1] = replace(item, text=f"{collapse(last.text)} {collapse(item.text)}")
        else:
            joined.append(item)
    return joined


def _levels(marked: Sequence[Marked | Table]) -> dict[str, int]:
    """The heading level of each kind of number in this document."""
    kinds = {item.kind for item in marked if isinstance(item, Marked)}
    top = 3 if "letter_cap" in kinds and "roman" in kinds else 2
    below = top + 1
    return {
        "part": 2,
        "annex": 2,
        "letter_cap": 2,
        "section": 3,
        "article": 3,
        "roman": top,
        "number": below,
        "sub": min(6, below + 1),
        "letter": min(6, below + 1 + ("sub" in kinds)),
    }


def _is_heading(marked: Sequence[Marked | Table], index: int) -> bool:
    """Whether a numbered paragraph opens a section rather than being a sentence of a list."""
    item = marked[index]
    if isinstance(item, Table) or not item.kind:
        return False
    para = item.para
    text = collapse(para.text)
    if len(text) > _LONG or ("\n" in para.text.strip() and not (para.bold or para.heading)):
        return False
    if item.kind in ("part", "section"):
        return len(text) < 200
    if item.kind == "annex":
        return len(text) < 120 and (para.bold or para.center or words.is_upper(text) or len(text) < 20)
    if item.kind == "article" and not para.bold:
        return len(text) <= _SHORT["article"] and not _SENTENCE_END.search(text)
    if text.endswith("./."):
        return False
    if para.heading or para.bold:
        return not text.endswith(";")
    if item.kind in ("roman", "letter_cap") and words.is_upper(text):
        return True
    if _SENTENCE_END.search(text) or len(text) > _SHORT[item.kind]:
        return False
    return _has_content(marked, index)


def _breaks_row(item: Marked, opened: dict[str, bool]) -> bool:
    """Whether a line that only looks like a title follows siblings that are none: an item of a list."""
    return not (item.para.bold or item.para.heading) and opened.get(item.kind) is False


def _below(kind: str) -> list[str]:
    """The kinds of number that begin anew below one of this kind."""
    order = [name for name, _pattern in _MARKS]
    return order[order.index(kind) + 1 :] if kind else []


def _has_content(marked: Sequence[Marked | Table], index: int) -> bool:
    """Whether something of its own stands below a numbered line, before the next of its kind."""
    item = marked[index]
    assert isinstance(item, Marked)
    if index + 1 >= len(marked):
        return False
    following = marked[index + 1]
    if isinstance(following, Table):
        return True
    if following.kind == item.kind:
        return False
    order = [name for name, _pattern in _MARKS]
    return not (following.kind and order.index(following.kind) < order.index(item.kind))


_HASH = re.compile(r"^(#|>|\||=+$|~~~|```)")
_STAR = re.compile(r"[*`]|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])|\\(?=[\W_])|\[(?=[^\[\]\n]{1,300}\]\()")


def escape(text: str) -> str:
    """Text as Markdown that reads as that text: only what would turn into marks is escaped."""
    escaped = _STAR.sub(r"\\\g<0>", text)
    return _HASH.sub(r"\\\1", escaped)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of one printed paragraph: a forced break inside it begins a new one."""
    for line in text.split("\n"):
        if (tidy := collapse(line)) and not words.is_rule(tidy):
            yield escape(tidy)


def _pipes(table: Table) -> str:
    """A pipe table; the paragraphs of a cell follow one another."""
    width = max((len(row) for row in table.rows), default=0)
    if not width:
        return ""
    rows = [[_cell(cell) for cell in (*row, *[""] * (width - len(row)))] for row in table.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _cell(text: str) -> str:
    return escape(collapse(text)).replace("|", "\\|")
