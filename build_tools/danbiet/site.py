"""The whole, from a folder: read the files, call the stages in order, hand results on.

This is the only module that knows the order of the stages; none of them knows another. Today's
date and the root come in as arguments; findings go out in ``Site.issues``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from danbiet import addresses, cite, draft, history, oblige, parse, progress, register, ward_files
from danbiet.cache import Cache, key_of
from danbiet.issues import Issue, has_errors
from danbiet.model import Body, Citation, Duty, Instrument, Mention, Obligation, Plan, Site, Unit
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


def load(root: Path, today: date, cache: Cache | None = None) -> Site:
    """The site whose repository stands at ``root``, as of ``today``.

    A plan that cannot be read is left out; the errors that say why are in ``Site.issues``. With a
    cache, a file that has not changed is not read again.
    """
    cache = cache or Cache(None)
    files = ward_files.register_files(root)
    local, issues = register.read_local(files)
    registered = register.merge(register.packaged(), local)
    texts: list[Text] = []
    paths = ward_files.plan_files(root)
    for path in paths:
        data = (root / path).read_bytes()
        text, found = cache.of(key_of(["text", path, data]), partial(read_file, path, data))
        issues += found
        if text is not None:
            plan, found = _with_original(root, text.plan)
            issues += found
            texts.append(replace(text, plan=plan))
    issues += parse.doubles(text.plan for text in texts)
    kept = {ward_files.kept(root, text.plan.original.path).path for text in texts if text.plan.original}
    unread = set(paths) - {text.plan.path for text in texts}
    issues += parse.links(ward_files.links(root))
    issues += parse.strays(ward_files.other_files(root), kept, unread)
    site = assemble(texts, registered, today, local, cache, key_of([*files, *files.values()]))
    issues += register.without_plan(local, site.bodies.values())
    issues += register.of_two_bodies(local, register.packaged())
    return _with_progress(root, site, issues, cache)


def assemble(
    texts: Iterable[Text],
    registered: register.Register,
    today: date,
    local: register.Register | None = None,
    cache: Cache | None = None,
    register_key: str = "",
) -> Site:
    """A site of texts already read: the citations and units of each are looked up in the light of all."""
    cache = cache or Cache(None)
    texts = sorted(texts, key=lambda text: text.plan.key)
    plans = [text.plan for text in texts]
    bodies = {text.plan.key: body_of(text.plan, text.mentions, registered) for text in texts}
    published = tuple(register.plan_instrument(plan, bodies[plan.key]) for plan in plans)
    beside = key_of([register_key, *(repr(instrument) for instrument in published)])
    readings = {
        text.plan.key: cache.of(
            key_of(["reading", beside, text.plan.path, text.plan.source]),
            partial(look_up, text, bodies[text.plan.key], registered, published),
        )
        for text in texts
    }
    citations = {key: reading.citations for key, reading in readings.items()}
    units: dict[str, Unit] = {}
    for reading in readings.values():
        units |= reading.units
    shown = register.instruments_shown(
        [citation for found in citations.values() for citation in found], registered, published, local
    )
    return Site(
        today=today,
        plans={plan.key: plan for plan in plans},
        citations=citations,
        obligations={key: reading.obligations for key, reading in readings.items()},
        instruments=shown,
        bodies={body.id: body for body in bodies.values()},
        plan_bodies={key: body.id for key, body in bodies.items()},
        units=units,
        known_bodies=registered.bodies,
        known_units=registered.units,
        issues=tuple(issue for reading in readings.values() for issue in reading.issues),
    )


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


def read_files(files: Iterable[tuple[str, str]], registered: register.Register, today: date) -> Site:
    """Texts read each by itself, as a site without history or progress."""
    read_all = [(name, *read_text(name, text, registered)) for name, text in files]
    readings = {name: look_up(read_words(plan), body, registered) for name, plan, body in read_all}
    units: dict[str, Unit] = {}
    for reading in readings.values():
        units |= reading.units
    return Site(
        today=today,
        plans={name: plan for name, plan, _ in read_all},
        citations={name: reading.citations for name, reading in readings.items()},
        obligations={name: reading.obligations for name, reading in readings.items()},
        instruments={},
        bodies={body.id: body for _, _, body in read_all},
        plan_bodies={name: body.id for name, _, body in read_all},
        units=units,
    )


def load_register(root: Path | None) -> register.Register:
    """The packaged register, with a site's own laid over it where there is one."""
    if root is None:
        return register.packaged()
    local, _ = register.read_local(ward_files.register_files(root))
    return register.merge(register.packaged(), local)


def kept_files(site: Site, root: Path) -> dict[str, str]:
    """The files to be published as they are: public address → path below the root, as the disk spells it.

    Evidence of progress, and the signed originals kept beside plans.
    """
    entries = (entry for found in site.progress.values() for entry in found)
    originals = {
        addresses.original(plan.key, plan.original.path): plan.original.path
        for plan in site.plans.values()
        if plan.original
    }
    named = progress.evidence_files(entries) | originals
    found = {address: ward_files.kept(root, path).path for address, path in named.items()}
    return {address: path for address, path in found.items() if path}  # what is not there has its error


def unreadable(site: Site) -> bool:
    """Whether some file of the site could not be read or shown truthfully."""
    return has_errors(site.issues)


def _with_original(root: Path, plan: Plan) -> tuple[Plan, list[Issue]]:
    """The plan with what is known of the original it names."""
    found = ward_files.kept(root, plan.original.path) if plan.original else ward_files.Kept()
    data = (root / found.path).read_bytes() if found.path else None
    return parse.with_original(plan, data, linked=found.linked)


def _with_progress(root: Path, site: Site, issues: list[Issue], cache: Cache) -> Site:
    """The site with what was reported on its obligations and when its plans were published."""
    files = progress.read_files(ward_files.progress_files(root))
    known = {o.id for group in site.obligations.values() for o in group}
    named = sorted(set(progress.evidence_files(files.entries).values()))
    kept = {path: ward_files.kept(root, path) for path in named}
    past = _as_named(
        kept, history.versions(root, ward_files.PROGRESS, [one.path for one in kept.values() if one.path])
    )
    published = progress.History(past=past.files, lacks=past.lacks, remedy=past.remedy, certain=past.certain)
    facts = {} if past.lacks else progress.published(past.files, known)
    reporting, strange = progress.reporting_bodies(files.declared, site.bodies, register.plain)
    found = [
        *files.issues,
        *strange,
        *progress.edited(files, published, known, past.now, facts),
        *progress.missing_files(
            files.entries, lambda path: bool(kept[path].path), lambda path: kept[path].linked
        ),
    ]
    histories = history.read(root, [plan.path for plan in site.plans.values()], cache)
    return replace(
        site,
        progress=files.by_obligation(),
        progress_published={fact: one.on for fact, one in facts.items()},
        bodies_reporting=reporting,
        withdrawn=files.withdrawn,
        unverified=past.lacks,
        histories={plan.key: histories[plan.path] for plan in site.plans.values()},
        issues=(*site.issues, *issues, *found),
    )


def _as_named(kept: Mapping[str, ward_files.Kept], past: history.Versions) -> history.Versions:
    """The versions by the names that people write, where git spells the letters of a file's name otherwise."""
    named = {one.path: name for name, one in kept.items()}
    return replace(
        past,
        files={named.get(path, path): versions for path, versions in past.files.items()},
        now={named.get(path, path): content for path, content in past.now.items()},
    )
