"""The register that ships: every fact in its place, every example resolving, every alias one instrument's."""

from collections import Counter

import pytest

from danbiet import cite
from danbiet.model import InstrumentStatus
from danbiet.register import Context, packaged, resolve
from danbiet.register.agencies import read_issuer
from danbiet.register.names import name_form, names_of
from danbiet.register.places import read_place_id, tier_of

ENTRIES = packaged().entries


def test_every_instrument_gathered_so_far_is_there():
    assert len(ENTRIES) >= 73
    assert {key.partition("--")[2] for key in ENTRIES} >= packaged().bodies.keys() - packaged().heirs


@pytest.mark.parametrize("key", ENTRIES)
def test_each_example_resolves_to_its_entry_and_to_no_other(key):
    for example in ENTRIES[key].examples:
        found = resolve(cite.find(example), Context(text=example), packaged())
        assert found, example
        assert found[0].instrument == key, (example, found[0])


def test_almost_every_entry_has_an_example():
    without = {key for key, entry in ENTRIES.items() if not entry.examples}
    assert without == {"nq-dai-hoi-dang-cac-cap-2020-2025"}, "a general way of speaking is no instrument"


def test_each_example_and_each_name_is_one_instruments():
    examples = Counter(example for entry in ENTRIES.values() for example in entry.examples)
    names = Counter(name for e in ENTRIES.values() for name in {name_form(n) for n in names_of(e.instrument)})
    assert [text for text, count in (examples + names).items() if count > 1] == []


def test_relations_lead_to_entries():
    for entry in ENTRIES.values():
        instrument = entry.instrument
        for key in (*instrument.replaced_by, *instrument.amended_by, *instrument.replaces):
            assert key in ENTRIES, (instrument.id, key)


def test_no_party_document_is_said_to_be_in_force():
    in_force = {InstrumentStatus.IN_FORCE, InstrumentStatus.IN_FORCE_AMENDED}
    for entry in ENTRIES.values():
        agency = read_issuer(entry.instrument.issuer).agency
        if agency and agency.group == "đảng":
            assert entry.instrument.status not in in_force, entry.instrument.id


def test_a_presumed_number_is_never_the_number():
    presumed = {
        entry.presumed_number: entry.instrument for entry in ENTRIES.values() if entry.presumed_number
    }
    assert len(presumed) == 4
    for number, instrument in presumed.items():
        assert instrument.number != number
        assert any(number in note and "suy đoán" in note for note in instrument.notes)


def test_every_fact_says_who_says_so():
    unsaid = {key for key, entry in ENTRIES.items() if not entry.instrument.sources}
    assert unsaid == {"hien-phap-2013"}
    assert ENTRIES["hien-phap-2013"].instrument.status is InstrumentStatus.UNVERIFIED
    assert all(source.secondary for entry in ENTRIES.values() for source in entry.instrument.sources)


def test_local_instruments_and_bodies_stand_in_known_places():
    for entry in ENTRIES.values():
        if place := entry.instrument.place:
            assert tier_of(read_place_id(place)), place
            assert entry.instrument.id.endswith(f"--{place}")
    for body in packaged().bodies.values():
        assert body.places[0] == body.id
        assert all(tier_of(read_place_id(place)) for place in body.places)
        assert (body.since or body.ended).isoformat() == "2025-07-01"
        assert body.contact is None


def test_what_became_of_the_five_bodies():
    known = {body.id: [s.code for s in body.successors] for body in packaged().bodies.values()}
    assert known["quang-ninh-phuong-bai-chay"] == ["06673"]
    assert known["hai-duong-xa-chi-minh"] == ["11131"]
    assert known["quang-tri-huyen-vinh-linh"] == ["19363", None, None, None, None]
    assert packaged().bodies["quang-ninh-phuong-bai-chay"].places == (
        "quang-ninh-phuong-bai-chay",
        "quang-ninh-thanh-pho-ha-long",
        "tinh-quang-ninh",
    )
    assert "ngoài văn bản" in packaged().bodies["hai-duong-xa-chi-minh"].district
