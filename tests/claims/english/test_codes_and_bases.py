"""English numbers that only name something, ranges that something was before, and what growth is told from."""

import pytest

from tests.claims.claims_read import days, found


@pytest.mark.parametrize("mode", ["9610 export mode", "9710 cross-border e-commerce model", "1210 import channel"])
def test_the_code_of_a_customs_mode_counts_nothing(mode):
    assert found(f"The port cleared 40,000 parcels under the {mode}.", "quote") == ["40,000 parcels"]


def test_number_words_in_the_name_of_a_campaign_count_nothing():
    text = 'It sent 40 teams abroad under the campaign "Hundreds of Teams, Ten Thousand Shops".'
    assert found(text, "quote") == ["40 teams"]
    text = 'It sent 40 teams abroad in the "Ten Thousand Shops for All" drive.'
    assert found(text, "quote") == ["40 teams"]


def test_the_pause_that_ended_is_a_window():
    assert found("The bank cut the fee to 3 percent, ending a pause of five months.", "quote") == ["3 percent"]


def test_a_wait_for_a_bus_is_no_bus_line():
    assert found("- Average wait for a bus: 7 minutes, shortened from 11 minutes", "value") == [7, 11]
    assert found("How to get here\n\nBus: 25 to the station", "value") == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The hub has cut delivery to within 24 hours from five to eight days.", 5, 8, "day"),
        ("The port cut its fee to 3 percent from 5 to 8 percent.", 5, 8, "percent"),
    ],
)
def test_the_range_that_something_was_before_is_one(text, low, high, unit):
    assert found(text, "value")[1:] == [low]
    assert found(text, "value_max")[1:] == [high]
    assert found(text, "unit")[1:] == [unit]


def test_a_level_that_went_to_another_is_no_range():
    assert found("The duty rose from 5 to 8 percent.", "value") == [5, 8]


@pytest.mark.parametrize("words", ["exports", "foreign trade"])
def test_what_is_measured_in_some_months_keeps_its_name(words):
    text = f"Hebei's five-month {words} reached 90 billion yuan."
    assert days(text) == [("2026-01-01", "2026-05-31")]
    assert found(text, "indicator") == [words]


@pytest.mark.parametrize("verb", ["halved", "doubled"])
def test_the_base_behind_the_level_is_that_of_a_verb_that_is_a_number(verb):
    text = f"Waiting time at the gate {verb} to 20 minutes in April from a year earlier."
    assert found(text, "comparison") == ["yoy", None]


@pytest.mark.parametrize(
    ("base", "comparison"),
    [
        ("the figure of the year before", "yoy"),
        ("the number in the previous year", "yoy"),
        ("the number before the pandemic", "since"),
        ("the total in its 2021 survey", "since"),
    ],
)
def test_a_ratio_to_the_figure_of_another_time(base, comparison):
    text = f"It sold 400 cars last year, almost 1.5 times {base}."
    assert found(text, "comparison") == [None, comparison]


@pytest.mark.parametrize(
    ("text", "comparisons"),
    [
        ("Volume tripled between 2019 and 2024, while the fee fell by more than a quarter.", ["since", "since"]),
        ("Exports doubled year on year, while imports fell by a fifth.", ["yoy", "yoy"]),
        ("Exports were twice as many as a year earlier. Imports fell by a fifth.", ["yoy", None]),
    ],
)
def test_the_base_of_growth_told_as_a_multiple_goes_on(text, comparisons):
    assert found(text, "comparison") == comparisons
