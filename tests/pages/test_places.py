"""Banners of 1/7/2025 run both ways, and two bodies of one name are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danbiet import parse, register
from danbiet import site as whole
from danbiet.model import Contact, Site
from danbiet.output import Page, Settings
from danbiet.pages import units
from danbiet.pages.index import Index

HEAD = """---
trích yếu: Thực hiện dân chủ năm {year}
cơ quan ban hành: {issuer}
tỉnh: {province}
ngày ban hành: {year}-01-20
năm: {year}
---

## I. TỔ CHỨC THỰC HIỆN

1. Giao Bộ phận Văn phòng báo cáo trước ngày 20/5/{year}.
"""


def site(*plans: tuple[str, str, int]) -> Site:
    texts = []
    for number, (issuer, province, year) in enumerate(plans):
        source = HEAD.format(issuer=issuer, province=province, year=year)
        plan, issues = parse.read_plan(f"plans/{year}/a{number}.md", source.encode())
        assert plan is not None, issues
        texts.append(whole.read_words(plan))
    return whole.assemble(texts, register.packaged(), date(2026, 11, 1))


def pages(made: Site, settings: Settings) -> dict[str, Page]:
    return {page.address: page for page in units.render(Index.of(made), settings)}


DUC_PHO = ("UBND phường Đức Phổ", "Quảng Ngãi", 2026)
PHO_MINH = ("UBND phường Phổ Minh", "Quảng Ngãi", 2024)


@pytest.mark.parametrize("address", ["don-vi/", "don-vi/bo-phan-van-phong--quang-ngai-phuong-duc-pho/"])
def test_the_new_body_names_what_it_was_formed_from(address: str, settings: Settings) -> None:
    body = pages(site(DUC_PHO), settings)[address].body
    assert "UBND phường Đức Phổ có từ ngày 01/7/2025, nhập từ Nguyễn Nghiêm, Phổ Hòa, Phổ Minh" in body
    assert "1677/NQ-UBTVQH15" in body
    assert "Kế hoạch trước ngày ấy" not in body  # no plan of an older body stands here


@pytest.mark.parametrize("address", ["don-vi/", "don-vi/bo-phan-van-phong--quang-ngai-phuong-duc-pho/"])
def test_the_new_body_leads_to_the_old_and_back(address: str, settings: Settings) -> None:
    made = pages(site(PHO_MINH, DUC_PHO), settings)
    assert '#quang-ngai-phuong-pho-minh">UBND phường Phổ Minh</a>' in made[address].body
    old = made["don-vi/bo-phan-van-phong--quang-ngai-phuong-pho-minh/"].body
    assert "Phường Phổ Minh không còn từ ngày 01/7/2025" in old
    assert '#quang-ngai-phuong-duc-pho">Phường Đức Phổ</a>' in old


def test_a_body_without_a_list_of_parts_is_told_by_its_area(settings: Settings) -> None:
    made = pages(site(("UBND xã Cửa Tùng", "Quảng Trị", 2026)), settings)
    assert "có từ ngày 01/7/2025, trên địa bàn trước đó của UBND huyện Vĩnh Linh" in made["don-vi/"].body


def test_two_bodies_of_one_name_are_told_apart(settings: Settings) -> None:
    made = pages(
        site(("UBND phường Bãi Cháy", "Quảng Ninh", 2024), ("UBND phường Bãi Cháy", "Quảng Ninh", 2026)),
        settings,
    )
    old = made["don-vi/bo-phan-van-phong--quang-ninh-phuong-bai-chay/"]
    new = made["don-vi/bo-phan-van-phong--quang-ninh-phuong-bai-chay-2025/"]
    assert old.title.endswith("UBND phường Bãi Cháy (trước ngày 01/7/2025)")
    assert new.title.endswith("UBND phường Bãi Cháy (từ ngày 01/7/2025)")
    assert "trước ngày 20/5/2026" not in old.body
    assert "không còn" not in new.body
    assert "nhập từ Bãi Cháy, Hùng Thắng" in new.body


def test_a_successor_that_can_be_asked_is_listed_without_a_plan_of_its_own(settings: Settings) -> None:
    made = site(PHO_MINH)
    assert "UBND phường Đức Phổ" not in pages(made, settings)["don-vi/"].body
    heir = made.known_bodies["quang-ngai-phuong-duc-pho"]
    told = {**made.known_bodies, heir.id: replace(heir, contact=Contact(telephone="0255 000 000"))}
    body = pages(replace(made, known_bodies=told), settings)["don-vi/"].body
    assert 'id="quang-ngai-phuong-duc-pho">UBND phường Đức Phổ' in body
    assert "Chưa kế hoạch nào của cơ quan này được đăng ở đây" in body
