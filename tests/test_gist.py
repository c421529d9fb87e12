"""A task in one line is the plan's own unbroken words, from the unit's verb on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.gist import LONGEST, cut, gist
from danbiet.model import Duty, Obligation, Site, Unit
from danbiet.site import load

BASES = (
    "Căn cứ Nghị định số 04/2015/NĐ-CP; Thông tư số 01/2016/TT-BNV ngày 13/01/2016 của Bộ Nội vụ, các cơ quan, "
    "đơn vị. Nâng cao trách nhiệm về thực hiện quy chế dân chủ; cán bộ, công chức chấp hành tốt nội quy."
)
BOTH = "Các phòng thuộc UBND huyện; UBND các xã trên cơ sở nhiệm vụ được giao xây dựng kế hoạch; báo cáo năm."
TWO = "Toàn thể công chức nghiêm túc thực hiện. Lãnh đạo UBND xã có trách nhiệm theo dõi, đánh giá kết quả."


@pytest.mark.parametrize(
    ("text", "names", "others", "line"),
    [
        ("Thủ trưởng cơ quan chủ trì hội nghị.", ["Thủ trưởng cơ quan"], [], "Chủ trì hội nghị."),
        ("Giao Phòng Nội vụ thường xuyên đôn đốc.", ["Phòng Nội vụ"], [], "Thường xuyên đôn đốc."),
        ("Giao công chức văn phòng - nội vụ đôn đốc, báo cáo.", ["Công chức Văn phòng – Nội vụ"], [],
         "Đôn đốc, báo cáo."),
        ("Tham mưu UBND phường ban hành kế hoạch.", ["UBND phường"], [], "Tham mưu UBND phường ban hành kế hoạch."),
        ("Văn phòng UBND xã có trách nhiệm tổng hợp, báo cáo.", ["Văn phòng UBND xã"], [], "Tổng hợp, báo cáo."),
        (
            "Các tổ dân phố căn cứ chức năng, nhiệm vụ thực hiện tốt quy ước.",
            ["Các tổ dân phố"],
            [],
            "Thực hiện tốt quy ước.",
        ),
        (
            "Trên đây là Kế hoạch thực hiện dân chủ năm 2024, yêu cầu các đơn vị nghiêm túc triển khai ./.",
            ["Các đơn vị"],
            [],
            "Nghiêm túc triển khai.",
        ),
        (
            BASES,
            ["các cơ quan, đơn vị"],
            ["cán bộ, công chức"],
            "Nâng cao trách nhiệm về thực hiện quy chế dân chủ\u00a0…",
        ),
        (BASES, ["Cán bộ, công chức"], ["các cơ quan, đơn vị"], "Chấp hành tốt nội quy."),
        (BASES, ["Tổ dân phố"], [],
         "Nâng cao trách nhiệm về thực hiện quy chế dân chủ; cán bộ, công chức chấp hành tốt nội quy."),
        (BOTH, ["Các phòng thuộc UBND huyện"], ["UBND các xã"], "Xây dựng kế hoạch; báo cáo năm."),
        (TWO, ["Lãnh đạo UBND xã"], ["Toàn thể công chức"], "Theo dõi, đánh giá kết quả."),
        (TWO, ["Toàn thể công chức"], ["Lãnh đạo UBND xã"], "Nghiêm túc thực hiện\u00a0…"),
    ],
)  # fmt: skip
def test_a_line_begins_with_the_units_verb(text, names, others, line):
    assert cut(text, names, others) == line


def test_what_is_too_long_ends_behind_a_clause_or_a_word_that_can_end():
    clauses = "Rà soát, sửa đổi quy chế dân chủ; công khai kết quả tại nhà văn hóa của từng tổ dân phố."
    assert cut(clauses, [], limit=60) == "Rà soát, sửa đổi quy chế dân chủ\u00a0…"
    assert cut("Báo cáo kết quả về phòng trước ngày 20/5", [], limit=34) == "Báo cáo kết quả về phòng\u00a0…"
    assert cut("Báo cáo kết quả", [], limit=14) == "Báo cáo kết quả"


@given(st.text(max_size=400), st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_no_text_breaks_it(text, name, other):
    line = cut(text, [name], [other])
    assert len(line) <= LONGEST * 1.2 + 2


def test_every_task_of_the_five_plans_is_told_in_its_own_words(root: Path) -> None:
    site = load(root, date(2026, 11, 20))
    for obligations in site.obligations.values():
        for obligation in obligations:
            line = gist(obligation, site)
            words = line.removesuffix("\u00a0…").rstrip(".")
            assert words[1:] in obligation.duty.text
            assert not line.startswith(("Căn cứ", "Trên đây", "Đề nghị", "Giao "))
            assert not line.lower().startswith((obligation.duty.unit or "?").lower())


def test_only_who_shares_the_words_is_left_out_of_them() -> None:
    def task(unit: str, start: int, end: int) -> Obligation:
        return Obligation(
            id=f"{unit}-{start}",
            plan_key="p",
            unit_id=unit,
            duty=Duty(text=BOTH, start=start, end=end, unit=unit),
        )

    first, last = "Các phòng thuộc UBND huyện", "UBND các xã"
    units = {name: Unit(id=name, name=name, body_id="b") for name in (first, last)}
    lines = {
        end: gist(
            task(first, 5, 9),
            Site(
                today=date(2024, 1, 1),
                plans={},
                citations={},
                obligations={
                    "p": (task(first, 0, 4), task(first, 5, 9), task(last, 5, end), task(last, 10, 19))
                },
                instruments={},
                bodies={},
                plan_bodies={},
                units=units,
            ),
        )
        for end in (9, 8)
    }
    assert lines[9] == "Xây dựng kế hoạch; báo cáo năm."
    assert lines[8].startswith("UBND các xã")  # of other words: nothing is known of who shares these
