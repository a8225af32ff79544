"""A headline's figure is that of the statement in the body which it heads."""

from datetime import date

import pytest

from barometer.claims import extract

JUNE, MAY = date(2025, 6, 1), date(2025, 5, 1)


def head(title, body):
    return extract(f"{title}\n\n{body}", date(2025, 11, 20))[0]


@pytest.mark.parametrize(
    ("title", "body", "start"),
    [
        (
            "Yiwu exports top 4 billion yuan",
            "Yiwu sold 400 lamps in May. Exports came to 4.12 billion yuan in June.",
            JUNE,
        ),
        ("Exports rise 9.5 percent", "Yiwu's exports rose 9.5 percent in June, and imports 10 percent in May.", JUNE),
        ("Exports rise 10 percent", "Yiwu's imports rose 9.5 percent in May, and exports 10 percent in June.", JUNE),
        ("9 billion yuan", "Yiwu's exports reached 20 billion yuan in May and imports 9.1 billion yuan in June.", JUNE),
        ("9 billion yuan", "Yiwu's exports reached 10 billion yuan in May and imports 9.9 billion yuan in June.", MAY),
        (
            "Exports rise 20 percent",
            "Yiwu's imports rose 9.5 percent in May, and exports fell 10 percent in June.",
            MAY,
        ),
        ("Yiwu: 400 shops", "Yiwu's exports rose 9.5 percent in June.", JUNE),
        ("In 2024, exports up 9.5 percent", "Yiwu's exports rose 9.5 percent in June.", date(2024, 1, 1)),
    ],
)
def test_period(title, body, start):
    assert head(title, body).period_start == start


def test_what_a_bare_headline_takes():
    claim = head("Up 9.5 percent", "Yiwu exports rose 9.5 percent year on year in June, according to Hill Customs.")
    assert (claim.indicator, claim.place, claim.comparison) == ("Yiwu exports", "Yiwu", "yoy")
    assert claim.inherited == ("attributed_to", "comparison", "indicator", "period", "place")


def test_a_headline_about_something_else_takes_neither_subject_nor_base():
    claim = head("9.5 percent: Yiwu", "Yiwu exports rose 9.5 percent year on year in June.")
    assert (claim.kind, claim.comparison) == ("rate", None)
