"""What is told of abroad in a text at home, goals listed under their time, and days and clauses told by the way."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 8, 20)


def found(text, field):
    return [getattr(claim, field) for claim in extract(text, SEEN)]


def days(text):
    return [(str(claim.period_start), str(claim.period_end)) for claim in extract(text, SEEN)]


ABROAD = """In Yiwu's aisles the phones ring

A chain in Ohio that held back 14 containers wants them. Wu's firm employs 160 people."""
PLANT = """In Yiwu's aisles the phones ring

The plant in Rayong began last year with 260 workers. Capacity there is 6 million cups."""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            ABROAD,
            ["Ohio", "Yiwu"],
        ),
        (
            PLANT,
            ["Rayong", "Rayong"],
        ),
        (
            "Yiwu sells on\n\nThe message reached Wu Haiyan at dawn. Her firm employs 160 people.",
            ["Yiwu"],
        ),
        ("Haiyan County has 160 factories.", ["Haiyan"]),
        ("Yiwu sent 37 million parcels. ZTO, Yunda and YTO together handled 61% of the total.", ["Yiwu", "Yiwu"]),
    ],
)
def test_the_place_of_a_scene_abroad_is_not_that_of_the_text(text, places):
    assert found(text, "place") == places


GOALS = """Jinhua plans

By the end of 2027 the city aims to{colon}
(1) have 5,000 trademarks registered abroad and build 20 brands;
(2) train 30,000 people;
(3) cut the time to {hours}."""


@pytest.mark.parametrize("colon", ["", ":"])
def test_goals_in_a_list_are_of_the_day_over_it(colon):
    assert days(GOALS.format(colon=colon, hours="a few hours")) == [("None", "2027-12-31")] * 3


def test_how_long_something_takes_stays_without_time_in_a_list_of_goals():
    assert days(GOALS.format(colon="", hours="ten hours"))[-1] == ("None", "None")


def test_the_day_of_a_milestone_does_not_date_what_follows():
    text = (
        "The port handled 1.1 million TEUs in the first seven months, with the millionth loaded on July 9. "
        "Cargo tonnage totaled 52 million tonnes."
    )
    assert days(text)[0] == days(text)[-1] == ("2026-01-01", "2026-07-31")


@pytest.mark.parametrize("aside", ["whose territory includes Yiwu", "who would doubt it"])
def test_what_is_told_of_somebody_in_between_keeps_the_time(aside):
    assert days(f"Last year Jinhua, {aside}, handled 12.3 billion parcels.") == [("2025-01-01", "2025-12-31")]


def test_a_clause_that_is_not_over_keeps_its_time_to_itself():
    assert days("Last year Ye met Luo, who employs 48 people.") == [("None", "None")]


@pytest.mark.parametrize("firm", ["companies that build a", "any firm that opens a", "a company which rents a"])
def test_an_offer_holds_whenever_a_plan_beside_it_is_carried_out(firm):
    text = f"The city will set aside 300 million yuan this year, and {firm} warehouse of 5,000 square meters can apply."
    assert days(text) == [("2026-01-01", "2026-12-31"), ("None", "None")]
    assert found(text, "status") == ["forecast", "actual"]


def test_where_a_trip_goes_is_not_where_its_length_holds():
    text = "Yiwu now has 26 lines. The trip to Madrid, 13,052 kilometers away, takes 16 days."
    assert found(text, "place") == ["Yiwu"] * 3


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Yiwu it rains. A chain in Ohio wanted 400,000 pairs of socks.", ["Yiwu"]),
        ("In Yiwu it rains. Chen Hao, who came home from Hangzhou in 2021, streams five hours a day.", ["Yiwu"]),
        ("Exports from the city of Zhuji, to which Datang belongs, came to 6.9 billion yuan.", ["Zhuji"]),
        ("In Yiwu it rains. A service to Almaty via the Horgos port opened, with three trains a week.", ["Yiwu"]),
    ],
)
def test_a_place_named_by_the_way_is_not_that_of_the_figures(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize("text", ["Service line 0575-8411 2077.", "Complaints about couriers: 12305"])
def test_numbers_to_call_are_no_claims(text):
    assert found(text, "value") == []


def test_a_half_with_its_short_name_has_its_year():
    text = "Trains left in the first half (H1) of 2026, up 11.4 percent year on year. They carried 154,300 TEUs."
    assert days(text) == [("2026-01-01", "2026-06-30")] * 2


def test_a_share_in_numbers_behind_an_old_level_is_of_now():
    text = "Looms ran at 61 percent in July, against 64 percent in June; one in five sheds took a break."
    assert days(text)[-1] == ("2026-07-01", "2026-07-31")


def test_changes_in_brackets_follow_the_first():
    text = "Locks headed the list (up 1.96 percent), followed by power tools (1.42 percent) and cups (0.75 percent)."
    assert found(text, "kind") == ["change"] * 3
