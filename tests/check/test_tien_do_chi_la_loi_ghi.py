"""Claims without evidence and confirmations without a document are notes."""

from __future__ import annotations

from dataclasses import replace

from danbiet.check.tien_do_chi_la_loi_ghi import check
from danbiet.issues import Severity
from danbiet.model import Site


def test_the_ward_has_one_of_each(ward: Site) -> None:
    claim, confirmation = check(ward)
    assert {claim.severity, confirmation.severity} == {Severity.NOTE}
    assert claim.quote == "Đã niêm yết tại nhà văn hóa."
    assert "UBND ghi, chưa có văn bản xác nhận" in confirmation.message


def test_only_mttq_and_ban_ttnd_confirm(ward: Site) -> None:
    task = "2024-dan-chu-phuong-mau-00000001"
    (entry,) = ward.progress[task]
    own = replace(entry.confirmations[0], by="Chủ tịch UBND phường Mẫu")
    (issue,) = check(replace(ward, progress={task: (replace(entry, confirmations=(own,)),)}))
    assert issue.message.startswith("bên này không phải Mặt trận Tổ quốc hay Ban Thanh tra nhân dân")


def test_a_document_of_ubnd_is_not_theirs(ward: Site) -> None:
    task = "2024-dan-chu-phuong-mau-00000001"
    (entry,) = ward.progress[task]
    theirs = replace(entry.confirmations[0], document_code="45/BC-UBND")
    (issue,) = check(replace(ward, progress={task: (replace(entry, confirmations=(theirs,)),)}))
    assert issue.message.startswith("ký hiệu này là của UBND")
    assert (issue.line, issue.quote) == (16, "45/BC-UBND")
