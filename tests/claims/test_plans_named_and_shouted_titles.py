"""Plans that a time only names, shouted titles, bases of a section, prices of now, and units over a table."""

from datetime import date

from tests.claims.claims_read import days, found

DAY = date(2025, 11, 7)


def test_a_plan_named_by_a_time_dates_nothing_else():
    text = "宁波航运周报\n\n11月7日，宁波出口集装箱运价指数报1102.5点。\n\n"
    text += "【欧地航线】班轮公司落实11月上半月涨价计划，舱位偏紧。欧洲航线运价指数报987.3点。"
    assert days(text, DAY)[-1] == ("2025-11-07", "2025-11-07")


def test_a_title_that_shouts_a_growth_tells_it():
    text = "5.6%！浙江经济半年报里的稳与进\n\n上半年，全省生产总值同比增长5.6%。"
    assert found(text, "kind", date(2025, 7, 22)) == ["change"] * 2
    assert found(text, "comparison", date(2025, 7, 22)) == ["yoy"] * 2


def test_a_rate_that_a_title_shouts_stays_one():
    text = "3.2%！房贷利率再创新低\n\n7月，新发放房贷利率为3.2%。"
    assert found(text, "kind", date(2025, 7, 22)) == ["rate"] * 2


def test_a_base_named_in_its_sentence_goes_before_that_of_a_section():
    text = (
        "五金指数运行报告\n\n6月，指数收于103.28点，环比上涨0.35%。\n\n一、分类指数（涨跌幅均为环比）\n门业上涨1.46%。\n\n"
        "二、外贸\n1—5月，五金产品出口186.3亿元，同比增长6.8%，其中对俄罗斯出口下降11.5%。"
    )
    assert found(text, "comparison", date(2026, 7, 8))[-2:] == ["yoy", "yoy"]


def test_up_to_a_day_this_year_runs_from_january():
    text = "截至4月14日，今年义乌平台已开行班列538列，发运5.4万标箱，同比分别增长9.7%和11.3%；其中回程班列206列。"
    assert set(days(text, date(2026, 4, 15))) == {("2026-01-01", "2026-04-14")}


def test_a_price_between_two_sums_is_one_of_now():
    text = "前10个月，店铺接了320万元订单。“普通圣诞树的出厂价在60到80元之间。”她说。"
    assert days(text, DAY)[-1] == ("None", "None")


def test_a_price_of_each_may_be_blurred():
    assert found("欧洲线的海运价格目前约为每标箱2600美元。", "modifier", DAY) == ["approx"]


def test_behind_a_but_a_forecast_ends():
    text = "明年出口增速有望保持在8%以上，但不少企业的利润率不足6%。"
    assert found(text, "status", DAY) == ["forecast", "actual"]
    assert days(text, DAY)[-1] == ("None", "None")


def test_a_tenth_is_a_share():
    assert found("经营主体总量约占全省的十分之一。", "value", DAY) == [10]


def test_so_much_is_shipped_more():
    assert found("今年有望多走10个柜。", "kind", DAY) == ["change"]


TABLE = (
    "附表：2025年1—7月对主要市场进出口情况\n（单位：亿元人民币；增幅均为同比）\n"
    "市场　进出口值　增幅（%）\n非洲　792.1　22"
)


def test_a_unit_over_a_table_may_be_followed_by_a_base():
    assert found(TABLE, "value", DAY) == [79_210_000_000, 22]


def test_what_this_fair_sells_is_of_its_days():
    text = "本届义博会于10月21日至24日举行，共有3312家企业参展。\n\n组委会表示，本届成交额力争比去年增长5%以上。"
    assert days(text, date(2025, 10, 21))[-1] == ("2025-10-21", "2025-10-24")


def test_a_box_between_two_ports_is_quoted_nowhere():
    assert found("目前，宁波至洛杉矶40英尺箱报价约2250美元。", "place", DAY) == [None]
