"""What is claimed without anything to show for it: shown as a claim, but it changes no state."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.reporting import entries, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Confirmation, ProgressStage, Site
from danbiet.progress import UNDOCUMENTED, confirms, in_order, own_document, party

RULE = "tien-do-chi-la-loi-ghi"


def check(site: Site) -> Iterator[Issue]:
    """A note for "đã hoàn thành" without evidence, and for a confirmation that does not count.

    One that does not count for the order of its days is another rule's (tien-do-xac-nhan-som).
    """
    for entry in entries(site):
        if entry.stage is ProgressStage.DONE and not entry.evidence:
            yield finding(
                entry,
                entry.place("giai đoạn"),
                entry.what,
                RULE,
                Severity.NOTE,
                "ghi đã hoàn thành nhưng không có minh chứng, nên tình trạng chưa đổi",
                "Thêm một mục mới có minh chứng; mục đã đăng thì không sửa",
            )
        for said in entry.confirmations:
            if not confirms(said) and in_order(said):
                key, message, remedy, quote = _why(said)
                yield finding(entry, said.place(key), quote, RULE, Severity.NOTE, message, remedy)


def _why(said: Confirmation) -> tuple[str, str, str, str]:
    """Where the lack stands, what it is, what to write, and the words."""
    if not party(said.by):
        return (
            "bởi",
            f"bên này không phải Mặt trận Tổ quốc hay Ban Thanh tra nhân dân, nên trang ghi “{UNDOCUMENTED}”",
            "Khi Mặt trận hoặc Ban Thanh tra nhân dân có văn bản của mình, thêm một xác nhận mang tên bên ấy, "
            "bắt đầu bằng “Ủy ban MTTQ”, “Mặt trận Tổ quốc” hoặc “Ban Thanh tra nhân dân”",
            said.by,
        )
    if said.documented and not own_document(said.document_code or ""):
        return (
            "văn bản số hoặc biên bản",
            f"ký hiệu này là của UBND, không phải của bên xác nhận, nên trang ghi “{UNDOCUMENTED}”",
            "Khi bên xác nhận có văn bản của chính mình, thêm một xác nhận nêu văn bản ấy",
            said.document_code or "",
        )
    return (
        "",
        f"xác nhận chưa có văn bản (số hoặc biên bản, ngày, tệp), nên trang ghi “{UNDOCUMENTED}”",
        "Khi có văn bản, thêm một xác nhận có mục “văn bản”",
        said.by,
    )
