"""Whole broken wards: each gives its lines, which quote the fault and say what to write instead.

A folder of tests/invalid_sites holds a ward's plans and ``loi.txt``: the lines that reading must give.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from danbiet.issues import Issue, in_order
from danbiet.model import Plan
from danbiet.parse import doubles, read_plan, with_original

SITES = sorted(path for path in (Path(__file__).parent / "invalid_sites").iterdir() if path.is_dir())


def read_site(root: Path) -> list[Issue]:
    plans: list[Plan] = []
    issues: list[Issue] = []
    for file in sorted(root.glob("plans/*/*.md")):
        plan, found = read_plan(file.relative_to(root).as_posix(), file.read_bytes())
        issues += found
        if plan is not None:
            if plan.original is not None:
                original = root / plan.original.path
                plan, found = with_original(plan, original.read_bytes() if original.is_file() else None)
                issues += found
            plans.append(plan)
    return in_order(issues + doubles(plans))


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_a_broken_ward_gives_its_lines(site: Path) -> None:
    lines = [str(issue) for issue in read_site(site)]
    assert lines == (site / "loi.txt").read_text(encoding="utf-8").splitlines()
    assert any(": lỗi: " in line for line in lines)


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_positions_point_at_the_words_quoted(site: Path) -> None:
    for issue in read_site(site):
        source = (site / issue.path).read_bytes().decode("utf-8", "replace")
        line = source.split("\n")[issue.line - 1]
        quote = issue.quote.rstrip("…")
        if issue.quote and issue.rule not in {
            "sai-thu-muc",
            "sai-ten-tep",
            "trung-dia-chi",
            "khong-phai-utf-8",
        }:
            here = line[issue.column - 1 :]
            assert " ".join(here.split()).startswith(quote) or quote in line
