"""The words behind a mention: what it is about, as the plan says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.model import Mention
from danbiet.text import collapse, fold, nfc

_AFTER = 700  # code points looked at behind a mention: enough for the longest subject
_LEAD = re.compile(r"^[ ,*_]*(?:ve|ban hanh|quy dinh|huong dan|phe duyet|trien khai|sua doi|mot so)\b")
_JOINED = re.compile(r"^[\s*_]*(?:,?[\s*_]*(?:va)?)[\s*_]*$")  # Markdown marks may stand between
_END = re.compile(r"[;.:)\]]|, (?=[A-ZĐ])| với chủ đề |\n\s*\n")


def words_after(mentions: Sequence[Mention], at: int, text: str) -> str:
    """The words that say what a mention is about; two numbers joined by "và" share those of the last."""
    mention = mentions[at]
    if not text:
        return mention.subject or ""
    end, last = mention.end, at
    while last + 1 < len(mentions):
        gap = text[end : mentions[last + 1].start] if mentions[last + 1].start - end < 12 else "…"
        if not _JOINED.match(fold(gap)):
            break
        last += 1
        end = mentions[last].end
    if mention.subject and last == at:
        return mention.subject
    return text[end : end + _AFTER].lstrip(" ,;:*_")


def subject_text(mentions: Sequence[Mention], at: int, text: str) -> str | None:
    """The subject as printed behind a mention: from "về …" or "ban hành …" to where the sentence turns.

    Nothing where what follows is no subject. A mention that a subject names ends it not, since the
    subject of a directive may well name the decision it carries out.
    """
    mention = mentions[at]
    if mention.subject or not text:
        return mention.subject
    behind = text[mention.end : mention.end + _AFTER]
    if not _LEAD.match(fold(nfc(collapse(behind[:80])))):
        return None
    end = _END.search(behind)
    words = collapse(nfc(behind[: end.start()] if end else behind)).strip(" ,*_")
    return words if 3 <= len(words.split()) <= 80 else None
