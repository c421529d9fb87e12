"""``danbiet build`` and ``danbiet serve``."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click

from danbiet.cli.options import stop, the_project, today_option
from danbiet.cli.report import counted
from danbiet.cli.vietnamese import Command
from danbiet.cli.waiting import waiting


@click.command(
    cls=Command, help="Dựng trang web vào site/.\n\nTrang cũ còn nguyên cho đến khi trang mới xong."
)
@click.option("--out", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help="Dựng vào thư mục này.")
@click.option("--offline", is_flag=True, help="Bản mở được từ đĩa, không cần máy chủ; kèm một tệp zip.")
@today_option
def build(out: Path | None, offline: bool, today: date | None) -> None:
    """Build the site; exit 1 with the errors when it cannot be built."""
    from danbiet.host import build as host  # MkDocs takes a while to load; other commands do without

    project = the_project()
    started = time.perf_counter()
    try:
        with waiting("Đang dựng trang"):
            built = host.build(project, out=out, today=today, offline=offline)
    except host.BuildError as error:
        click.echo(str(error), err=True)
        stop("Chưa dựng được trang; trang cũ (nếu có) còn nguyên. Sửa các chỗ nêu trên rồi chạy lại.", 1)
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    click.echo(
        f"Đã dựng {built.pages} trang từ {built.plans} kế hoạch vào {_shown(built.out)} trong {seconds} giây."
    )
    for warning in built.warnings:
        click.echo(f"MkDocs: {warning}", err=True)
    if built.archive:
        click.echo(f"Bản nén để gửi đi: {_shown(built.archive)}")
    if summary := counted(built.issues):
        click.echo(f"{summary}: xem bằng lệnh danbiet check.")


@click.command(cls=Command, help="Xem thử trang trên máy này.")
@click.option(
    "--address", default="127.0.0.1:8000", metavar="ĐỊA-CHỈ", help="Nơi xem thử (mặc định: 127.0.0.1:8000)."
)
@today_option
def serve(address: str, today: date | None) -> None:
    """Serve a live preview until interrupted."""
    from danbiet.host import build as host

    try:
        host.serve(the_project(), address=address, today=today)
    except host.BuildError as error:
        stop(str(error), 1)


def _shown(path: Path) -> str:
    """The path as one would type it from here."""
    try:
        return f"{path.relative_to(Path.cwd())}"
    except ValueError:
        return str(path)
