"""``danbiet import``: a signed document → a plan's file."""

from __future__ import annotations

from pathlib import Path

import click

from danbiet import draft
from danbiet.cli.options import stop
from danbiet.cli.vietnamese import Command
from danbiet.host.project import find_project, today_in_vietnam


@click.command("import", cls=Command, help="Nhập văn bản .docx, .pdf, .txt hoặc .md thành tệp kế hoạch.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi vào tệp này.")
def import_(file: Path, output: Path | None) -> None:
    """Write a plan drafted from a document, and list what was not certain; exit 2 when it cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        stop(f"{file}: không đọc được tệp ({error.strerror}). Kiểm tra lại tên tệp và quyền đọc")
    read, issues = draft.read(data, file.name)
    if read is None:
        stop("\n".join(f"{file}: {issue.message}. {issue.remedy}" for issue in issues))
    target = output or _proposed(read)
    if target.exists():
        stop(f"{target}: đã có tệp này; không ghi đè. Chọn tên khác bằng -o")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(draft.compose(read), encoding="utf-8", newline="\n")
    click.echo(f"Đã ghi {target.as_posix()}.")
    for doubt in read.doubts:
        click.echo(f"  Chưa chắc: {doubt}")
    click.echo("Hãy đối chiếu với bản đã ký, rồi soát bằng: danbiet check")


def _proposed(read: draft.Draft) -> Path:
    """plans/<năm>/<slug>.md of the repository one stands in, else beside where one stands."""
    project = find_project(Path.cwd())
    year, slug = read.year or today_in_vietnam().year, draft.slug_for(read)
    if project is None:
        return Path(f"{slug}.md")
    folder = project.root / "plans" / str(year)
    return (
        folder.relative_to(Path.cwd()) / f"{slug}.md" if Path.cwd() == project.root else folder / f"{slug}.md"
    )
