"""The letterhead and title → the fields of Head (NĐ 30/2020, Phụ lục I: quốc hiệu … trích yếu)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from danbiet.draft import words
from danbiet.draft.agencies import names_of
from danbiet.draft.letterhead_reading import Reading
from danbiet.draft.lines import lines_of
from danbiet.draft.record import Dropped, LeftOut, Para, Table
from danbiet.draft.title import read_title
from danbiet.text import collapse

_DAY = re.compile(r"ngày[\s.…_]*(?:\d|tháng|$)", re.IGNORECASE)  # "Ngày Pháp luật" is no date
_REACH = 60  # lines within which a letterhead ends
_CYRILLIC = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


def read_head(items: Sequence[Para | Table]) -> tuple[Reading, list[Para | Table]]:
    """The fields of the letterhead and title, and the items after them.

    Lines that stand among them and are none of them ("DỰ THẢO", "HỎA TỐC") are given back at the
    front of the items, with a doubt.
    """
    end = _end_of_zone(items)
    reading = Reading()
    lines = list(lines_of(items[:end]))
    at = 0
    while at < len(lines):
        at = _take(lines, at, reading)
    rest: list[Para | Table] = [*items[end:]]
    rest = read_title(rest, reading)
    _finish(reading)
    return reading, [*reading.kept, *rest]


def _end_of_zone(items: Sequence[Para | Table]) -> int:
    """How many items stand before the title, "Kính gửi" or the first words of the body."""
    seen = 0
    last = 0
    for index, item in enumerate(items):
        if isinstance(item, Table) or seen > _REACH:
            break
        lines = list(lines_of([item]))
        seen += len(lines)
        if any(words.type_of(line.text) for line in lines) and not _number_follows(items, index):
            return index
        if any(words.ADDRESSEE.match(line.text) for line in lines):
            return index
        known = [_known(line.text) for line in lines]
        if any(known):
            last = index + 1
        elif any(words.BODY_START.match(line.text) for line in lines):
            break
        elif last and item.cell and items[last - 1 : last] and _cell(items[last - 1]):
            last = index + 1
    return last


def _number_follows(items: Sequence[Para | Table], index: int) -> bool:
    """Whether "Số: …" stands below a line: then it is no title but a part of an agency's name."""
    following = [item for item in items[index + 1 : index + 13] if isinstance(item, Para)]
    codes = (words.code_of(line.text) for line in lines_of(following))
    return any(
        code is not None and code[1].endswith(":") and code[1].lower().startswith("số") for code in codes
    )


def _cell(item: Para | Table) -> int:
    return item.cell if isinstance(item, Para) else 0


def _known(text: str) -> bool:
    """Whether a line can only be a part of a letterhead."""
    if len(text) > 120:
        return False
    code = words.code_of(text)
    date = words.date_of(text)
    return (
        words.is_nation(text)
        or words.is_motto(text)
        or (code is not None and bool(code[0] or code[1].endswith(":")))
        or (date is not None and date[2].end() >= len(text.rstrip(" .")) and date[2].start() < 60)
        or bool(words.SUBJECT_MARK.match(text))
    )


def _take(lines: list[Para], at: int, reading: Reading) -> int:
    """Read the line at ``at``; the index of the next unread one."""
    line = lines[at]
    text = line.text
    head = reading.head
    if words.is_rule(text):
        return at + 1
    if words.is_nation(text) and not head.nation:
        reading.head = replace(head, nation=text)
        return at + 1
    if words.is_motto(text) and not head.motto:
        reading.head = replace(head, motto=text)
        return at + 1
    if not head.date_line and (used := _date(lines, at, reading)):
        return at + used
    if head.code is None and (used := _code(lines, at, reading)):
        return at + used
    if not reading.subject and (mark := words.SUBJECT_MARK.match(text)) and mark.end() <= len(text):
        reading.subject.append(text)
        reading.open_mark, reading.open_at = line.cell, len(reading.kept)
        return at + 1
    if reading.open_mark is not None and line.cell == reading.open_mark and not words.is_upper(text):
        reading.subject.append(text)
        return at + 1
    if words.is_upper(text) and not reading.subject and len(text) < 160 and _is_agency(text, reading):
        reading.agency.append(line)
    else:
        reading.kept.append(line)
    return at + 1


def _is_agency(text: str, reading: Reading) -> bool:
    """Whether a line in capitals can be a part of an agency's name."""
    vocabulary = words.vocabulary()
    return bool(reading.agency) or words.begins_with(text, (*vocabulary.agencies, *vocabulary.levels))


def _date(lines: list[Para], at: int, reading: Reading) -> int:
    """Read a date line, which a PDF may have broken; the number of lines used."""
    text = ""
    for used, line in enumerate(lines[at : at + 5], start=1):
        text = collapse(f"{text} {line.text}")
        if used == 1 and (not _DAY.search(text) or words.SUBJECT_MARK.match(text)):
            return 0
        found = words.date_of(text)
        if found is None or (used < 5 and _broken(found[2], lines, at + used)):
            continue
        date, place, _match = found
        reading.head = replace(reading.head, date_line=text, issued=date, place=place)
        if date is None or date.day is None:
            reading.doubts.append(f"Ngày ban hành để trống hoặc thiếu ngày: “{text}”")
        return used
    return 0


def _broken(found: object, lines: list[Para], after: int) -> bool:
    """Whether the year of a date stands on the next line."""
    match = found
    year = match["year"] if hasattr(match, "__getitem__") else None
    return not year and after < len(lines) and lines[after].text.strip(" .").isdigit() and match is not None


def _code(lines: list[Para], at: int, reading: Reading) -> int:
    """Read the number and notation, which may stand on the line after "Số:"."""
    found = words.code_of(lines[at].text)
    if found is None:
        return 0
    code, label = found
    if not code:
        code = _code_below(lines, at, label)
    plain = code.translate(_CYRILLIC)
    if plain != code:
        reading.doubts.append(f"Số ký hiệu có chữ Kirin trông như chữ Latinh, đã thay: “{code}”")
    if not plain[:1].isdigit():
        reading.doubts.append(f"Số văn bản để trống: “{lines[at].text}”")
    reading.head = replace(reading.head, code=plain or None)
    reading.left_out.append(LeftOut(label, Dropped.LABEL))
    return 1


def _code_below(lines: list[Para], at: int, label: str) -> str:
    """The number that a text layer put on a later line than its "Số:"; the line is taken out."""
    for index in range(at + 1, min(at + 6, len(lines))):
        found = (
            words.code_of(f"{label} {lines[index].text}") if lines[index].text[:1] in "/0123456789" else None
        )
        if found and found[0]:
            del lines[index]
            return found[0]
    return ""


def _finish(reading: Reading) -> None:
    """Join the agency's lines into names, and say what was not found."""
    parent, issuer, doubt = names_of(reading.agency)
    if doubt:
        reading.doubts.append(doubt)
    subject = collapse(" ".join(reading.subject)) or None
    type_name = reading.head.type_name
    if type_name is None and subject and words.SUBJECT_MARK.match(subject):
        type_name = "Công văn"
        reading.inferred["tên loại"] = "văn bản không ghi tên loại, trích yếu ghi dưới số ký hiệu"
    for line in reading.kept:
        reading.doubts.append(f"Dòng ở phần đầu chưa rõ là gì, đã giữ ở đầu thân văn bản: “{line.text}”")
    reading.head = replace(
        reading.head, parent_body=parent, issuer=issuer, subject=subject, type_name=type_name
    )
