"""Lines → paragraphs: line breaks and page breaks inside sentences are healed.

One machine serves Markdown, where a blank line divides paragraphs, and the text layer of a PDF,
where lines break at a margin and even a blank line may stand inside a sentence. What divides two
lines is decided from the pair alone and the layout of the whole text, so reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danbiet.parse.lines import Layout, Line, read_layout, read_lines
from danbiet.parse.marks import read_mark, words_of
from danbiet.text import fold

_ATX = re.compile(r"#{1,6}(?!#)")
_RULING = re.compile(r"[|\s:\-+]*-[|\s:\-+]*$")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}$")
_DECORATION = "*_ \\"
# "Đơn vị chủ trì: …" below a task without a full stop.
_LABEL = re.compile(r"[^\W\d_a-zà-ỹđ][^\W\d_]*(?: [^\W\d_A-Z]+){0,4} ?:(?=\s)")
_HYPHENATED = re.compile(r"\w[-/]$")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``row`` for a row of a table, ``ruling`` for the line under its head."""

    lines: tuple[Line, ...]
    depth: int = 0  # of an ATX heading
    row: bool = False
    ruling: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.lines[-1].end


def read_paragraphs(text: str, start: int = 0) -> tuple[list[Paragraph], Layout]:
    """The paragraphs of ``text`` from ``start`` on, in order, and the layout that was found."""
    lines = list(read_lines(text, start))
    layout = read_layout([line for line in lines if not _plain_mark(line.text)])
    return list(_group(lines, layout)), layout


def heal(text: str) -> list[str]:
    """The paragraphs of a text with hard line wraps, each on one line; words and order are kept.

    A number broken after its hyphen ("866-⏎QĐ/TU") is joined again; every other break becomes a space.
    """
    return [join([line.text for line in paragraph.lines]) for paragraph in read_paragraphs(text)[0]]


def join(lines: Sequence[str]) -> str:
    """Lines of one paragraph as one line."""
    joined = ""
    for line in lines:
        line = " ".join(line.split())
        glued = bool(_HYPHENATED.search(joined[-2:])) and line[:1].isalnum()
        joined = joined + line if glued or not joined else f"{joined} {line}"
    return joined


def _group(lines: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    held: list[Line] = []
    depth = 0
    in_table = False
    for k, line in enumerate(lines):
        following = lines[k + 1] if k + 1 < len(lines) else None
        if in_table and not line.blank and "|" in line.text:
            yield Paragraph((line,), row=True, ruling=bool(_RULING.match(line.text)))
            continue
        in_table = _opens_table(line, following)
        hashes = _ATX.match(line.text)
        goes_on = not hashes and not in_table and held and _joins(held, line, following, layout)
        if held and (not goes_on or (depth and not _attributes(line))):
            yield Paragraph(tuple(held), depth=depth)
            held, depth = [], 0
        if in_table:
            yield Paragraph((line,), row=True)
            continue
        if hashes:
            depth = len(hashes.group())
        held.append(line)
    if held:
        yield Paragraph(tuple(held), depth=depth)


def _opens_table(line: Line, following: Line | None) -> bool:
    return (
        "|" in line.text
        and following is not None
        and not following.blank
        and "|" in following.text
        and bool(_RULING.match(following.text))
    )


def _attributes(line: Line) -> bool:
    return line.text.startswith("{") and bool(_ATTRIBUTES.match(line.text))


def _plain_mark(text: str) -> bool:
    return read_mark(_bare(text)) is not None


def _bare(text: str) -> str:
    """The head of a line without the Markdown before its mark."""
    text = text.lstrip()
    if not text.startswith(("* ", "_ ")):
        text = text.lstrip("*_")
    return re.sub(r"^(\w{1,7})\\([.)])", r"\1\2", text[:80]) if "\\" in text[:80] else text[:80]


def _joins(held: Sequence[Line], line: Line, following: Line | None, layout: Layout) -> bool:
    """Whether ``line`` goes on with the paragraph whose lines are ``held``."""
    last = held[-1]
    if _attributes(line):
        return True
    if _STAMP.match(line.text) or _STAMP.match(last.text):
        return False
    mark = read_mark(_bare(line.text))
    if mark:
        return not _mark_stands(last, line, mark.token, mark.structural, layout)
    if _unfinished(last):
        return True
    if _stands_alone(last, line):
        return False
    if not layout.wrapped:
        if line.blank:
            return (
                not last.ends_sentence
                and (line.continues or _goes_on_in_digits(last, line))
                and _is_prose(last)
            )
        return not (last.ends_sentence and not line.continues)
    return _joins_wrapped(held, line, following, layout)


def _joins_wrapped(held: Sequence[Line], line: Line, following: Line | None, layout: Layout) -> bool:
    last = held[-1]
    if line.blank and layout.blanks_sure:
        return False
    if line.continues:
        return not (last.ends_hard and _short(last, line, layout, 0.85))
    if last.text.endswith(","):
        return True
    if _LABEL.match(line.text):
        return not _short(last, line, layout, 1.0)
    if not last.ends_hard:
        # Only titles end without a stop; in prose a capital after a short line is a name.
        titled = len(held) <= 4 and (_plain_mark(held[0].text) or _capitals(held[0].text))
        return not _short(last, line, layout, 0.9 if titled else 0.7)
    if _short(last, line, layout):
        return False
    if line.blank and layout.blanks_mean:
        return False
    # A first line is indented, so its break comes early: the next line's first word had room.
    indented = following is not None and following.continues and _short(line, following, layout)
    return not indented


def _short(line: Line, following: Line, layout: Layout, share: float = 0.95) -> bool:
    """Whether the line was ended by hand: the next line's first word had room on it.

    ``share`` of the usual width is taken for a full line, since letters are not equally wide.
    """
    first = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(first) <= layout.width * share


def _mark_stands(last: Line, line: Line, token: str, structural: bool, layout: Layout) -> bool:
    """Whether a mark at the head of a line is one, and no dash or number a wrapped line begins with."""
    if last.ends_sentence or structural:
        return True
    if not layout.wrapped and (line.blank or not token):
        return True
    if not token:
        rest = line.text.lstrip("-–—−+*•●○▪■◦·\\ ")[:1]
        if rest.isalpha() and rest == rest.lower():
            # "kinh tế ⏎ - xã hội" goes on; a list of items in small letters follows a short line.
            return _short(last, line, layout, 0.85) or (layout.blanks_mean and line.blank)
        # So does "Văn hóa ⏎ – Xã hội", at the end of a full line.
        return line.blank or _short(last, line, layout)
    return _short(last, line, layout, 0.85) or (layout.blanks_mean and line.blank) or not layout.wrapped


def _stands_alone(last: Line, line: Line) -> bool:
    """Whether one of two lines is a line of its own wherever it stands: "Nơi nhận:", "KẾ HOẠCH"."""
    if fold(last.text[:20].strip(_DECORATION + ":")) == "noi nhan" and len(last.text) <= 20:
        return True
    if fold(line.text[:20]).lstrip("*_").startswith("noi nhan:"):
        return True
    return _capitals(last.text) != _capitals(line.text) and not line.continues


def _unfinished(last: Line) -> bool:
    """Whether the line ends in a hyphen within a number, or a word no sentence can end with."""
    if _HYPHENATED.search(last.text[-2:]):
        return True
    words = last.text.rsplit(None, 1)
    return len(words) == 2 and words[1] in words_of("unfinished")


def _capitals(text: str) -> bool:
    head = text[:60]
    return head.isupper() and sum(map(str.isalpha, head)) > 3


def _is_prose(last: Line) -> bool:
    return not _ATX.match(last.text) and len(last.text) > 60


def _goes_on_in_digits(last: Line, line: Line) -> bool:
    """ "… ngày" and "14/8/2023 …" on two pages."""
    head = line.text.lstrip("*_ ")[:1]
    return head.isdigit() and last.text[-1:].isalpha()
