"""Building beside the site and swapping it in; the live preview.

``site/`` as it stood before stays whole until a new one is complete (``target``).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

# Material prints a box about MkDocs 2 to every user unless this is set before it is loaded.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from danbiet.host.config_file import config_issues
from danbiet.host.faults import BuildError, of_system
from danbiet.host.offline import archive
from danbiet.host.plugin import DanbietPlugin
from danbiet.host.project import Project
from danbiet.host.target import refuse_strange_archive, replacing
from danbiet.issues import Issue, Severity

__all__ = ["BuildError", "Built", "build", "serve"]

OFFLINE_FOLDER = "site-ngoai-tuyen"


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: where, how many pages, every finding, what MkDocs warned of in hand-written pages,
    and the archive of an offline edition.
    """

    out: Path
    pages: int
    plans: int
    issues: tuple[Issue, ...]
    warnings: tuple[str, ...] = ()
    archive: Path | None = None


def build(
    project: Project, *, out: Path | None = None, today: date | None = None, offline: bool = False
) -> Built:
    """Build the whole site into ``out`` (``site/`` of the repository unless told).

    Raises BuildError, leaving ``out`` as it was, when a file cannot be read or shown truthfully.
    """
    config = _config(project, today=today, offline=offline)
    target = (out or (project.root / OFFLINE_FOLDER if offline else Path(config.site_dir))).resolve()
    _refuse_sources(target, project, config)
    bundle = target.with_name(f"{target.name}.zip") if offline else None
    if bundle:
        refuse_strange_archive(bundle, target.name)
    with replacing(target) as fresh:
        config.site_dir = str(fresh)
        plugin = _plugin(config)
        with _host_messages() as messages:
            try:
                mkdocs_build.build(config)
            except (MkDocsException, Abort) as error:
                raise BuildError(_why(plugin.issues, messages, error), tuple(plugin.issues)) from error
    if bundle:
        try:
            archive(target, bundle)
        except OSError as error:
            raise of_system(error, bundle) from error
    return Built(
        target,
        plugin.page_count,
        len(plugin.site.plans) if plugin.site else 0,
        tuple(plugin.issues),
        tuple(messages),
        bundle,
    )


def serve(project: Project, *, address: str, today: date | None = None) -> None:
    """A live preview at ``address`` ("127.0.0.1:8000"), rebuilt on every save, until interrupted.

    Raises BuildError when there is nothing to show yet; what is broken later is told on stderr.
    """
    options: dict[str, Any] = {"dev_addr": address}
    if today:
        os.environ["DANBIET_TODAY"] = today.isoformat()
    try:
        mkdocs_serve.serve(str(project.config_file), **options)
    except (MkDocsException, Abort) as error:
        raise BuildError("Chưa xem thử được vì các lỗi nêu trên") from error


def _config(project: Project, *, today: date | None, offline: bool) -> MkDocsConfig:
    broken = [issue for issue in config_issues(project) if issue.severity is Severity.ERROR]
    if broken:
        raise BuildError("\n".join(map(str, broken)), tuple(broken))
    with _host_messages() as messages:
        try:
            config = load_config(str(project.config_file))
        except (MkDocsException, Abort) as error:
            raise BuildError(f"{project.config_file.name}: {_why([], messages, error)}") from error
    options = _plugin(config).config
    if today:
        options.today = today
    if offline:
        options.offline = True
        config.site_url = ""
    return config


def _plugin(config: MkDocsConfig) -> DanbietPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, DanbietPlugin):
            return plugin
    raise BuildError("mkdocs.yml: thiếu “danbiet” dưới khóa “plugins”. Thêm dòng “  - danbiet” vào đó")


def _refuse_sources(target: Path, project: Project, config: MkDocsConfig) -> None:
    """A build replaces its target whole, so neither sources nor what holds them may stand there."""
    sources = (project.root / "plans", Path(config.docs_dir).resolve())
    if target in (project.root, *project.root.parents) or any(target.is_relative_to(one) for one in sources):
        raise BuildError(
            f"{target}: không thể dựng trang đè lên thư mục này. Chọn một thư mục khác cho --out"
        )


def _why(issues: list[Issue], messages: list[str], error: Exception) -> str:
    """Our own errors where there are any, else what MkDocs said."""
    ours = [str(issue) for issue in issues if issue.severity is Severity.ERROR]
    told = [
        str(one) for one in (error, error.__context__) if isinstance(one, PluginError)
    ]  # a plugin's own words
    return "\n".join(ours or told or [f"MkDocs: {message}" for message in (messages or [str(error)])])


@contextmanager
def _host_messages() -> Iterator[list[str]]:
    """MkDocs tells of its steps in English; only its warnings are kept, to be shown at the end."""
    messages: list[str] = []
    handler = _Collector(messages)
    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())
