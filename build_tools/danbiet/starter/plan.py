"""A blank plan, ready to be filled in."""

from __future__ import annotations

from importlib import resources

from jinja2 import Environment, StrictUndefined


def blank_plan(*, issuer: str, place: str, year: int, subject: str) -> str:
    """The Markdown of a plan with every key of the front matter explained and nothing invented."""
    env = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    template = resources.files("danbiet.starter").joinpath("data/ke-hoach.md").read_text(encoding="utf-8")
    return env.from_string(template).render(issuer=issuer, place=place, year=year, subject=subject)
