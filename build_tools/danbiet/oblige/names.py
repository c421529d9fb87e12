"""Where a unit's name begins and ends in a row of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import Token, key

_LONGEST = 90  # tokens; a list of twenty departments has about eighty
_JOINTS = frozenset(map(key, ("và", "cùng", "hoặc", "với")))
_BODY_HEADS = frozenset(map(key, ("ubnd", "ủy")))
# Words a number may follow inside a name: "Đội số 3", "Tòa án nhân dân khu vực 3", "Tổ Đề án 06".
_NUMBERED = frozenset(
    map(key, ("số", "vực", "sở", "đạo", "án", "đội", "tổ", "khối", "thôn", "ấp", "phố", "khóm", "xóm"))
)
_PASSIVE = key("được")
_INSPECTION = key("tra")  # "Thanh tra huyện" is a unit, "thanh tra việc …" is work
_SEPARATORS = frozenset({",", ";", ":"})
_DANGLING = _JOINTS | {"-"}
_ENDS = frozenset({".", "...", "?", "!", "“", '"', "/"})


class After(Enum):
    """What follows a name."""

    OPENER = "opener"  # a verb, or a word between name and verb
    COMMAND = "command"  # "giao", "yêu cầu": the name is of whoever gives the work
    COLON = "colon"
    STOP = "stop"  # the end of a sentence
    END = "end"  # the end of the text


@dataclass(frozen=True, slots=True)
class Name:
    """A name or list of names: tokens ``start:end``, what follows and at which token that begins."""

    start: int
    end: int
    after: After
    next: int


def begins_name(words: Sequence[Token], at: int) -> bool:
    """Whether a unit's name, or a list of them, begins at token ``at``."""
    lex = lexicon()
    person = lex.persons.match(words, at)
    if person and at + person < len(words) and words[at + person].capital:
        return True
    size = lex.determiners.match(words, at)
    at += size
    determined = size > 0 or (at > 0 and lex.determiners.match(words, at - 1) > 0)
    if at >= len(words):
        return False
    if not determined and lex.not_units.match(words, at) > lex.heads.match(words, at):
        return False
    leader = lex.leaders.match(words, at)
    if leader and lex.verbs.match(words, at) >= leader and not determined:
        return _led(words, at + leader)  # "lãnh đạo Sở …" names people, "lãnh đạo, chỉ đạo …" is work
    if leader or lex.heads.match(words, at):
        return True
    if determined and lex.group_nouns.match(words, at):
        return lex.not_units.match(words, at) <= 1 or lex.group_nouns.match(words, at) > 0
    size = lex.ambiguous.match(words, at)
    return bool(size) and _specified(words, at + size)


def _led(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a leader's title is a body: "lãnh đạo UBND xã", "lãnh đạo các cơ quan"."""
    if at >= len(words):
        return False
    return words[at].capital or begins_name(words, at) or lexicon().group_nouns.match(words, at) > 0


def _specified(words: Sequence[Token], at: int) -> bool:
    """Whether an ambiguous head is a unit's because of what follows it: a capital, a field, a list."""
    lex = lexicon()
    if at >= len(words):
        return False
    if words[at].key in {",", ";", "-"}:
        return lex.group_nouns.match(words, at + 1) > 0
    if words[at].key in _JOINTS:  # "Báo và Phát thanh, Truyền hình tỉnh"
        return at + 1 < len(words) and words[at + 1].capital
    if words[at].key == ":":
        return at + 1 < len(words) and words[at + 1].capital and lex.fields.match(words, at + 1) > 0
    if words[at].capital or words[at].key.isdigit() or lex.fields.match(words, at) > 0:
        return True
    return words[at - 1].key == _INSPECTION and lex.levels.match(words, at) > 0


def is_group(words: Sequence[Token], at: int) -> bool:
    """Whether the name at ``at`` is a common one ("các cơ quan", "đoàn thể"), not one unit's own."""
    lex = lexicon()
    size = lex.determiners.match(words, at)
    if size:
        head = at + size
        return not (lex.heads.match(words, head) and words[head].key in _BODY_HEADS)
    if lex.leaders.match(words, at):
        return False
    size = max(lex.heads.match(words, at), lex.ambiguous.match(words, at))
    nouns = lex.group_nouns.match(words, at)
    return bool(nouns >= size and not (at + nouns < len(words) and words[at + nouns].capital))


def decides(words: Sequence[Token], at: int) -> bool:
    """Whether the name at ``at`` is of somebody who gives work: a leader, a people's committee."""
    at += lexicon().determiners.match(words, at)
    return lexicon().leaders.match(words, at) > 0 or (at < len(words) and words[at].key in _BODY_HEADS)


def _opener(words: Sequence[Token], at: int) -> bool:
    """Whether the name ends at ``at``: a verb, or a word between name and verb, begins there.

    A capital is part of a name, save after one that is complete: "Công an tỉnh Chỉ đạo …".
    """
    lex = lexicon()
    if words[at].capital:
        return _complete_before(words, at) and lex.verbs.match(words, at) > 1
    return bool(lex.verbs.match(words, at) or lex.links.match(words, at) or lex.commands.match(words, at))


def _complete_before(words: Sequence[Token], at: int) -> bool:
    """Whether a name is complete before ``at``: it ends in a level ("tỉnh") or a department's field."""
    lex = lexicon()
    for size in (1, 2):
        if at >= size and lex.levels.match(words, at - size) == size:
            return True
    return any(
        at >= size and words[at - size].capital and lex.fields.match(words, at - size) == size
        for size in range(2, 8)
    )


def _continues(words: Sequence[Token], at: int) -> bool:
    """Whether a list of names goes on at ``at``, after a comma or a joint."""
    lex = lexicon()
    if at >= len(words):
        return False
    if words[at].key in _JOINTS:
        return _continues(words, at + 1)
    return (
        words[at].capital
        or begins_name(words, at)
        or (lex.group_nouns.match(words, at) > 0)
        or lex.determiners.match(words, at) > 0
    )


def _bracket(words: Sequence[Token], at: int) -> int:
    """The token after the bracket that opens at ``at``."""
    depth = 0
    for k in range(at, min(len(words), at + 60)):
        depth += (words[k].key == "(") - (words[k].key == ")")
        if depth == 0:
            return k + 1
    return len(words)


def _field_size(words: Sequence[Token], at: int) -> int:
    """Tokens of a department's field after its head: "Văn hóa, Thể thao và Du lịch"."""
    return lexicon().fields.match(words, at) if words[at].capital else 0


def scan_name(words: Sequence[Token], at: int) -> Name | None:
    """The name that begins at ``at``, with what follows; nothing where none begins or none ends well."""
    if not begins_name(words, at):
        return None
    lex = lexicon()
    k = at + lex.determiners.match(words, at)
    k += max(lex.heads.match(words, k), lex.leaders.match(words, k), lex.ambiguous.match(words, k), 1)
    holds_verb = mission = lex.names_with_verb.match(words, at) > 0
    end = k
    whole = _whole(words, k)  # whether the name is complete: "Công an xã", "UBND phường Hà An"
    while k < len(words) and k - at < _LONGEST:
        inside = _inside(words, k, whole) or (mission and lex.missions.match(words, k))
        if inside:
            k = end = k + inside
            whole = _whole(words, k)
        elif whole and _begins_work(words, k):
            return _ended(words, at, end, k)
        elif words[k].key == "(":
            k = _bracket(words, k)
        elif words[k].key in _SEPARATORS and _goes_on(words, at, end, k):
            k += 1
        elif words[k].key in _SEPARATORS | _ENDS or _opener(words, k):
            # "Ban Chỉ đạo thực hiện quy chế …" is a name; "Ban Chỉ đạo xã thành lập …" is a sentence.
            named = lex.commands.match(words, k) == 0 and not _complete_before(words, k)
            if (
                holds_verb
                and named
                and k <= at + 4
                and lex.verbs.match(words, k)
                and later_opener(words, k + 1)
            ):
                holds_verb = False
                k = end = k + 1
                continue
            return _ended(words, at, end, k)
        elif relative := _relative(words, at, k):
            k = end = relative
        elif (lex.past.match(words, k) and not words[k].capital) or (
            words[k].key.isdigit()
            and k > at + 1
            and words[k - 1].key not in _NUMBERED
            and not _numbers(words, k)
        ):
            return None
        else:
            k += 1
            whole = (whole and words[k - 1].capital) or _whole(words, k)
            end = k if words[k - 1].key not in _DANGLING else end
    return Name(at, end, After.END, k) if k >= len(words) else None


def _whole(words: Sequence[Token], k: int) -> bool:
    """Whether a name may end before ``k``: it ends in a level, which no lower-case word of a name follows."""
    lex = lexicon()
    return any(k >= size and lex.levels.match(words, k - size) == size for size in (1, 2))


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
        if words[end].key in _ENDS | {";", "("}:
            return 0
        if words[end].key == ":" or (lex.links.match(words, end) and not lex.verbs.match(words, end)):
            return end
    return 0


def _numbers(words: Sequence[Token], k: int) -> bool:
    """Whether a number closes a name: "Trung tâm Cấp cứu 115"."""
    return k + 1 >= len(words) or words[k + 1].key in _SEPARATORS


def _goes_on(words: Sequence[Token], at: int, end: int, k: int) -> bool:
    """Whether a list of names goes on after the comma, semicolon or colon at ``k``."""
    match words[k].key:
        case ",":
            return _continues(words, k + 1)
        case ";":
            return begins_name(words, k + 1) or (k + 1 < len(words) and words[k + 1].capital)
        case _:  # "các Sở: Tài chính, …"
            several = lexicon().determiners.match(words, at) > 0
            return several and k == end and k + 1 < len(words) and _field_size(words, k + 1) > 0


def _ended(words: Sequence[Token], at: int, end: int, k: int) -> Name | None:
    """The name that ends before ``k``, by what stands there."""
    word = words[k].key
    if word == ":":
        return Name(at, end, After.COLON, k)
    if word == ".":
        return Name(at, end, After.STOP, k)
    if word == "," and k + 1 < len(words) and _opener(words, k + 1):
        return Name(at, end, After.OPENER, k + 1)
    if word in _SEPARATORS | _ENDS:
        return None
    responsible = _responsible_after(words, k)
    if responsible:
        return Name(at, responsible, After.OPENER, responsible)
    after = After.COMMAND if lexicon().commands.match(words, k) else After.OPENER
    return Name(at, end, after, k)


def _responsible_after(words: Sequence[Token], at: int) -> int:
    """Where "có trách nhiệm" stands soon after a verb that is part of the name; 0 where it does not."""
    if lexicon().links.match(words, at):
        return 0
    for k in range(at + 1, min(len(words) - 2, at + 14)):
        if words[k].key in {",", ";", ".", ":", "("}:
            return 0
        if lexicon().responsible.match(words, k):
            return k
    return 0


def later_opener(words: Sequence[Token], at: int) -> bool:
    """Whether another opener follows before the next comma or stop."""
    for k in range(at, min(len(words), at + 20)):
        if words[k].key in {",", ";", ".", ":", "("}:
            return False
        if _opener(words, k):
            return True
    return False


def _inside(words: Sequence[Token], at: int, whole: bool) -> int:
    """Tokens at ``at`` that belong to the name although they hold a verb or a comma.

    Behind a ``whole`` name a verb is one: "UBND xã tổ chức Hội nghị" names no "tổ chức hội".
    """
    lex = lexicon()
    size = _field_size(words, at)
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
