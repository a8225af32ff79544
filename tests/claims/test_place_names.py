"""Which names are places: not those of firms, wherever a text names them."""

from datetime import date

import pytest

from barometer.claims import extract


def places(text: str) -> list[str | None]:
    return [claim.place for claim in extract(text, date(2026, 4, 23))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haiyue shipped 900 boxes. Shares of Haiyue rose 5 percent.", [None, None]),
        ("Huadu Home sold 900 fans in May.", [None]),  # a district of the name lies elsewhere
        ("Makers in Huadu sold 900 fans in May.", ["Huadu"]),
        ("The Keqiao Textiles Index rose 5 percent in Keqiao.", ["Keqiao"]),
        ("(Yicai) April 23 -- Fan makers sold 900 fans.", [None]),
    ],
)
def test_a_firm_is_no_place(text, expected):
    assert places(text) == expected


def test_who_answers_tells_of_the_time_that_was_asked_about():
    asked = "Q: How did 2025 go?\n\nA: Sales rose 13.5 percent.\n\nQ: And costs?\n\nA: They fell 2 percent."
    text = f"A talk with a maker\n\n{asked}"
    found = [(claim.period_start, claim.period_end) for claim in extract(text, date(2026, 4, 23))]
    assert found == [(date(2025, 1, 1), date(2025, 12, 31)), (None, None)]
