"""How often a duty comes back, to whom it is reported and through whom; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from danbiet.model import Recurrence
from danbiet.oblige.heads import begins_name
from danbiet.oblige.lexicon import lexicon, patterns
from danbiet.oblige.words import Phrases, Token, key, tokens

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")
_PERIODS = (
    Recurrence.MONTHLY,
    Recurrence.QUARTERLY,
    Recurrence.SIX_MONTH,
    Recurrence.NINE_MONTH,
    Recurrence.ANNUAL,
)
_REGULAR = re.compile(r"\b(?:định kỳ|báo cáo|sơ kết)\b")
_TOWARDS = frozenset(map(key, ("về", "đến", "tới", "lên", "cho")))
_ALONE = frozenset(map(key, ("sở", "bộ")))  # "gửi Sở trước 30/9"
_QUA = key("qua")
_WITH, _BAO, _CAO = key("với"), key("báo"), key("cáo")
_NOT_WITH = frozenset(map(key, (".", ";", "hợp", "cùng", "đối", "so", "gắn", "việc", "liền")))
_AND, _THE = key("và"), key("các")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns("reporting.yml")[name]))


@cache
def _phrases(name: str) -> Phrases:
    return Phrases(patterns("reporting.yml")[name])


def recurrences(text: str, days: Sequence[str] = ()) -> tuple[Recurrence, ...]:
    """How often, in the order of the enumeration in ``Recurrence``.

    ``days`` are the text's deadlines that are days of a month, as printed: each comes back by what it says.
    """
    found: set[Recurrence] = set()
    for day in days:
        lower = day.lower()
        found |= {r for r in (Recurrence.MONTHLY, Recurrence.QUARTERLY) if _pattern(r).search(lower)}
    for sentence in _SENTENCE.split(text):
        lower = " ".join(sentence.lower().replace("*", "").split())
        if _REGULAR.search(lower):
            found |= {recurrence for recurrence in _PERIODS if _pattern(recurrence).search(lower)}
        if _pattern("yearly").search(lower):
            found.add(Recurrence.ANNUAL)
        if _pattern("ad-hoc").search(lower) and _pattern("ad-hoc duty").search(lower):
            found.add(Recurrence.AD_HOC)
    return tuple(recurrence for recurrence in Recurrence if recurrence in found)


def reported_to(text: str) -> tuple[str | None, str | None]:
    """The body a report goes to and the one it goes through, as printed; nothing where none is named."""
    words = tokens(text)
    openings = _phrases("direct").firsts | _TOWARDS | {_WITH}
    for k in range(len(words)):
        if words[k].key not in openings:
            continue
        at = _recipient_at(words, k)
        if at is None:
            continue
        end = _name_end(words, at)
        if end > at:
            return _printed(text, words, at, end), _through(text, words, end)
    return None, _through_alone(text, words)


def _recipient_at(words: Sequence[Token], k: int) -> int | None:
    """Where the name of a recipient begins, if words that send something to it stand at ``k``."""
    direct = _phrases("direct").match(words, k)
    if direct and _is_body(words, k + direct):
        return k + direct
    if words[k].key in _TOWARDS and _is_body(words, k + 1) and _sends(words, k):
        return k + 1
    if words[k].key == _WITH and _is_body(words, k + 1) and _tells(words, k):
        return k + 1
    return None


def _tells(words: Sequence[Token], k: int) -> bool:
    """Whether "với" at ``k`` stands soon after "báo cáo", and not in "phối hợp với", "đối với"."""
    for at in range(k - 2, max(-1, k - 14), -1):
        if words[at + 1].key in _NOT_WITH:
            return False
        if words[at].key == _BAO and words[at + 1].key == _CAO:
            return True
    return False


def _sends(words: Sequence[Token], k: int) -> bool:
    for at in range(k - 1, max(-1, k - 70), -1):
        if words[at].key in {".", ";"} and words[at + 1].capital:
            return False
        if _phrases("sending").match(words, at):
            return True
    return False


def _is_body(words: Sequence[Token], at: int) -> bool:
    """Whether one body is named at ``at``: not "các đơn vị", not people."""
    lex = lexicon()
    if at >= len(words) or lex.determiners.match(words, at):
        return False
    if _superior(words, at):
        return True
    if words[at].capital and words[at].key in _ALONE and not begins_name(words, at):
        return True
    if not begins_name(words, at):
        return False
    size = max(lex.heads.match(words, at), lex.ambiguous.match(words, at), lex.leaders.match(words, at))
    common = lex.group_nouns.match(words, at)
    return not (common >= size and not (at + common < len(words) and words[at + common].capital)) or (
        lex.ambiguous.match(words, at) > 0 and lex.fields.match(words, at + 1) > 0
    )


def _superior(words: Sequence[Token], at: int) -> int:
    """Tokens of a central body's name at ``at``, one that gives work and is given none."""
    return _phrases("superiors").match(words, at) if words[at].capital else 0


def _name_end(words: Sequence[Token], at: int) -> int:
    lex = lexicon()
    heads = (group.match(words, at) for group in (lex.heads, lex.ambiguous, lex.leaders))
    k = at + max(*heads, _superior(words, at), 1)
    if k < len(words) and words[k].key == _THE and _stops(words, k):
        return at  # "gửi UBND các xã": to many, and not one body
    while k < len(words):
        inside = lex.fields.match(words, k) if words[k].capital else 0
        if not inside and not _phrases("stops").match(words, k):  # "Ủy ban bầu cử xã"
            inside = lex.compounds.match(words, k)
        if inside:
            k += inside
            continue
        word = words[k].key
        if word in {",", _AND} and k + 1 < len(words) and words[k + 1].capital:
            superior = _superior(words, k + 1)  # "Chính phủ, Thủ tướng Chính phủ"
            if superior or begins_name(words, k + 1):
                k += 1 + superior
                continue
        if word == _AND and not (k + 1 < len(words) and words[k + 1].capital):
            return k
        if word in {"(", ")", ",", ";", ".", ":", "...", "*", "/", "“"} or word[0].isdigit():
            return k
        if _stops(words, k):
            return k
        k += 1
    return k


def _stops(words: Sequence[Token], k: int) -> bool:
    """Whether the word at ``k`` ends a recipient's name; not "các" before a name: "Ban Chỉ đạo các Chương trình"."""
    if words[k].capital or (words[k].key == _THE and k + 1 < len(words) and words[k + 1].capital):
        return False
    lex = lexicon()
    return bool(_phrases("stops").match(words, k) or lex.verbs.match(words, k) or lex.links.match(words, k))


def _through(text: str, words: Sequence[Token], end: int) -> str | None:
    """ "(qua Phòng Nội vụ)" or "thông qua …" soon after the recipient's name."""
    for k in range(end, min(len(words), end + 14)):
        if words[k].key == ".":
            return None
        if words[k].key == _QUA and k + 1 < len(words) and _named_after_qua(words, k):
            return _printed(text, words, k + 1, _bracket_end(words, k + 1) or _name_end(words, k + 1))
    return None


def _bracket_end(words: Sequence[Token], at: int) -> int:
    """Where the bracket closes that holds nothing but the name at ``at``; 0 where none does."""
    if "(" not in {words[max(0, at - 2)].key, words[max(0, at - 3)].key}:
        return 0
    for k in range(at, min(len(words), at + 16)):
        if words[k].key == ")":
            return k
        if words[k].key in {";", "(", "."} or words[k].key[0].isdigit():
            return 0
    return 0


def _named_after_qua(words: Sequence[Token], k: int) -> bool:
    """Whether "qua" is followed by a unit: in brackets a capital is enough ("(qua Địa chính)")."""
    bracketed = "(" in {words[k - 1].key, words[max(0, k - 2)].key}
    return begins_name(words, k + 1) or (bracketed and words[k + 1].capital)


def _through_alone(text: str, words: Sequence[Token]) -> str | None:
    for k in range(1, len(words) - 1):
        bracketed = "(" in {words[k - 1].key, words[max(0, k - 2)].key}
        if words[k].key == _QUA and bracketed and begins_name(words, k + 1) and _sends(words, k):
            return _printed(text, words, k + 1, _name_end(words, k + 1))
    return None


def _printed(text: str, words: Sequence[Token], start: int, end: int) -> str:
    while end > start + 1 and words[end - 1].key in {",", "-", _AND}:
        end -= 1
    return text[words[start].start : words[end - 1].end].strip(" ,;:.*")
