"""The list of units by body, and the page of each: all it has promised, by state and then by date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from danbiet import addresses, words
from danbiet.model import Body, Unit
from danbiet.output import Page, Settings
from danbiet.pages.asking import unit_ask
from danbiet.pages.index import Index
from danbiet.pages.parts import LINES
from danbiet.pages.places import FormedView, ended_view, formed_view
from danbiet.pages.standing import by_state
from danbiet.pages.tasks import task_view
from danbiet.pages.views import AskView, Coming, EndedView, Link, UnitTasks
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the list."""

    href: str
    name: str
    tasks: int
    coming: Coming
    registered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyUnits:
    """A body and its units; ``href`` is set in the overview, where they stand on a page of their own."""

    id: str
    name: str
    place: str
    ended: EndedView | None
    formed: FormedView | None
    plans: tuple[Link, ...]
    units: tuple[UnitLine, ...]
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsContext:
    """What ``pages/units.html`` is given; ``body`` is set where it is of one body alone.

    ``dated`` is true where a day is told of any unit.
    """

    today: date
    body: str
    bodies: tuple[BodyUnits, ...]
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContext:
    """What ``pages/unit.html`` is given; ``unverified`` as on a plan's page."""

    today: date
    name: str
    body: str
    ended: EndedView | None
    formed: FormedView | None
    successor: Link | None
    predecessors: tuple[Link, ...]
    registered: bool
    other_names: tuple[str, ...]
    groups: tuple[UnitTasks, ...]
    task_count: int
    coming: Coming
    asking: AskView
    no_progress: bool
    unverified: str
    sheet_href: str
    calendar_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The list of units and the page of every unit."""
    split = len(index.site.units) > LINES
    yield Page(
        address=addresses.UNITS,
        title="Đơn vị được giao việc",
        body=fill("pages/units.html", list_context(index, split=split)),
        kind="units",
        scripts=() if split else ("state", "coming"),
        description=f"{len(index.site.units)} đơn vị và việc mà các kế hoạch giao cho họ.",
    )
    for body in index.bodies_listed.values() if split else ():
        address = addresses.body_units(body.id)
        alone = _units_context(body.name, [_body_units(body, index, address)], index)
        yield Page(
            address=address,
            title=f"Đơn vị được giao việc: {body.name}",
            body=fill("pages/units.html", alone),
            kind="units",
            scripts=("state", "coming"),
            description=f"Các đơn vị và việc mà kế hoạch của {body.name} giao cho họ.",
            crumbs=(("Đơn vị", addresses.UNITS),),
        )
    for unit in index.site.units.values():
        filled = context(unit, index, settings)
        yield Page(
            address=addresses.unit(unit.id),
            title=f"{filled.name} – {filled.body}",
            body=fill("pages/unit.html", filled),
            kind="unit",
            description=f"{filled.task_count} việc được giao cho {unit.name} ({filled.body}), theo thời hạn.",
            crumbs=(("Đơn vị", addresses.UNITS),),
            scripts=("state", "task", "coming"),
        )


def list_context(index: Index, *, split: bool) -> UnitsContext:
    """The context of the list of units; with ``split`` each body's units stand on a page of their own."""
    here = addresses.UNITS
    bodies = [_body_units(body, index, here) for body in index.bodies_listed.values()]
    if split:
        bodies = [
            replace(b, plans=(), ended=None, href=addresses.relative(addresses.body_units(b.id), here))
            for b in bodies
        ]
    return _units_context("", bodies, index)


def _units_context(body: str, bodies: Sequence[BodyUnits], index: Index) -> UnitsContext:
    dated = any(unit.coming.days for one in bodies if not one.href for unit in one.units)
    return UnitsContext(today=index.site.today, body=body, bodies=tuple(bodies), dated=dated)


def _body_units(body: Body, index: Index, here: str) -> BodyUnits:
    plans = index.plans_by_body.get(body.id, [])
    return BodyUnits(
        id=body.id,
        name=index.body_labels[body.id],
        place=_place(body),
        ended=ended_view(body, index, here),
        formed=formed_view(body, index, here),
        plans=tuple(
            Link(text=p.subject, href=addresses.relative(addresses.plan(p.key), here)) for p in plans
        ),
        units=tuple(_line(u, index, here) for u in index.units_by_body.get(body.id, [])),
    )


def context(unit: Unit, index: Index, settings: Settings) -> UnitContext:
    """The context of a unit's page."""
    here, site = addresses.unit(unit.id), index.site
    body = site.bodies.get(unit.body_id)
    owed = index.obligations_by_unit.get(unit.id, [])
    tasks = [task_view(o, index, settings, here, place) for place, o in enumerate(owed)]
    return UnitContext(
        today=site.today,
        name=words.unit_label(unit),
        body=index.body_labels[body.id] if body else "",
        ended=ended_view(body, index, here),
        formed=formed_view(body, index, here),
        successor=_link(unit.successor, index, here),
        predecessors=tuple(
            link for other in index.units_before.get(unit.id, []) if (link := _link(other.id, index, here))
        ),
        registered=unit.registered,
        other_names=unit.other_names,
        groups=by_state(tasks),
        task_count=len(tasks),
        coming=Coming.of((due.day for task in tasks for due in task.dues if due.day), site.today),
        asking=unit_ask(unit, body, settings),
        no_progress=unit.body_id not in site.bodies_reporting,
        unverified=site.unverified if any(o.id in site.progress for o in owed) else "",
        sheet_href=addresses.relative(addresses.unit_sheet(unit.id), here),
        calendar_href=addresses.relative(addresses.unit_calendar(unit.id), here) if settings.site_url else "",
    )


def _place(body: Body) -> str:
    """District and province; a district that the register explains in brackets was inferred."""
    district, inferred, _ = (body.district or "").partition(" (")
    place = ", ".join(part for part in (district, body.province) if part)
    return f"{place} (suy ra)" if inferred else place


def _line(unit: Unit, index: Index, here: str) -> UnitLine:
    obligations = index.obligations_by_unit.get(unit.id, [])
    dues = (t.occurrence.due for o in obligations for t in index.states[o.id] if t.occurrence.due)
    return UnitLine(
        href=addresses.relative(addresses.unit(unit.id), here),
        name=words.unit_label(unit),
        tasks=len(obligations),
        coming=Coming.of(dues, index.site.today),
        registered=unit.registered,
    )


def _link(unit_id: str | None, index: Index, here: str) -> Link | None:
    unit = index.site.units.get(unit_id or "")
    if unit is None:
        return None
    body = index.site.bodies.get(unit.body_id)
    text = f"{words.unit_label(unit)}{f' ({body.name})' if body else ''}"
    return Link(text=text, href=addresses.relative(addresses.unit(unit.id), here))
