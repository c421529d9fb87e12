"""Bytes of a text file → its text: UTF-8, UTF-16, Windows-1258, or an old code kept as look-alikes."""

from __future__ import annotations

import codecs

from danbiet.draft import legacy
from danbiet.text import nfc


def decode(data: bytes) -> tuple[str, list[str]]:
    r"""The text in NFC with ``\\n`` line ends, and notes in Vietnamese on what was converted."""
    text, note = _bytes(data)
    lines, code = legacy.convert(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    notes = [note] if note else []
    if code:
        notes.append(f"Chữ trong tệp theo bảng mã cũ {code}, đã chuyển sang Unicode; cần soát lại tên riêng")
    return nfc("\n".join(lines)), notes


def _bytes(data: bytes) -> tuple[str, str | None]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), None
    sample = data[:2000]
    if sample.count(0) > len(sample) // 5:  # UTF-16 without a mark: most high bytes are 0
        little = sample[1::2].count(0) > sample[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace"), None
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    for encoding, is_code in (("latin-1", legacy.is_tcvn3), ("cp1252", legacy.is_vni)):
        text = data.decode(encoding, "replace")
        if sum(map(is_code, text.splitlines())) >= 1:
            return text, None
    return data.decode("cp1258", "replace"), "Tệp không phải UTF-8, đã đọc theo bảng mã Windows-1258"
