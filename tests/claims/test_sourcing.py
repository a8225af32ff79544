"""Who is given as the source of a figure: call 10 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Sales rose 5 percent. Costs fell 3 percent,” said Li Na.", ["Li Na", "Li Na"]),
        ('"Sales rose 5 percent. Costs fell 3 percent," said Li Na.', ["Li Na", "Li Na"]),
        ("“销量增长5%。成本下降3%，”李娜说。", ["李娜", "李娜"]),
        ("“销量增长5%。\n成本下降3%，”李娜说。", [None, "李娜"]),
        (
            "Hill Customs said sales rose 5 percent. Data showed costs fell 3 percent. Trade grew 4 percent.",
            ["Hill Customs", None, None],
        ),
        ("Li Na said sales rose 5 percent, and Wang Fang said costs fell 3 percent.", ["Li Na", "Wang Fang"]),
        ('Ruan Mei founded a firm in Yiwu. "Sales rose 5 percent," she said.', ["Ruan Mei"]),
        ('Li Na said: "Costs fell 3 percent." Trade grew 4 percent. "Exports rose 5 percent."', ["Li Na", None, None]),
        ("据义乌海关统计，出口增长5%，李娜说，进口下降3%。", ["义乌海关", "李娜"]),
        ("店主吴斌把店面装修了一遍。“去年做了680万元。”", ["吴斌"]),
        ("店主吴斌把店面装修了一遍。\n“去年做了680万元。”", [None]),
        ("店主吴斌把店面装修了一遍。“去年做了680万元。今年做了700万元。”", ["吴斌", "吴斌"]),
        ("何玉梅在义乌开店。“每年要拿8000套扳手。”她说，货不愁卖。", ["何玉梅"]),
        ("“每年要拿8000套扳手。”何玉梅说，货不愁卖。", ["何玉梅"]),
        ("“每年要拿8000套扳手。”\n何玉梅说，货不愁卖。", [None]),
        ("每年要拿8000套扳手。何玉梅说，货不愁卖。", [None]),
        (
            "Traders expect a 5 percent gain, Hill Customs said; Li Na said costs fell 3 percent.",
            ["Hill Customs", "Li Na"],
        ),
        ("记者：销量如何？\n李娜：销量增长5%。\n记者：成本呢？\n李娜：下降3%。", ["李娜", "李娜"]),
    ],
)
def test_source(text, expected):
    assert [claim.attributed_to for claim in extract(text, date(2025, 11, 20))] == expected


def test_reason_of_a_source_is_its_name():
    text = 'Trade is lively.\n\nIt is May. Ruan Mei founded a firm in Yiwu. "Sales rose 5 percent," she said.'
    (claim,) = extract(text, date(2025, 11, 20))
    (why,) = [reason for reason in claim.reasons if reason.field == "attributed_to"]
    assert text[why.start : why.end] == claim.attributed_to == "Ruan Mei"


def test_a_source_named_in_the_sentence_is_not_inherited():
    text = 'It is May. Li Na said: "Costs fell 3 percent." "Trade grew 4 percent," she said.'
    assert ["attributed_to" in claim.inherited for claim in extract(text, date(2025, 11, 20))] == [False, True]


def test_a_person_is_named_by_the_name_alone():
    text = 'Ruan Mei founded a firm in Yiwu, where trade is lively. "Sales rose 5 percent," she said.'
    (claim,) = extract(text, date(2025, 11, 20))
    assert claim.attributed_to == "Ruan Mei"
