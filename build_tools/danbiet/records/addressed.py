"""What people type and a reader's browser is led to: codes, addresses, files kept beside plans. One rule each.

A rule gives what is wrong and what to write instead, or nothing; registers, front matter, progress files and
mkdocs.yml all ask the same ones.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from danbiet.text import slug

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_CODE, _PAIR = re.compile(_WORD), re.compile(rf"{_WORD}(?:--{_WORD})?")
_WEB = re.compile(r"https?://[^\s/?#@:\\\"'<>`]+(?::\d{1,5})?(?:[/?#][^\s\\\"<>`]*)?")
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# What a browser shows, plays or saves, and never runs as a page of the site's own; all else fits into a .zip.
_KEPT_KINDS = frozenset(
    [
        ".pdf",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".bmp",
        ".tif",
        ".tiff",
        ".heic",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".txt",
        ".xls",
        ".xlsx",
        ".ods",
        ".csv",
        ".ppt",
        ".pptx",
        ".odp",
        ".mp3",
        ".m4a",
        ".wav",
        ".ogg",
        ".mp4",
        ".mov",
        ".webm",
        ".p7s",
        ".p7m",
        ".eml",
        ".msg",
        ".zip",
        ".rar",
        ".7z",
    ]
)


class Slip(NamedTuple):
    """What is wrong with a value, and what to write instead."""

    message: str
    remedy: str


def code_slip(text: str, *, pair: bool = False) -> Slip | None:
    """A code becomes an address: "van-phong"; with ``pair`` also two joined by "--", as "qd-1--tinh-x"."""
    if (_PAIR if pair else _CODE).fullmatch(text):
        return None
    meant = slug(text)
    return Slip(
        "mã chỉ gồm chữ thường không dấu, số và dấu nối",
        f"Viết “{meant}”" if meant else "Viết như “van-phong-thong-ke”",
    )


def web_address_slip(text: str) -> Slip | None:
    """An address that a link may lead to: http or https, never one that a browser would run."""
    if _WEB.fullmatch(text):
        return None
    return Slip(
        "đây không phải một địa chỉ bắt đầu bằng https:// hoặc http://, viết liền",
        "Viết cả địa chỉ, như https://tenphuong.gov.vn/",
    )


def mail_address_slip(text: str) -> Slip | None:
    """One mail address, without what would add recipients or words to a message."""
    if _MAIL.fullmatch(text):
        return None
    return Slip("đây không phải một địa chỉ thư điện tử", "Viết một địa chỉ, như vanthu@tenphuong.gov.vn")


def kept_file_slip(path: str) -> Slip | None:
    """The name of a file that is published as it is: of a kind that no browser runs as a page."""
    file = PurePosixPath(path)
    if any(part.startswith(".") for part in file.parts):
        return Slip("tệp ẩn không đăng được", "Đặt lại tên tệp và thư mục, không bắt đầu bằng dấu chấm")
    if file.suffix.lower() in _KEPT_KINDS:
        return None
    return Slip(
        f"tệp {file.suffix.lower() or 'không có đuôi'} không đăng kèm được: trình duyệt có thể chạy nó như một trang",
        "Lưu thành PDF (hoặc ảnh, Word, Excel, .txt; tệp khác thì nén thành .zip) rồi ghi tên tệp mới",
    )
