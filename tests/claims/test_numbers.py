"""The number and period grammar by itself: everything is read, whether it is a claim or not."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from barometer.claims.numbers import numbers, ranges
from barometer.claims.periods import periods

SEEN = date(2025, 6, 18)  # a Wednesday

ENGLISH = [
    ("three hundred and five boxes", "305"),
    ("two thousand and two hundred", "2200"),
    ("four million and a quarter", "4250000"),
    ("six and a half billion", "6500000000"),
    ("twenty-seven ninths", "3"),
    ("one hundred and two fifths", "100.4"),
    ("seven over 4", "1.75"),
    ("3 out of 8", "0.375"),
    ("minus nine point oh", "-9"),
    ("eight point zero five", "8.05"),
    ("half a dozen", "6"),
    ("four dozen", "48"),
    ("three quarters million", "750000"),
    ("5 3/4", "5.75"),
    ("-7/2", "-3.5"),
    ("¾", "0.75"),
    ("2.5x10^3", "2500"),
    ("7e-2", "0.07"),
    ("12 345 678", "12345678"),
    ("2.345,5", "2345.5"),
    ("9,5", "9.5"),
    ("14 lakh", "1400000"),
    ("88k", "88000"),
    ("1.7bn", "1700000000"),
]
CHINESE = [
    ("三千零八", "3008"),
    ("三千八", "3800"),
    ("陆佰柒拾贰", "672"),
    ("两万万", "200000000"),
    ("6.31万亿", "6310000000000"),
    ("7亿3万2千", "700032000"),
    ("二〇二四", "2024"),
    ("五又四分之一", "5.25"),
    ("八分之三", "0.375"),
    ("负十二点五", "-12.5"),
    ("三 百 六 十", "360"),
    ("４，３２１", "4321"),
    ("六打", "72"),
    ("半百", "50"),
    ("3^4", "81"),
    ("九十九万八", "998000"),
]


@pytest.mark.parametrize(("text", "value"), ENGLISH)
def test_english_numbers(text, value):
    assert numbers(text, "en")[0].value == Decimal(value)


@pytest.mark.parametrize(("text", "value"), CHINESE)
def test_chinese_numbers(text, value):
    found = numbers(text, "zh")
    assert [one.value for one in found] == [Decimal(value)]
    assert (found[0].start, found[0].end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("百分之十七点五", "17.5", "percent"),
        ("千分之三", "0.3", "percent"),
        ("八五折", "85", "percent"),
        ("四成半", "45", "percent"),
        ("12个百分点", "12", "percent"),
        ("19 per cent", "19", "percent"),
        ("thirty-one percent", "31", "percent"),
        ("$ 62 million", "62000000", "USD"),
        ("HK$ 3.2 billion", "3200000000", "HKD"),
        ("700 swiss francs", "700", "CHF"),
        ("USD45", "45", "USD"),
        ("18 MEUR", "18000000", "EUR"),
        ("20 USD million", "20000000", "USD"),
        ("8 dollars and 75 cents", "8.75", "USD"),
        ("6元8角5分", "6.85", "CNY"),
        ("人民币 9千元", "9000", "CNY"),
        ("三十亿日元", "3000000000", "JPY"),
        ("62 million $", "62000000", "USD"),
        ("$62 USD", "62", "USD"),
        ("US$62 yuan", "62", "USD"),
        ("¥62 yen", "62", "JPY"),
        ("20 USD billion", "20000000000", "USD"),
        ("20 USD thousand", "20000", "USD"),
        ("15 dollars and 50", "15.5", "USD"),
        ("3 dollars 99 cents", "3.99", "USD"),
        ("3 pounds 50 cents", "3.5", "GBP"),
        ("5元3毛2分", "5.32", "CNY"),
        ("5元3毛2", "5.32", "CNY"),
    ],
)
def test_units(text, value, unit):
    assert [(one.value, one.unit) for one in numbers(text)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("it costs 15 dollars and 50.", ["15 dollars and 50"]),
        ("it costs $3.20 each", ["$3.20"]),
        ("the fee of US$ 62 million is due", ["US$ 62 million"]),
        ("他付了5元3毛2分走了", ["5元3毛2分"]),
        ("$3 and 50 hats", ["$3"]),
        ("a debt of 20 USD million fell due", ["20 USD million"]),
        ("a debt of 18 MEUR fell due", ["18 MEUR"]),
        ("3 euros 50 cents each", ["3 euros 50 cents"]),
        ("3 dollars 50 pence", ["3 dollars", "50 pence"]),
        ("15 dollars and 50 hats", ["15 dollars"]),
        ("3 dollars 100 cents", ["3 dollars", "100 cents"]),
        ("3 dollars 2.5 cents", ["3 dollars", "2.5 cents"]),
        ("5元3角4角", ["5元3角"]),
        ("3 hats 50 cents", ["50 cents"]),
        ("3 dollars" + " " * 30 + "50 cents", ["3 dollars", "50 cents"]),
    ],
)
def test_how_far_a_price_reaches(text, prices):
    assert [text[one.start : one.end] for one in numbers(text) if one.unit] == prices


@pytest.mark.parametrize(
    "text", ["the one you mentioned", "一切如常", "四川的天气", "他拾起石子", "陆地", "a person", "at 5 pm", "A4"]
)
def test_what_is_no_number(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 40 and less than 60", 40, 60),
        ("between the second and the ninth", 2, 9),
        ("at most 90 and at least 30", 30, 90),
        ("less than 70 or equal to", None, 70),
        ("from 200 to 300", 200, 300),
        ("15-25", 15, 25),
        ("equal to 12", 12, 12),
        ("six hundred or more", 600, None),
        ("大于三十的同时小于等于四十", 30, 40),
        ("20与35之间", 20, 35),
        ("不少于六百", 600, None),
        ("比八十低", None, 80),
        ("七百多", 700, None),
        ("十到十五", 10, 15),
        ("以80以下计", None, 80),
    ],
)
def test_ranges(text, low, high):
    found = ranges(text)
    assert [(one.low, one.high) for one in found] == [(low, high)]


def test_bounds_that_exclude_each_other_are_two_ranges():
    assert len(ranges("more than 60 and less than 40")) == 2
    assert len(ranges("大于60小于40")) == 2
    assert len(ranges("more than 60 and less than 60")) == 2
    assert len(ranges("more than 40 and more than 60")) == 2
    assert len(ranges("more than 40 hats in the first of the days of the year, and less than 60")) == 2


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It sold more than 40 and less than 60 hats.", ["more than 40 and less than 60"]),
        ("about between 20 and 30 of them", ["between 20 and 30"]),
        ("a sum of more than 12 or equal to it", ["more than 12 or equal to"]),
        ("a sum of less than 12 or equal to it", ["less than 12 or equal to"]),
        ("a sum equal to 12 or more of it", ["equal to 12 or more"]),
        ("at least 12 or more", ["at least 12"]),
        ("每天比八十大的", ["比八十大"]),
        ("卖了20与35之间吧", ["20与35之间"]),
        ("他卖出大于三十的同时小于等于四十顶", ["大于三十的同时小于等于四十"]),
        ("从20到20", []),
        ("20 to 15", []),
        ("30 yuan to 20 percent", []),
        ("from 3 to 5 percent", ["3 to 5 percent"]),
        ("more than 40 and 60", ["more than 40"]),
        ("more than 20 to 30 hats", ["more than 20"]),
        ("He sold 5 hats and 20 to 30 bags.", ["20 to 30"]),
        ("3 percent to 5 percent of it", ["3 percent to 5 percent"]),
    ],
)
def test_how_far_a_range_reaches(text, quotes):
    assert [text[one.start : one.end] for one in ranges(text)] == quotes


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("more than 40 percent and less than 60", "percent"),
        ("more than 40 and less than 60 percent", "percent"),
        ("3 to 5 percent", "percent"),
        ("3 percent to 5", "percent"),
        ("3 to 5", None),
    ],
)
def test_a_range_has_the_unit_of_either_end(text, unit):
    assert [one.unit for one in ranges(text)] == [unit]


def test_offsets_count_over_lines():
    text = "Exports\nrose by 12 boxes\n义乌卖了20到30顶"
    assert [text[one.start : one.end] for one in numbers(text)] == ["12", "20", "30"]
    assert [text[one.start : one.end] for one in ranges(text)] == ["20到30"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 3 to 9 May, 2024", "2024-05-03", "2024-05-09"),
        ("between 5 and 8 of this month", "2025-06-05", "2025-06-08"),
        ("March 3rd until April 2nd 2024", "2024-03-03", "2024-04-02"),
        ("next week", "2025-06-23", "2025-06-29"),
        ("this weekend", "2025-06-21", "2025-06-22"),
        ("the second week of 2025", "2025-01-06", "2025-01-12"),
        ("the last week of May", "2025-05-26", "2025-06-01"),
        ("past 2 months", "2025-04-18", "2025-06-18"),
        ("next 3 days", "2025-06-19", "2025-06-21"),
        ("within 10 days", "2025-06-18", "2025-06-28"),
        ("rest of the month", "2025-06-18", "2025-06-30"),
        ("earlier this year", "2025-01-01", "2025-06-18"),
        ("late last month", "2025-05-16", "2025-05-31"),
        ("mid next week", "2025-06-24", "2025-06-27"),
        ("middle of 2019", "2019-05-01", "2019-08-31"),
        ("the year after next", "2027-01-01", "2027-12-31"),
        ("2023 Q4", "2023-10-01", "2023-12-31"),
        ("H1 2024", "2024-01-01", "2024-06-30"),
        ("the 1980s", "1980-01-01", "1989-12-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("19th century", "1800-01-01", "1899-12-31"),
        ("May of nineteen ninety seven", "1997-05-01", "1997-05-31"),
        ("2024/11", "2024-11-01", "2024-11-30"),
        ("2016 to 2019", "2016-01-01", "2019-12-31"),
        ("week 10", "2025-03-03", "2025-03-09"),
        ("the week starting March 5", "2025-03-03", "2025-03-09"),
        ("5 days from tomorrow", "2025-06-19", "2025-06-23"),
        ("下下周", "2025-06-30", "2025-07-06"),
        ("上周末", "2025-06-14", "2025-06-15"),
        ("近三个月", "2025-03-18", "2025-06-18"),
        ("未来两天", "2025-06-19", "2025-06-20"),
        ("十九世纪六十年代", "1860-01-01", "1869-12-31"),
        ("上世纪80年代", "1980-01-01", "1989-12-31"),
        ("18年3月2日到19年4月5日", "2018-03-02", "2019-04-05"),
        ("从2018/3/2-2018/4/5", "2018-03-02", "2018-04-05"),
        ("三月的第二周", "2025-03-10", "2025-03-16"),
        ("2016年至2019年", "2016-01-01", "2019-12-31"),
        ("康熙二十年9月", "1681-09-01", "1681-09-30"),
        ("08年", "2008-01-01", "2008-12-31"),
    ],
)
def test_periods(text, first, last):
    found = [(start, end) for _, _, start, end in periods(text, SEEN)]
    assert (date.fromisoformat(first), date.fromisoformat(last)) in found


WORDS = """
one and|half a|hundred|million|fifths|and a|3/4|-|1,234|1 200|12e400|9^999|$|USD|cents|percent|over|out of|0/0
between|more than|or less|to|from|三|百|万亿|又|分之|点|负|折|成|多|几|百分之|元|角|打|大于|之间|next|5|weeks|week 60
of|May|31st|Feb 30|0000|99年|上|下周|世纪|年代|康熙|九九年|月|日|/|the|first
"""
PIECES = st.sampled_from([*WORDS.strip().replace("\n", "|").split("|"), "\n", " "])


@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]), st.dates())
@example(["3/4", "日"], "", date.min)
@example(["the first", "weeks"], " ", date.max)
@example(["$", "1,234", "多", "-", "12e400"], "", date(2000, 1, 1))
def test_no_text_raises(pieces, space, seen):
    text = space.join(pieces)
    for language in ("en", "zh"):
        for one in (*numbers(text, language), *ranges(text, language)):
            assert 0 <= one.start < one.end <= len(text)
        for start, end, first, last in periods(text, seen, language):
            assert 0 <= start < end <= len(text)
            assert first is not None or last is not None


PATTERNS = (
    "一百",
    "one and ",
    "1 over ",
    "三又",
    "twenty fifths ",
    "$5 and 6 ",
    "百分之",
    "and a half ",
    "from 1 to ",
    "- ",
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_cost_per_character_does_not_grow(pattern):
    def cost(size):
        text = (pattern * size)[:size]
        begun = time.process_time()
        numbers(text)
        ranges(text)
        periods(text, SEEN)
        return (time.process_time() - begun) / size

    numbers(pattern)
    bound = 2.5 * min(cost(1_000) for _ in range(2)) + 5e-6
    assert any(cost(10_000) < bound for _ in range(2))  # once more, where the machine was busy
