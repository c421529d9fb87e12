"""Whatever stands in a file: no crash, no word lost, none invented, order kept."""

from __future__ import annotations

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from danbiet import draft, parse
from danbiet.draft.completeness import draft_words, words_of

LINE = st.sampled_from(
    [
        "ỦY BAN NHÂN DÂN", "XÃ ĐỒI THÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND", "Số:     /KH-UBND", "Số:",
        "/SNV-VP", "Đồi Thông, ngày 05 tháng 3 năm 2025", "Đồi Thông, ngày",
        "tháng", "năm 2025", "V/v báo cáo", "Kính gửi: Sở Nội vụ", "KẾ HOẠCH", "KẾ HOẠCH NĂM 2025",
        "-------", "DỰ THẢO",
        "Thực hiện dân chủ ở cơ sở", "Căn cứ Luật số 10/2022/QH15;", "I. MỤC ĐÍCH", "1. Mục đích",
        "1. Giao Văn phòng.",
        "a) Công khai", "- Bảo đảm.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn An", "PHỤ LỤC", "Chương I", "QUY ĐỊNH CHUNG", "2", "# x * y _z_ | t", "",
        "Tiếp tục quán triệt, triển khai các văn bản của Trung ương về thực hiện dân chủ",
        "ở cơ sở nhằm nâng cao nhận thức của cán bộ, công chức, viên chức, người lao động",
    ]
)  # fmt: skip
TEXT = st.lists(LINE | st.text(alphabet="aáoĐN1 .;:-/()|*_#\t", max_size=20), max_size=30).map("\n".join)


@settings(max_examples=150)
@given(TEXT)
@example("Số: 1\n2\n3")
def test_no_word_of_a_text_is_lost_or_invented(text: str) -> None:
    for heal in (None, parse.heal):
        drafted, _issues = draft.read(text.encode(), "a.txt", heal)
        if drafted is None:
            continue
        body = words_of(drafted.body.replace("\\", ""))
        assert Counter(draft_words(drafted)) == Counter(words_of(text))
        if any("Dòng ở phần đầu" in doubt for doubt in drafted.doubts):
            continue  # lines of no field are gathered before the body
        original = iter(words_of(text))
        assert all(word in original for word in body)


@settings(max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.md", "a"]))
@example(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>", "a.pdf")
@example(b"PK\x03\x04" + b"\0" * 60, "a.docx")
def test_no_file_makes_it_crash(data: bytes, name: str) -> None:
    drafted, issues = draft.read(data, name)
    assert (drafted is None) == any(issue.severity.name == "ERROR" for issue in issues)
