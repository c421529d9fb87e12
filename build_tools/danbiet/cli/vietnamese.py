"""Help and usage errors in Vietnamese: click speaks English to whoever mistypes a command.

Commands and groups of this program are made with ``cls=Command`` and ``cls=Group``. A message of
click that nobody has translated is shown as it is: an English sentence is better than none.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import click

from danbiet.cli.console import prepare_console
from danbiet.host.faults import DayError

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Tham số"}
_METAVARS = {"[OPTIONS]": "[TÙY CHỌN]", "COMMAND [ARGS]...": "LỆNH [THAM SỐ]…"}

# click's messages, whole, and what is said instead; the groups of the pattern fill the braces.
_MESSAGES = (
    (r"No such option:? '?([^'\s]+?)'?\.?", "Không có tùy chọn “{}”"),
    (r"No such command '(.*)'\.", "Không có lệnh “{}”"),
    (r"Missing command\.", "Thiếu tên lệnh"),
    (r"Option '(.*)' requires an argument\.", "Tùy chọn “{}” cần một giá trị viết liền sau nó"),
    (r"Option '(.*)' does not take a value\.", "Tùy chọn “{}” không nhận giá trị"),
    (r"Got unexpected extra arguments? \((.*)\)\.?", "Thừa “{}”; tên có dấu cách thì đặt trong dấu nháy kép"),
    (r"'(.*)' is not a valid integer\.", "“{}” không phải một số"),
    (r"'(.*)' is not one of (.*)\.", "“{}” không có trong các giá trị được nhận: {}"),
)


class _Formatter(click.HelpFormatter):
    """click's formatter with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Cách dùng: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is Vietnamese."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line's words."""
        return [_METAVARS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, which says what it does."""
        return _in_vietnamese(super().get_help_option(ctx))


class Group(click.Group):
    """A group of such commands; the outermost one also shows errors in Vietnamese."""

    context_class = _Context
    command_class = Command
    group_class = type

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line's words."""
        return [_METAVARS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, which says what it does."""
        return _in_vietnamese(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were added: the order of an officer's work."""
        return list(self.commands)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, show what is wrong with the call, and leave with the exit code."""
        prepare_console()
        run: Any = super().main
        if not extra.pop("standalone_mode", True):
            return run(*args, standalone_mode=False, **extra)
        try:
            code = run(*args, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(0)
        except click.ClickException as error:
            click.echo(said(error), err=True)
            sys.exit(error.exit_code)
        except DayError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
        except click.Abort:
            click.echo("\nĐã dừng.", err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def said(error: click.ClickException) -> str:
    """What is wrong with a call, and where its help is."""
    message = _message(error)
    possible = getattr(error, "possibilities", None)
    hint = f". Có phải: {', '.join(possible)}" if possible else ""
    context = getattr(error, "ctx", None)
    where = f"\nXem: {context.command_path if context else 'danbiet'} --help"
    return f"{message}{hint}.{where}"


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter):
        kind = "tham số" if isinstance(error.param, click.Argument) else "tùy chọn"
        return f"Thiếu {kind} {_called(error)}"
    translated = _translated(error.message)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_called(error)}: {translated}"
    return translated


def _called(error: click.BadParameter) -> str:
    """A parameter as the help calls it."""
    assert error.param is not None
    if isinstance(error.param, click.Argument):
        return (error.param.metavar or error.param.name or "").strip("[]…")
    return error.param.opts[-1]


def _translated(message: str) -> str:
    for pattern, words in _MESSAGES:
        if match := re.fullmatch(pattern, message.strip(), re.DOTALL):
            return words.format(*match.groups())
    return message.rstrip(".")


def _in_vietnamese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "In hướng dẫn này."
    return option
