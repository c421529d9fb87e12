"""Names of units are read whole: as a title, as a subject, behind a command."""

from pathlib import Path

import pytest
import yaml

from danbiet.oblige.subjects import find_subjects, heading_units

NAMES = yaml.safe_load((Path(__file__).parents[1] / "golden" / "oblige" / "names.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_name_is_read_whole(name):
    assert heading_units(name) == (name,)
    for sentence in (
        f"{name} chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện.",
        f"Giao {name} hướng dẫn, kiểm tra việc thực hiện.",
    ):
        assert find_subjects(sentence)[0].units == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Lãnh đạo, chỉ đạo công tác tuyên truyền trên hệ thống truyền thanh cơ sở.",
        "Cơ sở vật chất được bổ sung kịp thời.",
        "Phòng, chống dịch bệnh theo mùa.",
    ],
)
def test_work_is_no_name(text):
    assert find_subjects(text) == ()


def test_places_behind_a_colon_belong_to_the_name():
    title = "UBND các phường: Quy Nhơn, Hoài Nhơn Đông, Tam Quan; UBND các xã: Đề Gi, Cát Tiến"
    assert heading_units(title) == (
        "UBND các phường: Quy Nhơn, Hoài Nhơn Đông, Tam Quan",
        "UBND các xã: Đề Gi, Cát Tiến",
    )
    (work,) = find_subjects("UBND các xã: Tổ chức tuyên truyền đến người dân.")
    assert work.units == ("UBND các xã",)
