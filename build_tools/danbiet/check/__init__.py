"""The rules: each looks at a whole Site and yields findings.

One rule, one file, one test of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from danbiet.issues import Issue
from danbiet.model import Site

Rule = Callable[[Site], Iterator[Issue]]

RULES: tuple[Rule, ...] = ()
