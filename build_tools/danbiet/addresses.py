"""Public addresses, in one place: an address once published keeps working.

Every function returns a path below the site's root, without a leading slash; pages end in a slash.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

HOME = ""
PLANS = "ke-hoach/"
INSTRUMENTS = "van-ban/"
UNITS = "don-vi/"
DEADLINES = "thoi-han/"
DEADLINES_WITHOUT_DAY = "thoi-han/chua-tinh-duoc/"
CHECKING = "kiem-tra/"
CITATION_CHECKING = "kiem-tra/vien-dan/"
SEARCH = "tim-kiem/"
DATA = "du-lieu/"
WITHOUT_NETWORK = "ngoai-mang/"
ABOUT = "gioi-thieu/"
GUIDES = "huong-dan/"

# Of "2024-x-1a2b3c4d", or "2024-x-1a2b3c4d-2" where one sentence gives a unit two obligations.
_OWN_PART = re.compile(r"[0-9a-f]{8}(?:-\d+)?$")


def plan(key: str) -> str:
    """The page of the plan ``2024/x``."""
    return f"{PLANS}{key}/"


def plan_notice(key: str) -> str:
    """The A4 notice for the board (niêm yết) of a plan."""
    return f"{PLANS}{key}/niem-yet/"


def plan_script(key: str) -> str:
    """The loudspeaker script (bản tin truyền thanh) of a plan."""
    return f"{PLANS}{key}/phat-thanh/"


def plan_sheet(key: str) -> str:
    """The monitoring sheet (phiếu theo dõi) of a plan."""
    return f"{PLANS}{key}/phieu/"


def plan_history(key: str) -> str:
    """The readable history of changes of a plan."""
    return f"{PLANS}{key}/lich-su/"


def instrument(instrument_id: str) -> str:
    """The page of an instrument, of a group of candidates, or of an unregistered number."""
    return f"{INSTRUMENTS}{instrument_id}/"


def unit(unit_id: str) -> str:
    """The page of a unit: all it has promised."""
    return f"{UNITS}{unit_id}/"


def unit_task(unit_id: str, obligation_id: str) -> str:
    """Where a unit's page tells all that is known of one of its tasks."""
    return f"{unit(unit_id)}#{obligation_id}"


def unit_sheet(unit_id: str) -> str:
    """The monitoring sheet of a unit."""
    return f"{UNITS}{unit_id}/phieu/"


def unit_calendar(unit_id: str) -> str:
    """The calendar of a unit's deadlines."""
    return f"{UNITS}{unit_id}/thoi-han.ics"


def body_checking(body_id: str) -> str:
    """The working table of one body's plans."""
    return f"{CHECKING}{body_id}/"


def body_checking_of_year(body_id: str, year: int) -> str:
    """The working table of one year of a body's plans, where the table of all its plans is too long."""
    return f"{CHECKING}{body_id}/{year}/"


def body_citation_checking(body_id: str) -> str:
    """What the reading found in the citations of one body's plans, where the list of all is too long."""
    return f"{CITATION_CHECKING}{body_id}/"


def body_units(body_id: str) -> str:
    """The units of one body, where the list of all is too long; a unit's own id has "--" in it."""
    return f"{UNITS}{body_id}/"


def plans_of_year(year: int) -> str:
    """The plans of one year."""
    return f"{PLANS}{year}/"


def deadlines_of_month(year: int, month: int) -> str:
    """The deadlines of one month, where the list of all is too long for a page."""
    return f"{DEADLINES}{year}/{month:02d}/"


def instruments_of_type(type_slug: str) -> str:
    """The instruments of one type, where the list of all is too long for a page."""
    return f"{INSTRUMENTS}theo-loai/{type_slug}/"


def obligation(plan_key: str, obligation_id: str) -> str:
    """Where an obligation stands in its plan."""
    return f"{plan(plan_key)}#{obligation_anchor(obligation_id)}"


def obligation_anchor(obligation_id: str) -> str:
    """The anchor of an obligation on its plan's page: stable for as long as its id is."""
    found = _OWN_PART.search(obligation_id)
    return f"viec-{found[0] if found else obligation_id}"


def original(plan_key: str, file: str) -> str:
    """The public copy of the signed original kept beside a plan; ``file`` is its path below the root."""
    return f"{plan(plan_key)}{quote(file.rpartition('/')[2])}"


def evidence(file: str) -> str:
    """The public copy of an evidence file kept below plans/_tien-do/; ``file`` is its path below the root."""
    return f"{DATA}tien-do/{quote(file.removeprefix('plans/_tien-do/'))}"


def file_at(address: str) -> str:
    """Where in the built folder the file stands that a browser asks for by ``address``."""
    return unquote(address)


def relative(target: str, page: str) -> str:
    """``target`` as a link from ``page``, both below the root, so that the site can be mounted anywhere.

    ``relative("van-ban/x/", "ke-hoach/2024/y/")`` → ``"../../../van-ban/x/"``; a page links to
    itself as ``"./"``.
    """
    path, hash_mark, anchor = target.partition("#")
    if path == page:
        return f"{hash_mark}{anchor}" or "./"
    here = page.split("/")[:-1]
    there = path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    up = "../" * (len(here) - shared)
    return (up + "/".join(there[shared:]) or "./") + hash_mark + anchor


def plan_picture(key: str) -> str:
    """The picture that messengers show when a plan's address is shared."""
    return f"{PLANS}{key}/chia-se.png"
