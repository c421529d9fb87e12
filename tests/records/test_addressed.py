"""What may become an address: codes, web and mail addresses, names of files that are published as they are."""

from __future__ import annotations

import pytest

from danbiet.records import code_slip, kept_file_slip, mail_address_slip, web_address_slip


@pytest.mark.parametrize("code", ["van-phong", "a", "mau-phuong-mau-2025", "x1"])
def test_codes(code: str) -> None:
    assert code_slip(code) is None
    assert code_slip(f"qd-1--{code}", pair=True) is None
    assert code_slip(f"qd-1--{code}") is not None


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("../../../../evil", "Viết “evil”"),
        ("Văn phòng", "Viết “van-phong”"),
        ("a/b", "Viết “a-b”"),
        ("a--b--c", "Viết “a-b-c”"),
        ("-a", "Viết “a”"),
        ("a\n", "Viết “a”"),
        ("..", "Viết như “van-phong-thong-ke”"),
    ],
)
def test_what_is_no_code_is_told_with_the_code_meant(code: str, meant: str) -> None:
    for pair in (False, True):
        slip = code_slip(code, pair=pair)
        assert slip is not None
        assert slip.remedy == meant


@pytest.mark.parametrize(
    "address",
    [
        "https://phuong.gov.vn/",
        "http://a.vn",
        "https://a.vn:8080/b?c=d&e=(f)#g",
        "https://vi-du.vn/văn-bản/số-1",
        "https://nhandan.vn/tag/bi%e1%bb%83u+d",
    ],
)
def test_web_addresses(address: str) -> None:
    assert web_address_slip(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://a.vn/%0aalert(1)",
        "data:text/html,x",
        "//a.vn",
        "a.vn",
        "https://",
        "https:///a",
        "https://a.vn/a b",
        'https://a.vn/"onclick="x',
        "https://ngan-hang.vn@a.vn/",
        "https://a.vn\\@b.vn/",
    ],
)
def test_what_no_link_may_lead_to(address: str) -> None:
    assert web_address_slip(address) is not None


@pytest.mark.parametrize("address", ["vanthu@phuong-mau.gov.vn", "a.b+c_d@e.vn"])
def test_mail_addresses(address: str) -> None:
    assert mail_address_slip(address) is None


@pytest.mark.parametrize(
    "address", ["a@b.vn?bcc=x@y.z&body=hi", "a@b.vn,c@d.vn", "a b@c.vn", "a@b", "@b.vn", "a%0a@b.vn", "a"]
)
def test_what_is_not_one_mail_address(address: str) -> None:
    assert mail_address_slip(address) is not None


@pytest.mark.parametrize(
    "path", ["goc.pdf", "plans/_tien-do/minh-chung/Ảnh số 1 #2?.JPG", "a.b.docx", "x.zip"]
)
def test_kept_files(path: str) -> None:
    assert kept_file_slip(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "a.html",
        "a.HTM",
        "a.svg",
        "a.xml",
        "a.js",
        "a.md",
        "README.md",
        "niem-yet",
        ".htaccess",
        ".an.txt",
        "b/.an/c.pdf",
    ],
)
def test_files_that_would_run_as_a_page_or_that_nobody_sees(path: str) -> None:
    slip = kept_file_slip(path)
    assert slip is not None
    assert slip.remedy
