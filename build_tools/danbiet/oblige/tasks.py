"""Tasks with labels ("Đơn vị chủ trì: …") and tables whose header names the columns."""

from __future__ import annotations

from collections.abc import Sequence

from danbiet.model import Duty
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import Place


def read_tasks(walked: Sequence[Place], make: DutyMaker) -> tuple[list[Duty], frozenset[int]]:
    """The duties of task lists and tables, and the indexes of the places they were read from."""
    return [], frozenset()
