"""The same made-up plans as a danbiet repository and as a stock Material site."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from tests.conftest import ROOT
from tests.tools import make_corpus

SEED, SIZE, NOISE = "1", 15000, 0.2
ORIGINALS = ROOT / "tests" / "plans" / "originals"

_MATERIAL = {
    "site_name": "Kế hoạch",
    "theme": {"name": "material", "language": "vi", "font": False},
    "nav": [{"Kế hoạch": "index.md"}],
    "plugins": [{"search": {"lang": "vi"}}],
    "markdown_extensions": ["tables", "attr_list", {"toc": {"permalink": False}}],
    "validation": {"omitted_files": "ignore"},
}


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A made-up plan: its place below plans/, its file, and its title."""

    path: str
    text: str

    @property
    def key(self) -> str:
        """<năm>/<slug>, the same in all sites."""
        return self.path.removesuffix(".md")

    @property
    def title(self) -> str:
        """Its subject."""
        return self.text.split('trích yếu: "', 1)[1].split('"', 1)[0]

    @property
    def body(self) -> str:
        """Its words, without the front matter."""
        return self.text.split("---\n", 2)[2]


def plans(count: int) -> Iterator[MadePlan]:
    """``count`` plans; the first are the same for every count."""
    pools = make_corpus.load(ORIGINALS)
    instruments = make_corpus.instruments(random.Random(SEED))
    for i in range(count):
        yield MadePlan(*make_corpus.plan(i, SEED, SIZE, NOISE, pools, instruments))


def danbiet_site(root: Path, made: list[MadePlan]) -> Path:
    """A repository of these plans, with this repository's configuration and hand-written pages."""
    for plan in made:
        _write(root / "plans" / plan.path, plan.text)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "site_src", root / "site_src", dirs_exist_ok=True)
    return root


def material_site(root: Path, made: list[MadePlan]) -> Path:
    """Stock Material with its search, only the index in the nav: the fastest it can be made."""
    docs = root / "docs"
    for plan in made:
        title = f"Kế hoạch {plan.title}"
        _write(docs / plan.path, f'---\ntitle: "{title}"\n---\n\n# {title}\n\n{plan.body}')
    links = "".join(f"- [{plan.title}]({plan.path})\n" for plan in made)
    _write(docs / "index.md", f"# Kế hoạch\n\n{len(made)} kế hoạch.\n\n[Danh sách](danh-sach.md)\n")
    _write(docs / "danh-sach.md", f"# Danh sách kế hoạch\n\n{links}")
    _write(root / "mkdocs.yml", yaml.safe_dump(_MATERIAL, allow_unicode=True))
    return root


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
