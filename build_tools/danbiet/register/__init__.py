"""The registers of instruments, bodies and units, and what a mention means by them.

``packaged()`` is what ships with the software, ``read_local`` a site's own files, ``merge`` both.
``resolve`` turns mentions into citations; ``validity`` says what can be said of an instrument's
force on a day. The facts are YAML under ``data/``: see ``data/van-ban`` for instruments,
``data/don-vi-hanh-chinh.yml`` for bodies, ``data/co-quan.yml`` and ``data/loai-van-ban.yml`` for
who may issue what under which symbol.
"""

from __future__ import annotations

from danbiet.plan_day import plan_date_bound
from danbiet.register.agencies import plain
from danbiet.register.bodies import body_for
from danbiet.register.hints import hinted_unit, unknown_hint
from danbiet.register.infer import infer_body
from danbiet.register.issuing import issuing_name
from danbiet.register.load import merge, packaged, read_local
from danbiet.register.numbers import type_names
from danbiet.register.own_bodies import of_two_bodies, without_plan
from danbiet.register.records import Context, Register
from danbiet.register.resolve import resolve
from danbiet.register.shown import instruments_shown, plan_instrument
from danbiet.register.unit_kinds import names_person
from danbiet.register.units import unit_for, unit_form
from danbiet.register.validity import validity

__all__ = [
    "Context",
    "Register",
    "body_for",
    "hinted_unit",
    "infer_body",
    "instruments_shown",
    "issuing_name",
    "merge",
    "names_person",
    "of_two_bodies",
    "packaged",
    "plain",
    "plan_date_bound",
    "plan_instrument",
    "read_local",
    "resolve",
    "type_names",
    "unit_for",
    "unit_form",
    "unknown_hint",
    "validity",
    "without_plan",
]
