"""The lines on the left of a letterhead → the body that issues, and the one above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.draft.record import Para
from danbiet.draft.words import begins_with, vocabulary
from danbiet.text import collapse

# A line that ends so goes on in the next, whatever that one begins with ("… - ỦY ⏎ BAN MTTQ …").
_OPEN = re.compile(r"(?:[-–,]|\b(?:ủy|uỷ|và|của))\s*$", re.IGNORECASE)


def names_of(lines: Sequence[Para]) -> tuple[str | None, str | None, str | None]:
    """The name above, the issuing body's name, and a doubt in Vietnamese if there is one.

    The issuing body stands in bold below its parent (NĐ 30/2020, Phụ lục I, mục II.2); where the
    print does not tell them apart, the words at the beginning of lines do.
    """
    if not lines:
        return None, None, None
    weights = [line.bold for line in lines]
    if True in weights and False in weights and weights == sorted(weights):
        cut = weights.index(True)
        return _join(lines[:cut]), _join(lines[cut:]), None
    names: list[list[Para]] = []
    for line in lines:
        if not names or (_opens(line.text) and not _OPEN.search(names[-1][-1].text)):
            names.append([line])
        else:
            names[-1].append(line)
    if len(names) == 1:
        return None, _join(names[0]), None
    if len(names) == 2:
        return _join(names[0]), _join(names[1]), None
    whole = [line for name in names[:-1] for line in name]
    doubt = f"Phần đầu có hơn hai tên cơ quan: “{_join(lines)}”"
    return _join(whole), _join(names[-1]), doubt


def _opens(text: str) -> bool:
    return begins_with(text, vocabulary().agencies)


def _join(lines: Sequence[Para]) -> str:
    return collapse(" ".join(line.text for line in lines))
