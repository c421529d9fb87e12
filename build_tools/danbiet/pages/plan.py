"""A plan's page: what it says at a glance, who does what, and the document itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from danbiet import addresses, words
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.asking import message_to
from danbiet.pages.body import to_html
from danbiet.pages.cited import cited_views, named
from danbiet.pages.glance import Glance, glance
from danbiet.pages.index import Index, headings
from danbiet.pages.joined import CitationLink, DutySpan, Joined
from danbiet.pages.letterhead import Foot, Letterhead, Words, facts, foot, inferred, letterhead
from danbiet.pages.places import ended_view
from danbiet.pages.tasks import by_date, by_unit, task_view
from danbiet.pages.views import CitedView, EndedView, Link, TaskView, UnitTasks
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """A line of the table of contents."""

    text: str
    href: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """The signed original kept beside the plan."""

    href: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """Tasks of a plan that say when, or that do not, by unit."""

    title: str
    anchor: str
    units: tuple[UnitTasks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """What ``pages/plan.html`` is given. ``unverified`` says, where there is progress, why nobody could tell
    whether it was changed since it was published.
    """

    today: date
    key: str
    type_name: str
    plan: Plan
    body_name: str
    ended: EndedView | None
    inferred: tuple[str, ...]
    glance: Glance
    groups: tuple[TaskGroup, ...]
    unverified: str
    cited: tuple[CitedView, ...]
    day: date | None
    day_basis: str
    contents: tuple[ContentsLine, ...]
    head: Letterhead
    facts: tuple[Words, ...]
    text: Markup
    foot: Foot
    published: str
    change_count: int
    original: OriginalView | None
    source_href: str
    report_href: str
    papers: tuple[Link, ...]
    history_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page of every plan."""
    for plan in index.site.plans.values():
        yield _page(plan, index, settings)


def _page(plan: Plan, index: Index, settings: Settings) -> Page:
    here = addresses.plan(plan.key)
    title = f"{words.type_word(plan)}: {plan.subject}"
    return Page(
        address=here,
        title=f"{title} – {index.body_name(plan)}",
        body=fill("pages/plan.html", context(plan, index, settings)),
        kind="plan",
        description=_description(plan, index),
        crumbs=(("Kế hoạch", addresses.PLANS), (f"Năm {plan.year}", addresses.plans_of_year(plan.year))),
        scripts=("place", "state", "task", "tally", "sheet", "share"),
        edit_path=plan.path,
        # Messengers fetch the picture from an absolute address, so without one there is none.
        social_image=addresses.plan_picture(plan.key) if settings.site_url else None,
    )


def context(plan: Plan, index: Index, settings: Settings) -> PlanContext:
    """The context of one plan's page."""
    here = addresses.plan(plan.key)
    owed = index.site.obligations.get(plan.key, ())
    tasks = [task_view(o, index, settings, here, place) for place, o in enumerate(owed)]
    cited = cited_views(plan, index, here)
    day, history = index.day_of(plan), index.history_of(plan)
    return PlanContext(
        today=index.site.today,
        key=plan.key,
        type_name=words.type_word(plan),
        plan=plan,
        body_name=index.body_name(plan),
        ended=ended_view(index.body_of(plan), index, here),
        inferred=inferred(plan),
        glance=glance(plan, tasks, cited, index, settings),
        groups=_groups(tasks),
        unverified=index.site.unverified if any(o.id in index.site.progress for o in owed) else "",
        cited=cited,
        day=day.day,
        day_basis="" if day.stated else day.basis,
        contents=_contents(plan),
        head=letterhead(plan),
        facts=facts(plan),
        text=_text(plan, index, here),
        foot=foot(plan),
        published=words.day(history.published) if history and history.published else "",
        change_count=max(len(history.changes) - 1, 0) if history and history.known else 0,
        original=_original(plan, here),
        source_href=f"{settings.source_url}{plan.path}" if settings.source_url else "",
        report_href=report_href(settings, here, title=plan.subject),
        papers=_papers(plan, here),
        history_href=addresses.relative(addresses.plan_history(plan.key), here),
    )


def _groups(tasks: list[TaskView]) -> tuple[TaskGroup, ...]:
    """What says when first, next date first; then what does not. The heading counts, so that no line has to."""
    timed = by_date(task for task in tasks if task.timed)
    untimed = [task for task in tasks if not task.timed]
    dated = all(due.day for task in timed for due in task.dues)
    title = "Có thời hạn" if dated else "Có thời hạn, định kỳ"
    return tuple(
        TaskGroup(title=f"{words.capital(said)} ({len(group)} việc)", anchor=anchor, units=by_unit(group))
        for said, anchor, group in (
            (title, "co-thoi-han", timed),
            ("không nêu thời hạn", "khong-thoi-han", untimed),
        )
        if group
    )


def _contents(plan: Plan) -> tuple[ContentsLine, ...]:
    return tuple(
        ContentsLine(text=f"{b.mark} {b.text}".strip(), href=f"#{b.anchor}", level=min(b.level, 3))
        for b in headings(plan)
        if b.level <= 2
    )


def _papers(plan: Plan, here: str) -> tuple[Link, ...]:
    return (
        Link(text="Bản niêm yết (A4)", href=addresses.relative(addresses.plan_notice(plan.key), here)),
        Link(text="Phiếu theo dõi", href=addresses.relative(addresses.plan_sheet(plan.key), here)),
        Link(text="Bản tin truyền thanh", href=addresses.relative(addresses.plan_script(plan.key), here)),
    )


def report_href(settings: Settings, address: str, title: str) -> str:
    """Where "Báo chỗ sai trên trang này" leads: a prepared message, the owner's page, or nothing."""
    target = settings.report_address or ""
    if "@" in target and "://" not in target:
        where = f"{settings.site_url or ''}{address}"
        body = f"Trang: {where}\r\nChỗ sai: "
        return message_to(target.removeprefix("mailto:"), f"Báo chỗ sai: {title}", body)
    return target


def _text(plan: Plan, index: Index, here: str) -> Markup:
    on = index.day_of(plan).day
    links = []
    for citation in index.site.citations.get(plan.key, ()):
        target = named(citation, index)
        state, said = "", [target.name, target.title]
        if target.instrument and target.instrument.registered and on:
            then = validity(target.instrument, on)
            state = then.state.value
            said.append(f"{then.label} (ngày {words.day(on)})")
        said.append(target.note)
        links.append(
            CitationLink(
                start=citation.mention.start,
                end=citation.mention.end,
                page_id=citation.page_id,
                href=addresses.relative(addresses.instrument(citation.page_id), here),
                validity=state or "unknown",
                title=". ".join(part.rstrip(".") for part in said if part),
            )
        )
    return to_html(
        plan.source,
        plan.body_start,
        Joined(blocks=plan.blocks, citations=links, duties=_duties(plan, index)),
    )


def _duties(plan: Plan, index: Index) -> list[DutySpan]:
    """The plan's obligations; the unit is named where it changes and neither heading nor sentence has said it."""
    spans: list[DutySpan] = []
    said = ""
    for o in index.site.obligations.get(plan.key, ()):
        unit = index.site.units[o.unit_id]
        heading = o.duty.section_title.partition(" ")[2]
        named = f"{unit.id} {o.duty.section}"
        names = [fold(name) for name in (unit.name, *unit.other_names, o.duty.unit or unit.name)]
        told = fold(heading).rstrip(":") in names or fold(o.duty.text).startswith(tuple(names))
        spans.append(
            DutySpan(
                start=o.duty.start,
                end=o.duty.end,
                id=o.id,
                anchor=addresses.obligation_anchor(o.id),
                unit="" if told or named == said else words.unit_label(unit),
            )
        )
        said = named
    return spans


def _original(plan: Plan, here: str) -> OriginalView | None:
    if plan.original is None or not plan.original.sha256:  # named, but not there
        return None
    return OriginalView(
        href=addresses.relative(addresses.original(plan.key, plan.original.path), here),
        name=plan.original.path.rsplit("/", 1)[-1],
        size=plan.original.size,
        sha256=plan.original.sha256,
    )


def _description(plan: Plan, index: Index) -> str:
    tasks = len(index.site.obligations.get(plan.key, ()))
    units = len({o.unit_id for o in index.site.obligations.get(plan.key, ())})
    cited = len({c.page_id for c in index.site.citations.get(plan.key, ())})
    return (
        f"{words.type_word(plan)} của {index.body_name(plan)} năm {plan.year}: "
        f"{tasks} việc giao {units} đơn vị, viện dẫn {cited} văn bản."
    )
