"""Where a unit's name begins and ends in a row of words."""

from __future__ import annotations

from collections.abc import Sequence

from danbiet.oblige.endings import ENDS, SEPARATORS, After, Name, complete_before, ended, later_opener, opener
from danbiet.oblige.heads import JOINTS, begins_name, level_before
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.listing import field_size, goes_on
from danbiet.oblige.words import Token, key

_LONGEST = 90  # tokens; a list of twenty departments has about eighty
# Words a number may follow inside a name: "Đội số 3", "Tòa án nhân dân khu vực 3", "Tổ Đề án 06", "Nhóm công tác 1".
_NUMBERED = frozenset(
    map(
        key,
        (
            "số",
            "vực",
            "sở",
            "đạo",
            "án",
            "đội",
            "tổ",
            "khối",
            "thôn",
            "ấp",
            "phố",
            "khóm",
            "xóm",
            "tác",
            "nhóm",
            "sát",
            "tra",
        ),
    )
)
_PASSIVE = key("được")
_ABOUT = key("về")
_QUOTES = {"“": "”", '"': '"'}
_LONGEST_QUOTATION = 14  # tokens
_LONGEST_MISSION = 10  # tokens
_DANGLING = JOINTS | {"-"}


def _bracket(words: Sequence[Token], at: int) -> int:
    """The token after the bracket that opens at ``at``."""
    depth = 0
    for k in range(at, min(len(words), at + 60)):
        depth += (words[k].key == "(") - (words[k].key == ")")
        if depth == 0:
            return k + 1
    return len(words)


def _subject_end(words: Sequence[Token], at: int) -> int:
    """Where what a body is about ends: behind the level that closes its name, else behind the first word."""
    for k in range(at + 1, min(len(words), at + 14)):
        if words[k].key in SEPARATORS | ENDS:
            break
        if lexicon().levels.match(words, k):
            return k
    return at + 1


def _quoted(words: Sequence[Token], at: int) -> int:
    """The token after the quotation that opens at ``at`` and belongs to a name; 0 where none does."""
    closing = _QUOTES.get(words[at].key)
    for k in range(at + 1, min(len(words), at + _LONGEST_QUOTATION) if closing else 0):
        if words[k].key == closing:
            return k + 1
    return 0


def scan_name(words: Sequence[Token], at: int) -> Name | None:
    """The name that begins at ``at``, with what follows; nothing where none begins or none ends well."""
    return _Scan(words, at).run() if begins_name(words, at) else None


class _Scan:
    """A name read word by word: it ends before ``end``, the word looked at is ``k``."""

    __slots__ = ("at", "end", "found", "holds_verb", "k", "mission", "whole", "words")

    def __init__(self, words: Sequence[Token], at: int) -> None:
        lex = lexicon()
        head = at + lex.determiners.match(words, at)
        sizes = (group.match(words, head) for group in (lex.heads, lex.leaders, lex.ambiguous))
        self.words, self.at = words, at
        self.k = self.end = head + max(*sizes, 1)
        self.mission = lex.names_with_verb.match(words, at) > 0
        self.holds_verb = self.mission
        self.whole = _whole(words, self.k)  # whether the name is complete: "Công an xã", "UBND phường Hà An"
        self.found: Name | None = None

    def run(self) -> Name | None:
        """The name, once a word ends it or the text does."""
        while self.k < len(self.words) and self.k - self.at < _LONGEST:
            if self._ends():
                return self.found
        return Name(self.at, self.end, After.END, self.k) if self.k >= len(self.words) else None

    def _ends(self) -> bool:
        """Whether the word at ``k`` ends the name, or shows that it is none; if not, step on behind it."""
        words, k = self.words, self.k
        word = words[k].key
        inside = _inside(words, k, self.whole) or (self.mission and lexicon().missions.match(words, k))
        if inside:
            self._take(k + inside)
            self.whole = _whole(words, self.k)
        elif self.whole and _begins_work(words, k):
            return self._closed()
        elif word == "(":
            self.k = _bracket(words, k)
        elif quoted := _quoted(words, k):  # "Câu lạc bộ “Ông bà cháu” sinh hoạt …"
            self._take(quoted)
        elif word in SEPARATORS and goes_on(words, self.at, self.end, k):
            self.k += 1
        elif word in SEPARATORS | ENDS or opener(words, k):
            if not self._verb_of_its_own():
                return self._closed()
            self._take(_subject_end(words, k) if words[k - 1].key == _ABOUT else k + 1)
            self.holds_verb = False
        elif relative := _relative(words, self.at, k):
            self._take(relative)
        elif self._belongs_to_text():
            return True
        else:
            self.k += 1
            self.whole = (self.whole and words[k].capital) or _whole(words, self.k)
            self.end = self.k if word not in _DANGLING else self.end
        return False

    def _take(self, end: int) -> None:
        self.k = self.end = end

    def _closed(self) -> bool:
        self.found = ended(self.words, self.at, self.end, self.k)
        return True

    def _verb_of_its_own(self) -> bool:
        """Whether the name holds the verb: "Ban Chỉ đạo thực hiện quy chế …"; not "Ban Chỉ đạo xã thành lập …"."""
        lex, words, k = lexicon(), self.words, self.k
        if not self.holds_verb or k > self.at + 4 or not lex.verbs.match(words, k):
            return False
        if words[k - 1].key == _ABOUT:  # "Ban Chỉ đạo về quản lý chất thải huyện họp …"
            return True
        named = not lex.commands.match(words, k) and not complete_before(words, k)
        return named and (later_opener(words, k + 1) or _level_before_colon(words, k + 1))

    def _belongs_to_text(self) -> bool:
        """Whether the word shows that no name stands here: one of the past, or a number that is no name's."""
        words, k = self.words, self.k
        if lexicon().past.match(words, k) and not words[k].capital:
            return True
        counted = words[k].key.isdigit() and k > self.at + 1
        return counted and words[k - 1].key not in _NUMBERED and not _numbers(words, k)


def _level_before_colon(words: Sequence[Token], at: int) -> bool:
    """Whether a name goes on from ``at`` to a level and a colon: "Ban Chỉ đạo cứu trợ của tỉnh: …"."""
    for k in range(at, min(len(words), at + _LONGEST_MISSION)):
        if words[k].key in SEPARATORS | ENDS | {"("}:
            return words[k].key == ":" and _whole(words, k)
    return False


def _whole(words: Sequence[Token], k: int) -> bool:
    """Whether a name may end before ``k``: it ends in a level, which no lower-case word of a name follows."""
    return level_before(words, k) > 0


def _begins_work(words: Sequence[Token], k: int) -> bool:
    """Whether a word that no list of verbs knows begins the work all the same: "Trạm Y tế xã cân trẻ …"."""
    word = words[k]
    return not word.capital and word.key.isalpha() and not lexicon().after_levels.match(words, k)


def _relative(words: Sequence[Token], at: int, k: int) -> int:
    """Where a clause that tells which of a group is meant ends: "Các nhà thầu đang thi công trên địa bàn …".

    It ends before a word that only leads to work ("phải", "chủ động", "có trách nhiệm"); 0 where none comes.
    """
    lex = lexicon()
    if not lex.past.match(words, k) or words[k].capital or not lex.determiners.match(words, at):
        return 0
    for end in range(k + 2, min(len(words), k + 16)):
        if words[end].key in ENDS | {";", "("}:
            return 0
        if words[end].key == ":" or (lex.links.match(words, end) and not lex.verbs.match(words, end)):
            return end
    return 0


def _numbers(words: Sequence[Token], k: int) -> bool:
    """Whether a number closes a name: "Trung tâm Cấp cứu 115", "Ban QLDA 6 rà soát …"."""
    if k + 1 >= len(words) or words[k + 1].key in SEPARATORS:
        return True
    return words[k - 1].capital and opener(words, k + 1)


def _inside(words: Sequence[Token], at: int, whole: bool) -> int:
    """Tokens at ``at`` that belong to the name although they hold a verb or a comma.

    Behind a ``whole`` name a verb is one: "UBND xã tổ chức Hội nghị" names no "tổ chức hội".
    """
    lex = lexicon()
    size = field_size(words, at)
    if size:
        return size
    size = lex.compounds.match(words, at)
    if size and not (whole and lex.verbs.match(words, at) > lex.after_levels.match(words, at)):
        return size
    if words[at].key == _PASSIVE and at + 1 < len(words):  # "các đơn vị được kiểm tra"
        return 1 + lex.verbs.match(words, at + 1)
    if words[at - 1].key in {",", ";"} | _DANGLING:
        determiner = lex.determiners.match(words, at)
        head = max(lex.heads.match(words, at + determiner), lex.leaders.match(words, at + determiner))
        return determiner + head if head else 0
    return 0
