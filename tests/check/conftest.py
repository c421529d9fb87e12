"""What the rules of progress are tried on: the fictional ward of tests/sites/phuong-mau."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from danbiet import site as whole
from danbiet.model import Site

WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"


@pytest.fixture(scope="session")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """tests/sites/phuong-mau on 1/10/2024, without this repository's history."""
    root = tmp_path_factory.mktemp("ward") / "phuong-mau"
    return whole.load(Path(shutil.copytree(WARD, root)), date(2024, 10, 1))
