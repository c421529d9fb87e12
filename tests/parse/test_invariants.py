"""What holds of every text: offsets point home, blocks stand in order, nothing is lost, nothing raises."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from danbiet.model import Block, BlockKind
from danbiet.parse import body_start, heal, read_blocks, read_plan
from danbiet.text import nfc

WORDS = st.sampled_from(
    [
        "Giao",
        "Phòng",
        "Nội",
        "vụ",
        "tham",
        "mưu,",
        "theo",
        "dõi;",
        "Ủy",
        "ban",
        "nhân",
        "dân",
        "hoà",
        "giải.",
        "866-",
        "QĐ/TU",
        "ngày",
        "14/8/2023",
        "(qua",
        "năm:",
        "1.",
        "2.1.",
        "a)",
        "đ)",
        "(1)",
        "III.",
        "-",
        "+",
        "Điều",
        "5.",
        "Chương",
        "II",
        "Nơi",
        "nhận:",
        "TM.",
        "CHỦ",
        "TỊCH",
        "|",
        "xã",
        "hội;",
        "“dân”",
        "12:30",
        "*",
        "**",
        "_",
        "#",
        "##",
        "đ́",
        "Ðảng",
        "\\.",
        "\\*",
    ]
)
SPACES = st.sampled_from([" ", " ", " ", " ", "\n", "\n", "\n\n", " \n\n ", "\r\n", "\t", "  \n", "\u00a0"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=60).map(lambda pairs: "".join(a + b for a, b in pairs))
DECOMPOSED = TEXTS.map(lambda text: unicodedata.normalize("NFD", text))


def base(char: str) -> str:
    return unicodedata.normalize("NFD", nfc(char))[0]


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
        words = block.text
        assert words == words.strip() or block.kind is BlockKind.ROW
        assert "  " not in words.replace("|  |", "| |")
        for index, char in enumerate(words):
            at = block.words.offsets.at(index)
            assert block.start <= at < block.end
            source = text[at]
            if char == " ":
                assert source.isspace() or block.kind is BlockKind.ROW
            elif not unicodedata.combining(char):
                assert base(source) == base(char) or block.kind is BlockKind.ROW
    anchors = [block.anchor for block in blocks]
    assert len(set(anchors)) == len(anchors)


@settings(max_examples=150)
@given(TEXTS | DECOMPOSED)
@example("## III. TỔ CHỨC\n\n1\\. Giao việc\n{: .viec }\n\n| a | b |\n|---|---|\n| c | d |")
def test_offsets_point_at_the_same_characters(text: str) -> None:
    check_blocks(text, read_blocks(text))


@settings(max_examples=150)
@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    text = re.sub(r"[*_#|{}\\]", "", text)
    joined = "".join(block.mark + block.text for block in read_blocks(text))
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", nfc(text))


@settings(max_examples=150)
@given(TEXTS)
def test_healing_keeps_every_word(text: str) -> None:
    assert re.sub(r"\s", "", "".join(heal(text))) == re.sub(r"\s", "", text)


@settings(max_examples=200)
@given(st.text(), st.integers(min_value=0, max_value=5))
def test_any_text_is_read(text: str, start: int) -> None:
    for block in read_blocks(text, min(start, len(text))):
        assert start <= block.start < block.end <= len(text)
    assert 0 <= body_start(text) <= len(text)


@settings(max_examples=200)
@given(
    st.binary()
    | st.text().map(lambda text: f"---\n{text}\n---\nx".encode("utf-8", "replace"))
    | st.lists(
        st.sampled_from(
            [
                "trích yếu",
                ": ",
                "cơ quan ban hành",
                "\n",
                "  ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                '"',
                "'",
                "&a",
                "*a",
                "!x",
                "ngày ban hành",
                "2024-02-30",
                "12:30",
                "~",
                "\t",
                "#",
                "nơi nhận",
                "suy ra",
                "giải trình",
                "người ký",
                "---\n",
                "?",
                ">",
                "%",
            ]
        )
    ).map(lambda parts: ("---\n" + "".join(parts) + "\n---\nx").encode())
)
def test_any_file_gives_a_plan_or_an_error(data: bytes) -> None:
    plan, issues = read_plan("plans/2024/x.md", data)
    assert plan is not None or any(issue.severity == 3 for issue in issues)
    for issue in issues:
        assert issue.message
        assert issue.remedy
        assert "\n" not in str(issue)
