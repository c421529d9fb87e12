"""The records of this room: what stands on the pages of an office's file, and the draft made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from danbiet.model import PartialDate, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    r"""One printed paragraph, or one line where lines matter (letterhead, recipients, signature).

    ``text`` is NFC; runs of white space are one space, a forced line break is ``\\n``. ``heading`` is
    the depth of its heading style (0: none). ``cell`` numbers the cell of a layout table, or the
    column of a page, it stands in (0: none). ``gap`` tells that more room than usual stands before it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    center: bool = False
    heading: int = 0
    cell: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    r"""A table of content: rows of cells, the text of a merged cell repeated in each place it covers.

    Paragraphs of a cell are divided by ``\\n``. ``looks`` holds the paragraphs themselves, the same
    list in each place a merged cell covers, where the reader knows them.
    """

    rows: tuple[tuple[str, ...], ...]
    looks: list[list[list[Para]]] | None = None


class Dropped(StrEnum):
    """Why words of the file stand in no field and not in the body."""

    LABEL = "nhãn"  # "Số:", "Nơi nhận:": the field's name says it
    PAGE_NUMBER = "số trang"
    RUNNING_HEAD = "dòng lặp ở đầu hoặc cuối trang"
    STAMP = "dấu ký số"
    SIGNED = "ghi chú đã ký"
    GHOST = "nét chữ của trang sau lọt vào mép trang trước"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that the draft leaves out on purpose, and why."""

    words: str
    why: Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What an office's file holds, in reading order, before anybody asks what it means.

    ``raw`` is all its text by another road than ``items``: what nothing may be missing from.
    ``notes`` say in Vietnamese what was repaired on the way.
    """

    items: tuple[Para | Table, ...]
    footnotes: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The letterhead and title as printed; nothing where the document does not state it."""

    code: str | None = None
    parent_body: str | None = None
    issuer: str | None = None
    nation: str | None = None
    motto: str | None = None
    place: str | None = None
    issued: PartialDate | None = None
    date_line: str | None = None
    type_name: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The end of a document: who signed and who receives it, as printed."""

    signer: Signer = field(default_factory=Signer)
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan drafted from an office's file.

    ``body`` is Markdown. ``inferred`` names the values that the document does not state in its
    letterhead, with the reason. ``doubts`` lists in Vietnamese what a person must look at, each with
    the words in question; ``left_out`` what was left out on purpose. ``original`` is the name of the
    file kept beside the plan, where it is.
    """

    source_name: str
    head: Head
    closing: Closing
    body: str
    year: int | None = None
    stamps: tuple[str, ...] = ()
    inferred: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    original: str | None = None
