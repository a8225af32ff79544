"""Lists of goals, datelines, what others answered, firms after their plants, old figures, places that hold nothing."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import days, found

NONE = ("None", "None")
SEEN = date(2026, 2, 21)


def test_all_of_a_list_of_goals_are_goals():
    text = "报告提出，今年主要预期目标是：生产总值增长6%以上；工业增加值增长8%；进出口总额突破7100亿元。"
    assert found(text, "status", SEEN) == ["target"] * 3


def test_all_of_an_english_list_of_goals_are_goals():
    text = "The main targets for 2026 are as follows: GDP growth of around 7 percent; a rise of about 8 percent in \
trade; and an unemployment rate within 4 percent."
    assert found(text, "status", SEEN) == ["target"] * 3


def test_tasks_under_goals_are_of_the_year_aimed_at():
    text = (
        "政府工作报告\n\n报告指出，2025年，全市生产总值6011亿元，增长6.8%。\n\n报告提出，今年主要目标是：生产总值增长6%。\n\n\
重点任务方面，报告明确，全年安排重点项目420个。"
    )
    claim = extract(text, SEEN)[-1]
    assert (claim.status, str(claim.period_end)) == ("target", "2026-12-31")


@pytest.mark.parametrize("dash", ["-", "--", "–"])
def test_the_day_of_a_dateline_begins_no_range(dash):
    (claim,) = extract(f"JINHUA, Feb. 12 {dash} Fifty-eight percent of the exporters expect higher sales.", SEEN)
    assert (claim.value, claim.value_max) == (58, None)


@pytest.mark.parametrize("number", ["3,618", "12,996", "21,039"])
def test_a_number_that_ends_like_a_name_is_read(number):
    assert found(f"A total of {number} booths were set up.", "value", SEEN) == [int(number.replace(",", ""))]


def test_the_time_of_an_answer_dates_no_other_answer():
    text = "1月份开展的调查显示，46%的样本商户预计2月订单增加，比上月提高5个百分点；反映成本偏高的商户占28%。"
    assert days(text, SEEN)[-1] == ("2026-01-01", "2026-01-31")


def test_a_firm_is_at_home_again_after_its_plant_abroad():
    text = "义乌上市公司远桥股份公布年报\n\n年报显示，义乌远桥股份营收12亿元。\n\n\
越南工厂产能利用率达92%。全年研发投入1.3亿元。"
    assert found(text, "place", SEEN)[-2:] == ["Vietnam", "Yiwu"]


def test_among_the_counties_of_a_city_something_else_is_ranked():
    text = "义乌社零增长6%\n\n1月，全市零售额41亿元，增速在金华各县（市、区）中排名第二。家电类增长31%。"
    assert set(found(text, "place", SEEN)) == {"Yiwu"}


def test_what_was_brought_in_in_a_month_dates_nothing():
    assert days("Under the timetable introduced in January, the train needs 15 days to reach Duisburg.", SEEN) == [NONE]


def test_a_month_that_owns_its_figure_is_that_month():
    text = "Exports rose 4.4% in January, slowing from December's 7.2%."
    assert days(text, SEEN)[1] == ("2025-12-01", "2025-12-31")


def test_a_part_that_is_included_is_not_what_is_told_of():
    assert found("Jinhua (Yiwu included) handled 1.4 billion parcels.", "place", SEEN) == ["Jinhua"]


def test_mail_of_others_is_that_of_the_province():
    text = "Zhejiang's parcels\n\nVolume in Zhejiang was 3 billion. Hong Kong, Macao and Taiwan volume was 88 million."
    assert set(found(text, "place", SEEN)) == {"Zhejiang"}


def test_the_fastest_growth_is_a_change():
    assert found("Taizhou saw the fastest growth, at 17.5 percent.", "kind", SEEN) == ["change"]


def test_a_team_that_ships_is_of_people():
    claim = extract("Her team of 12 ships to 21 countries.", SEEN)[0]
    assert (claim.quote, claim.unit) == ("12", "person")


def test_pilot_zones_are_no_people():
    assert found("The number of pilot zones has grown to 178.", "unit", SEEN) == ["count"]


@pytest.mark.parametrize(
    "told",
    [
        "In 2025, Wu lost 400,000 yuan when a buyer in Chile refused a shipment.",
        "He plans to have a quarter of his production moved to Vietnam.",
        "Lunch is at a Yemeni restaurant with 80 seats.",
        "The US is the main market of 22 percent of the makers.",
    ],
)
def test_lands_told_of_only_by_the_way_hold_nothing(told):
    text = f"Yiwu's stalls\n\nYiwu's exports rose 5 percent.\n\n{told}"
    assert found(text, "place", SEEN)[-1] == "Yiwu"


def test_a_plant_to_come_is_where_it_will_be():
    text = "Yiwu's stalls\n\nHer next step is a warehouse near Monterrey, Mexico. The 1,200-square-meter facility \
will employ six workers."
    assert [(c.place, c.status) for c in extract(text, SEEN)] == [("Monterrey", "actual"), ("Monterrey", "forecast")]


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("Money arrives within one day.", [1]),
        ("It can be done within 30 minutes. It used to be half a day.", [30, 0.5]),
        ("He moved production forward by 40 days.", [40]),
        ("One day he will leave.", []),
    ],
)
def test_lengths_told_shortly_are_read(told, values):
    assert [float(value) for value in found(told, "value", SEEN)] == values


def test_the_customs_of_a_town_tell_of_it_where_only_the_country_was_told_of():
    text = "China's exports rose 5 percent. Yiwu Customs says the average time has been cut from 12 days to five."
    assert found(text, "place", SEEN)[-1] == "Yiwu"


def test_a_survey_of_the_chamber_is_the_word_of_the_chamber():
    text = "Some 58 percent of the members expect growth, the chamber's annual survey shows."
    assert found(text, "attributed_to", SEEN) == ["chamber"]
