"""The end of a document → who signed and who receives it (NĐ 30/2020, Phụ lục I, mục II.7 và II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from danbiet.draft import words
from danbiet.draft.lines import lines_of
from danbiet.draft.record import Closing, Dropped, LeftOut, Para, Table
from danbiet.model import Signer
from danbiet.text import collapse, fold

_NAME_WORDS = range(2, 8)
_GOES_ON = re.compile(r"(?:[-–,]|\b(?:và|của|kiêm))\s*$", re.IGNORECASE)
_DASHES = "-–—•* \u00a0"
_RECIPIENT_WORDS = 18
_LOOK = 14  # lines of a signature block


@dataclass(slots=True)
class ClosingReading:
    """A closing being read: what was found, and which items it used."""

    closing: Closing = field(default_factory=Closing)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A printed line with the item it comes from."""

    para: Para
    item: int
    used: bool = False

    @property
    def text(self) -> str:
        return self.para.text


def read_closing(items: Sequence[Para | Table]) -> tuple[ClosingReading, list[Para | Table]]:
    """The signer and the recipients, and the items without them.

    What follows the closing (annexes) stays where it stands.
    """
    reading = ClosingReading()
    lines = [_Line(line, index) for index, item in enumerate(items) for line in lines_of([item])]
    start = _recipients_start(lines)
    recipients: tuple[str, ...] = ()
    region = range(len(lines))
    if start is None and (unlabelled := _unlabelled(lines)):
        for line in unlabelled:
            line.used = True
        recipients = tuple(line.text.lstrip("-–—•* \u00a0") for line in unlabelled)
        reading.doubts.append("Danh sách nơi nhận không có chữ “Nơi nhận”: nhận ra nhờ dòng “Lưu”")
    if start is not None:
        recipients, after = _recipients(lines, start, reading)
        region = range(max(0, start - _LOOK), min(len(lines), after + _LOOK))
    signer = _signer(lines, region, start, reading)
    reading.closing = Closing(signer=signer, recipients=recipients)
    return reading, _without(items, lines)


def _recipients_start(lines: Sequence[_Line]) -> int | None:
    """The line "Nơi nhận:" of the document itself: the first that a list follows."""
    for index, line in enumerate(lines):
        if words.RECIPIENTS.match(line.text) and len(line.text) < 200:
            following = [later.text for later in lines[index : index + 40]]
            if any(text.lstrip("*_ ").startswith(("-", "–", "+", "•")) for text in following[1:]) or any(
                "lưu" in text.lower() for text in following
            ):
                return index
    return None


def _unlabelled(lines: Sequence[_Line]) -> list[_Line]:
    """The recipients of a document whose text layer lost "Nơi nhận:": the short dashed lines up to "Lưu …"."""
    last = next((k for k in range(len(lines) - 1, -1, -1) if _keeps(lines[k].text.lstrip(_DASHES))), None)
    if last is None or not lines[last].text.startswith(tuple(_DASHES.strip())):
        return []
    first = last
    while first > 0 and _like_recipient(lines[first - 1].text):
        first -= 1
    return list(lines[first : last + 1]) if last - first >= 2 else []


def _like_recipient(text: str) -> bool:
    short = len(text.split()) <= _RECIPIENT_WORDS
    return short and text.startswith(tuple(_DASHES.strip())) and text.rstrip().endswith((",", ";"))


def _recipients(lines: list[_Line], start: int, reading: ClosingReading) -> tuple[tuple[str, ...], int]:
    """The recipients, verbatim, and the index of the line after them."""
    label = words.RECIPIENTS.match(lines[start].text)
    assert label is not None
    lines[start].used = True
    reading.left_out.append(LeftOut(label.group().strip(), Dropped.LABEL))
    found: list[str] = []
    rest = lines[start].text[label.end() :].strip(" *_")
    if rest:
        found.append(rest)
    cell = lines[start].para.cell
    kept = any_dash = False
    at = start + 1
    while at < len(lines):
        line = lines[at]
        text = line.text
        if cell and line.para.cell != cell:
            break
        dashed = text.startswith(("-", "–", "—", "+", "•", "*"))
        if not dashed and _opens_signature(lines, at) and _dash_follows(lines, at):
            at += 1  # a text layer puts the columns' lines in turn: "Nơi nhận:", "TM. …", "- Như trên;"
            continue
        if words.is_rule(text) or (not dashed and _ends_list(text, found, kept)):
            if words.is_rule(text):
                at += 1
                continue
            break
        line.used = True
        any_dash = any_dash or dashed
        own_line = not any_dash and found and found[-1].endswith((";", ".", ","))
        if dashed or not found or own_line:
            found.append(text.lstrip("-–—•* \u00a0") if dashed else text)
        else:
            found[-1] = f"{found[-1]} {text}"
        kept = kept or _keeps(found[-1])
        at += 1
        if kept and text.endswith("./."):
            break
    return tuple(found), at


def _dash_follows(lines: Sequence[_Line], at: int) -> bool:
    """Whether the list of recipients goes on below a line of the signature."""
    return any(line.text.startswith(tuple(_DASHES.strip())) for line in lines[at + 1 : at + 3])


def _keeps(text: str) -> bool:
    """Whether a recipient is the archive, the last of every list."""
    return fold(text).startswith("luu")


def _ends_list(text: str, found: Sequence[str], kept: bool) -> bool:
    """Whether a line without a dash no longer belongs to the list."""
    if words.AUTHORITY.match(text) or words.STAMP_TIME.search(text) or words.ANNEX.match(text):
        return True
    if words.is_upper(text) and (words.begins_with(text, words.vocabulary().positions) or len(text) > 8):
        return True
    if words.SIGNED.match(text):
        return True
    if kept:  # after "Lưu: VT" only the wrapped rest of that line can follow
        return found[-1].endswith((".", "./.")) or is_name(text)
    return bool(found) and found[-1].endswith(".") and not text[:1].islower()


def is_name(text: str) -> bool:
    """Whether a line can be a person's full name, a rank or degree before it allowed."""
    plain = text.strip(" .*_()")
    for title in sorted(words.vocabulary().titles, key=len, reverse=True):
        if plain.lower().startswith(title) and plain[len(title) : len(title) + 1] in " .":
            plain = plain[len(title) :].strip(" .")
    parts = plain.split()
    if len(parts) not in _NAME_WORDS or not all(
        part.replace("-", "").replace("'", "").isalpha() for part in parts
    ):
        return False
    return all(part[0].isupper() for part in parts) and all(len(part) <= 12 for part in parts)


def _signer(lines: list[_Line], region: range, recipients: int | None, reading: ClosingReading) -> Signer:
    """Authority, position and name from the block of capitals around the recipients."""
    starts = every = [i for i in region if not lines[i].used and _opens_signature(lines, i)]
    if recipients is None:
        starts = _last_blocks(starts)
    elif any(i > recipients for i in starts):
        starts = [i for i in starts if i > recipients]
    for start in starts:
        signer = _block(lines, start, reading)
        if signer is not None:
            others = [i for i in every if not lines[i].used and words.AUTHORITY.match(lines[i].text)]
            if others:
                reading.doubts.append(
                    f"Còn phần ký khác, đã giữ ở cuối thân văn bản: “{lines[others[0]].text}”"
                )
            return signer
    reading.doubts.append("Không tìm thấy phần ký (quyền hạn ký, chức vụ, họ tên)")
    return Signer()


def _last_blocks(starts: list[int]) -> list[int]:
    """The block openings of a document without recipients, the last block's first line first."""
    openings = [i for i in starts if i - 1 not in starts]
    return openings[::-1]


def _opens_signature(lines: Sequence[_Line], index: int) -> bool:
    text = lines[index].text
    if len(text) > 90 or not words.is_upper(text):
        return False
    return bool(words.AUTHORITY.match(text)) or words.begins_with(text, words.vocabulary().positions)


def _block(lines: list[_Line], start: int, reading: ClosingReading) -> Signer | None:
    """Read one signature block from its first line; nothing if no block stands there."""
    authority: list[str] = []
    position: list[str] = []
    name: str | None = None
    used: list[int] = []
    dropped: list[LeftOut] = []
    cell = lines[start].para.cell
    for at in range(start, min(len(lines), start + _LOOK)):
        line = lines[at]
        text = collapse(line.text)
        if line.used or (cell and line.para.cell not in (cell, 0) and not is_name(text)):
            continue
        if words.is_rule(text):
            used.append(at)
        elif words.SIGNED.match(text):
            used.append(at)
            dropped.append(LeftOut(text, Dropped.SIGNED))
        elif words.AUTHORITY.match(text) and words.is_upper(text) and not position:
            authority.append(text)
            used.append(at)
        elif words.is_upper(text) and len(text) <= 90 and not _caps_name(lines, at, position):
            opens = words.begins_with(text, words.vocabulary().positions)
            (position if opens or position or not authority else authority).append(text)
            used.append(at)
        elif is_name(text):
            name = text
            used.append(at)
            break
        else:
            break
    if not position and not authority:
        return None
    if name is None:
        if not authority:
            return None
        reading.doubts.append(f"Không thấy họ tên người ký dưới “{' '.join(authority + position)}”")
    for at in used:
        lines[at].used = True
    reading.left_out.extend(dropped)
    return Signer(authority=" ".join(authority) or None, position=" ".join(position) or None, full_name=name)


def _caps_name(lines: Sequence[_Line], at: int, position: Sequence[str]) -> bool:
    """Whether a line in capitals below a position is the signer's name ("NGUYỄN VĂN A").

    It is none where the position goes on ("TRƯỞNG PHÒNG VĂN HÓA - ⏎ XÃ HỘI") or a name in small
    letters stands below it in the same column.
    """
    text = collapse(lines[at].text)
    vocabulary = words.vocabulary()
    if not (
        position
        and is_name(text)
        and not words.begins_with(text, vocabulary.positions)
        and not words.begins_with(text, vocabulary.agencies)
        and 2 <= len(text.split()) <= 5
    ):
        return False
    cell = lines[at].para.cell
    below = (line for line in lines[at + 1 : at + 4] if line.para.cell == cell)
    named = any(is_name(line.text) and not words.is_upper(line.text) for line in below)
    return not (named or _GOES_ON.search(position[-1]))


def _without(items: Sequence[Para | Table], lines: Sequence[_Line]) -> list[Para | Table]:
    """The items without the lines that were used."""
    touched = {line.item for line in lines if line.used}
    rest: list[Para | Table] = []
    for index, item in enumerate(items):
        if index not in touched:
            rest.append(item)
            continue
        rest.extend(line.para for line in lines if line.item == index and not line.used)
    return rest
