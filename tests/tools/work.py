"""Work counted, not timed: the steps danbiet's own code takes, the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from tests.conftest import ROOT

_OURS = (str(ROOT / "build_tools"), "<string>")  # what dataclasses make of our records is of "<string>"


def steps(call: Callable[[], object]) -> int:
    """How many byte codes of danbiet ``call`` executes. What runs in C counts as one step."""
    taken = 0

    def enter(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(_OURS):
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return step

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal taken
        taken += event == "opcode"
        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        call()
    finally:
        sys.settrace(before)
    return taken


def growth(of: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times the steps for ``size`` are taken for twice as much: 2 where work grows with what is given."""
    for one in (of(size), of(2 * size)):  # what is cached or compiled once is no part of either
        one()
    return steps(of(2 * size)) / steps(of(size))
