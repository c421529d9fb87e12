"""Reading a site's own registers: what is wrong is said with its line, in Vietnamese, and never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.register import merge, packaged, read_local

PATH = "plans/_danh-muc/van-ban.yml"


def problems(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    _, issues = read_local({PATH: data})
    return [str(issue).removeprefix(f"{PATH}:") for issue in issues]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("văn bản:\n  - tên loai: Luật\n    trích yếu: Luật A\n    sô ký hieu: 1/2020/QH14\n", []),
        ("văn bản:\n  - tên loại: Luật\n    trích yếu: Luật A\n    ngày ký: 2020-01-01\n", [
            "4:5: lỗi: không có khóa này trong mục văn bản: “ngày ký”."
        ]),
        ("văn bản:\n  - tên loại: Luạt\n    trích yếu: A\n", []),
        ("văn bản:\n  - tên loại: Luaat\n    trích yếu: A\n", [
            "2:15: lỗi: tên loại văn bản không có trong danh mục: “Luaat”. Có phải là “Luật”."
        ]),
        ("văn bản:\n  - tên loại: Luật\n    trích yếu: A\n    ngày ban hành: 31/2/2024\n", [
            "4:20: lỗi: không phải ngày có thật: “31/2/2024”. Viết 2024-03-13"
        ]),
        ("văn bản:\n  - tên loại: Luật\n    trích yếu: A\n    tình trạng: vẫn còn\n", [
            "4:17: lỗi: tình trạng không có trong danh mục: “vẫn còn”."
        ]),
        ("văn bản:\n  - trích yếu: A\n", ["2:5: lỗi: mục văn bản thiếu tên loại hoặc trích yếu"]),
        ("văn bản:\n  - tên loại: Luật\n\ttrích yếu: A\n", [
            "3:1: lỗi: dòng thụt vào bằng phím Tab, danh mục không nhận phím Tab"
        ]),
        ("van-ban: x\n", ["1:10: lỗi: mục văn bản phải là các dòng “khóa: giá trị”"]),
        ("đơn vị:\n  - {tên: Văn phòng, thuộc: x, loại: bộ phận lạ}\n", [
            "2:38: lỗi: loại đơn vị không có trong danh mục: “bộ phận lạ”."
        ]),
        ("cơ quan:\n  - {tên: UBND xã Mẫu, mã: ../../../evil}\n", [
            "2:28: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “../../../evil”. Viết “evil”"
        ]),
        ("cơ quan:\n  - {tên: UBND xã Mẫu, kế thừa: [{tên: Xã A, mã: a/../b}]}\n", [
            "2:50: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “a/../b”. Viết “a-b”"
        ]),
        ("đơn vị:\n  - {tên: Văn phòng, thuộc: mau, mã: ../x}\n", [
            "2:38: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “../x”. Viết “x”"
        ]),
        ("đơn vị:\n  - {tên: Văn phòng, thuộc: ../../x}\n", [
            "2:29: lỗi: ở đây cần mã của cơ quan: “../../x”. Ghi mã của cơ quan"
        ]),
        ("đơn vị:\n  - {tên: …, thuộc: mau}\n", ["2:5: lỗi: không lập được mã từ tên này: “…”. Thêm “mã:”"]),
        ("văn bản:\n  - {tên loại: Luật, trích yếu: A, mã: /etc}\n", [
            "2:40: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “/etc”. Viết “etc”"
        ]),
        ("văn bản:\n  - {tên loại: Luật, trích yếu: A, địa phương: ../x}\n", [
            "2:48: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “../x”. Viết “x”"
        ]),
        ("văn bản:\n  - {tên loại: Luật, trích yếu: A, địa chỉ cũ: [a, ../../x]}\n", [
            "2:52: lỗi: mã chỉ gồm chữ thường không dấu, số và dấu nối: “../../x”. Viết “x”"
        ]),
        ("văn bản:\n  - {tên loại: Luật, trích yếu: A, địa chỉ: 'javascript:alert(1)'}\n", [
            "2:45: lỗi: đây không phải một địa chỉ bắt đầu bằng https:// hoặc http://, viết liền: “javascript:alert(1)”"
        ]),
        ("văn bản:\n  - {tên loại: Luật, trích yếu: A, nguồn: {nơi: B, địa chỉ: 'javascript:x'}}\n", [
            "2:61: lỗi: đây không phải một địa chỉ bắt đầu bằng https://"
        ]),
        ("cơ quan:\n  - {tên: UBND xã A, liên hệ: {thư điện tử: a@b.vn?bcc=x@y.z, trang: 'data:x'}}\n", [
            "2:45: lỗi: đây không phải một địa chỉ thư điện tử: “a@b.vn?bcc=x@y.z”. Viết một địa chỉ",
            "2:70: lỗi: đây không phải một địa chỉ bắt đầu bằng https://",
        ]),
        ("văn bản: []\n", []),
        ("# chỉ có ghi chú\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text, said):
    found = problems(text)
    assert [any(line.startswith(want) for line in found) for want in said] == [True] * len(said), found
    assert bool(found) == bool(said), found


def test_a_relation_that_leads_nowhere_and_a_name_borne_twice_are_warnings():
    facts = "tên loại: Luật, trích yếu: Luật Dân chủ ở cơ sở, số ký hiệu: 1/2030/QH17, thay thế: luat-lạ"
    found = problems(f"văn bản:\n  - {{{facts}}}\n")
    assert [line.partition("“")[0] for line in found] == [
        "2:5: cảnh báo: mã văn bản liên quan không có trong danh mục: ",
        "2:5: cảnh báo: hai văn bản cùng mang một tên, nên viện dẫn bằng tên sẽ không rõ: ",
    ]


def test_a_file_that_is_not_utf8():
    assert problems("văn bản:".encode("utf-16"))[0].startswith("1:1: lỗi: tệp không phải UTF-8")


def test_what_is_nested_without_end_is_refused_before_the_parser_gives_way():
    assert problems(b"[" * 100_000)[0].startswith("1:13: lỗi: các mục lồng nhau quá sâu")


def test_a_repeated_id_is_named():
    entry = "  - {tên loại: Luật, số ký hiệu: 1/2020/QH14, trích yếu: Luật A}\n"
    assert problems(f"văn bản:\n{entry}{entry}")[0].startswith(
        "3:5: lỗi: mã này đã có một mục khác trong danh mục"
    )


def test_an_entry_without_id_gets_it_from_its_facts():
    register, issues = read_local(
        {PATH: "văn bản:\n  - {tên loại: Quyết định, số ký hiệu: 12/QĐ-UBND, trích yếu: A, "
               "ngày ban hành: 5/3/2024, địa phương: nghe-an-xa-x, địa chỉ cũ: qd-12}\n".encode()}
    )  # fmt: skip
    assert not issues
    (entry,) = register.entries.values()
    assert entry.instrument.id == "qd-12-qd-ubnd-2024--nghe-an-xa-x"
    assert entry.instrument.former_ids == ("qd-12",)


def test_a_sites_own_entry_takes_the_place_of_a_packaged_one():
    local, issues = read_local(
        {PATH: "văn bản:\n  - {mã: luat-10-2022-qh15, tên loại: Luật, số ký hiệu: 10/2022/QH15, "
               "trích yếu: Luật Thực hiện dân chủ ở cơ sở, kiểm tra ngày: 2026-11}\n".encode()}
    )  # fmt: skip
    assert not issues
    both = merge(packaged(), local)
    assert str(both.instruments["luat-10-2022-qh15"].checked_on) == "2026-11"
    assert len(both.entries) == len(packaged().entries)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: f"văn bản:\n  - {t}".encode())))
def test_nothing_that_stands_in_a_file_raises(data):
    _, issues = read_local({PATH: data})
    assert all(issue.line >= 1 and issue.column >= 1 and issue.remedy for issue in issues)
