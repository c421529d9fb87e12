"""A site without a public address is told what it goes without."""

from __future__ import annotations

from danbiet.check.thieu_dia_chi_trang import check
from danbiet.output import Settings


def test_the_line_of_the_key_is_named() -> None:
    (issue,) = check(Settings(site_name="X"), "site_name: X\nsite_url:\nplugins: [danbiet]\n")
    assert (issue.path, issue.line) == ("mkdocs.yml", 2)
    assert "mã QR" in issue.message


def test_a_site_with_an_address_and_an_edition_for_a_disk_are_left_alone() -> None:
    assert not list(check(Settings(site_name="X", site_url="https://x.vn/"), ""))
    assert not list(check(Settings(site_name="X", offline=True), ""))
