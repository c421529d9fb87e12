"""What is due by a deadline, in the plan's words."""

from __future__ import annotations

import re

from danbiet.oblige.endings import After
from danbiet.oblige.heads import begins_name
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.names import scan_name
from danbiet.oblige.words import tokens

_BOUNDARY = re.compile(r"[.;:](?= |$)")
_OF = re.compile(r"[ )*]*(?:đối với|cho) (?P<of>[^,;.()]+?)(?= và (?:trước|chậm|ngày|\d)|[,;.()]|$)", re.I)
_REPORT = re.compile(r"báo cáo (?P<on>.+)", re.I)
_TAIL = re.compile(
    r"(?:[\s,(*]+|\b(?:và|gửi|gửi về|nộp|xong|hoàn thành|phải|được|định kỳ|trong|là|cụ thể)\b"
    r"|(?<!công )(?<!chương )(?<!quy )(?<!tờ )(?<!lộ )(?<!giáo )(?<!hành )(?<!quá )\btrình\b)+$",
    re.I,
)
_HEAD = re.compile(
    r"^(?:[\s,)*]+|\b(?:và|đồng thời|định kỳ|hoặc|trong đó|cụ thể(?! hóa| hoá)|kịp thời|"
    r"có trách nhiệm|thời hạn gửi)\b\s*)+",
    re.I,
)
# Verbs that say no more than the report they stand before, and those of a document that is then sent.
_OF_REPORT = re.compile(r"^(?:thực hiện|xây dựng|hoàn thành|gửi|nộp|trình) (?=báo cáo\b)", re.I)
_OF_SENT = re.compile(
    r"^xây dựng (?=(?:dự thảo )?(?:kế hoạch|chương trình|đề án|phương án|danh sách|hồ sơ|quy chế)\b)", re.I
)
_SENT_TO = re.compile(
    r"\s*,?\s*(?:(?:và )?(?:gửi|nộp|trình)(?: báo cáo)?(?: về| cho| đến| tới| lên)?|về|cho|tới) (?:các )?"
    r"(?:ubnd|ủy ban|uỷ ban|sở|phòng|ban|bộ|văn phòng|thường trực|"
    r"đảng ủy|huyện ủy|tỉnh ủy|hội đồng|hđnd|nhà trường|công an|trung tâm)\b.*$",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_OPEN_BRACKET = re.compile(r"\([^()]*$")  # "(giao Văn phòng, xong trước ngày 31/12)": the day stands inside
_BARE = re.compile(r"thực hiện|xây dựng|tổng hợp|hoàn thành|gửi|nộp|trình", re.I)
_PERIOD = re.compile(r"^(?:0?[69] tháng|năm|quý|quí|tháng)\b", re.I)
_PERIODIC = re.compile(r"(?:định kỳ|đột xuất|hằng|hàng|0?[69] tháng|năm|quý|quí|tháng)\b", re.I)
_LONGEST, _FEWEST = 220, 3  # code points of a deed; words of what a report is on


class Due:
    """Tells what is due at the deadlines of one sentence, asked in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._floor = 0  # where words already told of an earlier deadline end
        self._report = ""  # what a report named before is on: "kết quả thực hiện quy chế dân chủ"

    def at(self, start: int, end: int) -> str:
        """What is due at the deadline ``start:end`` of the sentence; empty where the words tell nothing."""
        clause = self._floor
        for match in _BOUNDARY.finditer(self._text, self._floor, start):
            clause = match.end()
        before = _trim(self._text[clause:start])
        self._report = _reported(before) or self._report
        of = _OF.match(self._text, end)
        self._floor = end if of is None else of.end()
        if of is None:
            return before
        thing = of.group("of").strip()
        if self._report and thing.lower().startswith("báo cáo"):
            thing = f"{thing} {self._report}"
        return _lowered(thing)


def _reported(words: str) -> str:
    """What a report is on, where that goes with another report's name as well; no body it goes to, no period."""
    match = _REPORT.search(words)
    on = match.group("on") if match else ""
    if len(on.split()) < _FEWEST or _PERIODIC.match(on) or begins_name(tokens(on), 0):
        return ""
    return on


def _trim(words: str) -> str:
    words = _OPEN_BRACKET.sub("", _BRACKETS.sub("", words))
    kept = _SENT_TO.sub("", words)
    kept = without_subject(_HEAD.sub("", _TAIL.sub("", kept)))
    kept = " ".join(kept.replace("*", "").split()).strip(" ,;:(")
    kept = _OF_REPORT.sub("", kept)
    if _SENT_TO.search(words):
        kept = _OF_SENT.sub("", kept)  # what is due is what is sent
    if len(kept) > _LONGEST:
        kept = f"{kept[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,')} …"
    if _BARE.fullmatch(kept):
        return ""
    if _PERIOD.match(kept):
        kept = f"báo cáo {kept}"
    return _lowered(kept)


def without_subject(words: str) -> str:
    """A sentence from what its unit does on: without the command and the name it begins with."""
    found = tokens(words)
    name = scan_name(found, lexicon().commands.match(found, 0))
    if name is None or name.after not in {After.OPENER, After.COLON}:
        return words
    return words[found[name.next].start :].lstrip(" :")


def _lowered(words: str) -> str:
    if len(words) > 1 and words[0].isupper() and words[1].islower():
        return words[0].lower() + words[1:]
    return words
