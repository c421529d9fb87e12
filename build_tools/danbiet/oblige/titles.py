"""Titles that say to whom what stands below them is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danbiet.oblige.heads import begins_name, is_group
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.outline import Place, SectionKind, kind_of
from danbiet.oblige.subjects import find_subjects, heading_units
from danbiet.oblige.wording import begins_with_verb
from danbiet.oblige.words import key, tokens

_OF = key("của")
_LONGEST_NAME = 16  # tokens
# "11. Các đơn vị cấp nước có trách nhiệm" is a title that says whom it binds.
_BOUND = re.compile(
    r",? (?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)"
    r"(?: (?:thực hiện|tổ chức|triển khai|các|nội dung|nhiệm vụ|công việc|như|sau|đây))*[ :]*\Z"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*:?\s*\Z")


def titled_units(walked: Sequence[Place], k: int) -> tuple[str, ...]:
    """The units that block ``k``, which has others below it, names as their title; nothing where it names none."""
    text = walked[k].block.text
    bound = _BOUND.sub("", text)
    units = heading_units(bound)
    if not units and bound != text and begins_name(tokens(bound), 0):
        return (bound,)
    if not units and (_titled_like_units(walked, k) or _whole_title(walked, k)):
        return tuple(part.strip(" .:;,") for part in text.split("; "))
    return units or _responsible(text)


def _responsible(text: str) -> tuple[str, ...]:
    """Whose responsibility a title is about, where no list knows the name: "Trách nhiệm của chủ vật nuôi:"."""
    words = tokens(_BRACKETS.sub("", text).strip(" .:;,"))
    at = lexicon().heading_leads.match(words, 0)
    if at < 2 or words[at - 1].key != _OF or not at < len(words) <= at + _LONGEST_NAME:
        return ()
    if any(word.key in {":", ".", ";"} for word in words):
        return ()
    return (text[words[at].start : words[-1].end],)


def gives_to_units(walked: Sequence[Place], k: int, units: tuple[str, ...]) -> bool:
    """Whether what stands below the title ``k`` is work for the ``units`` it names, not text about them."""
    own = not is_group(tokens(units[0]), 0)
    return own or walked[k].kind is SectionKind.ASSIGNMENT or _listed(walked, k) or _sets_tasks(walked, k)


def _sets_tasks(walked: Sequence[Place], k: int) -> bool:
    """Whether a title ends in a colon and leads to tasks: "Các tỉnh, thành phố: a) Rà soát …; b) Ban hành …"."""
    below = children(walked, k)
    tasks = [place for place in below if begins_with_verb(place.block.text)]
    return walked[k].block.text.rstrip(" *").endswith(":") and 2 * len(tasks) > len(below)


def _whole_title(walked: Sequence[Place], k: int) -> bool:
    """Whether a title is one long name that holds verbs: "Trung tâm Kiểm soát thanh toán BHXH"."""
    place, text = walked[k], walked[k].block.text
    words = tokens(text)
    if not place.heading or place.kind is SectionKind.NEVER or not begins_name(words, 0):
        return False
    if text.isupper() or text.rstrip(" *").endswith("."):
        return False
    assigned = place.kind is SectionKind.ASSIGNMENT or _among_units(walked, k, own=True)
    if not assigned and any(p.kind is SectionKind.ASSIGNMENT for p in walked):
        return False
    works = any(lexicon().plain_work.match(words, at) for at in range(1, len(words)))
    return not works and len(words) <= 30 and carry(children(walked, k))


def _titled_like_units(walked: Sequence[Place], k: int) -> bool:
    """Whether a title that no list of units knows stands among titles that name units."""
    place = walked[k]
    text = place.block.text
    if place.kind is not SectionKind.ASSIGNMENT or begins_with_verb(text) or not 1 < len(text.split()) <= 20:
        return False
    if lexicon().not_titles.match(tokens(text), 0) or kind_of(text) is not None or find_subjects(text):
        return False
    words = tokens(text)
    if lexicon().determiners.match(words, 0) and begins_name(words, 0):  # "Các cơ sở sản xuất, kinh doanh …"
        return True
    return _among_units(walked, k)


def _listed(walked: Sequence[Place], k: int) -> bool:
    """Whether a common name leads to a list as its neighbours do: "4. Giao Văn phòng:", "5. Các chi bộ:"."""
    if walked[k].block.text.rstrip(" *").endswith(":"):
        return _among_units(walked, k)
    return walked[k].heading and _among_units(walked, k, own=True)


def _among_units(walked: Sequence[Place], k: int, own: bool = False) -> bool:
    """Whether a title of the same rank in the same section names units; ``own``: a unit of its own name."""
    named = (heading_units(walked[i].block.text) for i in _siblings(walked, k))
    return any(units and not (own and is_group(tokens(units[0]), 0)) for units in named)


def _siblings(walked: Sequence[Place], k: int) -> Iterator[int]:
    """The titles of the same rank in the same section, before and after."""
    for step, stop in ((-1, -1), (1, len(walked))):
        for i in range(k + step, stop, step):
            if walked[i].rank < walked[k].rank:
                break
            if walked[i].rank == walked[k].rank and walked[i].heading:
                yield i


def children(walked: Sequence[Place], k: int) -> list[Place]:
    """What stands below the block: deeper marks, and paragraphs after a numbered one."""
    found = []
    for place in walked[k + 1 :]:
        if place.rank <= walked[k].rank or place.closing or place.last:
            break
        found.append(place)
    return found


def carry(children: list[Place]) -> bool:
    """Whether what stands below an introduction says what is to be done."""
    return any(map(tells_work, children)) or len(children) == 1


def tells_work(place: Place) -> bool:
    """Whether a block says what is to be done: it begins with a verb, or names who does it."""
    return begins_with_verb(place.block.text) or bool(find_subjects(place.block.text))
