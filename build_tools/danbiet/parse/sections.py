"""Numbers → the path of the section a block stands in, the depth of headings, public anchors.

A path joins the numbers of the sections that embrace a block: "III.2", "II.5.a". Where a number
comes a second time in the same place the path says so: "II(2).1". An anchor is the path as a slug
(``muc-iii-2``), the second time ``muc-ii-lan-2-1``, which no other path gives; "đ" is ``dd`` there.
A heading without a number is ``muc-<slug of its words>``; every other block ``doan-`` and eight hex
digits of the SHA-256 of its folded words. What would come twice is told apart by ``-2``, ``-3`` ….
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from danbiet.parse.marks import PrintedMark
from danbiet.text import fold, slug

_WITHOUT_NUMBER = 1000


@dataclass(slots=True)
class _Open:
    rank: int
    depth: int
    path: str
    heading: bool
    number: str = ""


class Sections:
    """Walks the blocks of a document in order and says where each stands."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._seen: Counter[tuple[str, str]] = Counter()
        self.special = ""  # "closing", "recipients" or "signature": parts that have no number

    @property
    def path(self) -> str:
        """The path of the section that is open."""
        return self.special or (self._open[-1].path if self._open else "")

    @property
    def level(self) -> int:
        """How many headings embrace what comes next."""
        return 0 if self.special else sum(entry.heading for entry in self._open)

    def enter(self, mark: PrintedMark | None, *, heading: bool, depth: int = 0) -> None:
        """Open the section that a heading or a numbered paragraph begins."""
        self.special = ""
        if mark is None or not mark.token:
            self._leave_for_unnumbered(depth)
            path = self._open[-1].path if self._open else ""
            self._open.append(_Open(_WITHOUT_NUMBER, depth, path, heading))
            return
        while self._open and self._ends(self._open[-1], mark.rank, depth, heading):
            self._open.pop()
        while self._open and self._open[-1].number and not _below(mark.token, self._open[-1].number):
            self._open.pop()
        parent = self._open[-1] if self._open else None
        self._open.append(_Open(mark.rank, depth, self._path(parent, mark), heading, _digits(mark.token)))

    def _ends(self, entry: _Open, rank: int, depth: int, heading: bool) -> bool:
        if entry.rank == _WITHOUT_NUMBER:
            return heading and bool(depth) and entry.depth >= depth
        return entry.rank >= rank

    def _leave_for_unnumbered(self, depth: int) -> None:
        """A heading without a number ends numbered paragraphs, and headings of its depth or deeper."""
        while self._open:
            last = self._open[-1]
            ranked = last.depth or last.rank == _WITHOUT_NUMBER
            if last.heading and not (ranked and last.depth >= depth):
                return
            self._open.pop()

    def _path(self, parent: _Open | None, mark: PrintedMark) -> str:
        token = mark.token
        base = parent.path if parent else ""
        if mark.structural and token.startswith("Điều"):
            base = ""  # articles are numbered through all chapters
        if parent and parent.number and token.startswith(parent.number + "."):
            token = token[len(parent.number) + 1 :]
        self._seen[base, token] += 1
        count = self._seen[base, token]
        token = token if count == 1 else f"{token}({count})"
        return f"{base}.{token}" if base else token


def _digits(token: str) -> str:
    return token if token.replace(".", "").isdigit() else ""


def _below(token: str, number: str) -> bool:
    """Whether "2.1" may stand under "2": under "1" it may not; letters may stand under any number."""
    return "." not in _digits(token) or token.startswith(f"{number}.")


class Anchors:
    """Gives each block its public anchor, none twice."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def heading(self, path: str, words: str) -> str:
        """The anchor of a heading with the path ``path``, or with none of its own."""
        spelled = path.replace("đ", "dd").replace("(", "-lan-") if path else words
        return self._once(f"muc-{slug(spelled)[:80].strip('-') or 'khong-ten'}")

    def block(self, words: str) -> str:
        """The anchor of any other block."""
        digest = hashlib.sha256(fold(words).encode("utf-8", "surrogatepass")).hexdigest()
        return self._once(f"doan-{digest[:8]}")

    def _once(self, anchor: str) -> str:
        self._given[anchor] += 1
        count = self._given[anchor]
        return anchor if count == 1 else self._once(f"{anchor}-{count}")
