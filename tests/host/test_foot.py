"""The foot of every page leads to the hand-written pages that the nav names, and to no other."""

from __future__ import annotations

import re
from pathlib import Path

from danbiet.host.build import build
from danbiet.host.project import Project


def foot(root: Path) -> dict[str, str]:
    out = build(Project(root, root / "mkdocs.yml")).out
    html = (out / "van-ban" / "index.html").read_text(encoding="utf-8")
    links = re.search(r'<ul class="foot__links">(.*?)</ul>', html, re.DOTALL)
    assert links is not None
    return {title: address for address, title in re.findall(r'href="([^"]*)">([^<]*)<', links[1])}


def test_pages_of_the_nav(ward: Path) -> None:
    config = ward / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(
            "{Giới thiệu: gioi-thieu.md}", "{Liên hệ: lien-he.md}, {Cổng tỉnh: 'https://vi-du.vn/'}"
        ),
        encoding="utf-8",
    )
    (ward / "site_src" / "gioi-thieu.md").unlink()
    (ward / "site_src" / "lien-he.md").write_text("# Liên hệ\n", encoding="utf-8")
    links = foot(ward)
    assert links["Liên hệ"] == "../lien-he/"
    assert links["Hướng dẫn"] == "../huong-dan/"
    assert links["Cổng tỉnh"] == "https://vi-du.vn/"
    assert "Giới thiệu" not in links
    for address in links.values():
        assert "://" in address or (ward / "site" / "van-ban" / address / "index.html").exists(), address
