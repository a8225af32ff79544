"""A table's source line speaks for its rows; a footer's credit for nothing."""

from datetime import date

import pytest

from barometer.claims import extract

ROWS = "品类　销量　均价\n雨伞　41万把　16元\n草帽　29万顶　15元"


def sources(text):
    return [claim.attributed_to for claim in extract(text, date(2025, 6, 22))]


def test_line_over_the_table_speaks_for_its_rows():
    assert sources(f"热销榜（表，来源：市场方）\n{ROWS}\n\n会展业收入5亿元。") == ["市场方"] * 4 + [None]


def test_line_under_the_table_speaks_for_its_rows():
    assert sources(f"热销榜\n{ROWS}\n来源：市场方") == ["市场方"] * 4


def test_credit_at_the_foot_of_an_article_speaks_for_nothing():
    assert sources("会展业收入5亿元。\n来源：市场方 编辑：小周") == [None]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("热销榜（表，来源：市场方）\n雨伞　41万把\n草帽　29万顶", ["市场方", "市场方"]),
        ("雨伞　41万把\n草帽　29万顶\n来源：市场方", ["市场方", "市场方"]),
        ("热销榜\n雨伞|41万把\n草帽|29万顶\n来源：市场方", ["市场方", "市场方"]),
        ("热销榜\n雨伞　41万把。\n草帽　29万顶。\n来源：市场方", [None, None]),
        ("热销榜\n雨伞41万把\n草帽29万顶\n来源：市场方", [None, None]),
        ("热销榜\n雨伞　41万把\n草帽　29万顶\n\n来源：市场方", [None, None]),
        ("热销榜\n草帽　29万顶\n来源：市场方", [None]),
    ],
)
def test_which_lines_are_rows(text, named):
    assert sources(text) == named
