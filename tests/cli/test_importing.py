"""Importing in a ward's own repository: what is filled from its register, what is kept, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from danbiet.cli import main

FIXTURES = Path(__file__).parents[1] / "draft" / "fixtures"
NAMELESS = (
    "KẾ HOẠCH\nThực hiện dân chủ ở cơ sở năm 2025\n\nCăn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15;\n\n"
    "I. MỤC ĐÍCH\n\nNâng cao nhận thức{}.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Giao Văn phòng theo dõi, tổng hợp.\n"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def ward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = run(
        "new", "site", tmp_path / "xã mẫu", "--body", "UBND phường Bãi Cháy", "--province", "Quảng Ninh"
    )
    assert made.exit_code == 0, made.output
    monkeypatch.chdir(tmp_path / "xã mẫu")
    monkeypatch.setenv("DANBIET_TODAY", "2026-11-20")
    return tmp_path / "xã mẫu"


def test_a_document_without_issuer_is_the_wards_own(ward: Path) -> None:
    (ward / "kh.txt").write_text(NAMELESS.format(""), encoding="utf-8")
    result = run("import", "kh.txt")
    assert result.exit_code == 0, result.output
    assert "Đã ghi plans/2025/thuc-hien-dan-chu-o-co-so.md" in result.stdout
    assert "“cơ quan ban hành” là suy ra: văn bản không ghi tên cơ quan" in result.stdout
    assert "Không tìm thấy cơ quan ban hành" not in result.stdout
    text = (ward / "plans" / "2025" / "thuc-hien-dan-chu-o-co-so.md").read_text(encoding="utf-8")
    assert "\ncơ quan ban hành: UBND phường Bãi Cháy\n" in text
    assert "\nsuy ra:\n" in text
    assert run("check", "plans/2025").exit_code == 0


def test_a_document_that_speaks_of_another_body_is_left_to_a_person(ward: Path) -> None:
    (ward / "kh.txt").write_text(
        NAMELESS.format(" trên địa bàn thị trấn Thanh Miện, tỉnh Hải Dương"), encoding="utf-8"
    )
    result = run("import", "kh.txt")
    assert "vì văn bản có vẻ của UBND thị trấn Thanh Miện" in result.stdout
    text = (ward / "plans" / "2025" / "thuc-hien-dan-chu-o-co-so.md").read_text(encoding="utf-8")
    assert "\ncơ quan ban hành:\n" in text


def test_outside_a_repository_nothing_is_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kh.txt").write_text(NAMELESS.format(""), encoding="utf-8")
    assert run("import", "kh.txt").exit_code == 0
    (made,) = tmp_path.glob("*.md")
    assert "\ncơ quan ban hành:\n" in made.read_text(encoding="utf-8")


def test_the_original_is_kept_and_offered(ward: Path) -> None:
    result = run("import", "--keep-original", FIXTURES / "tieu-de-kieu.docx")
    assert result.exit_code == 0, result.output
    (plan,) = (ward / "plans" / "2026").glob("*.md")
    kept = plan.with_suffix(".docx")
    assert kept.read_bytes() == (FIXTURES / "tieu-de-kieu.docx").read_bytes()
    assert f"\nbản gốc: {kept.name}\n" in plan.read_text(encoding="utf-8")
    assert run("check", plan).exit_code == 0


def test_an_original_that_the_site_would_refuse_is_not_kept(ward: Path) -> None:
    (ward / "kh.md").write_text(NAMELESS.format(""), encoding="utf-8")
    result = run("import", "--keep-original", "kh.md")
    assert result.exit_code == 2
    assert "kh.md: tệp .md không đăng kèm được" in result.stderr
    assert not list((ward / "plans").rglob("thuc-hien*"))


def test_several_files_at_once_and_the_one_that_fails_is_named(ward: Path) -> None:
    result = run(
        "import", FIXTURES / "ke-hoach-in.pdf", FIXTURES / "ban-chup.pdf", FIXTURES / "ke-hoach-bang.docx"
    )
    assert result.exit_code == 2
    assert result.stdout.count("Đã ghi plans/") == 2
    assert "ban-chup.pdf" in result.stderr
    assert "bản chụp" in result.stderr
    assert (
        run("import", "-o", "a.md", FIXTURES / "ke-hoach-in.pdf", FIXTURES / "ke-hoach-bang.docx").exit_code
        == 2
    )


def test_a_file_that_is_not_there_is_told_in_vietnamese(ward: Path) -> None:
    assert "không có tệp này" in run("import", "khong-co.docx").stderr
    assert "đây là một thư mục" in run("import", "plans").stderr


def test_a_year_nobody_knows_is_said_to_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DANBIET_TODAY", "2026-11-20")
    (tmp_path / "a.txt").write_text(
        "KẾ HOẠCH\nTiếp công dân\n\n1. Giao Công an xã chủ trì.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["import", "a.txt", "-o", "a.md"])
    assert result.exit_code == 0, result.output
    assert "tạm lấy năm nay (2026)" in result.output
    assert "tạm lấy năm nay (2026)" in (tmp_path / "a.md").read_text(encoding="utf-8")
