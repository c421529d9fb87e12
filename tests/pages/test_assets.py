from __future__ import annotations

import gzip
import re

from danbiet.pages import assets, base_context
from danbiet.templates import theme_root


def test_files_are_named_by_their_content_and_found_in_the_base_context() -> None:
    made = {file.address: file.content for file in assets()}
    told = base_context()
    assert told["danbiet_styles"] in made
    assert told["danbiet_icon"] in made
    assert set(told["danbiet_scripts"].values()) <= set(made)
    worker = made.pop("sw.js")
    assert all(re.fullmatch(r"assets/[a-z]+-[0-9a-f]{8}\.(css|js|svg)", address) for address in made)
    assert re.search(rb'BUILD = "[0-9a-f]{8}"', worker)


def test_styles_name_no_other_host_and_every_variable_is_defined() -> None:
    css = next(file.content for file in assets() if file.address.endswith(".css")).decode()
    assert "url(" not in css
    assert "@import" not in css
    used = set(re.findall(r"var\((--[a-z-]+)\)", css))
    defined = set(re.findall(r"(--[a-z-]+):", css))
    assert used <= defined


def test_styles_and_scripts_are_small() -> None:
    sizes = {file.address: len(gzip.compress(file.content)) for file in assets()}
    assert sum(size for address, size in sizes.items() if address.endswith(".css")) < 10_000
    assert all(size < 12_000 for size in sizes.values()), sizes


def test_the_base_template_escapes_by_hand() -> None:
    base = (theme_root() / "base.html").read_text("utf-8")
    for printed in re.findall(r"\{\{(.*?)\}\}", base):
        safe = (
            printed.strip().endswith(("|e", 'page.content if page else ""', "title"))
            or "danbiet_today" in printed
        )
        assert safe or "'article' if" in printed, printed
