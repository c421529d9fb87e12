"""Bytes of a file → text. Only UTF-8 is read; what else it may be is said in the finding."""

from __future__ import annotations

import codecs

from danbiet.records.faults import Faults

RULE = "khong-phai-utf-8"
_REMEDY = "Mở tệp bằng Notepad, chọn Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu lại"
_FEW = 10  # control characters that a slip of the keyboard may leave in a text
_LARGEST = 2_000_000  # bytes: ten times the longest plan known
# What the first bytes of files that are no text say, and whether a plan can be imported from them.
_MAGIC: tuple[tuple[bytes, str, bool], ...] = (
    (b"\x89PNG", "ảnh PNG", False),
    (b"\xff\xd8\xff", "ảnh JPEG", False),
    (b"GIF8", "ảnh GIF", False),
    (b"RIFF", "ảnh hoặc âm thanh", False),
    (b"%PDF", "tệp PDF", True),
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén", True),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ", True),
    (b"{\\rtf", "tệp RTF", True),
)


def decode(path: str, data: bytes) -> tuple[str | None, Faults]:
    """The text, line ends and a byte order mark kept as they are; nothing where it is no text, not UTF-8, too long."""
    strange = _no_text(data)
    if strange:
        faults = Faults(path, "")
        faults.error(strange[0], 0, "", *strange[1:])
        return None, faults
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


def _no_text(data: bytes) -> tuple[str, str, str] | None:
    """Rule, message and remedy where a file is no text for people to read, or longer than any plan."""
    if len(data) > _LARGEST:
        megabytes = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
        return (
            "tep-qua-lon",
            f"tệp quá lớn ({megabytes} MB), không thể là một văn bản gõ bằng chữ",
            "Xem trong tệp có dán nhầm ảnh hay tệp khác không; một kế hoạch dài thường dưới 0,2 MB",
        )
    for head, name, imported in _MAGIC:
        if data.startswith(head):
            remedy = (
                "Chạy danbiet import với tệp ấy để có tệp .md, rồi xóa tệp mang đuôi sai này"
                if imported
                else "Thay bằng tệp chữ của kế hoạch, hoặc xóa tệp này"
            )
            return "khong-phai-van-ban", f"tệp này là {name}, không phải văn bản", remedy
    start = data[:4000]
    odd = sum(byte < 0x20 and byte not in b"\t\n\r\f" for byte in start)
    if odd > _FEW and odd * 20 > len(start) and start.count(0) * 5 <= len(start):  # many zeros: UTF-16
        return (
            "khong-phai-van-ban",
            "tệp này không phải văn bản: có nhiều byte không phải là chữ",
            "Thay bằng tệp chữ của kế hoạch, hoặc xóa tệp này",
        )
    return None


def _guess(data: bytes) -> str:
    """TCVN3 puts its letters where Latin-1 has signs; Windows-1258 where it has letters."""
    high = [byte for byte in data[:20000] if byte >= 0x80]
    signs = sum(0xA1 <= byte <= 0xBE for byte in high)
    return "bảng mã cũ TCVN3 (ABC)" if signs * 3 > len(high) else "bảng mã Windows-1258 hoặc VNI"
