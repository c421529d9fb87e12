"""A type word with an issuer and a subject that point at one instrument, without number or date.

"Quy định của Bộ Chính trị về trách nhiệm của người đứng đầu …", "Kế hoạch của UBND huyện về thực hiện
công tác dân vận chính quyền năm 2025". The type word is capitalised inside a sentence and stands
alone: "các Quyết định của Thủ tướng Chính phủ về …", "một Nghị quyết của …" are none.
"""

from __future__ import annotations

import re

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.issuers import read_issuer_after
from danbiet.cite.normalise import Reading
from danbiet.model import MentionKind

_SUBJECT = re.compile(r" ?,? ve (?!viec (?:bo nhiem|mien nhiem|bai nhiem|thanh lap))")
_MANY = re.compile(r"(?<![a-z])(?:cac|nhung|moi|mot so|mot|nhieu|tung|co|khi co|ban hanh|cua|du thao|sao) $")
_ALONE = ("bo chinh tri", "ban bi thu", "ban chap hanh trung uong")  # cited wherever they are named
_CITING = re.compile(
    r"(?:[;,(\"]|(?<![a-z])(?:theo|thuc hien|trien khai|quan triet|can cu|can cu vao|tai|voi|qua|tot|tuc|va|gom"
    r"|la|xet|chap hanh|tuan thu|cu the hoa|pho bien)) $"
)
_LIST_MARK = re.compile(r"(?:^|[.:\n]|[a-z\d]\)|\n[-+] ?) ?$")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The vague mention at ``anchor``, or nothing."""
    if not anchor.type.vague or anchor.short or not reading.copy[anchor.start].isupper():
        return None
    if reading.copy[anchor.start : anchor.end].isupper():
        return None  # a title in capitals is the document's own
    before = reading.low[max(0, anchor.start - 12) : anchor.start]
    if _MANY.search(before) or _LIST_MARK.search(reading.copy[max(0, anchor.start - 4) : anchor.start]):
        return None
    issuer = read_issuer_after(reading, anchor.end)
    if issuer is None or not issuer.specific or not _SUBJECT.match(reading.low, issuer.end):
        return None
    if not reading.low.startswith(_ALONE, issuer.start) and not _CITING.search(before):
        return None
    return Draft(
        start=anchor.start,
        end=issuer.end,
        core_start=anchor.start,
        core_end=issuer.end,
        type=anchor.type,
        kind=MentionKind.VAGUE,
        issuer=reading.words(issuer.start, issuer.end),
    )
