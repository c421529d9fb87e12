"""Values of a register's file, each read as what it must be; every slip is a finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danbiet.model import PartialDate
from danbiet.records import (
    Faults,
    Form,
    Listed,
    Scalar,
    Slip,
    Table,
    Value,
    by_key,
    decode,
    fold_key,
    read_value,
)
from danbiet.records.dates import read_date
from danbiet.text import fold

_FORM = Form(rule="danh-muc", name="danh mục", example="trích yếu: Luật Thực hiện dân chủ ở cơ sở")
_YES, _NO = frozenset({"co", "roi", "dung", "true"}), frozenset({"chua", "khong", "false"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of one file and gathers what is wrong with them."""

    faults: Faults
    root: Value | None

    @classmethod
    def of(cls, path: str, data: bytes) -> Reader:
        """A reader of a file; without a root, and with an error, where it cannot be read."""
        text, faults = decode(path, data)
        return cls(faults, None if text is None else read_value(text, faults, _FORM))

    def problem(self, value: Value | None, message: str, remedy: str, quote: str = "") -> None:
        """Add an error at a value."""
        self.faults.error(_FORM.rule, value.offset if value else 0, quote, message, remedy)

    def warn(self, value: Value, message: str, remedy: str, quote: str) -> None:
        """Add a warning at a value."""
        self.faults.warning(_FORM.rule, value.offset, quote, message, remedy)

    def mapping(self, value: Value | None, known: Iterable[str], where: str) -> dict[str, Value]:
        """A table's values by known key."""
        if not isinstance(value, Table):
            quote = value.text if isinstance(value, Scalar) else ""
            self.problem(value, f"{where} phải là các dòng “khóa: giá trị”", "Xem mẫu ở đầu tệp", quote or "")
            return {}
        keys = {fold_key(key): key for key in known}
        return {key: child for key, (_, child) in by_key(value, keys, self.faults, where).items()}

    def items(self, value: Value | None) -> Iterator[Value]:
        """The items of a list; a single value stands for a list of one."""
        if isinstance(value, Listed):
            yield from value.items
        elif value is not None and not is_empty(value):
            yield value

    def text(self, value: Value | None) -> str | None:
        """A text as printed; nothing where it is empty."""
        if value is None or isinstance(value, Scalar):
            return value.text if value else None
        self.problem(value, "chỗ này phải là một giá trị", "Viết một dòng chữ, không xuống cấp")
        return None

    def texts(self, value: Value | None) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(text for item in self.items(value) if (text := self.text(item)))

    def checked(self, value: Value | None, slip_of: Callable[[str], Slip | None]) -> str | None:
        """A text that one of the rules of ``records`` finds nothing wrong with."""
        text = self.text(value)
        slip = slip_of(text) if text else None
        if slip:
            self.problem(value, slip.message, slip.remedy, text or "")
            return None
        return text

    def partial(self, value: Value | None) -> PartialDate | None:
        """A date, a month or a year: ``2024-03-13``, ``13/3/2024``, ``2024-03``, ``2024``."""
        text = self.text(value)
        found = read_date(text) if text else None
        if text and found is None:
            remedy = "Viết 2024-03-13, 13/3/2024, 2024-03 hoặc 2024"
            self.problem(value, "không phải ngày có thật", remedy, text)
        return found

    def day(self, value: Value | None) -> date | None:
        """A whole day."""
        found = self.partial(value)
        if found is not None and found.exact is None:
            self.problem(value, "chỗ này cần đủ ngày, tháng, năm", "Viết như 2024-03-13", str(found))
        return found.exact if found else None

    def yes(self, value: Value | None) -> bool:
        """ "có" or "chưa"."""
        text = self.text(value)
        word = fold(text or "chua")
        if word not in _YES | _NO:
            self.problem(value, "chỗ này chỉ nhận “có” hoặc “chưa”", "Viết “có” hoặc “chưa”", text or "")
        return word in _YES


def is_empty(value: Value) -> bool:
    """Whether nothing is written there."""
    return isinstance(value, Scalar) and value.text is None
