"""The blocks of a body: headings, paragraphs, items and table rows, each with its section and anchor.

After "Nơi nhận:" a block's section is ``recipients``, from "TM. …" on ``signature``; the paragraph that
closes a document ("Trên đây là …") and what follows it stand in ``closing``. What stands before the
first number has the section "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from danbiet.model import Block, BlockKind
from danbiet.parse.headings import Draft, find_headings
from danbiet.parse.inline import cut, read_words
from danbiet.parse.marks import openings, read_mark
from danbiet.parse.sections import Anchors, Sections
from danbiet.parse.wrapped import Paragraph, read_paragraphs
from danbiet.text import MappedText, MappedTextBuilder, fold

_ATTRIBUTE_LIST = re.compile(r"\{:?(?P<inner>[^{}\n]*)\}\s*\Z")
_ATTRIBUTE = re.compile(
    r"\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|(?P<name>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))"
)
_LAST_WORDS = ("./.", "/.")  # how a document's last sentence ends
_PIPE = re.compile(r"(?<!\\)\|")


def read_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of ``text`` from offset ``start`` on, in order, never overlapping; offsets of ``text``.

    Reads Markdown and plain text with hard line wraps, and finds out by itself which it is. Never
    raises; takes time in proportion to the text.
    """
    paragraphs, _ = read_paragraphs(text, start)
    drafts = [_draft(text, paragraph) for paragraph in paragraphs if not paragraph.ruling]
    return _place(_join_titles(text, find_headings([draft for draft in drafts if draft is not None])))


def _draft(text: str, paragraph: Paragraph) -> Draft | None:
    start, end = paragraph.start, paragraph.end
    attributes: dict[str, str] = {}
    content_end = end
    found = _ATTRIBUTE_LIST.search(text, max(start, paragraph.lines[-1].start), end)
    if found and (read := _read_attributes(found["inner"])):
        attributes, content_end = read, found.start()
    if paragraph.row:
        return Draft(
            start, end, BlockKind.ROW, _row_words(text, start, content_end), None, attributes=attributes
        )
    begin = start
    if paragraph.depth:
        begin += paragraph.depth
        content_end = begin + len(text[begin:content_end].rstrip().rstrip("#"))
    words = read_words(text, begin, content_end)
    if not words.mapped.text and not attributes:
        return None
    mark = read_mark(words.mapped.text)
    kind = BlockKind.HEADING if paragraph.depth else BlockKind.ITEM if mark else BlockKind.PARAGRAPH
    rest = cut(words.mapped, mark.end) if mark else words.mapped
    return Draft(start, end, kind, rest, mark, paragraph.depth, words.emphasised, attributes)


def _join_titles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Chương II" and the title in capitals on the lines below it as one heading."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and last.mark is not None and _awaits_title(last) and _is_title(draft):
            words = read_words(text, last.start, draft.end).mapped
            rest = words.text[len(last.mark.printed) :]
            joined[-1] = replace(last, end=draft.end, words=cut(words, len(words.text) - len(rest.lstrip())))
        else:
            joined.append(draft)
    return joined


def _awaits_title(draft: Draft) -> bool:
    structural = draft.mark is not None and draft.mark.structural
    words = draft.words.text
    return (
        draft.kind is BlockKind.HEADING and structural and not draft.depth and (not words or words.isupper())
    )


def _is_title(draft: Draft) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and draft.mark is None and draft.words.text.isupper()


def _row_words(text: str, start: int, end: int) -> MappedText:
    builder = MappedTextBuilder()
    cells: list[tuple[int, int]] = []
    at = start
    for pipe in _PIPE.finditer(text, start, end):
        cells.append((at, pipe.start()))
        at = pipe.end()
    cells.append((at, end))
    if not text[slice(*cells[0])].strip():
        cells = cells[1:]
    if cells and not text[slice(*cells[-1])].strip():
        cells = cells[:-1]
    for k, (left, right) in enumerate(cells):
        if k:
            builder.add(" | ", left - 1)
        mapped = read_words(text, left, right).mapped
        for piece_start, piece_end in _runs(mapped):
            builder.add(mapped.text[piece_start:piece_end], mapped.offsets.at(piece_start))
    return builder.build()


def _runs(mapped: MappedText) -> list[tuple[int, int]]:
    breaks = [*mapped.offsets.copy, len(mapped.text)]
    return list(pairwise(breaks))


def _read_attributes(inner: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(inner):
        if m["class"]:
            attributes["class"] = f"{attributes.get('class', '')} {m['class']}".strip()
        elif m["id"]:
            attributes["id"] = m["id"]
        else:
            attributes[m["name"]] = m["quoted"] or m["single"] or m["bare"] or ""
    return attributes


def _place(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    sections, anchors = Sections(), Anchors()
    blocks = []
    remarks = _closing_remarks(drafts)
    for k, draft in enumerate(drafts):
        if k == remarks:
            sections.special = "closing"
        own = _enter(sections, draft)
        heading = draft.kind is BlockKind.HEADING
        words = draft.words.text
        printed = draft.mark.printed if draft.mark else ""
        blocks.append(
            Block(
                kind=draft.kind,
                words=draft.words,
                start=draft.start,
                end=draft.end,
                mark=printed,
                level=sections.level,
                section=sections.path,
                anchor=anchors.heading(sections.path if own else "", words)
                if heading
                else anchors.block(words or printed),
                attributes=draft.attributes,
            )
        )
    return tuple(blocks)


def _closing_remarks(drafts: Sequence[Draft]) -> int | None:
    """Where the last paragraphs begin that speak to all who receive the document: "Trong quá trình thực hiện, …".

    They have no number, and no numbered or marked block comes after them; the first paragraph below a heading
    is that heading's own.
    """
    end = next((k for k, draft in enumerate(drafts) if _ends_body(draft)), len(drafts))
    start = end
    while start and drafts[start - 1].kind is BlockKind.PARAGRAPH and drafts[start - 1].mark is None:
        start -= 1
    if start == 0:
        return None
    start += drafts[start - 1].kind is BlockKind.HEADING
    return next((k for k in range(start, end) if _speaks_to_all(drafts[k].words.text)), None)


def _ends_body(draft: Draft) -> bool:
    """Whether the document proper ends before a block: recipients, a signature, the title of an annex."""
    annex = draft.kind is BlockKind.HEADING and fold(draft.words.text[:40]).startswith(openings("annex"))
    return annex or _special(draft) in {"recipients", "signature"}


def _speaks_to_all(text: str) -> bool:
    """Whether a paragraph begins as a closing remark, or ends the document and holds such a sentence."""
    remarks = openings("closing remarks")
    if fold(text[:40]).startswith(remarks):
        return True
    folded = fold(text) if text.rstrip(" *_").endswith(_LAST_WORDS) else ""
    return any(f". {words}" in folded for words in remarks)


def _enter(sections: Sections, draft: Draft) -> bool:
    """Open the part of the document that the block begins; whether it has a number of its own."""
    numbered = draft.mark is not None and bool(draft.mark.token)
    if draft.kind is BlockKind.HEADING:
        sections.enter(draft.mark, heading=True, depth=draft.depth)
        return numbered
    if draft.kind is BlockKind.ROW:
        return False
    special = _special(draft)
    if special:
        sections.special = special
    elif sections.special == "recipients" and draft.mark is None and draft.words.text.isupper():
        sections.special = "signature"
    elif numbered and sections.special not in ("recipients", "signature"):
        sections.enter(draft.mark, heading=False)
    return numbered


def _special(draft: Draft) -> str:
    if draft.mark is not None:
        return ""
    words = draft.words.text
    folded = fold(words[:40])
    if folded.startswith(openings("recipients")) and ":" in words[:14]:
        return "recipients"
    if folded.startswith(openings("signature")) and words[:4].isupper():
        return "signature"
    if folded.startswith(openings("closing")):
        return "closing"
    return ""
