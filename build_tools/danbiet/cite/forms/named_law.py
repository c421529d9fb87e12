"""Laws, codes and ordinances by name, with or without number, date and year.

"Luật Thực hiện dân chủ ở cơ sở", "luật dân chủ ở cơ sở", "Bộ luật Lao động",
"Luật Đầu tư số 61/2020/QH14 ngày 17 tháng 6 năm 2020", "Luật Tổ chức chính quyền địa phương năm
2025", "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học số 34/2018/QH14".
"""

from __future__ import annotations

import re

from danbiet.cite.codes import Code, read_code
from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.gaps import read_gap
from danbiet.cite.names import known_name_end, unknown_name_end
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind, Repair

TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_MARKED = ("luật ", "bộ luật ", "pháp lệnh ")
_NOT_AFTER = re.compile(
    r"(?<!\w)(?:pháp|kỷ|kỉ|quân|quy|học|trường|khoa|viện|ngành|nghề|phòng|công ty|tạp chí|bộ|dự án|dự thảo)\s$",
    re.IGNORECASE,
)
_NUMBER_AHEAD = re.compile(
    r"[^;:.\"“”|]{0,200}? (?:so:? ?)?(?=\d{1,4} ?(?:/ ?\d{4} ?)?/ ?(?:qh|pl|ubtvqh|l-))"
)
_OTHER_TYPE = re.compile(r"\b(?:luat|nghi|quyet dinh|thong tu|chi thi|phap lenh|va so|, so)\b")
_AMENDING = re.compile(
    r" ?(?:sua doi(?:,? bo sung)?|sua doi va bo sung|bo sung)(?:,? thay the)? "
    r"(?:(?:mot so|cac|mot so noi dung|khoan \d+|dieu \d+)[^;.:()]{0,40}? )?"
    r"(?:cua )?(?=(?:bo )?luat|phap lenh|cac luat)"
)
_SEVERAL = re.compile(
    r" sua doi,? bo sung mot so dieu cua (?:\d{1,2}|cac) luat (?:co )?lien quan (?:den|toi) "
    r"[a-z, ]{3,80}?(?= so \d| ngay |[;.()]|$)"
)
_MAKING = re.compile(r"(?:ban hanh|thong qua) $")
_INNER = re.compile(r"(?:bo luat|luat|phap lenh)(?= )")
_LINK = re.compile(r"(?:,| va| va cac|,? va) (?=bo luat|luat|phap lenh)")
_REVISED = re.compile(r" ?\( ?sua doi(?:, bo sung)?(?: (?:nam )?\d{4})? ?\)")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The law whose type word is ``anchor``, or nothing."""
    if anchor.type.name not in TYPES or anchor.short or reading.low[anchor.end : anchor.end + 1] != " ":
        return None
    if not reading.copy[anchor.start].isupper() and not reading.marked(anchor.start).startswith(_MARKED):
        return None
    if _NOT_AFTER.search(reading.copy[max(0, anchor.start - 12) : anchor.start]):
        return None
    end = None if _being_made(reading, anchor) else _amending_end(reading, anchor)
    end = end or _several_end(reading, anchor) or _name_end(reading, anchor)
    if end is None:
        return None
    code, end, repairs = _number(reading, anchor, end)
    draft = Draft(
        start=anchor.start,
        end=end,
        core_start=anchor.start,
        core_end=end,
        type=anchor.type,
        kind=MentionKind.NUMBERED if code else MentionKind.NAMED,
        code=code,
        name=reading.words(anchor.start, code.start if code else end),
        repairs=repairs,
    )
    if code is not None and draft.name:
        draft.name = re.sub(r",? [Ss]\w{0,2} ?[:.]?$", "", draft.name)
    return read_tail(reading, draft)


def _name_end(reading: Reading, anchor: Anchor) -> int | None:
    end = known_name_end(reading, anchor.type.name, anchor.end + 1)
    ahead = _number_ahead(reading, end or anchor.end)
    if ahead is not None:
        return ahead
    if end is None and reading.copy[anchor.start].isupper():
        end = unknown_name_end(reading, anchor.end + 1)
    if end is not None and (revised := _REVISED.match(reading.low, end)):
        end = revised.end()
    return end


def _number_ahead(reading: Reading, at: int) -> int | None:
    """The end of a name that runs up to a National Assembly number."""
    if reading.low.find("/", at, at + 230) < 0:
        return None
    found = _NUMBER_AHEAD.match(reading.low, at)
    if found is None:
        return None
    between = reading.low[at : found.end()].rstrip(" :").removesuffix(" so")
    return None if _OTHER_TYPE.search(between) else at + len(between)


def _several_end(reading: Reading, anchor: Anchor) -> int | None:
    """The end of "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch"."""
    found = _SEVERAL.match(reading.low, anchor.end)
    return found.end() if found else None


def _being_made(reading: Reading, anchor: Anchor) -> bool:
    """Whether an amending law is the document's own: its title, or "Quốc hội ban hành Luật sửa đổi …"."""
    if _MAKING.search(reading.low, max(0, anchor.start - 12), anchor.start):
        return True
    copy = reading.copy
    title = copy[anchor.end + 1 : anchor.end + 12].isupper()
    return title and (anchor.start == 0 or "\n" in copy[anchor.start - 2 : anchor.start])


def _amending_end(reading: Reading, anchor: Anchor) -> int | None:
    """The end of "Luật sửa đổi, bổ sung một số điều của Luật X (và Luật Y)"."""
    found = _AMENDING.match(reading.low, anchor.end)
    end = None
    at = found.end() if found else 0
    while found and (inner := _INNER.match(reading.low, at)):
        kind = "Bộ luật" if inner.group().startswith("bo") else "Luật"
        kind = "Pháp lệnh" if inner.group().startswith("phap") else kind
        name_end = known_name_end(reading, kind, inner.end() + 1) or unknown_name_end(
            reading, inner.end() + 1
        )
        if name_end is None:
            break
        end = name_end
        link = _LINK.match(reading.low, end)
        if link is None:
            break
        at = link.end()
    return end


def _number(reading: Reading, anchor: Anchor, end: int) -> tuple[Code | None, int, list[Repair]]:
    gap = read_gap(reading, end)
    if gap is None:
        return None, end, []
    code = read_code(reading, gap[0])
    if code is None or code.bare:
        return None, end, []
    return code, code.end, gap[1] + code.repairs
