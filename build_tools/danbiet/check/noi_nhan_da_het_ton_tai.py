"""A recipient that no longer existed when the plan was issued.

Since 1/7/2025 there are two levels of local government: districts, towns under a province and
townships ended (Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Nghị quyết 203/2025/QH15),
and 29 provinces were merged into others (Nghị quyết 202/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Body, Plan, Site
from danbiet.register import plan_date_bound
from danbiet.register.places import central_cities, merged_provinces, province_place
from danbiet.text import collapse, fold, nfc, slug

RULE = "noi-nhan-da-het-ton-tai"
TWO_LEVELS_SINCE = date(2025, 7, 1)
_LEVELS_LEFT = "từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã"
_ENDED_LEVEL = re.compile(
    r"\b(?:huyện|quận|thị xã|thị trấn)\b(?! hội)|\b(?:huyện|thị|quận) (?:ủy|đoàn)\b|\bquận,? huyện\b"
)
# These keep the name of a district that is no more.
_KEEP_NAMES = re.compile(
    r"\W*(?:trường|bệnh viện|trung tâm y tế|phòng khám|ngân hàng|công ty|điện lực|bưu điện|chùa|nhà thờ)\b"
)
_CITY = re.compile(r"\b(?:[Tt]hành phố|T[Pp]\.?) ?(?P<name>.*)")
_OF_CITY = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|phòng (?!không|cháy)[\w ,-]{2,40}?) (?:thành phố|tp)\b"
)
_PROVINCE = re.compile(r"\btỉnh (?:ủy |đoàn )?(?P<name>.+)")


def check(site: Site) -> Iterator[Issue]:
    """A warning for each recipient that names a level or a body gone at the plan's earliest day."""
    for plan in site.plans.values():
        bound, known_by = _earliest(plan, site)
        if bound is None:
            continue
        for recipient in plan.recipients:
            remedy = _remedy(collapse(nfc(recipient)), bound, plan, site)
            if remedy:
                yield finding(
                    plan,
                    _where(plan, recipient),
                    recipient,
                    RULE,
                    Severity.WARNING,
                    f"nơi nhận này không còn vào ngày của kế hoạch ({known_by})",
                    f"Xem lại nơi nhận: {remedy}",
                )


def _earliest(plan: Plan, site: Site) -> tuple[date | None, str]:
    """The plan's earliest day; one that says of no day but a year after the change is after it."""
    bound, known_by = plan_date_bound(plan, site.citations.get(plan.key, ()), site.instruments)
    if bound is None and plan.year > TWO_LEVELS_SINCE.year:
        return date(plan.year, 1, 1), f"kế hoạch năm {plan.year}, không ghi ngày"
    return bound, known_by


def _remedy(recipient: str, on: date, plan: Plan, site: Site) -> str:
    """What is there instead of a recipient that is gone; nothing where it is not known to be gone."""
    province = _province_of(plan, site)
    if on >= TWO_LEVELS_SINCE:
        for part in re.split(r"[,;]", recipient):
            gone = _gone(part, province)
            if gone:
                return gone
    words, own = collapse(fold(recipient)), site.plan_bodies.get(plan.key)
    known = {**site.known_bodies, **site.bodies}.values()
    for body in known:
        gone_by_then = body.ended is not None and body.ended <= on and body.id != own
        if (
            gone_by_then
            and _names(words, body)
            and _near(body, province)
            and not any(_same_name(other, body) and other.existed(on) for other in known)
        ):
            return _instead(body)
    return ""


def _gone(part: str, province: str | None) -> str:
    """What is there instead of a level or a province that ended on 1/7/2025, named in one part of a recipient."""
    words = part.lower().replace("uỷ", "ủy")
    if _KEEP_NAMES.match(words):
        return ""
    merged = _PROVINCE.search(words)
    before = slug(merged["name"]) if merged else ""
    for name, after in merged_provinces().items():
        if _begins(before, name):
            return f"tỉnh ấy từ 01/7/2025 thuộc {after if after[:5].lower() == 'thành' else f'tỉnh {after}'}"
    return _LEVELS_LEFT if _ENDED_LEVEL.search(words) or _ended_city(part, province) else ""


def _ended_city(part: str, province: str | None) -> bool:
    """Whether a city is one under a province: by its name, or since the plan's province is none under the centre."""
    city = _CITY.search(part)
    if city is None:
        return False
    if city["name"][:1].isupper():
        return not any(_begins(slug(city["name"]), name) for name in (*central_cities(), "hcm"))
    of_city = _OF_CITY.search(part.lower())
    return province is not None and province not in central_cities() and bool(of_city)


def _province_of(plan: Plan, site: Site) -> str | None:
    """The name of the province that the plan's body is in since 1/7/2025, a slug; nothing where unknown."""
    body = site.bodies.get(site.plan_bodies.get(plan.key, ""))
    return _today(plan.province or (body.province if body else None))


def _today(province: str | None) -> str | None:
    place = province_place(province)
    if place is None or place.name is None:
        return None
    after = province_place(merged_provinces().get(place.name))
    return after.name if after else place.name


def _near(body: Body, province: str | None) -> bool:
    """Whether a body may be meant by a plan of a province: another of its name may stand in another province."""
    own = _today(body.province)
    return own is None or province is None or own == province


def _instead(body: Body) -> str:
    """Where the land of a body that ended lies, if in one place."""
    if len(body.successors) != 1:
        return _LEVELS_LEFT
    name = body.successors[0].name
    return f"địa bàn nay thuộc {name[:1].lower()}{name[1:]}"


def _begins(words: str, name: str) -> bool:
    return words == name or words.startswith(f"{name}-")


def _names(words: str, body: Body) -> bool:
    return re.search(rf"\b{re.escape(collapse(fold(body.name)))}\b", words) is not None


def _same_name(one: Body, other: Body) -> bool:
    return one.id != other.id and fold(one.name) == fold(other.name) and _near(one, _today(other.province))


def _where(plan: Plan, recipient: str) -> int:
    """Where the recipient stands in the file; the key of the list where its words are not found."""
    at = plan.source.find(recipient.strip(" ;.-"))
    return at if at >= 0 else 0
