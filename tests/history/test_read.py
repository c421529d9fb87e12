"""history.read against small repositories made on the spot."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.tools.work import growth

from danbiet import history
from danbiet.cache import Cache
from danbiet.history import git, kinds
from danbiet.model import ChangeKind

PLAN = "plans/2024/kế-hoạch mẫu.md"


class Repository:
    """A throw-away repository whose clock is given."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, when: str = "2024-03-01T08:00:00+07:00", author: str | None = None) -> str:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_DATE": author or when,
            "GIT_COMMITTER_DATE": when,
            "GIT_AUTHOR_NAME": "Cán bộ Mẫu",
            "GIT_COMMITTER_NAME": "Cán bộ Mẫu",
            "GIT_AUTHOR_EMAIL": "mau@example.invalid",
            "GIT_COMMITTER_EMAIL": "mau@example.invalid",
        }
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=environment, capture_output=True, check=True, text=True
        )
        return done.stdout

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def commit(self, message: str, when: str = "2024-03-01T08:00:00+07:00", author: str | None = None) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, when=when, author=author)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "xã mẫu")


def test_publication_then_erratum(repository: Repository) -> None:
    repository.write(PLAN, "Họp thôn trước ngày 20/5/2024\nvà báo cáo.\n")
    first = repository.commit("Đăng kế hoạch", "2024-03-01T08:00:00+07:00")
    repository.write(PLAN, "Họp thôn trước ngày 25/5/2024\nvà báo cáo.\n")
    second = repository.commit(
        "Đính chính ngày họp\n\nLoại: đính chính\nVăn bản: số 12/CV-UBND ngày 3/4/2024",
        "2024-04-04T09:00:00+07:00",
    )
    found = history.read(repository.root, [PLAN])[PLAN]
    assert found.known
    assert found.published == date(2024, 3, 1)
    assert [change.commit for change in found.changes] == [first, second]
    assert found.changes[0].kind is ChangeKind.PUBLICATION
    assert found.changes[0].words == ()
    erratum = found.changes[1]
    assert (erratum.kind, erratum.document) == (ChangeKind.ERRATUM, "số 12/CV-UBND ngày 3/4/2024")
    assert erratum.summary == "Đính chính ngày họp"
    assert erratum.words == (
        ("=", "Họp thôn trước ngày"),
        ("-", "20/5/2024"),
        ("+", "25/5/2024"),
        ("=", "và báo cáo."),
    )


def test_a_plan_quietly_changed_says_that_no_reason_is_stated(repository: Repository) -> None:
    repository.write(PLAN, "một hai ba")
    repository.commit("a")
    repository.write(PLAN, "một ba")
    repository.commit("cập nhật")
    change = history.read(repository.root, [PLAN])[PLAN].changes[1]
    assert change.kind is ChangeKind.UNSTATED
    assert change.document is None


def test_the_day_is_the_committers_in_viet_nam(repository: Repository) -> None:
    repository.write(PLAN, "x")
    repository.commit("a", when="2024-02-29T20:30:00+00:00", author="2023-01-01T00:00:00+00:00")
    assert history.read(repository.root, [PLAN])[PLAN].published == date(2024, 3, 1)


def test_line_wraps_and_composition_are_no_change_of_words(repository: Repository) -> None:
    repository.write(PLAN, "Ủy ban nhân dân")
    repository.commit("a")
    repository.write(PLAN, "Ủy\n\nban  nhân dân\n")
    repository.commit("b")
    assert history.read(repository.root, [PLAN])[PLAN].changes[1].words == ()


def test_renames_are_followed(repository: Repository) -> None:
    repository.write("plans/2024/cũ.md", "nội dung dài của một kế hoạch\n" * 9)
    repository.commit("đăng", "2024-01-02T08:00:00+07:00")
    repository.git("mv", "plans/2024/cũ.md", "plans/2024/mới.md")
    repository.commit("đổi tên", "2024-02-02T08:00:00+07:00")
    found = history.read(repository.root, ["plans/2024/mới.md"])["plans/2024/mới.md"]
    assert found.published == date(2024, 1, 2)
    assert found.changes[1].words == (
        ("=", "Tên tệp:"),
        ("-", "plans/2024/cũ.md"),
        ("+", "plans/2024/mới.md"),
    )


def test_removed_and_published_again(repository: Repository) -> None:
    repository.write(PLAN, "một hai")
    repository.commit("đăng", "2024-01-02T08:00:00+07:00")
    (repository.root / PLAN).unlink()
    repository.commit("gỡ", "2024-01-03T08:00:00+07:00")
    repository.write(PLAN, "một ba")
    repository.commit("đăng lại", "2024-01-04T08:00:00+07:00")
    found = history.read(repository.root, [PLAN])[PLAN]
    assert found.published == date(2024, 1, 2)
    assert [change.words for change in found.changes[1:]] == [
        (("-", "(gỡ toàn văn khỏi trang này)"),),
        (("+", "(đăng lại toàn văn)"), ("=", "một"), ("-", "hai"), ("+", "ba")),
    ]


def test_a_merge_dates_the_publication_and_takes_the_kind_of_what_it_brings(repository: Repository) -> None:
    repository.write(PLAN, "một hai")
    repository.commit("đăng", "2024-01-02T08:00:00+07:00")
    repository.git("checkout", "-q", "-b", "sua")
    repository.write(PLAN, "một ba")
    repository.commit("Sửa\n\nloai: Sua loi dang tai", "2024-01-05T08:00:00+07:00")
    repository.git("checkout", "-q", "main")
    repository.git(
        "merge", "-q", "--no-ff", "-m", "Merge branch 'sua'", "sua", when="2024-02-01T08:00:00+07:00"
    )
    found = history.read(repository.root, [PLAN])[PLAN]
    assert [(change.on, change.kind) for change in found.changes] == [
        (date(2024, 1, 2), ChangeKind.PUBLICATION),
        (date(2024, 2, 1), ChangeKind.SITE_CORRECTION),
    ]


def test_an_uncommitted_plan_is_not_published_yet(repository: Repository) -> None:
    repository.write(PLAN, "x")
    assert history.read(repository.root, [PLAN])[PLAN].published is None
    repository.commit("a")
    repository.write("plans/2025/khác.md", "x")
    found = history.read(repository.root, ["plans/2025/khác.md"])["plans/2025/khác.md"]
    assert found.known
    assert found.changes == ()


def test_a_site_below_the_top_of_its_repository(repository: Repository) -> None:
    repository.write(f"trang/{PLAN}", "x")
    repository.write(PLAN, "y")
    repository.commit("a")
    assert history.read(repository.root / "trang", [PLAN])[PLAN].published == date(2024, 3, 1)


def test_shallow_clone_and_no_git_say_what_they_lack(repository: Repository, tmp_path: Path) -> None:
    for text in ("một", "hai"):
        repository.write(PLAN, text)
        repository.commit(text)
    shallow = tmp_path / "nông"
    subprocess.run(["git", "clone", "-q", "--depth", "1", repository.root.as_uri(), str(shallow)], check=True)
    found = history.read(shallow, [PLAN])[PLAN]
    assert (found.known, found.published, found.lacks) == (False, None, history.SHALLOW)
    bare = tmp_path / "không git"
    shutil.copytree(repository.root, bare, ignore=shutil.ignore_patterns(".git"))
    found = history.read(bare, [PLAN])[PLAN]
    assert (found.known, found.lacks) == (False, history.NO_GIT)


def test_git_that_is_not_installed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert history.read(repository.root, [PLAN])[PLAN].lacks == history.NO_GIT


def test_a_hook_of_another_repository_does_not_lead_astray(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(PLAN, "x")
    repository.commit("a")
    other = Repository(tmp_path / "khác")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    assert history.read(repository.root, [PLAN])[PLAN].published == date(2024, 3, 1)


def test_what_was_compared_once_is_kept(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("một hai", "một ba"):
        repository.write(PLAN, text)
        repository.commit(text)
    cache = Cache(tmp_path / "cache")
    first = history.read(repository.root, [PLAN], cache)
    monkeypatch.setattr(git, "blobs", lambda *_: pytest.fail("nothing to fetch"))
    assert history.read(repository.root, [PLAN], cache) == first
    monkeypatch.undo()
    repository.write(PLAN, "một bốn")
    repository.commit("ba")
    assert len(history.read(repository.root, [PLAN], cache)[PLAN].changes) == 3


def test_no_plans_no_git_call(tmp_path: Path) -> None:
    assert history.read(tmp_path / "không có", []) == {}


def test_versions_of_progress_files(repository: Repository) -> None:
    path = "plans/_tien-do/phường mẫu.yml"
    for text in ("a: 1\n", "a: 2\n"):
        repository.write(path, text)
        repository.commit(text)
    (repository.root / path).unlink()
    repository.commit("xoá")
    found = history.versions(repository.root, "plans/_tien-do")
    assert [(one.order, one.content) for one in found.files[path]] == [
        (0, b"a: 1\n"),
        (1, b"a: 2\n"),
        (2, b""),
    ]
    assert found.lacks == ""
    assert found.certain


ENTRIES = "plans/_tien-do/mau.yml"


def versions_of(repository: Repository) -> list[bytes]:
    return [one.content for one in history.versions(repository.root, "plans/_tien-do").files.get(ENTRIES, ())]


def test_what_a_branch_writes_is_not_published_before_it_is_merged(repository: Repository) -> None:
    repository.write(ENTRIES, "a: 1\n")
    repository.commit("đăng")
    repository.git("checkout", "-q", "-b", "nhap")
    for text in ("a: 2\n", "a: 3\n"):
        repository.write(ENTRIES, text)
        repository.commit(text)
    assert versions_of(repository) == [b"a: 1\n"]
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "gộp", "nhap")
    assert versions_of(repository) == [b"a: 1\n", b"a: 3\n"]
    repository.git("checkout", "-q", "--detach", "nhap")  # as a check of a merge request stands
    assert versions_of(repository) == [b"a: 1\n"]


def test_what_was_published_since_a_branch_left_is_not_missing_on_it(repository: Repository) -> None:
    repository.write(ENTRIES, "a: 1\n")
    repository.commit("đăng")
    repository.git("branch", "nhap")
    repository.write(ENTRIES, "a: 1\nb: 2\n")
    repository.commit("đăng thêm")
    repository.git("checkout", "-q", "nhap")
    assert versions_of(repository) == [b"a: 1\n"]


def test_the_remotes_default_branch_is_the_published_one(repository: Repository, tmp_path: Path) -> None:
    repository.write(ENTRIES, "a: 1\n")
    repository.commit("đăng")
    repository.git("branch", "-q", "-m", "main", "chinh")
    clone = Repository(tmp_path / "bản sao")
    shutil.rmtree(clone.root)
    subprocess.run(["git", "clone", "-q", repository.root.as_uri(), str(clone.root)], check=True)
    assert history.versions(clone.root, "plans/_tien-do").certain
    clone.git("checkout", "-q", "-b", "nhap")
    clone.write(ENTRIES, "a: 2\n")
    clone.commit("sửa")
    assert versions_of(clone) == [b"a: 1\n"]


def test_a_repository_without_a_default_branch_is_taken_as_it_stands(repository: Repository) -> None:
    repository.write(ENTRIES, "a: 1\n")
    repository.commit("đăng")
    repository.git("branch", "-q", "-m", "main", "phuong")
    found = history.versions(repository.root, "plans/_tien-do")
    assert not found.certain
    assert versions_of(repository) == [b"a: 1\n"]


def test_contents_are_named_as_git_names_them_and_only_yaml_is_read(repository: Repository) -> None:
    file = "plans/_tien-do/minh-chung/báo cáo.pdf"
    repository.write(ENTRIES, "a: 1\n")
    repository.write(file, "%PDF")
    repository.commit("đăng")
    found = history.versions(repository.root, "plans/_tien-do", [file, "plans/_tien-do/khong-co.pdf"])
    (version,) = found.files[file]
    assert (version.content, found.now) == (b"", {file: version.blob})
    repository.write(file, "%PDF khác")
    assert history.versions(repository.root, "plans/_tien-do", [file]).now[file] != version.blob


def test_what_lacks_for_progress_comes_with_what_to_do(repository: Repository, tmp_path: Path) -> None:
    for text in ("a: 1\n", "a: 2\n"):
        repository.write(ENTRIES, text)
        repository.commit(text)
    shallow = tmp_path / "nông"
    subprocess.run(["git", "clone", "-q", "--depth", "1", repository.root.as_uri(), str(shallow)], check=True)
    found = history.versions(shallow, "plans/_tien-do")
    assert found.lacks == "chưa có đủ lịch sử các lần đăng (bản sao git nông)"
    assert "git fetch --unshallow" in found.remedy
    bare = tmp_path / "không git"
    shutil.copytree(repository.root, bare, ignore=shutil.ignore_patterns(".git"))
    found = history.versions(bare, "plans/_tien-do")
    assert found.lacks == "không có lịch sử các lần đăng (không phải kho git)"
    assert "--unshallow" not in found.remedy


def published_and_changed(repository: Repository, count: int) -> list[str]:
    paths = [f"plans/2024/ke-hoach-{number:04d}.md" for number in range(count)]
    for words in ("trước ngày 20/5", "trước ngày 25/5"):
        for path in paths:
            repository.write(path, f"Kế hoạch {path} {words}\n")
        repository.commit("Đăng kế hoạch")
    return paths


def test_git_is_asked_as_often_for_many_plans_as_for_one(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = published_and_changed(repository, 200)
    asked: list[Sequence[str]] = []
    run = git.run

    def counted(root: Path, arguments: Sequence[str], stdin: bytes | None = None) -> bytes:
        asked.append(arguments)
        return run(root, arguments, stdin)

    monkeypatch.setattr(git, "run", counted)
    found = history.read(repository.root, paths)
    for_all = len(asked)
    history.read(repository.root, paths[:1])
    assert for_all == len(asked) - for_all <= 4
    assert all(entry.published == date(2024, 3, 1) for entry in found.values())
    assert all(entry.changes[1].words[-1] == ("+", "25/5") for entry in found.values())


def test_the_work_grows_with_the_plans(repository: Repository) -> None:
    paths = published_and_changed(repository, 60)

    def reading(count: int) -> Callable[[], object]:
        return lambda: history.read(repository.root, paths[:count])

    assert growth(reading, 30) < 2.3


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Sửa ngày họp\n\nLoại: đính chính", "Sửa ngày họp"),
        ("Update dan-chu.md", ""),
        ("Update plans/2026/dan-chu.md via web", ""),
        ("Add files via upload", ""),
        ("Merge branch 'sua' into 'main'", ""),
        ("Merge branch 'sua'\n\nLoại: đính chính\nVăn bản: số 1", ""),
        ("Merge pull request #3 from xa/patch-1\n\nSửa ngày họp thôn", "Sửa ngày họp thôn"),
        ("Merge pull request #3 from xa/patch-1\n\nUpdate dan-chu.md", ""),
        ("Update: ngày họp thôn", "Update: ngày họp thôn"),
        ("", ""),
    ],
)
def test_what_a_program_wrote_is_no_reason(message: str, said: str) -> None:
    assert kinds.summary(message) == said


def test_a_change_knows_its_moment_and_a_merge_the_words_it_brought(repository: Repository) -> None:
    repository.write(PLAN, "một hai")
    repository.commit("đăng", "2024-01-02T08:00:00+07:00")
    repository.git("checkout", "-q", "-b", "sua")
    repository.write(PLAN, "một ba")
    repository.commit("Sửa chữ chép sai", "2024-01-05T08:00:00+07:00")
    repository.git("checkout", "-q", "main")
    message = "Merge branch 'sua'\n\nLoại: sửa lỗi đăng tải"
    repository.git("merge", "-q", "--no-ff", "-m", message, "sua", when="2024-02-01T20:30:00+00:00")
    first, second = history.read(repository.root, [PLAN])[PLAN].changes
    assert first.at == datetime.fromisoformat("2024-01-02T08:00:00+07:00")
    assert second.at == datetime.fromisoformat("2024-02-02T03:30:00+07:00")
    assert (second.summary, second.kind) == ("Sửa chữ chép sai", ChangeKind.SITE_CORRECTION)
