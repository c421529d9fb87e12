"""Which tasks and which times a run of label lines speaks of: what stands above it, what below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from danbiet.model import Block
from danbiet.oblige.labels import Part, is_labels, parts_of
from danbiet.oblige.outline import PARAGRAPH_RANK, Place, SectionKind
from danbiet.oblige.subjects import find_subjects
from danbiet.oblige.titles import tells_work
from danbiet.oblige.wording import begins_with_verb


def run_of(walked: Sequence[Place], k: int, belongs: Callable[[Place], bool]) -> int:
    """Where the places from ``k`` on that belong together end."""
    stop = k
    while stop < len(walked) and belongs(walked[stop]):
        stop += 1
    return stop


def times_below(walked: Sequence[Place], label: int) -> list[tuple[Block, Part]]:
    """The items below a label of time behind which nothing stands: "Thời gian: + Đợt 1: từ …; + Đợt 2: …"."""
    place = walked[label]
    parts = parts_of(place.block.text)
    if not parts or parts[-1].role != "time" or place.block.text[parts[-1].start :].strip():
        return []
    stop = run_of(
        walked, label + 1, lambda below: below.rank > place.rank and not is_labels(below.block.text)
    )
    blocks = [below.block for below in walked[label + 1 : stop] if not find_subjects(below.block.text)]
    return [(block, Part("time", 0, 0, len(block.text))) for block in blocks]


def tasks_above(walked: Sequence[Place], k: int, stop: int) -> list[int]:
    """The tasks that labels ``k:stop`` belong to: the items above them in one list, or what heads it."""
    rank = walked[k].rank
    if rank == PARAGRAPH_RANK and k and walked[k - 1].rank > rank and not is_labels(walked[k - 1].block.text):
        return _items_above(walked, k, stop)
    siblings: list[int] = []
    parent: int | None = None
    for index in range(k - 1, -1, -1):
        place = walked[index]
        if place.rank < rank:
            parent = index
            break
        if is_labels(place.block.text):
            break
        siblings.insert(0, index)
    tasks = [index for index in siblings if begins_with_verb(walked[index].block.text)]
    tasks = tasks or [index for index in siblings if find_subjects(walked[index].block.text)]
    if tasks:
        return tasks
    if parent is None or walked[parent].kind is SectionKind.NEVER:
        return []
    return [*_told_together(walked, parent, stop), parent]


def _items_above(walked: Sequence[Place], k: int, stop: int) -> list[int]:
    """The tasks that labels without a mark stand below: what leads to a list, its last task, or all of them.

    All of a list that has no other labels; nothing of it where a task leads to it and its items only
    say what that task is about: "Giám sát việc lập danh sách cử tri, cụ thể: - Cách tính tuổi; - …".
    """
    listed = _listed_above(walked, k)
    rank = min(walked[index].rank for index in listed)
    first = listed[0]
    lead = walked[first - 1] if first else None
    if lead is not None and _introduces(lead) and not all(tells_work(place) for place in walked[first:k]):
        return [first - 1]
    begins = lead is not None and lead.heading
    ends = stop == len(walked) or walked[stop].rank < PARAGRAPH_RANK
    last = max(index for index in range(first, k) if walked[index].rank == rank)
    return [*range(first if begins and ends else last, k)]


def _listed_above(walked: Sequence[Place], k: int) -> list[int]:
    """The items of the list that ends before ``k``, with those of lists inside it, back to another label."""
    first = k
    while first and walked[first - 1].rank > PARAGRAPH_RANK and not is_labels(walked[first - 1].block.text):
        first -= 1
    return [*range(first, k)]


def _introduces(place: Place) -> bool:
    """Whether a paragraph tells a task and leads to a list."""
    text = place.block.text
    return not place.heading and text.rstrip(" *").endswith(":") and begins_with_verb(text)


def _told_together(walked: Sequence[Place], last: int, stop: int) -> list[int]:
    """Tasks before the ``last`` of a group, where the group's only labels stand at its end."""
    rank = walked[last].rank
    if stop < len(walked) and walked[stop].rank >= rank and walked[stop].kind is walked[last].kind:
        return []
    found: list[int] = []
    index = last - 1
    while index >= 0 and walked[index].rank >= rank:
        place = walked[index]
        if place.rank > rank or not begins_with_verb(place.block.text):
            return []
        found.insert(0, index)
        index -= 1
    # "2.1. Tổ chức ba hội nghị: (1) …; (2) …", labels at the end: they are of the whole as well.
    whole = found and index >= 0 and not walked[index].heading and begins_with_verb(walked[index].block.text)
    return [index, *found] if whole else found
