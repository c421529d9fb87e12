"""cap-nhat.xml: what is new on a site, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from danbiet import addresses
from danbiet.clock import midnight
from danbiet.feeds.links import note
from danbiet.feeds.news import News, news
from danbiet.model import Site
from danbiet.output import Settings
from danbiet.text import xml_text

ATOM = "http://www.w3.org/2005/Atom"
ADDRESS = f"{addresses.DATA}cap-nhat.xml"
LIMIT = 100


def atom_bytes(site: Site, settings: Settings) -> bytes:
    """The newest hundred changes, newest first; the site has a public address."""
    found = news(site)[:LIMIT]
    changed = found[0].at if found else midnight(site.today)
    ET.register_namespace("", ATOM)
    feed = ET.Element(_tag("feed"), {"xml:lang": "vi"})
    _text(feed, "id", f"{settings.site_url}{ADDRESS}")
    _text(feed, "title", f"{settings.site_name}: cập nhật")
    _text(feed, "subtitle", note(settings))
    _text(feed, "updated", changed.isoformat())
    _link(feed, "self", f"{settings.site_url}{ADDRESS}", "application/atom+xml")
    _link(feed, "alternate", str(settings.site_url), "text/html")
    _author(feed, settings.site_name)
    for one in found:
        _entry(feed, one, settings)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: ET.Element, one: News, settings: Settings) -> None:
    """What happened once is never changed afterwards: published and updated are one moment."""
    entry = ET.SubElement(feed, _tag("entry"))
    url = f"{settings.site_url}{one.address}"
    page, _, place = url.partition("#")
    _text(entry, "id", f"{page}#{f'{place}-' if place else ''}{one.mark}")
    _text(entry, "title", one.title)
    _text(entry, "published", one.at.isoformat())
    _text(entry, "updated", one.at.isoformat())
    _link(entry, "alternate", url, "text/html")
    _author(entry, one.author or settings.site_name)
    ET.SubElement(entry, _tag("category"), {"term": one.category, "label": one.label})
    _text(entry, "summary", one.summary)


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _tag(name)).text = xml_text(text)


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, _tag("link"), {"rel": relation, "type": kind, "href": address})


def _author(parent: ET.Element, name: str) -> None:
    _text(ET.SubElement(parent, _tag("author")), "name", name)
