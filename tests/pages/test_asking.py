"""Whom to write to, with a message prepared."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from danbiet.output import Settings
from danbiet.pages.asking import message_to
from danbiet.pages.plan import report_href


def test_a_message_goes_to_its_address_and_nowhere_else() -> None:
    link = urlsplit(message_to("a@b.vn?bcc=x@y.z&body=hi", "Hỏi & đáp", "Dòng 1\r\nDòng 2"))
    assert unquote(link.path) == "a@b.vn?bcc=x@y.z&body=hi"
    assert parse_qs(link.query) == {"subject": ["Hỏi & đáp"], "body": ["Dòng 1\r\nDòng 2"]}
    assert message_to("vanthu@xa.vn", "a", "b") == "mailto:vanthu@xa.vn?subject=a&body=b"


def test_a_slip_is_reported_to_one_address() -> None:
    link = report_href(Settings(site_name="Xã", report_address="mailto:a@b.vn?bcc=x@y.z"), "x/", "Kế hoạch")
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
