"""The tree processor that turns sentinels into links, spans and anchors.

A tree processor, not an inline pattern: it sees finished links, so that a link never comes to
stand inside another, and spans that straddle bold words are cut where they must be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from danbiet.model import Block, BlockKind
from danbiet.pages.joined import Joined
from danbiet.pages.marks import Mark, MarkKind, split
from danbiet.words import section_label

_INLINE = {"strong", "em", "a", "br", "span"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SCHEMES = {"", "http", "https", "mailto", "tel"}

Wrapper = tuple[str, int]  # ("duty" | "number" | "citation" | "element", which)


@dataclass(slots=True)
class _Piece:
    """A run of text (or a line break) and the elements it stands in, outermost first."""

    wrappers: list[Wrapper]
    text: str = ""
    leaf: Element | None = None


class Joiner(Treeprocessor):
    """Joins ``Joined`` into the converted tree; ``number`` gives each sentinel's mark."""

    def __init__(self, md: Markdown, joined: Joined, number: Mapping[int, Mark]) -> None:
        super().__init__(md)
        self._joined = joined
        self._number = number
        self._duties: list[int] = []
        self._citations: list[int] = []
        self._begun: set[int] = set()
        self._named: set[int] = set()
        self._elements: dict[int, Element] = {}
        self._level = joined.top - 1

    def run(self, root: Element) -> None:
        """Rewrite every block of the tree in place, in document order."""
        self._walk(root, None)
        _hold_tables(root)

    def _walk(self, parent: Element, row: Element | None) -> None:
        for child in list(parent):
            if child.tag in _HEADINGS or child.tag in {"p", "td", "th"}:
                self._block(child, row)
            else:
                self._walk(child, child if child.tag == "tr" else row)

    def _block(self, element: Element, row: Element | None) -> None:
        """Rebuild one block from its pieces, with what is open at each of them around it."""
        pieces: list[_Piece] = []
        block = self._collect(element, [], pieces, None)
        style = element.get("style")
        tail = element.tail
        element.clear()
        element.tail = tail
        if style:
            element.set("style", style)
        if block is not None:
            self._dress(element if row is None else row, block, pieces, in_row=row is not None)
        elif element.tag in _HEADINGS:
            element.tag = "p"
        duties = [k for piece in pieces for kind, k in piece.wrappers if kind == "duty"]
        if duties:
            (element if row is None else row).set("data-has-task", "")
        if duties and row is None and duties[0] not in self._begun:
            self._name(element, duties[0])
        self._nest(element, pieces, 0)

    def _name(self, element: Element, which: int) -> None:
        """Let an element name the unit of a duty that begins in it: a block before its mark, else the span."""
        duty = self._joined.duties[which]
        if duty.unit and which not in self._named:
            self._named.add(which)
            element.set("data-unit", duty.unit)

    def _collect(
        self, element: Element, path: list[Wrapper], out: list[_Piece], block: Block | None
    ) -> Block | None:
        block = self._text(element.text or "", path, out, block)
        for child in element:
            if child.tag == "br":
                out.append(_Piece(self._open(path), leaf=Element("br")))
            else:
                key = id(child)
                self._elements[key] = child
                block = self._collect(child, [*path, ("element", key)], out, block)
            block = self._text(child.tail or "", path, out, block)
        return block

    def _text(self, text: str, path: list[Wrapper], out: list[_Piece], block: Block | None) -> Block | None:
        for piece in split(text):
            if isinstance(piece, str):
                out.append(_Piece(self._open(path), piece))
                continue
            mark = self._number[piece]
            if mark.kind is MarkKind.WORDS:
                block = self._joined.blocks[mark.index]
                if block.kind is BlockKind.HEADING and block.anchor:
                    _wrap_number(out, mark.index)
            elif mark.kind is MarkKind.DUTY:
                self._duties.append(mark.index)
            elif mark.kind is MarkKind.CITATION:
                self._citations.append(mark.index)
            elif mark.kind is MarkKind.DUTY_END and mark.index in self._duties:
                self._duties.remove(mark.index)
            elif mark.kind is MarkKind.CITATION_END and mark.index in self._citations:
                self._citations.remove(mark.index)
        return block

    def _open(self, path: list[Wrapper]) -> list[Wrapper]:
        """The wrappers of a piece: duties, then its citation unless it stands in a link, then markup."""
        wrappers: list[Wrapper] = [("duty", k) for k in self._duties]
        linked = any(self._elements[key].tag == "a" for _, key in path)
        if self._citations and not linked:
            wrappers.append(("citation", self._citations[-1]))
        return wrappers + path

    def _dress(self, element: Element, block: Block, pieces: list[_Piece], *, in_row: bool) -> None:
        """Give a block its anchor and its place in the outline of headings."""
        if block.anchor and element.get("id") is None:
            element.set("id", block.anchor)
        if in_row:
            return
        if block.kind is BlockKind.HEADING:
            # An outline never skips a level, whatever the document's numbering does.
            self._level = min(self._joined.top + max(block.level, 1) - 1, self._level + 1, 6)
            element.tag = f"h{self._level}"
            for piece in pieces:  # a heading is bold by itself
                piece.wrappers = [w for w in piece.wrappers if not self._is_strong(w)]
        else:
            element.tag = "p"
            if block.kind is BlockKind.ITEM:
                element.set("class", "item")

    def _is_strong(self, wrapper: Wrapper) -> bool:
        return wrapper[0] == "element" and self._elements[wrapper[1]].tag == "strong"

    def _nest(self, parent: Element, pieces: list[_Piece], depth: int) -> None:
        for key, group in groupby(pieces, lambda p: p.wrappers[depth] if len(p.wrappers) > depth else None):
            if key is None:
                for piece in group:
                    _append(parent, piece)
            else:
                self._nest(self._make(parent, *key), list(group), depth + 1)

    def _make(self, parent: Element, kind: str, which: int) -> Element:
        if kind == "duty":
            duty = self._joined.duties[which]
            attributes = {"data-obligation": duty.id}
            if which not in self._begun:
                self._begun.add(which)
                attributes |= {"id": duty.anchor}
            span = SubElement(parent, "span", attributes)
            if attributes.get("id"):
                self._name(span, which)
            return span
        if kind == "citation":
            link = self._joined.citations[which]
            attributes = {"href": link.href, "data-instrument": link.page_id}
            attributes |= {"data-validity": link.validity, "title": link.title}
            return SubElement(parent, "a", attributes)
        if kind == "number":
            block = self._joined.blocks[which]
            title = f"Liên kết tới {section_label(block.section) or 'đây'}"
            return SubElement(parent, "a", {"class": "number", "href": f"#{block.anchor}", "title": title})
        return _copy(parent, self._elements[which])


def _wrap_number(pieces: list[_Piece], which: int) -> None:
    """What stands in a heading before its words is its printed number: a link to itself."""
    for piece in list(pieces):
        words = piece.text.rstrip()
        if words and not any(kind == "citation" for kind, _ in piece.wrappers):
            duties = sum(kind == "duty" for kind, _ in piece.wrappers)
            rest = _Piece(list(piece.wrappers), piece.text[len(words) :])
            piece.text, piece.wrappers = (
                words,
                [*piece.wrappers[:duties], ("number", which), *piece.wrappers[duties:]],
            )
            pieces.insert(pieces.index(piece) + 1, rest)


def _copy(parent: Element, original: Element) -> Element:
    """An inline element with only the attributes a page may carry."""
    if original.tag == "a":
        href = original.get("href", "")
        if urlsplit(href).scheme.lower() in _SCHEMES:
            return SubElement(parent, "a", {"href": href, "rel": "nofollow noopener"})
        return SubElement(parent, "span")
    return SubElement(parent, original.tag if original.tag in _INLINE else "span")


def _append(parent: Element, piece: _Piece) -> None:
    if piece.leaf is not None:
        parent.append(piece.leaf)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + piece.text
    else:
        parent.text = (parent.text or "") + piece.text


def _hold_tables(root: Element) -> None:
    """Let a wide table scroll in a frame of its own, reachable by keyboard, not push the page."""
    for parent in list(root.iter()):
        for k, child in enumerate(list(parent)):
            if child.tag == "table":
                frame = Element(
                    "div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": "Bảng"}
                )
                frame.tail, child.tail = child.tail, None
                parent.remove(child)
                frame.append(child)
                parent.insert(k, frame)
