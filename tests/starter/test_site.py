"""What a new repository holds: valid workflows, safe answers, no dead link."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
import yaml
from click.testing import CliRunner

from danbiet.cli import main
from danbiet.starter import Answers, site_files

PLAN = Path(__file__).parents[2] / "plans" / "2024" / "bai-chay.md"


def answers(**more: str) -> Answers:
    said = {
        "body": "UBND phường Mẫu",
        "body_id": "quang-ninh-phuong-mau",
        "level": "phường",
        "place": "Mẫu",
        "province": "Quảng Ninh",
        "email": "phuong@vi-du.vn",
        "site_url": "https://mau.vi-du.vn/",
    }
    return Answers(**{**said, **more})


@pytest.fixture
def files() -> dict[str, str]:
    return dict(site_files(answers()))


def steps(workflow: dict[Any, Any], job: str) -> list[dict[str, Any]]:
    return workflow["jobs"][job]["steps"]


def test_the_github_workflow(files: dict[str, str]) -> None:
    workflow = yaml.safe_load(files[".github/workflows/trang.yml"])
    # YAML 1.1 reads "on" as true
    assert set(workflow[True]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    checkout, *rest = steps(workflow, "soat")
    assert checkout["with"]["fetch-depth"] == 0
    runs = [step["run"] for step in rest if "run" in step]
    assert runs[1:] == ["danbiet check --format github", "danbiet build", "danbiet build --offline"]
    assert any(step.get("with", {}).get("path") == "site-ngoai-tuyen.zip" for step in rest)
    assert workflow["concurrency"]["group"] == "trang-${{ github.ref }}"
    deploy = [step["uses"].partition("@")[0] for step in steps(workflow, "dang")]
    assert deploy == ["actions/configure-pages", "actions/deploy-pages"]
    assert workflow["jobs"]["dang"]["needs"] == "soat"
    assert workflow["jobs"]["dang"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["jobs"]["dang"]["environment"]["url"] == "${{ steps.trang.outputs.page_url }}"


def test_the_site_is_built_anew_each_night(files: dict[str, str]) -> None:
    """States move in the browser; counts on paper, data and calendars only with a build."""
    workflow = yaml.safe_load(files[".github/workflows/trang.yml"])
    (night,) = workflow[True]["schedule"]
    minute, hour, *every_day = night["cron"].split()
    assert every_day == ["*", "*", "*"]
    assert (int(hour) + 7) % 24 == 0  # after midnight in Việt Nam
    assert 0 < int(minute) < 60
    named = {step.get("name"): step for step in steps(workflow, "soat")}
    assert "if" not in named["Dựng trang"]
    assert named["Chuyển trang sang bước đăng"]["if"] == "github.ref == 'refs/heads/main'"
    assert "github.event_name != 'pull_request'" in workflow["jobs"]["dang"]["if"]
    assert "Pipeline schedules" in files[".gitlab-ci.yml"]


def test_the_gitlab_pipeline(files: dict[str, str]) -> None:
    pipeline = yaml.safe_load(files[".gitlab-ci.yml"])
    assert pipeline["variables"]["GIT_DEPTH"] == "0"
    assert pipeline["soat"]["script"][0].startswith("danbiet check --format gitlab > phat-hien.json")
    assert pipeline["soat"]["script"][-1] == "exit ${ma:-0}"
    assert pipeline["soat"]["artifacts"]["reports"] == {"codequality": "phat-hien.json"}
    assert "public" in pipeline["pages"]["artifacts"]["paths"]
    assert "danbiet build --out public" in pipeline["pages"]["script"]
    zipped = next(path for path in pipeline["pages"]["artifacts"]["paths"] if path.endswith(".zip"))
    assert f"danbiet build --offline --out {zipped.removesuffix('.zip')}" in pipeline["pages"]["script"]


def test_every_yaml_file_is_yaml(files: dict[str, str]) -> None:
    read = {path: yaml.safe_load(text) for path, text in files.items() if path.endswith((".yml", ".yaml"))}
    assert len(read) >= 6
    assert re.search(read[".pre-commit-config.yaml"]["repos"][0]["hooks"][0]["files"], "plans/2026/x.md")


@pytest.mark.parametrize(
    "strange", ['UBND xã "Mẫu": 1', "UBND xã Mẫu # hai", "UBND xã {{ x }}", "UBND xã 'A' & B"]
)
def test_any_name_is_safe_in_yaml(strange: str) -> None:
    files = site_files(answers(body=strange))
    assert strange in yaml.safe_load(files["mkdocs.yml"])["site_name"]
    assert yaml.safe_load(files["plans/_danh-muc/don-vi.yml"])["cơ quan"][0]["tên"] == strange


@pytest.mark.parametrize(
    ("email", "site_url", "address"),
    [
        ("a@b.vn", "https://x.vn/", "a@b.vn"),
        ("", "https://x.vn/", "https://x.vn/lien-he/"),
        ("", "", None),
    ],
)
def test_slips_are_reported_somewhere(email: str, site_url: str, address: str | None) -> None:
    config = yaml.safe_load(site_files(answers(email=email, site_url=site_url))["mkdocs.yml"])
    assert config["plugins"][0]["danbiet"]["report_address"] == address


def test_line_ends_and_binary_files_are_kept(files: dict[str, str]) -> None:
    assert "* text=auto eol=lf" in files[".gitattributes"]
    assert all("\r" not in text for text in files.values())
    assert "*.pdf binary" in files[".gitattributes"]


@pytest.mark.parametrize("with_a_plan", [False, True])
@pytest.mark.parametrize(
    "options", [[], ["--site-url", "https://vi-du.vn/xa"]], ids=["without-address", "with-address"]
)
def test_no_link_of_a_new_site_is_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], with_a_plan: bool
) -> None:
    made = CliRunner().invoke(main, ["new", "site", str(tmp_path / "xa"), "--body", "UBND xã Mẫu", *options])
    assert made.exit_code == 0, made.output
    monkeypatch.chdir(tmp_path / "xa")
    if with_a_plan:
        (tmp_path / "xa" / "plans" / "2024").mkdir()
        shutil.copy(PLAN, tmp_path / "xa" / "plans" / "2024" / PLAN.name)
    built = CliRunner().invoke(main, ["build"])
    assert built.exit_code == 0, built.output
    assert "MkDocs:" not in built.output
    site = tmp_path / "xa" / "site"
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        text = re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r'\s(?:href|src|action)="([^"]*)"', text):
            path = urldefrag(html.unescape(link)).url.partition("?")[0]
            if not path or "://" in path or path.startswith(("mailto:", "tel:", "data:")):
                continue
            below = site if path.startswith("/") else page.parent
            target = below / unquote(path.removeprefix("/xa").lstrip("/"))
            assert (target / "index.html" if path.endswith(("/", ".")) else target).exists(), (page, link)
