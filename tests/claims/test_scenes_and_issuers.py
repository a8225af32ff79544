"""Who issues a text and where it opens: a scene's day, a town called "our city", a fair told by a dateline."""

from datetime import date
from decimal import Decimal

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")
SCENE = "深夜的直播间\n\n11月7日21时许，义乌一处基地仍亮着灯。“今天播了5个小时，卖出2600单。”主播说。"


def test_today_in_a_scene_is_the_day_of_the_scene():
    assert days(SCENE, date(2024, 11, 9)) == [("2024-11-07", "2024-11-07")] * 2
    assert days(SCENE.replace("11月7日21时许，", ""), date(2024, 11, 9)) == [("2024-11-09", "2024-11-09")] * 2


FAIR = (
    "逾200名客商到义乌选品\n\n新华社杭州6月14日电（记者张三）为期三天（6月11日至13日）的日用品对接会，"
    "13日在义乌落下帷幕。会上有210名客商参会。"
)


def test_a_fair_has_its_own_days_not_that_of_the_dateline():
    assert set(days(FAIR, date(2024, 6, 14))) == {("2024-06-11", "2024-06-13")}


ISSUED = "我市出台八条措施\n\n近日，市商务局印发《若干措施》，共8条。"


@pytest.mark.parametrize(("source", "place"), [("金华市商务局", "Jinhua"), ("衢州市商务局", "Quzhou"), (None, None)])
def test_our_city_in_a_title_is_that_of_the_body_that_issues_it(source, place):
    assert set(found(ISSUED, "place", date(2026, 1, 9), source)) == {place}


FILING = (
    "某公司半年报\n\n公司8月20日晚披露2025年半年度报告称，报告期内实现营业收入5.2亿元，同比增长8%。\n\n"
    "分产品看，玩具收入3.1亿元，增长6%。"
)


def test_a_report_disclosed_at_night_is_no_scene():
    assert days(FILING, date(2025, 8, 21)) == [("2025-01-01", "2025-06-30")] * 4


LANES = (
    "空运周评\n\n空运指数11月16日报2105点，较前一周上涨2.9%。\n\n分航线看（以下为11月16日报价，涨跌幅均与前一周相比）：\n"
    "北美线　杭州至芝加哥44.6元，涨5.2%；\n欧洲线　杭州至列日30.1元，跌1.4%。"
)


def test_lanes_in_a_list_hold_at_no_place_and_have_the_day_and_base_of_their_head():
    assert found(LANES, "place", date(2025, 11, 17))[2:] == [None] * 4
    assert days(LANES, date(2025, 11, 17))[2:] == [("2025-11-16", "2025-11-16")] * 4
    assert found(LANES, "comparison", date(2025, 11, 17))[2:] == [None, "since"] * 2


TABLE = """At a glance

Stalls were 96 percent full at the end of January.

Prices on February 19, 2025
Item | Yuan apiece | Change from previous survey
Hats | 18.5 | +2.8%"""


@pytest.mark.parametrize(
    ("text", "seen", "spans"),
    [
        ("来自波兰的客商上一次来义乌还是2019年。“这次跑了30家工厂。”他说。", date(2025, 3, 9), [NEVER]),
        ("今年全市已举办对接会9场。", date(2025, 3, 9), [("2025-01-01", "2025-03-09")]),
        ("31岁的主播陈红昨天卖了80单。", date(2025, 3, 9), [NEVER, ("2025-03-08", "2025-03-08")]),
        ("我估计下半年运价还要跌一成。", date(2025, 3, 9), [("2025-07-01", "2025-12-31")]),
        (
            TABLE,
            date(2025, 2, 20),
            [("None", "2025-01-31"), ("2025-02-19", "2025-02-19"), ("2025-02-19", "2025-02-19")],
        ),
        (
            "Turnover in 2024: 4.2 billion yuan (2023: 3.9 billion yuan)",
            date(2025, 2, 20),
            [("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")],
        ),
    ],
)
def test_a_time_told_by_the_way_dates_nothing_else(text, seen, spans):
    assert days(text, seen) == spans


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("2月发运210个标箱，比去年2月少了三成。", "comparison", [None, "yoy"]),
        ("运价每公斤30元，比9月高点回落约15%。", "comparison", [None, "since"]),
        ("研究所预计，2026年进口将增长1.8%，较其1月预测下调0.7个百分点。", "comparison", [None, "since"]),
        ("主播的粉丝已有26.4万。", "unit", ["person"]),
        ("客户拖40天才付款。", "unit", ["day"]),
        ("去年采购额过1个亿。", "modifier", ["gt"]),
        ("刚签完，8万件手机壳发秘鲁。", "place", [None]),
        ("浙江省统计局发布，1—2月全省出口下降4.3%。", "place", ["Zhejiang"]),
        ("年底前想把拼箱占比从两成提到三成半。", "status", ["actual", "target"]),
        ("In Dubai, a trade center run by Yiwu's market operator has 900 booths.", "place", ["Dubai"]),
        ("The policy matters to Yiwu. Firms from the city ran 210 warehouses.", "place", ["Yiwu"]),
        ("A truck from Yiwu to Pudong now costs 2,400 yuan.", "place", [None]),
        ("Shanghai to North America: Rates climbed to 43.2 yuan per kilogram.", "place", [None]),
        ("Jinhua's GDP topped 600 billion yuan and was among the top eight.", "value", [600_000_000_000, 8]),
        (
            "Q: Your target for 2026?\nA: 25,000 TEUs. Last year we moved 21,000 TEUs.",
            "status",
            ["target", "actual"],
        ),
        (
            "The next stop will be Hanoi in November, where 180 booths have been booked.",
            "status",
            ["actual"],
        ),
    ],
)
def test_a_field_is_what_its_own_words_say(text, field, values):
    assert found(text, field, date(2025, 8, 8)) == [
        Decimal(value) if isinstance(value, int) else value for value in values
    ]


OPENED = """义乌电子展启幕

4月16日，2026义乌电子展在义乌国际博览中心开幕。本届展会为期三天，设展位1100个。

展会将持续至4月18日。"""


def test_a_fair_that_opened_has_the_days_until_which_it_goes_on():
    assert set(days(OPENED, date(2026, 4, 16))) == {("2026-04-16", "2026-04-18")}


PRICES = """价格榜

【榜单】（价格为9月14日到厂价，涨跌幅均与9月7日相比）
品名　均价　涨跌幅
锌合金　2350元/吨　+4.2%"""

BELOW = """Container weekly

The Ningbo Index stood at 1,102 points on January 16.

All rates below are those of January 16, and all changes are week on week.

Europe. The spot rate from Ningbo to Rotterdam fell 6.2 percent to $1,842.

America. Rates to the US West Coast eased 3 percent to $2,215."""


def test_what_holds_for_all_that_follows_is_told_once():
    assert days(BELOW, date(2026, 1, 19))[1:] == [("2026-01-16", "2026-01-16")] * 4
    assert found(BELOW, "comparison", date(2026, 1, 19))[1:] == ["since", None] * 2


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("也门人哈桑在义乌拉开店门。店里有9张桌子。", "place", ["Yiwu"]),
        ("Yiwu by night\n\nAli Saleh, a Yemeni, has a shop in Yiwu with 32 tables.", "place", ["Yiwu"]),
        ("Jiaxing's traffic with the inland terminals of Hangzhou and Huzhou was 9,000 TEUs.", "place", ["Jiaxing"]),
        (
            "Wuyi made 620 million cups, about a third of China's total, and its exports rose 5 percent.",
            "place",
            ["Wuyi"] * 3,
        ),
        (
            "省里印发方案\n\n《方案》提出，2025年出口增长6%。\n\n《方案》明确，对企业保费给予最高60%的补助。",
            "status",
            ["target", "actual"],
        ),
        (
            PRICES,
            "period_start",
            [date(2025, 9, 14)] * 2,
        ),
    ],
)
def test_words_right_around_a_figure_say_more_than_those_before(text, field, values):
    assert found(text, field, date(2025, 9, 15)) == values


def test_what_once_was_dates_nothing_that_follows():
    told = "现在净利率3到4个点，2019年还有9个点。月薪涨到了7800元。"
    assert days(told, date(2024, 8, 22))[-1] == NEVER
    ahead = "分析师预计，15日至21日，均价将为2.3万元。"
    assert days(ahead, date(2025, 9, 15)) == [("2025-09-15", "2025-09-21")]


WARSAW = (
    "义乌展团在华沙\n\n新华社华沙5月22日电（记者张三）第9届中国（波兰）贸易博览会5月20日至22日在波兰华沙举行。"
    "主办方介绍，为期3天的展会吸引510家中国企业参展，展览面积1.2万平方米。"
)


def test_a_fair_abroad_is_in_its_town_though_a_country_stands_before_it():
    assert set(found(WARSAW, "place", date(2024, 5, 23))) == {"Warsaw"}


WEEKLY = """运价周评

8月8日，宁波运价指数收于1210点，较上周下跌4%。

主要航线8月8日即期运价如下：

【欧洲航线】货量不及预期，订舱价为每标箱1720美元，较上周下跌6%。

【中东航线】运价跌破每标箱1100美元。"""


def test_rates_under_a_line_that_dates_them_are_of_its_day_and_no_forecast():
    assert days(WEEKLY, date(2025, 8, 8)) == [("2025-08-08", "2025-08-08")] * 5
    assert set(found(WEEKLY, "status", date(2025, 8, 8))) == {"actual"}
    assert found(WEEKLY, "place", date(2025, 8, 8))[2:] == [None] * 3


REPORT = """义乌某某城集团股份有限公司2024年第三季度报告摘要

2024年7—9月，公司实现营业收入41亿元。年初至报告期末，营业收入108亿元。"""


def test_a_firm_lies_where_its_name_says_and_reports_from_the_first_day_of_the_year():
    assert found(REPORT, "place", date(2024, 10, 26)) == ["Yiwu"] * 2
    assert days(REPORT, date(2024, 10, 26))[1] == ("2024-01-01", "2024-09-30")


def test_what_somebody_wants_sales_to_reach_is_a_goal():
    assert found("I want turnover to reach 40 million yuan.", "status") == ["target"]
