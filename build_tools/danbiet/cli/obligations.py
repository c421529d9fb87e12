"""``danbiet obligations``: what each unit has to do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from danbiet import site as whole
from danbiet.cli.options import read_text, stop, the_project, today_option
from danbiet.cli.vietnamese import Command
from danbiet.host.project import find_project, today_in_vietnam
from danbiet.model import Obligation, Site


@click.command(cls=Command, help="Liệt kê các việc được giao.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[TỆP]…")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@today_option
def obligations(files: tuple[Path, ...], as_json: bool, today: date | None) -> None:
    """Print the obligations of the site, or of the given files read alone."""
    if files:
        project = find_project(Path.cwd())
        register = whole.load_register(project.root if project else None)
        site = whole.read_files(
            [(f.as_posix(), read_text(f)) for f in files], register, today or today_in_vietnam()
        )
    else:
        site = whole.load(the_project().root, today or today_in_vietnam())
        if whole.unreadable(site):
            stop("Có kế hoạch chưa đọc được: xem bằng lệnh danbiet check.", 2)
    found = [obligation for group in site.obligations.values() for obligation in group]
    if as_json:
        from danbiet import feeds  # its libraries take a while to load; other commands do without

        rows = [feeds.obligation_json(obligation, site, None) for obligation in found]
        click.echo(json.dumps({"obligations": rows}, ensure_ascii=False, indent=2))
        return
    for obligation in found:
        click.echo(_line(obligation, site))


def _line(obligation: Obligation, site: Site) -> str:
    """One line, the id first: that is what a progress file names an obligation by."""
    duty = obligation.duty
    days = "; ".join(deadline.raw for deadline in duty.deadlines) or "kế hoạch không nêu thời hạn"
    unit = site.units[obligation.unit_id].name
    return f"{obligation.id} | {duty.section or '–'} | {unit} | {duty.text} | {days}"
