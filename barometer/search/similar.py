"""Articles like a given one: those that share most of what is distinctive in it, on any engine."""

import math
from collections import Counter
from itertools import islice

from barometer.search.analysis import GAP, analyze
from barometer.search.documents import ArticleDocument
from barometer.search.index import Hit, Index
from barometer.search.tree import Or, Phrase

# The beginning of a text says what it is about.
_READ = 4_000
_CANDIDATES = 60
_ASKED = 20
_TITLE = 4  # a word of the title counts as so many of the text
_FEWEST = 5  # rare words, where there are so many, suffice
_SHARED = 0.3  # of what is asked, so much must be shared to be called similar


def similar_articles(index: Index, document: ArticleDocument, *, limit: int = 5) -> tuple[Hit[ArticleDocument], ...]:
    """The articles most like this one, the likest first; `why` says by which of its words. None may be like it."""
    asked = tuple(Phrase((token,), token) for token in _distinctive(index, document))
    if not asked:
        return ()
    hits = index.search_articles(Or(asked), limit=4 * limit + 1)
    needed = max(2, math.ceil(_SHARED * len(asked)))
    others = (hit for hit in hits.items if hit.id != document.id and len({reason.text for reason in hit.why}) >= needed)
    return tuple(islice(others, limit))


def _distinctive(index: Index, document: ArticleDocument) -> list[str]:
    """Tokens that are often in this article and in few others, but in some."""
    often: Counter[str] = Counter(analyze(document.text[:_READ]).texts)
    for token in analyze(document.title).texts:
        often[token] += _TITLE
    words = [(token, count) for token, count in often.most_common() if len(token) > 1 and token != GAP]
    candidates = dict(words[:_CANDIDATES])
    held = index.frequencies(list(candidates))
    whole = max(1, index.count().articles)
    shared = {token: held[token] for token in candidates if held[token] > 1}
    # What is in a third of all says little of this one, unless all that it has is as common.
    rare = {token: each for token, each in shared.items() if each <= whole / 3}
    telling = rare if len(rare) >= _FEWEST else shared
    weights = {token: (1 + math.log(candidates[token])) * math.log(1 + whole / each) for token, each in telling.items()}
    return sorted(weights, key=lambda token: (-weights[token], token))[:_ASKED]
