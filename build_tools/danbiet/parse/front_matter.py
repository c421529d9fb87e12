"""The keys of a plan's front matter: the one table of them, as a model a JSON Schema is made from.

Every value is kept as typed (a string, a list of strings, or a small table), so that YAML's own
ideas of dates, numbers and booleans never touch what an officer wrote.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from danbiet.records import fold_key


class Shape(Enum):
    """What a value may be."""

    TEXT = auto()
    YEAR = auto()
    DATE = auto()
    LIST = auto()  # one text, or several
    TABLE = auto()  # keys of its own
    REASONS = auto()  # a key of the front matter: why its value is inferred
    ANSWERS = auto()  # a list of tables


DATE_PATTERN = r"^(\d{4}(-\d{1,2}){0,2}|\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"

Text = Annotated[str | None, Shape.TEXT]
Year = Annotated[int | None, Shape.YEAR]
Date = Annotated[str | None, Shape.DATE, Field(pattern=DATE_PATTERN)]
Texts = Annotated[tuple[str, ...] | str | None, Shape.LIST]
_CONFIG = ConfigDict(extra="forbid", populate_by_name=True, frozen=True)


class SignerTable(BaseModel):
    """Người ký: đúng như in trong phần ký."""

    model_config = _CONFIG
    authority: Text = Field(
        None, alias="quyền hạn ký", description="Dòng quyền hạn ký", examples=["TM. ỦY BAN NHÂN DÂN"]
    )
    position: Text = Field(
        None, alias="chức vụ", description="Chức vụ người ký, đúng như in", examples=["CHỦ TỊCH"]
    )
    full_name: Text = Field(None, alias="họ tên", description="Họ tên người ký", examples=["Nguyễn Văn A"])


class AnswerTable(BaseModel):
    """Giải trình cho một phát hiện của danbiet check."""

    model_config = _CONFIG
    rule: Annotated[str, Shape.TEXT] = Field(
        alias="quy tắc", description="Tên quy tắc trong ngoặc vuông", examples=["so-muc-lap"]
    )
    reason: Annotated[str, Shape.TEXT] = Field(
        alias="lý do", description="Lý do", examples=["bản gốc đánh số như vậy"]
    )


class FrontMatter(BaseModel):
    """Phần đầu tệp của một kế hoạch."""

    model_config = _CONFIG

    subject: Annotated[str, Shape.TEXT] = Field(
        alias="trích yếu", description="Trích yếu nội dung", examples=["Thực hiện dân chủ ở cơ sở năm 2025"]
    )
    issuer: Annotated[str, Shape.TEXT] = Field(
        alias="cơ quan ban hành",
        description="Cơ quan ban hành, có cả cấp và tên",
        examples=["UBND phường Bãi Cháy"],
    )
    type_name: Text = Field(None, alias="tên loại", description="Tên loại văn bản; bỏ trống là Kế hoạch")
    code: Text = Field(
        None,
        alias="số ký hiệu",
        description="Số và ký hiệu; bỏ trống khi bản gốc không ghi",
        examples=["12/KH-UBND"],
    )
    parent_body: Text = Field(None, alias="cơ quan chủ quản", description="Dòng trên tên cơ quan ban hành")
    issued: Date = Field(
        None,
        alias="ngày ban hành",
        description="Ngày, hoặc tháng, hoặc năm ban hành; bỏ trống khi bản gốc không ghi",
        examples=["2025-03-13", "13/3/2025", "2025-03"],
    )
    place: Text = Field(None, alias="địa danh", description="Địa danh ghi trước ngày tháng")
    date_line: Text = Field(
        None,
        alias="dòng ngày",
        description="Cả dòng địa danh và ngày tháng, đúng như in",
        examples=["Bãi Cháy, ngày 13 tháng 3 năm 2024"],
    )
    motto: Texts = Field(
        None, alias="quốc hiệu", description="Các dòng Quốc hiệu, Tiêu ngữ, chỉ ghi khi bản gốc in khác mẫu"
    )
    province: Text = Field(None, alias="tỉnh", description="Tỉnh, thành phố trực thuộc trung ương")
    year: Year = Field(None, alias="năm", description="Năm của kế hoạch, trùng tên thư mục", examples=[2025])
    signer: Annotated[SignerTable | None, Shape.TABLE] = Field(None, alias="người ký", description="Người ký")
    recipients: Texts = Field(None, alias="nơi nhận", description="Từng dòng nơi nhận, đúng như in")
    stamps: Texts = Field(
        None,
        alias="thời điểm ký",
        description="Thời điểm ký số, đúng như in",
        examples=["2024-03-19T07:58:52+0700"],
    )
    published_source: Text = Field(None, alias="nguồn", description="Văn bản này lấy từ đâu")
    original: Text = Field(
        None, alias="bản gốc", description="Đường dẫn tệp bản gốc để cạnh kế hoạch", examples=["ke-hoach.pdf"]
    )
    inferred: Annotated[dict[str, str] | None, Shape.REASONS] = Field(
        None, alias="suy ra", description="Giá trị nào do suy ra mà có, và căn cứ"
    )
    answers: Annotated[tuple[AnswerTable, ...] | None, Shape.ANSWERS] = Field(
        None, alias="giải trình", description="Giải trình các phát hiện"
    )


# Other names of a key that mean the same.
OTHER_NAMES = {"tiêu ngữ": "quốc hiệu", "số, ký hiệu": "số ký hiệu", "số và ký hiệu": "số ký hiệu"}


def table(model: type[BaseModel]) -> dict[str, str]:
    """Folded key → key as it should be written, for every key of a model."""
    keys = {fold_key(key): key for key in aliases(model)}
    if model is FrontMatter:
        keys |= {fold_key(other): key for other, key in OTHER_NAMES.items()}
    return keys


def aliases(model: type[BaseModel]) -> dict[str, str]:
    """Key → the model's field."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def shape(model: type[BaseModel], key: str) -> Shape:
    """What the value of a key may be."""
    metadata: list[Any] = model.model_fields[aliases(model)[key]].metadata
    return next(item for item in metadata if isinstance(item, Shape))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of front matter, keys as an officer types them."""
    return FrontMatter.model_json_schema(by_alias=True)
