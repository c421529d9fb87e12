"""The comparison of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from danbiet.history.words import ELISION, compare

WORDS = st.lists(st.sampled_from(["phường", "họp", "20/5", "báo", "cáo", "\n"]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_tell_both_versions(old: str, new: str) -> None:
    pieces = compare(old, new)
    if not pieces:
        assert old.split() == new.split()
        return
    if ELISION in [text for _, text in pieces]:
        return
    assert " ".join(text for op, text in pieces if op in "=-").split() == old.split()
    assert " ".join(text for op, text in pieces if op in "=+").split() == new.split()


def test_far_unchanged_text_is_elided() -> None:
    words = [f"từ{number}" for number in range(100)]
    pieces = compare(" ".join(words), " ".join([*words[:50], "MỚI", *words[50:]]))
    assert pieces == (
        ("=", ELISION),
        ("=", " ".join(words[38:50])),
        ("+", "MỚI"),
        ("=", " ".join(words[50:62])),
        ("=", ELISION),
    )
