"""Words that claim no more than is known."""

from datetime import date

import pytest

from danbiet.model import ValidityState
from danbiet.register import packaged, read_local, validity

INSTRUMENTS = packaged().instruments


@pytest.mark.parametrize(
    ("key", "on", "state", "label"),
    [
        ("luat-10-2022-qh15", "2023-06-30", "not-yet", "chưa có hiệu lực"),
        ("luat-10-2022-qh15", "2023-07-01", "in-force", "còn hiệu lực"),
        ("luat-10-2022-qh15", "2025-07-01", "in-force", "còn hiệu lực, có sửa đổi, bổ sung"),
        ("nd-59-2023-nd-cp", "2024-03-13", "in-force", "còn hiệu lực"),
        ("pl-34-2007-pl-ubtvqh11", "2023-06-30", "in-force", "còn hiệu lực"),
        ("pl-34-2007-pl-ubtvqh11", "2023-07-01", "expired", "đã hết hiệu lực từ 01/7/2023"),
        ("tt-01-2016-tt-bnv", "2022-01-01", "unknown", "chưa xác minh"),
        (
            "tt-01-2016-tt-bnv",
            "2024-03-13",
            "presumed-lapsed",
            "có thể đã hết hiệu lực từ 01/7/2023 (suy luận)",
        ),
        ("nd-04-2015-nd-cp", "2024-03-13", "unknown", "chưa xác minh"),
        ("nd-159-2016-nd-cp", "2024-01-01", "unknown", "đã hết hiệu lực, chưa rõ từ ngày nào"),
        ("qdi-11-qdi-tw-2019", "2025-11-22", "unknown", "chưa thấy văn bản thay thế"),
        ("qdi-11-qdi-tw-2019", "2025-11-23", "unknown", "đã được sửa đổi; chưa thấy văn bản thay thế"),
        ("hien-phap-2013", "2024-03-13", "unknown", "chưa xác minh"),
        ("nq-203-2025-qh15", "2025-06-15", "not-yet", "chưa ban hành"),
        ("kl-120-kl-tw-2016", "2015-01-01", "not-yet", "chưa ban hành"),
        ("nq-1669-nq-ubtvqh15-2025", "2026-01-01", "in-force", "còn hiệu lực, chưa rõ ngày bắt đầu"),
    ],
)
def test_what_can_be_said(key, on, state, label):
    found = validity(INSTRUMENTS[key], date.fromisoformat(on))
    assert (found.state, found.label) == (ValidityState(state), label)


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_a_state_once_ended_never_comes_back(key):
    days = [date(year, month, 1) for year in range(1990, 2031) for month in (1, 7)]
    states = [validity(INSTRUMENTS[key], day).state for day in days]
    if ValidityState.EXPIRED in states:
        assert set(states[states.index(ValidityState.EXPIRED) :]) == {ValidityState.EXPIRED}
    assert states[0] is not ValidityState.EXPIRED


ENTRY = "văn bản:\n  - {tên loại: Luật, trích yếu: Luật A, số ký hiệu: 1/2020/QH14, ngày có hiệu lực: 2020-07-01, "


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ("tình trạng: còn hiệu lực", "còn hiệu lực"),
        ("tình trạng: còn hiệu lực, chưa xác minh: [ngày có hiệu lực]", "còn hiệu lực"),
        ("tình trạng: còn hiệu lực, chưa xác minh: [trích yếu, Hiệu lực]", "chưa xác minh"),
        ("tình trạng: hết hiệu lực, chưa xác minh: mọi dữ kiện (một bản chép)", "chưa xác minh"),
        (
            "tình trạng: 'còn hiệu lực, đã sửa đổi'",
            "còn hiệu lực, có sửa đổi, bổ sung (chưa rõ từ ngày nào)",
        ),
    ],
)
def test_what_the_register_doubts_is_not_claimed(facts, label):
    register, issues = read_local({"x.yml": f"{ENTRY}{facts}}}\n".encode()})
    assert not issues
    (instrument,) = register.instruments.values()
    assert validity(instrument, date(2024, 1, 1)).label == label
