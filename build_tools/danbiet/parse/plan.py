"""A plan's file → the plan: front matter checked, body read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from danbiet.issues import Issue
from danbiet.model import Answer, OriginalFile, Plan, Signer
from danbiet.parse.blocks import read_blocks
from danbiet.parse.consistency import beside, check_date_line, check_original, check_place, check_required
from danbiet.parse.opening import Opening, find_opening
from danbiet.parse.values import Checked, check_values
from danbiet.records import Faults, Form, decode, read_table
from danbiet.text import not_xml

_EXAMPLE = (
    "Mở đầu tệp bằng ba dòng: “---”, “trích yếu: Thực hiện dân chủ ở cơ sở năm 2025”, “cơ quan ban hành: UBND xã …”, "
    "rồi đóng lại bằng “---”"
)
_FORM = Form(
    rule="phan-dau-hong", name="phần đầu", example="trích yếu: Thực hiện dân chủ ở cơ sở năm 2025", deepest=6
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
        faults.error("tep-trong", 0, "", "tệp trống", _EXAMPLE)
        return None, faults.issues
    opening = find_opening(source)
    if opening is None or not opening.closed:
        _no_opening(source, opening, faults)
        return None, faults.issues
    typed = read_table(source, faults, _FORM, opening.start, opening.end)
    if typed is None:
        return None, faults.issues
    checked = check_values(typed, faults)
    check_required(checked, opening, faults)
    place = check_place(path, checked, faults)
    check_date_line(checked, faults)
    check_original(path, checked, faults)
    if place is None or any(issue.severity >= 3 for issue in faults.issues):
        return None, faults.issues
    if _BLANK.match(source, opening.body):
        faults.error(
            "noi-dung-trong",
            opening.body,
            "",
            "kế hoạch không có nội dung",
            "Ghi nội dung ở dưới dòng “---” thứ hai",
        )
        return None, faults.issues
    _check_characters(source, opening.body, faults)
    year, name = place
    return _plan(path, source, opening, checked, year, name), faults.issues


def with_original(plan: Plan, data: bytes | None, *, linked: bool = False) -> tuple[Plan, list[Issue]]:
    """The plan with size and SHA-256 of the original file kept beside it; ``data`` is that file's bytes.

    Nothing in ``data`` means that there is no such file, or one behind a link (``linked``): an error,
    for a page may lead neither nowhere nor out of the repository.
    """
    if plan.original is None:
        return plan, []
    if data is None:
        faults = Faults(plan.path, plan.source)
        why = "là liên kết (symlink), có thể dẫn ra ngoài kho" if linked else ""
        faults.error(
            "thieu-ban-goc",
            plan.key_offsets.get("bản gốc", 0),
            faults.line_from(plan.key_offsets.get("bản gốc", 0)),
            f"tệp bản gốc {plan.original.path} {why}"
            if why
            else f"không có tệp bản gốc {plan.original.path}",
            f"Chép {'chính ' if why else ''}tệp ấy vào cạnh kế hoạch, hoặc xóa dòng “bản gốc”",
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
                f"hai kế hoạch có cùng địa chỉ; tệp kia là {other.path}",
                "Đổi tên một trong hai tệp",
            )
            issues += faults.issues
    return issues


def _no_opening(source: str, opening: Opening | None, faults: Faults) -> None:
    if opening is None:
        lead = len(source) - len(source.lstrip("\ufeff \t\r\n"))
        line = source[lead:].split("\n", 1)[0]
        faults.error("thieu-phan-dau", lead, line, "tệp không có phần đầu", _EXAMPLE)
        return
    at = opening.start
    for line in source[opening.start :].splitlines(keepends=True):
        if line.strip() and not _KEY_LINE.match(line):
            break
        at += len(line)
    rest = source[at:].lstrip().split("\n", 1)[0]
    faults.error(
        _FORM.rule,
        min(at, len(source)),
        rest,
        "phần đầu không có dòng “---” đóng lại",
        "Thêm một dòng “---” ở trên dòng này",
    )


def _check_characters(source: str, start: int, faults: Faults) -> None:
    """A warning at the first character of the body that nobody can see and that files of data cannot hold."""
    at = not_xml(source, start)
    if at is not None:
        faults.warning(
            "ky-tu-khong-nhin-thay",
            at,
            f"U+{ord(source[at]):04X}",
            "văn bản có ký tự điều khiển không nhìn thấy được; bảng tính và bản tin cập nhật bỏ ký tự ấy",
            "Xóa ký tự ấy rồi gõ lại chữ ở chỗ này",
        )


def _plan(path: str, source: str, opening: Opening, checked: Checked, year: int, name: str) -> Plan:
    values: dict[str, Any] = dict(checked.values)
    values.pop("year", None)
    signer = Signer(**values.pop("signer", {}))
    answers = tuple(Answer(**answer) for answer in values.pop("answers", ()))
    original: str | None = values.pop("original", None)
    return Plan(
        path=path,
        year=year,
        slug=name,
        source=source,
        body_start=opening.body,
        signer=signer,
        answers=answers,
        original=OriginalFile(path=beside(path, original), size=0, sha256="") if original else None,
        blocks=read_blocks(source, opening.body),
        key_offsets=checked.keys,
        **values,
    )
