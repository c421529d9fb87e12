"""Reading progress files: what is accepted, and what each mistake is answered with."""

from __future__ import annotations

import inspect
import textwrap
from datetime import date

import jsonschema
import pytest
import yaml

from danbiet import progress
from danbiet.issues import Severity
from danbiet.model import Body, Evidence, ProgressStage
from danbiet.progress import schema
from danbiet.register import plain

PATH = "plans/_tien-do/phuong-mau.yml"
WHOLE = """\
cơ quan: mau-phuong-mau
tiến độ:
  # một ghi chú
  - việc: 2024-x-1a2b3c4d
    kỳ: 20/5/2024
    ngày: 2024-05-18
    giai đoạn: đã hoàn thành
    nội dung: >
      Đã gửi báo cáo
      6 tháng
    minh chứng:
      - {tên: Báo cáo số 12/BC-UBND, tệp: minh-chung/bc-12.pdf}
      - {tên: Trang tin, địa chỉ: "https://example.invalid/12"}
    người báo cáo: Văn phòng UBND phường Mẫu
    xác nhận:
      - bởi: Ban Thanh tra nhân dân phường Mẫu
        ngày: 1/6/2024
        kết luận: đúng như báo cáo
        văn bản: {số hoặc biên bản: 03/BB-BTTND, ngày: 2024-06-01, tệp: minh-chung/bb-03.pdf}
"""


def errors(text: str) -> list[str]:
    _, issues = progress.read({PATH: text.encode()})
    assert all(issue.severity is Severity.ERROR and issue.path == PATH for issue in issues)
    return [f"{i.line}:{i.column} {i.message}: {i.quote}. {i.remedy}" for i in issues]


def test_a_whole_file() -> None:
    (entry,), issues = progress.read({PATH: WHOLE.encode()})
    assert issues == []
    assert (entry.obligation_id, entry.period, entry.on) == (
        "2024-x-1a2b3c4d",
        "2024-05-20",
        date(2024, 5, 18),
    )
    assert entry.stage is ProgressStage.DONE
    assert entry.what == "Đã gửi báo cáo 6 tháng"
    assert entry.evidence == (
        Evidence(title="Báo cáo số 12/BC-UBND", file="plans/_tien-do/minh-chung/bc-12.pdf"),
        Evidence(title="Trang tin", url="https://example.invalid/12"),
    )
    (said,) = entry.confirmations
    assert said.documented
    assert progress.confirms(said)
    assert (entry.path, entry.line) == (PATH, 4)


def test_keys_without_marks_in_capitals_and_with_underscores() -> None:
    text = (
        WHOLE.replace("giai đoạn", "GIAI_DOAN")
        .replace("minh chứng", "minh chung")
        .replace("cơ quan", "Co quan")
    )
    (entry,), issues = progress.read({PATH: text.encode()})
    assert issues == []
    assert len(entry.evidence) == 2


@pytest.mark.parametrize(
    "text", ["cơ quan: mau-phuong-mau\n", "cơ quan: [a, b]\ntiến độ:\n", "\ufeffcơ quan: a\r\n"]
)
def test_a_file_without_entries_still_says_that_its_body_publishes_here(text: str) -> None:
    found = progress.read_files({PATH: text.encode()})
    assert found.issues == ()
    assert found.entries == ()
    assert found.declared


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("giai đoạn", "giai đoan gì", "7:5 không có khóa này trong mẫu: giai đoan gì. Có phải “giai đoạn”?"),
        ("2024-05-18", "2024-02-30", "6:11 ngày không có thật hoặc không đọc được: 2024-02-30. Viết như"),
        (
            "đã hoàn thành",
            "xong rồi",
            "7:16 từ này không có trong danh mục: xong rồi. Chọn một trong các từ: đã tiếp",
        ),
        ("20/5/2024", "hôm nọ", "5:9 kỳ không đọc được: hôm nọ. Viết ngày đến hạn"),
        (
            "minh-chung/bc-12.pdf",
            "../../etc/x",
            "12:43 tệp phải nằm trong thư mục plans/_tien-do/: ../../etc/x",
        ),
        (
            "minh-chung/bc-12.pdf",
            "bc-12.html",
            "12:43 tệp .html không đăng kèm được: trình duyệt có thể chạy nó",
        ),
        ("minh-chung/bb-03.pdf", ".an.pdf", "19:73 tệp ẩn không đăng được: .an.pdf. Đặt lại tên"),
        ("https://example", "javascript://example", "13:35 đây không phải một địa chỉ bắt đầu bằng https://"),
        (", tệp: minh-chung/bc-12.pdf", "", "12:9 minh chứng cần đúng một nơi để xem"),
        ("    người báo cáo: Văn phòng UBND phường Mẫu\n", "", "4:5 thiếu khóa “người báo cáo”"),
        ("cơ quan: mau-phuong-mau\n", "", "1:1 thiếu khóa “cơ quan”"),
        ("    kỳ: 20/5/2024\n", "    kỳ: 20/5/2024\n    ky: 2024\n", "6:5 khóa “kỳ” đã ghi ở trên: ky"),
        ("đúng như báo cáo", "tốt", "18:19 từ này không có trong danh mục: tốt"),
        ("giai đoạn: đã", "giai đoạn: [đã", "7:16 dấu “[” mở ra mà không đóng lại: [đã hoàn thành"),
        ("2024-05-18", "*ngay", "6:11 giá trị bắt đầu bằng ký tự “*” nên phải đặt trong dấu nháy: *ngay"),
    ],
)
def test_each_mistake_names_its_place_and_what_to_write(old: str, new: str, expected: str) -> None:
    assert old in WHOLE
    found = errors(WHOLE.replace(old, new, 1))
    assert len(found) == 1
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "tệp trống"),
        (b"# chi ghi chu\n", "tệp trống"),
        (b"co quan: \xff\n", "tệp không phải UTF-8"),
        (b"- 1\n", "ở đây cần các dòng"),
        (b"co quan: a\x07\n", "ký tự điều khiển"),
        ("cơ quan: a\ntiến độ: xong\n".encode(), "ở đây cần một danh sách"),
        ("cơ quan:\n".encode(), "ở đây cần một danh sách"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, expected: str) -> None:
    entries, issues = progress.read({PATH: data})
    assert entries == ()
    assert len(issues) == 1
    assert expected in issues[0].message


def test_bodies_by_id_or_by_a_name_that_only_one_bears() -> None:
    bodies = {
        "mau-phuong-mau": Body(id="mau-phuong-mau", name="UBND phường Mẫu", level="phuong", place="mau"),
        "khac-phuong-mau": Body(id="khac-phuong-mau", name="UBND phường Mẫu", level="phuong", place="khac"),
        "mau-xa-thu": Body(id="mau-xa-thu", name="UBND xã Thử", level="xa", place="mau"),
    }

    def named(name: str) -> tuple[frozenset[str], list[str]]:
        declared = [progress.Declared(name=name, path=PATH, line=1)]
        found, issues = progress.reporting_bodies(declared, bodies, plain)
        return found, [issue.message for issue in issues]

    assert named("mau-phuong-mau") == (frozenset({"mau-phuong-mau"}), [])
    assert named("Ủy ban nhân dân xã Thử") == (frozenset({"mau-xa-thu"}), [])
    assert named("UBND-xã THỬ.") == (frozenset({"mau-xa-thu"}), [])
    assert named("UBND phường Mẫu") == (frozenset(), ["tên này là của nhiều cơ quan"])
    assert named("UBND xã Đâu") == (frozenset(), ["không có kế hoạch nào của cơ quan này tại đây"])


def test_missing_files_are_named() -> None:
    entries, _ = progress.read({PATH: WHOLE.encode()})
    there = {"plans/_tien-do/minh-chung/bc-12.pdf"}
    (issue,) = progress.missing_files(entries, there.__contains__)
    assert issue.quote == "plans/_tien-do/minh-chung/bb-03.pdf"


def test_a_link_is_told_as_one() -> None:
    entries, _ = progress.read({PATH: WHOLE.encode()})
    issues = progress.missing_files(entries, lambda _: False, lambda path: path.endswith("bb-03.pdf"))
    assert ["liên kết" in issue.message for issue in issues] == [False, True]


def test_files_to_be_published_with_it() -> None:
    entries, _ = progress.read({PATH: WHOLE.encode()})
    assert progress.evidence_files(entries) == {
        "du-lieu/tien-do/minh-chung/bc-12.pdf": "plans/_tien-do/minh-chung/bc-12.pdf",
        "du-lieu/tien-do/minh-chung/bb-03.pdf": "plans/_tien-do/minh-chung/bb-03.pdf",
    }


def test_the_form_in_the_documentation_is_read() -> None:
    text = inspect.getdoc(schema)
    assert text
    example = textwrap.dedent(text.partition("::\n")[2].partition("\nA file without")[0])
    found = progress.read_files({PATH: example.encode()})
    assert found.issues == ()
    assert (len(found.entries), len(found.withdrawn)) == (1, 1)


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    class Text(yaml.SafeLoader):
        """YAML 1.2's idea of a date: a string."""

    Text.yaml_implicit_resolvers = {}
    form = progress.json_schema()
    jsonschema.Draft202012Validator.check_schema(form)
    jsonschema.validate(yaml.load(WHOLE, Text), form)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            yaml.load(WHOLE.replace("giai đoạn: đã hoàn thành", "giai đoạn: xong"), Text), form
        )
