"""The figures of a benchmark: one row a measurement, a peer beside ours, and whether it keeps its budget."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

PEERS = ("Python-Markdown", "Material 9", "Pagefind")
UNMEASURED = "không đo được"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. ``ours`` and ``peers`` are in ``unit``; the budget is a bound on ours."""

    what: str
    unit: str
    ours: float | None
    peers: Mapping[str, float | None] = field(default_factory=dict)
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool | None:
        """Whether ours keeps the budget; None where there is none or nothing was measured."""
        if self.ours is None or (self.most is None and self.least is None):
            return None
        return (self.most is None or self.ours <= self.most) and (
            self.least is None or self.ours >= self.least
        )


class Report:
    """Rows by section, printed as Markdown tables while they come in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.missed: list[str] = []

    def say(self, line: str = "") -> None:
        """Print a line and keep it."""
        print(line, flush=True)
        self.lines.append(line)

    def section(self, title: str, rows: Iterable[Row]) -> None:
        """Print a table; rows are measured while it is read."""
        rows = list(rows)
        peers = [peer for peer in PEERS if any(peer in row.peers for row in rows)]
        self.say(f"\n## {title}\n")
        self.say(f"| phép đo | đơn vị | danbiet | {' | '.join([*peers, 'danbiet so với'])} | ngân sách | |")
        self.say(f"| --- | --- | {'---: | ' * (len(peers) + 1)}---: | ---: | --- |")
        for row in rows:
            self.say(_line(row, peers))
            if row.kept is False:
                self.missed.append(
                    f"{title}: {row.what}: {_figure(row.ours)} {row.unit} (ngân sách {_budget(row)})"
                )

    def close(self) -> None:
        """Say what misses its budget."""
        self.say("\n## Chưa đạt ngân sách\n")
        for line in self.missed or ["Không có."]:
            self.say(f"- {line}")


def machine() -> str:
    """This machine, as far as figures depend on it."""
    import os

    return (
        f"{os.cpu_count()} nhân {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    )


def _line(row: Row, peers: list[str]) -> str:
    cells = [row.what + (f" ({row.note})" if row.note else ""), row.unit, _figure(row.ours)]
    cells += [_figure(row.peers[peer]) if peer in row.peers else "" for peer in peers]
    ratios = [
        f"{_figure(row.ours / other)} × {peer}"
        for peer in peers
        if row.ours is not None and (other := row.peers.get(peer))
    ]
    kept = {None: "", True: "đạt", False: "**chưa đạt**"}[row.kept]
    return f"| {' | '.join([*cells, '; '.join(ratios), _budget(row), kept])} |"


def _budget(row: Row) -> str:
    if row.most is not None:
        return f"≤ {_figure(row.most)}"
    return f"≥ {_figure(row.least)}" if row.least is not None else ""


def _figure(value: float | None) -> str:
    """1234.5 → "1.234,5": three significant digits at least, written the Vietnamese way."""
    if value is None:
        return UNMEASURED
    size = abs(value)
    digits = 0 if size >= 100 or float(value).is_integer() else 1 if size >= 10 else 2 if size >= 0.1 else 4
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
