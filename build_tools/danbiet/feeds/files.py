"""The files of the open data: a common heading, then the records; each with its JSON Schema."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from danbiet.feeds.obligation_records import ObligationRecord
from danbiet.feeds.record import Record
from danbiet.feeds.register_records import BodyRecord, InstrumentRecord, PlanRecord, UnitRecord


class DataFile(Record):
    """Một tệp dữ liệu mở: lời ghi chung, rồi các bản ghi."""

    schema_address: str = Field(
        serialization_alias="$schema", description="Địa chỉ lược đồ JSON của tệp này, tính từ tệp"
    )
    site: str = Field(description="Tên trang")
    site_url: str | None = Field(description="Địa chỉ công khai của trang; null khi chưa khai")
    as_of: dt.date = Field(description="Tính đến ngày")
    license: str = Field(description="Được dùng lại thế nào")
    note: str = Field(description="Lời ghi chung của trang")


class PlansFile(DataFile):
    """ke-hoach.json: các kế hoạch."""

    plans: list[PlanRecord] = Field(description="Các kế hoạch đã đăng, theo địa chỉ")


class InstrumentsFile(DataFile):
    """van-ban.json: các văn bản được viện dẫn."""

    instruments: list[InstrumentRecord] = Field(description="Các văn bản có trang riêng, theo mã")


class UnitsFile(DataFile):
    """don-vi.json: các cơ quan ban hành và đơn vị được giao việc."""

    bodies: list[BodyRecord] = Field(description="Các cơ quan ban hành")
    units: list[UnitRecord] = Field(description="Các đơn vị được giao việc")


class ObligationsFile(DataFile):
    """viec.json: các việc được giao."""

    obligations: list[ObligationRecord] = Field(description="Các việc, theo thứ tự trong từng kế hoạch")


FILES: dict[str, type[DataFile]] = {
    "ke-hoach": PlansFile,
    "van-ban": InstrumentsFile,
    "don-vi": UnitsFile,
    "viec": ObligationsFile,
}


def json_schema(model: type[DataFile]) -> dict[str, Any]:
    """The JSON Schema of a data file as it is written."""
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    for record in (schema, *schema.get("$defs", {}).values()):
        for field in record.get("properties", {}).values():
            field.pop("title", None)  # a name made of the English identifier
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
