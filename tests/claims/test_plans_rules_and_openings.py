"""What Chinese plans go on to aim at, and times that only say when a rule, a building or a word came out."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 5, 20)
found = partial(claims_read.found, seen=SEEN)


def spans(text, seen=SEEN):
    return [(claim.period_start, claim.period_end) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《方案》提出，到2028年，出口突破600亿元。人才培育方面，培训主播2万名，新增品牌300个。", ["target"] * 3),
        ("《意见》提出，到2028年，产值突破40亿元。县财政每年安排专项资金500万元。", ["target"] * 2),
        ("2026年至2028年，市财政每年安排专项资金3000万元，对新建仓库给予补助。", ["target"]),
        ("三、2026年工作思路。力争全年出口增长8%；零售总额增长5%；年内新建仓库6个。", ["target"] * 3),
        ("《行动方案（2026—2028年）》日前印发，从三个方面提出15条举措。", ["actual"]),
        ("丽水提出，力争今年出口增长9%；台州则提出，到明年底仓库扩大到30万平方米。", ["target"] * 2),
        ("协会问卷显示，六成企业已将部分订单转由当地仓发货，运费平均减少12%。", ["actual"] * 2),
    ],
)
def test_what_is_aimed_at(text, expected):
    assert found(text, "status") == expected


def test_a_plan_goes_on_to_its_year():
    text = "《方案》提出，到2028年，出口突破600亿元。人才培育方面，培训主播2万名，新增品牌300个。"
    assert spans(text) == [(None, date(2028, 12, 31))] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("丽水提出，力争今年出口增长9%；台州则提出，到明年底仓库扩大到30万平方米。", ["丽水", "台州"]),
        ("这些支持也写进了《方案》：每年培训5000人次。", ["方案"]),
    ],
)
def test_whose_plans_they_are(text, expected):
    assert found(text, "attributed_to") == expected


def test_years_in_the_name_of_a_plan_date_nothing():
    assert spans("《行动方案（2026—2028年）》日前印发，从三个方面提出15条举措。") == [(None, None)]


def test_a_duty_dates_no_survey_told_after_it():
    text = "今年以来订单增多。巴西自2026年4月1日起把小包税率由20%上调至25%。协会的问卷显示，68%的企业改走海运。"
    assert spans(text)[-1] == (None, None)


def test_the_day_on_which_somebody_spoke_dates_nothing():
    assert (
        spans("商务部发言人18日在例行发布会上介绍，全国海外仓已超3300个，总面积逾4200万平方米。") == [(None, None)] * 2
    )


def test_the_day_of_an_index_is_that_on_which_it_came_out():
    text = "某机构5月7日发布的世界集装箱运价指数为2100美元。"
    assert spans(text) == [(date(2026, 5, 7), date(2026, 5, 7))]


def test_when_a_building_opened_dates_nothing_told_of_it():
    lead = "快递战报\n\n邮政局统计，4月20日至5月17日，全市揽收包裹1亿件。\n\n"
    text = lead + "分拨中心今年4月刚投用，占地80亩。配套的60辆货车跑进社区。"
    assert spans(text)[-2:] == [(None, None)] * 2


def test_from_today_up_to_a_day():
    assert spans("即日起至6月25日，包裹免费保管期由3天延长到5天。")[-1] == (SEEN, date(2026, 6, 25))


def test_what_was_made_ready_before_is_of_no_time_told():
    text = (
        "邮政局统计，5月1日至10日，全市揽收包裹1亿件。\n\n店主王芳说，为了这波大促，提前备了5万件货，还请了20个打包工。"
    )
    assert spans(text)[1:] == [(None, None)] * 2


def test_members_of_a_body_are_of_no_time_told():
    text = "货代赵强说，公司3月发出货柜214个。协会会长楼建国说，协会820家会员中，三分之一在一季度调低了报价。"
    assert spans(text)[1] == (None, None)


def test_a_turn_of_a_story_tells_no_time_of_now():
    assert spans("转机出现在2003年，客商订了10万条拉链。") == [(date(2003, 1, 1), date(2003, 12, 31))]


def test_what_a_story_turns_to_dates_what_happened_then():
    text = "骆秋芳的生意经\n\n骆秋芳卖拉链31年了。“头一年不敢回家。”她说。\n\n转机出现在2003年。一位客商要10万条拉链。"
    assert spans(text)[-1] == (date(2003, 1, 1), date(2003, 12, 31))
