"""Bodies that came after others: a body of its own from its first day, whatever name it kept."""

from datetime import date

import pytest

from danbiet import cite, parse, register
from danbiet import site as whole
from danbiet.issues import Severity
from danbiet.register import body_for, merge, packaged, read_local
from danbiet.register.places import Place, read_place_id

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
PATH = "plans/_danh-muc/don-vi.yml"


def local(entry: str) -> register.Register:
    own, issues = read_local({PATH: f"cơ quan:\n  - {entry}\n".encode()})
    assert not issues
    return own


@pytest.mark.parametrize(
    ("issuer", "province", "before", "after"),
    [
        ("UBND phường Bãi Cháy", "Quảng Ninh", "quang-ninh-phuong-bai-chay", "quang-ninh-phuong-bai-chay-2025"),
        ("UBND xã Chí Minh", "Hải Dương", "hai-duong-xa-chi-minh", "hai-phong-xa-chi-minh"),
        ("UBND xã Chí Minh", "Hưng Yên", "hung-yen-xa-chi-minh", "hung-yen-xa-chi-minh"),
        ("UBND phường Đức Phổ", "Quảng Ngãi", "quang-ngai-phuong-duc-pho-truoc-2025", "quang-ngai-phuong-duc-pho"),
        # Nothing of that level and name came after it.
        ("UBND phường Phổ Minh", "Quảng Ngãi", "quang-ngai-phuong-pho-minh", "quang-ngai-phuong-pho-minh"),
    ],
)  # fmt: skip
def test_the_body_of_a_day(issuer, province, before, after):
    assert body_for(issuer, province, packaged(), LAST).id == before
    assert body_for(issuer, province, packaged(), FIRST).id == after


def test_what_is_known_of_an_heir_is_what_the_ended_body_says():
    new = packaged().bodies["quang-ngai-phuong-duc-pho"]
    old = packaged().bodies["quang-ngai-phuong-pho-minh"]
    assert (new.name, new.level, new.place, new.since) == ("UBND phường Đức Phổ", "phường", "Đức Phổ", FIRST)
    assert new.formed_from == ("Nguyễn Nghiêm", "Phổ Hòa", "Phổ Minh", "Phổ Vinh", "Phổ Ninh")
    assert (new.resolution, new.sources) == (old.resolution, old.sources)
    assert [s.body_id for s in old.successors] == [new.id]


def test_an_heir_that_a_site_registers_is_the_same_body_whatever_its_code():
    for entry in (
        "{tên: UBND phường Đức Phổ, tỉnh: Quảng Ngãi, liên hệ: {điện thoại: '0255'}}",
        "{mã: duc-pho, tên: UBND phường Đức Phổ, tỉnh: Quảng Ngãi, liên hệ: {điện thoại: '0255'}}",
    ):
        both = merge(packaged(), local(entry))
        body = body_for("UBND phường Đức Phổ", "Quảng Ngãi", both, FIRST)
        assert body.contact
        assert body.since == FIRST
        assert [s.body_id for s in both.bodies["quang-ngai-phuong-pho-minh"].successors] == [body.id]
        assert [b.id for b in both.bodies.values() if b.place == "Đức Phổ"] == [body.id]


def test_both_bodies_of_one_name_can_be_registered():
    own, issues = read_local(
        {
            PATH: """cơ quan:
  - {mã: quang-ninh-phuong-bai-chay, tên: UBND phường Bãi Cháy, tỉnh: Quảng Ninh, kết thúc từ: 2025-07-01}
  - {mã: quang-ninh-phuong-bai-chay-2025, tên: UBND phường Bãi Cháy, tỉnh: Quảng Ninh}
""".encode()
        }
    )
    assert not issues
    both = merge(packaged(), own)
    old, new = (body_for("UBND phường Bãi Cháy", None, both, day) for day in (LAST, FIRST))
    assert (old.id, new.id) == ("quang-ninh-phuong-bai-chay", "quang-ninh-phuong-bai-chay-2025")
    assert [s.body_id for s in old.successors] == [new.id]
    assert new.formed_from == ("Bãi Cháy", "Hùng Thắng")
    assert register.of_two_bodies(own, packaged()) == []


def test_one_entry_for_two_bodies_is_told():
    own = local("{mã: quang-ninh-phuong-bai-chay, tên: UBND phường Bãi Cháy, tỉnh: Quảng Ninh}")
    (issue,) = register.of_two_bodies(own, packaged())
    assert (issue.severity, issue.line) == (Severity.WARNING, 2)
    assert "quang-ninh-phuong-bai-chay-2025" in issue.remedy
    both = merge(packaged(), own)
    assert body_for("UBND phường Bãi Cháy", None, both, FIRST).id == "quang-ninh-phuong-bai-chay"


def test_the_code_of_a_later_place_reads_as_its_place():
    assert read_place_id("quang-ninh-phuong-bai-chay-2025") == Place(
        "phuong", "bai-chay", "quang-ninh", "2025"
    )
    assert read_place_id("quang-tri-xa-vinh-thuy-truoc-2025").id == "quang-tri-xa-vinh-thuy-truoc-2025"


HEAD = """---
trích yếu: Thực hiện dân chủ
cơ quan ban hành: UBND phường Bãi Cháy
tỉnh: Quảng Ninh
{day}
năm: {year}
---

## I. TỔ CHỨC THỰC HIỆN

1. Giao Bộ phận Văn phòng thực hiện Quyết định số 7/QĐ-UBND ngày 10/3/2025 và Quyết định số 8/QĐ-UBND ngày 10/9/2025
của UBND phường trước ngày 20/5/{year}.
"""


def site(*plans: tuple[str, int]):
    texts = []
    for day, year in plans:
        plan, issues = parse.read_plan(f"plans/{year}/a.md", HEAD.format(day=day, year=year).encode())
        assert plan is not None, issues
        texts.append(whole.read_words(plan))
    return whole.assemble(texts, packaged(), date(2026, 11, 1))


def test_two_bodies_of_one_name_have_two_lists_of_units():
    made = site(("ngày ban hành: 13/3/2024", 2024), ("ngày ban hành: 20/1/2026", 2026))
    assert made.plan_bodies == {
        "2024/a": "quang-ninh-phuong-bai-chay",
        "2026/a": "quang-ninh-phuong-bai-chay-2025",
    }
    assert sorted(made.units) == [
        "bo-phan-van-phong--quang-ninh-phuong-bai-chay",
        "bo-phan-van-phong--quang-ninh-phuong-bai-chay-2025",
    ]


def test_a_plan_without_a_day_is_of_the_earliest_day_it_can_have():
    assert site(("", 2026)).plan_bodies == {"2026/a": "quang-ninh-phuong-bai-chay-2025"}
    # It cites what was issued after the old body had ended.
    assert site(("", 2025)).plan_bodies == {"2025/a": "quang-ninh-phuong-bai-chay-2025"}
    assert site(("ngày ban hành: 2025-03", 2025)).plan_bodies == {"2025/a": "quang-ninh-phuong-bai-chay-2025"}


def test_what_the_old_body_issued_keeps_its_place():
    made = site(("ngày ban hành: 20/1/2026", 2026))
    assert [citation.page_id for citation in made.citations["2026/a"]] == [
        "qd-7-qd-ubnd-2025--quang-ninh-phuong-bai-chay",
        "qd-8-qd-ubnd-2025--quang-ninh-phuong-bai-chay-2025",
    ]


def test_a_raw_text_is_of_the_body_of_its_day():
    text = "UBND phường Bãi Cháy, thành phố Hạ Long, tỉnh Quảng Ninh, xây dựng kế hoạch."
    assert register.infer_body(text, packaged()).id == "quang-ninh-phuong-bai-chay"
    assert register.infer_body(text, packaged(), LAST).id == "quang-ninh-phuong-bai-chay"
    assert register.infer_body(text, packaged(), FIRST).id == "quang-ninh-phuong-bai-chay-2025"
    assert cite.find(text) == ()
