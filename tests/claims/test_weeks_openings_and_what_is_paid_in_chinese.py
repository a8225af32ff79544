"""Chinese turns that had been read wrongly: weeks told in a title, since when something is open, what is paid."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 20)
found = partial(claims_read.found, seen=SEEN)


WEEK = (
    "义乌这一周（9月14日—20日）\n\n1. 客流：商贸城日均客流23万人次，环比上升3%。\n"
    "2. 快递：日均揽收4200万件。\n3. 航班：起降610架次。"
)


def test_a_list_of_what_a_week_brought_is_of_the_week_of_its_title():
    told = extract(WEEK, SEEN)
    assert {(str(one.period_start), str(one.period_end)) for one in told} == {("2026-09-14", "2026-09-20")}
    assert told[1].comparison == "since"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月1日开学以来，公交日均客流12万人次。", ["2026-09-01"]),
        ("8月8日试运行至今，园区已入驻商户120家。", ["2026-08-08"]),
        ("义乌现有经营主体1.1万户，比上届世界杯时多了3000多户。", ["None", "None"]),
    ],
)
def test_since_when_it_is_so(text, expected):
    told = extract(text, SEEN)
    assert [str(one.period_start) for one in told] == expected
    assert all(one.period_end is None for one in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对投保企业给予最高50万元补助。", ["补助"]),
        ("算下来每单净赚2元。", ["净赚"]),
        ("工厂年产中性笔1.2亿支。", ["中性笔"]),
        ("出口商的利润率普遍被压缩到5%。", ["利润率"]),
        ("义乌现有经营主体1.1万户，比上届世界杯时多了3000多户。", ["经营主体", "经营主体"]),
    ],
)
def test_what_is_measured(text, expected):
    assert [words.removeprefix("出口商的") for words in found(text, "indicator")] == expected


def test_goods_for_customers_elsewhere_are_told_of_where_they_are_made():
    assert found("义乌有灯笼厂20家。这批灯笼是给广州的客户，每个卖15元。", "place") == ["Yiwu", "Yiwu"]


def test_growth_is_from_the_time_it_is_set_against():
    assert found("9月客流12万人次，比暑期增长两成。", "comparison") == [None, "since"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年全市计划实施项目320个，其中新开工80个；四季度再开工20个。", ["target"] * 3),
    ],
)
def test_what_is_only_planned(text, expected):
    assert found(text, "status") == expected


def test_a_plant_set_up_then_is_told_of_now():
    text = "去年11月，双叶公司在罗勇建了一座工厂，占地30亩。那边的电费比义乌贵两成。"
    assert found(text, "period_start") == [None, None]


def test_what_is_heard_at_a_meeting_has_no_source():
    assert found("记者从会上获悉，全市有展馆12个。", "attributed_to") == [None]
