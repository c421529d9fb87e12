"""What front matter must say, and where it must agree with itself and with the file's place."""

from __future__ import annotations

import posixpath
import re

from danbiet import addresses
from danbiet.model import PartialDate
from danbiet.parse.front_matter import FrontMatter, aliases
from danbiet.parse.opening import Opening
from danbiet.parse.values import Checked
from danbiet.records import Faults, Slip, kept_file_slip
from danbiet.records.dates import is_plausible, printed_parts
from danbiet.text import fold, slug

_PATH = re.compile(r"(?:.*/)?plans/(?P<year>[^/]+)/(?P<name>[^/]+)\.md")


def check_required(checked: Checked, opening: Opening, faults: Faults) -> None:
    """Errors for keys without which a plan has no page."""
    for key, example in (
        ("trích yếu", "Thực hiện dân chủ ở cơ sở năm 2025"),
        ("cơ quan ban hành", "UBND xã …"),
    ):
        if aliases(FrontMatter)[key] in checked.values:
            continue
        if key not in checked.keys:
            faults.error("thieu-khoa", opening.start, "", f"thiếu “{key}”", f"Thêm dòng “{key}: {example}”")
        else:
            at = checked.keys[key]
            faults.error(
                "thieu-khoa", at, faults.line_from(at), f"“{key}” chưa ghi gì", f"Viết “{key}: {example}”"
            )


def check_place(path: str, checked: Checked, faults: Faults) -> tuple[int, str] | None:
    """The year and address the path says, held against what the file says."""
    m = _PATH.fullmatch(path)
    if not m or not (m["year"].isascii() and m["year"].isdecimal() and is_plausible(int(m["year"]))):
        faults.error(
            "sai-thu-muc",
            0,
            path,
            "kế hoạch phải nằm trong thư mục của năm",
            "Chuyển tệp vào plans/<năm>/, ví dụ plans/2025/ke-hoach.md",
        )
        return None
    year, name = int(m["year"]), slug(m["name"])
    if not name:
        faults.error(
            "sai-ten-tep", 0, m["name"], "tên tệp không có chữ nào", "Đặt tên như ke-hoach-dan-chu.md"
        )
        return None
    if name != m["name"]:
        faults.warning(
            "sai-ten-tep",
            0,
            m["name"],
            "tên tệp không dùng làm địa chỉ được nguyên văn",
            f"Đổi tên tệp thành {name}.md",
        )
    _check_year(year, checked, faults)
    return year, name


def _check_year(year: int, checked: Checked, faults: Faults) -> None:
    stated: int | None = checked.values.get("year")
    issued: PartialDate | None = checked.values.get("issued")
    if stated is not None and stated != year:
        faults.error(
            "sai-nam",
            checked.places["năm"],
            str(stated),
            f"năm khác với thư mục plans/{year}/",
            f"Viết năm: {year}, hoặc chuyển tệp sang plans/{stated}/",
        )
    elif stated is None and issued is not None and issued.year != year:
        faults.error(
            "sai-nam",
            checked.places["ngày ban hành"],
            faults.line_from(checked.places["ngày ban hành"]),
            f"ngày ban hành thuộc năm khác với thư mục plans/{year}/",
            f"Chuyển tệp sang plans/{issued.year}/; nếu là kế hoạch của năm {year} thì thêm dòng “năm: {year}”",
        )


def check_date_line(checked: Checked, faults: Faults) -> None:
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
            f"dòng ngày khác với ngày ban hành ({issued})",
            "Sửa một trong hai cho đúng bản gốc",
        )
    place: str | None = checked.values.get("place")
    before = line.rpartition(", ngày")[0]
    if place and before and fold(place) != fold(before.strip()):
        faults.error(
            "dia-danh-lech",
            at,
            line,
            f"dòng ngày khác với địa danh ({place})",
            "Sửa một trong hai cho đúng bản gốc",
        )


def check_original(path: str, checked: Checked, faults: Faults) -> None:
    """An original must be a file below plans/ that can be published as it is, at an address that is free."""
    original: str | None = checked.values.get("original")
    if not original:
        return
    file = beside(path, original)
    if not file.startswith("plans/"):
        slip: Slip | None = Slip(
            "tệp bản gốc nằm ngoài thư mục plans", "Để tệp ấy cạnh kế hoạch và chỉ ghi tên tệp"
        )
    elif addresses.original("", file) == addresses.plan_picture(""):
        slip = Slip("tên tệp này dành cho ảnh chia sẻ của trang", "Đặt tên khác cho tệp bản gốc")
    else:
        slip = kept_file_slip(file)
    if slip:
        faults.error("sai-duong-dan", checked.places["bản gốc"], original, *slip)


def beside(path: str, original: str) -> str:
    """A path as typed in a plan, below the site's root."""
    typed = original.replace("\\", "/")
    return posixpath.normpath(
        typed if typed.startswith("plans/") else posixpath.join(posixpath.dirname(path), typed)
    )
