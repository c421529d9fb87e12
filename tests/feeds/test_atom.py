"""cap-nhat.xml, read by a feed reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import feedparser

from danbiet.feeds.atom import atom_bytes
from danbiet.model import PlanHistory, Site
from danbiet.output import Settings


def test_new_changed_and_reported_newest_first(site: Site, settings: Settings) -> None:
    feed = feedparser.parse(atom_bytes(site, settings))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Kế hoạch phường Mẫu: cập nhật"
    assert [(e.title, e.updated[:10], e.tags[0].term) for e in feed.entries] == [
        ("Xác nhận: Ban Thanh tra nhân dân phường Mẫu – đúng như báo cáo", "2024-05-30", "xac-nhan"),
        ("Tiến độ: Văn phòng – đã hoàn thành", "2024-05-18", "tien-do"),
        ("Thay đổi: Thực hiện dân chủ năm 2024", "2024-04-04", "thay-doi"),
        ("Kế hoạch mới: Thực hiện dân chủ năm 2024", "2024-03-15", "ke-hoach-moi"),
    ]
    assert feed.feed.updated == "2024-05-30T00:00:00+07:00"
    _, reported, changed, new = feed.entries
    assert "Đã gửi <báo cáo> & phụ lục" in reported.summary
    assert reported.author == "Văn phòng UBND phường Mẫu"
    assert reported.link == "https://mau.example.invalid/kh/ke-hoach/2024/dan-chu/#viec-00000001"
    assert changed.summary == "đính chính (số 5/CV-UBND). Sửa ngày"
    assert changed.link.endswith("/ke-hoach/2024/dan-chu/lich-su/")
    assert new.link.endswith("/ke-hoach/2024/dan-chu/")
    assert len({entry.id for entry in feed.entries}) == 4


def test_what_lies_ahead_is_no_news(site: Site, settings: Settings) -> None:
    feed = feedparser.parse(atom_bytes(replace(site, today=date(2024, 5, 1)), settings))
    assert "tien-do" not in [entry.tags[0].term for entry in feed.entries]


def test_an_unknown_history_gives_no_invented_day(site: Site, settings: Settings) -> None:
    unknown = replace(site, histories={"2024/dan-chu": PlanHistory(known=False, lacks="…")}, progress={})
    feed = feedparser.parse(atom_bytes(unknown, settings))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated.startswith("2024-06-01")


def test_control_characters_do_not_break_the_feed(site: Site, settings: Settings) -> None:
    plan = replace(site.plans["2024/dan-chu"], subject="Thực\x0b hiện")
    feed = feedparser.parse(atom_bytes(replace(site, plans={"2024/dan-chu": plan}), settings))
    assert not feed.bozo
