"""A repository's folder → the site: read the files, call the stages in order, hand results on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from danbiet import addresses, history, parse, progress, register, ward_files
from danbiet.cache import Cache, key_of
from danbiet.issues import Issue, has_errors
from danbiet.model import Plan, Site
from danbiet.site.assembling import assemble
from danbiet.site.reading import Text, read_file


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
