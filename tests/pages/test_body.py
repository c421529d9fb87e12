"""A plan's body is shown with its own words, verbatim, whatever characters they hold."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from danbiet.model import Block, Plan, Site
from danbiet.output import Settings
from danbiet.pages.body import to_html
from danbiet.pages.index import Index
from danbiet.pages.joined import CitationLink, DutySpan, Joined
from danbiet.pages.plan import context
from danbiet.parse import read_blocks, read_plan

PLANS = sorted(Path(__file__).parents[2].glob("plans/2*/*.md"))


def element(html: str) -> ET.Element:
    return ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")


def words(html: str) -> str:
    return re.sub(r"\s", "", "".join(element(html).itertext()))


def squeezed(blocks: tuple[Block, ...]) -> str:
    return re.sub(r"\s", "", "".join(block.mark + block.text for block in blocks))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_five_plans_are_shown_verbatim(path: Path) -> None:
    plan, _ = read_plan(f"plans/{path.parent.name}/{path.name}", path.read_bytes())
    assert isinstance(plan, Plan)
    html = to_html(plan.source, plan.body_start, Joined(blocks=plan.blocks))
    assert words(html) == squeezed(plan.blocks)


@pytest.mark.parametrize(
    "source",
    [
        "- một\n- hai\n+ ba\n\n1. bốn\n2. năm",
        "a) <script>alert(1)</script> & <b>đậm</b>",
        "Chỉ tiêu < 5 %, > 3; x & y",
        "    thụt vào bốn dấu cách\n\n> trích",
        "[1] chú thích\n\n[1]: https://example.vn",
        "`mã` và ![ảnh](https://example.vn/x.png)",
        "Số:         /KH-UBND",
    ],
)
def test_printed_marks_stay_words_and_nothing_becomes_markup(source: str) -> None:
    html = to_html(source, 0, Joined(blocks=read_blocks(source)))
    tags = {e.tag for e in element(html).iter()} - {"div"}
    assert tags <= {"p", "a"}


def test_links_do_not_nest_and_bold_words_are_cut() -> None:
    source = "Theo [Luật **số 10**](https://example.vn) và **Nghị định** số 5 của Chính phủ."
    end = source.index(" của")
    links = [
        CitationLink(start=a, end=b, page_id="x", href="../x/", validity="in-force", title="t")
        for a, b in ((source.index("Luật"), source.index("](")), (source.index("**Nghị"), end))
    ]
    root = element(to_html(source, 0, Joined(blocks=read_blocks(source), citations=links)))
    assert all(not list(a.iter("a"))[1:] for a in root.iter("a"))
    assert ["".join(a.itertext()) for a in root.iter("a")] == ["Luật số 10", "Nghị định số 5"]


def test_an_unsafe_link_is_words_only() -> None:
    source = "Xem [đây](javascript:alert) nhé."
    html = to_html(source, 0, Joined(blocks=read_blocks(source)))
    assert "javascript" not in html
    assert words(html) == "Xemđâynhé."


def test_an_obligation_over_two_paragraphs_has_one_anchor() -> None:
    source = "Văn phòng làm:\n\n- việc một;\n\n- việc hai."
    duty = DutySpan(start=0, end=len(source), id="2024-x-00000001", anchor="viec-00000001", unit="Văn phòng")
    root = element(to_html(source, 0, Joined(blocks=read_blocks(source), duties=[duty])))
    spans = [e for e in root.iter() if e.get("data-obligation")]
    assert [s.get("id") for s in spans] == ["viec-00000001", None, None]


@pytest.mark.parametrize("attributes", ["", '\n{: .viec don-vi="van-phong" }'])
def test_an_obligation_ends_with_its_block(attributes: str) -> None:
    source = f"Văn phòng báo cáo.{attributes}\n\nĐoạn sau không là việc."
    first, _ = blocks = read_blocks(source)
    duty = DutySpan(start=0, end=first.end, id="2024-x-00000001", anchor="viec-00000001", unit="Văn phòng")
    root = element(to_html(source, 0, Joined(blocks=blocks, duties=[duty])))
    spans = ["".join(e.itertext()) for e in root.iter() if e.get("data-obligation")]
    assert spans == ["Văn phòng báo cáo."]


def test_the_block_of_an_offset(site: Site) -> None:
    plan, index = site.plans["2024/dan-chu"], Index.of(site)
    for block in plan.blocks:
        assert index.block_at(plan, block.start) is block
        assert index.block_at(plan, block.end - 1) is block
        assert index.block_at(plan, block.end) is None  # a line break is between any two
    assert index.block_at(plan, 0) is None
    assert index.block_at(plan, len(plan.source)) is None


def test_citations_and_obligations_stand_where_they_are_read(site: Site, settings: Settings) -> None:
    plan = site.plans["2024/dan-chu"]
    root = element(str(context(plan, Index.of(site), settings).text))
    shown = {
        a.get("data-instrument"): "".join(a.itertext()) for a in root.iter("a") if a.get("data-instrument")
    }
    assert shown["luat-10-2022-qh15"] == "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
    assert shown["kh-5-kh-ubnd-2024"] == "Kế hoạch số 5/KH-UBND"
    duties = {e.get("data-obligation"): "".join(e.itertext()) for e in root.iter("span") if e.get("id")}
    assert duties == {o.id: o.duty.text for o in site.obligations[plan.key]}
    validity = {a.get("data-instrument"): a.get("data-validity") for a in root.iter("a")}
    assert validity["nd-04-2015-nd-cp"] == "expired"
