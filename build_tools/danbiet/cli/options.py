"""Options and small steps that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from danbiet.host.project import Project, find_project


class IsoDate(click.ParamType[date]):
    """A day in ISO form: 2026-11-20."""

    name = "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error in Vietnamese."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải một ngày. Hãy viết như 2026-11-20", param, ctx)


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--today``: the day states are computed for."""
    return click.option(
        "--today", type=IsoDate(), help="Tính trạng thái cho ngày này (mặc định: hôm nay, giờ Việt Nam)."
    )(command)


def stop(message: str, code: int = 2) -> NoReturn:
    """One line on stderr, and the exit code."""
    click.echo(message, err=True)
    sys.exit(code)


def the_project() -> Project:
    """The repository the command is run in, or a message that says what is missing."""
    project = find_project(Path.cwd())
    if project is None:
        stop(
            "Không thấy trang nào ở đây: thư mục này (và các thư mục trên nó) không có mkdocs.yml cùng plans/. "
            "Hãy vào thư mục của trang, hoặc tạo trang mới bằng: danbiet new site THƯ-MỤC"
        )
    return project


def why_unread(error: OSError) -> str:
    """Why a file could not be opened and what to do, whatever language the system speaks."""
    if isinstance(error, FileNotFoundError):
        return "không có tệp này. Kiểm tra lại tên và thư mục; tên có dấu cách thì đặt trong dấu nháy kép"
    if isinstance(error, IsADirectoryError):
        return "đây là một thư mục. Hãy nêu tên một tệp"
    if isinstance(error, PermissionError):
        return "không được phép đọc tệp này. Đóng chương trình đang mở tệp, hoặc xin quyền đọc"
    return f"không đọc được tệp ({error.strerror}). Kiểm tra lại tên tệp và quyền đọc"


def read_text(path: Path) -> str:
    """A text file in UTF-8, line ends and byte order mark as they are; else one line on stderr, exit 2."""
    try:
        data = path.read_bytes()
    except OSError as error:
        stop(f"{path}: {why_unread(error)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        stop(
            f"{path}: byte thứ {error.start + 1} không phải UTF-8. "
            "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8, hoặc dùng: danbiet import"
        )
