"""Tasks with labels ("Đơn vị chủ trì: …") and tables whose header names the columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from danbiet.model import Block, BlockKind, Duty
from danbiet.oblige.dates import folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.heads import begins_name
from danbiet.oblige.led import leading, led_by
from danbiet.oblige.lexicon import lexicon, patterns
from danbiet.oblige.names import scan_name
from danbiet.oblige.outline import PARAGRAPH_RANK, Place, SectionKind
from danbiet.oblige.split import split_names
from danbiet.oblige.subjects import How, Subject, find_subjects
from danbiet.oblige.table import read_table
from danbiet.oblige.wording import begins_with_verb
from danbiet.oblige.words import tokens

_LONGEST_NAME = 25  # words
_FEW = 5  # words behind a verb that make no sentence yet


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands behind a label: the label's role and the span of the words behind it."""

    role: str
    label: int
    start: int
    end: int


def read_tasks(walked: Sequence[Place], make: DutyMaker) -> tuple[list[Duty], frozenset[int]]:
    """The duties of task lists and tables, and the indexes of the places they were read from.

    Times that stand below a task without naming who leads are kept with ``make``, for the duty that
    is read from the task itself.
    """
    duties: list[Duty] = []
    taken: set[int] = set()
    k = 0
    while k < len(walked):
        place = walked[k]
        if place.block.kind is BlockKind.ROW:
            stop = _run(walked, k, lambda p: p.block.kind is BlockKind.ROW)
            duties += read_table(walked[k:stop], make, named_units)
            taken |= set(range(k, stop))
            k = stop
        elif place.kind is not SectionKind.NEVER and not place.closing and _parts(place.block.text):
            lines = _label_lines(walked, k)
            found, used = _labelled(walked, lines, make)
            duties += found
            taken |= used
            k = lines[-1] + 1
        else:
            units = () if place.closing or place.kind is SectionKind.NEVER else led_by(place.block.text)
            if units:
                duties += [make(place, unit) for unit in units]
                taken.add(k)
            k += 1
    return duties, frozenset(taken)


def _run(walked: Sequence[Place], k: int, belongs: Callable[[Place], bool]) -> int:
    stop = k
    while stop < len(walked) and belongs(walked[stop]):
        stop += 1
    return stop


@cache
def _labels() -> re.Pattern[str]:
    roles = patterns("tasks.yml")["labels"]
    inner = "|".join(f"(?P<{role}>{pattern})" for role, pattern in roles.items())
    return re.compile(rf"(?:^|(?<=[.;,(+-] )|(?<=[(+-]))(?:{inner}) ?: ?")


def _parts(text: str) -> list[_Part]:
    """The labels of a text and what stands behind each, if any of them names who leads or when."""
    plain = folded(text).replace("–", "-")
    found = list(_labels().finditer(plain))
    parts = []
    for k, match in enumerate(found):
        end = found[k + 1].start() if k + 1 < len(found) else len(text)
        parts.append(_Part(match.lastgroup or "", match.start(), match.end(), end))
    if any(part.role == "lead" for part in parts):
        return parts
    if not parts or parts[0].label > 0:
        return []
    if parts[0].role in {"partner", "other", "task"} or not find_subjects(text[parts[0].start :].strip()):
        return parts
    return []


def _is_task(place: Place) -> bool:
    """Whether a label line says what is to be done: "Nội dung: Thành lập 13 Tổ bầu cử"."""
    parts = _parts(place.block.text)
    return bool(parts) and parts[0].label == 0 and parts[0].role == "task"


def _is_labels(text: str) -> bool:
    parts = _parts(text)
    return bool(parts) and parts[0].label == 0


def _label_lines(walked: Sequence[Place], k: int) -> list[int]:
    """The lines from ``k`` on that belong together: labels in a row, also behind items below an empty label."""
    lines = [k]
    if not _is_labels(walked[k].block.text):
        return lines
    for index in range(k + 1, len(walked)):
        place = walked[index]
        if _is_labels(place.block.text) and not _is_task(place):
            lines.append(index)
        elif not (_empty_lead(walked[lines[-1]]) and place.rank > walked[lines[-1]].rank):
            break
    return lines


def _empty_lead(place: Place) -> bool:
    """Whether a line ends with a label behind which nobody is named: "Cơ quan thực hiện:"."""
    parts = _parts(place.block.text)
    return bool(parts) and parts[-1].role == "lead" and not place.block.text[parts[-1].start :].strip()


def _labelled(walked: Sequence[Place], lines: list[int], make: DutyMaker) -> tuple[list[Duty], set[int]]:
    """The duties of one run of label lines, or of one task with its labels in the same line."""
    units, used = _leaders(walked, lines)
    first = walked[lines[0]]
    if not _is_labels(first.block.text):
        return ([make(first, unit) for unit in units], used if units else set())
    told = [index for index in lines if _is_task(walked[index])]
    if first.rank < PARAGRAPH_RANK and not units and not told:
        return [], set(lines)  # "5. Thời gian: …" is of the whole, not of one task
    tasks = told or _tasks_above(walked, lines[0], lines[-1] + 1)
    sentences = [index for index in lines if any(True for _ in _sentences(walked[index]))]
    times = [part for index in lines for part in _times(walked[index])]
    for index in (*tasks, *sentences):
        for block, part in times:
            make.add_times(walked[index].block, block, block.text[part.start : part.end], part.start)
    duties = [duty for index in sentences for duty in _said(walked[index], make)]
    if not units:
        return duties, used - set(told)
    return [*duties, *(make(walked[index], unit) for index in tasks for unit in units)], used | set(tasks)


def _said(place: Place, make: DutyMaker) -> Iterator[Duty]:
    """The duties of sentences behind a label: "Cơ quan thực hiện: Bộ A rà soát …; Bộ B tổng hợp …"."""
    for part, subjects in _sentences(place):
        starts = [part.start + subject.at for subject in subjects]
        for subject, start, end in zip(subjects, starts, [*starts[1:], part.end], strict=True):
            for unit in subject.units:
                yield make(place, unit, start, end)


def _sentences(place: Place) -> Iterator[tuple[_Part, tuple[Subject, ...]]]:
    """Labels of who leads behind which sentences stand, and whom those name."""
    text = place.block.text
    for part in _parts(text):
        if part.role == "lead" and (subjects := _told(text[part.start : part.end])):
            yield part, subjects


def _told(said: str) -> tuple[Subject, ...]:
    """Whom sentences behind a label name: nobody where there are names only."""
    subjects = find_subjects(said)
    if not subjects or subjects[0].at > 0 or subjects[0].how is not How.SUBJECT:
        return ()
    work = said[subjects[0].work :]
    words, lex = tokens(work), lexicon()
    if lex.charges.match(words, 0) or leading(True).match(words, 0) or not lex.verbs.match(words, 0):
        return ()  # "Phó Chủ tịch, phụ trách …", "Sở Y tế chủ trì", "các sở trong phạm vi chức năng …" are names
    if len(work.split()) <= _FEW:
        return ()
    return subjects


def _leaders(walked: Sequence[Place], lines: list[int]) -> tuple[tuple[str, ...], set[int]]:
    """Who leads, and who does it where another label says so; with the places all that was read from."""
    named: list[str] = []
    used = set(lines)
    for index in lines:
        text = walked[index].block.text
        for part in _parts(text):
            if part.role == "lead" and not _told(text[part.start : part.end]):
                named += named_units(text[part.start : part.end])
        below = _leaders_below(walked, index)
        named += [unit for units in below.values() for unit in units]
        used |= below.keys()
    return tuple(dict.fromkeys(named)), used


def _times(place: Place) -> list[tuple[Block, _Part]]:
    return [(place.block, part) for part in _parts(place.block.text) if part.role == "time"]


def _leaders_below(walked: Sequence[Place], label: int) -> dict[int, tuple[str, ...]]:
    """Who leads by the items below an empty label: "+ Sở Y tế chủ trì, phối hợp với …"."""
    if not _empty_lead(walked[label]):
        return {}
    found = {}
    for index in range(label + 1, len(walked)):
        if walked[index].rank <= walked[label].rank:
            break
        text = walked[index].block.text
        name = scan_name(tokens(text), 0)
        if name is not None and leading(True).match(tokens(text), name.next):
            found[index] = split_names(text, tokens(text), 0, name.end)
    return found


def _tasks_above(walked: Sequence[Place], k: int, stop: int) -> list[int]:
    """The tasks that labels ``k:stop`` belong to: the items above them in one list, or what heads it."""
    rank = walked[k].rank
    if (
        rank == PARAGRAPH_RANK
        and k
        and walked[k - 1].rank > rank
        and not _is_labels(walked[k - 1].block.text)
    ):
        return [k - 1]  # labels without a mark below an item of a list
    siblings: list[int] = []
    parent: int | None = None
    for index in range(k - 1, -1, -1):
        place = walked[index]
        if place.rank < rank:
            parent = index
            break
        if _is_labels(place.block.text):
            break
        siblings.insert(0, index)
    tasks = [index for index in siblings if begins_with_verb(walked[index].block.text)]
    if tasks:
        return tasks
    if parent is None or walked[parent].kind is SectionKind.NEVER:
        return []
    return [*_told_together(walked, parent, stop), parent]


def _told_together(walked: Sequence[Place], last: int, stop: int) -> list[int]:
    """Tasks before the ``last`` of a group, where the group's only labels stand at its end."""
    rank = walked[last].rank
    if stop < len(walked) and walked[stop].rank >= rank and walked[stop].kind is walked[last].kind:
        return []
    found: list[int] = []
    index = last - 1
    while index >= 0 and walked[index].rank >= rank:
        place = walked[index]
        if place.rank > rank or not begins_with_verb(place.block.text):
            return []
        found.insert(0, index)
        index -= 1
    return found


def named_units(words: str) -> tuple[str, ...]:
    """The units named in a label's or a cell's words; the words themselves where no name is known."""
    words = words.strip(" .;,:-–")
    if not words:
        return ()
    found = tokens(words)
    name = scan_name(found, 0)
    if name is not None and leading(True).match(found, name.next):  # "Giao: Sở Tài chính chủ trì"
        return split_names(words, found, 0, name.end)
    if begins_name(found, 0):
        end = next((k for k, token in enumerate(found) if token.key == "."), len(found))
        return split_names(words, found, 0, end)
    return (words,) if len(words.split()) <= _LONGEST_NAME else ()
