"""A body's blocks → the duties they create."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danbiet.model import Block, BlockKind, Duty, PartialDate
from danbiet.oblige.dates import folded
from danbiet.oblige.due import year_of
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.heads import is_group
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.outline import PARAGRAPH_RANK, Place, SectionKind, places
from danbiet.oblige.own import is_own_task
from danbiet.oblige.reporting import reported_to
from danbiet.oblige.scopes import Scope, Scopes, names_contents, own_command
from danbiet.oblige.subjects import How, Subject, find_subjects, told_units
from danbiet.oblige.tasks import read_tasks
from danbiet.oblige.titles import carry, children, gives_to_units, titled_units
from danbiet.oblige.wording import (
    begins_with_verb,
    is_label,
    is_pure_introduction,
    is_quota,
    is_remark,
)
from danbiet.oblige.words import tokens

_NOT_DUTY = "khong-phai-viec"
_DUTY = "viec"
_FEW = 8  # words
_PREAMBLE_END = re.compile(r"(?:nhu sau|sau day|duoi day|cu the)\s*:?\s*\Z")


def read(
    blocks: Sequence[Block],
    *,
    year: int | None,
    issued: PartialDate | None,
    subject: str = "",
) -> tuple[Duty, ...]:
    """The duties of a body, in document order.

    ``year`` is the plan's year (taken where a deadline prints none), ``issued`` its day of issue,
    ``subject`` its title, which may name the year it is for. A duty whose ``unit`` is None falls on
    the issuing body. No duty is left out for being vague: it is not ``measurable``.
    """
    of_year, known = year_of(subject, year, issued)
    make = DutyMaker(of_year, issued, known)
    walked = places(blocks)
    tasks, taken = read_tasks(walked, make)
    found = [*tasks, *_read_prose(walked, taken, make)]
    found.sort(key=lambda duty: duty.start)
    return tuple(found)


def _read_prose(walked: Sequence[Place], taken: frozenset[int], make: DutyMaker) -> Iterator[Duty]:
    state = Scopes()
    for k, place in enumerate(walked):
        state.enter(place.rank)
        classes = place.block.attributes.get("class", "").split()
        if state.dropped is not None and place.rank > state.dropped:
            continue
        state.dropped = place.rank if place.heading and _NOT_DUTY in classes else None
        if _NOT_DUTY in classes:
            continue
        duties = list(_read_block(walked, k, state, make)) if k not in taken else []
        if not duties and (_DUTY in classes or (k not in taken and is_own_task(place, make))):
            unit = state.scope.units[0] if state.scope else None
            duties = [make(place, unit)]
        yield from make.overridden(duties, place.block)


def _read_block(walked: Sequence[Place], k: int, state: Scopes, make: DutyMaker) -> Iterator[Duty]:
    place = walked[k]
    if place.block.kind is BlockKind.ROW or (place.kind is SectionKind.NEVER and not place.closing):
        return
    below = children(walked, k)
    if place.heading and _titled(walked, k, bool(below), state):
        return
    subjects = _subjects(place)
    if place.preamble:
        subjects = [s for s in subjects if s.how is How.COMMAND]
    first = subjects[0] if subjects and subjects[0].at == 0 else None
    if first is not None and not own_command(place, first, state):
        yield from _assigned(place, subjects, below, state, make)
    elif place.closing:
        yield from make.several(place, [s for s in subjects if s.how is How.COMMAND or s.led])
    elif place.preamble:
        return
    elif state.scope is not None and place.rank > state.scope.rank:
        if not names_contents(walked, k, state.scope):
            yield from _inherited(place, [s for s in subjects if s.at], below, state.scope, make)
    elif place.kind is SectionKind.ASSIGNMENT and not place.heading:
        text = place.block.text
        told = begins_with_verb(text) and not is_remark(text) and not text.rstrip(" *").endswith(":")
        yield from make.several(place, [None, *subjects] if told else subjects)
    elif place.kind is not SectionKind.NEVER:
        yield from make.several(place, _told_in(place, subjects))


def _told_in(place: Place, subjects: list[Subject]) -> list[Subject]:
    """Who is given work by a later clause of a block that nobody's title leads: by command, or as a sentence."""
    text = place.block.text
    told = [s for s in subjects if s.how is How.COMMAND or text[s.at].isupper()]
    if place.kind is SectionKind.PLAIN:  # "Các hộ tự chi trả phần còn lại" is how money is found
        told = [s for s in told if s.how is How.COMMAND or not is_group(tokens(s.units[0]), 0)]
    if len(told) == 1 and told[0].how is How.COMMAND and begins_with_verb(text):
        return [replace(told[0], at=0)]  # "Tổ chức hội nghị trong quý III. Giao Văn phòng chuẩn bị …"
    return told


_NOTICE = re.compile(r"(?:nay,? |tren day la|vay).*\bthong bao\b.*\bde\b")


def _subjects(place: Place) -> list[Subject]:
    """Whom the block gives work to; a closing notice, those it is made known to."""
    text = place.block.text
    if _NOTICE.match(folded(text)):
        told = told_units(text)
        if told is not None:
            return [told]
    found = [s for s in find_subjects(text) if not _counts(text, s)]
    if place.kind is SectionKind.ASSIGNMENT:
        return found
    found = [s for s in found if not _encourages_all(text, s)]
    # Elsewhere "Trưởng đoàn: đại diện …" tells who somebody is, and no work; "Sở Y tế:" above "a) …" leads to it.
    leads = place.rank < PARAGRAPH_RANK and not place.block.mark
    return [
        s
        for s in found
        if s.how is not How.COLON
        or begins_with_verb(text[s.work :].lstrip(" :"))
        or (leads and not text[s.work :].strip(" :*"))
    ]


def _encourages_all(text: str, subject: Subject) -> bool:
    """Whether "Khuyến khích các tổ chức, cá nhân …" asks nobody by name: that binds no one."""
    encouraged = folded(text[subject.at : subject.work]).startswith("khuyen khich")
    return encouraged and is_group(tokens(subject.units[0]), 0)


def _counts(text: str, subject: Subject) -> bool:
    """Whether a few words behind a name and a colon tell how many, and no work: "Ban Chỉ đạo: Không quá 05 cá nhân"."""
    rest = text[subject.work :].lstrip(" :")
    few = subject.how is How.COLON and 0 < len(rest.split()) <= _FEW
    return few and (is_quota(rest) or (any(map(str.isdigit, rest)) and not begins_with_verb(rest)))


def _titled(walked: Sequence[Place], k: int, has_children: bool, state: Scopes) -> bool:
    """Whether the block is a title; if it names units, what stands below is given to them."""
    place = walked[k]
    text = place.block.text
    # "4.2. Chỉ đạo các xã, phường:" below "4. UBND các huyện" leads to work of the districts.
    own = state.scope is not None and lexicon().within.match(tokens(text), 0) > 0
    units = titled_units(walked, k) if has_children and not own else ()
    if units:
        if gives_to_units(walked, k, units):
            state.scopes.append(Scope(place.rank, units, True, place.kind))
        return True
    if place.block.kind is BlockKind.HEADING:
        return not (text.rstrip().endswith((":", ".", ";")) or place.kind is SectionKind.ASSIGNMENT)
    return False


def _assigned(
    place: Place, subjects: list[Subject], below: list[Place], state: Scopes, make: DutyMaker
) -> Iterator[Duty]:
    first = subjects[0]
    text = place.block.text
    # A heading that is a sentence of its own leads to nothing: "6. Đề nghị … tham gia kiểm tra."
    whole = text.rstrip(" *").endswith(".") and len(text[first.work :].split()) > 2
    introduces = (text.rstrip(" *").endswith(":") or (place.heading and not whole)) and bool(below)
    if place.preamble and text.rstrip(" *").endswith(":"):
        state.scopes.append(Scope(0.0, first.units, False, place.kind))
        return
    deeper = place.kind is SectionKind.ASSIGNMENT and place.rank < PARAGRAPH_RANK
    if introduces or deeper:
        state.scopes.append(Scope(place.rank, first.units, False, place.kind, reported_to(text)))
    pure = introduces and is_pure_introduction(text[first.work :]) and not make.is_dated(place.block)
    if pure and carry(below):
        return
    if _PREAMBLE_END.search(folded(text)) and not introduces and place.rank <= PARAGRAPH_RANK:
        return
    yield from make.several(place, list(subjects))


def _inherited(
    place: Place, subjects: list[Subject], below: list[Place], scope: Scope, make: DutyMaker
) -> Iterator[Duty]:
    """A block below a title or introduction that names units."""
    text = place.block.text
    told = [s for s in subjects if s.how is How.COMMAND]  # "Kế hoạch này thay thế … Đề nghị các thôn …"
    counted = is_quota(text.rpartition(":")[2].strip()) and not make.is_dated(place.block)
    if place.kind is SectionKind.PLAIN or is_label(text) or counted:
        return
    if is_remark(text):
        yield from make.several(place, told)
        return
    if place.heading and below:
        if not (begins_with_verb(text) and text.rstrip().endswith(":")):
            return
        if is_pure_introduction(text) and carry(below):
            return
    elif text.rstrip(" *").endswith(":") and is_pure_introduction(text) and below and carry(below):
        return
    bare = text.isupper() or not (scope.titled and len(text.split()) >= 6)  # a letterhead, a label
    if not begins_with_verb(text) and bare:
        yield from make.several(place, told)
        return
    for duty in make.several(place, [scope.units, *subjects]):
        yield _reported(duty, scope)


def _reported(duty: Duty, scope: Scope) -> Duty:
    """A report's recipient where the introduction says it: "… báo cáo UBND tỉnh như sau: - Báo cáo quý: …"."""
    if duty.reports_to is not None or duty.via is not None or not duty.text.lower().startswith("báo cáo"):
        return duty
    return replace(duty, reports_to=scope.reported[0], via=scope.reported[1])
