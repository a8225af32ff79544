"""Figures that only bound or count what a rule is about, and forecasts that a figure is set against."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NONE = ("None", "None")


@pytest.mark.parametrize(
    "text",
    [
        "Japan plans to end its tax break for parcels worth 10,000 yen or less from April 2027.",
        "The premium will be cut by 20 percent in 2027 for companies with annual exports below $10 million.",
        "The action plan for 2026 to 2028 lists 26 tasks.",
        "The plan, which runs from 2026 through 2028, sets out 26 tasks in five fields.",
    ],
)
def test_what_a_rule_or_plan_is_about_is_a_fact_without_a_time(text):
    assert found(text, "status")[-1] == "actual"
    assert days(text)[-1] == NONE


def test_a_bound_in_force_since_a_day_keeps_its_time():
    assert days("Since Feb. 1, Peru has levied an 18 percent tax on parcels valued at $200 or less.")[-1] == (
        "2026-02-01",
        "None",
    )


def test_the_worth_of_goods_is_no_bound():
    text = "The port sent goods worth more than 50 billion yuan in 2025."
    assert days(text) == [("2025-01-01", "2025-12-31")]


@pytest.mark.parametrize(
    "told",
    ["short of the 4.5% forecast in a poll", "vs 4.5% forecast in a poll", "beating the 4.5% median estimate"],
)
def test_what_a_growth_is_set_against_is_foretold_of_the_same_time(told):
    seen = date(2025, 6, 10)
    assert found(f"Exports rose 4.1% in May, {told}.", "status", seen) == ["actual", "forecast"]
    assert found(f"Exports rose 4.1% in May, {told}.", "kind", seen) == ["change", "change"]
    assert days(f"Exports rose 4.1% in May, {told}.", seen) == [("2025-05-01", "2025-05-31")] * 2


def test_what_somebody_puts_a_time_to_come_at_is_a_forecast():
    text = "Analyst Wu Ke puts the June index in a range of 101.2-101.8 points."
    assert found(text, "status") == ["forecast"]
    assert found("The consultancy put punctuality at 54.7 percent in April.", "status") == ["actual"]
