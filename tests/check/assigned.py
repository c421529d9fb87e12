"""Small sites in memory for the rules about obligations: plans written as a clerk would."""

from __future__ import annotations

from datetime import date

from danbiet import parse, register
from danbiet import site as whole
from danbiet.model import Plan, Site

BODY = """
## III. TỔ CHỨC THỰC HIỆN

"""


def plan(
    name: str,
    body: str,
    *,
    issuer: str = "UBND xã Mẫu Một",
    issued: str = "2025-03-10",
    subject: str = "Thực hiện dân chủ ở cơ sở",
    number: str = "5/KH-UBND",
    recipients: str = "[]",
) -> Plan:
    year = name.split("/")[0]
    front = (
        f"---\ntrích yếu: {subject}\nsố ký hiệu: {number}\ncơ quan ban hành: {issuer}\n"
        f"ngày ban hành: {issued}\nnăm: {year}\ntỉnh: Hải Dương\n"
        f"người ký: {{chức vụ: Chủ tịch, họ tên: Nguyễn Văn A}}\nnơi nhận: {recipients}\n---\n"
    )
    read, issues = parse.read_plan(f"plans/{name}.md", (front + body).encode())
    assert read is not None, issues
    return read


def site(*plans: Plan) -> Site:
    return whole.assemble(map(whole.read_words, plans), register.packaged(), date(2026, 1, 1))
