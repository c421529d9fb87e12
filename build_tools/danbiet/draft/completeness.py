"""Nothing lost, nothing invented: the words of a draft against all the words of its file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from danbiet.draft.record import Draft
from danbiet.text import fold, nfc

_LETTERS = re.compile(r"[^\W_]+")
_SHOWN = 8
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200e\u200f\ufeff")


def words_of(text: str) -> list[str]:
    """The runs of letters and digits of a text, without case; raised figures as figures."""
    return _LETTERS.findall(nfc(unicodedata.normalize("NFKC", text)).lower().translate(_UNSEEN))


def draft_words(draft: Draft) -> list[str]:
    """All words a draft holds: its fields, its body and what it left out on purpose."""
    head, signer = draft.head, draft.closing.signer
    date_parts = [head.date_line] if head.date_line else []
    parts = [
        head.parent_body, head.issuer if "cơ quan ban hành" not in draft.inferred else None,
        head.code, *date_parts, head.nation, head.motto,
        head.type_name if "tên loại" not in draft.inferred else None, head.subject,
        draft.body.replace("\\", ""),
        signer.authority, signer.position, signer.full_name, *draft.closing.recipients,
        *(left.words for left in draft.left_out),
    ]  # fmt: skip
    return words_of("\n".join(part for part in parts if part))


def checked(draft: Draft, raw: str) -> Draft:
    """The draft with a doubt for words that stand in the file and not in it, if there are any.

    Compared as letters without word breaks as a last resort, since a PDF may have glued words.
    """
    missing = Counter(words_of(raw)) - Counter(draft_words(draft))
    if not missing or _letters(raw) <= _letters(" ".join(draft_words(draft))):
        return draft
    shown = ", ".join(f"“{word}”" for word in list(missing)[:_SHOWN])
    doubt = f"Có thể thiếu chữ so với bản gốc: {shown}"
    return replace(draft, doubts=(*draft.doubts, doubt))


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in fold(text) if c.isalnum())
