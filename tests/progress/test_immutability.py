"""Append-only: what may change in a progress file after it was published, and what may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet import progress
from danbiet.issues import Severity
from danbiet.progress import History, ProgressFiles, read_files, replay
from danbiet.progress.chunks import chunks

PATH = "plans/_tien-do/phuong-mau.yml"
FIRST = """\
cơ quan: mau-phuong-mau
tiến độ:
  - việc: 2024-x-1a2b3c4d
    ngày: 2024-05-18
    giai đoạn: đã hoàn thành
    nội dung: Đã gửi báo cáo
    minh chứng: [{tên: Báo cáo, tệp: a.pdf}]
    người báo cáo: Văn phòng
"""
CONFIRMED = FIRST + "    xác nhận: [{bởi: MTTQ phường Mẫu, ngày: 2024-06-01, kết luận: đúng như báo cáo}]\n"
SECOND = FIRST + FIRST.partition("tiến độ:\n")[2].replace("2024-05-18", "2024-05-28")
KNOWN = {"2024-x-1a2b3c4d"}


FILES = {"plans/_tien-do/a.pdf": "aaaa", "plans/_tien-do/b.pdf": "bbbb"}


def history(*past: str, **more: object) -> History:
    return History(
        past={
            PATH: [
                (number, f"{number}" * 40, date(2024, 5, 20), text.encode(), "…")
                for number, text in enumerate(past)
            ],
            **more,  # type: ignore[dict-item]
        }
    )


def messages(now: str, *past: str, known: set[str] = KNOWN) -> list[str]:
    issues = progress.edited(progress.read_files({PATH: now.encode()}), history(*past), known, FILES)
    assert all(issue.severity is Severity.ERROR for issue in issues)
    return [issue.message for issue in issues]


@pytest.mark.parametrize(
    ("now", "past"),
    [
        (FIRST, ()),
        (FIRST, (FIRST,)),
        (SECOND, (FIRST, SECOND)),
        (CONFIRMED, (FIRST,)),
        (FIRST, (FIRST, FIRST.replace("Đã gửi báo cáo", "Đã gửi"))),
        (FIRST, (FIRST, "", FIRST)),
        ("# lời ghi\n" + FIRST.replace("Đã gửi báo cáo", "'Đã gửi   báo cáo'"), (FIRST,)),
        (FIRST, (FIRST.replace("đã hoàn thành", "không đọc được"),)),
        ("cơ quan: a\ngỡ bỏ: [{việc: 2024-x-1a2b3c4d, ngày: 2024-05-18, lý do: có số căn cước}]\n", (FIRST,)),
    ],
)
def test_what_may_change(now: str, past: tuple[str, ...]) -> None:
    assert messages(now, *past) == []


@pytest.mark.parametrize(
    ("now", "past", "expected"),
    [
        (FIRST.replace("Đã gửi báo cáo", "Đã gửi"), FIRST, "mục đã công bố bị sửa ở “nội dung”"),
        (FIRST.replace("2024-05-18", "2024-05-10"), FIRST, "mục đã công bố bị sửa ở “ngày”"),
        (FIRST.replace("a.pdf", "b.pdf"), FIRST, "mục đã công bố bị sửa ở “minh chứng”"),
        (
            FIRST.replace("2024-05-18", "2024-05-10").replace("Đã gửi báo cáo", "Đã gửi"),
            FIRST,
            "mục đã công bố bị sửa ở “ngày”, “nội dung”",
        ),
        (
            FIRST.replace("2024-05-18", "2024-05-10").replace("Đã gửi", "Gửi").replace("Văn phòng", "VP"),
            FIRST,
            "mục đã công bố bị xóa",
        ),
        ("cơ quan: mau-phuong-mau\n", FIRST, "mục đã công bố bị xóa"),
        (FIRST, CONFIRMED, "xác nhận đã công bố bị sửa hoặc xóa"),
        (CONFIRMED.replace("2024-06-01", "2024-06-02"), CONFIRMED, "xác nhận đã công bố bị sửa hoặc xóa"),
    ],
)
def test_what_may_not(now: str, past: str, expected: str) -> None:
    (message,) = messages(now, past, now)
    assert message.startswith(expected)
    assert "đã công bố ngày 20/5/2024, bản ghi 0000000000" in message


def test_a_file_taken_away_whole() -> None:
    (issue,) = progress.edited(progress.read_files({}), history(FIRST), KNOWN, FILES)
    assert (issue.path, issue.message[:23]) == (PATH, "mục đã công bố bị xóa (")


def test_what_was_put_in_its_place_is_published_once_the_old_entry_stands_again() -> None:
    wrong = FIRST.replace("2024-05-18", "2024-05-28")
    assert messages(FIRST, FIRST, wrong) == []
    assert messages(FIRST, FIRST, wrong, FIRST) == []
    assert messages(SECOND, FIRST, wrong, SECOND) == []
    (message,) = messages(FIRST, FIRST, wrong, SECOND)
    assert "bản ghi 1111111111" in message


def test_moved_to_another_file() -> None:
    now = progress.read_files({"plans/_tien-do/khac.yml": FIRST.encode()})
    assert progress.edited(now, history(FIRST), KNOWN, FILES) == []


def test_an_entry_on_an_unknown_obligation_was_never_shown_and_may_be_mended() -> None:
    assert messages(FIRST, FIRST.replace("1a2b3c4d", "ffffffff")) == []


@pytest.mark.parametrize(
    "text",
    [
        SECOND,
        CONFIRMED,
        SECOND.replace("  - việc", "- việc").replace("\n    ", "\n  "),
        SECOND.replace("\n", "\r\n"),
        SECOND.replace("Đã gửi báo cáo", ">\n      Đã gửi\n      - báo cáo"),
        "TIEN_DO:\n" + SECOND.partition("tiến độ:\n")[2] + "cơ quan: [a, b]\n",
        SECOND.replace("cơ quan: mau-phuong-mau", "cơ quan:\n  - a\n  - b"),
        SECOND + "gỡ bỏ:\n  - {việc: x, ngày: 2024-01-01, lý do: y}\n",
        "{cơ quan: a, tiến độ: [{việc: b, ngày: 2024-01-01, giai đoạn: đã tiếp nhận, nội dung: c, người báo cáo: d}]}",
        "cơ quan: a\ntiến độ: [\n {việc: b, ngày: 2024-01-01, giai đoạn: đã tiếp nhận, nội dung: c, người báo cáo: d}]",
    ],
)
def test_a_file_cut_into_chunks_says_the_same(text: str) -> None:
    whole = progress.read_files({PATH: text.encode()})
    assert whole.issues == ()
    parts = [progress.read_files({PATH: chunk}) for chunk in chunks(text.encode())]
    assert [replace(e, line=1) for part in parts for e in part.entries] == [
        replace(e, line=1) for e in whole.entries
    ]
    assert [one.reason for part in parts for one in part.withdrawn] == [one.reason for one in whole.withdrawn]


WHAT = st.sampled_from(["Đã gửi", "Đã họp: 3 thôn", "- gạch", "có # thăng", "“ngoặc”", "việc: lạ", "{a}"])
ENTRIES = st.lists(st.tuples(st.integers(1, 28), WHAT), min_size=1, max_size=6)


def written(entries: list[tuple[int, str]]) -> str:
    body = FIRST.partition("tiến độ:\n")[2]
    texts = [
        body.replace("05-18", f"05-{day:02d}").replace("Đã gửi báo cáo", f"'{what}'") for day, what in entries
    ]
    return "cơ quan: a\ntiến độ:\n" + "".join(texts)


@given(ENTRIES, st.data())
def test_whatever_is_only_added_passes_and_whatever_is_changed_does_not(
    entries: list[tuple[int, str]], data: st.DataObject
) -> None:
    past = [written(entries[:count]) for count in range(1, len(entries) + 1)]
    assert messages(past[-1], *past) == []
    at = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:at], (29, "Khác hẳn"), *entries[at + 1 :]]
    found = messages(written(changed), *past)
    assert len(found) == (0 if entries[at] in changed else 1)


def test_in_hundreds_of_versions_each_entry_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = FIRST.partition("tiến độ:\n")[2]
    texts = [
        "cơ quan: a\ntiến độ:\n" + "".join(entry.replace("Đã gửi", f"Đã gửi {n}") for n in range(k))
        for k in range(1, 301)
    ]
    read: list[bytes] = []

    def counted(given: Mapping[str, bytes]) -> ProgressFiles:
        read.extend(given.values())
        return read_files(given)

    monkeypatch.setattr(replay, "read_files", counted)
    assert messages(texts[-1], *texts) == []
    assert len(read) == len(set(read)) <= len(texts) + 1
    (message,) = messages(texts[-1].replace("Đã gửi 7 ", "Đã gửi 777 "), *texts)
    assert "bản ghi 7777777777" in message


def test_a_shallow_clone_says_that_nothing_was_verified_and_what_to_do() -> None:
    now = progress.read_files({PATH: FIRST.encode()})
    lacking = History(lacks="bản sao git nông (shallow)", remedy="git fetch --unshallow")
    (issue,) = progress.edited(now, lacking, KNOWN, {})
    assert issue.severity is Severity.NOTE
    assert "chưa kiểm được" in issue.message
    assert issue.remedy == "git fetch --unshallow"
    assert progress.edited(progress.read_files({}), lacking, KNOWN, {}) == []


def test_where_the_published_branch_is_not_known_that_is_said() -> None:
    past = replace(history(FIRST), certain=False)
    (issue,) = progress.edited(progress.read_files({}), past, KNOWN, FILES)
    assert issue.message.startswith("mục đã ghi vào lịch sử bị xóa (đã ghi vào lịch sử ngày 20/5/2024")
    assert "không rõ nhánh nào của kho là bản công bố" in issue.message


def test_the_way_out_names_what_to_write_and_works() -> None:
    (issue,) = progress.edited(
        progress.read_files({PATH: FIRST.replace("2024-05-18", "2024-05-10").encode()}),
        history(FIRST),
        KNOWN,
        FILES,
    )
    line = "- {việc: 2024-x-1a2b3c4d, ngày: 18/5/2024, lý do: …}"
    assert line in issue.remedy
    assert (issue.line, issue.column) == (4, 11)
    assert messages(FIRST.replace("2024-05-18", "2024-05-10") + f"gỡ bỏ:\n  {line}\n", FIRST) == []


PDF = "plans/_tien-do/a.pdf"
DOCUMENTED = CONFIRMED.replace(
    "như báo cáo}]", "như báo cáo, văn bản: {số hoặc biên bản: 1/BB, ngày: 2024-06-01, tệp: b.pdf}}]"
)


def files(now: str, published: str, contents: dict[str, str], *versions: tuple[int, str]) -> list[str]:
    """Findings on evidence: its versions are (commit, id of the content); the entry is of commit 0."""
    past = history(
        published, **{PDF: [(at, "c" * 40, date(2024, 5, 20), b"", blob) for at, blob in versions]}
    )
    return [
        i.message for i in progress.edited(progress.read_files({PATH: now.encode()}), past, KNOWN, contents)
    ]


def test_a_file_put_in_the_place_of_published_evidence_is_found() -> None:
    assert files(FIRST, FIRST, {PDF: "aaaa"}, (0, "aaaa")) == []
    (message,) = files(FIRST, FIRST, {PDF: "xxxx"}, (0, "aaaa"))
    assert message.startswith("tệp của mục đã công bố bị thay bằng nội dung khác (đã công bố ngày 20/5/2024")
    (message,) = files(FIRST, FIRST, {PDF: "xxxx"}, (0, "aaaa"), (1, "xxxx"))
    assert "bị thay" in message
    (message,) = files(FIRST, FIRST, {}, (0, "aaaa"), (1, ""))
    assert message.startswith("tệp của mục đã công bố không còn")


def test_evidence_put_back_or_withdrawn_or_never_committed_is_in_order() -> None:
    assert files(FIRST, FIRST, {PDF: "aaaa"}, (0, "aaaa"), (1, "xxxx"), (2, "aaaa")) == []
    gone = "cơ quan: a\ngỡ bỏ: [{việc: 2024-x-1a2b3c4d, ngày: 2024-05-18, lý do: có số căn cước}]\n"
    assert files(gone, FIRST, {}, (0, "aaaa"), (1, "")) == []
    assert files(FIRST, FIRST, {PDF: "aaaa"}) == []
    assert files(FIRST, FIRST, {PDF: "xxxx"}, (1, "xxxx")) == []  # what stood first is what was shown


def test_the_document_of_a_confirmation_is_held_too() -> None:
    past = history(DOCUMENTED, **{"plans/_tien-do/b.pdf": [(0, "c" * 40, date(2024, 6, 1), b"", "bbbb")]})
    now = progress.read_files({PATH: DOCUMENTED.encode()})
    assert progress.edited(now, past, KNOWN, FILES) == []
    (issue,) = progress.edited(now, past, KNOWN, {"plans/_tien-do/b.pdf": "xxxx"})
    assert issue.quote == "plans/_tien-do/b.pdf"
    assert issue.line == 9
