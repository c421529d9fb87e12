"""How well the five plans are read: ``make score``.

Prints precision, recall and F1 of citations and obligations against tests/golden/seeds.json, the
accuracy of numbers, dates, links, units and deadlines, and what was gained and lost against the
last release (tests/golden/last-release.json; ``--release`` writes it anew).
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tests.conftest import ROOT, TODAY

from danbiet import site as whole
from danbiet.cite.score import changes, compare, flat_offsets, total
from danbiet.model import Obligation, Site

GOLD = ROOT / "tests" / "golden" / "seeds.json"
ORIGINALS = ROOT / "tests" / "plans" / "originals"
RELEASE = ROOT / "tests" / "golden" / "last-release.json"
Row = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Print the figures."""
    gold = {name: plan for name, plan in json.loads(GOLD.read_text("utf-8")).items() if name != "about"}
    register = whole.load_register(None)
    texts = [(name, (ORIGINALS / name).read_text("utf-8")) for name in gold]
    site = whole.read_files(texts, register, TODAY)
    found = [*citations(gold, texts, site), *obligations(gold, texts, site)]
    if "--release" in arguments:
        RELEASE.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    elif RELEASE.exists():
        gained, lost = changes(json.loads(RELEASE.read_text("utf-8")), found)
        print(f"so với bản phát hành trước: thêm {len(gained)}, mất {len(lost)}")
        for sign, lines in (("+", gained), ("-", lost)):
            for line in lines:
                print(f"  {sign} {line}")


def citations(gold: dict[str, Row], texts: list[tuple[str, str]], site: Site) -> list[str]:
    """Print the figures of citations; every mention with its link, as one line each."""
    score = total(
        compare(text, [c.mention for c in site.citations[name]], gold[name]["citations"])
        for name, text in texts
    )
    print(f"viện dẫn: P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}  ({score.expected})")
    print("  " + "  ".join(f"{what} {score.accuracy(what):.4f}" for what in score.right))
    linked = wrong = 0
    for name, text in texts:
        offsets = flat_offsets(text)
        expected = {(g["start"], g["end"]): g["canonical"] for g in gold[name]["citations"]}
        for citation in site.citations[name]:
            span = (offsets[citation.mention.start], offsets[citation.mention.end - 1] + 1)
            linked += citation.instrument is not None and citation.instrument == expected.get(span)
            wrong += citation.instrument is not None and citation.instrument != expected.get(span)
    print(f"  dẫn đúng văn bản {linked}/{score.expected}, dẫn nhầm {wrong}")
    return [
        f"{n}: {' '.join(c.mention.raw.split())} → {c.page_id}" for n, _ in texts for c in site.citations[n]
    ]


def obligations(gold: dict[str, Row], texts: list[tuple[str, str]], site: Site) -> list[str]:
    """Print the figures of obligations; every one as a line."""
    expected = found = matched = 0
    right = dict.fromkeys(("unit", "deadlines", "recurrence", "reports_to", "via", "section"), 0)
    for name, text in texts:
        offsets = flat_offsets(text)
        wanted = {(g["start"], g["end"], g["unit"]): g for g in gold[name]["obligations"]}
        read = {
            (offsets[o.duty.start], offsets[o.duty.end - 1] + 1, o.duty.unit): o
            for o in site.obligations[name]
        }
        expected, found = expected + len(wanted), found + len(read)
        for key in wanted.keys() | read.keys():
            if key in wanted and key in read:
                matched += 1
                for what, same in _same(wanted[key], read[key]).items():
                    right[what] += same
            else:
                sign = "thiếu" if key in wanted else "thừa"
                print(
                    f"  {sign}: {name} {key[2]}: {' '.join(text.split())[max(0, key[0] - 1) : key[0] + 60]}"
                )
    print(f"việc: P {matched / max(1, found):.4f}  R {matched / max(1, expected):.4f}  ({expected})")
    print("  " + "  ".join(f"{what} {count / max(1, matched):.4f}" for what, count in right.items()))
    return [f"{n}: {o.unit_id}: {o.duty.text}" for n, _ in texts for o in site.obligations[n]]


def _same(gold: Row, read: Obligation) -> dict[str, bool]:
    duty = read.duty
    return {
        "unit": gold["unit"] == duty.unit,
        "deadlines": [(d["raw"], d["when"]) for d in gold["deadlines"]]
        == [(d.raw, d.when) for d in duty.deadlines],
        "recurrence": sorted(gold["recurrence"]) == sorted(r.value for r in duty.recurrence),
        "reports_to": gold["reports_to"] == duty.reports_to,
        "via": gold["via"] == duty.via,
        "section": gold["section"] == duty.section,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
