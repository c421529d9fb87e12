"""Front matter as officers type it: every way to write the same thing, and YAML's traps."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from jsonschema import Draft202012Validator

from danbiet.model import Answer, PartialDate, Plan, Signer
from danbiet.parse import body_start, doubles, read_plan, with_original
from danbiet.parse.front_matter import FrontMatter, aliases, json_schema
from danbiet.text import position

HEAD = "---\ntrích yếu: Thực hiện dân chủ\ncơ quan ban hành: UBND xã Tân Lập\n"
BODY = "---\n\nCăn cứ Luật A;\n"


def read(lines: str, path: str = "plans/2024/x.md") -> Plan:
    plan, issues = read_plan(path, (HEAD + lines + BODY).encode())
    assert plan is not None, [str(issue) for issue in issues]
    assert not issues
    return plan


def fails(lines: str) -> str:
    plan, issues = read_plan("plans/2024/x.md", (HEAD + lines + BODY).encode())
    assert plan is None
    assert len(issues) == 1
    return str(issues[0])


def test_a_whole_plan() -> None:
    plan = read(
        "số ký hiệu: 12/KH-UBND\nngày ban hành: 13/3/2024\nđịa danh: Tân Lập\n"
        "dòng ngày: Tân Lập, ngày 13 tháng 3 năm 2024\nnăm: 2024\ntỉnh: Hưng Yên\n"
        "người ký: {quyền hạn ký: TM. ỦY BAN NHÂN DÂN, chức vụ: CHỦ TỊCH, họ tên: Trần Thị B}\n"
        "nơi nhận:\n- Đảng ủy;\n- Lưu: VT.\nthời điểm ký: 2024-03-19T07:58:52+0700\n"
        "suy ra: {tinh: nêu ở mục II}\ngiải trình: [{quy tắc: so-muc-lap, lý do: như bản gốc}]\n"
    )
    assert plan.key == "2024/x"
    assert (plan.code_number, plan.code_notation) == ("12", "KH-UBND")
    assert plan.issued == PartialDate(2024, 3, 13)
    assert plan.signer == Signer(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", full_name="Trần Thị B")
    assert plan.recipients == ("Đảng ủy;", "Lưu: VT.")
    assert plan.stamps == ("2024-03-19T07:58:52+0700",)
    assert plan.inferred == {"tỉnh": "nêu ở mục II"}
    assert plan.answers == (Answer(rule="so-muc-lap", reason="như bản gốc"),)
    assert position(plan.source, plan.key_offsets["năm"]) == (8, 1)
    assert plan.blocks[0].text == "Căn cứ Luật A;"


@pytest.mark.parametrize(
    "line",
    [
        "ngày ban hành: 2024-03-13",
        "ngay_ban_hanh: 13/3/2024",
        "NGÀY BAN HÀNH: 13.3.2024",
        "Ngay Ban Hanh: 13-03-2024",
        "ngày ban hành: ngày 13 tháng 3 năm 2024",
        unicodedata.normalize("NFD", "ngày ban hành: '13/3/2024'"),
    ],
)
def test_ways_to_write_a_day(line: str) -> None:
    assert read(line + "\n").issued == PartialDate(2024, 3, 13)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2024-03", PartialDate(2024, 3)),
        ("3/2024", PartialDate(2024, 3)),
        ("2024", PartialDate(2024)),
        ("", None),
        ("~", None),
        ('""', None),
    ],
)
def test_ways_to_write_less_than_a_day(line: str, date: PartialDate | None) -> None:
    assert read(f"ngày ban hành: {line}\n").issued == date


@pytest.mark.parametrize(
    "date", ["31/2/2024", "2024-13-01", "2024-00-10", "0/3/2024", "29/2/2023", "0000-01-01"]
)
def test_impossible_days(date: str) -> None:
    line = fails(f"ngày ban hành: {date}\n")
    assert line.startswith(f"plans/2024/x.md:4:16: lỗi: ngày này không có trong lịch: “{date}”.")


@pytest.mark.parametrize(
    "code", ["01/2024", "012", "1_000", "12:30", "1e3", "0x1F", "Yes", "NO", "null/KH", "124/KH-UBND"]
)
def test_yaml_keeps_its_hands_off_values(code: str) -> None:
    assert read(f"số ký hiệu: {code}\n").code == code


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("nguồn: Cổng: mục\n", 'Viết nguồn: "Cổng: mục"'),
        ("\tnguồn: Cổng\n", "Tab"),
        ("người ký:\n\thọ tên: A\n", "Tab"),
        ("nguồn:Cổng\n", "“nguồn: Cổng”"),
        ("nguồn: @ubnd\n", 'Viết nguồn: "@ubnd"'),
        ("nguồn: *ubnd\n", 'Viết nguồn: "*ubnd"'),
        ("nguồn: %20\n", 'Viết nguồn: "%20"'),
        ("nguồn: 'Cổng\n", "dấu nháy"),
        ("nơi nhận: [a, b\n", "Thêm dấu “]”"),
        ("chữ lạc lõng\n", "không có dấu hai chấm"),
        ("nơi nhận: {a: {b: {c: {d: {e: {f: g}}}}}}\n", "lồng nhau quá sâu"),
        ("nguồn: [a]\n", "cần một dòng chữ"),
        ("năm: hai nghìn\n", "bốn chữ số"),
        ("nguồn: \x07\n", "ký tự điều khiển"),
        ("suy ra: vì thế\n", "cần tên khóa và căn cứ"),
        ("xyz: 1\n", "Xóa dòng này, hoặc dùng một trong các khóa: trích yếu"),
    ],
)
def test_slips(lines: str, words: str) -> None:
    plan, issues = read_plan("plans/2024/x.md", (HEAD + lines + BODY).encode())
    assert plan is None
    assert words in str(issues[0])
    assert issues[0].line in (4, 5)


def test_byte_order_mark_windows_line_ends_and_nfd() -> None:
    text = unicodedata.normalize("NFD", "\ufeff" + HEAD + "tỉnh: Hưng Yên\n" + BODY).replace("\n", "\r\n")
    plan, issues = read_plan("plans/2024/x.md", text.encode())
    assert not issues
    assert plan is not None
    assert plan.source == text
    assert plan.province == "Hưng Yên"
    assert plan.source[plan.body_start :].strip().startswith("Ca")
    assert position(plan.source, plan.key_offsets["tỉnh"]) == (4, 1)


def test_body_start() -> None:
    assert body_start("Căn cứ\n---\nx") == 0
    assert body_start("---\na: b\n---\nx") == 13
    assert body_start("---\nMột đoạn văn dài không có khóa nào cả\n---\nx") == 0
    assert body_start("---\na: b\n") == 0


def test_a_year_in_the_file_allows_a_day_in_another() -> None:
    assert read("năm: 2024\nngày ban hành: 28/12/2023\n").year == 2024


def test_original_beside_the_plan() -> None:
    plan = read("bản gốc: goc\\ke-hoach.pdf\n")
    assert plan.original is not None
    assert plan.original.path == "plans/2024/goc/ke-hoach.pdf"
    plan, issues = with_original(plan, b"%PDF")
    assert not issues
    assert plan.original is not None
    assert (plan.original.size, plan.original.sha256) == (4, hashlib.sha256(b"%PDF").hexdigest())
    assert with_original(plan, None)[1][0].severity == 3


def test_an_original_may_not_lie_outside() -> None:
    assert "nằm ngoài" in fails("bản gốc: ../../../mat-khau.txt\n")


@pytest.mark.parametrize("name", ["index.html", "README.md", "a.svg", "niem-yet", "chia-se.png", ".htaccess"])
def test_an_original_takes_no_address_of_the_site_and_runs_as_no_page(name: str) -> None:
    assert f": “{name}”. " in fails(f"bản gốc: {name}\n")


def test_an_original_behind_a_link_is_told_as_one() -> None:
    plan = read("bản gốc: ke-hoach.pdf\n")
    plan, (issue,) = with_original(plan, None, linked=True)
    assert "liên kết" in issue.message
    assert plan.original is None


@pytest.mark.parametrize("mark", ["\ufffe", "\uffff", "\x07", "\x0b"])
def test_a_character_nobody_can_see_is_told_once(mark: str) -> None:
    text = f"---\ntrích yếu: A\ncơ quan ban hành: UBND xã A\n---\n\nMột{mark} hai{mark}.\n"
    plan, issues = read_plan("plans/2024/a.md", text.encode())
    assert plan is not None
    assert [(i.rule, i.severity, i.line, i.column) for i in issues] == [("ky-tu-khong-nhin-thay", 2, 6, 4)]


def test_doubles() -> None:
    assert doubles([read("")]) == []
    assert len(doubles([read(""), read("")])) == 1


def test_json_schema_takes_what_the_reader_takes() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(
        {
            "trích yếu": "A",
            "cơ quan ban hành": "B",
            "năm": 2024,
            "nơi nhận": ["C;"],
            "ngày ban hành": "13/3/2024",
        }
    )
    assert not validator.is_valid({"trích yếu": "A", "cơ quan ban hành": "B", "lạ": 1})
    assert not validator.is_valid({"trích yếu": "A", "cơ quan ban hành": "B", "ngày ban hành": "tháng ba"})
    assert set(schema["properties"]) == set(aliases(FrontMatter))
