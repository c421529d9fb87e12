"""Every page of a small ward: valid HTML, links that lead somewhere, and words that do not accuse."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import html5lib
import pytest

from danbiet import addresses, pages
from danbiet.model import Confirmation, Deadline, Evidence, InstrumentStatus, PartialDate, Site, Withdrawal
from danbiet.output import Page, Settings


@pytest.fixture(scope="module")
def made(site: Site, settings: Settings) -> dict[str, Page]:
    return {page.address: page for page in pages.render(site, settings)}


def resolved(here: str, href: str) -> str:
    parts = here.split("/")[:-1]
    for part in href.partition("#")[0].partition("?")[0].split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join([*parts, ""]) if parts else ""


def test_every_page_is_valid_html(made: dict[str, Page]) -> None:
    for page in made.values():
        whole = f"<!doctype html><html lang=vi><head><title>t</title></head><body>{page.body}</body></html>"
        html5lib.HTMLParser(strict=True).parse(whole)


def test_no_id_stands_twice_and_every_anchor_of_a_page_exists(made: dict[str, Page]) -> None:
    for page in made.values():
        ids = re.findall(r'\bid="([^"]+)"', page.body)
        assert len(ids) == len(set(ids)), page.address
        for anchor in re.findall(r'href="#([^"]+)"', page.body):
            assert anchor in ids, (page.address, anchor)
        for label in re.findall(r'aria-labelledby="([^"]+)"', page.body):
            assert label in ids, (page.address, label)


def test_every_link_to_a_page_leads_to_one(made: dict[str, Page]) -> None:
    known = set(made) | {
        f"{addresses.plan('2024/dan-chu')}{part}/" for part in ("niem-yet", "phat-thanh", "phieu")
    }
    known |= {f"{page.address}phieu/" for page in made.values() if page.kind == "unit"}
    for page in made.values():
        for href in re.findall(r'href="((?!https?:|mailto:|tel:|#)[^"]+)"', page.body):
            if re.search(r"\.[a-z]{2,4}$", href):
                continue
            target = resolved(page.address, href)
            assert target in known, (page.address, href)
            anchor = href.partition("#")[2]
            assert not anchor or f'id="{anchor}"' in made[target].body, (page.address, href)


def test_every_page_a_citation_leads_to_is_honest(made: dict[str, Page]) -> None:
    assert "Có thể là một trong các văn bản sau" in made["van-ban/qd-01-2024-qd-ubnd/"].body
    assert "Chưa có trong danh mục" in made["van-ban/kh-5-kh-ubnd-2024/"].body
    assert "Chưa xác định được" in made["van-ban/chua-xac-dinh/"].body
    assert "Kế hoạch này được đăng tại đây" in made["van-ban/kh-12-kh-ubnd-2024/"].body
    assert 'href="../nd-04-2015-nd-cp/"' in made["van-ban/nd-4-2015-nd-cp/"].body


def test_a_page_of_a_unit_holds_its_promises_and_a_way_to_ask(made: dict[str, Page], site: Site) -> None:
    office = made["don-vi/van-phong--hai-duong-phuong-an-lac/"].body
    assert "mailto:anlac@example.vn?subject=" in office
    subjects = [unquote(one) for one in re.findall(r"\?subject=([^&\"]*)", office)]
    assert "Hỏi về việc giao văn phòng: Niêm yết công khai kết quả tại nhà văn hóa." in subjects
    assert "đã xác nhận" not in office  # a confirmation without a document of its own does not count
    assert "UBND ghi, chưa có văn bản xác nhận" in office
    assert 'href="../../ke-hoach/2024/dan-chu/#viec-' in office


def test_evidence_and_confirmations_lead_to_their_files_and_a_withdrawal_is_told(
    site: Site, settings: Settings
) -> None:
    (obligation_id, (entry,)) = next(iter(site.progress.items()))
    confirmed = Confirmation(
        by="Ban Thanh tra nhân dân phường An Lạc",
        on=date(2024, 5, 9),
        finding="đúng như báo cáo",
        document_code="01/BB-BTTND",
        document_date=date(2024, 5, 9),
        document_file="plans/_tien-do/minh-chung/bb.pdf",
    )
    reported = replace(
        entry,
        evidence=(Evidence(title="Báo cáo 7/BC", file="plans/_tien-do/minh-chung/7.pdf"),),
        confirmations=(confirmed,),
    )
    gone = Withdrawal(obligation_id=obligation_id, on=date(2024, 4, 2), reason="có tên người tố cáo")
    told = replace(site, progress={obligation_id: (reported,)}, withdrawn=(gone,))
    made = {page.address: page.body for page in pages.render(told, settings)}
    for body, up in (
        (made["don-vi/van-phong--hai-duong-phuong-an-lac/"], "../../"),
        (made["ke-hoach/2024/dan-chu/"], "../../../"),
    ):
        assert f'<a href="{up}du-lieu/tien-do/minh-chung/7.pdf">Báo cáo 7/BC</a>' in body
        assert f'<a href="{up}du-lieu/tien-do/minh-chung/bb.pdf">01/BB-BTTND ngày 09/5/2024</a>' in body
        assert "đã được gỡ khỏi trang này: có tên người tố cáo" in body


def test_a_series_is_told_in_the_words_of_the_plan(site: Site, settings: Settings) -> None:
    key, (first, *rest) = next(iter(site.obligations.items()))
    series = Deadline(raw="ngày 20 hàng tháng", start=0, end=0, when="---20", due=None, basis="")
    monthly = replace(first, duty=replace(first.duty, deadlines=(series,)))
    told = replace(site, obligations={key: (monthly, *rest)}, progress={})
    plan = next(p.body for p in pages.render(told, settings) if p.kind == "plan")
    assert '<span class="when__raw">ngày 20 hàng tháng</span>' in plan


def test_a_series_is_told_once_with_its_days_below_it(site: Site, settings: Settings) -> None:
    key, (first, *rest) = next(iter(site.obligations.items()))
    series = Deadline(raw="ngày 20 hàng tháng", start=0, end=0, when="---20", due=None, basis="mỗi tháng")
    monthly = replace(first, duty=replace(first.duty, deadlines=(series,)))
    told = replace(site, obligations={key: (monthly, *rest)}, progress={})
    unit = next(p.body for p in pages.render(told, settings) if p.address.startswith("don-vi/van-phong--hai"))
    assert unit.count("Kế hoạch ghi “ngày 20 hàng tháng”") == 1
    days = re.findall(r'<li><time datetime="2024-(\d\d)-20">', unit)
    assert days == [f"{month:02d}" for month in range(3, 13)]


def test_tasks_with_a_time_come_first_and_the_others_are_counted_once(site: Site, settings: Settings) -> None:
    plan = next(p.body for p in pages.render(site, settings) if p.kind == "plan")
    who = plan[plan.index('id="ai-lam-gi"') : plan.index('id="toan-van"')]
    assert re.findall(r"<h3[^>]*>(.*?)</h3>", who) == [
        "Có thời hạn, định kỳ (2 việc)",
        "Không nêu thời hạn (1 việc)",
    ]
    assert "kế hoạch không nêu thời hạn<" not in re.sub(r"<span hidden>.*?</li>", "", who)
    assert who.count("Kế hoạch không nêu thời hạn nên không tính được") == 1
    short = who[who.index("Niêm yết công khai") :]
    assert "<blockquote>" not in short[: short.index("</details>")]  # the line is the sentence


def test_a_unit_is_named_in_the_text_only_where_nothing_above_says_it(site: Site, settings: Settings) -> None:
    def named(titles: dict[str, str]) -> list[tuple[str, str]]:
        key, found = next(iter(site.obligations.items()))
        titled = tuple(
            replace(o, duty=replace(o.duty, section_title=titles.get(o.duty.section, ""))) for o in found
        )
        told = replace(site, obligations={key: titled})
        plan = next(p.body for p in pages.render(told, settings) if p.kind == "plan")
        return re.findall(r'<(\w+)[^>]* data-unit="([^"]+)"', plan)

    assert named({}) == [("p", "Văn phòng"), ("p", "Công an phường")]  # once for two tasks in a row
    assert named({"II.1": "1. Văn phòng:", "II.2": "2. Việc khác"}) == [("p", "Công an phường")]


def test_where_several_bear_a_number_each_is_listed_with_who_issued_it_and_when(
    site: Site, settings: Settings
) -> None:
    one = replace(
        site.instruments["qd-01-2024-qd-ubnd--a"], issuer="UBND xã A", issued=PartialDate(2024, 2, 1)
    )
    told = replace(site, instruments={**site.instruments, one.id: one})
    page = next(p.body for p in pages.render(told, settings) if p.address == "van-ban/qd-01-2024-qd-ubnd/")
    assert "Có nhiều văn bản cùng số này; kế hoạch không nêu đủ để biết là văn bản nào." in page
    assert "Chưa có trong danh mục" not in page
    assert "UBND xã A, 01/02/2024" in page


def test_a_replacement_that_is_an_inference_is_said_to_be_one(site: Site, settings: Settings) -> None:
    old = replace(site.instruments["nd-04-2015-nd-cp"], replaced_by=("luat-10-2022-qh15",))
    for status, said in (
        (InstrumentStatus.EXPIRED, "<dt>Được thay thế bởi</dt>"),
        (InstrumentStatus.UNVERIFIED, "<dt>Có thể được thay thế bởi (suy luận)</dt>"),
        (InstrumentStatus.EXPIRED, "; hết hiệu lực 15/8/2023"),
        (InstrumentStatus.PRESUMED_LAPSED, "; có thể hết hiệu lực (suy luận) 15/8/2023"),
        (InstrumentStatus.PRESUMED_LAPSED, "<dt>Có thể hết hiệu lực từ (suy luận)</dt>"),
    ):
        told = replace(site, instruments={**site.instruments, old.id: replace(old, status=status)})
        page = next(p.body for p in pages.render(told, settings) if p.address == f"van-ban/{old.id}/")
        assert said in page


def test_an_unregistered_instrument_is_named_once_at_the_top(made: dict[str, Page]) -> None:
    page = made["van-ban/kh-5-kh-ubnd-2024/"].body
    head = re.search(r"<h1>(.*?)</h1>", page, re.S)
    assert head is not None
    assert "kicker" not in head[1]


def test_a_district_that_the_register_infers_is_told_shortly(site: Site, settings: Settings) -> None:
    body = replace(
        site.bodies["hai-duong-phuong-an-lac"], district="huyện X (ngoài văn bản; hiểu biết chung)"
    )
    told = replace(site, bodies={**site.bodies, body.id: body})
    page = next(p.body for p in pages.render(told, settings) if p.address == "don-vi/")
    assert "huyện X, Hải Dương (suy ra)" in page
    assert "hiểu biết chung" not in page


def test_without_a_public_address_no_calendar_is_offered(site: Site) -> None:
    for page in pages.render(site, Settings(site_name="x")):
        assert ".ics" not in page.body, page.address
        assert "cap-nhat.xml" not in page.body, page.address


def test_a_silent_body_is_never_overdue(site: Site, settings: Settings) -> None:
    later = replace(site, today=site.today.replace(year=2026), bodies_reporting=frozenset(), progress={})
    for page in pages.render(later, settings):
        assert 'data-state="qua-han"' not in page.body
    checking = next(p for p in pages.render(later, settings) if p.address == "kiem-tra/")
    assert "Chưa công bố tiến độ tại đây" in checking.body


def test_what_is_not_known_is_said(site: Site, settings: Settings) -> None:
    bare = replace(site, histories={}, issues=())
    plan = next(p for p in pages.render(bare, Settings(site_name="x")) if p.kind == "plan")
    assert "Chưa rõ ngày đăng" in plan.body
    assert "Bản đăng để tra cứu; bản gốc là bản có chữ ký" in plan.body
    assert "Báo chỗ sai trên trang này" not in plan.body


def test_an_empty_site_still_stands(settings: Settings, site: Site) -> None:
    empty = Site(
        today=site.today,
        plans={},
        citations={},
        obligations={},
        instruments={},
        bodies={},
        plan_bodies={},
        units={},
    )
    for page in pages.render(empty, settings):
        assert re.search("[Cc]hưa", page.body) or page.kind in ("search", "data", "citation-checking", "home")


def test_the_counts_of_the_working_table_add_up(made: dict[str, Page]) -> None:
    body = made["kiem-tra/"].body
    assert sum(map(int, re.findall(r"<b>(\d+)</b>", body))) == body.count("<tr data-obligation")


def test_a_quotation_holds_the_plan_s_words_without_markdown(made: dict[str, Page]) -> None:
    body = made["van-ban/kh-5-kh-ubnd-2024/"].body
    assert "<mark>Kế hoạch số 5/KH-UBND</mark>; văn bản của cấp trên." in body
    assert "QĐ-UBND; <mark>" in body
