"""The shape of plans, instruments, bodies and units in the open data."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from danbiet.feeds.record import Record


class SignerInfo(Record):
    """Người ký: chức vụ, họ và tên, quyền hạn ký."""

    position: str | None = Field(None, serialization_alias="Position")
    full_name: str | None = Field(None, serialization_alias="FullName")
    authority: str | None = Field(
        None, serialization_alias="Authority", description="Quyền hạn ký (TM., KT., TL., TUQ., Q.)"
    )


class ChangeRecord(Record):
    """Một lần thay đổi sau khi đăng."""

    on: dt.date
    kind: str
    summary: str
    document: str | None
    commit: str


class OriginalRecord(Record):
    """Bản gốc để cạnh văn bản."""

    path: str
    size: int
    sha256: str


class PlanRecord(Record):
    """Một kế hoạch."""

    id: str = Field(description="<năm>/<tên>, như trong địa chỉ trang")
    url: str
    code_number: str | None = Field(serialization_alias="CodeNumber", description="Số")
    code_notation: str | None = Field(serialization_alias="CodeNotation", description="Ký hiệu")
    issued: str | None = Field(
        serialization_alias="IssuedDate", description="Ngày ban hành: YYYY, YYYY-MM hoặc YYYY-MM-DD"
    )
    issuer: str = Field(serialization_alias="OrganName", description="Cơ quan ban hành")
    subject: str = Field(serialization_alias="Subject", description="Trích yếu")
    type_name: str = Field(serialization_alias="TypeName", description="Tên loại")
    signer: SignerInfo = Field(serialization_alias="SignerInfo")
    recipients: list[str] = Field(serialization_alias="To", description="Nơi nhận, nguyên văn")
    place: str | None = Field(serialization_alias="Place", description="Địa danh")
    year: int
    body_id: str | None
    inferred: dict[str, str] = Field(description="Giá trị suy ra, với lý do: không có trong bản gốc")
    published: dt.date | None = Field(description="Ngày đăng tại đây")
    published_lacks: str | None = Field(description="Vì sao chưa rõ ngày đăng")
    changes: list[ChangeRecord]
    legal_bases: list[str] = Field(description="Mã các văn bản nêu ở phần căn cứ")
    cites: list[str] = Field(description="Mã mọi văn bản được viện dẫn")
    obligations: int
    source: str | None
    original: OriginalRecord | None


class SourceRecord(Record):
    """Ai nói vậy."""

    where: str
    says: str
    url: str | None
    secondary: bool = Field(description="Nguồn thứ cấp")


class CitedByRecord(Record):
    """Một chỗ viện dẫn, nguyên văn, với vị trí trong tệp (điểm mã)."""

    plan: str
    raw: str
    start: int
    end: int


class InstrumentRecord(Record):
    """Một văn bản được viện dẫn."""

    id: str
    url: str
    code_number: str | None = Field(serialization_alias="CodeNumber")
    code_notation: str | None = Field(serialization_alias="CodeNotation")
    issued: str | None = Field(serialization_alias="IssuedDate")
    issuer: str | None = Field(serialization_alias="OrganName")
    subject: str = Field(serialization_alias="Subject")
    type_name: str = Field(serialization_alias="TypeName")
    place_id: str | None
    status: str = Field(description="Tình trạng hiệu lực theo danh mục; “chưa xác minh” nếu chưa ai xác nhận")
    status_note: str
    effective: dt.date | None
    ended: dt.date | None = Field(description="Ngày đầu tiên không còn hiệu lực")
    replaces: list[str]
    replaced_by: list[str]
    amended_by: list[str]
    other_names: list[str]
    former_ids: list[str]
    sources: list[SourceRecord]
    checked_on: str | None
    registered: bool
    identity_confirmed: bool
    plan: str | None = Field(description="Kế hoạch đăng tại đây chính là văn bản này")
    cited_by: list[CitedByRecord]


class ContactRecord(Record):
    """Nơi nhận phản ánh, kiến nghị."""

    address: str | None
    email: str | None
    telephone: str | None
    url: str | None


class BodyRecord(Record):
    """Một cơ quan ban hành."""

    id: str
    name: str
    level: str
    province: str | None
    district: str | None
    since: dt.date | None = Field(description="Có từ ngày, nếu lập ra từ các cơ quan trước đó")
    formed_from: list[str] = Field(description="Nhập từ các địa bàn")
    ended: dt.date | None = Field(description="Ngày đầu tiên không còn ở dạng này")
    exists_note: str
    successors: list[str] = Field(description="Tên các nơi kế tiếp")
    successor_ids: list[str] = Field(description="Mã các cơ quan kế tiếp đã biết")
    predecessor_ids: list[str] = Field(description="Mã các cơ quan đã biết mà cơ quan này kế tiếp")
    contact: ContactRecord | None
    publishes_progress: bool = Field(description="Có công bố tiến độ tại đây")


class UnitRecord(Record):
    """Một đơn vị được giao việc."""

    id: str
    url: str
    name: str
    kind: str
    body_id: str
    other_names: list[str]
    contact: ContactRecord | None
    successor: str | None
    registered: bool
    obligations: int
