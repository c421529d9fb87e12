"""What every record of the open data has in common. The published JSON Schemas are made from these models.

Names in PascalCase are those of NĐ 30/2020/NĐ-CP, Phụ lục VI. Days are ISO 8601; ``null`` means
that the document does not say. Addresses are absolute where the site has a public address, else
relative to the data file.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A record of the open data: nothing beside what is described."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)
