"""A plan's file → the plan: front matter checked, body read."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from danbiet.issues import Issue
from danbiet.model import Answer, OriginalFile, PartialDate, Plan, Signer
from danbiet.parse.blocks import read_blocks
from danbiet.parse.dates import printed_parts
from danbiet.parse.decoding import decode
from danbiet.parse.faults import Faults
from danbiet.parse.front_matter import FrontMatter, aliases
from danbiet.parse.opening import Opening, find_opening
from danbiet.parse.values import Checked, check_values
from danbiet.parse.yaml_text import read_yaml
from danbiet.text import fold, slug

_PATH = re.compile(r"(?:.*/)?plans/(?P<year>[^/]+)/(?P<name>[^/]+)\.md")
_EXAMPLE = (
    "Mở đầu tệp bằng ba dòng: “---”, “trích yếu: Thực hiện dân chủ ở cơ sở năm 2025”, “cơ quan ban hành: UBND xã …”, "
    "rồi đóng lại bằng “---”"
)
_KEY_LINE = re.compile(r"\s|[-#]|[^\W\d][^:]{0,40}:")
_BLANK = re.compile(r"\s*\Z")


def read_plan(path: str, data: bytes) -> tuple[Plan | None, list[Issue]]:
    """The plan that stands in a file, and what is wrong with it.

    ``path`` is relative to the site's root: ``plans/<năm>/<tên>.md``. The plan is nothing only where
    there is at least one error; offsets are code points of the file as read. ``original`` has the path
    that ``bản gốc`` names with size 0 and no hash until ``with_original`` has seen the file.
    """
    source, faults = decode(path, data)
    if source is None:
        return None, faults.issues
    if not source.strip("\ufeff \t\r\n"):
        faults.error("tep-trong", 0, "", "Tệp trống", _EXAMPLE)
        return None, faults.issues
    opening = find_opening(source)
    if opening is None or not opening.closed:
        _no_opening(source, opening, faults)
        return None, faults.issues
    typed = read_yaml(source, opening.start, opening.end, faults)
    if typed is None:
        return None, faults.issues
    checked = check_values(typed, faults)
    _required(checked, opening, faults)
    place = _placed(path, checked, faults)
    _agree(checked, faults)
    if place is None or any(issue.severity >= 3 for issue in faults.issues):
        return None, faults.issues
    if _BLANK.match(source, opening.body):
        faults.error(
            "noi-dung-trong",
            opening.body,
            "",
            "Kế hoạch không có nội dung",
            "Ghi nội dung ở dưới dòng “---” thứ hai",
        )
        return None, faults.issues
    year, name = place
    return _plan(path, source, opening, checked, year, name), faults.issues


def with_original(plan: Plan, data: bytes | None) -> tuple[Plan, list[Issue]]:
    """The plan with size and SHA-256 of the original file kept beside it; ``data`` is that file's bytes.

    Nothing in ``data`` means that there is no such file: an error, for a page may not lead nowhere.
    """
    if plan.original is None:
        return plan, []
    if data is None:
        faults = Faults(plan.path, plan.source)
        faults.error(
            "thieu-ban-goc",
            plan.key_offsets.get("bản gốc", 0),
            faults.line_from(plan.key_offsets.get("bản gốc", 0)),
            f"Không có tệp bản gốc {plan.original.path}",
            "Chép tệp ấy vào cạnh kế hoạch, hoặc xóa dòng “bản gốc”",
        )
        return replace(plan, original=None), faults.issues
    size, digest = len(data), hashlib.sha256(data).hexdigest()
    return replace(plan, original=OriginalFile(path=plan.original.path, size=size, sha256=digest)), []


def doubles(plans: Iterable[Plan]) -> list[Issue]:
    """An error for each plan whose address another plan before it already has."""
    first: dict[str, Plan] = {}
    issues: list[Issue] = []
    for plan in plans:
        other = first.setdefault(plan.key, plan)
        if other is not plan:
            faults = Faults(plan.path, plan.source)
            faults.error(
                "trung-dia-chi",
                0,
                plan.key,
                f"Hai kế hoạch có cùng địa chỉ; tệp kia là {other.path}",
                "Đổi tên một trong hai tệp",
            )
            issues += faults.issues
    return issues


def _no_opening(source: str, opening: Opening | None, faults: Faults) -> None:
    if opening is None:
        lead = len(source) - len(source.lstrip("\ufeff \t\r\n"))
        line = source[lead:].split("\n", 1)[0]
        faults.error("thieu-phan-dau", lead, line, "Tệp không có phần đầu", _EXAMPLE)
        return
    at = opening.start
    for line in source[opening.start :].splitlines(keepends=True):
        if line.strip() and not _KEY_LINE.match(line):
            break
        at += len(line)
    rest = source[at:].lstrip().split("\n", 1)[0]
    faults.error(
        "phan-dau-hong",
        min(at, len(source)),
        rest,
        "Phần đầu không có dòng “---” đóng lại",
        "Thêm một dòng “---” ở trên dòng này",
    )


def _required(checked: Checked, opening: Opening, faults: Faults) -> None:
    for key, example in (
        ("trích yếu", "Thực hiện dân chủ ở cơ sở năm 2025"),
        ("cơ quan ban hành", "UBND xã …"),
    ):
        if aliases(FrontMatter)[key] in checked.values:
            continue
        if key not in checked.keys:
            faults.error("thieu-khoa", opening.start, "", f"Thiếu “{key}”", f"Thêm dòng “{key}: {example}”")
        else:
            at = checked.keys[key]
            faults.error(
                "thieu-khoa", at, faults.line_from(at), f"“{key}” chưa ghi gì", f"Viết “{key}: {example}”"
            )


def _placed(path: str, checked: Checked, faults: Faults) -> tuple[int, str] | None:
    """The year and address the path says, held against what the file says."""
    m = _PATH.fullmatch(path)
    if not m or not (m["year"].isascii() and m["year"].isdecimal() and len(m["year"]) == 4):
        faults.error(
            "sai-thu-muc",
            0,
            path,
            "Kế hoạch phải nằm trong thư mục của năm",
            "Chuyển tệp vào plans/<năm>/, ví dụ plans/2025/ke-hoach.md",
        )
        return None
    year, name = int(m["year"]), slug(m["name"])
    if not name:
        faults.error(
            "sai-ten-tep", 0, m["name"], "Tên tệp không có chữ nào", "Đặt tên như ke-hoach-dan-chu.md"
        )
        return None
    if name != m["name"]:
        faults.warning(
            "sai-ten-tep",
            0,
            m["name"],
            "Tên tệp không dùng làm địa chỉ được nguyên văn",
            f"Đổi tên tệp thành {name}.md",
        )
    stated: int | None = checked.values.get("year")
    issued: PartialDate | None = checked.values.get("issued")
    if stated is not None and stated != year:
        faults.error(
            "sai-nam",
            checked.places["năm"],
            str(stated),
            f"Năm khác với thư mục plans/{year}/",
            f"Viết năm: {year}, hoặc chuyển tệp sang plans/{stated}/",
        )
    elif stated is None and issued is not None and issued.year != year:
        faults.error(
            "sai-nam",
            checked.places["ngày ban hành"],
            faults.line_from(checked.places["ngày ban hành"]),
            f"Ngày ban hành thuộc năm khác với thư mục plans/{year}/",
            f"Chuyển tệp sang plans/{issued.year}/; nếu là kế hoạch của năm {year} thì thêm dòng “năm: {year}”",
        )
    return year, name


def _agree(checked: Checked, faults: Faults) -> None:
    """The printed place-and-date line must say what the other keys say."""
    line: str | None = checked.values.get("date_line")
    if not line:
        return
    at = checked.places["dòng ngày"]
    issued: PartialDate | None = checked.values.get("issued")
    printed = printed_parts(line)
    if issued and any(
        p and t and p != t for p, t in zip(printed, (issued.year, issued.month, issued.day), strict=True)
    ):
        faults.error(
            "ngay-lech",
            at,
            line,
            f"Dòng ngày khác với ngày ban hành ({issued})",
            "Sửa một trong hai cho đúng bản gốc",
        )
    place: str | None = checked.values.get("place")
    before = line.rpartition(", ngày")[0]
    if place and before and fold(place) != fold(before.strip()):
        faults.error(
            "dia-danh-lech",
            at,
            line,
            f"Dòng ngày khác với địa danh ({place})",
            "Sửa một trong hai cho đúng bản gốc",
        )


def _plan(path: str, source: str, opening: Opening, checked: Checked, year: int, name: str) -> Plan:
    values: dict[str, Any] = dict(checked.values)
    values.pop("year", None)
    signer = Signer(**values.pop("signer", {}))
    answers = tuple(Answer(**answer) for answer in values.pop("answers", ()))
    original = values.pop("original", None)
    if original:
        folder = posixpath.dirname(path)
        beside = (
            original if original.startswith("plans/") else posixpath.join(folder, original.replace("\\", "/"))
        )
        original = OriginalFile(path=posixpath.normpath(beside), size=0, sha256="")
    return Plan(
        path=path,
        year=year,
        slug=name,
        source=source,
        body_start=opening.body,
        signer=signer,
        answers=answers,
        original=original,
        blocks=read_blocks(source, opening.body),
        key_offsets=checked.keys,
        **values,
    )
