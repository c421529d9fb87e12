"""Tasks of the contents that name nobody: with a time of their own they fall on who planned them."""

from __future__ import annotations

import re

from danbiet.model import Block, Deadline
from danbiet.oblige.clauses import pattern
from danbiet.oblige.dates import folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import Place, SectionKind
from danbiet.oblige.wording import begins_with_verb, opens_with_verb

_AIM = re.compile(r"(?:phan dau|quyet tam|can cu|theo) ")
_FORBIDS = re.compile(r"(?:khong|nghiem cam|cam|tuyet doi khong)\b")
_TIME_FIRST = re.compile(r"(?:cham nhat|muon nhat|truoc|trong|den|tu|vao) [^,]{2,80}, ")
_DONE = re.compile(r"(?:phải |và )?(?:hoàn thành |xong |chậm nhất|muộn nhất|không muộn hơn)")
_BEFORE = re.compile(r"trước")
_IN = re.compile(r"(?:trong|vào|dự kiến)\b")  # with a count: "Mở 01 lớp bồi dưỡng trong tháng 5"
_CLAUSE = re.compile(r"[;:(]|\.(?= |$)")
# "Chậm nhất ngày 08/02, việc xác định danh sách phải xong"; "Việc gửi biên bản hoàn thành chậm nhất …"
_THE_WORK = re.compile(r"việc ", re.I)


def is_own_task(place: Place, make: DutyMaker) -> bool:
    """Whether a task of the contents that names nobody has its own time.

    The time stands in a label or a round's title, or in the task itself where the task is to be done by
    then: what tells of things that were before a day ("hồ sơ tồn đọng trước ngày …"), what is forbidden,
    a condition or what is only striven for is no task.
    """
    text = place.block.text
    named = _THE_WORK.match(text)
    work = text[named.end() :] if named else text
    if place.kind is SectionKind.NEVER or not begins_with_verb(work) or _FORBIDS.match(folded(text[:40])):
        return False
    if make.has_times(place.block):
        return named is None
    if make.is_round(place.block):
        return False
    if place.preamble or place.closing or not opens_with_verb(work) or _AIM.match(folded(text[:40])):
        return False
    first = _TIME_FIRST.match(folded(text))
    rest = text[first.end() :] if first else work
    if not (opens_with_verb(rest) or _THE_WORK.match(rest)) or pattern("own_condition").search(text.lower()):
        return False
    dated = make.deadlines(place.block, text, 0)
    if named:  # "Việc kê khai: chậm nhất 10 ngày kể từ ngày được tiếp nhận" is a rule for whoever it meets
        dated = tuple(item for item in dated if item.due and _DONE.match(item.raw.lower()))
    return any(_is_done_by(place.block, item, make) for item in dated)


def _is_done_by(block: Block, item: Deadline, make: DutyMaker) -> bool:
    """Whether a deadline in a block says by when the block's own work is done, and not which things are meant."""
    at = block.text.find(item.raw)
    if at < 0 or (item.due and make.issued and item.due < make.issued.earliest):
        return False
    raw, before = item.raw.lower(), block.text[:at].rstrip(" *").lower()
    clause = _CLAUSE.split(before)[-1].strip()
    # What is done tells which: "quyết toán công trình hoàn thành trong tháng 5".
    clause += " hoàn thành" if raw.startswith("hoàn thành") else ""
    held = _IN.match(raw) and pattern("own_making").match(clause)
    if not (_DONE.match(raw) or _BEFORE.match(raw) or held) or pattern("own_things").search(clause):
        return False
    described = pattern("own_describing").search(clause)
    # "Kết nạp 02 đảng viên trước ngày …" is the task's own verb.
    return described is None or described.start() == 0 or _DONE.match(raw) is not None
