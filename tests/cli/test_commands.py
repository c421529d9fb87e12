"""The commands as an officer types them: what is printed, what is written, which exit code."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from danbiet.cli import main

ROOT = Path(__file__).parents[2]
ORIGINALS = sorted((ROOT / "tests" / "plans" / "originals").glob("*.txt"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def ward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new ward made by the command itself, with one real plan in it; the working folder."""
    made = run("new", "site", tmp_path / "xa", "--body", "UBND xã Mẫu", "--province", "Quảng Ninh",
               "--email", "xa@vi-du.vn", "--site-url", "https://xa.vi-du.vn/")  # fmt: skip
    assert made.exit_code == 0, made.output
    monkeypatch.chdir(tmp_path / "xa")
    monkeypatch.setenv("DANBIET_TODAY", "2026-11-20")
    (tmp_path / "xa" / "plans" / "2024").mkdir()
    shutil.copy(ROOT / "plans" / "2024" / "bai-chay.md", tmp_path / "xa" / "plans" / "2024" / "bai-chay.md")
    return tmp_path / "xa"


def test_cite_gives_an_object_a_file() -> None:
    result = run("cite", "--json", *ORIGINALS)
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert [row["file"] for row in rows] == [str(path) for path in ORIGINALS]
    first = rows[0]["citations"][0]
    assert set(first) >= {
        "start", "end", "core_start", "core_end", "type", "number", "date", "issuer", "kind",
        "instrument", "candidates", "provision",
    }  # fmt: skip
    text = ORIGINALS[0].read_bytes().decode("utf-8")
    assert " ".join(text[first["start"] : first["end"]].split()).startswith("Quyết định số 01/2024/QĐ-UBND")


def test_offsets_count_the_file_as_read(tmp_path: Path) -> None:
    text = "\ufeffMở đầu.\r\nTheo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    (found,) = json.loads(run("cite", "--json", tmp_path / "a.txt").stdout)[0]["citations"]
    assert text[found["start"] : found["end"]] == "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ"


@pytest.mark.parametrize("command", ["cite", "obligations"])
def test_a_file_that_cannot_be_read_gives_one_line_and_exit_2(command: str, tmp_path: Path) -> None:
    (tmp_path / "hong.txt").write_bytes(b"\xff\xfe\x00\x80\x81")
    for name in ("khong-co.txt", "hong.txt"):
        result = run(command, "--json", tmp_path / name)
        assert result.exit_code == 2
        assert len(result.stderr.strip().splitlines()) == 1
        assert name in result.stderr
        assert result.stdout == ""


def test_obligations_of_files_carry_their_receipt() -> None:
    result = run("obligations", "--json", *ORIGINALS)
    rows = json.loads(result.stdout)["obligations"]
    assert len(rows) == 53
    assert sum(len(row["deadlines"]) for row in rows) == 8  # one of the seven is due by two units
    for row in rows:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+-[0-9a-f]{8}(-\d+)?", row["id"])
        assert set(row) >= {
            "plan", "section", "unit", "unit_id", "text", "start", "end", "deadlines", "recurrence",
            "reports_to", "via", "url",
        }  # fmt: skip


def test_check_names_line_and_remedy(ward: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert re.search(r"^plans/2024/bai-chay\.md:\d+:\d+ cảnh báo .*34/2007/PL-UBTVQH11", result.stdout, re.M)
    (ward / "plans" / "2024" / "hong.md").write_text("không có phần đầu\n", encoding="utf-8")
    broken = run("check")
    assert broken.exit_code == 1
    assert "plans/2024/hong.md:1:1 lỗi" in broken.stdout
    assert run("check", "plans/2024/bai-chay.md").exit_code == 0


def test_check_speaks_to_machines(ward: Path) -> None:
    rows = json.loads(run("check", "--json").stdout)
    assert {"path", "line", "column", "severity", "rule", "message", "quote", "remedy", "answer"} == set(
        rows[0]
    )
    assert run("check", "--format", "github").stdout.startswith(
        ("::warning file=plans/2024/", "::notice file=plans/")
    )
    report = json.loads(run("check", "--format", "gitlab").stdout)
    assert report[0]["location"]["path"].startswith("plans/2024/")
    assert len({row["fingerprint"] for row in report}) == len(report)


def test_an_answered_finding_shows_its_answer(ward: Path) -> None:
    plan = ward / "plans" / "2024" / "bai-chay.md"
    text = plan.read_text(encoding="utf-8")
    rule = json.loads(run("check", "--json").stdout)[0]["rule"]
    answered = text.replace(
        "\nnăm: 2024\n", f"\nnăm: 2024\ngiải trình: [{{quy tắc: {rule}, lý do: bản gốc in vậy}}]\n"
    )
    assert answered != text
    plan.write_text(answered, encoding="utf-8")
    assert "Đã giải trình: bản gốc in vậy" in run("check").stdout


def test_build_prints_where_and_how_much(ward: Path) -> None:
    result = run("build")
    assert result.exit_code == 0, result.output
    assert re.search(r"Đã dựng \d+ trang từ 1 kế hoạch vào site trong \d+,\d giây", result.stdout)
    (ward / "plans" / "2024" / "hong.md").write_text("", encoding="utf-8")
    broken = run("build")
    assert broken.exit_code == 1
    assert "plans/2024/hong.md" in broken.stderr
    assert "trang cũ (nếu có) còn nguyên" in broken.stderr
    assert (ward / "site" / "index.html").exists()


def test_outside_a_site_the_command_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("build", "check"):
        result = run(command)
        assert result.exit_code == 2
        assert "danbiet new site" in result.stderr


def test_a_new_ward_has_nothing_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "site", tmp_path / "p", "--body", "UBND phường Mẫu", "--province", "Quảng Ninh", "--email", "a@b.vn",
        "--site-url", "https://mau.vi-du.vn")  # fmt: skip
    monkeypatch.chdir(tmp_path / "p")
    said, advice = run("check").stdout.strip().splitlines()
    assert said == "Không thấy gì cần sửa."
    assert advice.startswith("Chưa có kế hoạch nào")
    assert run("build").exit_code == 0
    again = run("new", "site", tmp_path / "p", "--body", "UBND phường Mẫu")
    assert again.exit_code == 2
    assert "không trống" in again.stderr


def test_broken_settings_are_told_in_vietnamese(ward: Path) -> None:
    (ward / "mkdocs.yml").write_text("site_name: Xã Mẫu\n\ttheme: danbiet\n", encoding="utf-8")
    for command in ("check", "build"):
        result = run(command)
        assert result.exit_code == 1
        assert "mkdocs.yml:2:1" in result.output
        assert "phím Tab" in result.output
        assert "found character" not in result.output
    assert "thieu-dia-chi-trang" not in run("check").output  # nothing is known of what it decides


def test_a_file_in_the_wrong_place_is_told(ward: Path) -> None:
    shutil.copy(ward / "plans" / "2024" / "bai-chay.md", ward / "plans" / "bai-chay.md")
    (ward / "plans" / "2024" / "moi.docx").write_bytes(b"PK")
    result = run("check")
    assert result.exit_code == 1
    assert "[sai-thu-muc]" in result.output
    assert "[tep-khong-doc]" in result.output


def test_a_blank_plan_can_be_filled(ward: Path) -> None:
    result = run("new", "plan", "--subject", "Thực hiện dân chủ ở cơ sở năm 2026", "--year", "2026")
    assert result.exit_code == 0, result.output
    text = (ward / "plans" / "2026" / "thuc-hien-dan-chu-o-co-so.md").read_text(encoding="utf-8")
    assert "UBND xã Mẫu" in text
    assert not json.loads(run("check", "--json", "plans/2026").stdout) or run("check").exit_code == 0
    assert (
        run("new", "plan", "--subject", "Thực hiện dân chủ ở cơ sở năm 2026", "--year", "2026").exit_code == 2
    )


def test_import_writes_a_plan_and_never_over_one(ward: Path) -> None:
    result = run("import", ORIGINALS[2])
    assert result.exit_code == 0, result.output
    written = re.search(r"Đã ghi (\S+\.md)", result.stdout)
    assert written is not None
    assert (ward / written[1]).exists()
    assert run("import", ORIGINALS[2]).exit_code == 2
    assert run("check", written[1]).exit_code == 0
    (ward / "anh.pdf").write_bytes(b"%PDF-1.4\n")
    broken = run("import", "anh.pdf")
    assert broken.exit_code == 2
    assert "anh.pdf" in broken.stderr


@pytest.mark.parametrize(
    "answer",
    [("--site-url", "javascript:alert(1)"), ("--site-url", "vi-du.vn"), ("--email", "a@b.vn, c@d.vn")],
)
def test_a_new_ward_takes_no_address_that_its_own_check_refuses(
    tmp_path: Path, answer: tuple[str, str]
) -> None:
    made = run("new", "site", tmp_path / "xa", "--body", "UBND xã Mẫu", "--province", "Quảng Ninh", *answer)
    assert made.exit_code == 2
    assert f"“{answer[1]}”: đây không phải" in made.stderr
    assert not (tmp_path / "xa").exists()
