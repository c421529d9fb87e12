"""What a Word file's styles say of a paragraph: heading depth, weight, place, list — inherited ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^(?:heading|tiêu đề|đầu đề)\s*(\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or run looks, as far as a style or it itself says."""

    heading: int = 0
    bold: bool | None = None
    italic: bool | None = None
    center: bool | None = None
    font: str | None = None
    caps: bool | None = None
    num_id: str | None = None
    depth: int | None = None

    def under(self, nearer: Look) -> Look:
        """The look with what a nearer one says put over it."""
        changes = {
            name: value
            for name in ("bold", "italic", "center", "font", "caps", "num_id", "depth")
            if (value := getattr(nearer, name)) is not None
        }
        return replace(self, heading=nearer.heading or self.heading, **changes)


class Styles:
    """The styles of a file by id, with what they inherit."""

    def __init__(self, xml: bytes | None) -> None:
        self._elements: dict[str, ET.Element] = {}
        self._looks: dict[str, Look] = {}
        self.default = Look()
        self.default_style: str | None = None
        if xml is None:
            return
        root = ET.fromstring(xml)
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self.default = _look(defaults.find(f"{W}rPrDefault"))
        for style in root.iter(f"{W}style"):
            identifier = style.get(f"{W}styleId", "")
            self._elements[identifier] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.default_style = identifier

    def look(self, identifier: str | None, seen: frozenset[str] = frozenset()) -> Look:
        """The look of a style, nothing of its own for an unknown one."""
        style = self._elements.get(identifier or "")
        if style is None or identifier is None or identifier in seen:
            return self.default
        if identifier not in self._looks:
            based = style.find(f"{W}basedOn")
            parent = self.look(None if based is None else based.get(f"{W}val"), seen | {identifier})
            own = _look(style)
            name = style.find(f"{W}name")
            match = _HEADING.match((name.get(f"{W}val") or "") if name is not None else "")
            if match:
                own = replace(own, heading=int(match[1]))
            self._looks[identifier] = parent.under(own)
        return self._looks[identifier]

    def of_paragraph(self, paragraph: ET.Element) -> Look:
        """The look of a paragraph: its style and its own properties."""
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        identifier = self.default_style if style is None else style.get(f"{W}val")
        own = Look() if properties is None else _paragraph_look(properties)
        return self.look(identifier).under(own)

    def of_run(self, run: ET.Element, paragraph: Look) -> Look:
        """The look of a run in a paragraph of that look."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return paragraph
        style = properties.find(f"{W}rStyle")
        base = paragraph
        if style is not None and style.get(f"{W}val") in self._elements:
            base = paragraph.under(_look(self._elements[style.get(f"{W}val", "")]))
        return base.under(_run_look(properties))


def _look(element: ET.Element | None) -> Look:
    """The look a style states itself."""
    if element is None:
        return Look()
    run = element.find(f"{W}rPr")
    paragraph = element.find(f"{W}pPr")
    look = Look() if paragraph is None else _paragraph_look(paragraph)
    return look if run is None else look.under(_run_look(run))


def _paragraph_look(properties: ET.Element) -> Look:
    number = properties.find(f"{W}numPr")
    num_id = depth = None
    if number is not None:
        num_id, level = _value(number, "numId"), _value(number, "ilvl")
        depth = int(level) if level is not None else None
    place = _value(properties, "jc")
    outline = _value(properties, "outlineLvl")
    heading = int(outline) + 1 if outline is not None and int(outline) < 9 else 0
    return Look(
        heading=heading,
        center=None if place is None else place == "center",
        num_id=num_id,
        depth=depth,
    )


def _run_look(properties: ET.Element) -> Look:
    fonts = properties.find(f"{W}rFonts")
    font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return Look(
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        caps=_switch(properties, "caps"),
        font=font,
    )


def _switch(properties: ET.Element, name: str) -> bool | None:
    found = properties.find(f"{W}{name}")
    if found is None:
        return None
    return found.get(f"{W}val", "1") not in ("0", "false", "none", "off")


def _value(element: ET.Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")
