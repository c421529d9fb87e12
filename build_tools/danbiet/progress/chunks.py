"""A progress file cut into its entries, so that hundreds of past versions cost one reading of each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.text import collapse, fold

_TOP = re.compile(r"^(?=[^\s#-])", re.M)
_ENTRIES = "tien do"


def chunks(content: bytes) -> Iterator[bytes]:
    """Small progress files that together say what ``content`` says.

    Cuts only where YAML itself ends an entry: before a dash no deeper than the first one of
    ``tiến độ``. What is not written that way stays in one piece.
    """
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    rest: list[str] = []
    for section in _TOP.split(text):
        head, _, body = section.partition("\n")
        if collapse(fold(head).replace("_", " ")).rstrip(": ") != _ENTRIES:
            rest.append(section)
            continue
        first = re.search(r"^( *)- ", body, re.M)
        if not first or body[: first.start()].replace(" ", "").strip("\n").startswith(("[", "{")):
            rest.append(section)
            continue
        for entry in re.split(rf"^(?={first.group(1)}- )", body, flags=re.M)[1:]:
            yield f"cơ quan: x\ntiến độ:\n{entry}".encode()
    if rest:
        yield "".join(rest).encode()
