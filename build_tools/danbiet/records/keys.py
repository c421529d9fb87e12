"""Keys as people type them → keys as they should be written; what is no key gets the nearest one named."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from danbiet.records.faults import Faults
from danbiet.records.tree import Scalar, Table, Value
from danbiet.text import fold

UNKNOWN, DOUBLE = "khoa-la", "khoa-trung"
_SEPARATORS = str.maketrans("_-.", "   ")


@lru_cache(maxsize=1024)
def fold_key(key: str) -> str:
    """A key as compared: without marks, case, underscores and hyphens, one space between words."""
    return " ".join(fold(key).translate(_SEPARATORS).split())


def nearest(typed: str, known: Iterable[str], cutoff: float = 0.55) -> str | None:
    """The key or word among ``known`` that is most like what was typed, marks and case aside."""
    by_fold = {fold_key(word): word for word in known}
    near = difflib.get_close_matches(fold_key(typed), by_fold, n=1, cutoff=cutoff)
    return by_fold[near[0]] if near else None


def by_key(
    typed: Table, known: Mapping[str, str], faults: Faults, where: str = ""
) -> dict[str, tuple[Scalar, Value]]:
    """Each key as it should be written → as typed, and its value.

    ``known`` maps folded keys to the keys they stand for; ``where`` names what they are keys of. A key
    that is none of them, or stands a second time, is an error and left out.
    """
    found: dict[str, tuple[Scalar, Value]] = {}
    for name, value in typed.entries:
        key = known.get(fold_key(name.text or ""))
        if key is None:
            _unknown(name, known, faults, where)
        elif key in found:
            faults.error(
                DOUBLE,
                name.offset,
                name.text or "",
                f"khóa “{key}” đã ghi ở trên",
                "Chỉ giữ một dòng cho mỗi khóa",
            )
        else:
            found[key] = name, value
    return found


def _unknown(typed: Scalar, known: Mapping[str, str], faults: Faults, where: str = "") -> None:
    """The finding about a key that is none of ``known``."""
    words = typed.text or ""
    near = nearest(words, known)
    if near:
        remedy = f"Có phải “{known[near]}”? Nếu phải, sửa lại như vậy"
    else:
        remedy = "Xóa dòng này, hoặc dùng một trong các khóa: " + ", ".join(dict.fromkeys(known.values()))
    message = "không có khóa này" + (f" trong {where}" if where else "")
    faults.error(UNKNOWN, typed.offset, words, message, remedy)
