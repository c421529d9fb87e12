"""The loudspeaker script (bản tin truyền thanh): plain sentences, three minutes at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, templates, words
from danbiet.model import Obligation, Plan, Site
from danbiet.output import Page, Settings
from danbiet.paper.facts import body_of, contact_line
from danbiet.paper.speech import speaking_seconds, spoken, spoken_date, spoken_number

LONGEST = 180  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptContext:
    """The sentences in the order they are read; ``left_out`` counts dates that no longer fitted."""

    title: str
    sentences: tuple[str, ...]
    seconds: int
    left_out: int
    back: str
    demonstration: bool


def script_page(plan: Plan, site: Site, settings: Settings) -> Page:
    """The script of a plan."""
    address = addresses.plan_script(plan.key)
    sentences, left_out = compose(plan, site, settings)
    context = ScriptContext(
        title=words.plan_title(plan),
        sentences=sentences,
        seconds=speaking_seconds(" ".join(sentences)),
        left_out=left_out,
        back=addresses.relative(addresses.plan(plan.key), address),
        demonstration=settings.demonstration,
    )
    return Page(
        address=address,
        title=f"Bản tin truyền thanh: {words.plan_title(plan)}",
        body=templates.fill("papers/script.html", context),
        kind="script",
        layout="paper",
        scripts=("share",),
        description=f"Bản tin đọc trên loa truyền thanh, dưới ba phút: {words.plan_title(plan)}.",
        crumbs=((words.plan_title(plan), addresses.plan(plan.key)),),
    )


def compose(plan: Plan, site: Site, settings: Settings) -> tuple[tuple[str, ...], int]:
    """The sentences, and how many dated tasks were left out to keep within three minutes."""
    opening, closing = list(_opening(plan, site)), list(_closing(plan, site, settings))
    middle: list[str] = []
    dated = list(_dated(site.obligations.get(plan.key, ()), site))
    for said in dated:
        if speaking_seconds(" ".join([*opening, *middle, said, *closing])) > LONGEST:
            break
        middle.append(said)
    return (*opening, *middle, *closing), len(dated) - len(middle)


def _opening(plan: Plan, site: Site) -> Iterator[str]:
    body = body_of(plan, site)
    issuer = spoken(body.name if body else plan.issuer)
    day = plan.issued.exact if plan.issued else None
    yield "Kính thưa bà con."
    on = f"{spoken_date(day).capitalize()}, " if day else ""
    yield f"{on}{issuer} ban hành {spoken(words.plan_title(plan))}."
    obligations = site.obligations.get(plan.key, ())
    units = {o.unit_id for o in obligations}
    if obligations:
        yield (
            f"Kế hoạch nêu {spoken_number(len(obligations))} việc, giao cho {spoken_number(len(units))} đơn vị, "
            "bộ phận hoặc nhóm cùng thực hiện."
        )
    if not any(deadline.due for o in obligations for deadline in o.duty.deadlines):
        yield "Kế hoạch không nêu ngày cụ thể phải xong từng việc."


def _dated(obligations: Iterable[Obligation], site: Site) -> Iterator[str]:
    """One sentence a day, in order of days; the same report of several units is said once."""
    said: dict[tuple[date, str], list[str]] = {}
    for obligation in obligations:
        for deadline in obligation.duty.deadlines:
            if deadline.due:
                what = deadline.what or obligation.duty.text
                units = said.setdefault((deadline.due, what), [])
                units.append(site.units[obligation.unit_id].name)
    for (due, what), units in sorted(said.items()):
        who = spoken(" và ".join(dict.fromkeys(units)))
        yield f"Đến {spoken_date(due)}, {who} phải xong việc sau: {spoken(what).rstrip('.;, ')}."


def _closing(plan: Plan, site: Site, settings: Settings) -> Iterator[str]:
    body = body_of(plan, site)
    if settings.site_url:
        yield "Toàn văn kế hoạch có trên trang thông tin; mã để mở bằng điện thoại dán cạnh bản niêm yết."
    if contact := contact_line(body.contact if body else None):
        yield f"Bà con muốn hỏi hoặc phản ánh, xin liên hệ: {contact}."
    yield "Bản tin đến đây là hết. Xin cảm ơn bà con đã lắng nghe."
