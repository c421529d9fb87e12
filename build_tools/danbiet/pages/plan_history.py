"""/ke-hoach/<năm>/<slug>/lich-su/: when a plan was published here and how its text changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.model import ChangeKind, Plan
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.views import Link
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change: its day, why, on which document, and the changed words (operation, text)."""

    on: str
    kind: str
    summary: str
    document: str
    commit: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHistoryContext:
    """What ``pages/plan_history.html`` is given; latest change first."""

    plan: Link
    known: bool
    lacks: str
    changes: tuple[ChangeView, ...]


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The history of every plan."""
    for plan in index.site.plans.values():
        yield Page(
            address=addresses.plan_history(plan.key),
            title=f"Lịch sử đăng tải: {plan.subject}",
            body=fill("pages/plan_history.html", context(plan, index)),
            kind="plan-history",
            description=f"Kế hoạch được đăng khi nào và đã thay đổi ra sao: {plan.subject}.",
            crumbs=(("Kế hoạch", addresses.PLANS), (plan.subject, addresses.plan(plan.key))),
        )


def context(plan: Plan, index: Index) -> PlanHistoryContext:
    """The context of a plan's history."""
    history = index.history_of(plan)
    return PlanHistoryContext(
        plan=Link(
            text=words.plan_title(plan),
            href=addresses.relative(addresses.plan(plan.key), addresses.plan_history(plan.key)),
        ),
        known=history is not None and history.known,
        lacks=history.lacks if history else "",
        changes=tuple(
            ChangeView(
                on=words.day(change.on),
                kind=change.kind.value,
                summary="" if change.kind is ChangeKind.PUBLICATION else change.summary,
                document=change.document or "",
                commit=change.commit[:8],
                words=change.words,
            )
            for change in reversed(history.changes if history else ())
        ),
    )
