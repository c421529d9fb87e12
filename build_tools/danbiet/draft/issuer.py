"""The issuing body of a document whose letterhead is missing, from its own words; always said to be inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danbiet.draft.letterhead_reading import Reading
from danbiet.draft.record import Para, Table
from danbiet.text import fold

_BODY = r"(?P<body>UBND|[ỦU][ỷy] ban nhân dân|Uỷ ban nhân dân)"
_LEVEL = r"(?P<level>(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh))"
_NAME = r"(?P<name>[A-ZĐÀ-ỸƯƠÂÊÔĂ][\w’'-]*(?:\s+[A-ZĐÀ-ỸƯƠÂÊÔĂ][\w’'-]*)*)"
_VERB = r"(?:xây dựng|ban hành|triển khai|lập|tổ chức)\b"
_ISSUES = re.compile(rf"{_BODY}\s+{_LEVEL}\s+{_NAME}\s*{_VERB}")
_OF_ISSUER = re.compile(rf"của\s+{_BODY}\s+{_LEVEL}\s+{_NAME}")
_UNNAMED = re.compile(rf"{_BODY}\s+{_LEVEL}\s+{_VERB}")
_OPENING = 6  # paragraphs in which a plan says who makes it


def infer_issuer(reading: Reading, items: Sequence[Para | Table]) -> None:
    """Set the issuer, if the letterhead states none, from the opening, the closing words or the place.

    A body named in full by the opening ("UBND phường A ban hành") or by "Trên đây là … của UBND xã A";
    or one named by level alone, with the place of the date line, which below the province is its name
    (NĐ 30/2020, Phụ lục I, mục II.4). Two different names infer nothing.
    """
    if reading.head.issuer:
        return
    texts = [item.text for item in items if isinstance(item, Para)]
    found = list(_named(texts))
    if len({fold(name) for name, _why in found}) == 1:
        name, why = found[0]
    else:
        level = next((m["level"] for text in texts[:_OPENING] if (m := _UNNAMED.search(text))), None)
        if found or level is None or level.lower() == "tỉnh" or not reading.head.place:
            return
        name = f"UBND {level} {reading.head.place}"
        why = f"đoạn mở đầu viết “UBND {level}”, tên theo địa danh ở dòng ngày tháng"
    reading.head = replace(reading.head, issuer=name)
    reading.inferred["cơ quan ban hành"] = f"{why}; văn bản không có tên cơ quan ở phần đầu"


def _named(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in texts[:_OPENING]:
        for issuing in _ISSUES.finditer(text):
            yield _name(issuing), "tên nêu ở đoạn mở đầu"
    for text in texts:
        if text.lower().startswith("trên đây là") and (found := _OF_ISSUER.search(text)):
            yield _name(found), "tên nêu ở đoạn kết"


def _name(found: re.Match[str]) -> str:
    return f"{found['body']} {found['level'].lower()} {found['name'].strip()}"
