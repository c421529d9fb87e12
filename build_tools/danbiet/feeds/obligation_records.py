"""The shape of obligations in the open data, with their deadlines and what was reported on them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from danbiet.feeds.record import Record


class DeadlineRecord(Record):
    """Một thời hạn, nguyên văn, với cách tính."""

    raw: str
    when: str = Field(description="ISO, hoặc --MM-DD khi văn bản không in năm")
    due: dt.date | None = Field(description="Ngày cuối cùng còn đúng hạn")
    basis: str
    what: str


class EvidenceRecord(Record):
    """Minh chứng."""

    title: str
    url: str


class ConfirmationRecord(Record):
    """Xác nhận; chỉ được tính khi có văn bản của chính MTTQ hoặc Ban Thanh tra nhân dân."""

    by: str
    on: dt.date
    finding: str
    remark: str
    document_code: str | None
    document_date: dt.date | None
    document_url: str | None
    counts: bool


class ProgressRecord(Record):
    """Một lần báo cáo tiến độ."""

    period: str | None
    on: dt.date
    stage: str
    what: str
    reported_by: str
    evidence: list[EvidenceRecord]
    confirmations: list[ConfirmationRecord]


class WithdrawalRecord(Record):
    """Một mục tiến độ buộc phải gỡ, với lý do."""

    on: dt.date
    reason: str


class OccurrenceRecord(Record):
    """Một lần đến hạn, với tình trạng tính đến ngày ghi ở đầu tệp."""

    due: dt.date | None
    state: str
    state_label: str


class ObligationRecord(Record):
    """Một việc được giao."""

    id: str
    plan: str
    section: str
    section_title: str
    unit: str
    unit_id: str
    issuer: str = Field(serialization_alias="OrganName")
    text: str = Field(description="Nguyên văn câu giao việc")
    start: int
    end: int
    due_date: dt.date | None = Field(serialization_alias="DueDate", description="Thời hạn sớm nhất tính được")
    deadlines: list[DeadlineRecord]
    recurrence: list[str]
    reports_to: str | None
    via: str | None
    url: str
    measurable: bool = Field(description="Có đo được bằng thời hạn")
    occurrences: list[OccurrenceRecord]
    progress: list[ProgressRecord]
    withdrawn: list[WithdrawalRecord]
