"""``danbiet check``: the officer's companion."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from danbiet import site as whole
from danbiet.check import engine
from danbiet.cli import report
from danbiet.cli.options import stop, the_project, today_option
from danbiet.cli.vietnamese import Command
from danbiet.cli.waiting import waiting
from danbiet.host.config_file import config_issues
from danbiet.host.project import read_settings, today_in_vietnam
from danbiet.issues import has_errors, in_order

_FORMATS = {
    "text": report.as_text,
    "json": report.as_json,
    "github": report.as_github,
    "gitlab": report.as_gitlab,
}

_NO_PLANS = (
    "Chưa có kế hoạch nào: mỗi kế hoạch là một tệp .md trong plans/<năm>/. "
    "Nhập từ Word, PDF bằng danbiet import, hoặc gõ mới bằng danbiet new plan."
)


@click.command(
    cls=Command,
    help="Soát kế hoạch, danh mục, tiến độ: sai ở đâu, sửa ra sao.\n\n"
    "Không nêu tệp thì soát tất cả. Lỗi làm lệnh thất bại (mã 1); cảnh báo và ghi chú thì không.",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[TỆP]…")
@click.option("--json", "form", flag_value="json", help="In dạng JSON.")
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", help="Dạng in ra.")
@today_option
def check(paths: tuple[Path, ...], form: str, today: date | None) -> None:
    """Print every finding, or those on the given files; exit 1 when one of them is an error."""
    project = the_project()
    if absent := next((path for path in paths if not path.exists()), None):
        stop(f"{absent}: không có tệp hoặc thư mục này. Kiểm tra lại tên")
    with waiting("Đang đọc các kế hoạch"):
        site = whole.load(project.root, today or today_in_vietnam(), project.cache)
        of_config = config_issues(project)
        issues = in_order(
            [*of_config, *engine.run(site, *(() if has_errors(of_config) else read_settings(project)))]
        )
    if paths:
        wanted = [path.resolve() for path in paths]
        issues = [
            i for i in issues if any(_within((project.root / i.path).resolve(), path) for path in wanted)
        ]
    text = _FORMATS[form](issues)
    if text:
        click.echo(text)
    if form == "text":
        summary = f"{counted}." if (counted := report.counted(issues)) else "Không thấy gì cần sửa."
        click.echo(("\n" if text else "") + summary)
        if not site.plans and not has_errors(issues):
            click.echo(_NO_PLANS)
    sys.exit(1 if has_errors(issues) else 0)


def _within(file: Path, wanted: Path) -> bool:
    return file == wanted or wanted in file.parents
