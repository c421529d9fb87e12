"""Automatic numbering of a Word file, counted out as text: the printed numbers are not in its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "-"  # offices print dashes; a bullet of a symbol font has no letter of its own


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, kind of figures, and the text around them ("%1.%2.")."""

    start: int
    kind: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has counted."""

    abstract_of: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num_id: str, depth: int) -> str:
        """The number or mark of the next paragraph of a list, or nothing if it prints none.

        Lists that share an abstract list count on together; one with an override begins anew.
        """
        abstract = self.abstract_of.get(num_id)
        level = self.levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        override = self.overrides.get(num_id, {}).get(depth)
        if override is not None and (num_id, depth) not in self.begun:
            counts[depth] = override
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self.begun.add((num_id, depth))
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.kind == "bullet":
            return _bullet(level.text)
        if level.kind == "none":
            return ""
        return self._printed(abstract, depth, level)

    def _printed(self, abstract: str, depth: int, level: Level) -> str:
        text = level.text
        for index in range(depth + 1):
            part = self.levels[abstract].get(index)
            if f"%{index + 1}" in text and part is not None:
                value = self.counts[abstract].setdefault(index, part.start)
                text = text.replace(f"%{index + 1}", figures(value, part.kind))
        return text.strip()


def _bullet(text: str) -> str:
    """The mark of a bulleted list as text: the sign itself where it is a common one."""
    sign = text.strip()
    return sign if sign and all(c in "-–—+*•" for c in sign) else _BULLET


def figures(value: int, kind: str) -> str:
    """A number as a list prints it."""
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    return f"{value:02d}" if kind == "decimalZero" else str(value)


def _roman(value: int) -> str:
    steps = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    parts = []
    for hundred, sign in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), *steps):
        while value >= hundred:
            parts.append(sign)
            value -= hundred
    return "".join(parts)


def read_numbering(xml: bytes | None) -> Numbering:
    """The lists that ``word/numbering.xml`` defines."""
    numbering = Numbering()
    if xml is None:
        return numbering
    root = ET.fromstring(xml)
    for abstract in root.iter(f"{W}abstractNum"):
        identifier = abstract.get(f"{W}abstractNumId", "")
        numbering.levels[identifier] = {
            int(level.get(f"{W}ilvl", "0")): _level(level) for level in abstract.iter(f"{W}lvl")
        }
    for num in root.iter(f"{W}num"):
        identifier = num.get(f"{W}numId", "")
        numbering.abstract_of[identifier] = _value(num, "abstractNumId") or ""
        for override in num.iter(f"{W}lvlOverride"):
            start = _value(override, "startOverride")
            if start is not None:
                numbering.overrides.setdefault(identifier, {})[int(override.get(f"{W}ilvl", "0"))] = int(
                    start
                )
    return numbering


def _level(level: ET.Element) -> Level:
    return Level(
        start=int(_value(level, "start") or "1"),
        kind=_value(level, "numFmt") or "decimal",
        text=_value(level, "lvlText") or "",
    )


def _value(element: ET.Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")
