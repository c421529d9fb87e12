"""The data is right: each example in types.yml reads as its type, each law's name as one name."""

import pytest

from danbiet.cite import find
from danbiet.cite.lexicon import load, type_words


@pytest.mark.parametrize(
    ("name", "example"), [(word.name, example) for word in type_words() for example in word.examples]
)
def test_each_example_reads_as_its_type(name, example):
    (mention,) = find(f"thực hiện {example} về việc này")
    assert mention.type_name == name
    assert mention.raw == example


@pytest.mark.parametrize(
    ("kind", "room"), [("Luật", "laws"), ("Bộ luật", "codes"), ("Pháp lệnh", "ordinances")]
)
def test_each_known_name_is_read_whole(kind, room):
    for name in load("laws.yml")[room]:
        (mention,) = find(f"quy định tại {kind} {name} và văn bản khác")
        assert mention.raw == f"{kind} {name}"


def test_every_type_has_examples_and_no_name_stands_twice():
    names = [word.name for word in type_words()]
    assert len(names) == len(set(names))
    assert all(word.examples for word in type_words())


def test_other_names_lead_to_known_laws():
    data = load("laws.yml")
    assert set(data["other_names"].values()) <= set(data["laws"])
