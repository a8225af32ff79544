"""Pieces that a report on delivery counts are parcels; others are not."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parcels pass the mark\n\nYiwu's couriers handled more. Jinhua handled 1.42 billion pieces.", ["parcel"]),
        ("快递突破记录\n\n义乌快递很忙。\n小风扇 2860万件\n手机支架 990万件", ["parcel", "parcel"]),
        ("快递突破记录\n\n义乌快递很忙。全市有效专利3万件。", ["count"]),
        ("快递突破记录\n\n义乌快递很忙。店主卖了80件。", ["count"]),
        ("Toys sell well\n\nYiwu sold 1.42 billion pieces of toys.", ["count"]),
        ("全市5.2万名快递小哥在岗。", ["person"]),
    ],
)
def test_unit(text, expected):
    assert [claim.unit for claim in extract(text, date(2026, 11, 12))] == expected
