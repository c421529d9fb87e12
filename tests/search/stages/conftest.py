"""The stages of the engine in a browser, each function to be called by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from danbiet.search import shards


@pytest.fixture(scope="module")
def run(browser: Any) -> Iterator[Callable[..., Any]]:
    """Calls a JavaScript function with one value, where all that the stages name is in sight."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=shards.engine(bare=True))
    yield page.evaluate
    context.close()
