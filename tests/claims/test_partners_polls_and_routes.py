"""English trade stories: who buys and is no place, who answers a poll, what is to come, what is furniture."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 5, 21)
TITLE = "Zhejiang's exports rise\n\nZhejiang's exports rose 3 percent in April.\n\n"


def told(text, field="place"):
    """Give one field of what is told behind the opening."""
    return found(TITLE + text, field, DAY)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "India and the United States together bought 46 percent of the province's exports.",
        "Firms look at the United States, which took 17 percent of the province's exports.",
        "The US took just 9.9% of Zhejiang's exports last month, compared with 14.6% in July 2024.",
        'Lu Jun, whose U.S. sales are down, said he now employs 120 workers. "It is hard," he said.',
    ],
)
def test_who_buys_is_not_where_it_holds(text):
    assert set(told(text)) == {"Zhejiang"}


def test_a_quay_that_is_reached_is_not_where_it_holds():
    text = "Yiwu trains\n\nFrom Yiwu a train now reaches the quay at Beilun, 230 kilometers away, in about five hours."
    assert found(text, "place", DAY) == ["Yiwu", "Yiwu"]


def test_a_truce_holds_nowhere():
    assert told("Firms hurry after Washington agreed a 90-day tariff truce.") == [None]


def test_a_part_of_a_number_of_people_is_counted_like_them():
    text = "Some 2,000 of the 75,000 merchants sell mainly abroad."
    assert told(text, "value") == [2000, 75000]
    assert told(text, "unit") == ["person", "person"]


def test_over_of_a_verb_is_no_base():
    assert (
        days(TITLE + "His sales made up 55% of the 40 million yuan he turned over last year.", DAY)[1:]
        == [("2024-01-01", "2024-12-31")] * 2
    )


def test_times_an_average_is_of_its_own_day():
    text = (
        "Parcels\n\nOn May 11 alone, 168 million parcels came, nearly twice the daily average of the first four months."
    )
    assert days(text, DAY)[1] == ("2025-05-11", "2025-05-11")
    assert found(text, "comparison", DAY)[1] == "since"


def test_what_opens_in_a_month_is_to_come():
    text = "Halls\n\nWhen it opens in December, the hall is expected to house 4,800 shops."
    assert days(text, DAY) == [("2025-12-01", "2025-12-31")]
    assert found(text, "status", DAY) == ["forecast"]


def test_buses_leave_at_a_length_of_time():
    assert told("Yiwu's buses now leave every 8 minutes.", "unit") == ["minute"]


@pytest.mark.parametrize(
    "text",
    [
        "Progress will be told once a quarter.",
        "The two cities are neighbours.",
        "Goods under the 9610 and 9710 customs codes came.",
        "Document: Work Report of the City Government, 38 pages, PDF",
        "Zhejiang ICP No. 17002252-1    Visits: 1,094",
    ],
)
def test_codes_pages_and_visits_are_no_claims(text):
    assert told(text, "quote") == []


@pytest.mark.parametrize("what", ["foresaw growth", "named a fall in demand", "cut staff as sales fell"])
def test_so_many_percent_who_do_something_are_a_share(what):
    assert told(f"Of the 1,126 companies that replied, 38 percent {what}.", "kind")[1] == "share"


def test_the_time_of_hopes_is_not_that_of_those_who_hope():
    text = (
        "Survey\n\nSixty-one percent of exporters in Zhejiang expect orders in the fourth quarter to rise.\n\n"
        "Of the 1,126 companies that replied, 38 percent named freight as a worry."
    )
    assert set(days(text, DAY)) == {("None", "None")}
