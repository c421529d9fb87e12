"""A site that names nobody to write to is told so."""

from __future__ import annotations

from danbiet.check.thieu_noi_bao_sai import check
from danbiet.output import Settings


def test_the_line_of_the_key_is_named_or_the_head_of_the_file() -> None:
    config = "plugins:\n  - danbiet:\n      report_address:\n"
    assert [issue.line for issue in check(Settings(site_name="X"), config)] == [3]
    assert [issue.line for issue in check(Settings(site_name="X"), "plugins: [danbiet]\n")] == [1]


def test_an_address_is_enough() -> None:
    assert not list(check(Settings(site_name="X", report_address="xa@vi-du.vn"), ""))
