"""The picture at the head of the README: one plan on a PC and on a phone. ``python -m tests.tools.picture``."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.conftest import ROOT, TODAY, chromium, serve

from danbiet.host.build import build
from danbiet.host.project import Project

PLAN = "ke-hoach/2024/bai-chay/"


def main() -> None:
    """Write docs/images/ke-hoach.png."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(Project(ROOT, ROOT / "mkdocs.yml"), out=site, today=TODAY)
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        with serve(site) as root:
            desk = browser.new_page(viewport={"width": 1280, "height": 800})
            desk.goto(root + PLAN)
            whole = Image.open(io.BytesIO(desk.screenshot()))
            phone = browser.new_page(viewport={"width": 360, "height": 720})
            phone.goto(root + PLAN)
            phone.locator("article[data-plan] a[data-instrument='luat-10-2022-qh15']").first.click()
            phone.wait_for_timeout(400)
            hand = Image.open(io.BytesIO(phone.screenshot()))
        browser.close()
    framed = Image.new("RGB", (hand.width + 12, hand.height + 12), "#544d43")
    framed.paste(hand, (6, 6))
    both = Image.new("RGB", (whole.width + framed.width + 48, whole.height), "#d8cfbd")
    both.paste(whole, (0, 0))
    both.paste(framed, (whole.width + 24, (whole.height - framed.height) // 2))
    target = ROOT / "docs" / "images" / "ke-hoach.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    both.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
