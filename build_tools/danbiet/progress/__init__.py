"""Progress: what was reported on each obligation, and what can be said of it on a day.

``read`` reads plans/_tien-do/*.yml, ``edited`` compares them with their own past, ``site_states``
gives every occurrence of every obligation its state. The browser half of the one rule of states is
theme/components/state/state.js.
"""

from danbiet.progress.immutability import RULE_EDITED, edited
from danbiet.progress.occurrences import Occurrence, answers, occurrences
from danbiet.progress.read import (
    Declared,
    ProgressFiles,
    evidence_files,
    missing_files,
    read,
    read_files,
    reporting_bodies,
)
from danbiet.progress.schema import json_schema
from danbiet.progress.state import LOOKS, State, StateKind
from danbiet.progress.states import (
    SOON_DAYS,
    TRUE_FINDING,
    UNDOCUMENTED,
    Tracked,
    confirmation_label,
    confirms,
    may_confirm,
    site_states,
    state_of,
    turns,
)

__all__ = [
    "LOOKS",
    "RULE_EDITED",
    "SOON_DAYS",
    "TRUE_FINDING",
    "UNDOCUMENTED",
    "Declared",
    "Occurrence",
    "ProgressFiles",
    "State",
    "StateKind",
    "Tracked",
    "answers",
    "confirmation_label",
    "confirms",
    "edited",
    "evidence_files",
    "json_schema",
    "may_confirm",
    "missing_files",
    "occurrences",
    "read",
    "read_files",
    "reporting_bodies",
    "site_states",
    "state_of",
    "turns",
]
