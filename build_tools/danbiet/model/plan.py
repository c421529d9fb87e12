"""A plan as its file states it: letterhead, blocks, signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from danbiet.model.dates import PartialDate
from danbiet.text import MappedText


class BlockKind(StrEnum):
    """What a block of a body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a paragraph with a printed mark of its own: "-", "+", "a)", "1."
    ROW = "row"  # a row of a table; cells joined by " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item or table row of a plan's body: the unit of reading.

    ``words`` is the block's text as a reader sees it after its mark (white space collapsed,
    Markdown marks and attribute list removed, NFC) with the map back to the file. ``mark`` is the
    printed mark without its Markdown: "III.", "2.", "a)", "-", or nothing. ``level`` is the depth
    of a heading (1 for "I."), or the depth of the section a block stands in (0 before the first
    heading). ``section`` is the path of numbers of the section it stands in, or opens: "III.2",
    "II(2).1" where a number comes a second time, "" before the first. ``anchor`` is its public
    anchor: ``muc-iii-2`` for a heading, ``doan-`` and eight hex digits of the folded words else.
    ``attributes`` holds an attribute list: ``{: .viec don-vi="van-phong" }`` gives
    ``{"class": "viec", "don-vi": "van-phong"}``.
    """

    kind: BlockKind
    words: MappedText
    start: int
    end: int
    mark: str = ""
    level: int = 0
    section: str = ""
    anchor: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words alone."""
        return self.words.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signed: authority ("TM. ỦY BAN NHÂN DÂN"), position ("CHỦ TỊCH") and full name, verbatim."""

    authority: str | None = None
    position: str | None = None
    full_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An author's answer to a finding (``giải trình``): the rule's slug and the reason."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalFile:
    """The signed original kept beside the plan: path below the root, size in bytes, SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan as its file states it.

    ``path`` is relative to the site's root with forward slashes; ``source`` is the file as read and
    ``body_start`` the offset of its body. ``recipients`` are verbatim, punctuation included.
    ``date_line`` is the printed place-and-date line where the file keeps it verbatim, ``motto`` the
    printed Quốc hiệu or tiêu ngữ lines where they differ from the standard ones. ``inferred`` names
    the front-matter values that the original does not state, with the reason. ``key_offsets`` gives
    the offset of each front-matter key as read, for findings.
    """

    path: str
    year: int
    slug: str
    source: str
    body_start: int
    subject: str
    issuer: str
    type_name: str = "Kế hoạch"
    parent_body: str | None = None
    code: str | None = None  # "124/KH-UBND", "/KH-UBND" where the number is blank
    issued: PartialDate | None = None
    place: str | None = None
    date_line: str | None = None
    motto: tuple[str, ...] = ()
    province: str | None = None
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()  # times of digital signature, ISO 8601 as printed
    inferred: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    published_source: str | None = None  # where this text was taken from, for readers
    original: OriginalFile | None = None
    blocks: tuple[Block, ...] = ()
    key_offsets: Mapping[str, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """``2024/x``: what addresses and registers call this plan."""
        return f"{self.year}/{self.slug}"

    @property
    def code_number(self) -> str | None:
        """Số: "124" of "124/KH-UBND"; nothing where the number is blank (NĐ 30/2020, Phụ lục VI)."""
        head = (self.code or "").partition("/")[0].partition("-")[0].strip()
        return head or None

    @property
    def code_notation(self) -> str | None:
        """Ký hiệu: "KH-UBND" of "124/KH-UBND"."""
        code = (self.code or "").strip()
        number = self.code_number or ""
        return code.removeprefix(number).strip("/- ") or None
