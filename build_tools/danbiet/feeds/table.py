"""Obligations as rows, one a due day: what viec.csv and viec.xlsx hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from danbiet import addresses, words
from danbiet.feeds.links import link
from danbiet.model import Confirmation, Obligation, Site
from danbiet.output import Settings
from danbiet.progress import LOOKS, Tracked, confirmation_label

Cell = str | int | date | None

# Header and width in characters, in order.
COLUMNS: tuple[tuple[str, int], ...] = (
    ("Mã việc", 28),
    ("Năm", 7),
    ("Cơ quan ban hành", 26),
    ("Kế hoạch", 34),
    ("Mục", 9),
    ("Đơn vị", 30),
    ("Nội dung việc (nguyên văn)", 70),
    ("Thời hạn", 13),
    ("Thời hạn (nguyên văn)", 26),
    ("Cách tính thời hạn", 34),
    ("Nội dung phải xong", 30),
    ("Định kỳ", 20),
    ("Nơi nhận báo cáo", 24),
    ("Qua", 22),
    ("Tình trạng", 30),
    ("Tính đến ngày", 13),
    ("Báo cáo gần nhất", 32),
    ("Minh chứng", 30),
    ("Xác nhận", 30),
    ("Địa chỉ", 40),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(
    site: Site, settings: Settings, states: Mapping[str, Sequence[Tracked]]
) -> Iterator[tuple[Cell, ...]]:
    """A row for each time each obligation falls due, in document order."""
    for group in site.obligations.values():
        for obligation in group:
            for one in states[obligation.id]:
                yield _row(obligation, one, site, settings)


def _row(obligation: Obligation, one: Tracked, site: Site, settings: Settings) -> tuple[Cell, ...]:
    plan, duty, deadline = site.plans[obligation.plan_key], obligation.duty, one.occurrence.deadline
    return (
        obligation.id,
        plan.year,
        plan.issuer,
        plan.subject,
        duty.section,
        site.units[obligation.unit_id].name,
        duty.text,
        one.occurrence.due,
        deadline.raw if deadline else LOOKS[one.state.undated][1],
        one.occurrence.basis,
        one.occurrence.what,
        ", ".join(words.RECURRENCES[r] for r in duty.recurrence),
        duty.reports_to,
        duty.via,
        one.state.label,
        site.today,
        *_published(one, site.today, settings),
        link(addresses.obligation(obligation.plan_key, obligation.id), settings),
    )


def _published(one: Tracked, today: date, settings: Settings) -> tuple[str, str, str]:
    """The latest report on an occurrence, its evidence, and who confirmed it: what was published by today."""
    entry = next((entry for entry in reversed(one.entries) if entry.on <= today), None)
    if entry is None:
        return "", "", ""
    evidence = (
        f"{e.title} ({e.url or link(addresses.evidence(e.file or ''), settings)})" for e in entry.evidence
    )
    confirmed = (_confirmation(said, settings) for said in entry.confirmations if said.on <= today)
    said = f"{words.day(entry.on)}, {entry.reported_by}: {entry.stage.value}. {entry.what}"
    return said, "; ".join(evidence), "; ".join(confirmed)


def _confirmation(said: Confirmation, settings: Settings) -> str:
    """ "30/5/2024, Ban Thanh tra nhân dân phường Mẫu: đúng như báo cáo (01/BB-BTTND, https://…)"."""
    file = said.document_file and link(addresses.evidence(said.document_file), settings)
    document = ", ".join(part for part in (said.document_code, file) if part)
    head = f"{words.day(said.on)}, {said.by}: {confirmation_label(said)}"
    return f"{head} ({document})" if document else head


def csv_bytes(table: Iterator[tuple[Cell, ...]]) -> bytes:
    """UTF-8 with a byte-order mark and CRLF, as Excel wants it; days in ISO.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([header for header, _ in COLUMNS])
    for row in table:
        writer.writerow([_plain(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
