"""Joining what a page broke: lines into paragraphs' text, numbers over a hyphen, words glued together."""

from __future__ import annotations

import re
import unicodedata

_BROKEN_NUMBER = re.compile(r"(?:^|[\s(])[^\s]*[\d/][^\s]*[-/]$")
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]"
_NUCLEUS = "[aăâeêioôơuưy]{1,3}"
_CODA = "ng|nh|ch|[cmnpt]"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?{_NUCLEUS}(?:{_CODA})?", re.IGNORECASE)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+(?=\d)|[^\W\d_]+")


def joined(text: str, following: str) -> str:
    """Two lines as one: no space after the hyphen or slash of a broken number ("1849/BGDĐT-" + "GDPT")."""
    last = text.rsplit("\n", 1)[-1]
    if _BROKEN_NUMBER.search(last) and following[:1].isalnum():
        return text + following
    return f"{text} {following}"


def is_open(text: str, following: str) -> bool:
    """Whether a line ends inside a number or citation, wherever its margin is: "1849/BGDĐT-", "Công văn số"."""
    if _BROKEN_NUMBER.search(text):
        return following[:1].isalnum()
    return len(text) > 20 and text.rsplit(" ", 1)[-1].lower() == "số" and following[:1].isdigit()


def _toneless(text: str) -> str:
    return "".join(
        unicodedata.normalize(
            "NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in _TONES)
        )
        for letter in text
    )


def _tones(text: str) -> int:
    return sum(c in _TONES for c in unicodedata.normalize("NFD", text))


def _is_syllable(text: str) -> bool:
    return bool(_SYLLABLE.fullmatch(_toneless(text))) and _tones(text) <= 1


def split_glued(text: str) -> tuple[str, list[str]]:
    """Text with spaces where a PDF lost them after a toned vowel, and the words that were split.

    Only where it is certain: a capital inside a word ("BộTư"), a number after a whole syllable
    ("số1866"), or two tones in a word that parts into two syllables in one way alone ("vềviệc").
    """
    repaired: list[str] = []

    def one(found: re.Match[str]) -> str:
        word = found.group()
        cut = _cut(word, text[found.end() : found.end() + 1])
        if cut is None:
            return word
        split = word[:cut] + " " + word[cut:]
        repaired.append(split.strip())
        return split

    changed = _WORD.sub(one, text)
    return changed, repaired


def _cut(word: str, after: str) -> int | None:
    """Where a glued word parts, if that is certain; its length for a space before a figure."""
    places = [i for i in range(1, len(word)) if _ends_in_toned_vowel(word[:i])]
    for place in places:
        if word[place].isupper() and word[place + 1 : place + 2].islower() and _is_syllable(word[:place]):
            return place
    if (
        after.isdigit()
        and len(word) > 1
        and _ends_in_toned_vowel(word)
        and _is_syllable(word)
        and word != "Đ"
    ):
        return len(word)
    if _tones(word) != 2 or (not word.islower() and not word.istitle()):
        return None
    cuts = [p for p in places if _is_syllable(word[:p]) and _is_syllable(word[p:]) and len(word) - p > 1]
    return cuts[0] if len(cuts) == 1 else None


def _ends_in_toned_vowel(text: str) -> bool:
    return _tones(text[-1]) == 1 and text[-1].isalpha()
