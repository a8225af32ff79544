"""Forecasts that are moved, where custom is, who found and said it, and how long things take."""

from datetime import date
from decimal import Decimal

import pytest

from barometer.claims import extract

SEEN = date(2026, 9, 30)


def found(text, field):
    return [getattr(claim, field) for claim in extract(text, SEEN)]


def periods(text):
    return [(str(claim.period_start), str(claim.period_end)) for claim in extract(text, SEEN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Bank lifted its forecast for growth this year to 5.1% from 4.9%.", ["forecast", "forecast"]),
        ("The mill raised its 2026 sales target to 9 billion yuan from 8 billion yuan.", ["target", "target"]),
        ("By 2030 exports are to double to 300 billion yuan.", ["target", "target"]),
        ("Guests may stay in the zone for up to 15 days.", ["actual"]),
        ("Under the rules buyers may return most lamps within ten days.", ["actual"]),
    ],
)
def test_what_is_foreseen_aimed_at_or_allowed(text, expected):
    assert found(text, "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Bank lifted its forecast for growth this year to 5.1% from 4.9%.", ("2026-01-01", "2026-12-31")),
        (
            "For 2025 Qinglan earned 90 million yuan, after losing 12 million yuan the year before.",
            ("2024-01-01", "2024-12-31"),
        ),
        (
            "For 2025 Qinglan earned 90 million yuan, after a loss of 12 million yuan a year earlier.",
            ("2024-01-01", "2024-12-31"),
        ),
    ],
)
def test_times_of_what_was_before(text, expected):
    assert periods(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("YIWU -- The lane is narrow. Gao won 11 new customers in Chile, Peru and Kenya.", "Yiwu"),
        ("YIWU -- The lane is narrow. Gao makes 60 percent of her sales in the United States.", "Yiwu"),
        (
            "Jinhua's trade grew by 4 percent.\n\nYiwu made most of it. The city's exports reached 9 billion yuan.",
            "Yiwu",
        ),
        ("Exports of Yiwu came to 40 billion yuan, accounting for 61 percent of Jinhua's total.", "Yiwu"),
        ("Wuyi, which makes about a third of China's playing cards, aims to cut waste by 6 percent.", "Wuyi"),
        (
            "YIWU -- It rains.\n\nAnna Reed, who owns four shops in Ohio, paid $900. This year she ordered 30 lamps.",
            "Ohio",
        ),
    ],
)
def test_where_custom_and_shares_are(text, place):
    assert found(text, "place")[-1] == place


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A poll of 600 shops, carried out in May by Lin'an University, found that 44 percent sold online.",
            "Lin'an University",
        ),
        (
            "In a survey of 800 sellers, the city's trade association found that 9 percent had closed.",
            "city's trade association",
        ),
        ('"Returns rose by a tenth," said its sales manager, Han Joon.', "Han Joon"),
        (
            "Xu Min, the mayor, said exports rose 5 percent. All nine projects promised for 2025 are done, he added.",
            "Xu Min",
        ),
        ("Harbor Bank lifted its forecast for growth this year to 5.1%.", "Harbor Bank"),
        ("The screen on the wall says 2 a.m., and Gao has sold 90 lamps.", None),
        ("Duty on glass is 14 percent, Mara Koch points out.", "Mara Koch"),
    ],
)
def test_who_found_or_said_it(text, source):
    assert found(text, "attributed_to")[-1] == source


def test_a_person_told_of_by_what_is_theirs_speaks_without_it():
    text = 'Mr Gao\'s margin is now 9 percent. "I kept the old mould for three years," he says.'
    assert found(text, "attributed_to")[-1] == "Gao"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A permit is issued in 6 working days.", [6]),
        ("1. Permits in 6 working days", [6]),
        ('"We get eight days before the copies come," she said.', [8]),
        ("The cut-off is five hours before departure.", [5]),
        ("Listing a cream has been possible in 80 days since March.", [80]),
        ("How much of it her double did she cannot say.", []),
        ("Sales are expected to double.", [2]),
    ],
)
def test_how_long_things_take_and_who_is_like_another(text, expected):
    assert found(text, "value") == [Decimal(one) for one in expected]


def test_what_was_got_back_has_not_risen():
    assert found("The center has recovered over 70 million yuan for merchants since 2015.", "kind") == ["amount"]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("The EU collects 3 euros on every parcel from outside the bloc.", "place", "European Union"),
        ("Pellets cost 8,200 yuan a tonne in March, down 11% on January.", "comparison", "since"),
        ("Announced in July, the plan sets aside 30 million yuan for exporters.", "status", "actual"),
        ("His daughter, aged 24, keeps the books.", "unit", "year"),
        ("On Mondays the market closes and 40 guides clean the halls.", "period_start", None),
    ],
)
def test_levies_prices_and_habits(text, field, expected):
    assert found(text, field)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "YIWU -- Sellers are glad. Rates on the route are 3 euros per kg, 8 percent below those out of Shanghai.",
        "YIWU -- Sellers are glad. Spot prices from China to Europe averaged $3.70 per kg in May.",
        "YIWU -- Sellers are glad. The freight cost per truck was down to $7,900.",
    ],
)
def test_what_carriage_costs_holds_in_no_place(text):
    assert set(found(text, "place")) == {None}


def test_items_of_a_digest_do_not_lend_their_place_to_each_other():
    items = (
        "News in brief from Zhejiang",
        "Wenzhou port handles 5 percent more boxes",
        "Wenzhou Port handled 90,000 TEUs of containers in August.",
        "Yiwu opens a fund",
        "Yiwu has set up a 40-million-yuan fund.",
    )
    text = "\n\n".join(items)
    claims = extract(text, SEEN)
    assert [claim.place for claim in claims if claim.quote == "40-million-yuan"] == ["Yiwu"]
