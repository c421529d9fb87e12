"""What rendering gives to the host: pages and files, and the settings they are made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site's owner decides, from the plugin's options in mkdocs.yml.

    ``site_url`` is the one public address, with a trailing slash, or nothing; parts that need an
    absolute address (QR, Open Graph, Atom, ICS, canonical) are left out without it.
    ``demonstration`` puts "Trang minh họa, không phải trang của cơ quan ban hành" on every page.
    ``report_address`` is where "Báo chỗ sai trên trang này" leads: an https address or a mail address.
    ``source_url`` is the address below which a plan's file can be seen, with a trailing slash.
    ``offline`` builds the edition that opens from a disk. ``guides`` are the hand-written pages
    that the site's foot leads to: (title, address).
    """

    site_name: str
    site_url: str | None = None
    description: str = ""
    demonstration: bool = False
    report_address: str | None = None
    source_url: str | None = None
    offline: bool = False
    guides: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: where it stands, what it is called, and its content below the base template.

    ``address`` is below the root and ends in a slash ("" is home). ``body`` is HTML made by an
    autoescaping template. ``kind`` names the page's component ("plan", "instrument", …): the base
    template sets it as a class and loads the styles and scripts it names. ``crumbs`` are the pages
    above this one: (title, address). ``layout`` is "site", or "paper" for pages made for printing.
    ``edit_path`` is the file this page is made from. ``social_image`` is an address of a picture.
    """

    address: str
    title: str
    body: Markup
    kind: str
    description: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    layout: str = "site"
    scripts: tuple[str, ...] = ()
    edit_path: str | None = None
    social_image: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file that is not a page: its address below the root and its bytes."""

    address: str
    content: bytes
