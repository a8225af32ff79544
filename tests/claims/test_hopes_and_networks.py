"""Hopes of those asked, forecasts that a relative clause interrupts, networks grown since, and days of a festival."""

from datetime import date

from tests.claims.claims_read import days, found

DAY = date(2025, 12, 22)


def test_hopes_are_shares_of_now():
    text = "A survey found that 62 percent expect higher sales in 2026 and only one in 10 foresees a decline."
    assert days(text, DAY) == [("None", "None")] * 2
    assert found(text, "status", DAY) == ["actual"] * 2


def test_a_forecast_goes_on_behind_a_relative_clause():
    text = "She expects shipments to Spain, which account for 11 percent of the total, to drop by 8 percent in 2026."
    assert found(text, "status", DAY) == ["actual", "forecast"]


def test_what_a_forecast_is_set_against_is_over():
    text = "Prices would fall by 1.2 percent next year, compared with a decline of 2.2 percent in November."
    assert days(text, DAY) == [("2026-01-01", "2026-12-31"), ("2025-11-01", "2025-11-30")]
    assert found(text, "status", DAY) == ["forecast", "actual"]


def test_forecasts_take_up_the_growth_foreseen():
    text = "Export growth is expected to slow to 3.2 percent. Individual forecasts ranged from 1 percent to 5 percent."
    assert found(text, "kind", DAY) == ["change"] * 2


def test_a_network_that_grew_from_a_line_is_one_of_now():
    text = "A weekly service that began in November 2014 has grown into a network of 19 routes, reaching 160 cities."
    assert days(text, DAY) == [("None", "None")] * 2


def test_a_number_that_has_grown_keeps_its_place():
    text = "Membership of Yiwu's livestreaming association has grown to 4,600 companies."
    assert found(text, "place", DAY) == ["Yiwu"]


def test_users_of_a_month_are_people():
    assert found("Sales reached $8.7 billion. The app now has 118 million monthly active users.", "unit", DAY) == [
        "USD",
        "person",
    ]


def test_triple_those_is_a_ratio():
    assert found("Orders were about triple those of a year ago.", "value", DAY) == [3]


def test_since_a_draw_is_a_base():
    assert found("Orders have nearly tripled since the tournament draw.", "comparison", DAY) == ["since"]


def test_a_festival_has_the_days_told_behind_it():
    text = "Firms collected 612 million parcels during this year's Double 11 festival, which ran from Nov. 1 to 11."
    assert days(text, date(2023, 11, 13)) == [("2023-11-01", "2023-11-11")]


def test_this_month_by_a_day_ends_there():
    text = "Couriers are expected to have handled more than 1 billion parcels this month by Nov. 20."
    assert days(text, date(2023, 11, 13)) == [("2023-11-01", "2023-11-20")]
