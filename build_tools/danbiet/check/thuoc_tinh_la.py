"""An attribute list that says something nobody reads: ``{: .viec donvi="van-phong" }``, ``{: viec }``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Block, Plan, Site

RULE = "thuoc-tinh-la"
CLASSES = ("viec", "khong-phai-viec")
KEYS = ("don-vi", "ma")
_FORMS = 'Các cách viết dùng được: {: .viec }, {: .viec don-vi="van-phong" }, {: .viec ma="…" }, {: .khong-phai-viec }'
_LIST = re.compile(r"\{:[^{}\n]*\}?")
_MEANT = re.compile(r"\b(?:viec|việc|don-?vi|đơn vị|khong-phai|ma)\b", re.I)


def check(site: Site) -> Iterator[Issue]:
    """An error for each: what a person set by hand would be left undone without a word."""
    for plan in site.plans.values():
        for block in plan.blocks:
            for word in _unknown(block):
                yield _strange(plan, block, word)
            if not block.attributes:
                for match in _LIST.finditer(plan.source, block.start, block.end):
                    if _MEANT.search(match[0]):
                        yield _unreadable(plan, match.start(), match[0])


def _unknown(block: Block) -> Iterator[str]:
    """The names in a block's attribute list that mean nothing."""
    for name in block.attributes.get("class", "").split():
        if name not in CLASSES:
            yield f".{name}"
    yield from (name for name in block.attributes if name not in ("class", "id", *KEYS))


def _strange(plan: Plan, block: Block, word: str) -> Issue:
    at = max(plan.source.rfind(word, block.start, block.end), block.start)
    near = get_close_matches(word, [*(f".{name}" for name in CLASSES), *KEYS], n=1, cutoff=0.5)
    guess = f"Có phải “{near[0]}”? " if near else ""
    return finding(
        plan,
        at,
        word,
        RULE,
        Severity.ERROR,
        "thuộc tính này không có nghĩa gì nên điều ghi ở đây bị bỏ qua",
        guess + _FORMS,
    )


def _unreadable(plan: Plan, at: int, words: str) -> Issue:
    return finding(
        plan,
        at,
        words,
        RULE,
        Severity.ERROR,
        "không đọc được dòng thuộc tính này nên nó hiện ra như chữ của văn bản",
        _FORMS,
    )
