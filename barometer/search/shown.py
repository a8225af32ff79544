"""What is shown of a hit, the same for every engine: the best fragments with their marks, and why it was found."""

from collections.abc import Sequence

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.highlight import highlight
from barometer.search.index import Fragment, Hit, Why
from barometer.search.tree import Phrase


def article_hit(wanted: Sequence[Phrase], score: float, document: ArticleDocument) -> Hit[ArticleDocument]:
    """An article that a query found: the phrases of the query in its title, and the best pieces of its text."""
    highlights, why = _shown(wanted, (("title", document.title), ("text", document.text)))
    return Hit(document.id, score, document, highlights, why)


def claim_hit(wanted: Sequence[Phrase], score: float, document: ClaimDocument) -> Hit[ClaimDocument]:
    """A claim that a query found, marked in its indicator, its sentence and its article's title."""
    fields = (("indicator", document.indicator or ""), ("sentence", document.sentence), ("title", document.title))
    highlights, why = _shown(wanted, fields)
    return Hit(document.id, score, document, highlights, why)


def _shown(wanted: Sequence[Phrase], fields: Sequence[tuple[str, str]]) -> tuple[tuple[Fragment, ...], tuple[Why, ...]]:
    highlights: list[Fragment] = []
    why: list[Why] = []
    for name, text in fields:
        here = [phrase for phrase in wanted if phrase.field in {"any", name}]
        if here:
            fragments, reasons = highlight(name, text, here)
            highlights += fragments
            why += reasons
    return tuple(highlights), tuple(why)
