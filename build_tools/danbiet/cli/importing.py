"""``danbiet import``: a signed document → a plan's file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from danbiet import draft, parse, register, ward_files
from danbiet import site as whole
from danbiet.cli.options import stop, why_unread
from danbiet.cli.vietnamese import Command
from danbiet.cli.waiting import waiting
from danbiet.host.project import Project, find_project, today_in_vietnam
from danbiet.model import Body
from danbiet.records import kept_file_slip
from danbiet.text import slug

_ISSUER = "cơ quan ban hành"


@click.command("import", cls=Command, help="Nhập văn bản .docx, .pdf, .txt, .md thành tệp kế hoạch.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi vào tệp này (chỉ khi nhập một tệp)."
)  # fmt: skip
@click.option(
    "--keep-original", is_flag=True, help="Chép cả tệp gốc để cạnh kế hoạch, trang sẽ có đường tải."
)
def import_(files: tuple[Path, ...], output: Path | None, keep_original: bool) -> None:
    """Write plans drafted from documents, and list what was not certain; exit 2 when one cannot be read."""
    if output and len(files) > 1:
        stop("-o chỉ dùng khi nhập một tệp. Bỏ -o để mỗi tệp có tên theo trích yếu")
    project = find_project(Path.cwd())
    failed = []
    for number, file in enumerate(files, start=1):
        with waiting(f"Đang đọc {file.name} ({number}/{len(files)})"):
            read, why = _read(file)
        if read is None:
            failed.append(why)
            continue
        _write(file, _with_year(_with_issuer(read, project)), output, project, keep_original)
    if failed:
        stop("\n".join(failed))
    click.echo("Hãy đối chiếu với bản đã ký, rồi soát bằng: danbiet check")


def _read(file: Path) -> tuple[draft.Draft | None, str]:
    """The draft of a file, or why there is none and what to do."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, f"{file}: {why_unread(error)}"
    read, issues = draft.read(data, file.name, parse.heal)
    return read, "\n".join(f"{file}: {issue.message}. {issue.remedy}" for issue in issues)


def _write(file: Path, read: draft.Draft, output: Path | None, project: Project | None, keep: bool) -> None:
    target = output or _proposed(read, project)
    if target.exists():
        stop(f"{target}: đã có tệp này; không ghi đè. Chọn tên khác bằng -o")
    target.parent.mkdir(parents=True, exist_ok=True)
    if keep:
        if slip := kept_file_slip(file.name):
            stop(f"{file}: {slip.message}. {slip.remedy}; hoặc nhập lại mà không giữ bản gốc")
        original = target.with_name(f"{target.stem}{file.suffix.lower()}")
        if original.exists() and original.resolve() != file.resolve():
            stop(f"{original}: đã có tệp này; không ghi đè. Chọn tên khác bằng -o")
        if not original.exists():
            original.write_bytes(file.read_bytes())
        read = replace(read, original=original.name)
    target.write_text(draft.compose(read), encoding="utf-8", newline="\n")
    click.echo(f"Đã ghi {target.as_posix()}.")
    for doubt in read.doubts:
        click.echo(f"  Chưa chắc: {doubt}")


def _with_issuer(read: draft.Draft, project: Project | None) -> draft.Draft:
    """Where a document names no issuer: the one body of a ward's own register, said to be inferred.

    Not where the document's place names point at another body: then a person must say.
    """
    body = _own_body(project)
    if read.head.issuer or body is None:
        return read
    meant = register.infer_body(read.body, whole.load_register(project.root if project else None))
    if meant is not None and meant.id != body.id:
        doubt = f"Không điền {_ISSUER} theo kho này ({body.name}), vì văn bản có vẻ của {meant.name}"
        return replace(read, doubts=(*read.doubts, doubt))
    why = "văn bản không ghi tên cơ quan; lấy cơ quan duy nhất trong danh mục của kho này"
    return replace(
        read,
        head=replace(read.head, issuer=body.name),
        inferred={**read.inferred, _ISSUER: why},
        doubts=(
            *(doubt for doubt in read.doubts if _ISSUER not in doubt),
            f"“{_ISSUER}” là suy ra: {why}",
        ),
    )


def _with_year(read: draft.Draft) -> draft.Draft:
    """Where no year is known, the doubt says which one the file is put under, and what to do about it."""
    if read.year is not None:
        return read
    taken = (
        f"Không rõ năm ban hành nên tạm lấy năm nay ({today_in_vietnam().year}); "
        "nếu không phải, điền “năm” và chuyển tệp vào plans/<năm>/"
    )
    return replace(read, doubts=tuple(taken if doubt == draft.NO_YEAR else doubt for doubt in read.doubts))


def _own_body(project: Project | None) -> Body | None:
    if project is None:
        return None
    local, _ = register.read_local(ward_files.register_files(project.root))
    return next(iter(local.bodies.values())) if len(local.bodies) == 1 else None


def _proposed(read: draft.Draft, project: Project | None) -> Path:
    """plans/<năm>/<slug>.md of the repository one stands in, else beside where one stands.

    The year stands in the folder, so that the name does without it.
    """
    year = read.year or today_in_vietnam().year
    subject = (read.head.subject or "").replace(f"năm {year}", " ")
    short = replace(read, head=replace(read.head, subject=subject if slug(subject) else read.head.subject))
    name = f"{draft.slug_for(short)}.md"
    if project is None:
        return Path(name)
    folder = project.root / ward_files.PLANS / str(year)
    return (folder.relative_to(Path.cwd()) if Path.cwd() == project.root else folder) / name
