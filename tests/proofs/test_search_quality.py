"""How well hits are ranked: both engines against plain BM25 without expansion, over the judged articles, in one run."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import fmean

import pytest

from barometer.search.analysis import GAP, analyze
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index
from tests.proofs.judged import Judged, Made, judged_articles, judged_queries

SEEN = 10
DEEP = 50
Ask = Callable[[Judged], Sequence[int]]


class PlainBM25:
    """Okapi BM25 (k1 1.2, b 0.75) over title and text, any of the words, nothing expanded: the baseline."""

    def __init__(self, made: Sequence[Made]) -> None:
        self._texts = {
            each.document.id: Counter(_words(f"{each.document.title}\n{each.document.text}")) for each in made
        }
        self._held = Counter(word for text in self._texts.values() for word in text)
        self._lengths = {name: text.total() for name, text in self._texts.items()}
        self._mean = fmean(self._lengths.values())

    def __call__(self, query: Judged) -> list[int]:
        words = set(_words(query.text))
        scores = {name: sum(self._score(name, word) for word in words) for name in self._texts}
        found = [name for name, score in scores.items() if score > 0]
        return sorted(found, key=lambda name: (-scores[name], name))[:DEEP]

    def _score(self, name: int, word: str) -> float:
        often = self._texts[name][word]
        rare = math.log(1 + (len(self._texts) - self._held[word] + 0.5) / (self._held[word] + 0.5))
        return rare * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * self._lengths[name] / self._mean))


def _words(text: str) -> list[str]:
    return [token for token in analyze(text).texts if token != GAP]


def ndcg(found: Sequence[int], relevant: frozenset[int]) -> float:
    gain = sum(1 / math.log2(place + 2) for place, name in enumerate(found[:SEEN]) if name in relevant)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(SEEN, len(relevant))))


def recall(found: Sequence[int], relevant: frozenset[int]) -> float:
    return len(relevant.intersection(found[:DEEP])) / len(relevant)


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return judged_articles()


@pytest.fixture(scope="module")
def queries(made: list[Made]) -> list[Judged]:
    return judged_queries(made)


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def engine(request: pytest.FixtureRequest, made: list[Made], tmp_path_factory: pytest.TempPathFactory) -> Index:
    if request.param == "embedded":
        index: Index = EmbeddedIndex(tmp_path_factory.mktemp("judged"))
    else:
        index = request.getfixturevalue("elastic_index")
    index.put([each.document for each in made], [])
    if refresh := getattr(index, "refresh", None):
        refresh()
    return index


def test_better_than_plain_bm25(engine: Index, made: list[Made], queries: list[Judged]) -> None:
    assert len(made) >= 400
    assert len(queries) >= 120
    languages = {each.document.id: each.document.language for each in made}

    def ours(query: Judged) -> list[int]:
        hits = engine.search_articles(query.text, limit=DEEP, highlights=False, both_languages=True)
        return [hit.document.id for hit in hits.items]

    plain = PlainBM25(made)
    answers = [(query, ours(query), plain(query)) for query in queries]
    print(f"\n{type(engine).__name__}: {len(made)} articles, {len(queries)} queries; ours / plain BM25")
    for language in ("zh", "en"):
        for kind in ("item", "topic", "place", "all"):
            asked = [each for each in answers if each[0].language == language and kind in {each[0].kind, "all"}]
            figures = [
                fmean(measure(each[which], each[0].relevant) for each in asked)
                for measure in (ndcg, recall)
                for which in (1, 2)
            ]
            print(f"  {language} {kind:<6} nDCG@10 {figures[0]:.3f} / {figures[1]:.3f}", end="   ")
            print(f"recall@50 {figures[2]:.3f} / {figures[3]:.3f}")
            if kind == "all":
                assert figures[0] > figures[1]
                assert figures[2] > figures[3]
        across = [each for each in answers if each[0].language == language and each[0].kind != "item"]
        others = [frozenset(one for one in each[0].relevant if languages[one] != language) for each in across]
        pairs = [(each, wanted) for each, wanted in zip(across, others, strict=True) if wanted]
        ours_across, plain_across = (fmean(recall(each[which], wanted) for each, wanted in pairs) for which in (1, 2))
        print(f"  {language} across languages recall@50 {ours_across:.3f} / {plain_across:.3f}")
        assert ours_across >= 0.8
        assert plain_across < 0.1
