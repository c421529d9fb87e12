"""What is due by a deadline, in the plan's words."""

from __future__ import annotations

import re

from danbiet.oblige.dates import folded
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.names import After, scan_name
from danbiet.oblige.words import tokens

_BOUNDARY = re.compile(r"[.;:](?= |$)")
_OF = re.compile(r"[ )*]*(?:đối với|cho) (?P<of>[^,;.()]+?)(?= và (?:trước|chậm|ngày|\d)|[,;.()]|$)", re.I)
_REPORT = re.compile(r"báo cáo (?P<on>.+)", re.I)
_TAIL = re.compile(
    r"(?:[\s,(*]+|\b(?:và|gửi|gửi về|nộp|trình|xong|hoàn thành|phải|được|định kỳ|trong|là|cụ thể)\b)+$", re.I
)
_HEAD = re.compile(
    r"^(?:[\s,)*]+|\b(?:và|đồng thời|thực hiện|xây dựng|định kỳ|tổng hợp|gửi|hoặc|"
    r"trong đó|cụ thể|kịp thời|hoàn thành|nộp|trình|thời hạn gửi)\b\s*)+",
    re.I,
)
_SENT_TO = re.compile(
    r"\s*,?\s*(?:(?:và )?(?:gửi|nộp|trình)(?: báo cáo)?(?: về| cho| đến| tới| lên)?|về|cho|tới) (?:các )?"
    r"(?:ubnd|ủy ban|uỷ ban|sở|phòng|ban|bộ|văn phòng|thường trực|"
    r"đảng ủy|huyện ủy|tỉnh ủy|hội đồng|hđnd|nhà trường|công an|trung tâm)\b.*$",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_PERIOD = re.compile(r"^(?:0?6 thang|0?9 thang|nam|quy|thang)\b")
_LONGEST = 220


def what_is_due(text: str, start: int, end: int, floor: int) -> tuple[str, int]:
    """What is due at the deadline ``start:end``, and where words of the next one may begin.

    ``floor`` is where words already told of an earlier deadline end.
    """
    clause = floor
    for match in _BOUNDARY.finditer(text, floor, start):
        clause = match.end()
    before = _trim(text[clause:start])
    of = _OF.match(text, end)
    if of is None:
        return before, end
    thing = of.group("of").strip()
    report = _REPORT.search(before or _trim(text[:start]))
    if report and thing.lower().startswith("báo cáo"):
        thing = f"{thing} {report.group('on')}"
    return _lowered(thing), of.end()


def _trim(words: str) -> str:
    words = _BRACKETS.sub("", words)
    words = _SENT_TO.sub("", words)
    words = _without_subject(_HEAD.sub("", _TAIL.sub("", words)))
    words = " ".join(words.replace("*", "").split()).strip(" ,;:(")
    if len(words) > _LONGEST:
        words = words[words.rfind(",", 0, len(words) - 20) + 1 :].strip()
    if _PERIOD.match(folded(words)):
        words = f"báo cáo {words}"
    return _lowered(words)


def _without_subject(words: str) -> str:
    """The words without the unit they begin with, and without what stands before its report."""
    found = tokens(words)
    name = scan_name(found, lexicon().commands.match(found, 0))
    if name is None or name.after not in {After.OPENER, After.COLON}:
        return words
    rest = words[found[name.next].start :].lstrip(" :")
    report = re.search(r"(?:^|, )(báo cáo .+)$", rest)
    return report.group(1) if report else rest


def _lowered(words: str) -> str:
    if len(words) > 1 and words[0].isupper() and words[1].islower():
        return words[0].lower() + words[1:]
    return words
