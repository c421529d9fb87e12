"""The records every room agrees on. Plain data: no reading, no rendering, no rules.

Vietnamese terms and their identifiers are tabled in docs/tu-vung.md. Offsets are code points of
the file as read (after decoding UTF-8, line ends as they are); ends are exclusive. Texts that a
reader sees are NFC. Registers, paths and today's date are never looked up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from danbiet.issues import Issue
from danbiet.text import MappedText


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as a document states it: a year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601: ``2024``, ``2024-03`` or ``2024-03-13``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def exact(self) -> date | None:
        """The day, where one is stated."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The first day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)


# ── The document ──────────────────────────────────────────────────────────────────────────────


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


# ── Citations and instruments ─────────────────────────────────────────────────────────────────


class MentionKind(StrEnum):
    """How a mention points at its instrument."""

    NUMBERED = "numbered"
    NAMED = "named"
    VAGUE = "vague"  # a type word with an issuer or subject that points at one instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Damage tolerated inside a mention: what kind, as printed, as read (``kind`` is a slug)."""

    kind: str
    printed: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A citation as printed, before anybody asks which instrument it is. Offsets are of the file.

    ``start:end`` spans type word, number, date and issuer where they stand together; ``core`` spans
    the type word and number, or the name. ``number`` is repaired and without spaces. ``date`` and
    ``issuer`` are those printed here or shared with a neighbour. ``subject`` holds the words after
    it that say what it is about, as far as they were read; ``provision`` the article or clause
    before it ("điểm a khoản 3 Điều 33").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    raw: str
    type_name: str
    kind: MentionKind
    number: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    name: str | None = None
    subject: str | None = None
    provision: str | None = None
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention in a plan together with what it was found to mean.

    ``instrument`` is set only when exactly one fits; ``candidates`` holds the ids that fit where
    several do. ``page_id`` is the id of the page the link leads to and is never empty: the
    instrument, the group of candidates, an unregistered number, or ``chua-xac-dinh``.
    """

    plan_key: str
    mention: Mention
    page_id: str
    instrument: str | None = None
    candidates: tuple[str, ...] = ()


class InstrumentStatus(StrEnum):
    """What the register says of an instrument's force, in the register's words."""

    IN_FORCE = "con-hieu-luc"
    IN_FORCE_AMENDED = "con-hieu-luc-da-sua-doi"
    EXPIRED = "het-hieu-luc"
    PRESUMED_LAPSED = "co-the-het-hieu-luc"  # an inference, said to be one
    NO_REPLACEMENT_SEEN = "chua-thay-van-ban-thay-the"
    UNVERIFIED = "chua-xac-minh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so: a title or address and what it says (Vietnamese); ``secondary`` if not official."""

    where: str
    says: str = ""
    url: str | None = None
    secondary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A legal or administrative instrument: facts, each with who says so.

    ``place`` is the place id of a local body (``tinh-quang-tri``, ``quang-ninh-phuong-bai-chay``) or
    nothing for central ones. ``ended`` is the first day it is no longer in force, where known.
    ``identity_confirmed`` covers identity only, not status. An instrument that no register holds
    (``registered`` false) has only what the plans say of it.
    """

    id: str
    type_name: str
    title: str
    number: str | None = None
    number_presumed: bool = False
    issuer: str | None = None
    issued: PartialDate | None = None
    effective: date | None = None
    ended: date | None = None
    place: str | None = None
    status: InstrumentStatus = InstrumentStatus.UNVERIFIED
    status_note: str = ""
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    checked_on: PartialDate | None = None
    identity_confirmed: bool = False
    notes: tuple[str, ...] = ()
    registered: bool = True
    url: str | None = None
    plan_key: str | None = None  # the plan published here that is this instrument


class ValidityState(StrEnum):
    """What can be said of an instrument's force on one day."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    PRESUMED_LAPSED = "presumed-lapsed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """Hiệu lực on one day: the state, the words a reader sees, and since when, where known."""

    state: ValidityState
    label: str
    on: date
    since: date | None = None


# ── Bodies, units, obligations ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The public address for phản ánh, kiến nghị."""

    address: str | None = None
    email: str | None = None
    telephone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """The body that came after one that ended."""

    name: str
    province: str | None = None
    code: str | None = None
    formed_from: tuple[str, ...] = ()
    note: str = ""
    body_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An issuing body. ``id`` is its place id: ``quang-ninh-phuong-bai-chay``.

    ``places`` are the place ids it stands in, its own first, the province last. ``ended`` is the
    day from which it no longer exists in that form; ``exists_note`` what a reader is told of it.
    """

    id: str
    name: str
    level: str
    place: str
    province: str | None = None
    district: str | None = None
    places: tuple[str, ...] = ()
    contact: Contact | None = None
    ended: date | None = None
    exists_note: str = ""
    successors: tuple[Successor, ...] = ()
    resolution: str | None = None
    sources: tuple[Source, ...] = ()
    registered: bool = True


class UnitKind(StrEnum):
    """What a unit is."""

    BODY = "ubnd"
    PROFESSIONAL = "bo-phan-chuyen-mon"
    FRONT = "mttq"
    UNION = "doan-the"
    INSPECTION = "ban-ttnd"
    COMMUNITY_SUPERVISION = "ban-gsdtcd"
    HAMLET = "thon-to-dan-pho"
    GROUP = "nhom"  # "các cơ quan, đơn vị": several at once, named together
    OTHER = "khac"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that plans give work to. It belongs to one body: ``<unit>--<body>``."""

    id: str
    name: str
    body_id: str
    other_names: tuple[str, ...] = ()
    kind: UnitKind = UnitKind.OTHER
    contact: Contact | None = None
    successor: str | None = None
    registered: bool = True


class Recurrence(StrEnum):
    """How often an obligation comes back."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTH = "6-month"
    NINE_MONTH = "9-month"
    ANNUAL = "annual"
    AD_HOC = "ad-hoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day by which something is due, with how it was computed.

    ``raw`` is verbatim with ``start:end`` in the file; ``when`` is ISO, or ``--MM-DD`` where no
    year is printed (``--MM``, ``2026-Q2`` … for periods); ``due`` the last day, or nothing where
    it cannot be computed; ``basis`` says in Vietnamese how; ``what`` is due, in the plan's words.
    """

    raw: str
    start: int
    end: int
    when: str
    due: date | None
    basis: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An obligation as read from a plan, before its unit is looked up.

    ``text`` is the verbatim sentence (white space collapsed, Markdown marks removed); ``unit`` the
    printed name, or nothing where the plan names none (then it falls on the issuing body).
    ``section_kind`` is ``assignment`` or ``content``. ``anchor`` is that of the block it stands in.
    ``measurable`` is false for a duty that no deadline can measure.
    """

    text: str
    start: int
    end: int
    unit: str | None
    unit_hint: str | None = None  # a unit id or slug set by hand in an attribute list
    id_hint: str | None = None  # ma="…": an id kept across an edit
    section: str = ""
    section_title: str = ""
    section_kind: str = "assignment"
    anchor: str = ""
    deadlines: tuple[Deadline, ...] = ()
    recurrence: tuple[Recurrence, ...] = ()
    reports_to: str | None = None
    via: str | None = None
    measurable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty with its unit and its stable id ``<năm>-<slug>-<8 hex>``."""

    id: str
    plan_key: str
    unit_id: str
    duty: Duty


# ── Progress and history ──────────────────────────────────────────────────────────────────────


class ProgressStage(StrEnum):
    """The four stages an entry can report."""

    RECEIVED = "đã tiếp nhận"
    UNDER_WAY = "đang thực hiện"
    DONE = "đã hoàn thành"
    NOT_POSSIBLE = "không thực hiện được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Minh chứng: a link or a file kept in the repository, with its title."""

    title: str
    url: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What MTTQ or Ban TTND found; it counts only with their own document."""

    by: str
    on: date
    finding: str
    remark: str = ""
    document_code: str | None = None
    document_date: date | None = None
    document_file: str | None = None

    @property
    def documented(self) -> bool:
        """Whether the body's own document is named: number or minutes, date and file."""
        return bool(self.document_code and self.document_date and self.document_file)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressEntry:
    """One entry of plans/_tien-do/: what was reported on an obligation, and when."""

    obligation_id: str
    period: str | None  # kỳ: the due date or period it answers
    on: date
    stage: ProgressStage
    what: str
    reported_by: str
    evidence: tuple[Evidence, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    path: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An entry that had to be taken away (``gỡ bỏ``): of which obligation and day, and the reason readers are told."""

    obligation_id: str
    on: date
    reason: str
    path: str = ""
    line: int = 1


class ChangeKind(StrEnum):
    """Why a published plan's text changed."""

    PUBLICATION = "đăng lần đầu"
    SITE_CORRECTION = "sửa lỗi đăng tải"
    ERRATUM = "đính chính"
    AMENDMENT = "sửa đổi, thay thế"
    UNSTATED = "không nêu lý do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One commit that touched a plan: day, commit, kind, reason and the changed words.

    ``words`` is a sequence of (operation, text) with operation ``=``, ``-`` or ``+``.
    """

    on: date
    commit: str
    kind: ChangeKind
    summary: str = ""
    document: str | None = None  # "số 12/CV-UBND ngày 3/4/2024"
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHistory:
    """When a plan was published here and how it changed; ``known`` is false without a full git history."""

    known: bool
    changes: tuple[Change, ...] = ()
    lacks: str = ""  # what is missing, in Vietnamese, where ``known`` is false

    @property
    def published(self) -> date | None:
        """The day the plan first stood here."""
        return self.changes[0].on if self.known and self.changes else None


# ── The whole ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages, papers, data and rules are made from. Nothing here is computed lazily.

    ``citations`` and ``obligations`` are in document order, plans in order of key. ``issues`` are
    those of reading; rules (``check``) add theirs.
    """

    today: date
    plans: Mapping[str, Plan]
    citations: Mapping[str, tuple[Citation, ...]]
    obligations: Mapping[str, tuple[Obligation, ...]]
    instruments: Mapping[str, Instrument]
    bodies: Mapping[str, Body]
    plan_bodies: Mapping[str, str]
    units: Mapping[str, Unit]
    progress: Mapping[str, tuple[ProgressEntry, ...]] = field(default_factory=dict)
    bodies_reporting: frozenset[str] = frozenset()  # bodies that publish a progress file here
    withdrawn: tuple[Withdrawal, ...] = ()  # progress that had to be taken away, with reasons
    histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
