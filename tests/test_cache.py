"""Kept results: the same as made ones, never stale, never in the way."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from danbiet import site
from danbiet.cache import Cache, key_of

ROOT = Path(__file__).parents[1]


def test_a_result_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    cache = Cache(tmp_path)
    for _ in range(2):
        assert cache.of(key_of(["a"]), lambda: made.append(1) or ("kết quả", 1)) == ("kết quả", 1)
    assert made == [1]


def test_a_key_tells_parts_apart() -> None:
    assert key_of(["ab", "c"]) != key_of(["a", "bc"])
    assert key_of(["a"]) == key_of([b"a"])


def test_what_cannot_be_read_back_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    key = key_of(["a"])
    cache.of(key, lambda: 1)
    (tmp_path / key[:2] / key[2:]).write_bytes(b"hong")
    assert cache.of(key, lambda: 2) == 2
    assert cache.of(key, lambda: 3) == 2


def test_without_a_folder_everything_is_made(tmp_path: Path) -> None:
    assert Cache(None).of("k", lambda: 1) == 1
    (tmp_path / "tep").write_text("x")
    assert Cache(tmp_path / "tep").of(key_of(["a"]), lambda: 1) == 1


def test_records_come_back_equal_and_still_frozen(tmp_path: Path) -> None:
    made = site.read_file("plans/2024/bai-chay.md", (ROOT / "plans" / "2024" / "bai-chay.md").read_bytes())
    kept = Cache(tmp_path)
    assert kept.of("ab12", lambda: made) == made
    text, _ = kept.of("ab12", lambda: (None, []))
    assert text == made[0]
    with pytest.raises(FrozenInstanceError):
        text.plan.subject = "khác"  # type: ignore[misc, union-attr]
