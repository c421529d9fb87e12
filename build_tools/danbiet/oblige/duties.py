"""One duty from one block and one unit: its receipt, deadlines, recurrence, recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from danbiet.model import Block, Deadline, Duty, PartialDate
from danbiet.oblige.deadlines import find_deadlines
from danbiet.oblige.due import YearSaid, titled_year
from danbiet.oblige.measures import measurable
from danbiet.oblige.outline import Place, SectionKind
from danbiet.oblige.reporting import recurrences, reported_to
from danbiet.oblige.subjects import Subject
from danbiet.oblige.what import without_subject

# A plan may set a day too late, and it stays: "Trước ngày 30/3/2025".
_BY_DAY = re.compile(r"(?:trước|chậm nhất|muộn nhất)(?: là)?(?: ngày)? \d")
_YEARS = re.compile(r"\d{4} ?[-–]")
Party = Subject | tuple[str, ...] | None


@dataclass(slots=True)
class _Elsewhere:
    """Times that stand outside their task's own block, by where the task begins in the file."""

    labels: dict[int, tuple[Deadline, ...]] = field(default_factory=dict)
    rounds: dict[int, tuple[Deadline, ...]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)  # where the rounds' own titles begin


class DutyMaker:
    """Makes duties for one plan: its year, how that is known, and its day of issue."""

    def __init__(self, year: int | None, issued: PartialDate | None, known: YearSaid) -> None:
        self.year = year
        self.issued = issued
        self.known = known
        self._elsewhere = _Elsewhere()

    def of_year(self, year: int | None) -> DutyMaker:
        """The same maker for words that stand under another year; itself where that is before the plan's issue."""
        past = year is not None and self.issued is not None and year < self.issued.year
        if year is None or year == self.year or past:
            return self
        other = DutyMaker(year, self.issued, YearSaid.NAMED)
        other._elsewhere = self._elsewhere
        return other

    def add_times(self, task: Block, block: Block, words: str, start: int) -> None:
        """Keep the times that a label line states for a task: ``words`` at ``start`` of ``block``."""
        if found := self._stated(block, words, start):
            self._elsewhere.labels[task.start] = (*self._elsewhere.labels.get(task.start, ()), *found)

    def add_round(self, task: Block, block: Block, words: str, start: int) -> None:
        """Keep the time of the round a task stands in, for where it states none; ``words`` as in ``add_times``."""
        if found := self._stated(block, words, start):
            self._elsewhere.rounds[task.start] = () if self.is_dated(task) else found
            self._elsewhere.titles.add(block.start)

    def of_cell(self, block: Block, words: str, start: int) -> tuple[Deadline, ...]:
        """The times in a table's cell; a span of years that ended before the plan's issue was, and is not due."""
        found = self.deadlines(block, words, start, label=True)
        return tuple(item for item in found if not self._is_before(item) or not _YEARS.match(item.raw))

    def _stated(self, block: Block, words: str, start: int) -> tuple[Deadline, ...]:
        """The times in words that state one; what lies in a year before the plan's issue was, and is not due."""
        found = self.deadlines(block, words, start, label=True)
        return tuple(item for item in found if not self._is_before(item) or _BY_DAY.match(item.raw.lower()))

    def _is_before(self, item: Deadline) -> bool:
        """Whether a deadline lies in a year before the plan's issue."""
        return bool(item.due and self.issued and item.due.year < self.issued.year)

    def has_times(self, block: Block) -> bool:
        """Whether a label line or a round states a time for the task a block tells."""
        return block.start in self._elsewhere.labels or block.start in self._elsewhere.rounds

    def is_round(self, block: Block) -> bool:
        """Whether a block is the title of a round whose time the tasks below it have."""
        return block.start in self._elsewhere.titles

    def is_dated(self, block: Block) -> bool:
        """Whether a block says by when itself, so that a label over several tasks tells nothing of it."""
        return bool(self.deadlines(block, block.text, 0))

    def __call__(self, place: Place, unit: str | None, start: int = 0, end: int | None = None) -> Duty:
        """The duty of ``unit`` in a block; deadlines and reporting are read from ``start:end`` of its text."""
        return self.part(place, unit, (start, end), (0, len(place.block.text)))

    def part(
        self, place: Place, unit: str | None, said: tuple[int, int | None], shown: tuple[int, int]
    ) -> Duty:
        """The duty whose receipt is the span ``shown`` of a block's text, read from the span ``said``."""
        block = place.block
        start, end = said
        part = block.text[start:end]
        dated = self.of_year(titled_year(place.title))
        stated = self._elsewhere.labels.get(block.start) or self._elsewhere.rounds.get(block.start, ())
        deadlines = (*dated.deadlines(block, part, start), *stated)
        repeats = recurrences(part, [item.raw for item in deadlines if item.when.startswith("---")])
        to, via = reported_to(part)
        first, last = block.words.offsets.span(*shown)
        return Duty(
            text=block.words.printed(*shown),
            start=first,
            end=last,
            unit=unit,
            section="closing" if place.closing else block.section,
            section_title="" if place.closing else place.title,
            section_kind="assignment" if place.closing or place.kind is SectionKind.ASSIGNMENT else "content",
            anchor=block.anchor,
            deadlines=deadlines,
            recurrence=repeats,
            reports_to=to,
            via=via,
            measurable=measurable(without_subject(part), deadlines, repeats),
        )

    def deadlines(self, block: Block, part: str, start: int, label: bool = False) -> tuple[Deadline, ...]:
        """The deadlines in ``part``, which begins at ``start`` of the block's text, with places in the file."""
        found = []
        for item in find_deadlines(part, year=self.year, issued=self.issued, known=self.known, label=label):
            first, last = block.words.offsets.span(start + item.start, start + item.end)
            found.append(
                Deadline(
                    raw=block.words.printed(start + item.start, start + item.end),
                    start=first,
                    end=last,
                    when=item.when,
                    due=item.due,
                    basis=item.basis,
                    what=item.what,
                )
            )
        return tuple(found)

    def several(self, place: Place, parties: Sequence[Party]) -> Iterator[Duty]:
        """The duties of every party a block names, each with what is said between its name and the next."""
        starts = [party.at if isinstance(party, Subject) else 0 for party in parties]
        ends = (*starts[1:], None)[: len(starts)]
        spans: list[tuple[str | None, int, int | None]] = []
        for party, start, end in zip(parties, starts, ends, strict=True):
            for unit in _units(party):
                if spans and spans[-1][0] == unit:  # "Giao Sở A rà soát. Sở A báo cáo trước ngày …"
                    spans[-1] = (unit, spans[-1][1], end)
                elif unit not in {named for named, *_ in spans}:
                    spans.append((unit, start, end))
        yield from (self(place, unit, start, end) for unit, start, end in spans)

    def overridden(self, duties: Sequence[Duty], block: Block) -> Iterator[Duty]:
        """The duties with what a person set by hand: ``don-vi`` and ``ma`` of an attribute list."""
        unit, code = block.attributes.get("don-vi"), block.attributes.get("ma")
        if unit is not None and duties:
            duties = duties[:1]
        for duty in duties:
            yield replace(duty, unit_hint=unit or duty.unit_hint, id_hint=code or duty.id_hint)


def _units(party: Party) -> Sequence[str | None]:
    if party is None:
        return (None,)
    return party.units if isinstance(party, Subject) else party
