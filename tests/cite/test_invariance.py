"""The same instrument, however the mention is damaged: every gold mention, mutated where it stands."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from danbiet.cite import find
from danbiet.model import MentionKind

TESTS = Path(__file__).parents[1]
MUTATIONS = {
    "space after a joint": lambda raw: re.sub(r"(?<=\w)([-/])(?=[A-ZĐ])", r"\1 ", raw, count=1),
    "space before a joint": lambda raw: re.sub(r"(?<=\w)([-/])(?=[A-ZĐ])", r" \1", raw, count=1),
    "line break at a joint": lambda raw: re.sub(r"(?<=\w)([-/])(?=[A-ZĐ])", r"\1\n", raw, count=1),
    "blank line": lambda raw: raw.replace(" ", "\n\n", 1),
    "blank line at every space": lambda raw: raw.replace(" ", " \n\n"),
    "decomposed letters": lambda raw: unicodedata.normalize("NFD", raw),
    "capitals": str.upper,
    "small letters": str.lower,
    "Icelandic eth": lambda raw: raw.replace("Đ", "Ð"),
    "no-break spaces": lambda raw: raw.replace(" ", "\u00a0"),
    "en dash": lambda raw: raw.replace("-", "–"),
    "without số": lambda raw: re.sub(r" s[ốô] ?(?=\d)", " ", raw),
    "sô:": lambda raw: re.sub(r" s[ốô] ?(?=\d)", " sô: ", raw),
    "Số glued to the number": lambda raw: re.sub(r" s[ốô] ?(?=\d)", " Số", raw),
    "bold": lambda raw: f"**{raw}**",
    "bold from the number on": lambda raw: re.sub(r" (\d)", r" **\1", raw, count=1) + "**",
    "soft hyphen and zero-width space": lambda raw: raw.replace("-", "-\u00ad").replace("u", "u\u200b", 1),
    "Cyrillic look-alikes": lambda raw: raw.replace("C", "С").replace("T", "Т"),
}


def gold_mentions():
    gold = json.loads((TESTS / "golden" / "seeds.json").read_text("utf-8"))
    for name in gold:
        if name != "about":
            text = (TESTS / "plans" / "originals" / name).read_text("utf-8")
            for mention in find(text):
                if mention.kind is MentionKind.VAGUE:
                    continue  # its capital is what tells it from any plan or rule
                yield text[max(0, mention.start - 200) : mention.start], mention, text[mention.end :][:200]


@pytest.fixture(scope="module")
def mentions():
    return list(gold_mentions())


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_damaged_mention_reads_the_same(mutation, mentions):
    tried = failed = 0
    for before, mention, after in mentions:
        damaged = MUTATIONS[mutation](mention.raw)
        if damaged == mention.raw:
            continue
        tried += 1
        at = len(before) + 4
        found = [m for m in find(before + damaged + after) if m.start <= at < m.end]
        wanted = (mention.number, mention.type_name, mention.kind)
        # a date shared with a neighbour may lie outside the excerpt
        same_date = found and (found[0].date == mention.date or "ngày" not in mention.raw)
        if not found or (found[0].number, found[0].type_name, found[0].kind) != wanted or not same_date:
            failed += 1
    print(f"\n{mutation}: {tried - failed} of {tried}")
    assert failed <= tried / 100
