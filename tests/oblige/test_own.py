"""Tasks that name nobody: which days make them work of who planned them."""

import pytest

from danbiet import parse
from danbiet.model import PartialDate
from danbiet.oblige import read


def is_task(text: str) -> bool:
    """Whether a line of the contents is read as a task of the issuing body."""
    duties = read(
        parse.read_blocks(f"## II. NỘI DUNG\n\n- {text}\n"), year=2025, issued=PartialDate(2025, 3, 10)
    )
    return any(duty.unit is None for duty in duties)


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành kế hoạch trước ngày 20/3.",
        "Tổng hợp kết quả, gửi UBND huyện trước ngày 15/6.",
        "Báo cáo kết quả thực hiện về UBND huyện trước ngày 15/6.",
        "Tổ chức hội nghị giao chỉ tiêu cho các thôn trước ngày 15/3/2025.",
        "Kiện toàn Ban Chỉ đạo phòng, chống dịch các cấp trước ngày 30/4.",
        "Treo băng rôn, khẩu hiệu tại trụ sở trước ngày 25/6/2025.",
        "Tổ chức hội nghị tổng kết (trước ngày 25/12).",
        "Báo cáo kết quả trước ngày 15/12.",
        "Hoàn thành các công trình, dự án trước ngày 30/6.",
        "Đôn đốc các thôn nộp quỹ trước ngày 30/6.",
        "Bàn giao mặt bằng sạch cho nhà thầu thi công trước ngày 30/6.",
        "Vận động nhân dân đăng ký tham gia trước ngày 30/6.",
        "Kết nạp 02 đảng viên trước ngày 19/5.",
        "Thành lập Đoàn kiểm tra vệ sinh môi trường trước ngày 30/4/2025.",
        "Sửa chữa nhà văn hóa, hoàn thành trong quý II/2025.",
        "Chậm nhất ngày 15/4, hoàn thiện hồ sơ.",
        "Mở 01 lớp bồi dưỡng cho Trưởng Ban công tác Mặt trận trong tháng 5/2025.",
        "Lắp đặt 20 camera giám sát tại các điểm thường xuyên đổ rác trong quý II/2025.",
        "Việc gửi biên bản hội nghị hoàn thành chậm nhất là 17 giờ 00 ngày 01 tháng 5 năm 2025.",
        "Chậm nhất ngày 15/4, việc xác minh phải được tiến hành xong.",
    ],
)
def test_work_to_be_done_by_a_day(text):
    assert is_task(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lập danh sách đảng viên kết nạp trước ngày 19/5/2025.",
        "Xử lý dứt điểm hồ sơ tồn đọng trước ngày 01/7/2025.",
        "Rà soát các dự án chưa hoàn thành trước ngày 30/6/2025.",
        "Giải quyết đơn thư nhận được trước ngày 30/6/2025.",
        "Áp dụng quy định trước ngày 01/7/2025 đối với hồ sơ cũ.",
        "Hỗ trợ người lao động ký hợp đồng trước ngày 01/01/2026.",
        "Không vận động bầu cử trước ngày 20/02/2026.",
        "Phối hợp giải quyết trường hợp đăng ký kết hôn trước ngày 03/01/1987.",
        "Giám sát các dự án đã nghiệm thu xong trước ngày 31/3/2025.",
        "Rà soát hợp đồng hết hạn trước ngày 30/6/2025.",
        "Kiểm tra các cơ sở được cấp phép trước ngày 01/7/2025.",
        "Nộp thuế trước ngày 31/10 thì được giảm 10%.",
        "Đăng ký trước ngày 30/9/2025 để được hỗ trợ.",
        "Lập hồ sơ quyết toán công trình hoàn thành trong tháng 5.",
        "Chậm nhất 20 ngày trước ngày khai mạc, người bị chất vấn có trách nhiệm báo cáo.",
        "Phấn đấu hoàn thành đường liên thôn trước ngày 20/12.",
        "Việc cấp giấy trước ngày 01/7/2025 theo quy định cũ.",
        "Tổ chức các hoạt động trong tháng 12/2025.",
        "Duy trì mức hỗ trợ như trước ngày 01/7/2025.",
    ],
)
def test_days_that_tell_which_things_are_meant(text):
    assert not is_task(text)
