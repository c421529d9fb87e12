"""Instruments out of force at the plan's date."""

from danbiet.check import vien_dan_het_hieu_luc as rule

DEAD = "Pháp lệnh số 34/2007/PL-UBTVQH11"


def test_a_dead_ordinance(found):
    (issue,) = found(rule, f"Căn cứ {DEAD}; thực hiện {DEAD}.")
    assert issue.startswith("cảnh báo")
    assert "đã hết hiệu lực từ 01/7/2023; được thay thế bởi Luật số 10/2022/QH15" in issue


def test_it_was_alive_before(found):
    assert found(rule, f"Căn cứ {DEAD}.", issued="2023-06-30") == []


def test_an_inferred_end_is_a_note(found):
    (issue,) = found(rule, "Căn cứ Thông tư số 01/2016/TT-BNV ngày 13/01/2016 của Bộ Nội vụ.")
    assert issue.startswith("ghi chú")
    assert "(suy luận)" in issue


def test_a_plan_without_a_day_is_judged_by_the_earliest_day_it_can_have(site_of):
    from dataclasses import replace

    site = site_of(f"Căn cứ {DEAD}; Kế hoạch số 9/KH-UBND ngày 10/01/2024 của UBND tỉnh.")
    undated = replace(site, plans={key: replace(plan, issued=None) for key, plan in site.plans.items()})
    (issue,) = rule.check(undated)
    assert (
        "kế hoạch không ghi ngày; sớm nhất là 10/01/2024 (viện dẫn văn bản ngày 10/01/2024)" in issue.message
    )


def test_nothing_is_said_of_what_is_ended_or_unknown(found):
    assert found(rule, f"Quy chế này thay thế quy chế ban hành theo {DEAD}.") == []
    assert found(rule, "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ.") == []
    assert found(rule, "Căn cứ Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị.") == []
