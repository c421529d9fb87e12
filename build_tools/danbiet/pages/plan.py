"""A plan's page: what it says at a glance, who does what, and the document itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from danbiet import addresses, words
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.body import to_html
from danbiet.pages.cited import cited_views, named, out_of_force
from danbiet.pages.index import Index, headings
from danbiet.pages.joined import CitationLink, DutySpan, Joined
from danbiet.pages.letterhead import Foot, Letterhead, foot, inferred, letterhead, missing
from danbiet.pages.places import ended_view
from danbiet.pages.tasks import by_date, by_unit, task_view
from danbiet.pages.views import CitedView, EndedView, Link, TaskView, UnitTasks
from danbiet.register import validity
from danbiet.templates import fill


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
class PlanContext:
    """What ``pages/plan.html`` is given."""

    today: date
    key: str
    type_name: str
    plan: Plan
    body_name: str
    ended: EndedView | None
    missing: tuple[str, ...]
    inferred: tuple[str, ...]
    units: tuple[UnitTasks, ...]
    task_count: int
    next_task: TaskView | None
    no_progress: bool
    cited: tuple[CitedView, ...]
    out_of_force: int
    day: date | None
    day_basis: str
    contents: tuple[ContentsLine, ...]
    head: Letterhead
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
        scripts=("place", "state", "sheet", "share"),
        edit_path=plan.path,
        # Messengers fetch the picture from an absolute address, so without one there is none.
        social_image=addresses.plan_picture(plan.key) if settings.site_url else None,
    )


def context(plan: Plan, index: Index, settings: Settings) -> PlanContext:
    """The context of one plan's page."""
    here = addresses.plan(plan.key)
    obligations = index.site.obligations.get(plan.key, ())
    tasks = [task_view(o, index, settings, here) for o in obligations]
    ahead = [task for task in by_date(tasks) if task.next_due]
    body, day = index.body_of(plan), index.day_of(plan)
    history = index.history_of(plan)
    return PlanContext(
        today=index.site.today,
        key=plan.key,
        type_name=words.type_word(plan),
        plan=plan,
        body_name=index.body_name(plan),
        ended=ended_view(body, index, here),
        missing=missing(plan),
        inferred=inferred(plan),
        units=by_unit(tasks),
        task_count=len(tasks),
        next_task=ahead[0] if ahead else None,
        no_progress=body is None or body.id not in index.site.bodies_reporting,
        cited=cited_views(plan, index, here),
        out_of_force=out_of_force(plan, index),
        day=day.day,
        day_basis="" if day.stated else day.basis,
        contents=_contents(plan),
        head=letterhead(plan),
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
    """Where "Báo sai sót" leads: a prepared message, the owner's page, or nothing."""
    target = settings.report_address or ""
    if "@" in target and "://" not in target:
        where = f"{settings.site_url or ''}{address}"
        subject, body = quote(f"Báo sai sót: {title}"), quote(f"Trang: {where}\r\nChỗ sai: ")
        return f"mailto:{target.removeprefix('mailto:')}?subject={subject}&body={body}"
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
    duties = [
        DutySpan(
            start=o.duty.start,
            end=o.duty.end,
            id=o.id,
            anchor=addresses.obligation_anchor(o.id),
            unit=words.unit_label(index.site.units[o.unit_id]),
        )
        for o in index.site.obligations.get(plan.key, ())
    ]
    return to_html(plan.source, plan.body_start, Joined(blocks=plan.blocks, citations=links, duties=duties))


def _original(plan: Plan, here: str) -> OriginalView | None:
    if plan.original is None or not plan.original.sha256:  # named, but not there
        return None
    name = plan.original.path.rsplit("/", 1)[-1]
    return OriginalView(
        href=addresses.relative(f"{addresses.plan(plan.key)}{name}", here),
        name=name,
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
