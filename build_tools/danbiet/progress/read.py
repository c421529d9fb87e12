"""Progress files → entries, and which bodies publish their progress here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.issues import Issue, Severity, has_errors
from danbiet.model import Body, Confirmation, Evidence, ProgressEntry, Withdrawal
from danbiet.progress.load import load
from danbiet.progress.schema import ConfirmationRecord, EntryRecord, ProgressRecord
from danbiet.records import nearest
from danbiet.text import collapse

FOLDER = "plans/_tien-do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A body that a progress file names as publishing its progress here, as written."""

    name: str
    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressFiles:
    """All that plans/_tien-do/*.yml say."""

    entries: tuple[ProgressEntry, ...] = ()
    declared: tuple[Declared, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether every file could be read."""
        return not has_errors(self.issues)

    def by_obligation(self) -> dict[str, tuple[ProgressEntry, ...]]:
        """The entries by obligation id, oldest first; of one day in the order of the file."""
        found: dict[str, list[ProgressEntry]] = {}
        for entry in sorted(self.entries, key=lambda entry: entry.on):
            found.setdefault(entry.obligation_id, []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}


def read(files: Mapping[str, bytes]) -> tuple[tuple[ProgressEntry, ...], list[Issue]]:
    """The entries of progress files (path → bytes) in the order of the files, and findings."""
    found = read_files(files)
    return found.entries, list(found.issues)


def read_files(files: Mapping[str, bytes]) -> ProgressFiles:
    """Everything progress files say; a file with an error gives findings and no entries."""
    entries: list[ProgressEntry] = []
    declared: list[Declared] = []
    withdrawn: list[Withdrawal] = []
    issues: list[Issue] = []
    for path in sorted(files):
        record, places, found = load(path, files[path], ProgressRecord)
        issues += found
        if record is None:
            continue
        line, column = places.get(("cơ quan",), (1, 1))
        of_entries = _grouped(places)
        declared += [
            Declared(name=collapse(name), path=path, line=line, column=column) for name in record.bodies
        ]
        for index, entry in enumerate(record.entries or ()):
            entries.append(_entry(entry, path, of_entries["tiến độ", index]))
        for index, gone in enumerate(record.withdrawn or ()):
            line, _ = places.get(("gỡ bỏ", index), (1, 1))
            withdrawn.append(
                Withdrawal(
                    obligation_id=gone.obligation, on=gone.on, reason=gone.reason, path=path, line=line
                )
            )
    return ProgressFiles(
        entries=tuple(entries), declared=tuple(declared), withdrawn=tuple(withdrawn), issues=tuple(issues)
    )


def reporting_bodies(
    declared: Sequence[Declared], bodies: Mapping[str, Body], form: Callable[[str], str]
) -> tuple[frozenset[str], list[Issue]]:
    """The ids of the bodies that publish progress here; an error for a name that is none of them.

    A body is named by its id, or by its name where only one body of this site bears it; ``form`` is
    how the register compares names. Without any plan there is nothing to say of any body.
    """
    if not bodies:
        return frozenset(), []
    found: set[str] = set()
    issues: list[Issue] = []
    for one in declared:
        named = {body.id for body in bodies.values() if form(body.name) == form(one.name)}
        fits = {one.name} if one.name in bodies else named
        if len(fits) == 1:
            found |= fits
            continue
        near = nearest(one.name, bodies, cutoff=0)
        remedy = (
            f"Ghi mã cơ quan, như {sorted(fits)[0] if fits else near}"
            if fits or near
            else "Xem plans/_danh-muc/"
        )
        issues.append(
            Issue(
                rule="tien-do-co-quan-la",
                severity=Severity.ERROR,
                path=one.path,
                line=one.line,
                column=one.column,
                message="tên này là của nhiều cơ quan"
                if fits
                else "không có kế hoạch nào của cơ quan này tại đây",
                remedy=remedy,
                quote=one.name,
            )
        )
    return frozenset(found), issues


def missing_files(
    entries: Iterable[ProgressEntry],
    exists: Callable[[str], bool],
    linked: Callable[[str], bool] = lambda _: False,
) -> list[Issue]:
    """An error for each evidence or document file that is not there, or only as a link to another place.

    Paths are below the site's root.
    """
    issues: list[Issue] = []
    for entry in entries:
        for file, (line, column) in kept_files(entry):
            if not exists(file):
                message, remedy = (
                    ("tệp này là liên kết (symlink), có thể dẫn ra ngoài kho", "Chép chính tệp ấy vào kho")
                    if linked(file)
                    else ("không thấy tệp này trong kho", "Thêm tệp vào kho, hoặc sửa tên tệp cho đúng")
                )
                issues.append(
                    Issue(
                        rule="tien-do-thieu-tep",
                        severity=Severity.ERROR,
                        path=entry.path,
                        line=line,
                        column=column,
                        message=message,
                        remedy=remedy,
                        quote=file,
                    )
                )
    return issues


def evidence_files(entries: Iterable[ProgressEntry]) -> dict[str, str]:
    """The files a site must publish with its progress: public address → path below the site's root."""
    return {addresses.evidence(file): file for entry in entries for file, _ in kept_files(entry)}


def kept_files(entry: ProgressEntry) -> list[tuple[str, tuple[int, int]]]:
    """The files in the repository that an entry and its confirmations rest on, and where each is named."""
    named = [(one.file, entry.place(f"minh chứng {k}")) for k, one in enumerate(entry.evidence)]
    named += [(said.document_file, said.place("văn bản")) for said in entry.confirmations]
    return [(file, place) for file, place in named if file]


_Places = Mapping[tuple[str | int, ...], tuple[int, int]]


def _below(places: _Places, at: tuple[str | int, ...]) -> _Places:
    """The places of what stands at ``at`` and below it, seen from there."""
    return {key[len(at) :]: place for key, place in places.items() if key[: len(at)] == at}


def _grouped(places: _Places) -> Mapping[tuple[str | int, ...], _Places]:
    """The places of each entry, seen from it; ``_below`` for all of them at once."""
    groups: dict[tuple[str | int, ...], dict[tuple[str | int, ...], tuple[int, int]]] = {}
    for key, place in places.items():
        if len(key) > 1:
            groups.setdefault(key[:2], {})[key[2:]] = place
    return groups


def _by_key(places: _Places) -> dict[str, tuple[int, int]]:
    """Places by the words a finding asks for: "ngày", "minh chứng 0", and "" for the whole."""
    return {" ".join(map(str, key)): place for key, place in places.items()}


def _entry(record: EntryRecord, path: str, places: _Places) -> ProgressEntry:
    return ProgressEntry(
        obligation_id=record.obligation,
        period=record.period,
        on=record.on,
        stage=record.stage,
        what=collapse(record.what),
        reported_by=collapse(record.reported_by),
        evidence=tuple(
            Evidence(title=collapse(one.title), url=one.url, file=_in_folder(one.file))
            for one in record.evidence or ()
        ),
        confirmations=tuple(
            _confirmation(one, record.on, _below(places, ("xác nhận", k)))
            for k, one in enumerate(record.confirmations or ())
        ),
        path=path,
        line=places.get((), (1, 1))[0],
        at=_by_key(places),
    )


def _confirmation(record: ConfirmationRecord, report_on: date, places: _Places) -> Confirmation:
    document = record.document
    return Confirmation(
        by=collapse(record.by),
        on=record.on,
        finding=record.finding,
        remark=collapse(record.remark or ""),
        document_code=document.code if document else None,
        document_date=document.on if document else None,
        document_file=_in_folder(document.file) if document else None,
        report_on=report_on,
        at=_by_key(places),
    )


def _in_folder(file: str | None) -> str | None:
    return f"{FOLDER}/{file}" if file else None
