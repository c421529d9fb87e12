"""Texts already read → a site: each is looked up in the light of all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from danbiet import register
from danbiet.cache import Cache, key_of
from danbiet.model import Site, Unit
from danbiet.site.reading import Text, body_of, look_up, read_text, read_words


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
