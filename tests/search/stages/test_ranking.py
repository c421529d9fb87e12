"""Which documents come first, from an index that Python has made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from danbiet.search.postings import Index, Level, Passage

pytestmark = pytest.mark.browser

# Plans 0 (pieces 0 and 1) and 1 (piece 2), instrument 3, unit 4.
DOCUMENTS = (
    [Passage("kế hoạch dân chủ", Level.TITLE), Passage("hội nghị đối thoại")],
    [
        Passage("đối thoại với nhân dân"),
        Passage("tổ chức đối thoại", tasks=5),
        Passage("Văn phòng", tasks=2),
        Passage("báo cáo", tasks=2),
    ],
    [Passage("đôi thoại"), Passage("dân chủ")],
    [Passage("quy chế đối thoại", Level.TITLE)],
    [Passage("văn phòng", Level.TITLE)],
)
RANK = """([pairs, singles, query, kind, numbers]) => {
  const engine = Object.assign(new Engine(""), numbers, {
    isCommon: () => false, entries: (a, b, open) => Promise.resolve(entriesIn((a ? pairs[a] : singles) || "", b, open)),
  });
  return engine.rank(read(query)).then(ranking => {
    const found = ranking.choose({ documents: null, chosen: null }, kind), list = bestOfAll(found.lists, 60);
    return {
      list: list.map(c => [c.document, c.share]), counts: found.counts, unknown: ranking.unknown,
      tasks: list.map(c => c.task), whole: found.whole, total: found.total,
    };
  });
}"""


NUMBERS = {"plans": 2, "instruments": 3, "units": 4, "size": 5, "planOf": [0, 0, 1]}


@pytest.fixture(scope="module")
def rank(run: Callable[..., Any]) -> Callable[..., Any]:
    return over(run, DOCUMENTS, NUMBERS)


def over(
    run: Callable[..., Any], documents: Iterable[list[Passage]], numbers: dict[str, object]
) -> Callable[..., Any]:
    """Ranks queries over these documents."""
    index = Index()
    for passages in documents:
        index.add(passages)
    pairs: dict[str, str] = {}
    for first, second, coded in index.pairs():
        pairs[first] = pairs.get(first, "") + f"~{second}{coded}"
    singles = "".join(f"~{word}{coded}" for _, word, coded in index.singles())
    return lambda query, kind="": run(RANK, [pairs, singles, query, kind, numbers])


def test_a_plan_is_found_once_by_its_best_piece(rank: Callable[..., Any]) -> None:
    found = rank("dân chủ")
    assert [document for document, _ in found["list"]] == [0, 2]  # a title above a body


def test_other_marks_are_found_behind_the_same(rank: Callable[..., Any]) -> None:
    documents = [document for document, _ in rank("đối thoại")["list"]]
    assert documents[0] == 3
    assert documents[-1] == 2
    assert len(documents) == 3


def test_each_kind_is_counted_and_tasks_each_for_itself(rank: Callable[..., Any]) -> None:
    counts = {"ke-hoach": 2, "van-ban": 1, "don-vi": 0, "viec": 2}
    found = rank("doi thoai")
    assert found["counts"] == counts
    assert found["total"] == 3
    found = rank("doi thoai", "viec")
    assert found["counts"] == counts
    assert found["total"] == 2
    assert [document for document, _ in found["list"]] == [1, 1]
    assert found["tasks"] == [0, 2]


def test_tasks_are_counted_as_they_are_listed(rank: Callable[..., Any]) -> None:
    for query in ("doi thoai", "bao cao", "thoai", "van phong bao cao", "dan chu"):
        assert rank(query)["counts"]["viec"] == rank(query, "viec")["total"]


def test_a_task_is_found_by_its_units_name_and_its_own_words_together(rank: Callable[..., Any]) -> None:
    found = rank("van phong bao cao", "viec")
    assert found["tasks"] == [1]
    assert found["whole"]
    assert rank("dan bao cao", "viec")["whole"] is False  # no task holds all of it


def test_a_title_speaks_for_every_piece_of_its_plan(rank: Callable[..., Any]) -> None:
    assert rank("dân chủ đối thoại nhân dân")["list"][0] == [1, 1]


def test_words_that_no_pair_joins_are_looked_up_alone(rank: Callable[..., Any]) -> None:
    found = rank("nghị quy")
    assert found["unknown"] == [False, False]
    assert [share for _, share in found["list"]] == [0.5, 0.5]
    assert rank("nghị xyz")["unknown"] == [False, True]


def test_one_task_that_holds_it_all_comes_before_a_pair_that_is_rare_by_chance(
    run: Callable[..., Any],
) -> None:
    apart = [Passage("văn phòng"), Passage("lập báo cáo")]
    documents = [
        [*apart, Passage("công tác phòng bảo vệ")],
        [*apart, Passage("Văn phòng", tasks=1), Passage("tổng hợp báo cáo", tasks=1)],
        *[apart for _ in range(8)],
    ]
    numbers: dict[str, object] = {
        "plans": 10,
        "instruments": 10,
        "units": 10,
        "size": 10,
        "planOf": [*range(10)],
    }
    found = over(run, documents, numbers)("van phong bao cao")
    assert [document for document, _ in found["list"]][:2] == [1, 0]


def test_a_title_counts_once_for_a_plan(run: Callable[..., Any]) -> None:
    title = Passage("thực hiện dân chủ", Level.TITLE)
    documents = [[title, Passage("thực hiện dân chủ")], [Passage("Luật thực hiện dân chủ", Level.TITLE)]]
    found = over(run, documents, {"plans": 1, "instruments": 1, "units": 2, "size": 2, "planOf": [0]})
    assert found("luật thực hiện dân chủ")["list"][0] == [1, 1]


def test_of_many_only_the_best_are_put_in_order(run: Callable[..., Any]) -> None:
    scores = run(
        "() => bestOf(Array.from({ length: 501 }, (_, i) => ({ score: i * 7 % 501 })), 60).map(c => c.score)"
    )
    assert sorted(scores)[-60:] == list(range(441, 501))
    assert len(scores) == 60
