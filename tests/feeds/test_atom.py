"""cap-nhat.xml, read by a feed reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import feedparser
import pytest

from danbiet import progress
from danbiet.feeds.atom import atom_bytes
from danbiet.model import ChangeKind, PlanHistory, Site, Withdrawal
from danbiet.output import Settings


def test_new_changed_and_reported_newest_first(site: Site, settings: Settings) -> None:
    feed = feedparser.parse(atom_bytes(site, settings))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Kế hoạch phường Mẫu: cập nhật"
    assert [(e.title, e.updated[:10], e.tags[0].term) for e in feed.entries] == [
        ("Xác nhận: Ban Thanh tra nhân dân phường Mẫu – đúng như báo cáo", "2024-05-30", "xac-nhan"),
        ("Tiến độ: Văn phòng – đã hoàn thành", "2024-05-18", "tien-do"),
        ("Đính chính: Kế hoạch thực hiện dân chủ năm 2024", "2024-04-04", "thay-doi"),
        ("Mới đăng: Kế hoạch thực hiện dân chủ năm 2024", "2024-03-15", "ke-hoach-moi"),
    ]
    assert [e.tags[0].label for e in feed.entries] == [
        "Xác nhận",
        "Tiến độ",
        "Kế hoạch thay đổi",
        "Kế hoạch mới",
    ]
    assert all(e.published == e.updated for e in feed.entries)
    assert feed.feed.updated == "2024-05-30T00:00:00+07:00"
    confirmed, reported, changed, new = feed.entries
    assert reported.summary == (
        "Ngày 18/5/2024, Văn phòng UBND phường Mẫu ghi: Đã gửi <báo cáo> & phụ lục. Minh chứng: Báo cáo số 12. "
        "Việc: “Báo cáo 6 tháng trước ngày 20/5/2024” (Kế hoạch thực hiện dân chủ năm 2024)."
    )
    assert confirmed.summary == (
        "Ngày 30/5/2024, về báo cáo ngày 18/5/2024 của Văn phòng UBND phường Mẫu "
        "(“Đã gửi <báo cáo> & phụ lục”): đúng như báo cáo. "
        "Việc: “Báo cáo 6 tháng trước ngày 20/5/2024” (Kế hoạch thực hiện dân chủ năm 2024)."
    )
    assert confirmed.author == "Ban Thanh tra nhân dân phường Mẫu"
    assert reported.author == "Văn phòng UBND phường Mẫu"
    assert reported.link == "https://mau.example.invalid/kh/ke-hoach/2024/dan-chu/#viec-00000001"
    assert changed.summary == "Đính chính theo văn bản số 5/CV-UBND. Lời ghi khi đăng: “Sửa ngày”."
    assert changed.link.endswith("/ke-hoach/2024/dan-chu/lich-su/")
    assert new.summary == (
        "Kế hoạch số 12/KH-UBND ngày 13/3/2024 của UBND phường Mẫu: Thực hiện dân chủ năm 2024. "
        "Giao 3 việc cho 2 đơn vị."
    )
    assert new.link.endswith("/ke-hoach/2024/dan-chu/")
    assert len({entry.id for entry in feed.entries}) == 4


def _changed(site: Site, **change: Any) -> Any:
    first, last = site.histories["2024/dan-chu"].changes
    history = PlanHistory(known=True, changes=(first, replace(last, **change)))
    found = feedparser.parse(atom_bytes(replace(site, histories={"2024/dan-chu": history}), settings_of()))
    return [entry for entry in found.entries if entry.tags[0].term == "thay-doi"]


def settings_of() -> Settings:
    return Settings(site_name="Mẫu", site_url="https://mau.example.invalid/kh/")


@pytest.mark.parametrize(
    ("change", "title", "summary"),
    [
        (
            {"kind": ChangeKind.UNSTATED, "document": None, "summary": ""},
            "Thay đổi",
            "Thay đổi, không nêu lý do. Chữ thay đổi: “20/5/2024” thành “25/5/2024”; bỏ “thôn”.",
        ),
        (
            {"kind": ChangeKind.SITE_CORRECTION, "document": None, "summary": "Chép lại ngày."},
            "Sửa lỗi đăng tải",
            "Sửa lỗi đăng tải. Lời ghi khi đăng: “Chép lại ngày”. "
            "Chữ thay đổi: “20/5/2024” thành “25/5/2024”; bỏ “thôn”.",
        ),
    ],
)
def test_a_change_is_told_in_whole_sentences(
    site: Site, change: dict[str, Any], title: str, summary: str
) -> None:
    pieces = (("=", "trước ngày"), ("-", "20/5/2024"), ("+", "25/5/2024"), ("=", "…"), ("-", "thôn"))
    (entry,) = _changed(site, words=pieces, **change)
    assert (entry.title, entry.summary) == (f"{title}: Kế hoạch thực hiện dân chủ năm 2024", summary)


def test_many_changes_are_counted_and_none_is_no_news(site: Site) -> None:
    pieces = tuple(("-", f"chữ {n}") for n in range(5))
    (entry,) = _changed(site, words=pieces)
    assert entry.summary.endswith("bỏ “chữ 0”; bỏ “chữ 1”; bỏ “chữ 2”; và 2 chỗ khác.")
    assert _changed(site, words=(), document=None) == []


def test_the_moment_is_the_commits_not_the_builds(site: Site, settings: Settings) -> None:
    moment = datetime.fromisoformat("2024-04-04T14:05:06+07:00")
    (entry,) = _changed(site, at=moment)
    assert entry.updated == entry.published == "2024-04-04T14:05:06+07:00"
    later = feedparser.parse(atom_bytes(replace(site, today=date(2025, 1, 1)), settings))
    assert later.feed.updated == feedparser.parse(atom_bytes(site, settings)).feed.updated


def test_progress_is_new_on_the_day_it_was_published(site: Site, settings: Settings) -> None:
    ((entry,),) = site.progress.values()
    known = {
        (progress.bare(entry), None): date(2024, 5, 25),
        (progress.bare(entry), entry.confirmations[0]): date(2024, 5, 31),
    }
    feed = feedparser.parse(atom_bytes(replace(site, progress_published=known), settings))
    days = {one.tags[0].term: one.updated[:10] for one in feed.entries}
    assert (days["tien-do"], days["xac-nhan"]) == ("2024-05-25", "2024-05-31")


def test_progress_taken_away_is_told(site: Site, settings: Settings) -> None:
    gone = Withdrawal(
        obligation_id="2024-dan-chu-00000001", on=date(2024, 5, 2), reason="Lộ số điện thoại riêng."
    )
    feed = feedparser.parse(atom_bytes(replace(site, withdrawn=(gone,)), settings))
    (entry,) = [one for one in feed.entries if one.tags[0].term == "go-bo"]
    assert entry.summary.startswith(
        "Mục tiến độ ngày 02/5/2024 đã được gỡ. Lý do: Lộ số điện thoại riêng. Việc:"
    )


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2024-05-17", set()),
        ("2024-05-18", {"tien-do"}),
        ("2024-05-29", {"tien-do"}),
        ("2024-05-30", {"tien-do", "xac-nhan"}),
    ],
)
def test_what_lies_ahead_is_no_news(site: Site, settings: Settings, today: str, told: set[str]) -> None:
    feed = feedparser.parse(atom_bytes(replace(site, today=date.fromisoformat(today)), settings))
    assert {entry.tags[0].term for entry in feed.entries} & {"tien-do", "xac-nhan"} == told


def test_an_unknown_history_gives_no_invented_day(site: Site, settings: Settings) -> None:
    unknown = replace(site, histories={"2024/dan-chu": PlanHistory(known=False, lacks="…")}, progress={})
    feed = feedparser.parse(atom_bytes(unknown, settings))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated.startswith("2024-06-01")


def test_control_characters_do_not_break_the_feed(site: Site, settings: Settings) -> None:
    plan = replace(site.plans["2024/dan-chu"], subject="Thực\x0b\ufffe\uffff hiện")
    feed = feedparser.parse(atom_bytes(replace(site, plans={"2024/dan-chu": plan}), settings))
    assert not feed.bozo
