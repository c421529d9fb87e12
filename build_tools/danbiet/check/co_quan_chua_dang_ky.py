"""A body that issued a plan stands in no register: there is no address to ask it at, and no unit of its own."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.check.entries import one_line
from danbiet.issues import Issue, Severity
from danbiet.model import Body, Site

RULE = "co-quan-chua-dang-ky"
FILE = "plans/_danh-muc/don-vi.yml"


def check(site: Site) -> Iterator[Issue]:
    """One note a body, at the first of its plans, with the entry to paste."""
    seen: set[str] = set()
    for key, plan in site.plans.items():
        body = site.bodies.get(site.plan_bodies.get(key, ""))
        if body is None or body.registered or not plan.issuer or body.id in seen:
            continue
        seen.add(body.id)
        yield finding(
            plan,
            plan.key_offsets.get("cơ quan ban hành", 0),
            plan.issuer,
            RULE,
            Severity.NOTE,
            "cơ quan ban hành chưa có trong danh mục nên chưa có nơi nhận phản ánh, kiến nghị",
            f"Thêm vào {FILE} (biết địa chỉ thì kèm “liên hệ”), dưới dòng “cơ quan:”: {entry(body)}",
        )


def entry(body: Body) -> str:
    """The register's entry as one line of YAML; its code keeps the addresses that its units have."""
    return one_line(
        {"mã": body.id, "tên": body.name, "cấp": body.level, "địa danh": body.place, "tỉnh": body.province}
    )
