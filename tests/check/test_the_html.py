"""HTML in a plan's text is told once, with how much there is; words in angle brackets are not HTML."""

from __future__ import annotations

from danbiet.check.the_html import check

from .assigned import BODY, plan, site


def test_tags() -> None:
    text = f"{BODY}1. Giao Công an xã<br>báo cáo.\n\n<table><tr><td>x</td></tr></table>\n"
    (issue,) = check(site(plan("2025/a", text)))
    assert (issue.line, issue.quote) == (14, "<br>")
    assert "7 thẻ" in issue.message


def test_silent() -> None:
    text = (
        f"{BODY}1. Giao Công an xã báo cáo khi số hộ <5 hoặc a<b và c>d; xem <https://xa.vn>, thư <a@b.vn>.\n"
    )
    assert list(check(site(plan("2025/a", text)))) == []
