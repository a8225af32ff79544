"""Chinese turns that had been read wrongly: heads of rows, years told of, plants abroad, since when something is so."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 3, 20)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.days, seen=SEEN)


LAST_YEAR = ("2025-01-01", "2025-12-31")
UNDATED = ("None", "None")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一城账本\n\n2025年，义乌市社会消费品零售总额900亿元，比上年增长5%。\n\n工业也稳。全年用电量88亿千瓦时，增长6%。",
            [LAST_YEAR] * 4,
        ),
        (
            "一城账本\n\n2025年，义乌市零售总额900亿元。\n\n人气更旺。年末常住人口190万人。",
            [LAST_YEAR, ("None", "2025-12-31")],
        ),
        ("3月1日重新开市以来，市场日均客流20万人次。", [("2026-03-01", "None")]),
        ("去年8月，公司在河内建起分厂，现有工人300人，承接了公司六成的订单。", [UNDATED, UNDATED]),
        ("去年8月，公司在河内建起分厂，招了工人300人。", [("2025-08-01", "2025-08-31")]),
        ("今年1月客流20万人次。店主说，按以前的税率，到岸价要30元。", [("2026-01-01", "2026-01-31"), UNDATED]),
        ("巴西的进口关税由20%上调至25%，3月10日起执行。", [UNDATED, ("2026-03-10", "None")]),
        ("3月2日至8日，班列开行50列。义乌至汉堡线路每标箱报价现为5000美元。", [("2026-03-02", "2026-03-08"), UNDATED]),
        ("经理林峰在3月11日举行的业绩说明会上表示，工厂年产中性笔1亿支。", [UNDATED]),
    ],
)
def test_when_it_holds(text, expected):
    assert spans(text) == expected


ROWS = (
    "一周运价\n\n市场分化。上海航运交易所发布的数据显示（以下均为3月13日报价，涨跌幅均与前一周相比）：\n"
    "上海—汉堡：2310美元/TEU，上涨1.2%；\n上海—洛杉矶：1840美元/FEU，下跌3.5%。"
)


def test_rows_take_the_day_source_and_base_of_their_head():
    told = extract(ROWS, SEEN)
    assert {(str(one.period_start), str(one.period_end)) for one in told} == {("2026-03-13", "2026-03-13")}
    assert {one.attributed_to for one in told} == {"上海航运交易所"}
    assert {one.place for one in told} == {None}
    assert [one.comparison for one in told] == [None, "since", None, "since"]


POST = (
    "早报\n\n今天是3月20日，农历二月初二。新的一天，先看数字\n\n【外贸速览】\n📦据义乌海关统计，1—2月义乌出口900亿元，同比增长8%\n"
    "📦其中，对非洲出口增长12%\n\n【物流播报】\n🚂2月，班列开行90列\n\n【市场行情】\n上周价格参考\n玩具类报103.4点"
)


def test_a_section_of_news_forgets_the_time_of_the_one_before():
    assert spans(POST) == [("2026-01-01", "2026-02-28")] * 3 + [("2026-02-01", "2026-02-28"), UNDATED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一周原料观察\n\n3月13日，PP报每吨7600元，环比微跌0.3%。", [None, "since"]),
        ("2月出口环比增长3%。", ["mom"]),
        ("去年工厂销售额2000万元，比投产首年增长1.5倍。", [None, "since"]),
    ],
)
def test_what_it_is_set_against(text, expected):
    assert found(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在尼日利亚拉各斯郊外，义乌人郑立国的日化厂里，5条生产线满负荷运转。", ["Lagos"]),
        (
            "在尼日利亚拉各斯郊外，义乌人郑立国的厂里有5条线。“从义乌运来要40天，就地生产，三天就能送到。”他说，去年工厂卖了80万件。",
            ["Lagos", "Yiwu", "Lagos", "Lagos"],
        ),
        ("从义乌下单到达喀尔收货要70天。", ["Yiwu"]),
        ("义乌有摊位8万个。全球礼品包装市场规模约为60亿美元，其中七成以上的产品产自中国。", ["Yiwu", None, "China"]),
        ("美方对中国商品加征的关税降至30%。", ["United States"]),
    ],
)
def test_where_it_holds(text, expected):
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("英国《卫报》写道，义乌出口商的利润率只有5%。", ["卫报"]),
        ("香港《南洋时报》网站3月9日报道，义乌一家球衣厂订单额达2600万元。", ["南洋时报"]),
        ("德新社则注意到铁路的作用：班列开行92列。", ["德新社"]),
    ],
)
def test_who_says_it(text, expected):
    assert found(text, "attributed_to") == expected


def test_a_price_let_off_is_a_fall():
    told = extract("价格又让了5个点。", SEEN)
    assert [(one.kind, one.direction) for one in told] == [("change", "down")]
