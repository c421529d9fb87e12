"""What the rules are tried on: the fictional ward of tests/sites/phuong-mau, and plans given as text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from danbiet import site as whole
from danbiet.model import Site

WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"


@pytest.fixture(scope="session")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """tests/sites/phuong-mau on 1/10/2024, without this repository's history."""
    root = tmp_path_factory.mktemp("ward") / "phuong-mau"
    return whole.load(Path(shutil.copytree(WARD, root)), date(2024, 10, 1))


_HEAD = """---
trích yếu: Thực hiện công tác dân vận năm {year}
số ký hiệu: 7/KH-UBND
cơ quan ban hành: {issuer}
địa danh: {place}
tỉnh: {province}
ngày ban hành: {issued}
năm: {year}
---

"""


@pytest.fixture
def site_of(tmp_path: Path) -> Callable[..., Site]:
    """``site_of(body, …)``: the site of plans that have these bodies, all of one commune."""

    def made(
        *bodies: str,
        issuer: str = "UBND xã Châu Quang",
        province: str = "Nghệ An",
        issued: str = "2024-03-13",
    ) -> Site:
        root = tmp_path / f"site-{len(list(tmp_path.iterdir()))}"
        folder = root / "plans" / issued[:4]
        folder.mkdir(parents=True)
        for number, body in enumerate(bodies):
            head = _HEAD.format(
                issuer=issuer,
                place=issuer.split(" ", 2)[2],
                province=province,
                issued=issued,
                year=issued[:4],
            )
            (folder / f"p{number}.md").write_text(f"{head}{body}\n", "utf-8")
        site = whole.load(root, date(2026, 11, 20))
        assert len(site.plans) == len(bodies), site.issues
        return site

    return made


@pytest.fixture
def found(site_of: Callable[..., Site]) -> Callable[..., list[str]]:
    """``found(rule, body, …)``: "severity: quote: message" of each finding of a rule on these plans."""

    def findings(rule: ModuleType, *bodies: str, **facts: str) -> list[str]:
        return [
            f"{issue.severity.label}: {issue.quote}: {issue.message}"
            for issue in rule.check(site_of(*bodies, **facts))
        ]

    return findings
