"""Vietnamese syllables: where a text layer lost the space between two of them.

Many PDF text layers lose the space behind a vowel with a tone ("Đảng uỷUBND xã chủtrì"). A Vietnamese
syllable has one shape, so that most of these places can be told for certain.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INITIAL = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
_NUCLEUS = (
    "(?:oai|oay|oeo|uya|uyê|uây|uôi|ươi|ươu|iêu|yêu|oao|uyu|uêu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uă|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|"
    "[aăâeêioôơuưy])"
)
_FINAL = "(?:ch|ng|nh|[cmnpt])?"
_SHAPE = re.compile(f"{_INITIAL}{_NUCLEUS}{_FINAL}")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LEVELLED = str.maketrans("", "", _TONES)
_WORD = re.compile(r"[^\W\d_]{3,}")
_INITIALS = re.compile(r"[A-ZĐ]{2,8}")
_MOST = 4  # syllables in one row


def is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable: one tone at most, letters in their places."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    if sum(decomposed.count(tone) for tone in _TONES) > 1:
        return False
    return _SHAPE.fullmatch(unicodedata.normalize("NFC", decomposed.translate(_LEVELLED))) is not None


def lost_spaces(text: str) -> list[int]:
    """Where in a text (NFC) a space was lost: offsets at which one belongs, in order.

    Only inside words that are no syllable, behind a vowel with a tone, and where just one way of
    cutting leaves syllables, or initials ("UBND") at the end.
    """
    if text.isascii():
        return []
    return [found.start() + cut for found in _WORD.finditer(text) for cut in _cuts(found[0])]


def ends_in_tone(word: str) -> bool:
    """Whether a word ends in a vowel with a tone, behind which text layers lose spaces."""
    return bool(word) and any(tone in unicodedata.normalize("NFD", word[-1]) for tone in _TONES)


@lru_cache(maxsize=1 << 16)
def _cuts(word: str) -> tuple[int, ...]:
    if word.isascii() or is_syllable(word):
        return ()
    best: list[tuple[int, ...]] = []
    pending: list[tuple[int, ...]] = [()]
    while pending and not best:
        longer = []
        for cuts in pending:
            start = cuts[-1] if cuts else 0
            if cuts and (is_syllable(word[start:]) or _INITIALS.fullmatch(word[start:])):
                best.append(cuts)
            longer += [
                (*cuts, cut)
                for cut in range(start + 1, len(word))
                if len(cuts) < _MOST - 1 and ends_in_tone(word[:cut]) and is_syllable(word[start:cut])
            ]
        pending = longer
    return best[0] if len(best) == 1 else ()
