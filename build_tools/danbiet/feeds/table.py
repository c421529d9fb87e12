"""Obligations as rows, one a due day: what viec.csv and viec.xlsx hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from danbiet import addresses, words
from danbiet.feeds.links import place
from danbiet.model import Confirmation, Obligation, Site
from danbiet.output import Settings
from danbiet.progress import LOOKS, Tracked, confirmation_label


class Address(str):
    """Text that leads to ``target``: a hyperlink where the format has such a thing."""

    __slots__ = ("target",)
    target: str

    def __new__(cls, text: str, target: str) -> Address:
        """The text, which leads to ``target``."""
        made = super().__new__(cls, text)
        made.target = target
        return made


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
    ("Đo được bằng thời hạn, con số hoặc sản phẩm", 16),
    ("Định kỳ", 20),
    ("Nơi nhận báo cáo", 24),
    ("Qua", 22),
    ("Tình trạng", 30),
    ("Tính đến ngày", 13),
    ("Ngày báo cáo gần nhất", 13),
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
        site.issuer_of(plan.key),
        plan.subject,
        duty.section,
        site.units[obligation.unit_id].name,
        duty.text,
        one.occurrence.due,
        deadline.raw if deadline else LOOKS[one.state.undated][1],
        one.occurrence.basis,
        one.occurrence.what,
        "có" if duty.measurable else "không",
        ", ".join(words.RECURRENCES[r] for r in duty.recurrence),
        duty.reports_to,
        duty.via,
        one.state.label,
        site.today,
        *_published(one, site.today, settings),
        _address(addresses.obligation(obligation.plan_key, obligation.id), settings),
    )


def _address(address: str, settings: Settings) -> str:
    """A page's address, one that can be followed where the site has a public address."""
    told = place(address, settings)
    return Address(told, told) if settings.site_url else told


def _published(one: Tracked, today: date, settings: Settings) -> tuple[date | None, str, str, str]:
    """The latest report on an occurrence, its evidence, and who confirmed it: what was published by today."""
    entry = next((entry for entry in reversed(one.entries) if entry.on <= today), None)
    if entry is None:
        return None, "", "", ""
    evidence = [(e.title, e.url or place(addresses.evidence(e.file or ""), settings)) for e in entry.evidence]
    confirmed = [said for said in entry.confirmations if said.on <= today]
    files = [
        place(addresses.evidence(said.document_file), settings) for said in confirmed if said.document_file
    ]
    return (
        entry.on,
        f"{entry.reported_by}: {entry.stage.value}. {entry.what}",
        _leading("; ".join(f"{title} ({url})" for title, url in evidence), [url for _, url in evidence]),
        _leading("; ".join(_confirmation(said, settings) for said in confirmed), files),
    )


def _leading(text: str, targets: Sequence[str]) -> str:
    """Text that leads to its only address; a cell can lead to one place alone."""
    whole = [target for target in targets if target.startswith(("https://", "http://"))]
    return Address(text, whole[0]) if len(whole) == len(targets) == 1 else text


def _confirmation(said: Confirmation, settings: Settings) -> str:
    """ "30/5/2024, Ban Thanh tra nhân dân phường Mẫu: đúng như báo cáo (01/BB-BTTND, https://…)"."""
    file = said.document_file and place(addresses.evidence(said.document_file), settings)
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
