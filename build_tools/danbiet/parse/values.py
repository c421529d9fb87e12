"""A table of keys and values as typed → checked values by key; every slip is one finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from danbiet.parse.front_matter import (
    AnswerTable,
    FrontMatter,
    Shape,
    SignerTable,
    aliases,
    shape,
    table,
)
from danbiet.records import Faults, Listed, Scalar, Table, Value, by_key
from danbiet.records.dates import looks_like_date, read_date

WRONG, DATE = "gia-tri-sai", "ngay-sai"


@dataclass(slots=True)
class Checked:
    """Values by the model's field, and where each key and value stands, by the key as it should be written."""

    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


def check_values(
    typed: Table, faults: Faults, model: type[BaseModel] = FrontMatter, inside: str = ""
) -> Checked:
    """The values of a table, checked key by key against the model."""
    names = aliases(model)
    checked = Checked()
    for key, (name, value) in by_key(typed, table(model), faults, inside and f"“{inside}”").items():
        checked.keys[key] = name.offset
        checked.places[key] = value.offset
        read = _READERS[shape(model, key)](key, value, faults)
        if read is not None:
            checked.values[names[key]] = read
    return checked


def _text(key: str, value: Value, faults: Faults) -> str | None:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Table) and not value.entries:
        return None
    faults.error(
        WRONG,
        value.offset,
        key,
        f"khóa “{key}” cần một dòng chữ",
        f'Viết {key}: "…" trên một dòng, không phải danh sách',
    )
    return None


def _year(key: str, value: Value, faults: Faults) -> int | None:
    text = _text(key, value, faults)
    if text is None:
        return None
    if text.isdecimal() and len(text) == 4:
        return int(text)
    faults.error(WRONG, value.offset, text, f"khóa “{key}” cần một năm có bốn chữ số", f"Viết {key}: 2025")
    return None


def _date(key: str, value: Value, faults: Faults) -> Any:
    text = _text(key, value, faults)
    if text is None:
        return None
    read = read_date(text)
    if read is None and looks_like_date(text):
        faults.error(
            DATE,
            value.offset,
            text,
            "ngày này không có trong lịch",
            f"Sửa theo bản gốc, ví dụ {key}: 2025-03-13 hoặc {key}: 13/3/2025",
        )
    elif read is None:
        faults.error(
            DATE,
            value.offset,
            text,
            "không đọc được thành ngày",
            f"Viết {key}: 2025-03-13, hoặc 13/3/2025, hoặc 2025-03 khi chỉ biết tháng; bỏ trống khi bản gốc không ghi",
        )
    return read


def _list(key: str, value: Value, faults: Faults) -> tuple[str, ...] | None:
    if isinstance(value, Scalar):
        return (value.text,) if value.text else None
    if isinstance(value, Listed):
        texts = []
        for item in value.items:
            if isinstance(item, Table):
                # "- Lưu: VT" typed without quotes is a table to YAML and a line to its author.
                texts.extend(_line_of_table(item, key, faults))
            elif (text := _text(key, item, faults)) is not None:
                texts.append(text)
        return tuple(texts)
    _needs_list(key, value, faults)
    return None


def _line_of_table(item: Table, key: str, faults: Faults) -> list[str]:
    lines = []
    for name, value in item.entries:
        if isinstance(value, Scalar):
            lines.append(f"{name.text or ''}: {value.text}" if value.text else f"{name.text or ''}:")
        else:
            _needs_list(key, item, faults)
    return lines


def _needs_list(key: str, value: Value, faults: Faults) -> None:
    faults.error(
        WRONG,
        value.offset,
        key,
        f"khóa “{key}” cần một danh sách",
        'Ghi mỗi mục một dòng bắt đầu bằng “- ”, chữ đặt trong "…"',
    )


def _signer(key: str, value: Value, faults: Faults) -> dict[str, Any] | None:
    if isinstance(value, Scalar):
        return {"full_name": value.text} if value.text else None
    if isinstance(value, Table):
        return check_values(value, faults, SignerTable, key).values
    faults.error(
        WRONG,
        value.offset,
        key,
        f"khóa “{key}” cần các khóa quyền hạn ký, chức vụ, họ tên",
        f"Viết {key}: {{quyền hạn ký: TM. ỦY BAN NHÂN DÂN, chức vụ: CHỦ TỊCH, họ tên: Nguyễn Văn A}}",
    )
    return None


def _reasons(key: str, value: Value, faults: Faults) -> dict[str, str] | None:
    if isinstance(value, Scalar) and value.text is None:
        return None
    if not isinstance(value, Table):
        faults.error(
            WRONG,
            value.offset,
            key,
            f"khóa “{key}” cần tên khóa và căn cứ",
            f'Viết {key}: {{cơ quan ban hành: "tên phường nêu ở đoạn mở đầu"}}',
        )
        return None
    reasons = {
        name: _text(name, reason, faults)
        for name, (_, reason) in by_key(value, table(FrontMatter), faults, f"“{key}”").items()
    }
    return {name: text for name, text in reasons.items() if text is not None}


def _answers(key: str, value: Value, faults: Faults) -> tuple[dict[str, Any], ...] | None:
    if isinstance(value, Scalar) and value.text is None:
        return None
    items = value.items if isinstance(value, Listed) else (value,)
    answers = []
    for item in items:
        read = check_values(item, faults, AnswerTable, key).values if isinstance(item, Table) else {}
        if set(read) == {"rule", "reason"}:
            answers.append(read)
        else:
            faults.error(
                WRONG,
                item.offset,
                key,
                f"mỗi mục của “{key}” cần cả quy tắc và lý do",
                f"Viết {key}: [{{quy tắc: so-muc-lap, lý do: bản gốc đánh số như vậy}}]",
            )
    return tuple(answers)


_READERS: dict[Shape, Callable[[str, Value, Faults], Any]] = {
    Shape.TEXT: _text,
    Shape.YEAR: _year,
    Shape.DATE: _date,
    Shape.LIST: _list,
    Shape.TABLE: _signer,
    Shape.REASONS: _reasons,
    Shape.ANSWERS: _answers,
}
