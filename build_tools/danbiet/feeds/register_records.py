"""The shape of plans, instruments, bodies and units in the open data."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from danbiet.feeds.record import Record


class SignerInfo(Record):
    """Người ký: chức vụ, họ và tên, quyền hạn ký."""

    position: str | None = Field(None, serialization_alias="Position", description="Chức vụ của người ký")
    full_name: str | None = Field(None, serialization_alias="FullName", description="Họ và tên người ký")
    authority: str | None = Field(
        None, serialization_alias="Authority", description="Quyền hạn ký (TM., KT., TL., TUQ., Q.)"
    )


class ChangeRecord(Record):
    """Một lần thay đổi sau khi đăng."""

    on: dt.date = Field(description="Ngày thay đổi được đăng")
    kind: str = Field(
        description="Loại: đăng lần đầu, sửa lỗi đăng tải, đính chính, sửa đổi, thay thế, không nêu lý do"
    )
    summary: str = Field(description="Lời người đăng ghi; rỗng khi không ghi")
    document: str | None = Field(description="Văn bản đính chính, sửa đổi hoặc thay thế")
    commit: str = Field(description="Mã bản ghi trong git")


class OriginalRecord(Record):
    """Bản gốc để cạnh văn bản."""

    path: str = Field(description="Đường dẫn trong kho")
    size: int = Field(description="Cỡ tệp, tính bằng byte")
    sha256: str = Field(description="Mã băm SHA-256 của tệp")


class PlanRecord(Record):
    """Một kế hoạch."""

    id: str = Field(description="<năm>/<tên>, như trong địa chỉ trang")
    url: str = Field(description="Địa chỉ trang của kế hoạch")
    code_number: str | None = Field(serialization_alias="CodeNumber", description="Số")
    code_notation: str | None = Field(serialization_alias="CodeNotation", description="Ký hiệu")
    issued: str | None = Field(
        serialization_alias="IssuedDate", description="Ngày ban hành: YYYY, YYYY-MM hoặc YYYY-MM-DD"
    )
    issuer: str = Field(serialization_alias="OrganName", description="Cơ quan ban hành")
    subject: str = Field(serialization_alias="Subject", description="Trích yếu")
    type_name: str = Field(serialization_alias="TypeName", description="Tên loại")
    signer: SignerInfo = Field(serialization_alias="SignerInfo", description="Người ký")
    recipients: list[str] = Field(serialization_alias="To", description="Nơi nhận, nguyên văn")
    place: str | None = Field(serialization_alias="Place", description="Địa danh")
    year: int = Field(description="Năm của kế hoạch, như trong địa chỉ trang")
    body_id: str | None = Field(description="Mã cơ quan ban hành, có trong don-vi.json")
    inferred: dict[str, str] = Field(description="Giá trị suy ra, với lý do: không có trong bản gốc")
    published: dt.date | None = Field(description="Ngày đăng tại đây")
    published_lacks: str | None = Field(description="Vì sao chưa rõ ngày đăng")
    changes: list[ChangeRecord] = Field(description="Các lần thay đổi, lần đầu là lúc đăng")
    legal_bases: list[str] = Field(description="Mã các văn bản nêu ở phần căn cứ")
    cites: list[str] = Field(description="Mã mọi văn bản được viện dẫn")
    obligations: int = Field(description="Số việc được giao")
    source: str | None = Field(description="Nơi lấy văn bản")
    original: OriginalRecord | None = Field(description="Tệp bản gốc kèm theo, nếu có")


class SourceRecord(Record):
    """Ai nói vậy."""

    where: str = Field(description="Ai, hoặc ở đâu")
    says: str = Field(description="Nói gì")
    url: str | None = Field(description="Địa chỉ của nguồn")
    secondary: bool = Field(description="Nguồn thứ cấp")


class CitedByRecord(Record):
    """Một chỗ viện dẫn, nguyên văn, với vị trí trong tệp (điểm mã)."""

    plan: str = Field(description="Mã kế hoạch viện dẫn")
    raw: str = Field(description="Chữ viện dẫn, nguyên văn")
    start: int = Field(description="Vị trí đầu trong tệp, tính bằng điểm mã")
    end: int = Field(description="Vị trí cuối, không tính điểm mã này")


class InstrumentRecord(Record):
    """Một văn bản được viện dẫn."""

    id: str = Field(description="Mã văn bản, như trong địa chỉ trang")
    url: str = Field(description="Địa chỉ trang của văn bản")
    code_number: str | None = Field(serialization_alias="CodeNumber", description="Số")
    code_notation: str | None = Field(serialization_alias="CodeNotation", description="Ký hiệu")
    issued: str | None = Field(
        serialization_alias="IssuedDate", description="Ngày ban hành: YYYY, YYYY-MM hoặc YYYY-MM-DD"
    )
    issuer: str | None = Field(serialization_alias="OrganName", description="Cơ quan ban hành")
    subject: str = Field(serialization_alias="Subject", description="Trích yếu hoặc tên gọi")
    type_name: str = Field(serialization_alias="TypeName", description="Tên loại")
    place_id: str | None = Field(description="Mã địa bàn, với văn bản của địa phương")
    status: str = Field(description="Tình trạng hiệu lực theo danh mục; “chưa xác minh” nếu chưa ai xác nhận")
    status_note: str = Field(description="Lời nói thêm về tình trạng")
    effective: dt.date | None = Field(description="Ngày có hiệu lực")
    ended: dt.date | None = Field(description="Ngày đầu tiên không còn hiệu lực")
    replaces: list[str] = Field(description="Mã các văn bản bị văn bản này thay thế")
    replaced_by: list[str] = Field(description="Mã các văn bản thay thế văn bản này")
    amended_by: list[str] = Field(description="Mã các văn bản sửa đổi, bổ sung văn bản này")
    other_names: list[str] = Field(description="Các tên gọi khác")
    former_ids: list[str] = Field(description="Các mã cũ, địa chỉ cũ vẫn dùng được")
    sources: list[SourceRecord] = Field(description="Ai nói những điều trên")
    checked_on: str | None = Field(description="Ngày kiểm tra gần nhất")
    registered: bool = Field(description="Có trong danh mục hay chỉ được nhắc trong kế hoạch")
    identity_confirmed: bool = Field(description="Đã xác nhận đúng văn bản này, không nhầm với văn bản khác")
    plan: str | None = Field(description="Kế hoạch đăng tại đây chính là văn bản này")
    cited_by: list[CitedByRecord] = Field(description="Những chỗ viện dẫn trong các kế hoạch")


class ContactRecord(Record):
    """Nơi nhận phản ánh, kiến nghị."""

    address: str | None = Field(description="Địa chỉ trụ sở")
    email: str | None = Field(description="Thư điện tử")
    telephone: str | None = Field(description="Điện thoại")
    url: str | None = Field(description="Trang nhận phản ánh, kiến nghị")


class BodyRecord(Record):
    """Một cơ quan ban hành."""

    id: str = Field(description="Mã cơ quan")
    name: str = Field(description="Tên cơ quan")
    level: str = Field(description="Cấp hành chính")
    province: str | None = Field(description="Tỉnh, thành phố")
    district: str | None = Field(description="Huyện, với cơ quan có trước 01/7/2025")
    since: dt.date | None = Field(description="Có từ ngày, nếu lập ra từ các cơ quan trước đó")
    formed_from: list[str] = Field(description="Nhập từ các địa bàn")
    ended: dt.date | None = Field(description="Ngày đầu tiên không còn ở dạng này")
    exists_note: str = Field(description="Điều người đọc cần biết về cơ quan đã kết thúc")
    successors: list[str] = Field(description="Tên các nơi kế tiếp")
    successor_ids: list[str] = Field(description="Mã các cơ quan kế tiếp đã biết")
    predecessor_ids: list[str] = Field(description="Mã các cơ quan đã biết mà cơ quan này kế tiếp")
    contact: ContactRecord | None = Field(description="Nơi nhận phản ánh, kiến nghị; null khi chưa công bố")
    publishes_progress: bool = Field(description="Có công bố tiến độ tại đây")


class UnitRecord(Record):
    """Một đơn vị được giao việc."""

    id: str = Field(description="Mã đơn vị: <đơn vị>--<cơ quan>")
    url: str = Field(description="Địa chỉ trang của đơn vị")
    name: str = Field(description="Tên đơn vị")
    kind: str = Field(description="Loại đơn vị")
    body_id: str = Field(description="Mã cơ quan mà đơn vị thuộc về")
    other_names: list[str] = Field(description="Các tên gọi khác")
    contact: ContactRecord | None = Field(description="Nơi nhận phản ánh, kiến nghị riêng của đơn vị")
    successor: str | None = Field(description="Mã đơn vị kế tiếp sau khi sắp xếp")
    registered: bool = Field(description="Có trong danh mục hay chỉ được nhắc trong kế hoạch")
    obligations: int = Field(description="Số việc được giao")
