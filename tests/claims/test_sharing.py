"""Places and times of a list are shared out over a list of numbers."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Lishui, Jinhua and Quzhou had 5, 6 and 7 shops, respectively.", ["Lishui", "Jinhua", "Quzhou"]),
        (
            "Firms opened 41, 26 and nine outlets in Jinhua, Quzhou and Lishui, respectively.",
            ["Jinhua", "Quzhou", "Lishui"],
        ),
        ("In Jinhua and Quzhou sales rose 5 percent and 6 percent, respectively.", ["Jinhua", "Quzhou"]),
        ("金华、衢州出口分别增长5%、下降3%，宁波增长4%。", ["Jinhua", "Quzhou", "Ningbo"]),
        ("金华、衢州出口分别为5亿元、6亿元，分别增长3%、4%。", ["Jinhua", "Quzhou", "Jinhua", "Quzhou"]),
    ],
)
def test_places(text, places):
    assert [claim.place for claim in extract(text, date(2025, 11, 20))] == places


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年、2024年金华出口分别增长1.4%、下降0.8%，进口增长5%。", [2023, 2024, 2024]),
        ("2023年、2024年，金华出口分别为5亿元、6亿元。", [2023, 2024]),
    ],
)
def test_years(text, years):
    assert [claim.period_start.year for claim in extract(text, date(2025, 11, 20))] == years
