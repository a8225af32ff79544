"""Tables drawn with bars or wide gaps are read by their heads."""

from datetime import date
from decimal import Decimal

from barometer.claims import extract

SEEN = date(2026, 4, 20)
TABLE = """Parcels in the first quarter
All growth rates below are year on year.
City | Parcels | Growth
Jinhua | 3.4 billion | +9.8%
Wenzhou | 980 million | -1.7%
Source: Hill Postal Office
"""


def found(text):
    return [
        (
            claim.quote,
            int(claim.value) if claim.value == int(claim.value) else float(claim.value),
            claim.unit,
            claim.kind,
        )
        for claim in extract(text, SEEN)
    ]


def test_a_head_gives_its_column_the_unit():
    assert found(TABLE) == [
        ("3.4 billion", 3_400_000_000, "parcel", "count"),
        ("9.8%", 9.8, "percent", "change"),
        ("980 million", 980_000_000, "parcel", "count"),
        ("1.7%", 1.7, "percent", "change"),
    ]


def test_rows_take_place_source_and_base_from_what_stands_around_them():
    claims = extract(TABLE, SEEN)
    assert [claim.place for claim in claims] == ["Jinhua", "Jinhua", "Wenzhou", "Wenzhou"]
    assert {claim.attributed_to for claim in claims} == {"Hill Postal Office"}
    assert [claim.comparison for claim in claims] == [None, "yoy", None, "yoy"]


def test_columns_set_apart_by_gaps_are_columns_too():
    text = "Trains in 2025\nFrom   Trains   Change\nYiwu   612   8.4%\nQuzhou   45   -3%\n"
    assert found(text) == [
        ("612", 612, "train", "count"),
        ("8.4%", 8.4, "percent", "change"),
        ("45", 45, "train", "count"),
        ("3%", 3, "percent", "change"),
    ]


def test_a_share_told_over_the_table_makes_its_percents_shares():
    text = "What parcels held (share of the total)\nGoods | Part\nClothes | 31%\nFood | 11%\n"
    assert found(text) == [("31%", 31, "percent", "share"), ("11%", 11, "percent", "share")]


def test_lines_without_a_head_of_as_many_columns_are_no_table():
    assert found("City | Parcels\nJinhua | 3.4 billion | 12\n") == []


def test_a_table_ends_at_a_blank_line_and_has_no_cells_beyond_its_head():
    assert found("News\n\nGoods | Parcels\nhats | 300\n\nlamps | 900\n") == [("300", 300, "parcel", "count")]
    assert found("News\n\nGoods | Parcels\nhats | 300\nlamps | 900 | 12\n") == [
        ("300", 300, "parcel", "count"),
        ("900", 900, "parcel", "count"),
    ]


def test_a_line_without_figures_under_another_makes_no_table():
    assert found("News\n\nGoods | Parcels\nhats | lamps\nbags | 300\n") == []
    assert found("News\n\nGoods | Parcels\n") == []


def test_what_stands_apart_from_a_table_says_nothing_of_it():
    text = "News\n\nShare of goods in 2024{}Goods | Part\nhats | 9.8%\nlamps | 1.7%\n"
    assert [kind for *_, kind in found(text.format("\n"))] == ["share", "share"]
    assert [kind for *_, kind in found(text.format("\n\n"))] == ["rate", "rate"]


def test_the_growth_column_of_percents_without_a_sign_tells_changes():
    assert found("City | Parcels | Growth\nJinhua | 300 | 9.8%\nWenzhou | 90 | -1.7%\n") == [
        ("300", 300, "parcel", "count"),
        ("9.8%", 9.8, "percent", "change"),
        ("90", 90, "parcel", "count"),
        ("1.7%", 1.7, "percent", "change"),
    ]


def test_the_line_over_a_table_dates_its_rows_in_any_text():
    text = "News\n\nYiwu has 40 shops.\n\nIn 2024 it did this\nGoods | Parcels\nhats | 300\nlamps | 900\n"
    text += "\nIt has 12 halls."
    assert [claim.period_end for claim in extract(text, SEEN)] == [None, date(2024, 12, 31), date(2024, 12, 31), None]


def test_a_row_gives_its_numbers_the_unit_where_the_head_only_says_that_there_are_so_many():
    text = (
        "Port of Taicang, May 2025\n\nItem | Volume | Change y/y\nContainers (TEUs) | 812,000 | +9%\n"
        "Cars | 61,500 | +21%\nIron ore (tonnes) | 3.2 million | -1%\n"
    )
    claims = extract(text, SEEN)
    assert [claim.unit for claim in claims[::2]] == ["teu", "vehicle", "tonne"]
    assert [claim.comparison for claim in claims[1::2]] == ["yoy", "yoy", "yoy"]


def test_a_table_takes_its_units_and_base_from_the_line_over_it():
    over = "Prices (yuan per kg; change in percent from May 1)"
    text = f"{over}\nItem | Price | Change\nTomatoes | 5.20 | +4.0\nLeeks | 2.38 | -0.8"
    found = [
        (str(claim.value), claim.unit, claim.kind, claim.direction, claim.comparison)
        for claim in extract(text, date(2026, 5, 8))
    ]
    assert found == [
        ("5.20", "CNY", "amount", None, None),
        ("4.0", "percent", "change", "up", "since"),
        ("2.38", "CNY", "amount", None, None),
        ("0.8", "percent", "change", "down", "since"),
    ]


def test_the_rows_hold_on_the_day_of_the_line_over_them_not_on_that_of_their_base():
    over = "Average prices on April 7 (yuan per kilogram; change in percent from March 31)"
    text = f"Prices fell.\n\n{over}\nItem | Price | Change\nTomatoes | 5.20 | +4.0\nLeeks | 2.38 | -0.8"
    assert {(claim.period_start, claim.period_end) for claim in extract(text, SEEN)} == {
        (date(2026, 4, 7), date(2026, 4, 7))
    }


def test_a_label_says_in_what_its_row_is_told():
    rows = "Crude oil (million tonnes) | 6.85 | -2.3%\nVessel calls | 1,472 | -0.6%"
    text = f"Trade in June\nItem | June | Year on year\n{rows}"
    found = [(claim.value, claim.unit, claim.kind) for claim in extract(text, SEEN)]
    assert found == [
        (Decimal(6850000), "tonne", "amount"),
        (Decimal("2.3"), "percent", "change"),
        (Decimal(1472), "count", "count"),
        (Decimal("0.6"), "percent", "change"),
    ]
