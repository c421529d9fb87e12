"""What an issuing body is called outside its own letterhead."""

from __future__ import annotations

from danbiet.records import shipped
from danbiet.text import collapse, nfc


def issuing_name(issuer: str, above: str | None) -> str:
    """The name of a plan's issuer: with the body ``above`` it where alone it is any place's.

    The letterhead prints "ỦY BAN MTTQ VIỆT NAM XÃ A" over "BAN THƯỜNG TRỰC" (NĐ 30/2020, Phụ lục I, mục
    II.2: the superior body stands above); two communes' committees are not one body.
    """
    words = collapse(nfc(issuer)).lower().replace("uỷ", "ủy")
    alone = words in shipped("register", "loai-don-vi.yml")["gọi kèm cơ quan trên"]
    return f"{issuer} {above}" if above and alone else issuer
