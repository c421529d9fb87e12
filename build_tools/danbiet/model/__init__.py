"""The records every room agrees on. Plain data: no reading, no rendering, no rules.

Vietnamese terms and their identifiers are tabled in docs/tu-vung.md. Offsets are code points of
the file as read (after decoding UTF-8, line ends as they are); ends are exclusive. Texts that a
reader sees are NFC. Registers, paths and today's date are never looked up here.
"""

from danbiet.model.bodies import Body, Contact, Successor, Unit, UnitKind
from danbiet.model.citing import Citation, Mention, MentionKind, Repair
from danbiet.model.dates import PartialDate
from danbiet.model.duties import Deadline, Duty, Obligation, Recurrence
from danbiet.model.history import Change, ChangeKind, PlanHistory
from danbiet.model.instruments import Instrument, InstrumentStatus, Source, Validity, ValidityState
from danbiet.model.plan import Answer, Block, BlockKind, OriginalFile, Plan, Signer
from danbiet.model.progress import Confirmation, Evidence, ProgressEntry, ProgressStage, Withdrawal
from danbiet.model.whole import Site

__all__ = [
    "Answer",
    "Block",
    "BlockKind",
    "Body",
    "Change",
    "ChangeKind",
    "Citation",
    "Confirmation",
    "Contact",
    "Deadline",
    "Duty",
    "Evidence",
    "Instrument",
    "InstrumentStatus",
    "Mention",
    "MentionKind",
    "Obligation",
    "OriginalFile",
    "PartialDate",
    "Plan",
    "PlanHistory",
    "ProgressEntry",
    "ProgressStage",
    "Recurrence",
    "Repair",
    "Signer",
    "Site",
    "Source",
    "Successor",
    "Unit",
    "UnitKind",
    "Validity",
    "ValidityState",
    "Withdrawal",
]
