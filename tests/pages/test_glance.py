"""The box at the top of a plan: what is known of the plan's day is counted apart, and nothing unknown is hidden."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from danbiet import pages
from danbiet.model import Confirmation, Instrument, InstrumentStatus, Site
from danbiet.output import Settings

KEY = "2024/dan-chu"


def box(site: Site, settings: Settings) -> str:
    page = next(page.body for page in pages.render(site, settings) if page.kind == "plan")
    found = re.search(r'<section class="summary".*?</section>', page, re.S)
    assert found
    hidden = r"<span[^>]* hidden>(?:(?!<span).)*?</span>|<span[^>]* hidden>.*?</span>[^<]*</span>"
    words = re.sub(r"\s+", " ", re.sub(rf"{hidden}|<[^>]+>", "", found[0]))
    return words.replace(" ,", ",")


def told(site: Site, **facts: object) -> Site:
    """The ward, of whose one dead instrument other facts are known."""
    dead = "nd-04-2015-nd-cp"
    return replace(
        site,
        instruments={**site.instruments, dead: replace(site.instruments[dead], **facts)},  # type: ignore[arg-type]
    )


def test_what_ended_and_what_may_have_ended_are_counted_apart(site: Site, settings: Settings) -> None:
    assert "Viện dẫn 5 văn bản: 1 đã hết hiệu lực, 3 chưa xác minh (tại ngày 13/3/2024)" in box(
        site, settings
    )
    maybe = told(site, status=InstrumentStatus.PRESUMED_LAPSED)
    assert ": 1 có thể đã hết hiệu lực, 3 chưa xác minh (tại ngày" in box(maybe, settings)


def test_that_nothing_is_seen_to_have_ended_never_hides_what_is_unverified(
    site: Site, settings: Settings
) -> None:
    alive = told(site, status=InstrumentStatus.IN_FORCE, ended=None)
    assert "; chưa thấy văn bản nào hết hiệu lực; 3 văn bản chưa xác minh (tại ngày" in box(alive, settings)
    sought = told(site, status=InstrumentStatus.NO_REPLACEMENT_SEEN, ended=None)
    assert "; 3 văn bản chưa xác minh" in box(sought, settings)


def test_days_ahead_and_days_that_passed_are_told(site: Site, settings: Settings) -> None:
    assert "Thời hạn tới: 20/5/2024, Văn phòng Tính đến ngày 10/5/2024: 1 ✓" in box(site, settings)
    later = replace(site, today=date(2024, 6, 1), progress={})
    assert "1 thời hạn, đã qua: 20/5/2024, Văn phòng Tính đến ngày 01/6/2024: 1 ▲" in box(later, settings)
    undated = replace(
        site,
        obligations={
            KEY: tuple(replace(o, duty=replace(o.duty, deadlines=())) for o in site.obligations[KEY])
        },
        progress={},
    )
    assert "Kế hoạch không nêu ngày cụ thể cho việc nào" in box(undated, settings)


def test_states_are_counted_where_the_body_reports_and_its_silence_is_told_where_not(
    site: Site, settings: Settings
) -> None:
    assert "Tính đến ngày 10/5/2024: 1 ✓ đã báo cáo" in box(site, settings)
    late = replace(site, today=date(2024, 6, 1), progress={})
    assert "1 ▲ quá hạn, chưa thấy báo cáo công bố tại đây" in box(late, settings)
    silent = box(replace(late, bodies_reporting=frozenset()), settings)
    assert "chưa công bố tiến độ tại đây" in silent
    assert "quá hạn" not in silent
    assert "1 thời hạn, đã qua: 20/5/2024, Văn phòng (tính đến ngày 01/6/2024)" in silent


def test_whom_to_ask_stands_at_the_top_and_its_lack_is_said(site: Site, settings: Settings) -> None:
    assert "Hỏi, phản ánh, kiến nghị: UBND phường An Lạc, anlac@example.vn, điện thoại 0220 000 000" in box(
        site, settings
    )
    body = site.bodies["hai-duong-phuong-an-lac"]
    mute = replace(site, bodies={**site.bodies, body.id: replace(body, contact=None)})
    assert "Hỏi, phản ánh, kiến nghị: chưa có địa chỉ nào được công bố tại đây" in box(mute, settings)
    plan = next(page.body for page in pages.render(mute, settings) if page.kind == "plan")
    assert plan.count("chưa công bố địa chỉ tiếp nhận tại đây") == 1  # at the foot, not under each task


def test_an_instrument_no_register_holds_is_unverified(site: Site, settings: Settings) -> None:
    stub = Instrument(id="nd-04-2015-nd-cp", type_name="Nghị định", title="", registered=False)
    bare = replace(site, instruments={**site.instruments, stub.id: stub})
    assert "; 4 văn bản chưa xác minh" in box(bare, settings)


def test_reports_that_somebody_finds_untrue_are_counted_apart(site: Site, settings: Settings) -> None:
    ((key, (entry, *others)),) = site.progress.items()
    said = Confirmation(
        by="Ban Thanh tra nhân dân phường",
        on=site.today,
        finding="không đúng",
        document_code="02/BB-TTND",
        document_date=site.today,
        document_file="02.pdf",
        report_on=entry.on,
    )
    doubted = replace(site, progress={key: (replace(entry, confirmations=(said,)), *others)})
    words = "1 báo cáo mà MTTQ hoặc Ban Thanh tra nhân dân thấy không đúng hoặc chỉ đúng một phần"
    assert words in box(doubted, settings)
    assert "thấy không đúng" not in box(site, settings)
