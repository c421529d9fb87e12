"""Kept results: the same as made ones, never stale, never in the way."""

from pathlib import Path

from danbiet.cache import Cache, key_of


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
