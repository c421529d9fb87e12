"""A task in one line: the words of its sentence from the unit's verb on, for lists and for the board.

A sentence often begins with its legal bases and with the name of the unit, which stands above the
line anyway. What is left is the plan's own words, unbroken, and ends in an ellipsis where they go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from danbiet import words
from danbiet.model import Obligation, Site

LONGEST = 150  # characters: four lines of a phone
_SLACK = 1.15  # a sentence that is hardly longer is shown whole
_LEAST = 15  # what is shorter is no task any more

_ASKED = r"(?:(?:đề nghị|yêu cầu|giao(?: cho)?|phân công)\s+)?(?:(?:các|toàn thể)\s+)?"
_PREAMBLE = re.compile(
    r"(?:căn cứ|trên cơ sở|trên đây là|thực hiện (?:luật|nghị|chỉ thị|kế hoạch số))\b", re.I
)
_VERBS = (
    "ban hành|bảo đảm|bố trí|chỉ đạo|chủ động|chủ trì|công khai|đảm bảo|đẩy mạnh|hướng dẫn|kiểm tra|lập|nâng cao"
    "|nghiên cứu|niêm yết|phối hợp|phổ biến|quán triệt|rà soát|tăng cường|tham mưu|theo dõi|thực hiện|tiếp tục"
    "|tổ chức|triển khai|tuyên truyền|vận động|xây dựng"
)
# A verb behind one of these words is part of a name or of a noun: "kế hoạch thực hiện", "việc xây dựng".
_NOUN = (
    r"(?<!hoạch )(?<!việc )(?<!tác )(?<!luật )(?<!chế )(?<!trình )(?<!hình )(?<!kết quả )(?<!Luật )(?<!và )"
)
_VERB_BEHIND_POINT = re.compile(rf"[,;.]\s+(?=(?:{_VERBS})\b)", re.I)
_VERB = re.compile(rf"{_NOUN}\b(?=(?:{_VERBS})\b)", re.I)
_SHORT_PREAMBLE = re.compile(r"(?:căn cứ|trên cơ sở)\b", re.I)
_DUTY = re.compile(r"(?:có trách nhiệm|phải)\s+(?!về|trong|với|bị)", re.I)
# Words that nothing ends with: they lead to what was cut off.
_LEADING_ON = re.compile(
    r"(?:\s+(?:cho|các|của|do|gồm|hoặc|là|ngày|những|số|theo|trong|trước|tại|từ|và|về|với|ở|đến|để))+$", re.I
)
_GOES_ON = "\u00a0…"
_SEPARATORS = " \t\n,;:.–-"
_END = re.compile(r"\s*\.\s*/\s*\.?\s*$")


def gist(obligation: Obligation, site: Site, limit: int = LONGEST) -> str:
    """An obligation in one line of about ``limit`` characters."""
    duty, unit = obligation.duty, site.units[obligation.unit_id]
    sharing = [o for o in _of_span(obligation, site) if o.unit_id != unit.id]
    others = [name for o in sharing for name in (o.duty.unit, site.units[o.unit_id].name) if name]
    names = [name for name in (duty.unit, unit.name, *unit.other_names) if name]
    return _cut(duty.text, tuple(names), tuple(others), limit)


def _of_span(obligation: Obligation, site: Site) -> list[Obligation]:
    """The obligations of the same words. A plan's stand in document order, so they need not all be looked at."""
    start, end = obligation.duty.start, obligation.duty.end
    all_of_it = site.obligations.get(obligation.plan_key, ())
    first = bisect_left(all_of_it, start, key=_start)
    last = bisect_right(all_of_it, start, first, key=_start)
    return [other for other in all_of_it[first:last] if other.duty.end == end]


def _start(obligation: Obligation) -> int:
    return obligation.duty.start


def cut(text: str, names: Sequence[str], others: Sequence[str] = (), limit: int = LONGEST) -> str:
    """``text`` from the verb of the unit that bears one of ``names``; ``others`` share the sentence."""
    return _cut(text, tuple(names), tuple(others), limit)


@lru_cache(maxsize=1 << 16)  # the same tasks come again in plans, units, tables and feeds
def _cut(text: str, names: tuple[str, ...], others: tuple[str, ...], limit: int) -> str:
    rest = _from_verb(text, names, others)
    if len(rest) < _LEAST:
        rest = text
    rest = _END.sub(".", rest)
    end = min((m.start() for m in _beginnings(others, rest) if m.start() > _LEAST), default=len(rest))
    goes_on = end < len(rest)
    rest = rest[:end].rstrip(" ,;")
    if len(rest) > limit * _SLACK:
        rest, goes_on = _shortened(rest, limit), True
    return words.capital(_LEADING_ON.sub("", rest.rstrip(_SEPARATORS)) + _GOES_ON if goes_on else rest)


def _from_verb(text: str, names: Sequence[str], others: Sequence[str]) -> str:
    rest = text
    head = _PREAMBLE.match(text)
    found = [m for name in names if (m := _named(name).match(text))]
    if not found and head:  # legal bases first: the unit comes behind them
        found = [m for name in names if (m := _named(name).search(text))]
    if not found:  # its own sentence behind another unit's
        found = [m for m in _beginnings(names, text) if m.start() > 0]
    if found:
        rest = text[max(found, key=lambda m: (-m.start(), m.end())).end() :]
    elif head and (verb := _VERB_BEHIND_POINT.search(text)):
        rest = text[verb.end() :]
    rest = rest.lstrip(_SEPARATORS)
    for other in others:  # "A; B thực hiện …": both do it
        if shared := _named(other).match(rest):
            rest = rest[shared.end() :].lstrip(_SEPARATORS)
    if found and _SHORT_PREAMBLE.match(rest) and (verb := _VERB.search(rest, 0, 140)):
        rest = rest[verb.end() :]
    if found and (duty := _DUTY.match(rest)):
        rest = rest[duty.end() :]
    return rest


def _beginnings(names: Iterable[str], text: str) -> list[re.Match[str]]:
    """Where a clause or sentence begins with one of the names."""
    return [
        m for name in names for m in _named(name).finditer(text) if re.search(r"[.;]\s*$", text[: m.start()])
    ]


@lru_cache(maxsize=4096)
def _named(name: str) -> re.Pattern[str]:
    """A unit's name as a sentence may print it: with what asks it, whatever the dashes and capitals."""
    return re.compile(
        rf"(?<!\w){_ASKED}" + r"[\W_]+".join(map(re.escape, re.findall(r"\w+", name))) + r"(?!\w)", re.I
    )


def _shortened(text: str, limit: int) -> str:
    """The text to the end of a sentence or clause near the limit, else between two words."""
    for marks, least in (".;", limit // 3), (",", limit // 2):
        ends = [m.start() for m in re.finditer(rf"[{marks}]\s", text[: limit + 1]) if m.start() >= least]
        if ends:
            return text[: ends[-1]]
    return text[:limit].rsplit(" ", 1)[0]
