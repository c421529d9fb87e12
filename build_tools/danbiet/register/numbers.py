"""Numbers and type names: what they are made of, and the id an instrument gets from them.

Identity as in NĐ 30/2020/NĐ-CP Đ.15: number, notation, agency and year; Party documents restart
with each type and term, so that their year always stands in the id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.records import shipped
from danbiet.text import fold, slug

_CODE = re.compile(r"^(\d+(?:\.\d+)?[a-z]?(?![a-z]))(?:\s*/\s*((?:19|20)\d\d))?(?![\d.])\s*[-/]?\s*(.*)$")
_PARTS = re.compile(r"[^a-z0-9&]+")


@dataclass(frozen=True, slots=True)
class Code:
    """A number taken apart: "01/2024/QĐ-UBND" → head "1", year 2024, parts ("qd", "ubnd")."""

    head: str
    year: int | None
    parts: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Whether no notation is printed."""
        return not self.parts


def read_code(number: str | None) -> Code | None:
    """A number taken apart; nothing where it does not begin with a number."""
    match = _CODE.match(fold(number or "").strip())
    if not match:
        return None
    head, year, rest = match.groups()
    parts = tuple(part for part in _PARTS.split(rest) if part)
    return Code(head.lstrip("0") or "0", int(year) if year else None, parts)


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type of document: its name, the code used in ids, the symbols used in numbers."""

    name: str
    code: str
    symbols: tuple[str, ...]


@cache
def types() -> dict[str, TypeName]:
    """The types by folded name."""
    return {
        fold(item["tên"]): TypeName(item["tên"], item["mã"], tuple(item.get("ký hiệu", ())))
        for item in shipped("register", "loai-van-ban.yml")["loại văn bản"]
    }


def type_names() -> tuple[str, ...]:
    """The types' names in the order of the data: the weightiest first."""
    return tuple(kind.name for kind in types().values())


def type_code(type_name: str) -> str:
    """The code of a type name in ids: "Nghị định" → "nd"; an unknown type is slugged whole."""
    known = types().get(fold(type_name))
    return known.code if known else slug(type_name)


def instrument_id(type_name: str, number: str, year: int | None, place: str | None) -> str:
    """``nd-59-2023-nd-cp``, ``qd-629-qd-ubnd-2022--tinh-x``: the id that type, number, year and place give.

    The year is added only where the number has none.
    """
    code = read_code(number)
    in_number = code is not None and code.year is not None
    tail = f"-{year}" if year and not in_number else ""
    return f"{type_code(type_name)}-{slug(number)}{tail}" + (f"--{place}" if place else "")
