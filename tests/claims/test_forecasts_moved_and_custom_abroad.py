"""Forecasts that are moved, where custom is, who found and said it, and how long things take."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 30)


found = partial(claims_read.found, seen=SEEN)


periods = partial(claims_read.days, seen=SEEN)


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
        (
            "YIWU -- It rains in Yiwu.\n\nEach lamp attracts a duty of 4 euros ($4.60) on entry to the European Union.",
            "European Union",
        ),
        ("Chinese firms naming the United States as their best market fell from 31% to 20% in China.", "China"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One shop in eight lost money. Only one seller in five buys insurance.", ["12.5", "20"]),
        ("A parcel takes 40 hours, down from 9 to 12 days by sea.", ["40", "9"]),
        ("In 2019 three-quarters of her stems went abroad.", ["75"]),
        ("Classes for 30 people are held from 7 to 8:30 pm.", ["30"]),
    ],
)
def test_shares_ranges_and_hours(text, expected):
    assert found(text, "value") == [Decimal(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Yiwu Customs put the punctuality rate of the trains in the two months at 98 percent.", "Yiwu Customs"),
        ("The Yiwu Trade Association counts roughly 2,700 shops.", "Yiwu Trade Association"),
        ("Nine trains now leave, saving exporters around 300 yuan, said Gao.", "Gao"),
        ("The clinic works with 20 banks, said its head, Dr. Xu Min.", "Xu Min"),
        ("Opening an account takes 15 working days, complains Haddad.", "Haddad"),
        ('"It is bad," said Xu Min, head of a maker in Yiwu with annual sales of 60 million yuan.', None),
        ('"It rains," Xu Min, head of the bureau, told Jinhua Daily. "Exports passed 9 billion yuan."', "Xu Min"),
        ("All rates below are year on year unless stated otherwise.\n\nOutput was 9 billion yuan.", None),
        ("Her pins tell the story of a city. Yiwu sold goods worth 9 billion yuan.", None),
        ("His native Yiwu sees him only at Spring Festival. He has 30 staff.", None),
    ],
)
def test_who_speaks_and_what_only_tells_of_them(text, source):
    assert found(text, "attributed_to")[-1] == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade rose 5 percent in the first quarter and 7 percent in the second.", ("2026-04-01", "2026-06-30")),
        ("The margin widened to 34 percent, the highest since the firm's listing in 2017.", ("None", "None")),
        ("Sales reached 9 billion yuan, the firm said in its annual report late on Thursday.", ("None", "None")),
    ],
)
def test_quarters_in_turn_and_days_that_date_nothing(text, expected):
    assert periods(text)[-1] == expected


def test_figures_in_brackets_behind_what_each_is_of():
    text = "Most plants are in Vietnam (112 companies), Indonesia (74) and Mexico (41)."
    assert found(text, "unit") == ["company"] * 3
    assert found(text, "place") == ["Vietnam", "Indonesia", "Mexico"]
    text = "Freight was named by 54% of firms, followed by wages (47%), exchange rates (39%) and tariffs (36%)."
    assert found(text, "kind") == ["share"] * 4


def test_a_workshop_outside_a_town_is_there():
    assert found("His firm in Yiwu rents a plant outside Hanoi, where wages are 30 percent lower.", "place") == [
        "Hanoi"
    ]


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
