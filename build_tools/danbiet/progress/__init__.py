"""Progress: what was reported on each obligation, and what can be said of it on a day.

``read`` reads plans/_tien-do/*.yml, ``edited`` compares them with what was published, ``site_states``
gives every occurrence of every obligation its state. The browser half of the one rule of states is
theme/components/state/state.js.
"""

from danbiet.progress.confirming import (
    UNDOCUMENTED,
    confirmation_label,
    confirms,
    in_order,
    out_of_order,
    own_document,
    party,
)
from danbiet.progress.immutability import RULE_EDITED, History, edited
from danbiet.progress.occurrences import Occurrence, answers, occurrences
from danbiet.progress.periods import told as period_told
from danbiet.progress.read import (
    Declared,
    ProgressFiles,
    evidence_files,
    missing_files,
    read,
    read_files,
    reporting_bodies,
)
from danbiet.progress.replay import bare, published
from danbiet.progress.schema import json_schema
from danbiet.progress.state import LOOKS, State, StateKind
from danbiet.progress.states import (
    SOON_DAYS,
    Tracked,
    site_states,
    state_of,
    turns,
)
from danbiet.progress.withdrawing import mend_or_take_away, way_out

__all__ = [
    "LOOKS",
    "RULE_EDITED",
    "SOON_DAYS",
    "UNDOCUMENTED",
    "Declared",
    "History",
    "Occurrence",
    "ProgressFiles",
    "State",
    "StateKind",
    "Tracked",
    "answers",
    "bare",
    "confirmation_label",
    "confirms",
    "edited",
    "evidence_files",
    "in_order",
    "json_schema",
    "mend_or_take_away",
    "missing_files",
    "occurrences",
    "out_of_order",
    "own_document",
    "party",
    "period_told",
    "published",
    "read",
    "read_files",
    "reporting_bodies",
    "site_states",
    "state_of",
    "turns",
    "way_out",
]
