"""What stands in an attribute list and means nothing is an error; what works is silent."""

from __future__ import annotations

import pytest

from danbiet.check.thuoc_tinh_la import check
from danbiet.issues import Severity

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("attributes", "quotes"),
    [
        ('{: .viec donvi="cong-an" }', ["donvi"]),
        ('{: .viec đơn-vị="cong-an" }', ["đơn-vị"]),
        ("{: .việc }", [".việc"]),
        ("{: .khong-phai-viec .mau-do }", [".mau-do"]),
        ("{: viec }", ["{: viec }"]),
        ('{: .viec don-vi="Công an xã" }', []),
        ('{: .viec ma="2025-a-0123abcd" }', []),
        ("{: .khong-phai-viec #doan-1 }", []),
        ("{một, hai}", []),
    ],
)
def test_lists(attributes: str, quotes: list[str]) -> None:
    text = f"{BODY}1. Giao Công an xã báo cáo trước ngày 31/10/2025.\n{attributes}\n"
    found = list(check(site(plan("2025/a", text))))
    assert [issue.quote for issue in found] == quotes
    assert all(issue.severity is Severity.ERROR and issue.line == 15 for issue in found)
    assert all("khong-phai-viec" in issue.remedy for issue in found)


def test_the_nearest_is_named() -> None:
    text = f'{BODY}1. Giao Công an xã báo cáo.\n{{: .viec donvi="cong-an" }}\n'
    (issue,) = check(site(plan("2025/a", text)))
    assert "Có phải “don-vi”?" in issue.remedy
