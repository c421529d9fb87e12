"""Files that people type in YAML: read as typed, every value with its place, every slip a finding in Vietnamese."""

from danbiet.records.addressed import Slip, code_slip, kept_file_slip, mail_address_slip, web_address_slip
from danbiet.records.decoding import decode
from danbiet.records.faults import Faults, shorten
from danbiet.records.keys import by_key, fold_key, nearest
from danbiet.records.shipped import shipped
from danbiet.records.tree import Form, Listed, Scalar, Table, Value, read_table, read_value

__all__ = [
    "Faults",
    "Form",
    "Listed",
    "Scalar",
    "Slip",
    "Table",
    "Value",
    "by_key",
    "code_slip",
    "decode",
    "fold_key",
    "kept_file_slip",
    "mail_address_slip",
    "nearest",
    "read_table",
    "read_value",
    "shipped",
    "shorten",
    "web_address_slip",
]
