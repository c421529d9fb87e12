"""The fictional ward of tests/sites/phuong-mau, read whole: every state of progress, end to end."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from danbiet import progress
from danbiet import site as whole
from danbiet.check import engine
from danbiet.issues import Severity
from danbiet.model import ChangeKind, Site

WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"
PROGRESS = "plans/_tien-do/phuong-mau.yml"
PLAN = "plans/2024/dan-chu-phuong-mau.md"
HEAD = "2024-dan-chu-phuong-mau-0000000"
TODAY = date(2024, 10, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of its own, so that this repository's history does not speak."""
    return Path(shutil.copytree(WARD, tmp_path / "phuong-mau"))


def git(root: Path, *arguments: str, when: str = "2024-10-01T08:00:00+07:00") -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_AUTHOR_NAME": "Cán bộ Mẫu",
        "GIT_COMMITTER_NAME": "Cán bộ Mẫu",
        "GIT_AUTHOR_EMAIL": "mau@example.invalid",
        "GIT_COMMITTER_EMAIL": "mau@example.invalid",
    }
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def publish(root: Path, message: str, when: str = "2024-10-01T08:00:00+07:00") -> None:
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message, when=when)


def states(site: Site, number: int) -> list[str]:
    return [one.state.slug for one in progress.site_states(site)[f"{HEAD}{number}"]]


def errors(root: Path) -> list[str]:
    found = engine.run(whole.load(root, TODAY))
    return [f"{i.path}:{i.line} {i.rule}" for i in found if i.severity is Severity.ERROR]


def test_every_state_is_there(root: Path) -> None:
    site = whole.load(root, TODAY)
    assert states(site, 1) == ["da-xac-nhan"]
    assert states(site, 2) == ["qua-han"]
    assert states(site, 3) == ["da-bao-cao", *["qua-han"] * 6, *["chua-den-han"] * 3]
    assert states(site, 4) == ["da-bao-cao"]
    assert states(site, 5) == ["khong-thuc-hien-duoc"]
    assert states(site, 6) == ["chua-den-han"]
    assert states(site, 7) == ["khong-neu-thoi-han"]
    assert states(whole.load(root, date(2024, 11, 29)), 6) == ["sap-den-han"]
    assert states(whole.load(root, date(2024, 11, 30)), 6) == ["qua-han"]
    assert states(whole.load(root, date(2024, 5, 29)), 1) == ["da-bao-cao"]


def test_a_commune_that_publishes_no_progress_is_never_overdue(root: Path) -> None:
    found = progress.site_states(whole.load(root, date(2030, 1, 1)))["2024-dan-chu-xa-thu-00000001"]
    assert [one.state.label for one in found] == ["Nơi ban hành chưa công bố tiến độ tại đây"]


def test_the_ward_has_no_error(root: Path) -> None:
    assert errors(root) == []


def test_published_changed_and_told(root: Path) -> None:
    publish(root, "Đăng kế hoạch", "2024-03-15T08:00:00+07:00")
    text = (root / PLAN).read_text(encoding="utf-8")
    (root / PLAN).write_text(text.replace("trước ngày 30/6/2024", "trước ngày 15/7/2024"), encoding="utf-8")
    publish(
        root,
        "Đính chính\n\nLoại: đính chính\nVăn bản: số 02/CV-UBND ngày 1/4/2024",
        "2024-04-02T08:00:00+07:00",
    )
    history = whole.load(root, TODAY).histories["2024/dan-chu-phuong-mau"]
    assert history.published == date(2024, 3, 15)
    assert [change.kind for change in history.changes] == [ChangeKind.PUBLICATION, ChangeKind.ERRATUM]
    assert ("-", "30/6/2024.") in history.changes[1].words
    assert states(whole.load(root, date(2024, 7, 15)), 4) == ["da-bao-cao"]


def test_an_entry_edited_after_publication_is_refused(root: Path) -> None:
    publish(root, "Đăng tiến độ")
    path = root / PROGRESS
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("84 người dự", "184 người dự"), encoding="utf-8")
    assert errors(root) == [f"{PROGRESS}:41 tien-do-sua-sau"]
    publish(root, "Lặng lẽ")
    assert errors(root) == [f"{PROGRESS}:41 tien-do-sua-sau"]
    path.write_text(before, encoding="utf-8")
    assert errors(root) == []


def test_an_entry_added_at_the_end_is_welcome(root: Path) -> None:
    publish(root, "Đăng tiến độ")
    more = f"""\
  - việc: {HEAD}2
    ngày: 10/6/2024
    giai đoạn: đã hoàn thành
    nội dung: Đã niêm yết, có ảnh.
    minh chứng: [{{tên: Ảnh, địa chỉ: "https://phuong-mau.example.invalid/anh"}}]
    người báo cáo: Văn phòng UBND phường
"""
    with (root / PROGRESS).open("a", encoding="utf-8") as file:
        file.write(more)
    assert errors(root) == []
    assert states(whole.load(root, TODAY), 2) == ["da-bao-cao"]


def test_a_shallow_clone_notes_that_nothing_was_verified(root: Path, tmp_path: Path) -> None:
    publish(root, "một")
    (root / "README.md").write_text("hai", encoding="utf-8")
    publish(root, "hai")
    shallow = tmp_path / "nông"
    subprocess.run(["git", "clone", "-q", "--depth", "1", root.as_uri(), str(shallow)], check=True)
    found = [i for i in engine.run(whole.load(shallow, TODAY)) if i.rule == "tien-do-sua-sau"]
    assert [i.severity for i in found] == [Severity.NOTE]
    assert "chưa kiểm được" in found[0].message


def test_evidence_that_is_not_in_the_repository_is_an_error(root: Path) -> None:
    (root / "plans/_tien-do/minh-chung/hoi-nghi.txt").unlink()
    assert errors(root) == [f"{PROGRESS}:42 tien-do-thieu-tep"]


def test_published_evidence_is_not_replaced(root: Path) -> None:
    publish(root, "Đăng tiến độ")
    file = root / "plans/_tien-do/minh-chung/hoi-nghi.txt"
    before = file.read_bytes()
    file.write_text("khác", encoding="utf-8")
    assert errors(root) == [f"{PROGRESS}:42 tien-do-sua-sau"]
    publish(root, "Lặng lẽ")
    assert errors(root) == [f"{PROGRESS}:42 tien-do-sua-sau"]
    file.write_bytes(before)
    assert errors(root) == []


def test_a_slip_corrected_on_a_branch_was_never_published(root: Path) -> None:
    publish(root, "Đăng kế hoạch")
    subprocess.run(["git", "checkout", "-q", "-b", "tien-do"], cwd=root, check=True)
    path = root / PROGRESS
    entry = path.read_text(encoding="utf-8").replace("ngày: 1/9/2024", "ngày: 2/9/2024")
    path.write_text(entry.replace("Chưa được bố trí", "Chưa đưọc bố trí"), encoding="utf-8")
    publish(root, "Thêm tiến độ")
    path.write_text(entry, encoding="utf-8")
    publish(root, "Sửa chữ gõ sai")
    assert errors(root) == [f"{PROGRESS}:47 tien-do-sua-sau"]  # the day, published on the main branch
    path.write_text(entry.replace("ngày: 2/9/2024", "ngày: 1/9/2024"), encoding="utf-8")
    assert errors(root) == []
