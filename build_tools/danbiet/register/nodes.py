"""YAML read with its positions, so that a finding can point at the line a clerk must mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

import yaml

from danbiet.issues import Issue, Severity
from danbiet.model import PartialDate
from danbiet.register.yaml_loader import Loader
from danbiet.text import collapse, fold, nfc

RULE = "danh-muc"
_DEEPEST = 12


def key_form(key: str) -> str:
    """A key as it is looked up: without marks, underscores and capitals, as in front matter."""
    return " ".join(fold(key).replace("_", " ").replace("-", " ").split())


@dataclass(slots=True)
class Reader:
    """Reads values out of YAML nodes and gathers what is wrong with them."""

    path: str
    issues: list[Issue] = field(default_factory=list)

    def problem(self, node: yaml.Node | None, message: str, remedy: str, quote: str = "") -> None:
        """Add an error at a node."""
        mark = node.start_mark if node is not None else None
        self._at(mark.line if mark else 0, mark.column if mark else 0, message, remedy, quote)

    def warn(self, node: yaml.Node, message: str, remedy: str, quote: str) -> None:
        """Add a warning at a node."""
        mark = node.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        self._at(line, column, message, remedy, quote, Severity.WARNING)

    def compose(self, data: bytes) -> yaml.Node | None:
        """The file's root node; nothing, with an error, where it cannot be read."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.problem(None, "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8")
            return None
        try:
            return yaml.compose(text, Loader=Loader) if self._shallow(text) else None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            line = mark.line if mark else 0
            remedy = "kiểm tra thụt dòng, dấu hai chấm và dấu nháy; viết mỗi mục dạng “khóa: giá trị”"
            found = _line(text, line)
            self._at(line, mark.column if mark else 0, "không đọc được YAML ở chỗ này", remedy, found)
        except yaml.YAMLError:
            self.problem(None, "tệp có ký tự mà YAML không cho phép", "bỏ các ký tự điều khiển trong tệp")
        return None

    def _shallow(self, text: str) -> bool:
        """Whether nothing is nested deeper than a register ever is: the parser's stack is not endless."""
        depth = 0
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST:
                mark = event.start_mark
                line, column = (mark.line, mark.column) if mark else (0, 0)
                self._at(line, column, "các mục lồng nhau quá sâu", "viết lại theo mẫu ở đầu tệp")
                return False
        return True

    def _at(
        self,
        line: int,
        column: int,
        message: str,
        remedy: str,
        quote: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.issues.append(
            Issue(
                rule=RULE,
                severity=severity,
                path=self.path,
                line=line + 1,
                column=column + 1,
                message=message,
                remedy=remedy,
                quote=collapse(quote)[:120],
            )
        )

    def mapping(self, node: yaml.Node | None, known: Iterable[str], where: str) -> dict[str, yaml.Node]:
        """A mapping's values by known key; an unknown or repeated key is an error that names the nearest."""
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, f"{where} phải là các dòng “khóa: giá trị”", "xem mẫu ở đầu tệp", _text(node))
            return {}
        names = {key_form(key): key for key in known}
        found: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            printed = _text(key_node)
            key = names.get(key_form(printed))
            if key is None:
                near = difflib.get_close_matches(key_form(printed), names, n=1, cutoff=0)
                remedy = f"có phải là “{names[near[0]]}”?" if near else "bỏ dòng này"
                self.problem(key_node, f"khóa không có trong {where}", remedy.rstrip("?"), printed)
            elif key in found:
                self.problem(key_node, "khóa viết hai lần", "giữ một dòng", printed)
            else:
                found[key] = value
        return found

    def items(self, node: yaml.Node | None) -> Iterator[yaml.Node]:
        """The items of a list; a single value stands for a list of one."""
        if node is None or _empty(node):
            return
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        else:
            yield node

    def text(self, node: yaml.Node | None) -> str | None:
        """A scalar as printed, in NFC with single spaces; nothing where it is empty."""
        if node is None or _empty(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "chỗ này phải là một giá trị", "viết một dòng chữ, không xuống cấp")
            return None
        return collapse(nfc(str(node.value)))

    def texts(self, node: yaml.Node | None) -> tuple[str, ...]:
        """A list of scalars."""
        return tuple(text for item in self.items(node) if (text := self.text(item)))

    def partial(self, node: yaml.Node | None) -> PartialDate | None:
        """A date, a month or a year: ``2024-03-13``, ``13/3/2024``, ``2024-03``, ``2024``."""
        text = self.text(node)
        if text is None:
            return None
        found = partial_date(text)
        if found is None:
            self.problem(
                node, "không phải ngày có thật", "viết 2024-03-13, 13/3/2024, 2024-03 hoặc 2024", text
            )
        return found

    def day(self, node: yaml.Node | None) -> date | None:
        """A whole day."""
        found = self.partial(node)
        if found is not None and found.exact is None:
            self.problem(node, "chỗ này cần đủ ngày, tháng, năm", "viết như 2024-03-13", str(found))
            return None
        return found.exact if found else None

    def yes(self, node: yaml.Node | None) -> bool:
        """ "có" or "chưa"."""
        text = self.text(node)
        if text is None:
            return False
        word = fold(text)
        if word not in {"co", "roi", "dung", "true", "chua", "khong", "false"}:
            self.problem(node, "chỗ này chỉ nhận “có” hoặc “chưa”", "viết “có” hoặc “chưa”", text)
        return word in {"co", "roi", "dung", "true"}


def partial_date(text: str) -> PartialDate | None:
    """A printed date: ISO, or day/month/year; nothing where it is none or does not exist."""
    parts = text.split("-") if "-" in text else list(reversed(text.split("/")))
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(part) for part in parts]
    try:
        date(numbers[0], *[*numbers[1:], 1, 1][:2])
    except ValueError:
        return None
    return PartialDate(*numbers)


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and (
        node.tag == "tag:yaml.org,2002:null" or not str(node.value).strip()
    )


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number].strip() if 0 <= number < len(lines) else ""
