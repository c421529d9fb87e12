"""What is no text is called by its name, not by an encoding."""

from __future__ import annotations

import random

import pytest

from danbiet.records.decoding import decode


@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "khong-phai-van-ban", "ảnh PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "khong-phai-van-ban", "ảnh JPEG"),
        (b"%PDF-1.7\n", "khong-phai-van-ban", "tệp PDF"),
        (b"PK\x03\x04" + bytes(100), "khong-phai-van-ban", "Word"),
        (random.Random(1).randbytes(5000), "khong-phai-van-ban", "không phải là chữ"),
        (b"a" * 2_000_001, "tep-qua-lon", "2,0 MB"),
        ("---\ntrích yếu: x\n".encode("utf-16"), "khong-phai-utf-8", "UTF-16"),
        (b"---\ntr\xedch y\xea\xccu", "khong-phai-utf-8", "Windows-1258"),
    ],
)
def test_what_cannot_be_read(data: bytes, rule: str, words: str) -> None:
    text, faults = decode("plans/2024/a.md", data)
    assert text is None
    (issue,) = faults.issues
    assert issue.rule == rule
    assert words in issue.message
    assert issue.remedy


def test_text_stays_as_it_is() -> None:
    data = "\ufeff---\r\ntrích yếu: Ủy ban\r\n\tx\f\n".encode()
    assert decode("a.md", data)[0] == data.decode()
