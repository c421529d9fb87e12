"""The files of a new repository, from a handful of answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

# Where a template of data/ goes; a leading dot would hide it from packaging tools.
_DESTINATIONS = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "pre-commit.yml": ".pre-commit-config.yaml",
    "gitlab.yml": ".gitlab-ci.yml",
    "github/trang.yml": ".github/workflows/trang.yml",
    "vscode.json": ".vscode/settings.json",
    "vscode-extensions.json": ".vscode/extensions.json",
    "don-vi.yml": "plans/_danh-muc/don-vi.yml",
    "van-ban.yml": "plans/_danh-muc/van-ban.yml",
    "tien-do.md": "plans/_tien-do/README.md",
    "plans.md": "plans/README.md",
    "site_src/index.md": "site_src/index.md",
    "site_src/gioi-thieu.md": "site_src/gioi-thieu.md",
    "site_src/lien-he.md": "site_src/lien-he.md",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the officer is asked: the body ("UBND phường Bãi Cháy"), its ids, and its addresses.

    ``level`` is "phường", ``place`` "Bãi Cháy"; empty strings stand for what is not known yet.
    ``package`` is how the ward installs this software ("danbiet==0.1.0").
    """

    body: str
    body_id: str
    level: str
    place: str
    province: str
    email: str = ""
    telephone: str = ""
    address: str = ""
    site_url: str = ""
    package: str = "danbiet"

    @property
    def report_address(self) -> str:
        """Where slips are reported: by mail, else on the contact page once the site has an address."""
        return self.email or (self.site_url and f"{self.site_url}lien-he/")


def site_files(answers: Answers) -> Mapping[str, str]:
    """Path below the new folder → content, LF line ends, UTF-8, NFC."""
    env = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    env.filters["yaml"] = _yaml_scalar
    data = resources.files("danbiet.starter").joinpath("data")
    values = {**asdict(answers), "report_address": answers.report_address}
    files = {
        target: env.from_string(data.joinpath(name).read_text(encoding="utf-8")).render(values)
        for name, target in _DESTINATIONS.items()
    }
    return files | {f"site_src/huong-dan/{name}": text for name, text in _guides()}


def _guides() -> Iterator[tuple[str, str]]:
    """The guides, as this version of the software tells them."""
    folder: Traversable = resources.files("danbiet.guides")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".md"):
            yield file.name, file.read_text(encoding="utf-8")


def _yaml_scalar(text: str) -> str:
    """Any text as a YAML scalar: JSON strings are YAML, whatever stands in them."""
    return json.dumps(text, ensure_ascii=False) if text else ""
