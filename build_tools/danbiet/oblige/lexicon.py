"""The words this room reads by, from its data files: a clerk may add to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from danbiet.oblige.words import Phrases
from danbiet.records import shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Phrases of data/units.yml and data/verbs.yml, under the names they have there."""

    determiners: Phrases
    leaders: Phrases
    heads: Phrases
    ambiguous: Phrases
    fields: Phrases
    group_nouns: Phrases
    not_units: Phrases
    compounds: Phrases
    names_with_verb: Phrases
    commands: Phrases
    links: Phrases
    verbs: Phrases
    openers: Phrases
    past: Phrases
    levels: Phrases
    after_levels: Phrases
    not_titles: Phrases
    within: Phrases
    directing: Phrases
    while_doing: Phrases
    dated: Phrases
    charges: Phrases
    missions: Phrases
    persons: Phrases
    stances: Phrases
    stances_of_leaders: Phrases
    set_tasks: Phrases
    leads: Phrases
    troubles: Phrases
    skipped: Phrases
    heading_leads: Phrases
    responsible: Phrases
    relating: Phrases
    urging: Phrases
    begun: Phrases
    plain_work: Phrases


@cache
def lexicon() -> Lexicon:
    """The packaged words."""
    lists = {**shipped("oblige", "units.yml"), **shipped("oblige", "verbs.yml")}
    return Lexicon(**{name: Phrases(lists[name]) for name in Lexicon.__dataclass_fields__})


@cache
def section_patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns of section titles, folded, by kind: ``assignment``, ``never``, ``plain``."""
    return {
        kind: tuple(re.compile(rf"(?:{pattern})\Z") for pattern in patterns)
        for kind, patterns in shipped("oblige", "sections.yml").items()
    }


@cache
def patterns(name: str) -> dict[str, Any]:
    """A data file of patterns as it stands."""
    found: dict[str, Any] = shipped("oblige", name)
    return found
