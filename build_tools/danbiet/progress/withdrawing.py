"""The way out where a published entry cannot stay as it is: it is taken away for all to see, under ``gỡ bỏ``."""

from __future__ import annotations

from danbiet import words
from danbiet.model import ProgressEntry


def way_out(entry: ProgressEntry, reason: str) -> str:
    """What to write to take a published entry away: the words for a remedy."""
    return (
        f"xóa mục ấy và thêm dưới “gỡ bỏ” dòng "
        f"- {{việc: {entry.obligation_id}, ngày: {words.day(entry.on)}, lý do: {reason}}}"
    )


def mend_or_take_away(entry: ProgressEntry, mend: str, reason: str) -> str:
    """A remedy for a slip in an entry: it is mended while it is not published, and taken away once it is."""
    return f"{mend}. Mục đã đăng thì không sửa được: {way_out(entry, reason)}, rồi ghi lại cho đúng thành mục mới"
