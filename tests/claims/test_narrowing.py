"""A figure of one firm, of guests or of some goods is not counted as the indicator of a whole place."""

from datetime import date

import pytest

from barometer.claims import extract


def ids(text):
    return [claim.indicator_id for claim in extract(text, date(2025, 6, 20))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("His exports reached 31 million yuan, up 9 percent from a year earlier.", [None, None]),
        ("Yiwu's exports rose 5 percent. Its exports reached 3 billion yuan.", ["exports", "exports"]),
        ("义乌市出口额达2871.3亿元，公司今年出口额达3亿元。", ["exports", None]),
        ("他说，今年义乌出口额达3亿元。", ["exports"]),
        ("义乌出口雨伞2.6亿把，出口额达18.4亿元。", [None, None]),
        ("义乌出口2871.3亿元，出口额占全省三成。", ["exports", "exports"]),
        ("来自省内外的120多家跨境电商卖家参加对接。", [None]),
        ("义乌跨境电商卖家超过2万家。", ["cross_border_ecommerce_entities"]),
        ("Yiwu's cross-border e-commerce business grew 16.29 percent.", [None]),
    ],
)
def test_only_what_is_of_the_place_is_counted_as_its_indicator(text, wanted):
    assert ids(text) == wanted
