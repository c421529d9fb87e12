"""Files a phone can load: each a classic script, so that they also load from a disk (file://).

A script calls ``danbietShard(name, data)``. Words and pairs stand in order and are cut into files
of like size; the table of contents holds where each begins, so that a reader fetches only those
that hold what was typed. All files but the engine, which ends in the table of contents, stand
below a name made from their content: they can be kept for ever.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

from danbiet.addresses import SEARCH
from danbiet.output import Artifact

INDEX = f"{SEARCH}muc-luc/"
ENGINE = f"{INDEX}may-tim.js"
LUNR = f"{INDEX}lunr.js"

# The engine's stages, each a file of theme/components/search/, in the order of the work.
FIRST_STAGES = (
    "words",
    "query",
    "postings",
    "files",
    "ranking",
    "choosing",
    "matching",
    "passages",
    "results",
    "engine",
)
# What few searches need is a file of the index, and what it takes of the stages before it.
LATER, LATER_STAGES = "x", ("narrowing", "near")
_TAKEN = ("Engine", "FORCE", "I_OR_Y", "decode", "fold", "load", "read", "statesOf", "word")
STAGES = (*FIRST_STAGES, *LATER_STAGES)

# Comments that have lines of their own, remarks behind code, and what stands before code; a phone has no use for them.
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"(?<=[;,{}]) +// [^\n\"'`]*$", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
# Tells Chromium (from 136) to compile every function while the script loads, beside the page's own work, instead
# of each in the midst of the first search.
_AT_ONCE = "//# allFunctionsCalledOnLoad\n"

Shards = dict[str, object]  # what each file holds, by name


def cut(entries: Iterable[tuple[str, str, str]], prefix: str, size: int) -> tuple[list[str], Shards]:
    """Entries (first word, second word, postings) in files of about ``size`` characters before packing.

    Gives where each file begins ("doi t": the shortest start that tells it from the one before)
    and the files by name: ``{first word: "~second|marks:gaps:flags|…~second…"}``.
    """
    starts: list[str] = []
    cut_up: dict[str, dict[str, list[str]]] = {}
    groups: dict[str, list[str]] = {}
    length, last = 0, ""
    for first, second, coded in entries:
        name = f"{first} {second}" if first else second
        if not groups or length + len(coded) > size:
            starts.append(_shortest_start(last, name) if starts else "")
            groups, length = {}, 0
            cut_up[f"{prefix}{len(starts) - 1}"] = groups
        groups.setdefault(first, []).append(f"~{second}{coded}")
        length += len(second) + len(coded)
        last = name
    return starts, {
        name: {first: "".join(e) for first, e in groups.items()} for name, groups in cut_up.items()
    }


def artifacts(
    contents: dict[str, object], shards: Shards, lunr_script: str | None = None
) -> Iterator[Artifact]:
    """The shards, the engine with their table of contents, and lunr as files."""
    files = {name: _script(name, data) for name, data in shards.items()}
    files[LATER] = later()
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(files[name])
    version = digest.hexdigest()[:10]
    for name, content in files.items():
        yield Artifact(address=f"{INDEX}{version}/{name}.js", content=content)
    # The engine goes with the index it reads, not with the page, and brings the table of contents:
    # nothing loads it before a search, and one file is one journey less on a slow network.
    toc = _script("", {"v": version, **contents})
    yield Artifact(address=ENGINE, content=engine().encode() + toc)
    if lunr_script is not None:
        yield Artifact(address=LUNR, content=_lighter(lunr_script).encode())


def engine(bare: bool = False) -> str:
    """The engine's first stages as the one script that is published; ``bare``, all with their names in sight."""
    if bare:
        return _joined(STAGES)
    taken = ",".join(f"{name}:{name}" for name in _TAKEN)
    return f'{_AT_ONCE}(function () {{\n"use strict";\n{_joined(FIRST_STAGES)}later={{{taken}}};\n}})();\n'


def later() -> bytes:
    """The other stages, as a file that gives a function from what they take of the first."""
    taken = ",".join(f"{name}=of.{name}" for name in _TAKEN)
    script = f'function (of) {{\n"use strict";\nvar {taken};\n{_joined(LATER_STAGES)}}}'
    return f"danbietShard({json.dumps(LATER)},{script})\n".encode()


def _joined(stages: Sequence[str]) -> str:
    folder = resources.files("danbiet.theme").joinpath("components/search")
    return "".join(_lighter(folder.joinpath(f"{stage}.js").read_text("utf-8")) for stage in stages)


def one_text(names: Sequence[str]) -> str | None:
    """A list of names as one text ("a|b"), which phones read faster than a list; of none, nothing."""
    return "|".join(names) if names else None


def _lighter(script: str) -> str:
    """A script as phones get it; what states a licence stays."""
    bare = _COMMENT.sub(lambda found: found[0] if "licen" in found[0].lower() else "", script)
    return _INDENT.sub("", _REMARK.sub("", bare))


def _shortest_start(before: str, name: str) -> str:
    for length in range(1, len(name)):
        if name[:length] > before:
            return name[:length]
    return name


def _script(name: str, data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Two line ends that JSON allows and old browsers do not take in a script.
    text = text.replace("\u2028", " ").replace("\u2029", " ")
    return f"danbietShard({json.dumps(name)},{text})\n".encode()
