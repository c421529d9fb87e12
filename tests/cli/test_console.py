"""An officer's Windows, as far as Linux can play it: code pages, line ends, names with spaces and marks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A repository below a folder with spaces and Vietnamese letters, one real plan in it."""
    folder = tmp_path / "Máy của tôi" / "Kế hoạch phường"
    done = danbiet(
        tmp_path, "new", "site", str(folder), "--body", "UBND phường Bãi Cháy", "--province", "Quảng Ninh"
    )
    assert done.returncode == 0, done.stderr
    (folder / "plans" / "2024").mkdir()
    shutil.copy(ROOT / "plans" / "2024" / "bai-chay.md", folder / "plans" / "2024" / "bai-chay.md")
    return folder


def danbiet(
    folder: Path, *arguments: str, encoding: str = "utf-8", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "danbiet", *arguments],
        cwd=folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": encoding, "DANBIET_TODAY": "2026-11-20", **environment},
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_any_console_gets_vietnamese(ward: Path, encoding: str) -> None:
    done = danbiet(ward, "check", encoding=encoding)
    assert done.returncode == 0, done.stderr
    assert "cảnh báo" in done.stdout.decode("utf-8")
    wrong = danbiet(ward, "check", "--sai", encoding=encoding)
    assert wrong.returncode == 2
    assert "Không có tùy chọn" in wrong.stderr.decode("utf-8")
    assert b"Traceback" not in wrong.stderr


def test_colours_are_for_terminals(ward: Path) -> None:
    assert b"\x1b[" not in danbiet(ward, "check").stdout


def test_line_ends_of_windows_change_nothing(ward: Path) -> None:
    before = danbiet(ward, "check").stdout
    for file in [*ward.rglob("*.md"), *ward.rglob("*.yml")]:
        data = file.read_bytes().replace(b"\r\n", b"\n")
        file.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    after = danbiet(ward, "check")
    assert after.returncode == 0, after.stdout.decode()
    assert after.stdout == before
    built = danbiet(ward, "build")
    assert built.returncode == 0, built.stderr.decode()


def test_names_with_spaces_marks_and_either_form_of_unicode(ward: Path) -> None:
    source = (ward / "plans" / "2024" / "bai-chay.md").read_bytes()
    for name in ("Kế hoạch số 1 (bản ký).md", unicodedata.normalize("NFD", "Đối thoại.md")):
        (ward / "van ban").mkdir(exist_ok=True)
        (ward / "van ban" / name).write_bytes(source)
        done = danbiet(ward, "cite", f"van ban/{name}")
        assert done.returncode == 0
        assert "Kế hoạch" in done.stdout.decode() or "Đối thoại" in unicodedata.normalize(
            "NFC", done.stdout.decode()
        )


def test_a_backslash_in_a_plans_keys_is_read_as_a_slash(ward: Path) -> None:
    plan = ward / "plans" / "2024" / "bai-chay.md"
    (ward / "plans" / "2024" / "goc").mkdir()
    (ward / "plans" / "2024" / "goc" / "ky.pdf").write_bytes(b"%PDF-1.7\n")
    text = plan.read_text(encoding="utf-8").replace("\nnăm: 2024\n", "\nnăm: 2024\nbản gốc: goc\\ky.pdf\n")
    plan.write_text(text, encoding="utf-8")
    done = danbiet(ward, "check", "plans/2024/bai-chay.md")
    assert done.returncode == 0, done.stdout.decode()
    assert "goc" not in done.stdout.decode()
