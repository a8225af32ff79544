"""Numbers and their units, bases, places, plans and tables as news tells them, in sentences of our own."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import SEEN, found


def measures(text, seen=SEEN):
    """Give value, unit and kind of every claim."""
    return [(str(claim.value.normalize()), claim.unit, claim.kind) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("电费一度四毛一左右。", [("0.41", "CNY", "amount")]),
        ("帽子8毛5，四毛钱一顶。", [("0.85", "CNY", "amount"), ("0.4", "CNY", "amount")]),
        ("糖三块五一斤。", [("3.5", "CNY", "amount")]),
        ("屋顶上有2.3万块光伏板，每块卖30块钱。", [("2.3E+4", "count", "count"), ("3E+1", "CNY", "amount")]),
        ("公司拟每10股派发现金红利2.40元。", [("2.4", "CNY", "amount")]),
        ("园区“司机之家”设96张床位，明年再建两处“司机之家”。", [("96", "count", "count"), ("2", "count", "count")]),
        ("她五个晚上卖了2.6万元。", [("2.6E+4", "CNY", "amount")]),
        ("文中汇率按1美元兑7.24元人民币计。", []),
        ("Retail sales: 7.94 trln yuan.", [("7.94E+12", "CNY", "amount")]),
        ("A total of 126 new homes changed hands.", [("126", "count", "count")]),
        ("It has 19,800 rural service points.", [("1.98E+4", "count", "count")]),
        ("Yiwu rose to sixth from eighth.", [("6", "rank", "rank"), ("8", "rank", "rank")]),
        (
            "The fair drew 940 overseas buyers from 63 countries, compared with just 310 in 2024.",
            [("9.4E+2", "person", "count"), ("63", "country", "count"), ("3.1E+2", "person", "count")],
        ),
        ("Over 6,500 of the market's stalls sell toys.", [("6.5E+3", "shop", "count")]),
    ],
)
def test_numbers_and_units(text, wanted):
    assert measures(text) == wanted


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("火车比走海运快20多天。", "down"),
        ("坐车比走高速慢20分钟。", "up"),
        ("The train is 20 minutes slower than in May.", "up"),
        ("The train is 20 minutes quicker than in May.", "down"),
    ],
)
def test_a_time_saved_is_a_change_down(text, direction):
    assert found(text, "direction") == [direction]


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("It handled 96,400 trips on May 1, 23% more than on an ordinary Friday.", [None, "since"]),
        ("Yarn was quoted at 7,850 yuan on Monday, 150 yuan lower than on Friday.", [None, "since"]),
        ("Some 235 cars left in 2025, more than double the previous year's figure.", [None, "yoy"]),
        ("The rate was $7,400 on June 9, about twice as high as in early May.", [None, "since"]),
        ("损耗率约5%，较“提前申报”推行前下降7个百分点。", [None, "since"]),
    ],
)
def test_bases(text, comparison):
    assert found(text, "comparison") == comparison


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hundreds of Iraqi buyers have come back to Yiwu.", ["Yiwu"]),
        ("Stalls\n\nThe stall on the third floor of Yiwu's Huangtian market measures eight square meters.", ["Yiwu"]),
        ("XI'AN, Jan. 16 (Xinhua) -- China's trade with partners topped 23 trillion yuan in 2025.", ["China"]),
        ("Yiwu-based Zhejiang Xinglan Stationery Co said profit was 9 million yuan.", ["Yiwu"]),
        ("Hangzhou Xiaoshan International Airport moved 735,000 tonnes of cargo.", ["Hangzhou"]),
        ("In Yiwu a scarf sells for 13 yuan, 2 yuan more than before the Qatar World Cup.", ["Yiwu", "Yiwu"]),
        ("Economists polled by Caixin expect growth of 3% to 4% for May.", [None]),
        ("云和县有木制玩具企业700家。浙江木童玩具有限公司总经理叶平说，公司开发86款产品。", ["Yunhe", "Yunhe"]),
        ("义乌咖啡进口60吨。鲜切花以厄瓜多尔玫瑰为主，一季度损耗率约5%。", ["Yiwu", "Yiwu"]),
    ],
)
def test_places(text, places):
    assert found(text, "place") == places


def test_a_firm_is_told_of_after_its_plant_abroad():
    text = (
        "Deliveries\n\nJinhua-based Qiming Motors delivered 340 cars in May. Its plant in Rayong, "
        "Thailand, can build 500 cars "
        "a year. The company aims to sell 900 cars in June."
    )
    assert found(text, "place") == ["Jinhua", "Rayong", "Jinhua"]


def test_a_firms_own_report_holds_at_its_seat():
    text = "义乌金澜饰品股份有限公司2025年年度报告摘要\n\n2025年，公司实现营业收入3.6亿元，综合毛利率28.4%。"
    assert found(text, "place") == ["Yiwu"] * 2
    assert found(text, "period_start") == [date(2025, 1, 1)] * 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("《行动计划》明确，装修补助标准为每平方米最高300元。", ["actual"]),
        ("金晓燕说，今年还要新建“村播”点40个。", ["target"]),
        ("Economists expect growth of 3% for May.", ["forecast"]),
        ("The city has 21 warehouses, and 30 new ones are planned for this year.", ["actual", "target"]),
    ],
)
def test_plans_and_forecasts(text, status):
    assert found(text, "status") == status


def test_a_table_whose_head_tells_a_month():
    text = (
        "2026年1月快递业\n\n1月，全市快递业务量完成15亿件。\n\n部分县（市）业务量\n地区　1月业务量　同"
        "比\n义乌市　12亿件　16.5%\n东阳市　6320万件　-3.1%"
    )
    claims = extract(text, date(2026, 2, 10), "金华市邮政管理局")[1:]
    assert [(claim.kind, claim.direction, claim.indicator) for claim in claims] == [
        ("count", None, "义乌市"),
        ("change", "up", "义乌市"),
        ("count", None, "东阳市"),
        ("change", "down", "东阳市"),
    ]


def test_a_table_in_billions():
    text = (
        "Exports\n\nTable: Yiwu exports, May 2026\nDestination | Value (bn yuan) | Change y/y (%)\n"
        "Africa | 69.8 | 22.5\nChile | 2.1 | -8.4"
    )
    assert measures(text) == [
        ("6.98E+10", "CNY", "amount"),
        ("22.5", "percent", "change"),
        ("2.1E+9", "CNY", "amount"),
        ("8.4", "percent", "change"),
    ]


def test_a_later_bare_number_counts_the_things_not_where_they_come_from():
    text = "Fair\n\nThis year 660 buyers from 90 countries came. Last year's fair drew 480."
    assert found(text, "unit") == ["person", "country", "person"]
