"""What a duty can be held against: a time, a number, a product; nothing is called vague that no list knows."""

import pytest

from danbiet.oblige.measures import measurable


@pytest.mark.parametrize(
    "work",
    [
        "tăng cường phối hợp, đẩy mạnh tuyên truyền trong Nhân dân.",
        "Nâng cao tinh thần trách nhiệm của cán bộ, công chức.",
        "tiếp tục phát huy vai trò của người đứng đầu.",
        "thường xuyên quan tâm, chỉ đạo công tác dân vận.",
        "phối hợp, triển khai thực hiện.",
        "Tuyên truyền sâu rộng theo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023.",
    ],
)
def test_vague(work: str) -> None:
    assert not measurable(work, (), ())


@pytest.mark.parametrize(
    "work",
    [
        "sửa chữa nhà văn hóa khu 3.",
        "Tuyên truyền trên hệ thống truyền thanh ít nhất 02 lần/tuần.",
        "Tăng cường kiểm tra việc công khai thủ tục hành chính.",
        "Phối hợp tổ chức hội nghị đối thoại với Nhân dân.",
        "đẩy mạnh số hóa hồ sơ, phấn đấu đạt 100%.",
        "chăm sóc vườn hoa trước trụ sở.",
    ],
)
def test_measurable(work: str) -> None:
    assert measurable(work, (), ())
