"""Rows under a line of heads are read by them."""

from datetime import date

from barometer.claims import extract


def found(text):
    return [
        (
            claim.quote,
            int(claim.value) if claim.value == int(claim.value) else float(claim.value),
            claim.unit,
            claim.kind,
        )
        for claim in extract(text, date(2025, 11, 20))
    ]


def test_heads_name_units_scales_and_growth():
    text = "市场 展位（个） 出口额（亿元） 同比增幅（%）\n义乌 5200 80.5 4.5\n东阳 300 20 -3"
    assert found(text) == [
        ("5200", 5200, "count", "count"),
        ("80.5", 8050000000, "CNY", "amount"),
        ("4.5", 4.5, "percent", "change"),
        ("300", 300, "count", "count"),
        ("20", 2000000000, "CNY", "amount"),
        ("-3", 3, "percent", "change"),
    ]


def test_what_a_cell_says_itself_stands():
    text = "市场 展位 增幅\n义乌 5200 4.5%\n东阳 300 -3%\n宁波 200 下降6.8%"
    claims = extract(text, date(2025, 11, 20))
    assert [(claim.quote, claim.direction) for claim in claims if claim.unit == "percent"] == [
        ("4.5%", "up"),
        ("-3%", "down"),
        ("6.8%", "down"),
    ]


def test_the_line_over_a_table_states_the_unit_of_plain_columns():
    text = "11月14日分航线运价（单位：美元/标箱）\n航线 本期 较上期\n地东 1310 +1.7%\n西非 2984 -6.5%"
    assert found(text) == [
        ("1310", 1310, "USD", "amount"),
        ("1.7%", 1.7, "percent", "change"),
        ("2984", 2984, "USD", "amount"),
        ("-6.5%", 6.5, "percent", "change"),
    ]
    assert {claim.period_end for claim in extract(text, date(2025, 11, 20))} == {date(2025, 11, 14)}
