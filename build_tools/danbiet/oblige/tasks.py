"""Tasks with labels ("Đơn vị chủ trì: …") and tables whose header names the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danbiet.model import BlockKind, Duty
from danbiet.oblige.above import run_of, tasks_above, times_below
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.labels import (
    Part,
    is_labels,
    is_task,
    names_nobody,
    parts_of,
    times_of,
    told_by_sentences,
)
from danbiet.oblige.leads import named_units
from danbiet.oblige.led import leading, led_by
from danbiet.oblige.names import scan_name
from danbiet.oblige.outline import PARAGRAPH_RANK, Place, SectionKind
from danbiet.oblige.rounds import time_round
from danbiet.oblige.split import split_names
from danbiet.oblige.subjects import Subject, find_subjects
from danbiet.oblige.table import read_table
from danbiet.oblige.words import tokens


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
            stop = run_of(walked, k, lambda p: p.block.kind is BlockKind.ROW)
            if place.kind is not SectionKind.NEVER:
                duties += read_table(walked[k:stop], make, named_units)
            taken |= set(range(k, stop))
            k = stop
        elif place.kind is not SectionKind.NEVER and not place.closing and parts_of(place.block.text):
            lines = _label_lines(walked, k)
            led = frozenset(duty.start for duty in duties)
            found, used = _labelled(walked, lines, make, led)
            duties += found
            taken |= used
            k = lines[-1] + 1
        else:
            time_round(walked, k, make)
            units = () if place.closing or place.kind is SectionKind.NEVER else led_by(place.block.text)
            if units:
                duties += [make(place, unit) for unit in units]
                taken.add(k)
            k += 1
    return duties, frozenset(taken)


def _label_lines(walked: Sequence[Place], k: int) -> list[int]:
    """The lines from ``k`` on that belong together: labels in a row, also behind items below an empty label."""
    lines = [k]
    if not is_labels(walked[k].block.text):
        return lines
    told = is_task(walked[k])
    for index in range(k + 1, len(walked)):
        place = walked[index]
        if (
            place.rank < PARAGRAPH_RANK <= walked[k].rank
            and _leads(place)
            and any(map(_leads, walked[k:index]))
        ):
            break  # a number of its own: "6. Phân công: …" is of all above
        again = told and (is_task(place) or (times_of(walked[k]) and times_of(place)))
        if is_labels(place.block.text) and not again:  # "Thời gian: … / Nội dung: … / Chủ trì: …"
            told = told or is_task(place)
            lines.append(index)
        elif not (names_nobody(walked[lines[-1]]) and place.rank > walked[lines[-1]].rank):
            break
    return lines


def _leads(place: Place) -> bool:
    parts = parts_of(place.block.text)
    return bool(parts) and parts[0].role == "lead"


def _labelled(
    walked: Sequence[Place], lines: list[int], make: DutyMaker, led: frozenset[int]
) -> tuple[list[Duty], set[int]]:
    """The duties of one run of label lines, or of one task with its labels in the same line.

    ``led`` is where the tasks begin that have a leader: a label below several is not of those.
    """
    units, used = _leaders(walked, lines)
    first = walked[lines[0]]
    if not is_labels(first.block.text):
        return ([make(first, unit) for unit in units], used if units else set())
    told = [index for index in lines if is_task(walked[index])]
    if first.rank < PARAGRAPH_RANK and not units and not told:
        return [], set(lines)  # "5. Thời gian: …" is of the whole, not of one task
    below = walked[lines[-1]].rank
    tasks = told or tasks_above(walked, lines[0], run_of(walked, lines[-1] + 1, lambda p: p.rank > below))
    sentences = [index for index in lines if any(True for _ in _sentences(walked[index]))]
    times = [part for index in lines for part in (*times_of(walked[index]), *times_below(walked, index))]
    dated = {index for index in tasks if len(tasks) > 1 and make.is_dated(walked[index].block)}
    for index in (*tasks, *sentences):
        for block, part in times if index not in dated else ():
            if block is not walked[index].block:
                make.add_times(walked[index].block, block, block.text[part.start : part.end], part.start)
    duties = [duty for index in sentences for duty in _said(walked[index], make)]
    if not units:
        return duties, used if duties else used - set(told)
    given = [make(walked[index], unit) for index in tasks for unit in units]
    of_one = len(tasks) == 1 and first.rank >= PARAGRAPH_RANK
    kept = given if of_one else [duty for duty in given if duty.start not in led]
    return [*duties, *kept], used | set(tasks)


def _said(place: Place, make: DutyMaker) -> Iterator[Duty]:
    """The duties of sentences behind a label: "Cơ quan thực hiện: Bộ A rà soát …; Bộ B tổng hợp …"."""
    for part, subjects in _sentences(place):
        starts = [part.start + subject.at for subject in subjects]
        for subject, start, end in zip(subjects, starts, [*starts[1:], part.end], strict=True):
            for unit in subject.units:
                yield make(place, unit, start, end)


def _sentences(place: Place) -> Iterator[tuple[Part, tuple[Subject, ...]]]:
    """Sentences behind labels of who leads, or behind a time, and whom they name."""
    text = place.block.text
    for part in parts_of(text):
        said = text[part.start : part.end]
        if part.role == "said":
            yield part, find_subjects(said)
        elif part.role == "lead" and (subjects := told_by_sentences(said)):
            yield part, subjects


def _leaders(walked: Sequence[Place], lines: list[int]) -> tuple[tuple[str, ...], set[int]]:
    """Who leads, and who does it where another label says so; with the places all that was read from."""
    named: list[str] = []
    used = set(lines)
    for index in lines:
        text = walked[index].block.text
        for part in parts_of(text):
            if part.role == "lead" and not told_by_sentences(text[part.start : part.end]):
                named += named_units(text[part.start : part.end])
        below = _leaders_below(walked, index)
        named += [unit for units in below.values() for unit in units]
        used |= below.keys()
    return tuple(dict.fromkeys(named)), used


def _leaders_below(walked: Sequence[Place], label: int) -> dict[int, tuple[str, ...]]:
    """Who leads by the items below an empty label: "+ Sở Y tế chủ trì, phối hợp với …"."""
    if not names_nobody(walked[label]):
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
