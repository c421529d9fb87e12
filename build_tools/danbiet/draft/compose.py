"""A draft → a plan's file: front matter in the words of the document, then the body."""

from __future__ import annotations

from typing import Any

import yaml

from danbiet.draft.record import Draft
from danbiet.draft.words import SUBJECT_MARK
from danbiet.model import PartialDate
from danbiet.text import collapse, slug

_SLUG_LENGTH = 70


class _Dumper(yaml.SafeDumper):
    """YAML for a clerk: nothing where nothing is known, no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _none: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def compose(draft: Draft) -> str:
    """The plan's file: front matter and body, ready for ``plans/<năm>/<slug>.md``.

    What is doubtful stands as comments above the fields, so that whoever opens the file sees it.
    """
    comments = [f"# Cần xem lại: {collapse(doubt)}" for doubt in draft.doubts]
    fields = yaml.dump(front_matter(draft), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return "\n".join(["---", *comments, fields.rstrip("\n"), "---", "", draft.body])


def front_matter(draft: Draft) -> dict[str, Any]:
    """The fields as YAML values; a field the document does not state and a plan must have is empty."""
    head, signer = draft.head, draft.closing.signer
    fields: dict[str, Any] = {
        "tên loại": head.type_name,
        "trích yếu": head.subject,
        "số ký hiệu": head.code,
        "cơ quan chủ quản": head.parent_body,
        "cơ quan ban hành": head.issuer,
        "ngày ban hành": _date(head.issued),
        "địa danh": head.place,
        "dòng ngày": head.date_line,
        "quốc hiệu": [line for line in (head.nation, head.motto) if line],
        "năm": draft.year,
        "người ký": {
            key: value
            for key, value in (
                ("quyền hạn ký", signer.authority),
                ("chức vụ", signer.position),
                ("họ tên", signer.full_name),
            )
            if value
        },
        "nơi nhận": list(draft.closing.recipients),
        "thời điểm ký": list(draft.stamps),
        "bản gốc": draft.original,
        "suy ra": dict(draft.inferred),
    }
    always = ("trích yếu", "số ký hiệu", "cơ quan ban hành", "ngày ban hành", "địa danh", "năm")
    return {key: value for key, value in fields.items() if value or key in always}


def _date(issued: PartialDate | None) -> Any:
    """A day as a YAML date, less than a day as text."""
    return None if issued is None else issued.exact or str(issued)


def slug_for(draft: Draft) -> str:
    """A file name for the plan, without year and ending: from type and subject, whole words only."""
    name = (
        SUBJECT_MARK.sub("", draft.head.subject or "")
        or draft.head.code
        or draft.source_name.rsplit(".", 1)[0]
    )
    whole = slug(name)
    if len(whole) <= _SLUG_LENGTH:
        return whole or "ke-hoach"
    return whole[: _SLUG_LENGTH + 1].rsplit("-", 1)[0]
