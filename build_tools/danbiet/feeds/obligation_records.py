"""The shape of obligations in the open data, with their deadlines and what was reported on them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from danbiet.feeds.record import Record


class DeadlineRecord(Record):
    """Một thời hạn, nguyên văn, với cách tính."""

    raw: str = Field(description="Chữ nêu thời hạn, nguyên văn")
    when: str = Field(description="ISO, hoặc --MM-DD khi văn bản không in năm")
    due: dt.date | None = Field(description="Ngày cuối cùng còn đúng hạn")
    basis: str = Field(description="Ngày được tính thế nào")
    what: str = Field(description="Điều phải xong vào ngày ấy, theo chữ của kế hoạch")


class EvidenceRecord(Record):
    """Minh chứng."""

    title: str = Field(description="Tên minh chứng")
    url: str = Field(description="Địa chỉ của tệp hoặc trang")


class ConfirmationRecord(Record):
    """Xác nhận; chỉ được tính khi có văn bản của chính MTTQ hoặc Ban Thanh tra nhân dân."""

    by: str = Field(description="Ai xác nhận")
    on: dt.date = Field(description="Ngày xác nhận")
    finding: str = Field(description="Kết luận: đúng như báo cáo, đúng một phần, không đúng")
    remark: str = Field(description="Nhận xét thêm")
    document_code: str | None = Field(description="Số văn bản hoặc biên bản xác nhận")
    document_date: dt.date | None = Field(description="Ngày của văn bản ấy")
    document_url: str | None = Field(description="Địa chỉ tệp văn bản ấy")
    counts: bool = Field(description="Có được tính là xác nhận")


class ProgressRecord(Record):
    """Một lần báo cáo tiến độ."""

    period: str | None = Field(description="Kỳ mà báo cáo trả lời: ngày đến hạn, tháng, quý hoặc năm")
    on: dt.date = Field(description="Ngày báo cáo")
    stage: str = Field(
        description="Giai đoạn: đã tiếp nhận, đang thực hiện, đã hoàn thành, không thực hiện được"
    )
    what: str = Field(description="Nội dung báo cáo")
    reported_by: str = Field(description="Ai báo cáo")
    evidence: list[EvidenceRecord] = Field(description="Các minh chứng")
    confirmations: list[ConfirmationRecord] = Field(description="Các xác nhận")


class WithdrawalRecord(Record):
    """Một mục tiến độ buộc phải gỡ, với lý do."""

    on: dt.date = Field(description="Ngày của mục đã gỡ")
    reason: str = Field(description="Lý do gỡ")


class OccurrenceRecord(Record):
    """Một lần đến hạn, với tình trạng tính đến ngày ghi ở đầu tệp."""

    due: dt.date | None = Field(description="Ngày đến hạn; null khi kế hoạch không nêu hoặc chưa tính được")
    state: str = Field(description="Tình trạng, dạng mã")
    state_label: str = Field(description="Tình trạng, bằng lời")


class ObligationRecord(Record):
    """Một việc được giao."""

    id: str = Field(description="Mã việc: <năm>-<tên>-<8 chữ số>")
    plan: str = Field(description="Mã kế hoạch")
    section: str = Field(description="Số mục trong kế hoạch")
    section_title: str = Field(description="Tên mục")
    unit: str = Field(description="Tên đơn vị được giao")
    unit_id: str = Field(description="Mã đơn vị, có trong don-vi.json")
    issuer: str = Field(serialization_alias="OrganName", description="Cơ quan ban hành kế hoạch")
    text: str = Field(description="Nguyên văn câu giao việc")
    start: int = Field(description="Vị trí đầu của câu trong tệp, tính bằng điểm mã")
    end: int = Field(description="Vị trí cuối, không tính điểm mã này")
    due_date: dt.date | None = Field(serialization_alias="DueDate", description="Thời hạn sớm nhất tính được")
    deadlines: list[DeadlineRecord] = Field(description="Các thời hạn nêu trong câu")
    recurrence: list[str] = Field(description="Định kỳ: monthly, quarterly, 6-month, 9-month, annual, ad-hoc")
    reports_to: str | None = Field(description="Báo cáo về đâu")
    via: str | None = Field(description="Báo cáo qua đâu")
    url: str = Field(description="Địa chỉ của việc này trên trang kế hoạch")
    measurable: bool = Field(description="Có đo được bằng thời hạn")
    occurrences: list[OccurrenceRecord] = Field(description="Từng lần đến hạn")
    progress: list[ProgressRecord] = Field(description="Những gì đã được báo cáo")
    withdrawn: list[WithdrawalRecord] = Field(description="Các mục tiến độ đã gỡ")
