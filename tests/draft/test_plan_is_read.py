"""What import drafts, check can read: the draft is a plan's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from danbiet import draft, parse
from danbiet.draft.compose import front_matter

pytestmark = pytest.mark.slow

FIXTURES = Path(__file__).parent / "fixtures"
REFUSED = ("ban-chup.pdf", "nhan-dang-hong.pdf")
WHOLE = sorted(p.name for p in FIXTURES.iterdir() if p.name not in (*REFUSED, "vni.txt"))


@pytest.mark.parametrize("name", WHOLE)
def test_draft_is_read_without_findings(name: str) -> None:
    drafted, _issues = draft.read((FIXTURES / name).read_bytes(), name)
    assert drafted is not None
    text = draft.compose(drafted)
    plan, issues = parse.read_plan(f"plans/{drafted.year}/{draft.slug_for(drafted)}.md", text.encode())
    assert issues == []
    assert plan is not None
    assert plan.code == drafted.head.code
    assert plan.issuer == drafted.head.issuer
    assert plan.subject == drafted.head.subject
    assert plan.issued == drafted.head.issued
    assert plan.signer == drafted.closing.signer
    assert plan.recipients == drafted.closing.recipients
    assert plan.stamps == drafted.stamps
    assert plan.inferred == drafted.inferred


@pytest.mark.parametrize("name", WHOLE)
def test_headings_are_read_as_drafted(name: str) -> None:
    drafted, _issues = draft.read((FIXTURES / name).read_bytes(), name)
    assert drafted is not None
    marked = [line.lstrip("# ") for line in drafted.body.splitlines() if line.startswith("#")]
    blocks = parse.read_blocks(drafted.body)
    read = [f"{b.mark} {b.text}".strip() for b in blocks if b.kind.value == "heading"]
    assert [line.replace("\\", "") for line in marked] == read


def test_front_matter_leaves_empty_what_is_not_stated() -> None:
    drafted, _issues = draft.read((FIXTURES / "vni.txt").read_bytes(), "vni.txt")
    assert drafted is not None
    fields = front_matter(drafted)
    assert fields["cơ quan ban hành"] is None
    assert fields["năm"] is None
    assert drafted.head.issuer is None
    assert any("cơ quan ban hành" in doubt for doubt in drafted.doubts)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("cong-van.docx", "tang-cuong-cong-khai-thu-tuc-hanh-chinh"),
        ("ke-hoach-in.pdf", "thuc-hien-dan-chu-trong-hoat-dong-cua-co-quan-va-cong-tac-dan-van"),
        ("vni.txt", "vni"),
    ],
)
def test_file_name_is_proposed(name: str, slug: str) -> None:
    drafted, _issues = draft.read((FIXTURES / name).read_bytes(), name)
    assert drafted is not None
    assert draft.slug_for(drafted) == slug
