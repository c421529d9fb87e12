"""A number that comes twice among siblings is a note at the second heading; in different parents it is none."""

from __future__ import annotations

from collections.abc import Callable

from danbiet.check import so_muc_lap


def test_the_second_heading_is_named(found: Callable[..., list[str]]) -> None:
    body = "## I. MỤC ĐÍCH\n\nA.\n\n## II. NỘI DUNG\n\nB.\n\n## II. TỔ CHỨC THỰC HIỆN\n\nC.\n"
    (one,) = found(so_muc_lap, body)
    assert one.startswith("ghi chú: II. TỔ CHỨC THỰC HIỆN: số mục này đã dùng ở dòng ")


def test_numbers_below_different_parents_are_different(found: Callable[..., list[str]]) -> None:
    body = "## I. MỤC ĐÍCH\n\n### 1. Mục đích\n\nA.\n\n## II. NỘI DUNG\n\n### 1. Tuyên truyền\n\nB.\n"
    assert found(so_muc_lap, body) == []


def test_three_times_is_two_findings(found: Callable[..., list[str]]) -> None:
    body = "".join(f"## I. PHẦN {name}\n\nChữ.\n\n" for name in ("A", "B", "C"))
    assert len(found(so_muc_lap, body)) == 2
