"""Pictures of every kind of page, for people to look at: ``make screenshots`` → ``screenshots/``.

Phone, tablet and PC, light and dark, and the papers as PDF.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.browser.test_every_page import KINDS
from tests.conftest import ROOT, TODAY, chromium, serve

from danbiet.host.build import build
from danbiet.host.project import Project

SIZES = {"phone": (360, 740), "tablet": (768, 1024), "pc": (1280, 800)}
PAPERS = ("notice", "script", "sheet", "plan")


def main(only: list[str]) -> None:
    """Take all pictures, or those of the kinds named."""
    target = ROOT / "screenshots"
    target.mkdir(exist_ok=True)
    kinds = {kind: address for kind, address in KINDS.items() if not only or kind in only}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(Project(ROOT, ROOT / "mkdocs.yml"), out=site, today=TODAY)
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        with serve(site) as root:
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme, locale="vi-VN"
                    )
                    page = context.new_page()
                    for kind, address in kinds.items():
                        page.goto(root + address, wait_until="load")
                        page.wait_for_timeout(150)
                        page.screenshot(path=target / f"{kind}-{size}-{scheme}.png")
                        if scheme == "light":
                            page.screenshot(path=target / f"{kind}-{size}-whole.png", full_page=True)
                    context.close()
            page = browser.new_page()
            for kind in PAPERS:
                if kind in kinds:
                    page.goto(root + kinds[kind])
                    page.pdf(path=target / f"{kind}.pdf", prefer_css_page_size=True, print_background=True)
        browser.close()
    print(f"{len(list(target.iterdir()))} tệp trong {target.name}/")


if __name__ == "__main__":
    main(sys.argv[1:])
