"""A small ward that exercises every page: a plan with citations of every sort, tasks, progress, a past."""

from __future__ import annotations

from datetime import date

import pytest

from danbiet.issues import Issue, Severity
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
    InstrumentStatus,
    Mention,
    MentionKind,
    Obligation,
    OriginalFile,
    PartialDate,
    Plan,
    PlanHistory,
    ProgressEntry,
    ProgressStage,
    Recurrence,
    Signer,
    Site,
    Source,
    Successor,
    Unit,
    UnitKind,
)
from danbiet.output import Settings
from danbiet.text import MappedTextBuilder

KEY = "2024/dan-chu"
BODY = "hai-duong-phuong-an-lac"
HEAD = "---\ntrích yếu: Thực hiện dân chủ ở cơ sở năm 2024\n---\n\n"
# Each block: kind, level, section, printed mark as written (with its Markdown), words.
BLOCKS = (
    (
        "p",
        0,
        "",
        "",
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15; Nghị định số 04/2015/NĐ-CP "
        "ngày 09/01/2015 của Chính phủ; Quyết định số 01/2024/QĐ-UBND; "
        "**Kế hoạch số 5**/KH-UBND; văn bản của cấp trên.",
    ),
    ("h", 1, "I", "## I. ", "MỤC ĐÍCH, YÊU CẦU"),
    ("i", 1, "I", "- ", "Mở rộng <b>dân chủ</b> & phát huy quyền làm chủ, 5 < 6."),
    ("h", 1, "II", "## II. ", "TỔ CHỨC THỰC HIỆN"),
    ("h", 2, "II.1", "### 1. ", "Văn phòng"),
    (
        "i",
        2,
        "II.1",
        "a) ",
        "Tham mưu tổ chức đối thoại với Nhân dân, báo cáo UBND phường trước ngày 20/5/2024. "
        "Niêm yết công khai kết quả tại nhà văn hóa.",
    ),
    ("h", 2, "II.2", "### 2. ", "Công an phường"),
    ("p", 2, "II.2", "", "Bảo đảm an ninh trật tự; định kỳ báo cáo hằng tháng."),
    ("r", 2, "II.2", "| ", "Việc | Hạn"),
    ("r", 2, "II.2", "| ", "Rà soát hương ước | 30/11/2024"),
)
RULING = "| --- | --- |\n"


def _source() -> tuple[str, tuple[Block, ...]]:
    text, blocks = HEAD, []
    kinds = {"p": BlockKind.PARAGRAPH, "h": BlockKind.HEADING, "i": BlockKind.ITEM, "r": BlockKind.ROW}
    for number, (kind, level, section, mark, words) in enumerate(BLOCKS):
        start = len(text)
        built = MappedTextBuilder()
        at = start + len(mark)
        for piece in words.split("**"):
            built.add(piece, at)
            at += len(piece) + 2
        text += mark + words + (" |" if kind == "r" else "")
        blocks.append(
            Block(
                kind=kinds[kind],
                words=built.build(),
                start=start,
                end=len(text),
                mark=mark.strip("#| "),
                level=level,
                section=section,
                anchor=f"muc-{section.lower().replace('.', '-')}" if kind == "h" else f"doan-{number:08x}",
            )
        )
        text += "\n" if kind == "r" else "\n\n"
        if kind == "r" and words.startswith("Việc"):
            text += RULING
    return text, tuple(blocks)


def _plan() -> Plan:
    source, blocks = _source()
    return Plan(
        path="plans/2024/dan-chu.md",
        year=2024,
        slug="dan-chu",
        source=source,
        body_start=len(HEAD),
        subject="Thực hiện dân chủ ở cơ sở năm 2024",
        issuer="Ủy ban nhân dân phường An Lạc",
        parent_body="Ủy ban nhân dân thành phố Chí Linh",
        code="12/KH-UBND",
        issued=PartialDate(2024, 3, 13),
        place="An Lạc",
        signer=Signer(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", full_name="Nguyễn Văn <A>"),
        recipients=("Phòng Nội vụ;", "Lưu: VT."),
        stamps=("2024-03-14T08:20:46+07:00",),
        inferred={"địa danh": "tên phường nêu ở đoạn mở đầu"},
        original=OriginalFile(path="plans/2024/dan-chu.pdf", size=1_468_006, sha256="0" * 64),
        blocks=blocks,
    )


def _citation(
    plan: Plan, printed: str, page: str, known: bool = True, candidates: tuple[str, ...] = ()
) -> Citation:
    start = plan.source.index(printed)
    end = start + len(printed)
    mention = Mention(
        start=start,
        end=end,
        core_start=start,
        core_end=end,
        raw=printed,
        kind=MentionKind.NUMBERED,
        type_name=printed.split(" số")[0].strip("*"),
        number=printed.split()[-1],
    )
    sure = page if known and not candidates else None
    return Citation(plan_key=KEY, mention=mention, page_id=page, instrument=sure, candidates=candidates)


def _duty(plan: Plan, unit: str, words: str, end_words: str, anchor: str, **more: object) -> Obligation:
    start = plan.source.index(words)
    end = plan.source.index(end_words) + len(end_words)
    duty = Duty(text=plan.source[start:end], start=start, end=end, unit=unit, anchor=anchor, **more)  # type: ignore[arg-type]
    number = f"{abs(hash_of(words)):08x}"
    return Obligation(id=f"2024-dan-chu-{number}", plan_key=KEY, unit_id=f"{unit}--{BODY}", duty=duty)


def hash_of(words: str) -> int:
    """A number that does not change from run to run."""
    return sum(ord(c) * 31**k for k, c in enumerate(words)) % 2**32


def _instruments() -> dict[str, Instrument]:
    source = Source(
        where="Công báo", says="có hiệu lực từ 01/7/2023", url="https://congbao.chinhphu.vn/", secondary=False
    )
    found = (
        Instrument(
            id="luat-10-2022-qh15",
            type_name="Luật",
            title="Luật Thực hiện dân chủ ở cơ sở",
            number="10/2022/QH15",
            issuer="Quốc hội",
            issued=PartialDate(2022, 11, 10),
            effective=date(2023, 7, 1),
            status=InstrumentStatus.IN_FORCE_AMENDED,
            amended_by=("luat-97-2025-qh15",),
            sources=(source,),
            checked_on=PartialDate(2026, 11),
            identity_confirmed=True,
        ),
        Instrument(
            id="luat-97-2025-qh15",
            type_name="Luật",
            title="Luật sửa đổi",
            number="97/2025/QH15",
            issued=PartialDate(2025, 6, 27),
            effective=date(2025, 7, 1),
            status=InstrumentStatus.IN_FORCE,
        ),
        Instrument(
            id="nd-04-2015-nd-cp",
            type_name="Nghị định",
            title="Nghị định về thực hiện dân chủ trong hoạt động của cơ quan",
            number="04/2015/NĐ-CP",
            issued=PartialDate(2015, 1, 9),
            effective=date(2015, 2, 25),
            ended=date(2023, 8, 15),
            status=InstrumentStatus.EXPIRED,
            former_ids=("nd-4-2015-nd-cp",),
            sources=(source,),
        ),
        Instrument(
            id="qd-01-2024-qd-ubnd--a",
            type_name="Quyết định",
            title="Quyết định của xã A",
            number="01/2024/QĐ-UBND",
        ),
        Instrument(
            id="qd-01-2024-qd-ubnd--b",
            type_name="Quyết định",
            title="Quyết định của xã B",
            number="01/2024/QĐ-UBND",
        ),
        Instrument(
            id="kh-5-kh-ubnd-2024",
            type_name="Kế hoạch",
            title="Kế hoạch số 5/KH-UBND",
            number="5/KH-UBND",
            registered=False,
        ),
        Instrument(
            id="kh-12-kh-ubnd-2024",
            type_name="Kế hoạch",
            title="Thực hiện dân chủ ở cơ sở năm 2024",
            number="12/KH-UBND",
            plan_key=KEY,
        ),
    )
    return {instrument.id: instrument for instrument in found}


@pytest.fixture(scope="session")
def site() -> Site:
    """The small ward on 10/5/2024."""
    plan = _plan()
    group = ("qd-01-2024-qd-ubnd--a", "qd-01-2024-qd-ubnd--b")
    citations = (
        _citation(plan, "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", "luat-10-2022-qh15"),
        _citation(plan, "Nghị định số 04/2015/NĐ-CP", "nd-04-2015-nd-cp"),
        _citation(plan, "Quyết định số 01/2024/QĐ-UBND", "qd-01-2024-qd-ubnd", candidates=group),
        _citation(plan, "Kế hoạch số 5**/KH-UBND", "kh-5-kh-ubnd-2024"),
        _citation(plan, "văn bản của cấp trên", "chua-xac-dinh", known=False),
    )
    day = "trước ngày 20/5/2024"
    deadline = Deadline(
        raw=day,
        start=plan.source.index(day),
        end=plan.source.index(day) + len(day),
        when="2024-05-20",
        due=date(2024, 5, 20),
        basis="ngày ghi trong kế hoạch",
        what="báo cáo đối thoại",
    )
    obligations = (
        _duty(
            plan,
            "van-phong",
            "Tham mưu tổ chức",
            "20/5/2024.",
            "doan-00000005",
            deadlines=(deadline,),
            section="II.1",
            reports_to="UBND phường",
            via="Văn phòng",
        ),
        _duty(plan, "van-phong", "Niêm yết công khai", "nhà văn hóa.", "doan-00000005", section="II.1"),
        _duty(
            plan,
            "cong-an",
            "Bảo đảm an ninh",
            "hằng tháng.",
            "doan-00000007",
            section="II.2",
            recurrence=(Recurrence.MONTHLY,),
            measurable=False,
        ),
    )
    body = Body(
        id=BODY,
        name="UBND phường An Lạc",
        level="phường",
        place="An Lạc",
        province="Hải Dương",
        contact=Contact(email="anlac@example.vn", telephone="0220 000 000"),
        ended=date(2024, 5, 1),
        exists_note="không còn từ 01/5/2024",
        successors=(Successor(name="Phường Mới", body_id="moi"),),
    )
    confirmed = Confirmation(by="Ủy ban MTTQ phường", on=date(2024, 5, 9), finding="đúng như báo cáo")
    entry = ProgressEntry(
        obligation_id=obligations[0].id,
        period="2024-05-20",
        on=date(2024, 5, 8),
        stage=ProgressStage.DONE,
        what="Đã đối thoại",
        reported_by="Văn phòng",
        evidence=(Evidence(title="Báo cáo 7/BC"),),
        confirmations=(confirmed,),
    )
    moi = Body(id="moi", name="UBND phường Mới", level="phường", place="Mới")
    return Site(
        today=date(2024, 5, 10),
        plans={KEY: plan},
        citations={KEY: citations},
        obligations={KEY: obligations},
        instruments=_instruments(),
        bodies={BODY: body, "moi": moi},
        plan_bodies={KEY: BODY},
        units={
            f"van-phong--{BODY}": Unit(
                id=f"van-phong--{BODY}",
                name="văn phòng",
                body_id=BODY,
                kind=UnitKind.PROFESSIONAL,
                other_names=("Bộ phận Văn phòng",),
                successor="van-phong--moi",
            ),
            f"cong-an--{BODY}": Unit(
                id=f"cong-an--{BODY}", name="Công an phường", body_id=BODY, registered=False
            ),
            "van-phong--moi": Unit(id="van-phong--moi", name="Văn phòng", body_id="moi"),
        },
        progress={obligations[0].id: (entry,)},
        bodies_reporting=frozenset({BODY}),
        histories={
            KEY: PlanHistory(
                known=True,
                changes=(
                    Change(on=date(2024, 3, 20), commit="a" * 40, kind=ChangeKind.PUBLICATION),
                    Change(
                        on=date(2024, 4, 2),
                        commit="b" * 40,
                        kind=ChangeKind.ERRATUM,
                        summary="Sửa ngày",
                        document="số 12/CV-UBND",
                        words=(("-", "25/5"), ("+", "20/5")),
                    ),
                ),
            )
        },
        issues=(
            Issue(
                rule="so-muc-lap",
                severity=Severity.WARNING,
                path=plan.path,
                message="Mục đánh số lặp",
                remedy="Ghi rõ ở “giải trình”",
                line=9,
                quote="II.",
                answer="bản gốc như vậy",
            ),
        ),
    )


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Settings with everything set."""
    return Settings(
        site_name="Dân biết",
        site_url="https://example.vn/ward/",
        description="Trang thử",
        demonstration=True,
        report_address="mailto:bao@example.vn",
        source_url="https://example.vn/src/",
    )
