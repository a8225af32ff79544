"""Forecasts that may be, levels that are bases, goals named behind, peaks, answers, plants abroad, the world."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import days, found

NONE = ("None", "None")
APRIL = ("2026-04-01", "2026-04-30")
MAY = date(2026, 5, 7)


@pytest.mark.parametrize(
    "told",
    [
        "Shipments to Brazil may have dropped by 6 percent in April.",
        "Sales could be 11 percent higher in April, Ada Berg, an economist, wrote in a note on Wednesday.",
        "Economists expect imports to have risen 0.4 percent in April, leaving a surplus of $90 billion.",
    ],
)
def test_what_may_have_been_is_forecast_of_its_own_month(told):
    assert set(found(told, "status", MAY)) == {"forecast"}
    assert set(days(told, MAY)) == {APRIL}


def test_the_day_of_a_release_to_come_dates_no_forecast():
    text = "Exports likely grew 4.1 percent in April. Customs will release the data on Saturday. \
Economists' forecasts ranged from 1 percent to 8 percent."
    assert set(days(text, MAY)) == {APRIL}


@pytest.mark.parametrize(
    ("told", "base"),
    [
        ("It is now more than double its level at the end of March.", "since"),
        ("It was nearly four times the level in early December.", "since"),
        ("Rates slumped by half from last year's peak.", "since"),
        ("Sales fell 5 percent from last year's level.", "yoy"),
        ("Volumes were 1.2 percent lower than in the previous ten days.", "since"),
    ],
)
def test_a_level_of_another_time_is_a_base(told, base):
    (claim,) = extract(told, MAY)
    assert (claim.comparison, claim.period_end) == (base, None)


@pytest.mark.parametrize("told", ["The city sets a 280-billion-yuan goal.", "Yiwu eyes a 5 percent growth target."])
def test_a_goal_named_behind_its_figure_is_a_goal(told):
    assert found(told, "status", MAY) == ["target"]


def test_orders_of_a_quarter_to_come_may_be_there_already():
    text = "Her orders for the third quarter were already 20 percent higher than a year earlier."
    assert found(text, "status", MAY) == ["actual"]


def test_the_day_of_a_peak_dates_nothing_that_follows():
    text = "Depots sorted 3.4 billion parcels from April 1 to 28. \
Volume reached a high of 201 million on April 9. The Yiwu hub sorted 296 million parcels."
    assert days(text, MAY)[1:] == [("2026-04-09", "2026-04-09"), ("2026-04-01", "2026-04-28")]


@pytest.mark.parametrize(
    "told",
    [
        "Some 27 percent see no change and 15 percent fear a decline.",
        "Brazil was named as the best market by 39 percent, followed by Chile with 21 percent.",
    ],
)
def test_so_many_percent_who_answer_are_shares(told):
    assert found(told, "kind", MAY) == ["share", "share"]


def test_the_size_of_a_survey_is_of_no_time_foreseen():
    text = "Makers are upbeat about next year, according to a survey of 1,150 firms published on Wednesday."
    (claim,) = extract(text, MAY)
    assert (claim.status, claim.period_start) == ("actual", None)


def test_those_from_abroad_grow_too():
    text = "Compared with the previous edition, visits rose 4.6 percent and those from abroad 22.1 percent."
    assert [(c.kind, c.direction) for c in extract(text, MAY)] == [("change", "up")] * 2


@pytest.mark.parametrize("told", ["He trained 50 young Ghanaians.", "The plant employs 50 Egyptians."])
def test_people_called_after_their_land_are_people(told):
    assert found(told, "unit", MAY) == ["person"]


def test_a_duty_of_nothing_is_a_rate():
    (_lands, duty) = extract("Goods from 33 African countries enter at zero tariff.", MAY)
    assert (duty.value, duty.unit, duty.kind) == (0, "percent", "rate")


def test_most_of_the_year_is_no_year():
    assert days("Some 3,800 traders live in Yiwu for most of the year.", MAY) == [NONE]


def test_a_plant_abroad_that_opens_a_story_is_where_it_is_told_of():
    text = "Yiwu's makers go abroad\n\nIn a new park outside Ain Sokhna, Egypt, Wu Ke can hear his machines. \
His firm put $18 million into the plant. The factory employs 740 people."
    assert found(text, "place", MAY) == ["Ain Sokhna", "Ain Sokhna"]


def test_a_province_that_no_list_knows_is_a_place():
    text = "In Vietnam's Bac Ninh province, Haida Toys of Yiwu rents 6,000 square meters. The rent is $5 a month."
    assert set(found(text, "place", MAY)) == {"Bac Ninh"}


def test_lands_that_bought_are_partners():
    text = "Yiwu's exports rose 5 percent.\n\nKenya, Ghana and Nigeria bought goods worth 9 billion, 5 billion and \
4 billion yuan, respectively."
    assert set(found(text, "place", MAY)) == {"Yiwu"}


def test_a_share_of_a_province_s_exports_is_of_the_province():
    assert found("Private firms' share of Zhejiang's exports rose to 83.9 percent.", "place", MAY) == ["Zhejiang"]


def test_what_is_of_the_world_has_no_place():
    text = "Rates from Shanghai rose 5 percent.\n\nThe global fleet is expected to grow by 10 percent this year."
    assert found(text, "place", MAY)[-1] is None


def test_a_duty_told_on_stays_where_it_is_levied():
    text = "Yiwu's toys\n\nThe average US duty on a toy stood at 20 percent. By June it had climbed to 54 percent."
    assert found(text, "place", MAY) == ["United States", "United States"]
