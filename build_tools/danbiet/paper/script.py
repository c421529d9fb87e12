"""The loudspeaker script (bản tin truyền thanh): plain sentences, three minutes at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danbiet import addresses, templates, words
from danbiet.gist import gist
from danbiet.model import Deadline, Obligation, Plan, Site
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import tokens
from danbiet.output import Page, Settings
from danbiet.paper.facts import body_of, contact_line, dated, undated
from danbiet.paper.full_dates import full
from danbiet.paper.speech import speaking_seconds, spoken, spoken_date, spoken_length, spoken_number

LONGEST = 180  # seconds
_NAMED = (9, 4, 1)  # units named one after another, fewer where there is no time
_NO_NAME = re.compile(
    r"(?:Các|Toàn thể|Cán bộ|Lãnh đạo|Thủ trưởng|Chính quyền|Cấp ủy|Cấp uỷ|Ban, ngành|Bộ phận)\b"
)
_DONE = re.compile(r"^(?:hoàn thành|xong|gửi|phải|là|,| )+(?=trước|chậm|trong|đến|vào|không|ngày)", re.I)
_PLAIN = re.compile(
    r"(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|không chậm quá|đến(?: hết)?|hết|vào|trong) "
    r"ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})",
    re.I,
)
_DOCUMENT = re.compile(
    r"(?:các |bản |dự thảo )*(?:báo cáo (?=\d|năm\b|quý\b|tháng\b|tuần\b|định kỳ|sơ kết|tổng kết|công tác)|kế hoạch\b|"
    r"chương trình\b|đề án\b|phương án\b|danh sách\b|hồ sơ\b|văn bản\b|biên bản\b|quy chế\b|tài liệu\b)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptContext:
    """The sentences in the order they are read, and how long they last; ``left_out`` counts deadlines
    that no longer fitted.
    """

    title: str
    sentences: tuple[str, ...]
    lasts: str
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
        lasts=spoken_length(speaking_seconds(" ".join(sentences))),
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
    """The sentences, and how many deadlines were left out to keep within three minutes."""
    obligations = site.obligations.get(plan.key, ())
    opening, closing = list(_opening(plan, site)), list(_closing(plan, site, settings))
    said = list(_deadlines(obligations, site))
    middle: list[str] = []
    for sentence in said:
        if not _fits([*opening, *middle, sentence, *closing]):
            break
        middle.append(sentence)
    others = (_without_day(obligations, site, named) for named in _NAMED)
    rest = next((found for found in others if _fits([*opening, *middle, *found, *closing])), [])
    return (*opening, *middle, *rest, *closing), len(said) - len(middle)


def _fits(sentences: Iterable[str]) -> bool:
    return speaking_seconds(" ".join(sentences)) <= LONGEST


def _opening(plan: Plan, site: Site) -> Iterator[str]:
    issuer = spoken(site.issuer_of(plan.key))
    day = plan.issued.exact if plan.issued else None
    yield "Kính thưa bà con."
    on = f"{words.capital(spoken_date(day))}, " if day else ""
    yield f"{on}{issuer} ban hành {spoken(words.plan_title(plan))}."
    obligations = site.obligations.get(plan.key, ())
    units = {o.unit_id for o in obligations}
    if obligations:
        yield (
            f"Kế hoạch nêu {spoken_number(len(obligations))} việc, giao cho {spoken_number(len(units))} đơn vị, "
            "bộ phận hoặc nhóm cùng thực hiện."
        )
    if not any(o.duty.deadlines for o in obligations):
        yield "Kế hoạch không nêu ngày cụ thể phải xong từng việc."


def _deadlines(obligations: Iterable[Obligation], site: Site) -> Iterator[str]:
    """One sentence a deadline, in order of days; what several units owe by then is said once."""
    said: dict[tuple[str, str], list[str]] = {}
    for obligation, deadline in dated(obligations):
        key = (_by_when(deadline), _must(deadline.what or gist(obligation, site)))
        said.setdefault(key, []).append(site.units[obligation.unit_id].name)
    for (when, must), units in said.items():
        who = spoken(" và ".join(_in_sentence(unit) for unit in dict.fromkeys(units)))
        yield f"{words.capital(when)}, {who} phải {must}."


def _by_when(deadline: Deadline) -> str:
    """ "trước ngày mùng mười tháng năm năm …": the plan's own words for it, with the whole date."""
    told = _DONE.sub("", full(deadline))
    if deadline.due is None or _PLAIN.fullmatch(told):
        return spoken(told)
    return f"chậm nhất {spoken_date(deadline.due)}"


def _must(what: str) -> str:
    """What must be done, after "phải": a document is sent, a deed is done, anything else is quoted."""
    what = what.rstrip(".;, \u00a0…")
    if _DOCUMENT.match(what):
        return f"gửi {spoken(what)}"
    deed = lexicon().verbs.match(tokens(what), 0) or lexicon().openers.match(tokens(what), 0)
    return spoken(what[:1].lower() + what[1:]) if deed else f"xong việc sau: {spoken(what)}"


def _without_day(obligations: Iterable[Obligation], site: Site, named: int) -> list[str]:
    """One sentence that names whose tasks have no day: the first of them, and how many more."""
    units = list(dict.fromkeys(site.units[o.unit_id].name for o in undated(obligations)))
    if not units:
        return []
    names = [spoken(_in_sentence(unit)) for unit in units[:named]]
    if more := len(units) - len(names):
        names.append(f"{spoken_number(more)} đơn vị, bộ phận khác")
    listed = "; ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1]
    return [f"Việc mà kế hoạch không nêu ngày phải xong được giao cho {listed}."]


def _in_sentence(unit: str) -> str:
    """A unit's name inside a sentence: what is no name of its own begins with a small letter."""
    return unit[:1].lower() + unit[1:] if _NO_NAME.match(unit) else unit


def _closing(plan: Plan, site: Site, settings: Settings) -> Iterator[str]:
    body = body_of(plan, site)
    if settings.site_url:
        yield "Toàn văn kế hoạch có trên trang thông tin; mã để mở bằng điện thoại in trên bản niêm yết."
    if contact := contact_line(body.contact if body else None):
        yield f"Bà con muốn hỏi hoặc phản ánh, xin liên hệ: {contact}."
    yield "Bản tin đến đây là hết. Xin cảm ơn bà con đã lắng nghe."
