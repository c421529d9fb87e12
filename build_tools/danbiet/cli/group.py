"""The ``danbiet`` command and its list of subcommands."""

from __future__ import annotations

import click

from danbiet import __version__
from danbiet.cli.build import build, serve
from danbiet.cli.check import check
from danbiet.cli.cite import cite
from danbiet.cli.importing import import_
from danbiet.cli.new import new
from danbiet.cli.obligations import obligations
from danbiet.cli.vietnamese import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="danbiet %(version)s", help="In phiên bản.")
def main() -> None:
    """Dân biết, dân kiểm tra: đăng kế hoạch của xã, phường thành trang web để người dân theo dõi."""


for command in (new, import_, check, serve, build, obligations, cite):
    main.add_command(command)
