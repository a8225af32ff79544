"""Fairs that run through a day, named again by their length, titles of an agency, and months that others are below."""

from datetime import date

from tests.claims.claims_read import days, found

DAY = date(2025, 10, 22)
FAIR = (
    "Yiwu fair opens\n\nThe 31st China Yiwu International Commodities Fair opened on Tuesday in Yiwu, with 2,340 "
    "companies.\n\n"
)
ITS_DAYS = ("2025-10-21", "2025-10-24")


def test_a_fair_that_runs_through_a_day_keeps_its_days():
    text = FAIR + "The four-day event, which runs through Friday, is expected to receive more than 210,000 visits."
    assert days(text, DAY) == [ITS_DAYS] * 3
    assert found(text, "status", DAY)[-1] == "forecast"


def test_what_the_fair_has_is_of_its_days():
    text = FAIR + "The four-day event has drawn buyers.\n\nThe fair has an exhibition area of 120,000 square meters."
    assert days(text, DAY)[-1] == ITS_DAYS


def test_a_fair_that_runs_from_a_day_to_another_has_them():
    text = "The fair, which runs from Nov 5 to 30, aims for sales of 500 million yuan."
    assert days(text, date(2024, 11, 10)) == [("2024-11-05", "2024-11-30")]


def test_the_label_of_an_agency_hides_no_country():
    text = "PREVIEW-China's December exports seen slowing\n\n* Exports seen up 3.1% y/y in Dec vs 5.9% in Nov"
    assert found(text, "place", date(2026, 1, 12)) == ["China"] * 2
    assert found(text, "status", date(2026, 1, 12)) == ["forecast", "actual"]


def test_a_month_that_growth_is_below_has_a_growth():
    text = "Shipments grew 3.1% year-on-year in December, slower than November's 5.9%."
    assert found(text, "kind", date(2026, 1, 12)) == ["change"] * 2
    assert days(text, date(2026, 1, 12))[-1] == ("2025-11-01", "2025-11-30")


def test_the_first_word_of_a_row_is_no_town():
    assert found("- Courier companies handled 13.1 billion parcels.", "place", DAY) == [None]


def test_cities_of_a_continent_are_reached_from_somewhere():
    text = "Trains from Yiwu\n\nYiwu sent 900 trains.\n\nThe platform now reaches more than 160 cities in Eurasia."
    assert found(text, "place", DAY)[-1] == "Yiwu"
