"""One plan's text: what stands in it, and what that means in the light of the registers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from danbiet import cite, draft, oblige, parse, register, ward_files
from danbiet.issues import Issue
from danbiet.model import Body, Citation, Duty, Instrument, Mention, Obligation, Plan, Unit
from danbiet.text import slug

_STATED_YEAR = re.compile(r"(?im)^\s*n[aă]m\s*:\s*[\"']?(20\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What one plan's file gives when it is read alone."""

    plan: Plan
    mentions: tuple[Mention, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text means: its body, its citations, its obligations and their units.

    ``issues`` tell what could not be looked up at all.
    """

    body: Body
    citations: tuple[Citation, ...]
    obligations: tuple[Obligation, ...]
    units: Mapping[str, Unit]
    issues: tuple[Issue, ...] = ()


def body_of(plan: Plan, mentions: Iterable[Mention], registered: register.Register) -> Body:
    """The body that issued a plan: of those that bore its name, the one that existed on the plan's day.

    A plan without a day is taken to be of the earliest day it can have: not before what it cites,
    nor before its year.
    """
    day, _ = register.plan_date_bound(plan, tuple(mentions))
    exact = plan.issued and plan.issued.exact
    if not exact and plan.year:
        day = max(day or date.min, date(plan.year, 1, 1))
    issuer = register.issuing_name(plan.issuer, plan.parent_body, plan.source)
    return register.body_for(issuer, plan.province, registered, day)


def read_file(path: str, data: bytes) -> tuple[Text | None, list[Issue]]:
    """A plan's file: the plan, and what stands in its words. Depends on nothing but the file."""
    plan, issues = parse.read_plan(path, data)
    return (read_words(plan) if plan else None), issues


def read_words(plan: Plan) -> Text:
    """The mentions and duties in a plan's words, before anybody asks what they mean."""
    return Text(
        plan=plan,
        mentions=cite.find(plan.source, plan.body_start),
        duties=oblige.read(
            plan.blocks,
            year=plan.year or None,
            issued=plan.issued,
            subject=plan.subject,
        ),
    )


def look_up(
    text: Text, body: Body, registered: register.Register, published: tuple[Instrument, ...] = ()
) -> Reading:
    """What a text's mentions and duties mean. ``published`` are the plans of this site as instruments."""
    plan = text.plan
    unresolved = [Citation(plan_key=plan.key, mention=mention, page_id="") for mention in text.mentions]
    bound, _ = register.plan_date_bound(plan, unresolved)
    context = register.Context(
        plan_key=plan.key,
        body=body if plan.issuer else None,
        plan_date_bound=bound,
        latest=date(plan.year, 12, 31) if plan.year else None,
        text=plan.source,
        plans=published,
    )
    paired, issues = _with_units(text, body, registered)
    return Reading(
        body=body,
        citations=register.resolve(text.mentions, context, registered),
        obligations=oblige.identify(plan.key, [(duty, unit.id) for duty, unit in paired]),
        units={unit.id: unit for _, unit in paired},
        issues=tuple(issues),
    )


def _with_units(
    text: Text, body: Body, registered: register.Register
) -> tuple[list[tuple[Duty, Unit]], list[Issue]]:
    """Each duty with its unit: set by hand, else as printed. A code that no unit bears is an error."""
    printed = [register.unit_for(duty.unit, body, registered) for duty in text.duties]
    named = list({unit.id: unit for unit in printed}.values())
    hints = dict.fromkeys(duty.unit_hint for duty in text.duties if duty.unit_hint)
    set_by_hand = {hint: register.hinted_unit(hint, body, named, registered) for hint in hints}
    issues = [
        issue
        for hint, unit in set_by_hand.items()
        if unit is None
        for issue in register.unknown_hint(hint, text.plan, body, named, registered)
    ]
    return [
        (duty, set_by_hand.get(duty.unit_hint or "") or unit)
        for duty, unit in zip(text.duties, printed, strict=True)
    ], issues


def read_text(name: str, text: str, registered: register.Register) -> tuple[Plan, Body]:
    """Any text as a plan: as its front matter says where it has one, else what its words show.

    Text without front matter has the year, issuer and day that its letterhead or title state, and
    speaks for the body that it names or that its place names point at, if they do.
    """
    data = text.encode("utf-8")
    stated = _STATED_YEAR.search(text, 0, parse.body_start(text))
    if stated:
        plan, _ = parse.read_plan(f"{ward_files.PLANS}/{stated[1]}/{slug(Path(name).stem)}.md", data)
        if plan is not None:
            return plan, body_of(plan, (), registered)
    start = parse.body_start(text)
    drafted, _ = draft.read(data, Path(name).name, parse.heal)
    head = drafted.head if drafted else None
    issuer = head.issuer if head and head.issuer else ""
    year = drafted.year if drafted and drafted.year else int(stated[1]) if stated else 0
    issued = head.issued if head else None
    day = issued.earliest if issued else date(year, 1, 1) if year else None
    body = register.infer_body(text, registered, day)
    plan = Plan(
        path=name,
        year=year,
        slug=slug(Path(name).stem),
        source=text,
        body_start=start,
        subject=head.subject if head and head.subject else "",
        issuer=body.name if body else issuer,
        issued=issued,
        blocks=parse.read_blocks(text, start),
    )
    return plan, body or register.body_for(issuer, None, registered, day)


def cite_text(name: str, text: str, registered: register.Register) -> tuple[Citation, ...]:
    """The citations of any text, as far as they are certain."""
    plan, body = read_text(name, text, registered)
    return look_up(read_words(plan), body, registered).citations
