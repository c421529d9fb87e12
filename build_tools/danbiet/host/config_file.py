"""What is wrong with mkdocs.yml, in Vietnamese and at its line, before MkDocs says it in English.

Only what an officer may break: the file as YAML, a key misspelled, the lines without which the site is
not this site. The rest is MkDocs' own affair.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from danbiet.host.project import CONFIG_NAME, OPTION_SLIPS, ConfigLoader, Project
from danbiet.issues import Issue
from danbiet.records.broken import Form, report
from danbiet.records.decoding import decode
from danbiet.records.faults import Faults
from danbiet.records.keys import nearest

RULE = "cau-hinh-hong"
_FORM = Form(rule=RULE, name="cấu hình", example="site_name: Kế hoạch của UBND phường …")
_KEYS = frozenset({
    "site_name", "site_url", "site_description", "site_author", "repo_url", "repo_name", "edit_uri",
    "edit_uri_template", "copyright", "theme", "docs_dir", "site_dir", "extra", "extra_css",
    "extra_javascript", "extra_templates", "markdown_extensions", "mdx_configs", "plugins", "hooks", "nav",
    "watch", "strict", "dev_addr", "use_directory_urls", "remote_branch", "remote_name", "validation",
    "exclude_docs", "draft_docs", "not_in_nav", "INHERIT",
})  # fmt: skip
_OPTIONS = frozenset({"demonstration", "report_address", "source_url", "today", "offline"})


def config_issues(project: Project) -> list[Issue]:
    """What is wrong with the file, each at its line; errors are what the site cannot be built with."""
    config, faults = decode(CONFIG_NAME, project.config_file.read_bytes())
    if config is None:
        return faults.issues
    faults = Faults(CONFIG_NAME, config)
    try:
        values = yaml.load(config.removeprefix("\ufeff"), Loader=ConfigLoader)
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None) or getattr(broken, "context_mark", None)
        report(config, 0, len(config), mark.index if mark else 0, faults, _FORM)
        return faults.issues
    if not isinstance(values, dict):
        report(config, 0, len(config), 0, faults, _FORM)
        return faults.issues
    _check_keys(values, config, faults)
    if "INHERIT" not in values:  # else what is missing here may stand in the other file
        _check_needed(values, config, faults)
    return faults.issues


def _check_keys(values: dict[Any, Any], config: str, faults: Faults) -> None:
    for key in map(str, values):
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            remedy = f"Có phải “{near}”? Nếu phải, sửa lại như vậy" if near else "Xóa dòng này nếu không cần"
            faults.warning(
                RULE, _place(key, config), key, "không có khóa này trong cấu hình nên nó bị bỏ qua", remedy
            )
    options = _options(values) or {}
    for option in map(str, options):
        if option not in _OPTIONS:
            near = nearest(option, _OPTIONS)
            remedy = f"Có phải “{near}”? Nếu phải, sửa lại như vậy" if near else "Xóa dòng này"
            faults.error(RULE, _place(option, config), option, "danbiet không có mục cấu hình này", remedy)
    for option, slip_of in OPTION_SLIPS.items():
        value = options.get(option)
        slip = None if str(value).startswith("!") else slip_of(value)  # "!": MkDocs' own tags
        if slip:
            faults.error(RULE, _place(option, config), str(value), *slip)


def _check_needed(values: dict[Any, Any], config: str, faults: Faults) -> None:
    if not values.get("site_name"):
        faults.error(
            RULE,
            _place("site_name", config),
            "",
            "thiếu tên của trang",
            "Ghi “site_name: Kế hoạch của UBND …”",
        )
    address = values.get("site_url")
    if isinstance(address, str) and not re.match(r"https?://[^/\s]+|!|$", address):  # "!": MkDocs' own tags
        faults.error(
            RULE,
            _place("site_url", config),
            address,
            "địa chỉ của trang phải bắt đầu bằng https:// hoặc http://",
            "Ghi cả địa chỉ, ví dụ “site_url: https://tenphuong.tentinh.gov.vn/ke-hoach/”; chưa biết thì để trống",
        )
    theme = values.get("theme")
    if not theme or (isinstance(theme, dict) and not theme.get("name") and not theme.get("custom_dir")):
        faults.error(
            RULE,
            _place("theme", config),
            "",
            "thiếu giao diện của trang",
            "Ghi “theme: {name: danbiet, language: vi}”",
        )
    if _options(values) is None:
        faults.error(
            RULE,
            _place("plugins", config),
            "",
            "thiếu “danbiet” dưới khóa “plugins”",
            "Thêm dòng “  - danbiet” vào đó",
        )


def _options(values: dict[Any, Any]) -> dict[Any, Any] | None:
    """What stands under the plugin; nothing where the plugin is not there."""
    plugins = values.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if plugin == "danbiet":
            return {}
        if isinstance(plugin, dict) and "danbiet" in plugin:
            options = plugin["danbiet"]
            return options if isinstance(options, dict) else {}
    return None


def _place(key: str, config: str) -> int:
    """The offset of a key; the head of the file where it is not there."""
    found = re.search(rf"(?m)^[ \t-]*(?P<key>{re.escape(key)})[ \t]*:", config)
    return found.start("key") if found else 0
