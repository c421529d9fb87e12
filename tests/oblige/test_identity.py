"""Ids survive edits elsewhere; no two obligations of a plan have one."""

from danbiet.model import Duty
from danbiet.oblige import identify, obligation_id


def duty(text, hint=None):
    return Duty(text=text, start=0, end=len(text), unit="X", id_hint=hint)


def test_folding_does_not_change_an_id():
    one = obligation_id("2024/ke-hoach", "Giải quyết hoà giải ở thôn.", "van-phong--x", None)
    other = obligation_id("2024/ke-hoach", "GIẢI QUYẾT  hòa giải ở thôn.", "van-phong--x", None)
    assert one == other
    assert one.startswith("2024-ke-hoach-")
    assert len(one.rsplit("-", 1)[-1]) == 8


def test_unit_and_sentence_change_it():
    ids = {
        obligation_id("2024/a", text, unit, None) for text in ("Làm.", "Làm!") for unit in ("x--y", "z--y")
    }
    assert len(ids) == 4


def test_a_hint_keeps_an_id_through_an_edit():
    before = obligation_id("2024/a", "Báo cáo quý.", "x--y", None)
    digits = before.rsplit("-", 1)[-1]
    assert obligation_id("2024/a", "Báo cáo tháng.", "x--y", digits) == before
    assert obligation_id("2024/a", "Báo cáo tháng.", "x--y", before) == before


def test_doubles_are_told_apart_and_steady():
    pairs = [(duty("Báo cáo."), "x--y"), (duty("Báo cáo."), "x--y"), (duty("Khác."), "x--y")]
    found = [one.id for one in identify("2024/a", pairs)]
    assert len(set(found)) == 3
    assert found == [one.id for one in identify("2024/a", pairs)]
    assert found[0] == identify("2024/a", pairs[:1])[0].id
