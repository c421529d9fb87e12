"""``danbiet cite``: the citations in any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from danbiet import site as whole
from danbiet.cli.options import read_text
from danbiet.cli.vietnamese import Command
from danbiet.host.project import find_project
from danbiet.model import Citation


@click.command(cls=Command, help="Đọc các viện dẫn trong tệp văn bản hoặc Markdown.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP…")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
def cite(files: tuple[Path, ...], as_json: bool) -> None:
    """Print each citation with what it leads to; a file that cannot be read gives exit 2."""
    project = find_project(Path.cwd())
    register = whole.load_register(project.root if project else None)
    read = [(file, whole.cite_text(file.as_posix(), read_text(file), register)) for file in files]
    if as_json:
        rows = [{"file": str(file), "citations": [citation_json(c) for c in found]} for file, found in read]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for file, found in read:
        for citation in found:
            target = citation.instrument or (
                " | ".join(citation.candidates) if citation.candidates else "chưa xác định"
            )
            click.echo(f"{file}: {citation.mention.raw} → {target}")


def citation_json(citation: Citation) -> dict[str, Any]:
    """One citation with the fields that DESIGN.md fixes for ``danbiet cite --json``."""
    mention = citation.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "core_start": mention.core_start,
        "core_end": mention.core_end,
        "type": mention.type_name,
        "number": mention.number,
        "date": str(mention.date) if mention.date and mention.date.month else None,
        "issuer": mention.issuer,
        "kind": mention.kind.value,
        "instrument": citation.instrument,
        "candidates": list(citation.candidates),
        "provision": mention.provision,
    }
