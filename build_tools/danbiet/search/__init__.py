"""Search made for Vietnamese: with and without marks, from the first letter, on a slow phone.

The interface, so that another engine can take its place:

- at build time ``artifacts(site, settings)`` gives the files of the index, below ``tim-kiem/``;
- in the browser ``danbietSearch.open(base)`` (theme/components/search/engine.js) gives an engine
  with ``search(query, filters, {from, count, quick}) → Promise<{total, counts, results, near, more, whole}>``,
  ``expect(query)``, ``bodies()`` and ``years()``, which theme/components/search/search.js shows. Neither knows anything
  else of the other.

What is indexed: plans by paragraph, with their obligations; instruments; units. Documents are
numbered: the pieces of plans first, then instruments, then units, each in the order of ``order``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danbiet.model import Site
from danbiet.output import Artifact, Settings
from danbiet.progress import site_states
from danbiet.search import documents, names, order, shards
from danbiet.search.postings import Index, Level

__all__ = ["artifacts"]

SINGLES_SIZE = 6_000  # characters before packing
PAIRS_SIZE = 9_000
RECORDS = 24  # instruments or units in a file
COMMON = 0.3  # a word or pair in more of the plans' pieces than this tells little among others
COMMON_LEAST = 300  # below this no list is long enough to be spared


def artifacts(site: Site, settings: Settings, lunr_script: str | None = None) -> Iterator[Artifact]:
    """The files of the index. All addresses in them are below the root, so the site can be mounted anywhere.

    ``lunr_script`` is lunr.js 2.3 as some installed package holds it; without it mistyped names are
    helped by near words alone.
    """
    index = Index()
    plan_order = order.plans_in_order(site)
    files: shards.Shards = {}
    states = site_states(site)
    pieces: list[int] = []
    tasks: list[Sequence[order.Task]] = []
    titles: list[tuple[int, str]] = []
    for plan in plan_order:
        found = documents.plan_documents(plan, site, states)
        for piece in found:
            files[f"p{index.documents}"] = piece.record
            if piece is found[0]:
                titles.append((index.documents, _names(piece)))
            index.add(piece.passages)
            tasks.append(piece.tasks)
        pieces.append(len(found))
    others = [*_instruments(site), *_units(site)]
    for document in others:
        titles.append((index.documents, _names(document)))
        index.add(document.passages)
    for start in range(0, len(others), RECORDS):
        files[f"r{start // RECORDS}"] = [document.record for document in others[start : start + RECORDS]]
    single_starts, singles = shards.cut(index.singles(), "s", SINGLES_SIZE)
    pair_starts, pairs = shards.cut(index.pairs(), "b", PAIRS_SIZE)
    contents: dict[str, object] = {
        "p": pieces,
        "n": [len(site.instruments), len(site.units)],
        "r": RECORDS,
        "y": order.year_runs(site),
        "c": f"|{'|'.join(index.common(max(COMMON * sum(pieces), COMMON_LEAST)))}|",
        "s": shards.one_text(single_starts),
        "b": shards.one_text(pair_starts),
        "o": int(settings.offline),
    }
    files.update({**singles, **pairs, "c": order.columns(site), "d": order.task_columns(site, tasks)})
    files["v"] = " ".join(index.vocabulary())
    fuzzy = names.index(titles) if lunr_script is not None else None
    if fuzzy is not None:
        files["l"] = fuzzy
    contents["l"] = int(fuzzy is not None)
    yield from shards.artifacts(contents, files, lunr_script if fuzzy is not None else None)


def _names(document: documents.Document) -> str:
    return " ".join(passage.text for passage in document.passages if passage.level is Level.TITLE)


def _instruments(site: Site) -> Iterator[documents.Document]:
    cited = order.citing_plans(site)
    for instrument in order.instruments_in_order(site):
        yield documents.instrument_document(instrument, cited[instrument.id])


def _units(site: Site) -> Iterator[documents.Document]:
    duties = order.duties_by_unit(site)
    for unit in order.units_in_order(site):
        yield documents.unit_document(unit, site.bodies.get(unit.body_id), duties[unit.id])
