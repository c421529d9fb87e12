"""The index proper: for each word and each pair of neighbours, the documents that hold it, and which of their tasks.

Pairs carry the ranking: most Vietnamese words are two syllables, and a phrase is a chain of pairs.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from danbiet.search.words import spellings, word

IN_TASK = 4
MOST_TASKS = (
    30  # of one document: they are told apart by the bits of a number that every browser can count with
)
_OFTEN = 3  # so many times in a document says that it is about it
# A posting is one number: the document, its tasks (a bit each), its level.
_DOCUMENT, _TASKS = MOST_TASKS + 2, 2
_ALL_TASKS = (1 << MOST_TASKS) - 1

# Printable ASCII without what JSON escapes (" and \) and what separates (~ | :).
_DIGITS = "".join(chr(c) for c in range(0x20, 0x7F) if chr(c) not in '"\\~|:')
_LAST = 62  # digits that end a number; the others say that more follow ((s,c)-dense code)
_MORE = len(_DIGITS) - _LAST
_FLAGS = "01234567"


class Level(IntEnum):
    """How much a place says about what a document is about."""

    BODY = 0
    OFTEN = 1
    HEADING = 2
    TITLE = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document to be indexed: pairs never reach from one passage into the next.

    ``tasks`` are those of the document's tasks whose words these are, a bit each.
    """

    text: str
    level: Level = Level.BODY
    tasks: int = 0


@dataclass(slots=True)
class Index:
    """Postings in the making. Documents are added in the order of their numbers, from 0."""

    documents: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)  # spelling → number of its word
    _words: list[tuple[str, str]] = field(default_factory=list)
    _word_numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _singles: dict[int, array[int]] = field(default_factory=dict)
    _pairs: dict[int, array[int]] = field(default_factory=dict)

    def add(self, passages: Iterable[Passage]) -> None:
        """Index the next document."""
        singles: list[int] = []
        pairs: list[int] = []
        single_flags: dict[int, int] = {}
        pair_flags: dict[int, int] = {}
        known = self._numbers
        for passage in passages:
            # Counting in bulk, and flags only where there are any, halves the time of a build.
            written = spellings(passage.text)
            numbers = [known.get(spelling, -1) for spelling in written]
            if -1 in numbers:
                numbers = [self._number(spelling) for spelling in written]
            chained = [first << 24 | second for first, second in pairwise(numbers)]
            singles += numbers
            pairs += chained
            flags = passage.tasks << _TASKS | passage.level
            if flags:
                _flag(single_flags, numbers, flags)
                _flag(pair_flags, chained, flags)
        _append(self._singles, singles, single_flags, self.documents)
        _append(self._pairs, pairs, pair_flags, self.documents)
        self.documents += 1

    def singles(self) -> Iterator[tuple[str, str, str]]:
        """(``""``, word, its coded postings), in order of the words."""
        found: dict[str, list[tuple[str, array[int]]]] = {}
        for number, postings in self._singles.items():
            key, marks = self._words[number]
            found.setdefault(key, []).append((marks, postings))
        for key in sorted(found):
            yield "", key, _entry(found[key])

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """(first word, second word, their coded postings), in order of the words."""
        found: dict[tuple[str, str], list[tuple[str, array[int]]]] = {}
        for pair, postings in self._pairs.items():
            first, first_marks = self._words[pair >> 24]
            second, second_marks = self._words[pair & 0xFFFFFF]
            found.setdefault((first, second), []).append((f"{first_marks},{second_marks}", postings))
        for first, second in sorted(found):
            yield first, second, _entry(found[first, second])

    def common(self, least: float) -> list[str]:
        """The words and pairs ("dan", "dan chu") in more than so many documents: they tell little."""
        counts: Counter[str] = Counter()
        for number, postings in self._singles.items():
            if len(postings) > least / 8:  # of the spellings of a common word one at least is frequent
                counts[self._words[number][0]] += len(postings)
        for pair, postings in self._pairs.items():
            if len(postings) > least / 8:
                counts[f"{self._words[pair >> 24][0]} {self._words[pair & 0xFFFFFF][0]}"] += len(postings)
        return sorted(name for name, count in counts.items() if count > least)

    def vocabulary(self) -> list[str]:
        """Every syllable in each of its spellings, by frequency, spellings of one key together: for near words."""
        spelled: dict[str, dict[str, tuple[int, str]]] = {}
        for spelling, number in sorted(self._numbers.items()):
            key, marks = self._words[number]
            if key.isalpha():
                spelled.setdefault(key, {}).setdefault(marks, (-len(self._singles[number]), spelling))
        order = sorted(spelled, key=lambda k: (sum(count for count, _ in spelled[k].values()), k))
        return [spelling for key in order for _, spelling in sorted(spelled[key].values())]

    def _number(self, spelling: str) -> int:
        number = self._numbers.get(spelling)
        if number is None:
            found = word(spelling)
            name = (found.key, found.marks)
            number = self._word_numbers.setdefault(name, len(self._words))
            if number == len(self._words):
                self._words.append(name)
            self._numbers[spelling] = number
        return number


def _flag(flags: dict[int, int], names: list[int], more: int) -> None:
    for name in names:
        before = flags.get(name, 0)
        flags[name] = max(before & 3, more & 3) | (before | more) & ~3


def _append(postings: dict[int, array[int]], names: list[int], flags: dict[int, int], document: int) -> None:
    at = document << _DOCUMENT
    for name, count in Counter(names).items():
        flag = flags.get(name, 0)
        if count >= _OFTEN and not flag & 3:
            flag |= Level.OFTEN
        known = postings.get(name)
        if known is None:
            postings[name] = array("Q", (at | flag,))
        else:
            known.append(at | flag)


def _entry(spelled: list[tuple[str, array[int]]]) -> str:
    """``|marks:gaps:flags:tasks`` for each way a key is spelled, the most frequent first.

    No flags if all are 0; tasks only of those documents whose flag says that there are some.
    """
    parts = []
    for marks, postings in sorted(spelled, key=lambda s: (-len(s[1]), s[0])):
        documents = [posting >> _DOCUMENT for posting in postings]
        gaps = "".join([number_code(d - before - 1) for before, d in pairwise([-1, *documents])])
        tasks = [posting >> _TASKS & _ALL_TASKS for posting in postings]
        flags = "".join([_FLAGS[p & 3 | (IN_TASK if t else 0)] for p, t in zip(postings, tasks, strict=True)])
        parts.append(f"|{marks}:{gaps}")
        if flags.strip("0"):
            parts.append(f":{flags}")
        if any(tasks):
            parts.append(f":{''.join([number_code(t) for t in tasks if t])}")
    return "".join(parts)


@lru_cache(maxsize=1 << 14)
def number_code(value: int) -> str:
    """A number from 0 in as few printable characters as it needs: one below 62, two below 1,798."""
    code = _DIGITS[value % _LAST]
    value //= _LAST
    while value > 0:
        value -= 1
        code = _DIGITS[_LAST + value % _MORE] + code
        value //= _MORE
    return code
