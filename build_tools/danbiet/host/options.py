"""The plugin's options in mkdocs.yml, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import mkdocs.config.config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from danbiet.host.project import OPTION_SLIPS, read_day
from danbiet.records import Slip


class _Checked(BaseConfigOption[str | None]):
    """A text that a rule finds nothing wrong with, or nothing."""

    def __init__(self, slip_of: Callable[[object], Slip | None]) -> None:
        super().__init__()
        self._slip_of = slip_of

    def run_validation(self, value: object) -> str | None:
        """The text; an error in Vietnamese where the rule speaks."""
        if slip := self._slip_of(value):
            raise ValidationError(f"{slip.message}. {slip.remedy}")
        return str(value) if value else None


class _Day(BaseConfigOption[date | None]):
    """A day, or nothing."""

    def run_validation(self, value: object) -> date | None:
        """The day; an error in Vietnamese where there is none."""
        if slip := OPTION_SLIPS["today"](value):
            raise ValidationError(f"{slip.message}. {slip.remedy}")
        return read_day(value) if value else None


class DanbietConfig(Config):
    """The plugin's options in mkdocs.yml."""

    demonstration = c.Type(bool, default=False)
    """Whether every page says "Trang minh họa, không phải trang của cơ quan ban hành"."""

    report_address = _Checked(OPTION_SLIPS["report_address"])
    """Where "Báo chỗ sai trên trang này" leads: an https address or a mail address."""

    source_url = _Checked(OPTION_SLIPS["source_url"])
    """The address below which a plan's source file can be seen."""

    today = _Day()
    """The day the site is computed for, ISO; empty means today in Vietnam."""

    offline = c.Type(bool, default=False)
    """Whether this is the edition that opens from a disk."""
