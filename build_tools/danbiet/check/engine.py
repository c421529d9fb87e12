"""Runs every rule over a site and joins authors' answers to the findings they answer."""

from __future__ import annotations

from dataclasses import replace

from danbiet.check import RULES, SETTINGS_RULES
from danbiet.issues import Issue, Severity, in_order
from danbiet.model import Site
from danbiet.output import Settings


def run(site: Site, settings: Settings | None = None, config: str = "") -> list[Issue]:
    """Every finding on a site, in order: those of reading and those of the rules.

    With ``settings`` also those on what mkdocs.yml decides; ``config`` is the text of that file,
    for the lines of its keys.

    A warning or note whose rule the plan answers under ``giải trình`` carries the reason; an
    error cannot be answered away.
    """
    found = [*site.issues, *(issue for rule in RULES for issue in rule(site))]
    if settings is not None:
        found += [issue for rule in SETTINGS_RULES for issue in rule(settings, config)]
    reasons = {
        (plan.path, answer.rule): answer.reason for plan in site.plans.values() for answer in plan.answers
    }
    return in_order(
        replace(issue, answer=reasons.get((issue.path, issue.rule)))
        if issue.severity is not Severity.ERROR
        else issue
        for issue in found
    )
