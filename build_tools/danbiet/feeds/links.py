"""Addresses inside the data: absolute where the site has a public address.

Else a data file for programs leads from itself (``link``), and a table for people, which is carried
away from the site, names the place within the site (``place``).
"""

from __future__ import annotations

from danbiet import addresses
from danbiet.output import Settings

LICENSE = (
    "Văn bản hành chính không thuộc đối tượng bảo hộ quyền tác giả (Luật Sở hữu trí tuệ, Điều 15). "
    "Dữ liệu lập từ các văn bản này được dùng lại tự do; xin ghi nguồn và ngày lấy."
)
NOTE = "Bản đăng để tra cứu; bản gốc là bản có chữ ký."
DEMONSTRATION = "Trang minh họa, không phải trang của cơ quan ban hành."

WITHIN = "Trang chưa khai địa chỉ công khai: địa chỉ trong bảng tính từ trang đầu của trang."


def link(address: str, settings: Settings) -> str:
    """An address below the root as the data files in du-lieu/ write it."""
    return (
        f"{settings.site_url}{address}" if settings.site_url else addresses.relative(address, addresses.DATA)
    )


def place(address: str, settings: Settings) -> str:
    """An address below the root for people: "ke-hoach/2024/…" where the site has no public address."""
    return f"{settings.site_url or ''}{address}"


def note(settings: Settings) -> str:
    """What every data file says about itself."""
    return f"{DEMONSTRATION} {NOTE}" if settings.demonstration else NOTE
