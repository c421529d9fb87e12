"""``danbiet new site`` and ``danbiet new plan``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from danbiet import __version__, register, starter, ward_files
from danbiet.cli.options import stop, the_project
from danbiet.cli.schemas import schemas
from danbiet.cli.vietnamese import Group
from danbiet.host.project import today_in_vietnam
from danbiet.model import Body
from danbiet.records import mail_address_slip, web_address_slip
from danbiet.text import collapse, nfc, slug

_QUESTIONS = {
    "body": "Tên cơ quan (ví dụ: UBND phường Bãi Cháy)",
    "province": "Tỉnh hoặc thành phố (ví dụ: Quảng Ninh)",
    "email": "Thư điện tử nhận phản ánh (chưa có: Enter)",
    "telephone": "Điện thoại (chưa có: Enter)",
    "address": "Địa chỉ trụ sở (chưa có: Enter)",
    "site_url": "Địa chỉ công khai của trang, https://… (chưa có: Enter)",
}


@click.group(cls=Group, help="Tạo kho mới, hoặc một kế hoạch trống.")
def new() -> None:
    """Make something new."""


@new.command(help="Tạo kho đầy đủ cho một xã, phường.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ-MỤC")
@click.option("--body", metavar="TÊN", help="Tên cơ quan, như “UBND phường Bãi Cháy”.")
@click.option("--province", metavar="TÊN", help="Tỉnh hoặc thành phố.")
@click.option("--email", metavar="ĐỊA-CHỈ", help="Thư điện tử nhận phản ánh, kiến nghị.")
@click.option("--telephone", metavar="SỐ", help="Điện thoại.")
@click.option("--address", metavar="ĐỊA-CHỈ", help="Địa chỉ trụ sở.")
@click.option("--site-url", metavar="ĐỊA-CHỈ", help="Địa chỉ công khai của trang.")
@click.option(
    "--package",
    metavar="GÓI",
    default=f"danbiet=={__version__}",
    help="Cách cài phần mềm, ghi vào requirements.txt.",
)
def site(folder: Path, package: str, **given: str | None) -> None:
    """A ward's own repository from the installed package alone."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(f"{folder}: đã có và không trống. Chọn một thư mục chưa có, để không đè lên tệp nào")
    said = {name: _answer(name, given[name]) for name in _QUESTIONS}
    if not said["body"]:
        stop("Thiếu tên cơ quan. Thêm: --body “UBND phường …”")
    for name, slip_of in (("site_url", web_address_slip), ("email", mail_address_slip)):
        if said[name] and (slip := slip_of(said[name])):
            stop(f"“{said[name]}”: {slip.message}. {slip.remedy}")
    province = said["province"] or None
    body = register.body_for(said["body"], province, register.packaged(), today_in_vietnam())
    answers = starter.Answers(
        **{**said, "body": body.name, "site_url": said["site_url"] and said["site_url"].rstrip("/") + "/"},
        body_id=body.id,
        level=body.level,
        place=body.place,
        package=package,
    )
    _write(folder, {**starter.site_files(answers), **schemas()})
    click.echo(f"Đã tạo {folder}. Tiếp theo:")
    click.echo(f"  cd {_quoted(folder)}\n  git init -b main\n  danbiet check\n  danbiet serve")


@new.command(help="Tạo một kế hoạch trống trong plans/<năm>/.")
@click.option(
    "--subject",
    metavar="CHỮ",
    prompt="Trích yếu (ví dụ: Thực hiện dân chủ ở cơ sở năm 2026)",
    help="Trích yếu.",
)
@click.option("--year", metavar="SỐ", type=int, help="Năm (mặc định: năm nay).")
@click.option("--slug", "name", metavar="TÊN", help="Tên tệp không dấu (mặc định: theo trích yếu).")
def plan(subject: str, year: int | None, name: str | None) -> None:
    """A blank plan with every key of the front matter explained."""
    root = the_project().root
    year = year or today_in_vietnam().year
    body = _own_body(root)
    file = root / ward_files.PLANS / str(year) / f"{slug(name or _without_year(subject, year))}.md"
    if file.exists():
        stop(f"{file.relative_to(root).as_posix()}: đã có kế hoạch này. Chọn tên khác bằng --slug")
    text = starter.blank_plan(
        issuer=body.name if body else "", place=body.place if body else "", year=year, subject=nfc(subject)
    )
    _write(root, {file.relative_to(root).as_posix(): text})
    click.echo(f"Đã tạo {file.relative_to(root).as_posix()}. Điền xong, soát bằng: danbiet check")


def _quoted(path: Path) -> str:
    """A path as it is typed in a command: in quotes where a space stands in it."""
    return f'"{path}"' if " " in str(path) else str(path)


def _answer(name: str, given: str | None) -> str:
    """What was given as an option; else asked where somebody can answer; else nothing."""
    if given is None and sys.stdin.isatty():
        given = click.prompt(_QUESTIONS[name], default="", show_default=False)
    return collapse(nfc(given or ""))


def _own_body(root: Path) -> Body | None:
    """The one body of a ward's own register; nothing where there are several."""
    local, _ = register.read_local(ward_files.register_files(root))
    return next(iter(local.bodies.values())) if len(local.bodies) == 1 else None


def _without_year(subject: str, year: int) -> str:
    return subject.replace(f"năm {year}", "").strip()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
