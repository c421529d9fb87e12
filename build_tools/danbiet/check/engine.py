"""Runs every rule over a site and joins authors' answers to the findings they answer."""

from __future__ import annotations

from dataclasses import replace

from danbiet.check import RULES
from danbiet.issues import Issue, Severity, in_order
from danbiet.model import Site


def run(site: Site) -> list[Issue]:
    """Every finding on a site, in order: those of reading and those of the rules.

    A warning or note whose rule the plan answers under ``giải trình`` carries the reason; an
    error cannot be answered away.
    """
    found = [*site.issues, *(issue for rule in RULES for issue in rule(site))]
    reasons = {
        (plan.path, answer.rule): answer.reason for plan in site.plans.values() for answer in plan.answers
    }
    return in_order(
        replace(issue, answer=reasons.get((issue.path, issue.rule)))
        if issue.severity is not Severity.ERROR
        else issue
        for issue in found
    )
