"""A page made from plans, as MkDocs sees it."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from danbiet.output import Page


class MadePage(HostPage):
    """A page whose content is there already: it goes through no Markdown.

    MkDocs keeps every page until the last is written. So the content waits as UTF-8, half of what a text with
    Vietnamese letters takes, and is a text only while its own page is written.
    """

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self._made = replace(made, body=Markup())
        self._bytes = made.body.encode()

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source; title and description stand where other pages have theirs from front matter."""
        self.markdown = ""
        self.meta = {"title": self._made.title, "description": self._made.description, "danbiet": self._made}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is converted."""
        self.content = ""

    def unpack(self) -> None:
        """Make the content a text, for the template that is about to be filled."""
        self.content = self._bytes.decode()

    def pack(self) -> None:
        """Let go of the text again."""
        self.content = ""
