"""Which titles give their time to what stands below them."""

from datetime import date

import pytest

from danbiet import parse
from danbiet.model import PartialDate
from danbiet.oblige import read


def due_below(title: str, task: str = "Rà soát các hộ.") -> list[date | None] | None:
    """The days by which the task below a title is due; None where it is no duty."""
    blocks = parse.read_blocks(f"## II. NỘI DUNG\n\n{title}\n\n- {task}\n")
    duties = read(blocks, year=2025, issued=PartialDate(2025, 3, 10))
    return [item.due for duty in duties for item in duty.deadlines] if duties else None


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("1. Đợt 1: Từ ngày 05/4 đến ngày 20/5/2025", date(2025, 5, 20)),
        ("1. Đợt 1: từ ngày 01/4 đến ngày 15/6/2025 - chợ, trung tâm thương mại", date(2025, 6, 15)),
        ("1. Bước 1: Công tác chuẩn bị (từ ngày 01/9 đến ngày 12/9/2025)", date(2025, 9, 12)),
        ("4. Họp dân thống nhất kết quả rà soát (27/10 - 05/11/2025)", date(2025, 11, 5)),
        ("2. Rà soát chính thức (trước ngày 30/4)", date(2025, 4, 30)),
        ("2. Đối thoại (quý II/2025)", date(2025, 6, 30)),
        ("5. Quý III/2025", date(2025, 9, 30)),
        ("6. Tháng 6", date(2025, 6, 30)),
        ("Đợt cao điểm: Từ ngày 20/4 đến ngày 19/5/2025", date(2025, 5, 19)),
        ("Đợt 2: Từ tháng 11 đến ngày bầu cử 15/3/2026", date(2026, 3, 15)),
        ("7. Tổ chức Ngày hội Đại đoàn kết (từ 01/11 đến 18/11)", date(2025, 11, 18)),
        ("Giai đoạn 1 (2024 - 2025)", date(2025, 12, 31)),
    ],
)
def test_a_round_gives_its_time(title, due):
    assert due_below(title) == [due]


@pytest.mark.parametrize(
    "title",
    [
        "1. Thực hiện Luật Đất đai (ngày 18 tháng 01 năm 2024)",
        "2. Triển khai Nghị quyết 57-NQ/TW của Bộ Chính trị (từ ngày 22/12/2025)",
        "3. Một số nhiệm vụ đã triển khai (từ năm 2021 đến năm 2025)",
        "4. Kỷ niệm Ngày thành lập Đảng (03/02)",
        "5. Tuyên truyền Tháng hành động vì trẻ em (tháng 6)",
        "6. Thực hiện chế độ báo cáo (quý I và 6 tháng)",
        "7. Ứng dụng chuyển đổi số (năm 2024 đạt 60%)",
        "8. Phát triển đảng viên (10/12 chi bộ)",
        "9. Chế độ trực (24/7)",
        "10. Nâng tỷ lệ hài lòng (từ 85% năm 2024 lên 90% năm 2025)",
        "11. Khảo sát (ngày 15/5)",
        "12. Công tác năm trước (từ tháng 01 đến tháng 12/2024)",
        "Đợt 2: 25 người, mỗi người 3/4 ngày",
        "Bước 1. Ngày 15/5/2025, UBND xã đã ban hành Kế hoạch số 20",
        "Bước 3: trước 10/12, nếu chưa đạt thì gia hạn đến 20/12",
        "Bước 4: Ngày 20/11 gửi hồ sơ, ngày 25/11 họp",
        "Giai đoạn 1: Trước năm 2021 (chưa có Luật)",
    ],
)
def test_what_only_looks_like_a_time_gives_none(title):
    assert due_below(title) is None


def test_the_tasks_own_time_is_the_nearer():
    assert due_below("1. Đợt 1: tháng 5/2025", "Rà soát xong trước ngày 10/5.") == [date(2025, 5, 10)]


def test_a_task_with_a_day_of_its_own_in_front_is_no_task_of_the_round():
    assert due_below("4. Tháng 5/2025", "Ngày 15/5: tổ chức bầu cử.") is None
