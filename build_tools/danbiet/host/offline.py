"""The edition that opens from a disk: links that name their file, and one archive of the whole."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_LINK = re.compile(r'(?P<before>\s(?:href|action)=")(?P<path>[^"#?:]+)(?P<after>[#?][^"]*)?"')
_FIXED_TIME = (2000, 1, 1, 0, 0, 0)


def name_files(html: str) -> str:
    """A page whose links to folders lead to their ``index.html``; links to other sites stay.

    The pages are made by templates of ours, which write attributes in double quotes.
    """
    return _LINK.sub(_with_file_name, html)


def _with_file_name(match: re.Match[str]) -> str:
    path, after = match["path"], match["after"] or ""
    if path.startswith("//") or path.rpartition("/")[2] not in ("", ".", ".."):
        return match[0]
    folder = path if path.endswith("/") else f"{path}/"
    return f'{match["before"]}{folder}index.html{after}"'


def archive(folder: Path, target: Path) -> Path:
    """A zip of a folder, the same bytes for the same content; returns its path. It is there whole or not at all."""
    part = target.with_name(f"{target.name}.danbiet-moi")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as bundle:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}", _FIXED_TIME)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(info, file.read_bytes())
    part.replace(target)
    return target
