"""Where the clauses of a sentence begin that may name somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danbiet.oblige.words import Token, enumerator, key

COMPRISES = key("gồm")


def clause_starts(words: Sequence[Token]) -> Iterator[int]:
    """Tokens at which a clause begins: the first, after a full stop with a capital, a semicolon, a mark "(1)"."""
    if words:
        yield enumerator(words, 0)
    depth, comprising = 0, False
    for k in range(1, len(words)):
        previous = words[k - 1].key
        depth += (previous in {"(", "“"}) - (previous in {")", "”"})
        if depth > 0:
            continue
        # "… gồm: Trưởng ban là …; Sở Tư pháp, … làm thành viên": who they are, and no work
        comprising = (comprising or (previous == ":" and words[k - 2].key == COMPRISES)) and previous != "."
        if comprising:
            continue
        marked = enumerator(words, k) if previous in {";", ":", ".", ","} else 0
        if marked or previous == ";" or (previous in {".", "..."} and words[k].capital):
            yield k + marked
