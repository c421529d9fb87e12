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

    schema_address: str = Field(serialization_alias="$schema")
    site: str
    site_url: str | None
    as_of: dt.date = Field(description="Tính đến ngày")
    license: str
    note: str


class PlansFile(DataFile):
    """ke-hoach.json: các kế hoạch."""

    plans: list[PlanRecord]


class InstrumentsFile(DataFile):
    """van-ban.json: các văn bản được viện dẫn."""

    instruments: list[InstrumentRecord]


class UnitsFile(DataFile):
    """don-vi.json: các cơ quan ban hành và đơn vị được giao việc."""

    bodies: list[BodyRecord]
    units: list[UnitRecord]


class ObligationsFile(DataFile):
    """viec.json: các việc được giao."""

    obligations: list[ObligationRecord]


FILES: dict[str, type[DataFile]] = {
    "ke-hoach": PlansFile,
    "van-ban": InstrumentsFile,
    "don-vi": UnitsFile,
    "viec": ObligationsFile,
}


def json_schema(model: type[DataFile]) -> dict[str, Any]:
    """The JSON Schema of a data file as it is written."""
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
