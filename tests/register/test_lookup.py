"""Bodies, units, numbers, places and plan dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet import cite
from danbiet.model import Citation, Instrument, PartialDate, Plan, UnitKind
from danbiet.register import (
    Context,
    Register,
    body_for,
    infer_body,
    instruments_shown,
    merge,
    packaged,
    plan_date_bound,
    plan_instrument,
    read_local,
    resolve,
    unit_for,
)
from danbiet.register.agencies import agree, read_issuer, symbol_agencies
from danbiet.register.numbers import instrument_id, read_code
from danbiet.register.place_words import read_place
from danbiet.register.places import Place, provinces, read_place_id, tiers


def plan(**facts) -> Plan:
    given_facts = {"path": "plans/2024/x.md", "year": 2024, "slug": "x", "source": "", "body_start": 0}
    return Plan(**{**given_facts, "subject": "Thực hiện công tác dân vận", "issuer": "UBND xã X", **facts})


@pytest.mark.parametrize(
    ("issuer", "province", "body_id", "registered"),
    [
        ("UBND phường Bãi Cháy", "Quảng Ninh", "quang-ninh-phuong-bai-chay", True),
        ("ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY", "tỉnh Quảng Ninh", "quang-ninh-phuong-bai-chay", True),
        ("UBND xã Chí Minh", "Hưng Yên", "hung-yen-xa-chi-minh", False),
        ("UBND phường Tân Bình", None, "phuong-tan-binh", False),
        ("UBND xã Chí Minh", None, "xa-chi-minh", False),
        ("UBND tỉnh Nghệ An", None, "tinh-nghe-an", False),
        ("UBND thành phố Hải Phòng", None, "thanh-pho-hai-phong", False),
        ("UBND thành phố Vinh", "Nghệ An", "nghe-an-thanh-pho-vinh", False),
        ("UBND quận 3", "TP. Hồ Chí Minh", "ho-chi-minh-quan-3", False),
        ("UBND xã Tân Lập, huyện Hữu Lũng, tỉnh Lạng Sơn", None, "lang-son-xa-tan-lap", False),
        ("Sở Nội vụ", "Nghệ An", "nghe-an-so-noi-vu", False),
        ("", None, "chua-ro", False),
    ],
)
def test_a_body_is_found_or_named(issuer, province, body_id, registered):
    body = body_for(issuer, province, packaged())
    assert (body.id, body.registered) == (body_id, registered)


def test_a_sites_own_body_needs_no_province():
    local, issues = read_local({"x.yml": "cơ quan:\n  - {tên: UBND xã Chí Minh, tỉnh: Hưng Yên}\n".encode()})
    assert not issues
    body = body_for("UBND xã Chí Minh", None, merge(packaged(), local))
    assert (body.id, body.registered) == ("hung-yen-xa-chi-minh", True)


@pytest.mark.parametrize(
    ("entry", "issuer", "province", "body_id"),
    [
        ("{mã: mau-phuong-mau, tên: UBND phường Mẫu, tỉnh: Mẫu}", "UBND phường Mẫu", "Mẫu", "mau-phuong-mau"),
        ("{mã: phuong-1, tên: Ủy ban nhân dân phường Mẫu}", "UBND PHƯỜNG MẪU", "Nghệ An", "phuong-1"),
        ("{tên: Sở Nội vụ, tỉnh: Nghệ An}", "SỞ NỘI VỤ", "tỉnh Nghệ An", "so-noi-vu"),
        ("{mã: bc, tên: UBND phường Bãi Cháy, tỉnh: Quảng Ninh}", "UBND phường Bãi Cháy", "Quảng Ninh", "bc"),
        ("{mã: x, tên: UBND phường Mẫu, tỉnh: Hà Nam}", "UBND phường Mẫu", "Nghệ An", "nghe-an-phuong-mau"),
        ("{mã: x, tên: UBND xã Mẫu, tỉnh: Nghệ An}", "UBND phường Mẫu", "Nghệ An", "nghe-an-phuong-mau"),
        ("{mã: x, tên: Công an phường Mẫu, tỉnh: Nghệ An}", "UBND phường Mẫu", "Nghệ An", "nghe-an-phuong-mau"),
    ],
)  # fmt: skip
def test_a_sites_own_body_is_found_by_its_name_whatever_its_id(entry, issuer, province, body_id):
    local, issues = read_local({"x.yml": f"cơ quan:\n  - {entry}\n".encode()})
    assert not issues
    body = body_for(issuer, province, merge(packaged(), local))
    assert (body.id, body.registered) == (body_id, not body_id.startswith("nghe-an-"))


def test_a_raw_text_that_names_only_a_commune_is_nobodys():
    text = "UBND xã Chí Minh xây dựng kế hoạch; Quyết định số 01/2024/QĐ-UBND của UBND xã."
    body = infer_body(text, packaged())
    assert (body.id, body.registered) == ("xa-chi-minh", False)
    (citation,) = resolve(cite.find(text), Context(text=text), packaged())
    assert citation.instrument is None


@pytest.mark.parametrize(
    ("words", "level", "name"),
    [
        ("UBND tỉnh Hải Dương", "tinh", "hai-duong"),
        ("UBND Hải Dương", "tinh", "hai-duong"),
        ("BTV tỉnh ủy Hải Dương", "tinh", "hai-duong"),
        ("Ban Thường vụ Thị ủy", "thi-xa", None),
        ("Hội nghị Thị ủy lần thứ 15 (khoá XXI)", "thi-xa", None),
        ("HĐND thành phố", "thanh-pho", None),
        ("Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở phường", "phuong", None),
        ("UBND TP. Huế", "thanh-pho", "hue"),
        ("Đảng ủy", None, None),
        ("Bộ Lao động - Thương binh và Xã hội", None, None),
    ],
)
def test_an_issuers_place(words, level, name):
    place = read_place(words)
    assert (place.level, place.name) == (level, name)


@given(
    st.sampled_from(sorted(provinces())),
    st.sampled_from(sorted(tiers())),
    st.from_regex(r"[bc]o-[mn]a[0-9]?", fullmatch=True),
)
def test_a_place_id_reads_back(province, level, name):
    if level != "tinh":
        place = Place(level, name, province)
        assert read_place_id(place.id) == place


def test_agencies_agree_or_contradict_or_are_unknown():
    assert agree(read_issuer("Bộ Chính trị"), read_issuer("Bộ Chính trị (khóa XI)")) is True
    assert agree(read_issuer("Ban Chấp hành Trung ương"), read_issuer("Bộ Chính trị")) is False
    assert agree(read_issuer("Bộ Chính trị khóa XII"), read_issuer("Bộ Chính trị (khóa XI)")) is False
    assert agree(read_issuer("Ban Bí thư Trung ương Đảng (khóa XI)"), read_issuer("Ban Bí thư")) is True
    assert agree(read_issuer("ủy ban Thường vụ Quốc hội"), read_issuer("Quốc hội")) is False
    assert agree(read_issuer("Văn phòng Quốc hội"), read_issuer("Quốc hội")) is None
    assert agree(read_issuer(None), read_issuer("Quốc hội")) is None
    assert [a.code for a in symbol_agencies("UBTVQH11")] == ["ubtvqh"]
    assert {a.code for a in symbol_agencies("TU")} == {"tinh-uy", "thanh-uy", "thi-uy"}


def test_numbers_are_taken_apart():
    assert read_code("01/2024/QĐ-UBND") == read_code("1/2024/QÐ-UBND")
    assert read_code("45-NQ/HĐND") == read_code("45/NQ-HĐND")
    assert read_code("66.3/2025/NQ-CP").head == "66.3"
    assert read_code("28").bare
    assert read_code("13/2016").year == 2016
    assert read_code("QĐ-UBND") is None
    assert instrument_id("Quy định", "08-QĐi/TW", 2018, None) == "qdi-08-qdi-tw-2018"
    assert instrument_id("Nghị định", "59/2023/NĐ-CP", 2023, None) == "nd-59-2023-nd-cp"


@given(st.text(max_size=60))
def test_no_words_break_the_readers(words):
    read_code(words)
    read_issuer(words)
    read_place(words)
    infer_body(words, packaged())
    body = body_for(words, None, packaged())
    unit = unit_for(words, body, packaged())
    assert body.id
    assert unit.id.endswith(f"--{body.id}")
    assert unit_for(words, body, packaged()) == unit


def test_a_unit_belongs_to_its_body():
    one, other = (body_for(f"UBND xã {name}", "Nghệ An", Register()) for name in ("A", "B"))
    assert unit_for("Văn phòng", one, Register()).id == "van-phong--nghe-an-xa-a"
    assert unit_for("Văn phòng", other, Register()).id == "van-phong--nghe-an-xa-b"
    assert unit_for(None, one, Register()).id == "ubnd-xa--nghe-an-xa-a"
    assert unit_for("UBND xã", one, Register()).kind is UnitKind.BODY
    assert unit_for("Ban Thanh tra nhân dân", one, Register()).kind is UnitKind.INSPECTION
    assert not unit_for("Văn phòng", one, Register()).registered


def test_a_plan_without_a_day_is_as_old_as_what_it_cites_and_its_stamps():
    text = (
        "theo Kế hoạch số 56/KH-UBND ngày 15/3/2024 của UBND thị xã; Quyết định số 7/QĐ-UBND ngày 2/5/2031."
    )
    mentions = cite.find(text)
    assert plan_date_bound(plan(), mentions)[0] == date(2024, 3, 15)
    stamped = plan_date_bound(plan(stamps=("2024-03-19T07:58:52+0700",)), mentions)
    assert stamped[0] == date(2024, 3, 19)
    assert "dấu ký số" in stamped[1]
    assert plan_date_bound(plan(issued=PartialDate(2024, 3, 13)), mentions)[0] == date(2024, 3, 13)
    assert plan_date_bound(plan(issued=PartialDate(2025, 1), year=2025), ())[0] == date(2025, 1, 1)
    assert plan_date_bound(plan(), ())[0] is None


def test_a_plan_published_here_is_what_its_number_means():
    body = body_for("UBND huyện Quỳ Hợp", "Nghệ An", packaged())
    upper = plan_instrument(
        plan(slug="q", issuer=body.name, code="15/KH-UBND", issued=PartialDate(2024, 1, 9)), body
    )
    ward = body_for("UBND xã Châu Quang", "Nghệ An", packaged())
    text = "Thực hiện Kế hoạch số 15/KH-UBND ngày 09/01/2024 của UBND huyện Quỳ Hợp và Luật Đất đai."
    context = Context(plan_key="2024/c", body=ward, text=text, plans=(upper,))
    found = resolve(cite.find(text), context, packaged())
    assert found[0].instrument == upper.id == "kh-15-kh-ubnd-2024--nghe-an-huyen-quy-hop"
    shown = instruments_shown(found, packaged(), (upper,))
    assert shown[upper.id].plan_key == "2024/q"
    assert not shown["luat-dat-dai"].registered
    itself = Context(plan_key="2024/q", body=body, text=text, plans=(upper,))
    assert resolve(cite.find(text), itself, packaged())[0].instrument is None


def test_only_what_is_cited_and_what_relates_to_it_gets_a_page():
    text = "Nghị định số 61/2023/NĐ-CP ngày 16/8/2023 của Chính phủ."
    shown = instruments_shown(resolve(cite.find(text), Context(text=text), packaged()), packaged())
    assert set(shown) == {"nd-61-2023-nd-cp", "qd-22-2018-qd-ttg"}
    assert all(isinstance(value, Instrument) for value in shown.values())


def test_a_subject_is_read_behind_the_mention():
    text = "Quyết định số 99/QĐ-UBND ngày 1/2/2024 của UBND tỉnh Nghệ An về việc ban hành Quy chế làm việc của xã; các"
    (citation,) = resolve(cite.find(text), Context(text=text), packaged())
    assert isinstance(citation, Citation)
    assert citation.mention.subject == "về việc ban hành Quy chế làm việc của xã"


def test_the_last_day_a_plan_can_have_leaves_out_what_came_later():
    text = "theo Bộ luật Lao động"
    (citation,) = resolve(cite.find(text), Context(text=text, latest=date(2015, 12, 31)), packaged())
    assert (citation.instrument, citation.page_id) == (None, "bl-lao-dong")
    later = f"{text}; Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ"
    found = resolve(cite.find(later), Context(text=later, latest=date(2015, 12, 31)), packaged())
    assert [c.instrument for c in found] == ["bl-45-2019-qh14", "nd-59-2023-nd-cp"]
