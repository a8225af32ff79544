"""English turns of trade news: projects that do something, games elsewhere, coins, goods dealt in, plans told on."""

from datetime import date
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2026, 9, 30)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.spans, seen=SEEN)


def test_projects_that_do_something_foresee_nothing():
    text = (
        "Spending on the county's big projects reached 9 billion yuan. Municipal projects accounted for a third of it."
    )
    assert found(text, "attributed_to") == [None, None]
    assert found("The ministry projects 4.5 percent growth in 2027.", "attributed_to") == ["ministry"]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("August exports seen rising 5.2% as orders return: poll", "status", ["forecast"]),
        ("Last month the trains carried over 9,000 TEUs.", "modifier", ["gt"]),
        ("The workshop turns out 4,000 fans a day.", "unit", ["count"]),
        ("The park hired 30 tour coaches.", "unit", ["vehicle"]),
        ("Turnover was 2.4 times the year-ago level.", "comparison", ["yoy"]),
        ("The bank sees growth of 3 percent, below its previous forecast of 3.4 percent.", "comparison", [None, None]),
        ("The World Trade Organization expects India's imports to grow 6 percent.", "place", ["India"]),
        ("A pen costs 60 US cents (45p) there.", "unit", ["USD", "GBP"]),
        ("A box sold for 30 yuan. In May I sold 4,200 in one day.", "unit", ["CNY", "count"]),
        ("Sales came to 30 million yuan. Kites did best: 700,000 were sold.", "unit", ["CNY", "count"]),
    ],
)
def test_a_field_is_read(text, field, expected):
    assert found(text, field) == expected


def test_a_video_of_so_many_lines_costs_nothing():
    assert "GBP" not in found("The camera films in 1080p and costs 300 yuan.", "unit")


def test_games_elsewhere_are_no_place_of_orders_and_date_none():
    text = "Ma's plant is in Yiwu.\n\nThe Asian Games open in Japan on September 19, and Ma has orders for 8,000 flags."
    assert found(text, "place", seen=date(2026, 8, 1)) == ["Yiwu"]
    assert spans(text, seen=date(2026, 8, 1)) == [(None, None)]


def test_a_day_without_a_year_on_which_games_begin_is_the_next_one():
    text = "The Yongkang hardware fair opens on March 6 with 2,000 booths."
    assert spans(text, seen=date(2027, 2, 1))[0][0] == "2027-03-06"


def test_the_first_day_is_the_one_on_which_a_market_reopened():
    text = (
        "Doors open\n\nThe Yongkang hardware market reopened after the holiday on Sunday, March 1.\n\n"
        "It counted 40,000 visits on the first day."
    )
    assert spans(text, seen=date(2026, 3, 3)) == [("2026-03-01", "2026-03-01")]


def test_who_is_fetched_from_elsewhere_moves_the_text_nowhere():
    text = "Work resumes in Yiwu. Buses have brought 600 workers back to Yiwu from Anhui and Henan. Each gets 200 yuan."
    assert found(text, "place") == ["Yiwu", "Yiwu"]


def test_what_a_guest_did_there_holds_where_the_text_is():
    text = "The Yiwu fair closed on Friday. Ningbo-based Haoke sold 90 robots there."
    assert found(text, "place") == ["Yiwu"]


def test_a_union_holds_what_it_takes_at_its_border():
    text = "Yiwu sellers worry. Brussels plans a fee of 2 euros on each small parcel entering the EU."
    assert found(text, "place") == ["European Union"]
    text = "China's parcels may fall 3 percent if the EU scraps its €150 duty exemption."
    assert found(text, "place") == ["China", "European Union"]


def test_what_a_city_that_plans_would_do_is_its_target():
    text = (
        "Jinhua sets sights on 1.2 trillion yuan of output\n\nOutput is targeted to grow by 6 percent in 2027, Mayor"
        " Bao said, and 40,000 jobs are to be created. Bao said the city would raise its service share to 60 percent."
    )
    assert found(text, "status", seen=date(2027, 1, 20)) == ["target"] * 4


def test_use_of_something_tells_no_present():
    text = "In 2025 the city's trade reached 90 billion yuan. Use of foreign capital dropped 4 percent to $300 million."
    assert spans(text) == [("2025-01-01", "2025-12-31")] * 3


def test_how_far_away_something_lies_has_no_time():
    text = "Yiwu, two hours by train from Hangzhou, has sold toys since a market opened in 1982."
    assert spans(text) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2024 he bought a line. The number of hands has been halved.", (None, None)),
        (
            "In 2024 he bought a line. The pay of a moulder, 9,000 yuan a month, is higher than in other trades.",
            (None, None),
        ),
        ("In 2025 she moved. The newest shed cost 30 million yuan to build.", (None, None)),
        ("She plans a plant at a cost of $2 million, and to have 100 looms by the end of 2028.", (None, None)),
        ("Rates held near $7,000 ahead of a possible strike on October 1.", (None, None)),
        ("By midnight on September 28, 13 million yuan had been spent.", (None, "2026-09-28")),
        ("The consultancy counts 62 cancelled sailings for November.", ("2026-11-01", "2026-11-30")),
        ("The consultancy counted 62 cancelled sailings for November.", ("2025-11-01", "2025-11-30")),
    ],
)
def test_a_time_dates_only_its_own(text, expected):
    assert spans(text)[0] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Freight brought in 2 billion yuan, or 40% of revenue.", ("2025-01-01", "2025-12-31")),
        ("Freight gets 40% of its revenue from Peru.", (None, None)),
    ],
)
def test_a_share_of_revenue_is_of_the_time_reported_unless_it_comes_now(told, expected):
    head = "Results\n\nHaoke's profit rose 9 percent in 2025 to 60 million yuan.\n\nThe firm of Mr Xu makes kites.\n\n"
    tail = '\n\n"It was hard," Lin Mei said. "We grew," said Bo Wu. "We did it," he said.'
    assert spans(head + told + tail)[2] == expected


def test_what_lines_do_holds_nowhere_unless_it_is_told_of_a_port():
    text = "Ningbo's index fell. Schedule reliability averaged 52 percent in August. At Yiwu, 9 trains left late."
    assert found(text, "place")[0] is None
    assert found("Schedule reliability at Ningbo was 58 percent in August.", "place") == ["Ningbo"]


def test_what_something_stands_beside_is_not_where_it_is():
    text = (
        "Haoke of Yiwu runs a shed. It opened beside the Jebel Ali free zone. He said the group would invest 90 yuan."
    )
    assert found(text, "place") == ["Yiwu"]


def test_trips_of_trains_are_trains():
    assert found("Freight trains from Yiwu made 900 trips and the buses 300 trips.", "unit")[0] == "train"
