"""Open data: JSON with published schemas, CSV, XLSX, calendars and an Atom feed.

Everything is made from one Site; equal input gives equal bytes.
"""

from danbiet.feeds.artifacts import artifacts
from danbiet.feeds.collect import obligation_json

__all__ = ["artifacts", "obligation_json"]
