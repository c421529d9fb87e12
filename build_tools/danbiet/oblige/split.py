"""One unit or several: "A; B và C" are three, "các ban, ngành, đoàn thể" are one group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.oblige.heads import begins_name, has_own_word, is_group, level_before
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import Token, key

_BRACKETS = re.compile(r"\s*\([^()]* [^()]*\)")  # "(bà)" is part of a name, "(cơ quan thường trực)" is not
# What a name is followed by that is no part of it: "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo", "… theo quy định".
_TAIL = re.compile(
    r"\s*[-–,(]\s*(?:là )?(?:[Cc]ơ quan|[Đđ]ơn vị) (?:thường trực|đầu mối|chủ trì)\b.*\Z"
    r"|,? (?:căn cứ |theo )(?:quy định|chức năng|nhiệm vụ|thẩm quyền)\b.*\Z"
    r"|,? trong phạm vi (?:chức năng|nhiệm vụ|thẩm quyền)(?:, (?:chức năng|nhiệm vụ|quyền hạn))?(?: của mình)?\Z"
)
_JOINTS = frozenset(map(key, ("và", "cùng")))
_PARTING = _JOINTS | {","}
_TRIMMED = " ,;:.-–—*"


def split_names(text: str, words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """The names of units in tokens ``start:end``, as printed, brackets left out.

    A semicolon always parts two units. A comma or "và" does only where at least two parts are
    units of their own; common names after them stay together as one group.
    """
    shared = _shared_head(text, words, start, end)
    if shared:
        return tuple(dict.fromkeys(shared))
    units: list[str] = []
    left = start
    for k in range(start, end + 1):
        if k == end or (words[k].key == ";" and _stands_alone(words, left, k + 1)):
            units += _split_part(text, words, left, k)
            left = k + 1
    return tuple(dict.fromkeys(unit for unit in units if unit))


def _stands_alone(words: Sequence[Token], start: int, at: int) -> bool:
    """Whether a unit of its own begins at ``at``, behind a semicolon; not a place of "UBND các xã: A; B"."""
    if begins_name(words, at) or lexicon().determiners.match(words, at):
        return True
    return words[at].capital and all(words[k].key != ":" for k in range(start, at))


def _split_part(text: str, words: Sequence[Token], start: int, end: int) -> list[str]:
    shared = _shared_head(text, words, start, end)
    if shared:
        return shared
    charge = next((k for k in range(start, end - 1) if lexicon().charges.match(words, k)), end)
    cuts = [start, *(cut for cut in _cuts(words, start, end) if cut < charge)]
    own = [at for at in cuts if not is_group(words, at)]
    if len(own) < 2:
        return [_printed(text, words, start, end)]
    units: list[str] = []
    bounds = [*cuts, end]
    k = 0
    while k < len(cuts):
        stop = k + 1
        if is_group(words, cuts[k]):
            while stop < len(cuts) and is_group(words, cuts[stop]):
                stop += 1
        units.append(_printed(text, words, cuts[k], bounds[stop]))
        k = stop
    return units


def _cuts(words: Sequence[Token], start: int, end: int) -> list[int]:
    """Tokens at which a further name begins, after a comma or "và"."""
    lex = lexicon()
    cuts: list[int] = []
    k = start
    depth = 0
    while k < end:
        depth += (words[k].key == "(") - (words[k].key == ")")
        size = lex.fields.match(words, k) if words[k].capital else 0
        if k == start or k in cuts:  # "Báo và Đài Phát thanh, Truyền hình tỉnh" is one
            k += lex.determiners.match(words, k)
            size = max(size, lex.heads.match(words, k) - 1)
        if size > 0:
            k += size
            continue
        if depth == 0 and words[k].key in _PARTING and k + 1 < end:
            at = k + 1 + (words[k + 1].key in _JOINTS)
            if begins_name(words, at) and _parts_off(words, at) and not _one_more_level(words, k, at):
                cuts.append(at)
        k += 1
    return cuts


def _one_more_level(words: Sequence[Token], comma: int, at: int) -> bool:
    """Whether a list of levels goes on: "UBND các xã, phường, đặc khu Cồn Cỏ"."""
    lex = lexicon()
    named = lex.levels.match(words, at) > 0 and not lex.heads.match(words, at)  # "Tỉnh đoàn" is a body
    return named and level_before(words, comma) > 0


def _parts_off(words: Sequence[Token], at: int) -> bool:
    """Whether a name in a list stands by itself: a capital, a determiner, or a head before a capital."""
    if words[at].capital or lexicon().determiners.match(words, at):
        return True
    lex = lexicon()
    size = max(lex.heads.match(words, at), lex.ambiguous.match(words, at))
    if lex.group_nouns.match(words, at) >= size:  # "các sở, ban, ngành Thành phố" are one group
        return size > 0 and has_own_word(words, at + size)
    return size > 0 and at + size < len(words) and words[at + size].capital


def _shared_head(text: str, words: Sequence[Token], start: int, end: int) -> list[str]:
    """ "các Sở: Tài chính, Kế hoạch và Đầu tư" → "Sở Tài chính", "Sở Kế hoạch và Đầu tư"."""
    lex = lexicon()
    at = start + lex.determiners.match(words, start)
    size = lex.ambiguous.match(words, at)
    if not size or at == start or at + size >= end:
        return []
    after = at + size
    colon = words[after].key == ":"
    if not colon and not (words[after].capital and lex.fields.match(words, after)):
        return []
    head = text[words[at].start : words[at + size - 1].end]
    head = head[:1].upper() + head[1:]
    units: list[str] = []
    k = after + colon
    while k < end:
        field = lex.fields.match(words, k)
        if not field or not words[k].capital:
            return [*units, _printed(text, words, k, end)] if len(units) > 1 and begins_name(words, k) else []
        units.append(f"{head} {text[words[k].start : words[k + field - 1].end]}")
        k += field
        while k < end and words[k].key in _PARTING | {";"}:
            k += 1
    return units if len(units) > 1 else []


def _printed(text: str, words: Sequence[Token], start: int, end: int) -> str:
    while end > start and words[end - 1].key in _PARTING | {";", "-", ":"}:
        end -= 1
    if end <= start:
        return ""
    printed = _BRACKETS.sub("", text[words[start].start : words[end - 1].end])
    return (_TAIL.sub("", printed) or printed).strip(_TRIMMED)
