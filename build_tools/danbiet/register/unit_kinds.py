"""What a unit nobody registered most likely is, by the words of its name (data/loai-don-vi.yml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from danbiet.model import UnitKind
from danbiet.records import shipped
from danbiet.register.body_entries import KINDS
from danbiet.text import collapse, nfc


@lru_cache(maxsize=1 << 16)  # a unit is named for each of its tasks
def guess_kind(name: str) -> UnitKind:
    """What a unit of this name is: a group where it names several at once, "khác" where nothing tells."""
    words = _plain(name)
    group = _data()["nhóm"]
    several = (
        words in group["cả tên"]
        or _begins(words, group["mở đầu"])
        or _holds(words, group["nhiều nơi"])
        or (_holds(words, group["nhiều đơn vị"]) and not _begins(words, group["tên riêng"]))
    )
    if several:
        return UnitKind.GROUP
    kind = next(
        (KINDS[item["loại"]] for item in _data()["loại"] if _begins(words, item["mở đầu"])), UnitKind.OTHER
    )
    return UnitKind.GROUP if kind is not UnitKind.FRONT and _holds(words, group["nêu kèm"]) else kind


def names_person(name: str) -> bool:
    """Whether a name is a person's ("Đ/c …", "Ông …"): work is given to them, but they are no unit."""
    return _begins(_plain(name), _data()["người"])


def _begins(words: str, heads: list[str]) -> bool:
    return any(words.startswith(head) and not words[len(head) : len(head) + 1].isalnum() for head in heads)


def _holds(words: str, parts: list[str]) -> bool:
    return any(re.search(rf" {re.escape(part)}(?!\w)", words) for part in parts)


def _plain(name: str) -> str:
    return collapse(nfc(name)).lower().replace("uỷ", "ủy")


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = shipped("register", "loai-don-vi.yml")
    return data
