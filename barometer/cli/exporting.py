"""The table that `barometer export` writes: of the record all, or what the index finds."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from barometer.cli.asked import asked_claims
from barometer.cli.workplace import Workplace, opened
from barometer.exports.rows import article_table, claim_table
from barometer.exports.table import Table
from barometer.search.tree import Everything, Node


@contextmanager
def asked_table(what: str, words: str, filters: Mapping[str, Any], *, both_languages: bool) -> Iterator[Table]:
    """Give the claims or articles that words and filters find, as a table that is read while this is open."""
    with opened(look=True) as workplace:
        asked = asked_claims(workplace, words, filters)
        make = _claims if what == "claims" else _articles
        yield make(workplace, asked, both_languages=both_languages)


def _claims(workplace: Workplace, asked: Node, *, both_languages: bool) -> Table:
    if isinstance(asked, Everything):
        return claim_table(workplace.record)
    found = workplace.index.every_claim(asked, both_languages=both_languages)
    return claim_table(workplace.record, (claim.id for claim in found))


def _articles(workplace: Workplace, asked: Node, *, both_languages: bool) -> Table:
    if isinstance(asked, Everything):
        return article_table(workplace.record)
    found = workplace.index.every_article(asked, both_languages=both_languages)
    return article_table(workplace.record, (article.id for article in found))
