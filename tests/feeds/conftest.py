"""A small fictional ward, made by hand: what the feeds are tried on."""

from __future__ import annotations

from datetime import date

import pytest

from danbiet.model import (
    Block,
    BlockKind,
    Body,
    Change,
    ChangeKind,
    Citation,
    Confirmation,
    Contact,
    Deadline,
    Duty,
    Evidence,
    Instrument,
    Mention,
    MentionKind,
    Obligation,
    PartialDate,
    Plan,
    PlanHistory,
    ProgressEntry,
    ProgressStage,
    Recurrence,
    Signer,
    Site,
    Unit,
)
from danbiet.output import Settings
from danbiet.text import MappedTextBuilder

KEY = "2024/dan-chu"
BODY = "mau-phuong-mau"
BASIS = "Căn cứ Nghị định số 59/2023/NĐ-CP"


def _words(text: str) -> MappedTextBuilder:
    builder = MappedTextBuilder()
    builder.add(text, 0)
    return builder


def _deadline(raw: str, when: str, due: date | None, what: str) -> Deadline:
    return Deadline(raw=raw, start=5, end=9, when=when, due=due, basis="ngày in trong văn bản", what=what)


def _obligations() -> tuple[Obligation, ...]:
    duties = (
        Duty(
            text="Báo cáo 6 tháng trước ngày 20/5/2024",
            start=40,
            end=76,
            unit="Văn phòng",
            section="III.1",
            section_title="1. Văn phòng",
            deadlines=(
                _deadline("trước ngày 20/5/2024", "2024-05-20", date(2024, 5, 20), "báo cáo 6 tháng"),
            ),
            recurrence=(Recurrence.SIX_MONTH,),
            reports_to="UBND phường Mẫu",
            via="Văn phòng",
        ),
        Duty(
            text="=Tổng hợp; báo cáo, ngày 31 hàng tháng",
            start=80,
            end=120,
            unit="Văn phòng",
            section="III.1",
            deadlines=(_deadline("ngày 31 hàng tháng", "---31", None, ""),),
            recurrence=(Recurrence.MONTHLY,),
        ),
        Duty(
            text="Tuyên truyền tới “mọi” người dân", start=130, end=160, unit="Tổ dân phố", measurable=False
        ),
    )
    units = ("van-phong", "van-phong", "to-dan-pho")
    return tuple(
        Obligation(id=f"2024-dan-chu-0000000{n}", plan_key=KEY, unit_id=f"{unit}--{BODY}", duty=duty)
        for n, (unit, duty) in enumerate(zip(units, duties, strict=True), start=1)
    )


def _plan() -> Plan:
    block = Block(kind=BlockKind.PARAGRAPH, words=_words(BASIS).build(), start=0, end=len(BASIS))
    return Plan(
        path=f"plans/{KEY}.md",
        year=2024,
        slug="dan-chu",
        source=BASIS,
        body_start=0,
        subject="Thực hiện dân chủ năm 2024",
        issuer="UBND phường Mẫu",
        code="12/KH-UBND",
        issued=PartialDate(2024, 3, 13),
        place="Phường Mẫu",
        signer=Signer(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", full_name="Nguyễn Văn Mẫu"),
        recipients=("- Như trên;",),
        inferred={"địa danh": "tên phường ở đoạn mở đầu"},
        blocks=(block,),
    )


def _progress() -> dict[str, tuple[ProgressEntry, ...]]:
    proof = Evidence(title="Báo cáo số 12", file="plans/_tien-do/minh-chung/bc-12.pdf")
    said = Confirmation(
        by="Ban Thanh tra nhân dân phường Mẫu",
        on=date(2024, 5, 30),
        finding="đúng như báo cáo",
        document_code="3/BB",
        document_date=date(2024, 5, 30),
        document_file="plans/_tien-do/minh-chung/bb-3.pdf",
    )
    done = ProgressEntry(
        obligation_id="2024-dan-chu-00000001",
        period="2024-05-20",
        on=date(2024, 5, 18),
        stage=ProgressStage.DONE,
        what="Đã gửi <báo cáo> & phụ lục",
        reported_by="Văn phòng UBND phường Mẫu",
        evidence=(proof,),
        confirmations=(said,),
    )
    return {done.obligation_id: (done,)}


@pytest.fixture
def site() -> Site:
    mention = Mention(
        start=7,
        end=len(BASIS),
        core_start=7,
        core_end=len(BASIS),
        raw=BASIS[7:],
        type_name="Nghị định",
        kind=MentionKind.NUMBERED,
        number="59/2023/NĐ-CP",
    )
    changes = (
        Change(on=date(2024, 3, 15), commit="a" * 40, kind=ChangeKind.PUBLICATION, summary="Đăng"),
        Change(
            on=date(2024, 4, 4),
            commit="b" * 40,
            kind=ChangeKind.ERRATUM,
            summary="Sửa ngày",
            document="số 5/CV-UBND",
        ),
    )
    return Site(
        today=date(2024, 6, 1),
        plans={KEY: _plan()},
        citations={KEY: (Citation(plan_key=KEY, mention=mention, page_id="nd-59-2023-nd-cp"),)},
        obligations={KEY: _obligations()},
        instruments={
            "nd-59-2023-nd-cp": Instrument(
                id="nd-59-2023-nd-cp",
                type_name="Nghị định",
                title="Nghị định 59",
                number="59/2023/NĐ-CP",
                issued=PartialDate(2023, 8, 14),
            ),
            "kl-x": Instrument(
                id="kl-x", type_name="Kết luận", title="x", number="1-KL/TW", number_presumed=True
            ),
        },
        bodies={BODY: Body(id=BODY, name="UBND phường Mẫu", level="phuong", place=BODY)},
        plan_bodies={KEY: BODY},
        units={
            f"van-phong--{BODY}": Unit(
                id=f"van-phong--{BODY}",
                name="Văn phòng",
                body_id=BODY,
                contact=Contact(email="vp@example.invalid"),
            ),
            f"to-dan-pho--{BODY}": Unit(id=f"to-dan-pho--{BODY}", name="Tổ dân phố", body_id=BODY),
        },
        progress=_progress(),
        bodies_reporting=frozenset({BODY}),
        histories={KEY: PlanHistory(known=True, changes=changes)},
    )


@pytest.fixture
def settings() -> Settings:
    return Settings(
        site_name="Kế hoạch phường Mẫu", site_url="https://mau.example.invalid/kh/", demonstration=True
    )


@pytest.fixture
def without_address() -> Settings:
    return Settings(site_name="Kế hoạch phường Mẫu")
