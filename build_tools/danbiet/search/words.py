"""What search takes for a word: one syllable or number, by a key without marks and the marks apart.

theme/components/search/engine.js reads the reader's query in the same way; a browser test holds
the two together. Vietnamese has few syllables, so the key alone finds too much ("bảo vệ" and
"báo về" are both "bao ve"); the marks are kept as the keys one would type for them in Telex, so
that the same word written "hoà" and "hòa" is one word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from danbiet.text import fold, nfc

# A run of digits or a run of letters: "QH15" is "qh" and "15", as is "QH 15".
_WORD = re.compile(r"\d+|[^\W\d_]+")
# "kỹ" and "kĩ", "quy" and "qui", "tỷ" and "tỉ" are the same word in two spellings.
_I_OR_Y = re.compile(r"(?:[hklmst]|qu)y")
_TELEX = {
    "\u0302": "",  # the letter doubled: â is aa
    "\u0306": "w",
    "\u031b": "w",
    "\u0301": "s",
    "\u0300": "f",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
}
_TONES = frozenset("sfrxj")


@dataclass(frozen=True, slots=True)
class Word:
    """A syllable or number: its key without marks, and its marks in Telex ("đối" → "doi", "dos")."""

    key: str
    marks: str


def spellings(text: str) -> list[str]:
    """The words of a text as written, in lower case and NFC, without "số" before a number.

    "Nghị định số 59/2023" and "nghị định 59/2023" have the same words.
    """
    found = _WORD.findall(nfc(text).lower())
    before_number = [after[0].isdigit() for after in found[1:]] + [False]
    return [w for w, number in zip(found, before_number, strict=False) if not (number and fold(w) == "so")]


@lru_cache(maxsize=1 << 16)
def word(spelling: str) -> Word:
    """The word that a spelling stands for."""
    if spelling[0].isdigit():
        return Word(spelling.lstrip("0") or "0", "")
    key = fold(spelling)
    if _I_OR_Y.fullmatch(key):
        key = f"{key[:-1]}i"
    return Word(key, _marks(spelling))


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [word(spelling) for spelling in spellings(text)]


def _marks(spelling: str) -> str:
    letters, tone, base = "", "", ""
    for char in unicodedata.normalize("NFD", spelling):
        if char == "đ":
            letters += "d"
        if not unicodedata.combining(char):
            base = char
            continue
        telex = _TELEX.get(char)
        if telex == "":
            letters += base
        elif telex in _TONES:
            tone = telex or ""
        elif telex:
            letters += telex
    return letters + tone
