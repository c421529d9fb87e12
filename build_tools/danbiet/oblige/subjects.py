"""Who is to do what a paragraph says: the unit a sentence names, and how it names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from danbiet.oblige.endings import After, Name, later_opener
from danbiet.oblige.heads import begins_name, decides, is_group
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.names import scan_name
from danbiet.oblige.split import split_names
from danbiet.oblige.starts import COMPRISES, clause_starts
from danbiet.oblige.words import Token, key, tokens

_LONGEST_LABEL = 40  # words before the colon of "Lấy ý kiến cử tri: Ban Thường trực … tổ chức"
_SO_THAT = key("để")
_LONGEST_LEAD = 250  # tokens
_THEN = key("thì")
_BASES = frozenset(map(key, ("căn", "trên")))
_LISTING = frozenset(map(key, (",", "với", ":", "gồm")))
_PASSIVE = frozenset(map(key, ("được", "theo")))


class How(Enum):
    """How a text names its unit."""

    HEADING = "heading"  # the text is the name and nothing else
    COLON = "colon"  # "Công an thành phố: phối hợp …"
    COMMAND = "command"  # "Giao Phòng Nội vụ …"
    SUBJECT = "subject"  # "Văn phòng UBND xã có trách nhiệm …"


@dataclass(frozen=True, slots=True)
class Subject:
    """Units named together: as printed, how, and the text span from the name to where the work begins.

    ``at`` is where the clause begins, ``work`` where what is to be done begins.
    """

    units: tuple[str, ...]
    how: How
    at: int
    work: int
    led: bool = False  # after words that lead in: "Căn cứ …, "


def heading_units(text: str) -> tuple[str, ...]:
    """The units a title names, where it is a name and nothing more: "2. Bộ phận Văn phòng"."""
    words = tokens(text.rstrip(" :;.,"))
    lex = lexicon()
    at = lex.heading_leads.match(words, 0)
    command = lex.commands.match(words, at)
    at += command
    at += bool(command and at < len(words) and words[at].key == ":")  # "6. Đề nghị: Hội Nông dân tỉnh, …"
    name = _name_in_capitals(text.rstrip(" :;.,"), at) if text.isupper() else scan_name(words, at)
    if (
        name is not None
        and not command
        and any(lex.charges.match(words, k) for k in range(name.start, name.end))
    ):
        return (text.strip(" :;.,"),)  # what a person is in charge of may hold verbs
    if (
        name is not None
        and name.after is After.OPENER
        and lex.names_with_verb.match(words, name.start)
        and not later_opener(words, name.next + 1)
    ):
        return (text.strip(" :;.,"),)  # "Ban Chỉ đạo thực hiện Quy chế dân chủ xã"
    if name is None or name.after is not After.END:
        return ()
    return split_names(text, words, name.start, name.end)


def _name_in_capitals(text: str, at: int) -> Name | None:
    """The name a title in capitals is: there a capital tells nothing, so the field must be a known one."""
    words = tokens(text.title())
    lex = lexicon()
    head = at + lex.determiners.match(words, at)
    size = lex.ambiguous.match(words, head)
    known = lex.heads.match(words, head) or lex.leaders.match(words, head)
    if not known and not (size and lex.fields.match(words, head + size)):
        return None
    return scan_name(words, at)


def find_subjects(text: str) -> tuple[Subject, ...]:
    """Every unit the text gives work to, in order: at its beginning, then clause by clause."""
    words = tokens(text)
    found: list[Subject] = []
    for at in clause_starts(words):
        if found and words[at].start < found[-1].work:
            continue
        subject = _clause_subject(text, words, at)
        if subject is not None and subject.units:
            found.append(subject)
    if not found or found[0].at > 0:
        labelled = _labelled_subject(text, words)
        found = [labelled, *found] if labelled else found
    return tuple(found)


def _labelled_subject(text: str, words: Sequence[Token]) -> Subject | None:
    """The subject behind what its work is about and a colon: "Kinh phí: Phòng Kinh tế tham mưu …"."""
    for k in range(1, min(len(words) - 1, _LONGEST_LABEL)):
        if words[k].key != ":":
            continue
        if words[k - 1].key == COMPRISES:  # "… bao gồm: Trưởng Ban Chỉ đạo là Chủ tịch UBND"
            return None
        command = lexicon().commands.match(words, k + 1) > 0
        if command or words[k + 1].capital or lexicon().determiners.match(words, k + 1):
            subject = _clause_subject(text, words, k + 1)
            return replace(subject, at=0) if subject and subject.how is not How.COLON else None
    return None


def told_units(text: str) -> Subject | None:
    """Whom a notice is made known to: "Nay thông báo … để các sở, ngành biết, triển khai thực hiện"."""
    words = tokens(text)
    for k in range(len(words) - 1):
        if words[k].key == _SO_THAT:
            name = scan_name(words, k + 1)
            if name is not None and name.after is After.OPENER:
                units = split_names(text, words, name.start, name.end)
                return Subject(units, How.COMMAND, 0, words[name.next].start, True)
    return None


def _clause_subject(text: str, words: Sequence[Token], at: int) -> Subject | None:
    first = at + lexicon().skipped.match(words, at)
    while first < len(words) and words[first].key == ",":
        first += 1
    subject = _named_at(text, words, first, at)
    if subject is not None:
        return subject
    lead = lexicon().leads.match(words, at)
    if not lead or lexicon().verbs.match(words, at) > lead:  # "theo dõi, đôn đốc các thôn" leads to nobody
        return None
    if lexicon().while_doing.match(words, at):
        for k in range(at + 3, min(len(words), at + 10)):
            if words[k].key in {",", ".", ";", ":"}:
                break
            if words[k].capital and (subject := _named_at(text, words, k, at, led=True)):
                return subject
    return _after_lead(text, words, at)


def _after_lead(text: str, words: Sequence[Token], at: int) -> Subject | None:
    """The subject after the words that lead in: behind a comma, "thì", or a date and its colon."""
    dated = lexicon().dated.match(words, at) > 0
    for k in range(at + 1, min(len(words), at + _LONGEST_LEAD)):
        if words[k].key in {".", "..."} and k + 1 < len(words) and words[k + 1].capital:
            return None
        troubled = lexicon().troubles.match(words, k - 1) == 2  # "nếu có vướng mắc các đơn vị phản ánh …"
        if words[k].key in {",", ";", _THEN} or troubled or (dated and words[k].key == ":"):
            subject = _named_at(text, words, k + 1, at, led=True)
            listed = words[k].key in {",", ";"} and _lists_on(words, k)
            if subject is not None and (subject.how is How.COMMAND or not listed):
                return subject
            if lexicon().begun.match(words, k + 1):
                return None
    return None


def _lists_on(words: Sequence[Token], comma: int) -> bool:
    """Whether the comma stands inside a list of names, so that no clause begins after it."""
    lex = lexicon()
    for k in range(comma - 1, max(-1, comma - 16), -1):
        if words[k].key in _LISTING:
            if begins_name(words, k + 1) and words[k + 1].capital:
                return True
            break
    for size in (1, 2, 3):
        at = comma - size
        if at >= 0 and lex.group_nouns.match(words, at) == size:
            common = lex.group_nouns.match(words, comma + 1)
            return common > 0 and common >= lex.heads.match(words, comma + 1)
    return False


def _named_at(text: str, words: Sequence[Token], at: int, clause: int, led: bool = False) -> Subject | None:
    """The subject whose name, or command, stands at token ``at``."""
    lex = lexicon()
    if at >= len(words):
        return None
    command = lex.commands.match(words, at)
    if command and not _of_itself(words, at):
        return _commanded(text, words, at + command, clause, led)
    name = scan_name(words, at)
    if name is None:
        return None
    if name.after is After.COMMAND and not lex.directing.match(words, name.next):
        inner = _commanded(text, words, name.next + lex.commands.match(words, name.next), clause, led)
        if inner is not None:
            return inner
    return _subject(text, words, name, How.SUBJECT, clause, led)


def _of_itself(words: Sequence[Token], at: int) -> bool:
    """Whether a command word is passive here: "được giao", "theo yêu cầu"."""
    return at > 0 and words[at - 1].key in _PASSIVE


def _commanded(text: str, words: Sequence[Token], at: int, clause: int, led: bool) -> Subject | None:
    name = scan_name(words, at)
    return None if name is None else _subject(text, words, name, How.COMMAND, clause, led)


def _takes_a_stance(words: Sequence[Token], name: Name) -> bool:
    """Whether a name is followed by what its bearer thinks, not does: "UBND tỉnh ghi nhận …"."""
    lex = lexicon()
    if lex.set_tasks.match(words, name.next):
        return False
    if lex.stances_of_leaders.match(words, name.next):
        return decides(words, name.start)
    return lex.stances.match(words, name.next) > 0


def _based(words: Sequence[Token], clause: int) -> bool:
    """Whether a clause begins with what it rests on: "Căn cứ …"."""
    return words[clause].key in _BASES


def _subject(
    text: str, words: Sequence[Token], name: Name, how: How, clause: int, led: bool
) -> Subject | None:
    if name.after is After.END:
        return None
    if name.after is After.STOP and not (led and _based(words, clause) and is_group(words, name.start)):
        return None
    if how is How.SUBJECT and _takes_a_stance(words, name):
        return None
    if name.after is After.COLON and how is How.SUBJECT:
        how = How.COLON
    after = words[name.next]
    work = after.end if name.after in {After.COLON, After.STOP} else after.start
    units = split_names(text, words, name.start, name.end)
    return Subject(units, how, words[clause].start, work, led)
