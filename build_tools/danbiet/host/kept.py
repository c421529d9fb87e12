"""Files that are published as they are: originals and evidence, at addresses that nothing else has.

The second wall behind the rules of ``records``: whatever a page or file is called, it stays in the site's folder.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from danbiet import addresses


def refuse_outside(files: Files) -> None:
    """Stop where a page or file would be written outside the site's folder."""
    for file in files:
        if not _inside(file.dest_uri):
            raise PluginError(
                f"{file.dest_uri}: địa chỉ này dẫn ra ngoài thư mục của trang. Sửa mã đã tạo ra nó"
            )


def refuse_taken(files: Files, kept: Mapping[str, str]) -> None:
    """Stop where a kept file (address → path below the root) would take the place of a page or another file."""
    taken = {file.dest_uri for file in files}
    for address, path in kept.items():
        if addresses.file_at(address) in taken:
            raise PluginError(
                f"{path}: địa chỉ {address} đã là của một trang hoặc tệp khác. Đổi tên tệp này, ở cả chỗ nêu tên nó"
            )


def copy_kept(kept: Mapping[str, str], root: Path, site: Path) -> None:
    """Copy each kept file to its address, byte for byte."""
    for address, path in kept.items():
        target = addresses.file_at(address)
        if not _inside(target):
            raise PluginError(f"{path}: địa chỉ {address} dẫn ra ngoài thư mục của trang. Đổi tên tệp này")
        (site / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, site / target)


def _inside(name: str) -> bool:
    """Whether a path stays below the folder it is written in."""
    path = Path(os.path.normpath(name))
    return not path.anchor and path.parts[:1] != ("..",)
