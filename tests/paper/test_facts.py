"""What papers share: the QR code says what it is asked to, module for module."""

from __future__ import annotations

import re

import segno

from danbiet.output import Settings
from danbiet.paper.facts import where


def test_the_drawn_code_is_the_code_of_the_address() -> None:
    told = where("don-vi/van-phong--mau/", Settings(site_name="Mẫu", site_url="https://mau.example/"))
    assert told is not None
    assert (told.address, told.shown) == (
        "https://mau.example/don-vi/van-phong--mau/",
        "mau.example/don-vi/van-phong--mau",
    )
    drawn = [bytearray(told.qr.size) for _ in range(told.qr.size)]
    x = y = 0
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", told.qr.strokes):
        x, y = x + int(right), y + int(down)
        drawn[y][x : x + int(length)] = b"\x01" * int(length)
        x += int(length)
    code = segno.make(told.address, error="m", mask=2)
    assert tuple(drawn) == code.matrix
    assert told.qr.strokes.startswith("M0 0.5m")


def test_a_site_without_a_public_address_has_none() -> None:
    assert where("don-vi/x/", Settings(site_name="Mẫu")) is None
