"""Bytes of a file → text. Only UTF-8 is read; what else it may be is said in the finding."""

from __future__ import annotations

import codecs

from danbiet.records.faults import Faults

RULE = "khong-phai-utf-8"
_REMEDY = "Mở tệp bằng Notepad, chọn Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu lại"


def decode(path: str, data: bytes) -> tuple[str | None, Faults]:
    """The text, line ends and a byte order mark kept as they are; nothing where it is not UTF-8."""
    if (
        data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or data[:200].count(0) > len(data[:200]) // 5
    ):
        faults = Faults(path, "")
        faults.error(
            RULE, 0, "", "tệp không phải UTF-8 mà ghi theo bảng mã UTF-16 (Unicode của Windows)", _REMEDY
        )
        return None, faults
    try:
        text = data.decode("utf-8")
        return text, Faults(path, text)
    except UnicodeDecodeError as broken:
        before = data[: broken.start].decode("utf-8", "replace")
        line_start = data.rfind(b"\n", 0, broken.start) + 1
        line_end = data.find(b"\n", broken.start)
        line = data[line_start : line_end if line_end >= 0 else len(data)]
        faults = Faults(path, before)
        signed_original = path.endswith(".md") and b"---" not in data[:8]
        faults.error(
            RULE,
            len(before),
            line[:200].decode("utf-8", "replace"),
            f"tệp không phải UTF-8 (byte 0x{data[broken.start]:02X}), có thể là {_guess(data)}",
            f"{_REMEDY}; hoặc chuyển bằng danbiet import" if signed_original else _REMEDY,
        )
        return None, faults


def _guess(data: bytes) -> str:
    """TCVN3 puts its letters where Latin-1 has signs; Windows-1258 where it has letters."""
    high = [byte for byte in data[:20000] if byte >= 0x80]
    signs = sum(0xA1 <= byte <= 0xBE for byte in high)
    return "bảng mã cũ TCVN3 (ABC)" if signs * 3 > len(high) else "bảng mã Windows-1258 hoặc VNI"
