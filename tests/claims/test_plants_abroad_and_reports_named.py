"""Plants abroad that a Chinese paragraph goes on about, who tells by a report with a title, times of rules."""

from datetime import date
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2026, 9, 8)


found = partial(claims_read.found, seen=SEEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "义乌袜业\n\n去年，义乌产值30亿元。\n\n顺和针织去年在孟加拉国达卡设厂，用工210人。周琴说，当地电价比国内低了三成。",
            ["Yiwu", "Dhaka", "Dhaka"],
        ),
        ("公司越南同奈工厂已投产，年产能1亿支笔。", ["Dong Nai"]),
        ("义乌商户李娜租了房，月租3000元。“比我在迪拜租的还便宜两成。”李娜说。", ["Yiwu", "Yiwu"]),
    ],
)
def test_place(text, expected):
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年，公司在河内设厂，用工210人。", [None]),
        ("毕业那年，他花6000元进了货。", [None]),
        ("对面积3000平方米的仓库给予补助，单仓全年不超过60万元。", [None, None]),
        ("去年四季度，公司净利润1亿元，占全年的三分之一。", [date(2025, 10, 1)] * 2),
    ],
)
def test_first_day(text, expected):
    assert found(text, "period_start") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文具企业安禾股份4月2日晚间披露的2025年年度报告显示，公司营收9亿元。", ["安禾股份"]),
        ("《办法》规定，企业首次建站的，给予奖励3万元。", ["办法"]),
        ("会议也点出了短板：去年服务贸易占比不到3%。", ["会议"]),
        ("村支书何国强翻开账本：去年，集体收入90万元。", ["何国强"]),
        ("村民郑彩云专做钉扣。“一年能挣2万元。”她笑着说。", ["郑彩云"]),
        (
            "义乌市玩具行业协会忙着走访。据该协会9月1日发布的《经营状况报告》，共回收问卷600份。\n\n报告显示，企业毛利率12%。",
            ["义乌市玩具行业协会", "经营状况报告"],
        ),
    ],
)
def test_source(text, expected):
    assert [want in (got or "") for want, got in zip(expected, found(text, "attributed_to"), strict=True)] == [
        True
    ] * len(expected)


def test_base():
    assert found("园区治污后，印染成本平均降低9%。", "comparison") == ["since"]
    assert found("收入比上年增长5%，增速比城镇居民快1.1个百分点。", "comparison") == ["yoy", None]


def test_of_the_firm_again_and_of_a_fair_opened_in_the_morning():
    text = "义乌制伞企业出海\n\n美尚伞业去年在开罗建厂，一期投资3000万元。\n\n公司总部营收4.6亿元。"
    assert found(text, "place") == ["Cairo", "Yiwu"]
    text = "9月1日上午，第9届五金博览会在永康拉开帷幕。展会持续至4日，设展位900个。"
    assert found(text, "period_end") == [date(2026, 9, 4)]


def test_what_the_part_does_is_measured():
    assert found("58%的企业订单增加，22%持平，20%减少。", "indicator")[1:] == ["持平", "减少"]
    assert found("义乌到洛杉矶每公斤45元。", "place") == [None]
    assert found("开幕首日，观众3万人次，比上届首日增长9%。", "indicator")[1:] == ["观众"]


def test_the_first_day_of_a_fair_whose_days_are_told_in_front_of_it():
    text = "9月1日上午，五金博览会在永康开幕。本届展会为期4天，9月1日至4日举行。\n\n开幕首日，观众3万人次。"
    assert found(text, "period_end") == [date(2026, 9, 4), date(2026, 9, 1)]
    assert found(text, "indicator")[:1] == ["展会"]
