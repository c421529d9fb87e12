"""How the engine is put together, and the files that are cut."""

from __future__ import annotations

import re
from pathlib import Path

from danbiet.search import shards

ROOM = Path(__file__).resolve().parents[2] / "theme" / "components" / "search"


def test_every_stage_is_part_of_the_engine() -> None:
    assert {path.stem for path in ROOM.glob("*.js")} == {*shards.STAGES, "search"}


def names(*stages: str) -> list[str]:
    named: list[str] = []
    for stage in stages:
        source = (ROOM / f"{stage}.js").read_text("utf-8")
        named += re.findall(r"^function (\w+)", source, re.MULTILINE)
        for line in re.findall(r"^var (.+)", source, re.MULTILINE):
            named += re.findall(r"(?:^|, )(\w+) = ", line)
    return named


def test_no_two_stages_give_the_same_name() -> None:
    named = names(*shards.STAGES)
    assert len(named) == len(set(named))
    assert {"words", "read", "decode", "Engine", "LATIN_WORD", "MORE"} <= set(named)


def test_later_stages_are_given_all_they_take_of_the_first() -> None:
    script = shards.later().decode()
    given = re.findall(r"(\w+)=of\.\1", script)
    body = script.partition(";")[2].partition(";")[2]
    own = set(
        re.findall(r"\w+", " ".join(re.findall(r"function[ \w]*\(([^)]*)\)", body)))
    )  # what its functions are given
    used = {name for name in names(*shards.FIRST_STAGES) if re.search(rf"(?<![.\w]){name}\b(?!:)", body)}
    assert sorted(used - own) == sorted(given)
    assert len(shards.engine()) < 0.85 * len(shards.engine(bare=True))


def test_each_stage_says_what_it_takes_and_gives() -> None:
    for stage in shards.STAGES:
        if stage == "engine":
            continue
        head = (ROOM / f"{stage}.js").read_text("utf-8").partition("*/")[0]
        assert re.search(r"\bIn: .*\bOut: ", head, re.DOTALL), stage


def test_what_is_published_is_bare() -> None:
    published = shards.engine()
    assert "/*" not in published
    assert not re.search(r"^\s", published, re.MULTILINE)


def test_a_list_sent_as_one_text() -> None:
    assert shards.one_text(["", "b", "doi t"]) == "|b|doi t"
    assert shards.one_text([]) is None


def test_files_begin_where_their_names_do() -> None:
    entries = [("a", "b", "|:x"), ("a", "c", "|:y"), ("b", "a", "|:z")]
    starts, files = shards.cut(entries, "b", 4)
    assert starts == ["", "a c", "b"]
    assert files == {"b0": {"a": "~b|:x"}, "b1": {"a": "~c|:y"}, "b2": {"b": "~a|:z"}}
