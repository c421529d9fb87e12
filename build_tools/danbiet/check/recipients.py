"""Who a plan is sent to: units by name, and kinds of units named together ("Các phòng, ban")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from danbiet.model import Unit, UnitKind
from danbiet.records import shipped
from danbiet.text import collapse, fold

_BY_KIND = {
    UnitKind.FRONT: "mặt trận",
    UnitKind.UNION: "đoàn thể",
    # The Front of a commune leads both (Luật Thực hiện dân chủ ở cơ sở, Điều 61).
    UnitKind.INSPECTION: "mặt trận",
    UnitKind.COMMUNITY_SUPERVISION: "mặt trận",
    UnitKind.HAMLET: "thôn",
}
_FRONT = re.compile(r"\b(?:mttq\w*|mat tran|ubmt\w*)\b")
_PLURAL = re.compile(r"\b(?:cac|nhung|toan the|toan bo)\s+")
_BETWEEN = re.compile(r"\s*(?:[,/;+&]|\bva\b|\s-\s)\s*(?:(?:cac|nhung)\s+)?")
# Words that a unit's name shares with many others, and so prove nothing.
_COMMON = re.compile(
    r"cac|va|cua|thuoc|tren|dia|ban|ubnd|uy|nhan|dan|xa|phuong|thi|tran|thanh|pho|huyen|tinh|quan|bo|phan|cong|chuc"
    r"|can|phong|so|nganh|to|don|vi|co|lien|lanh|dao|truong|thu|chu|tich|giam|doc|hieu"
)
_ENOUGH = 0.5


@lru_cache(maxsize=1024)  # a plan's recipients are read for each of its units
def lines(recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The recipients folded, without the file copy ("Lưu: VT"), with their abbreviations told in full."""
    folded = (collapse(fold(one)) for one in recipients)
    return tuple(_in_full(one) for one in folded if not re.match(r"\W*luu\b", one))


@lru_cache(maxsize=1 << 14)
def covered(line: str) -> frozenset[str]:
    """The kinds of units that a recipient names together, as ``kind_of`` names them; all kinds where all are meant."""
    words = _data()
    if any(_has(line, one) for one in words["mọi nơi"]):
        return frozenset(words["tất cả"])
    found: set[str] = set()
    for names, kinds in words["gọi chung"]:
        if any(_has(line, name) for name in names):
            found |= kinds
    for match in _PLURAL.finditer(line):
        for part in _BETWEEN.split(line[match.end() :]):
            kinds = next((kinds for names, kinds in words["sau chữ các"] if _begins(part, names)), None)
            if kinds is None:
                break
            found |= kinds
    if _FRONT.search(line):
        found.add("mặt trận")
    return frozenset(found)


def kind_of(unit: Unit, name: str) -> str:
    """The kind of a unit by the register, else by the first words of its name."""
    folded = fold(name)
    if unit.kind in _BY_KIND:
        return _BY_KIND[unit.kind]
    if _FRONT.search(folded):
        return "mặt trận"
    by_name = next((kind for heads, kind in _data()["đơn vị"] if _begins(folded, heads)), None)
    return by_name or ("phòng" if unit.kind is UnitKind.PROFESSIONAL else "khác")


def named(names: Iterable[str], line: str, place: str) -> bool:
    """Whether a recipient is a unit of one of the names; words of ``place``, where all of them are, tell nothing."""
    here = set(re.findall(r"[a-z0-9]+", fold(place)))
    said = set(re.findall(r"[a-z0-9]+", line))
    for name in names:
        telling = [word for word in _words(name) if word not in here]
        if not telling or sum(word in said for word in telling) / len(telling) >= _ENOUGH:
            return True
    return False


def _words(name: str) -> Sequence[str]:
    return [word for word in re.findall(r"[a-z0-9]+", _in_full(fold(name))) if not _COMMON.fullmatch(word)]


def _in_full(line: str) -> str:
    short: dict[str, str] = _data()["chữ tắt"]
    return re.sub(r"[a-z]+", lambda match: short.get(match[0], match[0]), line)


def _has(line: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", line) is not None


def _begins(part: str, heads: Iterable[str]) -> bool:
    return any(part.startswith(head) and not part[len(head) : len(head) + 1].isalnum() for head in heads)


@cache
def _data() -> dict[str, Any]:
    data = shipped("check", "noi-nhan.yml")

    def table(key: str) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        return [(tuple(map(fold, item["chữ"])), frozenset(item["loại"])) for item in data[key]]

    return {
        "mọi nơi": tuple(map(fold, data["mọi nơi"])),
        "tất cả": frozenset().union(*(kinds for _, kinds in table("sau chữ các"))),
        "sau chữ các": table("sau chữ các"),
        "gọi chung": table("gọi chung"),
        "đơn vị": [(tuple(map(fold, item["mở đầu"])), item["loại"]) for item in data["đơn vị"]],
        "chữ tắt": {fold(short): fold(long) for short, long in data["chữ tắt"].items()},
    }
