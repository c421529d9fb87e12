"""What an issuing body is called outside its own letterhead."""

from __future__ import annotations

import re

from danbiet.records import shipped
from danbiet.text import collapse, nfc

_COMMITTEE = re.compile(
    r"(?P<head>[ỦU][ỶY] BAN NHÂN DÂN|UBND) "
    r"(?P<level>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) (?P<place>.+)"
)


def issuing_name(issuer: str, above: str | None, text: str = "") -> str:
    """The name of a plan's issuer: with the body ``above`` it where alone it is any place's.

    The letterhead prints "ỦY BAN MTTQ VIỆT NAM XÃ A" over "BAN THƯỜNG TRỰC" (NĐ 30/2020, Phụ lục I, mục
    II.2: the superior body stands above, both in capitals); two communes' committees are not one body.
    Capitals are read as the plan's own ``text`` writes the name, else as names of committees are written.
    """
    words = collapse(nfc(issuer)).lower().replace("uỷ", "ủy")
    alone = words in shipped("register", "loai-don-vi.yml")["gọi kèm cơ quan trên"]
    name = f"{issuer} {above}" if above and alone else issuer
    return _as_written(collapse(nfc(name)), text) if name.isupper() else name


def _as_written(name: str, text: str) -> str:
    """A name in capitals as running words, of a text that writes it so; as it is where nothing tells."""
    spelt = (re.escape(word).replace("UỶ", "ỦY").replace("ỦY", "(?:ỦY|UỶ)") for word in name.split())
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(spelt) + r"(?!\w)", re.I)
    found = [
        match
        for match in pattern.finditer(text)
        if not match[0].isupper() and not _goes_on(text, match.end())
    ]
    if (
        found
    ):  # in the middle of a sentence a name may begin small: the spelling with most capitals is the name's
        written = collapse(max(found, key=lambda match: sum(map(str.isupper, match[0])))[0])
        return written[0].upper() + written[1:]
    committee = _COMMITTEE.fullmatch(name)
    if committee is None:
        return name
    head = "UBND" if committee["head"] == "UBND" else "Ủy ban nhân dân"
    return f"{head} {committee['level'].lower()} {committee['place'].title()}"


def _goes_on(text: str, at: int) -> bool:
    """Whether a longer name goes on at ``at``: "UBND tỉnh Hà Nam Ninh" is not "UBND tỉnh Hà Nam"."""
    return text[at : at + 1] == " " and text[at + 1 : at + 2].isupper()
