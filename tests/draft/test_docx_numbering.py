"""Automatic numbers of Word are counted out as Word prints them."""

from __future__ import annotations

import pytest

from danbiet.draft.docx_numbering import Level, Numbering, figures, read_numbering

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    ("value", "kind", "printed"),
    [
        (4, "upperRoman", "IV"),
        (19, "upperRoman", "XIX"),
        (9, "lowerRoman", "ix"),
        (3, "lowerLetter", "c"),
        (27, "upperLetter", "AA"),
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
    ],
)
def test_figures(value: int, kind: str, printed: str) -> None:
    assert figures(value, kind) == printed


def test_levels_count_and_begin_anew() -> None:
    levels = {
        0: Level(1, "upperRoman", "%1."),
        1: Level(1, "decimal", "%1.%2."),
        2: Level(1, "bullet", "\uf0b7"),
    }
    numbering = Numbering(abstract_of={"5": "0", "6": "0"}, levels={"0": levels})
    marks = [numbering.next("5", depth) for depth in (0, 1, 1, 2, 0, 1)]
    assert marks == ["I.", "I.1.", "I.2.", "-", "II.", "II.1."]
    assert numbering.next("6", 0) == "III."  # a list that shares the abstract list counts on


def test_an_override_begins_anew_once() -> None:
    numbering = Numbering(
        abstract_of={"5": "0", "6": "0"},
        levels={"0": {0: Level(1, "decimal", "%1.")}},
        overrides={"6": {0: 1}},
    )
    assert [numbering.next(num, 0) for num in ("5", "5", "6", "6")] == ["1.", "2.", "1.", "2."]


def test_unknown_lists_print_nothing() -> None:
    assert read_numbering(None).next("1", 0) == ""


def test_definitions_are_read() -> None:
    xml = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    )
    numbering = read_numbering(xml.encode())
    assert [numbering.next("9", 0), numbering.next("9", 0)] == ["b)", "c)"]
