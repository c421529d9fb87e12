"""The labels of a line ("Đơn vị chủ trì: …", "Thời gian: …") and what stands behind each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from danbiet.model import Block
from danbiet.oblige.dates import folded
from danbiet.oblige.heads import begins_name
from danbiet.oblige.led import leading
from danbiet.oblige.lexicon import lexicon, patterns
from danbiet.oblige.outline import Place
from danbiet.oblige.subjects import How, Subject, find_subjects
from danbiet.oblige.words import Phrases, tokens

_TOGETHER = Phrases(("phối hợp với", "phối hợp cùng"))
_DONE_BY = ("thuc hien", "trach nhiem")  # without "don vi" or "co quan" these may lead to anything
_NAME = 80  # code points in which a name behind a label begins
_FEW = 5  # words behind a verb that make no sentence yet


@dataclass(frozen=True, slots=True)
class Part:
    """What stands behind a label: the label's role and the span of the words behind it."""

    role: str
    label: int
    start: int
    end: int


@cache
def _labels() -> re.Pattern[str]:
    roles = patterns("tasks.yml")["labels"]
    inner = "|".join(f"(?P<{role}>{pattern})" for role, pattern in roles.items())
    return re.compile(rf"(?:^|(?<=[.;,(+-] )|(?<=[(+-]))(?:{inner}) ?: ?")


def parts_of(text: str) -> tuple[Part, ...]:
    """The labels of a text and what stands behind each, if any of them names who leads or when."""
    plain = folded(text).replace("–", "-")
    found = list(_labels().finditer(plain))
    parts = []
    for k, match in enumerate(found):
        end = found[k + 1].start() if k + 1 < len(found) else len(text)
        if match[0].startswith(_DONE_BY) and not begins_name(
            tokens(text[match.end() : match.end() + _NAME]), 0
        ):
            continue  # "Thực hiện: 100% cơ sở …"
        parts.append(Part(match.lastgroup or "", match.start(), match.end(), end))
    if any(part.role == "lead" for part in parts):
        return tuple(parts)
    if not parts or parts[0].label > 0:
        return ()
    if parts[0].role in {"partner", "other", "task"}:
        return tuple(parts)
    subjects = find_subjects(text[parts[0].start :])
    if not subjects:
        return tuple(parts)
    if subjects[0].at == 0 or parts[0].role != "time" or len(parts) > 1:
        return ()
    return _parted(text, parts[0], parts[0].start + subjects[0].at)


def _parted(text: str, time: Part, at: int) -> tuple[Part, ...]:
    """A time and what is said behind it: "Thời gian: trước ngày 30/11. Sở Tư pháp tổng hợp, …"."""
    return (replace(time, end=at), Part("said", at, at, len(text)))


def is_task(place: Place) -> bool:
    """Whether a label line says what is to be done: "Nội dung: Thành lập 13 Tổ bầu cử"."""
    parts = parts_of(place.block.text)
    return bool(parts) and parts[0].label == 0 and parts[0].role == "task"


def is_labels(text: str) -> bool:
    """Whether a line begins with a label."""
    parts = parts_of(text)
    return bool(parts) and parts[0].label == 0


def names_nobody(place: Place) -> bool:
    """Whether a line ends with a label behind which nobody is named: "Cơ quan thực hiện:"."""
    parts = parts_of(place.block.text)
    return bool(parts) and parts[-1].role == "lead" and not place.block.text[parts[-1].start :].strip()


def times_of(place: Place) -> list[tuple[Block, Part]]:
    """The labels of a line that say when, each with the block it stands in."""
    return [(place.block, part) for part in parts_of(place.block.text) if part.role == "time"]


def told_by_sentences(said: str) -> tuple[Subject, ...]:
    """Whom sentences behind a label name: nobody where there are names only."""
    subjects = find_subjects(said)
    if not subjects or subjects[0].at > 0 or subjects[0].how is not How.SUBJECT:
        return ()
    work = said[subjects[0].work :]
    words, lex = tokens(work), lexicon()
    leads = leading(True).match(words, 0) or _TOGETHER.match(words, 0)
    if lex.charges.match(words, 0) or not lex.verbs.match(words, 0):
        return ()  # "Phó Chủ tịch, phụ trách …", "các sở trong phạm vi chức năng …" are names
    if leads and not (len(subjects) > 1 and lex.verbs.match(words, leads)):
        return ()  # "Sở Y tế chủ trì"; not "Sở Y tế chủ trì tham mưu …; các xã tổ chức …"
    if len(work.split()) <= _FEW:
        return ()
    return subjects
