"""The form of a progress file (plans/_tien-do/*.yml). The published JSON Schema is made from it.

::

    cơ quan: mau-phuong-mau                # một mã hoặc tên, hay danh sách
    tiến độ:
      - việc: 2024-thuc-hien-dan-chu-1a2b3c4d
        kỳ: 2024-05-20                     # ngày đến hạn, hoặc "tháng 5/2024", "quý II/2024"
        ngày: 2024-05-18
        giai đoạn: đã hoàn thành
        nội dung: Đã gửi báo cáo 6 tháng đầu năm
        minh chứng:
          - {tên: Báo cáo số 12/BC-UBND, tệp: minh-chung/bc-12.pdf}
        người báo cáo: Văn phòng UBND phường
        xác nhận:
          - bởi: Ban Thanh tra nhân dân phường
            ngày: 2024-06-01
            kết luận: đúng như báo cáo
            văn bản: {số hoặc biên bản: 03/BB-BTTND, ngày: 2024-06-01, tệp: minh-chung/bb-03.pdf}
    gỡ bỏ:                                 # chỉ khi buộc phải gỡ, ví dụ lộ dữ liệu cá nhân
      - {việc: 2024-thuc-hien-dan-chu-1a2b3c4d, ngày: 2024-05-18, lý do: có số căn cước}

A file without ``tiến độ`` says that the body publishes its progress here. Files are paths below
plans/_tien-do/. Entries are append-only: an entry may gain confirmations, nothing else.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from danbiet.model import ProgressStage
from danbiet.progress import periods
from danbiet.progress.state import FOUND
from danbiet.records import kept_file_slip, web_address_slip
from danbiet.text import collapse, fold

FINDINGS = tuple(FOUND.values())
SHORT_FINDING = "đúng"  # what most write for the first
_DAY_PATTERN = r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"


def wrong(message: str, remedy: str) -> PydanticCustomError:
    """A finding in Vietnamese that travels through pydantic: what is wrong, and what to write."""
    escaped = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError("danbiet", escaped, {"remedy": remedy})


def _day(value: object) -> dt.date:
    spelled = periods.normal(value) if isinstance(value, str) else None
    if spelled is None or len(spelled) != 10:
        raise wrong("ngày không có thật hoặc không đọc được", "Viết như 2024-05-20 hoặc 20/5/2024")
    return dt.date.fromisoformat(spelled)


def _period(value: object) -> str | None:
    if value is None:
        return None
    spelled = periods.normal(value) if isinstance(value, str) else None
    if spelled is None:
        raise wrong(
            "kỳ không đọc được",
            "Viết ngày đến hạn, như 2024-05-20, hoặc một kỳ, như tháng 5/2024, quý II/2024",
        )
    return spelled


def _one_of(words: tuple[str, ...], value: object) -> str:
    for word in words:
        if isinstance(value, str) and collapse(fold(value)) == fold(word):
            return word
    raise wrong("từ này không có trong danh mục", f"Chọn một trong các từ: {', '.join(words)}")


def _stage(value: object) -> ProgressStage:
    return ProgressStage(_one_of(tuple(stage.value for stage in ProgressStage), value))


def _finding(value: object) -> str:
    short = collapse(fold(value)) if isinstance(value, str) else ""
    return FINDINGS[0] if short == fold(SHORT_FINDING) else _one_of(FINDINGS, value)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _web_address(value: str) -> str:
    if slip := web_address_slip(value):
        raise wrong(*slip)
    return value


def _kept_file(value: str) -> str:
    if (
        value.startswith("/")
        or "\\" in value
        or ":" in value
        or not {"", ".", ".."}.isdisjoint(value.split("/"))
    ):
        raise wrong(
            "tệp phải nằm trong thư mục plans/_tien-do/", "Viết như minh-chung/bao-cao-12.pdf, dùng dấu /"
        )
    if slip := kept_file_slip(value):
        raise wrong(*slip)
    return value


Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": _DAY_PATTERN})]
Period = Annotated[str | None, BeforeValidator(_period), WithJsonSchema({"type": ["string", "null"]})]
Stage = Annotated[
    ProgressStage,
    BeforeValidator(_stage),
    WithJsonSchema({"type": "string", "enum": [stage.value for stage in ProgressStage]}),
]
Finding = Annotated[
    str, BeforeValidator(_finding), WithJsonSchema({"type": "string", "enum": [*FINDINGS, SHORT_FINDING]})
]
WebAddress = Annotated[str, AfterValidator(_web_address)]
KeptFile = Annotated[str, AfterValidator(_kept_file)]
Words = Annotated[str, Field(min_length=1)]
Bodies = Annotated[
    list[Words],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    ),
]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)


class EvidenceRecord(_Record):
    """Minh chứng: một đường dẫn hoặc một tệp để trong kho."""

    title: Words = Field(alias="tên", description="Tên gọi của minh chứng")
    url: WebAddress | None = Field(None, alias="địa chỉ", description="Địa chỉ http hoặc https")
    file: KeptFile | None = Field(None, alias="tệp", description="Đường dẫn tệp, tính từ plans/_tien-do/")

    @model_validator(mode="after")
    def _somewhere(self) -> EvidenceRecord:
        if bool(self.url) == bool(self.file):
            raise wrong("minh chứng cần đúng một nơi để xem", "Ghi “địa chỉ” hoặc “tệp”")
        return self


class DocumentRecord(_Record):
    """Văn bản của chính MTTQ hoặc Ban Thanh tra nhân dân."""

    code: str | None = Field(None, alias="số hoặc biên bản", description="Số văn bản, hoặc số biên bản")
    on: Day | None = Field(None, alias="ngày", description="Ngày của văn bản ấy")
    file: KeptFile | None = Field(None, alias="tệp", description="Đường dẫn tệp, tính từ plans/_tien-do/")


class ConfirmationRecord(_Record):
    """Xác nhận của MTTQ hoặc Ban Thanh tra nhân dân."""

    by: Words = Field(alias="bởi", description="Ai xác nhận: Ủy ban MTTQ hoặc Ban Thanh tra nhân dân")
    on: Day = Field(alias="ngày", description="Ngày xác nhận")
    finding: Finding = Field(alias="kết luận", description="Báo cáo có đúng không")
    remark: str | None = Field(None, alias="nhận xét", description="Nhận xét thêm, nếu có")
    document: DocumentRecord | None = Field(
        None, alias="văn bản", description="Văn bản của chính nơi xác nhận; thiếu thì chưa được tính"
    )


class EntryRecord(_Record):
    """Một lần báo cáo về một việc."""

    obligation: Words = Field(alias="việc", description="Mã việc, như trang của kế hoạch ghi")
    period: Period = Field(None, alias="kỳ", description="Ngày đến hạn hoặc kỳ được báo cáo")
    on: Day = Field(alias="ngày", description="Ngày báo cáo")
    stage: Stage = Field(alias="giai đoạn", description="Việc đang ở giai đoạn nào")
    what: Words = Field(alias="nội dung", description="Đã làm gì, bằng một hai câu")
    reported_by: Words = Field(alias="người báo cáo", description="Đơn vị hoặc người báo cáo")
    evidence: list[EvidenceRecord] | None = Field(
        None, alias="minh chứng", description="Tệp hoặc địa chỉ cho thấy việc đã làm"
    )
    confirmations: list[ConfirmationRecord] | None = Field(
        None, alias="xác nhận", description="Ai đã xác nhận báo cáo này"
    )


class WithdrawalRecord(_Record):
    """Một mục buộc phải gỡ, với lý do để người dân biết."""

    obligation: Words = Field(alias="việc", description="Mã việc của mục đã gỡ")
    on: Day = Field(alias="ngày", description="Ngày của mục đã gỡ")
    reason: Words = Field(alias="lý do", description="Lý do gỡ, để người dân biết")


class ProgressRecord(_Record):
    """Tiến độ do một cơ quan công bố."""

    bodies: Bodies = Field(alias="cơ quan", description="Mã hoặc tên cơ quan công bố tiến độ tại đây")
    entries: list[EntryRecord] | None = Field(
        None, alias="tiến độ", description="Các lần báo cáo; chỉ thêm, không sửa mục đã đăng"
    )
    withdrawn: list[WithdrawalRecord] | None = Field(
        None, alias="gỡ bỏ", description="Các mục buộc phải gỡ, ví dụ vì lộ dữ liệu cá nhân"
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a progress file, for editors and for others who read it."""
    schema = ProgressRecord.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
