"""In which order what can be found is numbered, and what narrowing needs of each by that number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from danbiet.model import Body, Instrument, InstrumentStatus, Plan, Site, Unit
from danbiet.search.postings import number_code

# The force of an instrument in one letter: còn, hết; what nobody has confirmed is "?".
_FORCE: Mapping[InstrumentStatus, str] = {
    InstrumentStatus.IN_FORCE: "c",
    InstrumentStatus.IN_FORCE_AMENDED: "c",
    InstrumentStatus.EXPIRED: "h",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What narrowing needs of one task: its unit, and what its states of today are computed from."""

    unit_id: str
    states: tuple[tuple[str, str, str], ...]
    reporting: bool


def plans_in_order(site: Site) -> list[Plan]:
    """The newest first: of equal ranks the newest is shown."""

    def age(plan: Plan) -> tuple[int, int, str]:
        return -plan.year, -plan.issued.earliest.toordinal() if plan.issued else 0, plan.key

    return sorted(site.plans.values(), key=age)


def instruments_in_order(site: Site) -> list[Instrument]:
    """The most cited first."""
    cited = citing_plans(site)
    return sorted(site.instruments.values(), key=lambda i: (-cited[i.id], i.id))


def bodies_in_order(site: Site) -> list[Body]:
    """By name."""
    return sorted(site.bodies.values(), key=lambda b: (b.name, b.id))


def units_in_order(site: Site) -> list[Unit]:
    """Body by body, so that whose each is takes no room; in a body those with the most obligations first."""
    place = {body.id: i for i, body in enumerate(bodies_in_order(site))}
    duties = duties_by_unit(site)
    return sorted(site.units.values(), key=lambda u: (place.get(u.body_id, len(place)), -duties[u.id], u.id))


def duties_by_unit(site: Site) -> Counter[str]:
    """How many obligations each unit has."""
    return Counter(o.unit_id for found in site.obligations.values() for o in found)


def citing_plans(site: Site) -> Counter[str]:
    """How many plans cite each instrument."""
    return Counter(i for found in site.citations.values() for i in {c.page_id for c in found})


def force_letter(instrument: Instrument) -> str:
    """The force of an instrument in one letter."""
    return _FORCE.get(instrument.status, "?")


def columns(site: Site) -> dict[str, object]:
    """What narrowing needs of every document, fetched only when a reader narrows.

    ``b`` the bodies [id, name]; ``p`` the body of each plan; ``u`` how many units each body has;
    ``y`` and ``f`` the year and the force of each instrument.
    """
    bodies = bodies_in_order(site)
    place = {body.id: i for i, body in enumerate(bodies)}
    units = Counter(unit.body_id for unit in site.units.values())
    instruments = instruments_in_order(site)
    return {
        "b": [[body.id, body.name] for body in bodies],
        "p": [place.get(site.plan_bodies.get(plan.key, ""), -1) for plan in plans_in_order(site)],
        "u": [units[body.id] for body in bodies],
        "y": [i.issued.year if i.issued else 0 for i in instruments],
        "f": "".join(force_letter(i) for i in instruments),
    }


def task_columns(site: Site, pieces: Iterable[Sequence[Task]]) -> dict[str, object]:
    """What narrowing needs of every task, in the order of the pieces; fetched when a reader narrows tasks.

    ``n`` how many tasks each piece has; ``u`` the number of each task's unit; ``g`` each task's place in ``s``,
    what there is to compute states from: [whether progress is reported there, [due, undated, turns], …].
    All but ``s`` are coded as the postings are, a unit nobody registered as the number after the last.
    """
    units = {unit.id: i for i, unit in enumerate(units_in_order(site))}
    known: dict[tuple[object, ...], int] = {}
    counts, numbers, states = [], [], []
    for tasks in pieces:
        counts.append(number_code(len(tasks)))
        for task in tasks:
            numbers.append(number_code(units.get(task.unit_id, len(units))))
            states.append(number_code(known.setdefault((int(task.reporting), *task.states), len(known))))
    return {"n": "".join(counts), "u": "".join(numbers), "g": "".join(states), "s": list(known)}


def year_runs(site: Site) -> list[list[int]]:
    """Each year with its number of plans, in the order of the documents."""
    return [[year, count] for year, count in Counter(plan.year for plan in plans_in_order(site)).items()]
