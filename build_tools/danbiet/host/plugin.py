"""The MkDocs plugin. Every hook hands over to a pure function; no reading or thinking happens here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import mkdocs.contrib.search as host_search
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from danbiet import feeds, pages, paper, search
from danbiet import site as whole
from danbiet.check import engine
from danbiet.host.faults import DayError
from danbiet.host.kept import copy_kept, refuse_outside, refuse_taken
from danbiet.host.made_page import MadePage
from danbiet.host.offline import name_files
from danbiet.host.options import DanbietConfig
from danbiet.host.project import cache_of, today_in_vietnam
from danbiet.issues import Issue, Severity, has_errors
from danbiet.model import Site
from danbiet.output import Artifact, Page, Settings

log = get_plugin_logger("danbiet")


class DanbietPlugin(BasePlugin[DanbietConfig]):
    """Puts everything made from ``plans/`` into the site, and leaves hand-written pages to MkDocs."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.settings = Settings(site_name="")
        self.home: Page | None = None
        self.page_count = 0
        self.issues: list[Issue] = []
        self.kept: dict[str, str] = {}
        self.serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; being here also lets one instance live through the rebuilds of ``serve``."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the plans anew; stop on an error, before anything is written.

        A preview goes on showing what could last be read.
        """
        self.settings, self.issues = _settings(config, self.config), []
        try:
            today = self.config.today or today_in_vietnam()
        except DayError as error:
            raise PluginError(str(error)) from error
        root = Path(config.config_file_path).parent
        site = whole.load(root, today, cache_of(root))
        text = Path(config.config_file_path).read_text(encoding="utf-8-sig", errors="replace")
        self.issues = engine.run(site, self.settings, text)
        if has_errors(self.issues):
            lines = "\n".join(str(issue) for issue in self.issues if issue.severity is Severity.ERROR)
            if not (self.serving and self.site):
                raise PluginError(lines)
            log.warning("%s\nBản xem thử vẫn là bản trước; sửa xong rồi lưu lại.", lines)
            return config
        self.site = replace(site, issues=tuple(self.issues))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every made page and file; leave out the theme's sources."""
        assert self.site is not None
        for file in [f for f in files if _comes_from_theme(f, config)]:
            files.remove(file)
        self.home, self.page_count = None, 0
        for page in _made_pages(self.site, self.settings):
            self.page_count += 1
            if page.address:
                file = File.generated(
                    config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
                )
                _replace(files, file)
                MadePage(page, file, config)  # which makes itself the file's page
            else:
                self.home = page  # a hand-written page that the made one is put into
        for artifact in _made_files(self.site, self.settings):
            _replace(files, File.generated(config, artifact.address, content=artifact.content))
        self.kept = whole.kept_files(self.site, Path(config.config_file_path).parent)
        refuse_outside(files)
        refuse_taken(files, self.kept)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Files that are kept as they are go to their addresses byte for byte: MkDocs takes some for pages."""
        copy_kept(self.kept, Path(config.config_file_path).parent, Path(config.site_dir))

    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Put what home tells of the plans behind what is written there by hand."""
        if self.home is None or not page.is_homepage:
            return html
        page.meta["danbiet"] = self.home
        return f"{html}{self.home.body}"

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Have a made page's content ready for the template."""
        if isinstance(page, MadePage):
            page.unpack()
        return context

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """In the edition for a disk, links name their file."""
        if isinstance(page, MadePage):
            page.pack()
        return name_files(output) if self.settings.offline else output

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What the base template shows beside the page itself."""
        env.globals.update(danbiet_settings=self.settings, danbiet_today=self.site and self.site.today)
        env.globals.update(pages.base_context())
        return env


def _settings(config: MkDocsConfig, options: DanbietConfig) -> Settings:
    return Settings(
        site_name=config.site_name,
        site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else None,
        description=config.site_description or "",
        demonstration=options.demonstration,
        report_address=options.report_address,
        source_url=options.source_url,
        offline=options.offline,
        guides=_guides(config),
    )


def _guides(config: MkDocsConfig) -> tuple[tuple[str, str], ...]:
    """The hand-written pages of the nav but for home, as title and address, for the site's foot.

    What the nav does not name gets no link, so that a page that was deleted leaves no dead one.
    """
    entries = [item for item in config.nav or () if isinstance(item, dict)]
    pairs = [(title, path) for item in entries for title, path in item.items() if isinstance(path, str)]
    return tuple(
        (title, path if "://" in path else _page_address(path))
        for title, path in pairs
        if path != "index.md" and (path.endswith(".md") or "://" in path)
    )


def _page_address(path: str) -> str:
    """``huong-dan/`` of ``huong-dan/index.md``, ``lien-he/`` of ``lien-he.md``."""
    folder = path.removesuffix(".md").removesuffix("index")
    return folder if not folder or folder.endswith("/") else f"{folder}/"


def _made_pages(site: Site, settings: Settings) -> Iterator[Page]:
    yield from pages.render(site, settings)
    yield from paper.render(site, settings)


def _made_files(site: Site, settings: Settings) -> list[Artifact]:
    return [
        *pages.assets(),
        *search.artifacts(site, settings, _lunr()),
        *feeds.artifacts(site, settings),
        *paper.artifacts(site, settings),
    ]


def _lunr() -> str:
    """lunr.js as MkDocs ships it, for the small index of titles and units."""
    # By its file: importlib.resources cannot see into the modules that ProperDocs puts in MkDocs' place.
    folder = Path(host_search.__file__).parent
    return (folder / "templates" / "search" / "lunr.js").read_text(encoding="utf-8")


def _comes_from_theme(file: File, config: MkDocsConfig) -> bool:
    """A file of our theme's or its parent's folder: what pages need of them is bundled by ``pages.assets``.

    A ward's own ``custom_dir`` is left alone.
    """
    folder = Path(file.src_dir) if file.src_dir else None
    return folder is not None and folder in _theme_folders(config)


def _theme_folders(config: MkDocsConfig) -> set[Path]:
    own = Path(config.theme.custom_dir).resolve() if config.theme.custom_dir else None
    return {Path(folder) for folder in config.theme.dirs if Path(folder).resolve() != own}


def _replace(files: Files, file: File) -> None:
    existing = files.get_file_from_path(file.src_uri)
    if existing is not None:
        files.remove(existing)
    files.append(file)
