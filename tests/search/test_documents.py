"""Documents go through JSON unchanged."""

import json
from datetime import date
from decimal import Decimal

from barometer.search.documents import ArticleDocument, ClaimDocument, from_json, to_json


def test_documents_come_back_as_they_were(make_article, make_claim):
    article = make_article("义乌", title="出口", author=None, cluster=3)
    claim = make_claim(
        article, "5.10亿", value=Decimal("510000000.0"), value_max=Decimal("1E+9"), period_start=date(2025, 1, 1)
    )
    for document, kind in ((article, ArticleDocument), (claim, ClaimDocument)):
        again = from_json(kind, to_json(document))
        assert again == document
        assert set(json.loads(to_json(document))) == set(kind.__dataclass_fields__)
    assert str(from_json(ClaimDocument, to_json(claim)).value) == "510000000.0"


def test_half_a_character_does_not_break_a_document(make_article):
    assert from_json(ArticleDocument, to_json(make_article("a\ud800b"))).text == "a?b"
