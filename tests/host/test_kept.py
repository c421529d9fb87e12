"""Originals and evidence: published byte for byte at an address that works, or refused; nothing leaves the site."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import openpyxl
import pytest

from danbiet.host.build import BuildError, build
from danbiet.host.project import Project
from danbiet.register import body_entries

WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"
TODAY = date(2024, 10, 1)
PUBLIC = "https://phuong-mau.example.invalid/"
PLAN = "ke-hoach/2024/dan-chu-xa-thu"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ward that reports its progress, as a repository of its own."""
    ignored = shutil.ignore_patterns(".cache", "site")
    return Path(shutil.copytree(WARD, tmp_path / "phuong-mau", ignore=ignored))


def built(root: Path) -> Path:
    return build(Project(root, root / "mkdocs.yml"), out=root / "site", today=TODAY).out


def refused(root: Path) -> str:
    with pytest.raises(BuildError) as told:
        built(root)
    assert not (root / "site").exists()
    return str(told.value)


def report(root: Path, file: str) -> None:
    """One more entry, resting on an evidence file."""
    progress = root / "plans" / "_tien-do" / "phuong-mau.yml"
    entry = f"""
  - việc: 2024-dan-chu-phuong-mau-00000001
    kỳ: 20/5/2024
    ngày: 30/9/2024
    giai đoạn: đã hoàn thành
    nội dung: Đã gửi báo cáo bổ sung.
    minh chứng: [{{tên: Báo cáo bổ sung, tệp: {json.dumps(file, ensure_ascii=False)}}}]
    người báo cáo: Văn phòng UBND phường
"""
    text = progress.read_text(encoding="utf-8")
    head, mark, tail = text.partition("\ngỡ bỏ:")
    progress.write_text(head.rstrip("\n") + entry + mark + tail, encoding="utf-8")


def evidence(root: Path, name: str, data: bytes = b"\x00\xffbyte") -> Path:
    path = root / "plans" / "_tien-do" / "minh-chung" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def original(root: Path, typed: str) -> None:
    plan = root / "plans" / "2024" / "dan-chu-xa-thu.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("năm: 2024\n", f"năm: 2024\nbản gốc: {typed}\n", 1), encoding="utf-8")


def links_to(page: Path, words: str) -> set[str]:
    text = page.read_text(encoding="utf-8")
    return set(re.findall(rf'href="([^"]+)"[^>]*>{re.escape(words)}', text))


@pytest.mark.parametrize("name", ["bc #12?.txt", "100%25 xong.pdf", "Báo cáo & số 1.PDF"])
def test_every_address_of_an_evidence_file_leads_to_its_bytes(root: Path, name: str) -> None:
    evidence(root, name)
    report(root, f"minh-chung/{name}")
    out = built(root)
    pages = {
        urljoin(f"{PUBLIC}{page.parent.relative_to(out).as_posix()}/", link)
        for page in out.rglob("index.html")
        for link in links_to(page, "Báo cáo bổ sung")
    }
    tasks = json.loads((out / "du-lieu" / "viec.json").read_text(encoding="utf-8"))
    (data,) = set(re.findall(r'"(https://[^"]*/minh-chung/[^"]*)"', json.dumps(tasks))) - {
        f"{PUBLIC}du-lieu/tien-do/minh-chung/{other}.txt" for other in ("05-bc-vp", "hoi-nghi", "01-bb-bttnd")
    }
    rows = list(csv.reader(io.StringIO((out / "du-lieu" / "viec.csv").read_text(encoding="utf-8-sig"))))
    (cell,) = {cell for row in rows for cell in row if cell.startswith("Báo cáo bổ sung (")}
    sheet = openpyxl.load_workbook(out / "du-lieu" / "viec.xlsx")["Việc"]
    (linked,) = {c.hyperlink.target for row in sheet for c in row if c.value == cell and c.hyperlink}
    assert pages == {data} == {linked}
    assert cell == f"Báo cáo bổ sung ({data})"
    parts = urlsplit(data)
    assert (parts.query, parts.fragment, data.count(" ")) == ("", "", 0)
    assert (out / unquote(parts.path).lstrip("/")).read_bytes() == b"\x00\xffbyte"


def test_an_original_is_published_byte_for_byte_beside_its_plan(root: Path) -> None:
    (root / "plans" / "2024" / "bản gốc #1.txt").write_bytes(b"\xff\x00 goc")
    original(root, '"bản gốc #1.txt"')
    out = built(root)
    (link,) = links_to(out / PLAN / "index.html", "bản gốc #1.txt")
    assert (out / PLAN / unquote(link)).read_bytes() == b"\xff\x00 goc"
    assert 'data-plan="2024/dan-chu-xa-thu"' in (out / PLAN / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["_goc/index.md", "goc.html", "goc.svg", "goc", "chia-se.png"])
def test_an_original_takes_no_page_and_no_picture(root: Path, name: str) -> None:
    (root / "plans" / "_goc").mkdir()
    for folder in ("", "_goc/"):
        (root / "plans" / "2024" / f"../{folder}{Path(name).name}").write_bytes(b"<script>1</script>")
    original(root, f"../{name}")
    assert re.match(
        rf"plans/2024/dan-chu-xa-thu\.md:7:10: lỗi: .*: “\.\./{re.escape(name)}”\. ", refused(root)
    )


@pytest.mark.parametrize("name", ["bb.md", "README.md", ".an.txt", "trang.html", "hinh.svg", "du-lieu.xml"])
def test_evidence_that_cannot_be_published_as_it_is_stops_the_build(root: Path, name: str) -> None:
    evidence(root, name)
    report(root, f"minh-chung/{name}")
    assert re.search(rf"plans/_tien-do/phuong-mau\.yml:\d+:\d+: lỗi: .*“minh-chung/{name}”", refused(root))


def test_a_hand_written_file_at_the_address_is_not_replaced(root: Path) -> None:
    evidence(root, "a.txt")
    report(root, "minh-chung/a.txt")
    (root / "site_src" / "du-lieu" / "tien-do" / "minh-chung").mkdir(parents=True)
    (root / "site_src" / "du-lieu" / "tien-do" / "minh-chung" / "a.txt").write_text("khác", encoding="utf-8")
    assert refused(root).startswith("plans/_tien-do/minh-chung/a.txt: địa chỉ")


@pytest.mark.parametrize("folder", [False, True])
def test_what_stands_behind_a_link_is_not_published(root: Path, tmp_path: Path, folder: bool) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "secret.txt").write_text("secret", encoding="utf-8")
    below = root / "plans" / "_tien-do" / "minh-chung"
    try:
        (below / ("thu" if folder else "link.txt")).symlink_to(
            tmp_path / "ngoai" / ("" if folder else "secret.txt")
        )
    except OSError:
        pytest.skip("no links here")
    report(root, "minh-chung/thu/secret.txt" if folder else "minh-chung/link.txt")
    assert "tệp này là liên kết (symlink)" in refused(root)


def test_an_original_behind_a_link_is_not_published(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_text("secret", encoding="utf-8")
    try:
        (root / "plans" / "2024" / "goc.pdf").symlink_to(tmp_path / "secret.pdf")
    except OSError:
        pytest.skip("no links here")
    original(root, "goc.pdf")
    assert re.search(
        r"dan-chu-xa-thu\.md:7:1: lỗi: tệp bản gốc plans/2024/goc\.pdf là liên kết", refused(root)
    )


@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_name_in_other_code_points_is_found_and_published_in_nfc(root: Path, typed: str) -> None:
    evidence(root, unicodedata.normalize("NFD", "bản ghi  số 1.pdf"))
    goc = root / "plans" / "2024" / unicodedata.normalize("NFD", "bản gốc.pdf")
    goc.write_bytes(b"goc")
    report(root, unicodedata.normalize(typed, "minh-chung/bản ghi số 1.pdf"))
    original(root, unicodedata.normalize(typed, "bản gốc.pdf"))
    out = built(root)
    assert (out / "du-lieu" / "tien-do" / "minh-chung" / "bản ghi số 1.pdf").read_bytes() == b"\x00\xffbyte"
    assert (out / PLAN / "bản gốc.pdf").read_bytes() == b"goc"


def test_evidence_that_git_knows_by_other_code_points_is_still_held_to_what_it_was(root: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@vi-du.vn", "-c", "core.precomposeunicode=false")
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)

    file = evidence(root, unicodedata.normalize("NFD", "bản ghi.pdf"))
    report(root, "minh-chung/bản ghi.pdf")
    git("init", "-q", "-b", "main")
    git("add", "plans")
    git("commit", "-q", "-m", "Đăng")
    built(root)
    shutil.rmtree(root / "site")
    file.write_bytes(b"khac")
    assert "bị thay bằng nội dung khác" in refused(root)


def test_nothing_is_written_outside_the_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register = root / "plans" / "_danh-muc" / "don-vi.yml"
    text = register.read_text(encoding="utf-8")
    unit = '  - {tên: Văn phòng UBND xã, thuộc: mau-xa-thu, mã: "../../../../evil"}\n'
    register.write_text(text + unit, encoding="utf-8")
    assert "plans/_danh-muc/don-vi.yml:7:53: lỗi: mã chỉ gồm" in refused(root)
    monkeypatch.setattr(body_entries, "code_slip", lambda _: None)
    shutil.rmtree(root / ".cache")
    assert "dẫn ra ngoài thư mục của trang" in refused(root)
    assert not list(root.parent.rglob("evil*"))
