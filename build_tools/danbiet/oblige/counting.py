"""Deadlines counted from another day: "trong 15 ngày kể từ ngày ban hành Kế hoạch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from danbiet import words
from danbiet.model import PartialDate
from danbiet.oblige.clauses import Line, clause_end, clause_start, pattern
from danbiet.oblige.dates import date_at, folded
from danbiet.oblige.denials import negated
from danbiet.oblige.said import Form
from danbiet.records.dates import is_plausible

_RELATIVE = re.compile(
    r"(?:(?:trong (?:vong |thoi han |thoi gian )?|cham nhat (?:la |sau |trong )*|khong qua |truoc |sau )(?:thoi han )?)"
    r"(?P<n>\d{1,3}) (?P<unit>ngay lam viec|ngay|thang|tuan)(?:,)? "
    r"(?P<from>ke tu|tinh tu|sau|truoc|to chuc|dien ra|ket thuc)"
    r"(?: khi| ngay| thoi diem| luc)*(?P<base>(?: [a-z0-9/]+){0,8})"
)
# "Thông báo ít nhất trước 07 ngày", "gửi trước ít nhất 03 ngày làm việc": before what is held then.
_DAYS = r"\d{1,2} (?:\([a-z]+\) )?ngay(?: lam viec)?\b"
_BEFOREHAND = re.compile(
    rf"(?:gui|thong bao) [^;.:()]{{0,110}}\b(?P<said>truoc\b[^,;.:()]{{0,60}} it nhat {_DAYS})"
    rf"|(?:(?:it nhat|som) (?:la )?truoc|truoc it nhat) {_DAYS}"
    rf"|truoc (?:ngay|khi|thoi diem) (?:to chuc|hop|khai mac|dien ra)(?: [a-z]+){{0,6}}? it nhat {_DAYS}"
)
# "trong vòng 30 ngày đầu của quý kế tiếp"
_OF_NEXT = re.compile(
    r"trong (?:(?:vong )?\d{1,2} ngay|tuan) dau(?: tien)? (?:cua )?(?:thang|quy) (?:ke tiep|tiep theo|sau)\b"
)
# "sau đại hội 7 ngày", "ngay sau khi tổ chức hội nghị 01 ngày", "sau mỗi cuộc giám sát 10 ngày"
_AFTER_EVENT = re.compile(
    r"(?:ngay )?sau (?:khi |moi )?(?:ket thuc |to chuc )*"
    r"(?:hoi nghi|dai hoi|ky hop|cuoc|dot|buoi)(?: (?!ngay\b|keo\b)[a-z]+){0,6}? "
    r"(?:la )?(?:sau |khong qua |cham nhat |trong (?:vong )?)*" + _DAYS + r"(?! (?:\d|dem|qua|gan day|lien))"
)
# "trước ngày kết thúc điều tra", where neither a bracket nor what follows tells which day that is
_BEFORE_EVENT = re.compile(
    r"\btruoc (?:ngay|thoi diem) (?:ket thuc|khai mac|dien ra|to chuc)(?: (?!va\b|it nhat)[a-z]+){1,8}+"
    r"(?: it nhat)?(?: \d{1,2} ngay(?: lam viec)?\b)?"
    r"(?! ?\(| (?:(?:la|ngay|vao) )*\d|,? va (?:khong|cham|truoc|muon))"
)
_UNTOLD = "không tính được: văn bản không cho biết ngày bắt đầu tính"
_UNENDED = "không tính được: văn bản không ghi ngày kết thúc"
_REACH = 80  # code points behind a period that may say who hands in what, or that the law sets it
_HELD = ("to chuc", "dien ra", "ket thuc")
_FINISHING = re.compile(r"\b(?:hoàn thành|xong)\b")
# The day of Tết is in no plan: it follows the moon.
_FEAST = re.compile(
    r"\b(?:(?:hoan thanh|xong) )?truoc (?:dip )?tet(?: nguyen dan| am lich| co truyen)*+"
    r"(?!(?: [a-z]+ [a-z]+)? ?\((?:truoc |tuc |ngay |la )*\d| duong lich| trung thu| doc lap| trong cay| doan ngo)"
)
# "trước ngày 25 tháng Chạp", "trong tháng Giêng", "xong trước rằm tháng 7": by the moon's calendar
_LUNAR = re.compile(
    r"\b(?:xong |hoan thanh )?(?:truoc|cham nhat|den het|trong(?= thang))(?: ngay| la| het)* "
    r"(?:(?:ngay |mung |ram )*(?:\d{1,2} )?thang (?:chap|gieng)\b|ram thang \w+|mung \d{1,2} tet\b)"
)
# "Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê"
_UNTIL = re.compile(
    r"(?:\btu (?!den )[^.;:()]{2,80}? )?\bden (?:khi|luc|thoi diem|het ngay|ngay) (?=[a-z])[^.;:()]{2,120}"
)
_OPEN = re.compile(
    r"\((?P<said>tu (?:ngay |thang |quy )+[^.;:()]{2,40}? den (?:khi|luc|ngay) (?=[a-z])[^.;:()]{2,80})\)"
)
_TOLD = re.compile(r" ?\((?:tuc |la |ngay )*(?=\d)")  # "chậm nhất 10 ngày trước ngày bầu cử (05/3/2026)"
# "ngày 25 tháng Chạp năm Ất Tỵ, tức ngày 12/02/2026"
_SUNS = re.compile(r"(?: nam [a-z]+ [a-z]+)?(?:,? ?\(|, | )(?:tuc(?: la)? |la |ngay )*(?=\d)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A period that ends on a day, as far as that can be computed: its span, the day, and how."""

    start: int
    end: int
    due: date | None
    basis: str


def counted_deadlines(line: Line, issued: PartialDate | None) -> Iterator[Counted]:
    """Periods counted from an event; a procedure's own time limit is none.

    ``issued`` is the plan's day of issue. Working days and months are not computed: they depend on
    holidays and on how one counts.
    """
    for match in _RELATIVE.finditer(line.plain):
        base = line.text[match.start("base") : match.end("base")].strip().lower()
        clause = line.clause(match.start())
        if not base:
            continue
        if pattern("procedure").search(base) and not pattern("answering").search(clause):
            continue
        if pattern("procedure_before").search(clause) and not pattern("this_document").search(base):
            continue
        if pattern("never_adjacent").search(clause.rstrip()):
            continue
        if match["from"] in _HELD and not match[0].startswith(("truoc", "sau")):
            continue  # "trong 03 ngày tổ chức hội nghị" says how long it lasts
        if match["from"] == "truoc" and match[0].startswith("trong"):
            continue  # "trong thời hạn 10 ngày trước ngày bầu cử" says from when
        if pattern("procedure_after").search(line.text[match.end() :].lower()):
            continue
        due, basis, length = _counted(match, base, issued)
        end = match.start("base") + length
        yield _printed(line, match.start(), end, _TOLD) or Counted(match.start(), end, due, basis)


def _printed(line: Line, start: int, end: int, told: re.Pattern[str]) -> Counted | None:
    """A day counted or named at ``start:end`` as the day that is printed behind it."""
    leads = told.match(line.plain, end)
    said = date_at(line.plain, leads.end()) if leads else None
    if said is None or said.form is not Form.DAY or not said.year:
        return None
    closed = leads is not None and "(" in leads[0] and line.plain.startswith(")", said.end)
    return Counted(start, said.end + closed, said.last_day(said.year), "ngày ghi ngay sau đó")


def events(line: Line) -> Iterator[Counted]:
    """Days counted from a meeting or a round whose own day the text does not tell."""
    for match in _BEFOREHAND.finditer(line.plain):
        start = match.start("said") if match["said"] else match.start()
        if _hands_in(line, match.start(), match.end()):
            yield Counted(start, match.end(), None, _UNTOLD)
    for match in _AFTER_EVENT.finditer(line.plain):
        if _hands_in(line, match.start(), match.end()):
            yield Counted(match.start(), match.end(), None, _UNTOLD)
    for match in _BEFORE_EVENT.finditer(line.plain):
        clause = line.clause(match.start())
        work = clause if clause.strip() else line.text[match.end() : match.end() + _REACH].lower()
        if pattern("needs").search(work) and not negated(clause):
            yield Counted(match.start(), match.end(), None, _UNTOLD)
    for match in _OPEN.finditer(line.plain):  # "(từ quý IV/2025 đến khi kết thúc bầu cử)"
        if pattern("needs").search(line.clause(match.start())):
            yield Counted(match.start("said"), match.end("said"), None, _UNENDED)
    for match in _OF_NEXT.finditer(line.plain):
        if line.clause(match.start()).strip():
            yield Counted(match.start(), match.end(), None, _UNTOLD)


def _hands_in(line: Line, start: int, end: int) -> bool:
    """Whether the sentence around a period says that something is handed in or made known by then.

    Not where the law says it of everybody, or where it tells what follows if nobody does.
    """
    reach = min(clause_end(line.plain, end), end + _REACH)
    clause = line.text[clause_start(line.plain, start) : reach].lower()
    return pattern("handing_in").search(clause) is not None and not pattern("by_law").search(clause)


def feasts(line: Line) -> Iterator[Counted]:
    """ "Hoàn thành trước Tết Nguyên đán", "trước ngày 25 tháng Chạp": days that only an almanac tells."""
    for match in _FEAST.finditer(line.plain):
        clause = line.clause(match.start())
        if match[0].startswith("truoc") and match.start() > 0 and not _FINISHING.search(clause):
            continue
        yield Counted(
            match.start(), match.end(), None, "không tính được: văn bản không ghi ngày dương lịch của Tết"
        )
    for match in _LUNAR.finditer(line.plain):
        clause = line.clause(match.start())
        if match[0].startswith("trong") and (
            clause.endswith("diễn ra ") or not pattern("needs").search(clause)
        ):
            continue
        lunar = Counted(match.start(), match.end(), None, "không tính được: ngày âm lịch")
        yield _printed(line, match.start(), match.end(), _SUNS) or lunar


def open_periods(line: Line) -> Iterator[Counted]:
    """ "Từ tháng 11/2025 đến khi kết thúc kiểm kê" in a label: an end whose day the text does not tell."""
    for match in _UNTIL.finditer(line.plain):
        end = match.start() + len(match[0].rstrip(" ,*"))
        yield Counted(match.start(), end, None, _UNENDED)


def _counted(match: re.Match[str], base: str, issued: PartialDate | None) -> tuple[date | None, str, int]:
    """The day counted, how, and how many code points of the base belong to it."""
    said = date_at(folded(base), 0)
    whole = len(match.group("base"))
    count, unit = int(match.group("n")), match.group("unit")
    if said is not None and said.form is Form.DAY and said.year is not None:
        start, length = said.last_day(said.year), 1 + said.end
    elif pattern("own_document").search(base) and "nhận" not in base:
        start, length = (issued.exact if issued else None), whole
        if start is None:
            return None, "không tính được: văn bản không ghi ngày ban hành", whole
    else:
        return None, _UNTOLD, whole
    if start is None or unit in {"ngay lam viec", "thang"} or match.group("from") == "truoc":
        return (
            None,
            f"không tính được từ {words.day(start)}: tùy ngày nghỉ và cách tính" if start else "",
            length,
        )
    if not is_plausible(start.year):
        return None, f"không tính từ năm {start.year}", length
    days = count * (7 if unit == "tuan" else 1)
    return (
        start + timedelta(days=days),
        f"{count} {'tuần' if unit == 'tuan' else 'ngày'} kể từ {words.day(start)}",
        length,
    )
