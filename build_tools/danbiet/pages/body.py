"""A plan's body as HTML: its own words and nothing else, with citations and obligations joined in.

One Python-Markdown conversion. Lists, code blocks, quotations, rules and raw HTML are switched
off, so that printed numbers, dashes and angle brackets stay visible words; every block that the
reading saw (``Plan.blocks``) is one block of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markupsafe import Markup

from danbiet.model import Block, BlockKind
from danbiet.pages.joined import Joined
from danbiet.pages.marks import Mark, MarkKind, insert
from danbiet.pages.tree import Joiner

_ATTRIBUTES = re.compile(r"\s*\{:?[^{}\n]*\}\s*\Z")
_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_NOT_WORDS = re.compile(r"\A\s*(?:\{:?[^{}\n]*\}\s*)*\Z")

_BLOCK_PROCESSORS_OFF = ("indent", "code", "setextheader", "hr", "olist", "ulist", "quote", "reference")
_INLINE_PATTERNS_OFF = (
    "backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity",
)  # fmt: skip


def to_html(source: str, body_start: int, joined: Joined) -> Markup:
    """The body of the file ``source`` as HTML that holds the body's own words and nothing else."""
    number: dict[int, Mark] = {}
    text = _prepare(source, body_start, joined, number)
    md = Markdown(extensions=[TableExtension()], output_format="html")
    for name in ("html_block",):
        md.preprocessors.deregister(name)
    for name in _BLOCK_PROCESSORS_OFF:
        md.parser.blockprocessors.deregister(name)
    for name in _INLINE_PATTERNS_OFF:
        md.inlinePatterns.deregister(name)
    # After the inline patterns (20) have made their elements, before escapes (0) are undone.
    md.treeprocessors.register(Joiner(md, joined, number), "danbiet", 5)
    return Markup(md.convert(text))


def _prepare(source: str, body_start: int, joined: Joined, number: dict[int, Mark]) -> str:
    """The body with sentinels, each block apart from its neighbours, attribute lists taken out."""
    marks = sorted(_marks(joined))
    offsets = [mark.offset for mark in marks]

    def marked(start: int, end: int) -> str:
        inside = marks[bisect_left(offsets, start) : bisect_left(offsets, end)]
        return insert(source[start:end], start, inside, number)

    pieces: list[str] = []
    done = body_start
    previous: Block | None = None
    for block in joined.blocks:
        gap = source[done : block.start]
        rows = previous is not None and previous.kind is BlockKind.ROW and block.kind is BlockKind.ROW
        if not _NOT_WORDS.match(gap):
            # What no block holds (a table's ruling line) is shown or used as it stands.
            pieces.append(marked(done, block.start) if rows else f"\n\n{marked(done, block.start).strip()}\n")
        pieces.append("" if rows and gap.strip() else "\n" if rows else "\n\n")
        end = block.end
        if block.attributes and (found := _ATTRIBUTES.search(source, block.start, block.end)):
            end = found.start()
        # Ends that lie on the edge of a block, or in what was taken out, belong to the block.
        edge = marks[bisect_left(offsets, end) : bisect_right(offsets, block.end)]
        tail = [mark for mark in edge if mark.kind < MarkKind.WORDS]
        words = marked(block.start, end)
        words += insert("", 0, (Mark(0, m.kind, m.index) for m in tail), number)
        pieces.append(words if block.kind is BlockKind.ROW else _BLANK_LINES.sub("\n", words))
        done, previous = block.end, block
    rest = source[done:]
    if not _NOT_WORDS.match(rest):
        pieces.append("\n\n" + marked(done, len(source)))
    return "".join(pieces)


def _marks(joined: Joined) -> list[Mark]:
    marks = [
        Mark(block.words.offsets.at(0), MarkKind.WORDS, k)
        for k, block in enumerate(joined.blocks)
        if block.text
    ]
    for k, citation in enumerate(joined.citations):
        marks.append(Mark(citation.start, MarkKind.CITATION, k))
        marks.append(Mark(citation.end, MarkKind.CITATION_END, k))
    for k, duty in enumerate(joined.duties):
        marks.append(Mark(duty.start, MarkKind.DUTY, k))
        marks.append(Mark(duty.end, MarkKind.DUTY_END, k))
    return marks
