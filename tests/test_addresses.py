"""Addresses and the links between them."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet import addresses

SEGMENT = st.text(alphabet="abc-1", min_size=1, max_size=4)
PAGE = st.lists(SEGMENT, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("van-ban/x/", "ke-hoach/2024/y/", "../../../van-ban/x/"),
        ("", "ke-hoach/2024/y/", "../../../"),
        ("ke-hoach/2024/y/#viec-1", "ke-hoach/2024/y/", "#viec-1"),
        ("ke-hoach/2024/y/", "ke-hoach/2024/y/", "./"),
        ("du-lieu/viec.csv", "du-lieu/", "viec.csv"),
        ("ke-hoach/2024/y/niem-yet/", "ke-hoach/2024/y/", "niem-yet/"),
        ("", "", "./"),
    ],
)
def test_relative(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


@given(PAGE, PAGE)
def test_a_relative_link_leads_where_it_should(target: str, page: str) -> None:
    link = addresses.relative(target, page)
    landed = posixpath.normpath(posixpath.join("/root", page, link))
    assert landed == posixpath.normpath(posixpath.join("/root", target))


def test_an_obligation_keeps_its_anchor() -> None:
    assert addresses.obligation("2024/x", "2024-x-0a1b2c3d") == "ke-hoach/2024/x/#viec-0a1b2c3d"
    assert addresses.obligation_anchor("2024-x-2-0a1b2c3d-2") == "viec-0a1b2c3d-2"


def test_a_kept_file_has_an_address_that_a_browser_asks_for_as_it_is() -> None:
    original = addresses.original("2024/x", "plans/2024/bản gốc #1?.pdf")
    assert original == "ke-hoach/2024/x/b%E1%BA%A3n%20g%E1%BB%91c%20%231%3F.pdf"
    assert addresses.file_at(original) == "ke-hoach/2024/x/bản gốc #1?.pdf"
    evidence = addresses.evidence("plans/_tien-do/minh-chung/100%25.pdf")
    assert evidence == "du-lieu/tien-do/minh-chung/100%2525.pdf"
    assert addresses.file_at(evidence) == "du-lieu/tien-do/minh-chung/100%25.pdf"
