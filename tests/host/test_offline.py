"""Links of the edition that opens from a disk."""

import zipfile
from pathlib import Path

import pytest

from danbiet.host.offline import archive, name_files


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../../van-ban/x/">', '<a href="../../van-ban/x/index.html">'),
        ('<a href="../../van-ban/x/#doan-1">', '<a href="../../van-ban/x/index.html#doan-1">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../../..">', '<a href="../../../index.html">'),
        ('<a href="#viec-1">', '<a href="#viec-1">'),
        ('<a href="viec.csv">', '<a href="viec.csv">'),
        ('<a href="https://vi-du.gov.vn/">', '<a href="https://vi-du.gov.vn/">'),
        ('<a href="mailto:a@b.vn">', '<a href="mailto:a@b.vn">'),
        ('<form action="../tim-kiem/">', '<form action="../tim-kiem/index.html">'),
        ('<link rel="stylesheet" href="../assets/a.css">', '<link rel="stylesheet" href="../assets/a.css">'),
    ],
)
def test_links_name_their_file(before: str, after: str) -> None:
    assert name_files(before) == after


def test_the_archive_is_the_same_twice(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("xin chào", encoding="utf-8")
    first = archive(site, tmp_path / "1.zip").read_bytes()
    assert archive(site, tmp_path / "2.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "1.zip") as bundle:
        assert bundle.namelist() == ["site/a/index.html"]
