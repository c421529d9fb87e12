"""Where a block stands: how deep its mark is, and whether its section gives work to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from danbiet.model import Block, BlockKind
from danbiet.oblige.dates import folded
from danbiet.oblige.lexicon import lexicon, section_patterns
from danbiet.oblige.subjects import heading_units
from danbiet.oblige.wording import asks
from danbiet.oblige.words import tokens

_RANKS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (0.5, r"(?:phần|chương|phụ lục)\b.*|[A-H]\."),
        (1.0, r"[IVX]+[.)/–-]?|điều \d+\.?"),
        (2.0, r"\d+[./–-]?"),
        (3.0, r"\d+\.\d+[.–-]?"),
        (4.0, r"\d+\.\d+\.\d+[.–-]?"),
        (5.0, r"[a-zđ](?:\.\d+)?[).–-]|[a-zđ]\d[).]"),
        (5.5, r"\(?\d+\)|\([a-zđ]\)|\d+\.\d+\.\d+\.\d+[.–-]?"),
        (8.0, r"[+*]|o"),
    )
)  # fmt: skip
PARAGRAPH_RANK = 6.5
_DASH_RANK = 7.0
_ABOVE = 0.1  # a unit's name on a line of its own, without a number, stands so much above its like
_NUMBERED = 6.0
_TITLE_WORDS, _BARE_TITLE_WORDS = 30, 16


_FIRST = re.compile(r"[aA1iI][.)/]|\([aA1iI]\)")  # the mark of a list's first item
_LAST_WORDS = re.compile(r"(?:\./\.?|/\.)[\s*_]*\Z")  # how a document's last sentence ends
_CLOSING = re.compile(r"nay,? (?:[a-z, ]{0,60})?thong bao\b")


class SectionKind(StrEnum):
    """What a section's title says of the blocks below it; a title is held against the kinds in this order."""

    ASSIGNMENT = "assignment"
    NEVER = "never"
    PLAIN = "plain"  # money, time: no work is given there unless to somebody by name
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Place:
    """A block with the rank of its mark (smaller is higher) and the kind and title of its section."""

    block: Block
    rank: float
    kind: SectionKind
    title: str
    heading: bool
    preamble: bool
    closing: bool  # the paragraph that closes the document
    last: bool  # the sentence without a mark that asks for all of it: "Đề nghị các cơ quan … thực hiện./."


def places(blocks: Sequence[Block]) -> tuple[Place, ...]:
    """Each block of the body proper with where it stands; recipients and signature are left out."""
    return tuple(_walk(blocks))


def _walk(blocks: Sequence[Block]) -> Iterator[Place]:
    stack: list[tuple[float, SectionKind, str]] = []
    numbered = False
    bare = _bare_titles(blocks)
    for k, block in enumerate(blocks):
        if block.section in {"recipients", "signature"}:
            continue
        rank = rank_of(block) - (_ABOVE if k in bare else 0)
        if _leads_list(blocks, k):
            rank = min(rank, rank_of(blocks[k + 1]) - _ABOVE)
        while stack and stack[-1][0] >= rank:
            stack.pop()
        heading = k in bare or is_title(block, rank)
        inherited = stack[-1][1] if stack else SectionKind.CONTENT
        kind, title = inherited, stack[-1][2] if stack else ""
        if heading and rank < PARAGRAPH_RANK:
            kind = kind_of(block.text) or _reopened(inherited, block.text)
            title = " ".join(part for part in (block.mark, block.text.rstrip(" :.")) if part)
            stack.append((rank, kind, title))
        numbered = numbered or (rank < _NUMBERED)
        preamble = not numbered and block.section == ""
        closing = block.section == "closing" or bool(_CLOSING.match(folded(block.text[:90])))
        last = not block.mark and _ends_all(blocks, k) and asks(block.text)
        yield Place(block, rank, kind, title, heading, preamble, closing, last)


def _ends_all(blocks: Sequence[Block], k: int) -> bool:
    """Whether a block is the document's last sentence: by how it ends, or after a list as the last of all."""
    if _LAST_WORDS.search(blocks[k].text[-8:]):
        return True
    ends = k + 1 == len(blocks) or blocks[k + 1].section in {"recipients", "signature"}
    return ends and k > 0 and bool(blocks[k - 1].mark) and blocks[k - 1].text.rstrip().endswith((".", ";"))


def _leads_list(blocks: Sequence[Block], k: int) -> bool:
    """Whether a paragraph without a mark leads to a numbered list that begins below it: "Sở Y tế:", then "a) …"."""
    block = blocks[k]
    if block.kind is not BlockKind.PARAGRAPH or block.mark or not block.text.rstrip(" *").endswith(":"):
        return False
    following = blocks[k + 1] if k + 1 < len(blocks) else None
    if (
        following is None
        or following.kind is not BlockKind.ITEM
        or not _FIRST.fullmatch(following.mark.strip(" *"))
    ):
        return False
    before = next((rank_of(blocks[i]) for i in range(k - 1, -1, -1) if blocks[i].mark), 0.0)
    return 0.0 < before < rank_of(following)


def rank_of(block: Block) -> float:
    """How high a block's mark stands: "I." 1, "1." 2, "a)" 5, no mark 6.5, "-" 7, "+" 8."""
    mark = block.mark.strip(" *")
    if mark:
        for rank, pattern in _RANKS:
            if pattern.fullmatch(mark) or pattern.fullmatch(mark.lower()):
                return rank
        return _DASH_RANK
    if block.kind is BlockKind.HEADING:
        return max(1.0, float(block.level))
    return PARAGRAPH_RANK


def is_title(block: Block, rank: float) -> bool:
    """Whether a block is a title: a heading, or a short numbered line without a full stop."""
    if block.kind is BlockKind.HEADING:
        return True
    return (
        block.kind is BlockKind.ITEM
        and rank < PARAGRAPH_RANK
        and len(block.text.split()) <= _TITLE_WORDS
        and not block.text.rstrip().endswith((".", ";", "/."))
    )


def _bare_titles(blocks: Sequence[Block]) -> frozenset[int]:
    """Blocks without a number that are titles all the same: units' names, and what stands among them like one."""
    by_section: dict[str, list[int]] = {}
    for k, block in enumerate(blocks[:-1]):
        if _shaped_like_a_title(block) and _heads(block, blocks[k + 1]):
            by_section.setdefault(block.section, []).append(k)
    found: set[int] = set()
    for group in by_section.values():
        named = [k for k in group if heading_units(blocks[k].text) and not _directs(blocks[k].text)]
        found.update([k for k in group if not _directs(blocks[k].text)] if len(named) >= 2 else named)
    return frozenset(found)


def _directs(text: str) -> bool:
    """Whether a line is a unit's own word to those below it: "- Chỉ đạo Chi cục Thú y:"."""
    return lexicon().directing.match(tokens(text), 0) > 0


def _heads(block: Block, following: Block) -> bool:
    """Whether the next block can stand below a title without a number: no title itself, no sibling in a list."""
    if _shaped_like_a_title(following) or rank_of(following) < rank_of(block):
        return False
    return not block.mark or following.mark != block.mark


def _shaped_like_a_title(block: Block) -> bool:
    return (
        block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
        and rank_of(block) >= PARAGRAPH_RANK
        and block.section not in {"", "closing", "recipients", "signature"}
        and not block.text.rstrip(" *").endswith((".", ";", ",", "/"))
        and _as_short_as_a_title(block.text)
    )


def _as_short_as_a_title(text: str) -> bool:
    """Whether a line is short, or no longer than a title and the names of units throughout."""
    words = len(text.split())
    return words <= _BARE_TITLE_WORDS or (words <= _TITLE_WORDS and bool(heading_units(text)))


def _reopened(inherited: SectionKind, title: str) -> SectionKind:
    """The kind of what stands above a title that says nothing itself; "Các hoạt động chính" begins contents anew."""
    if inherited is not SectionKind.NEVER:
        return inherited
    reopens = any(pattern.match(_bare(title)) for pattern in section_patterns()["reopens"])
    return SectionKind.CONTENT if reopens else inherited


def _bare(title: str) -> str:
    """A title folded, without the marks at its ends."""
    return " ".join(folded(title).split()).strip(" :.;,-")


def kind_of(title: str) -> SectionKind | None:
    """What a title says of its section, if anything."""
    plain = _bare(title)
    for kind in SectionKind:
        if any(pattern.match(plain) for pattern in section_patterns()[kind.value]):
            return kind
    return None
