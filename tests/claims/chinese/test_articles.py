"""What Chinese texts of several paragraphs hand on: the days of a fair, the place of a report, who speaks."""

from datetime import date

from barometer.claims import extract

FAIR = """东阳木雕展落幕

6月21日，为期四天的木雕展在东阳闭幕。展会6月18日开幕，展览面积3.5万平方米。

组委会公布的数据显示，到会客商8.3万人次，比上届增长11%。泰国馆卖出木勺1200把。"""

BULLETIN = """上半年湖州经济运行情况

7月20日，湖州市统计局发布上半年主要经济指标。

1.出口增长5%，其中家具业由一季度的下降2.2%转为增长1.5%。
2.港口一期占地1180亩。"""

PRESS = """11月18日，浙江举行发布会。

宁波海关副关长董敏说，1至10月，全省口岸进口增长8%，通达境外47个城市。

浙江理工大学教授费晓岚认为，出口还能增长2%。"""


LEATHER = """海宁皮革市场周报（9月7日—13日）：价格小涨

本周，海宁皮革价格指数收于99.4点，较上周上涨0.2点。上架新款约300件，每张皮本周加价1元。

主要皮料（元/张）
品种 本周均价 周涨跌
绵羊皮 86 +2
山羊皮 64 -3"""


TABLE = """兰溪市2025年1-9月外贸数据

指标 总额（亿元） 同比（%）
进出口 320.5 4.6
进口 20.3 -0.8"""

EARNINGS = """白塔股份前三季度净利增长

白塔股份公告，前三季度净利润2.4亿元，增长50%。

报告期内，公司包裹处理量达4200万件。"""


def fields(text, *names, seen=date(2025, 12, 1)):
    return [tuple(getattr(claim, name) for name in names) for claim in extract(text, seen)]


def test_figures_of_a_fair_have_all_its_days_and_its_place():
    told = fields(FAIR, "period_start", "period_end", "place")
    assert set(told) == {(date(2025, 6, 18), date(2025, 6, 21), "Dongyang")}
    assert len(told) == 5


def test_this_week_of_a_weekly_is_the_days_of_its_title():
    told = fields(LEATHER, "period_start", "period_end", seen=date(2026, 9, 14))
    assert set(told) == {(date(2026, 9, 7), date(2026, 9, 13))}


def test_rises_and_falls_of_a_table_are_in_the_unit_over_it():
    told = fields(LEATHER, "value", "unit", "kind", "direction", "comparison", seen=date(2026, 9, 14))
    assert told[-4:] == [
        (86, "CNY", "amount", None, None),
        (2, "CNY", "change", "up", "since"),
        (64, "CNY", "amount", None, None),
        (3, "CNY", "change", "down", "since"),
    ]


def test_a_price_that_rose_over_this_week_has_no_base():
    told = fields(LEATHER, "quote", "comparison", seen=date(2026, 9, 14))
    assert ("0.2点", "since") in told
    assert ("1元", None) in told


def test_the_body_ends_the_year_of_a_title():
    text = "中欧班列（金华）今年开行突破300列\n\n5月13日，金华南站驶出今年第300列中欧班列。"
    told = fields(text, "period_start", "period_end", seen=date(2025, 5, 14))
    assert told == [(date(2025, 1, 1), date(2025, 5, 13))] * 2


def test_a_table_has_the_time_and_place_of_its_title():
    told = fields(TABLE, "period_start", "period_end", "place")
    assert told == [(date(2025, 1, 1), date(2025, 9, 30), "Lanxi")] * 4


def test_the_period_of_a_report_is_the_one_told_before():
    told = fields(EARNINGS, "quote", "period_start", "period_end")
    assert told[-1] == ("4200万件", date(2025, 1, 1), date(2025, 9, 30))


def test_a_bulletin_goes_on_with_its_source_and_period_but_a_size_holds_now():
    told = fields(BULLETIN, "quote", "period_end", "attributed_to")
    assert told == [
        ("5%", date(2025, 6, 30), "湖州市统计局"),
        ("2.2%", date(2025, 3, 31), "湖州市统计局"),
        ("1.5%", date(2025, 6, 30), "湖州市统计局"),
        ("1180亩", None, "湖州市统计局"),
    ]


def test_the_province_is_not_the_town_of_who_speaks_of_it_nor_a_scholar_s_school_a_place():
    told = fields(PRESS, "quote", "place", "period_end", "attributed_to")
    assert told[0] == ("8%", "Zhejiang", date(2025, 10, 31), "董敏")
    assert told[1] == ("47个城市", "Zhejiang", None, "董敏")
    assert (told[2][1], told[2][3]) == ("Zhejiang", "费晓岚")


def test_months_and_years_are_shared_out_over_two_numbers():
    ends = [end for (end,) in fields("7、8月，吞吐量增速分别为-1.4%和5.2%。", "period_end")]
    assert ends == [date(2025, 7, 31), date(2025, 8, 31)]
    ends = [end for (end,) in fields("2023、2024年，旅客分别为29万和41万人次。", "period_end")]
    assert ends == [date(2023, 12, 31), date(2024, 12, 31)]


def test_a_day_from_which_something_holds_is_the_next_one():
    [(first, status)] = fields("3月1日起，欧盟征收36.1%的反倾销税。", "period_start", "status", seen=date(2026, 2, 20))
    assert (first, status) == (date(2026, 3, 1), "forecast")


def test_a_list_of_countries_whose_people_are_told_of_is_no_place():
    told = fields("义乌新设外资主体1268户，也门、埃及、叙利亚投资者位列前三。", "place", "indicator")
    assert told[1] == ("Yiwu", "也门、埃及、叙利亚投资者")


def test_a_place_that_a_report_was_sent_from_or_that_sends_people_is_none():
    wire = "新华社北京6月15日电（记者张三）来自挪威、瑞典8个国家的志愿者有18人。"
    assert {place for (place,) in fields(wire, "place")} == {None}
    assert fields("平湖羽绒服出口俄罗斯的货量是过去的四倍多。", "place") == [("Pinghu",)]


def test_a_plan_is_told_of_what_is_to_come_not_by_a_word_that_leads_to_an_object():
    told = fields("美国已将箱包税率上调10个百分点。中国将上调10个百分点。镇里规划的小镇占地260亩。", "status")
    assert told == [("actual",), ("forecast",), ("actual",)]


REPORT = """8月20日晚，总部位于金华的云杉家居（60XX31）披露2026年半年度报告：报告期内实现营业收入9.2亿元。

半年报显示，沙发收入4.1亿元，增速为8%，而去年同期为3%。报告期内，公司新开门店26家。

附表：2026年上半年主要产品毛利率
产品　毛利率　同比变动
沙发　33.5%　+1.2个百分点
床垫　41%　-0.6个百分点"""


def test_a_company_s_report_gives_the_months_that_it_covers_to_its_figures_and_tables():
    told = fields(REPORT, "quote", "period_start", "period_end", seen=date(2026, 8, 21))
    half = (date(2026, 1, 1), date(2026, 6, 30))
    assert [one[1:] for one in told if one[0] != "3%"] == [half] * 8
    assert ("3%", date(2025, 1, 1), date(2025, 6, 30)) in told
    assert {source for quote, source in fields(REPORT, "quote", "attributed_to") if quote == "9.2亿元"} == {"云杉家居"}


def test_the_same_day_and_its_body_are_those_told_before():
    text = """运价周评

5月8日，宁波航运交易所发布的出口集装箱运价指数为1033点。

美线。同日，该所公布的宁波至洛杉矶运价为每箱2105美元。"""
    told = fields(text, "period_start", "attributed_to", seen=date(2026, 5, 9))
    assert told == [(date(2026, 5, 8), "宁波航运交易所")] * 2


def test_figures_of_an_event_have_the_days_in_the_bracket_behind_its_name():
    told = fields("为期六天的年货节（1月20日至25日）收官，义乌市场到客31万人次。", "period_start", "period_end")
    assert told == [(date(2025, 1, 20), date(2025, 1, 25))] * 2


def test_a_turn_of_an_interview_goes_on_past_a_colon_inside_it():
    text = """对话骆明

记者：调查结果怎样？

骆明：去年我们走访了300家商户。结论很清楚：四成的老板做两个以上的市场。"""
    assert {source for (source,) in fields(text, "attributed_to")} == {"骆明"}


WEEKLY = """据商务厅监测，3月2日至8日，全省食用农产品价格比前一周上涨0.5%。

30种蔬菜均价上涨1.9%。猪肉价格下降0.6%，较去年同期低9.8%；羊肉上涨0.2%。西瓜价格下降2.2%。"""


def test_a_second_base_for_one_figure_is_not_that_of_those_after_it():
    found = fields("农产品周报\n\n" + WEEKLY, "quote", "comparison", seen=date(2026, 3, 10))
    told = {quote: base for quote, base in found if base}
    assert told == {"0.5%": "since", "1.9%": "since", "0.6%": "since", "9.8%": "yoy", "0.2%": "since", "2.2%": "since"}


def test_who_issues_a_bulletin_is_its_source_beside_others_and_its_rates_are_of_the_period():
    text = """上半年经济运行情况

据台州市统计局核算，上半年全市生产总值3200亿元，增长5.9%。

一、工业。产品产销率为95.1%。

二、外贸。据台州海关统计，全市出口1200亿元。

三、民生。城镇新增就业4.1万人。"""
    claims = extract(text, date(2026, 7, 22), "台州市统计局")
    told = {claim.quote: (claim.attributed_to, claim.period_end) for claim in claims}
    half = date(2026, 6, 30)
    assert told["95.1%"] == ("台州市统计局", half)
    assert told["1200亿元"] == ("台州海关", half)
    assert told["4.1万人"] == ("台州市统计局", half)


def test_a_period_of_report_is_that_of_the_report_named_in_another_paragraph():
    text = """云杉家居披露三季报

云杉家居10月26日晚间发布2026年第三季度报告。单看第三季度，营收6.1亿元。

报告期内，公司毛利率为24.5%，研发投入1.1亿元。"""
    told = fields(text, "quote", "period_start", seen=date(2026, 10, 27))
    assert told == [("6.1亿元", date(2026, 7, 1)), ("24.5%", date(2026, 1, 1)), ("1.1亿元", date(2026, 1, 1))]


PRICES = """7月全省物价

7月份，全省居民消费价格同比下降0.2%，环比持平。其中，食品价格下降1.7%。

7月份，全省工业生产者出厂价格同比下降2.2%，降幅比上月收窄0.4个百分点；环比上涨0.3%，由上月的下降0.1%转涨。购进价格同比下降3.1%。"""


def test_points_of_a_rate_and_what_a_price_turned_from_lend_no_base_time_or_name():
    told = fields(PRICES, "quote", "comparison", "period_end", "indicator", seen=date(2026, 8, 11))
    july = date(2026, 7, 31)
    assert ("1.7%", "yoy", july, "食品价格") in told
    assert ("0.3%", "mom", july, "工业生产者出厂价格") in told
    assert ("0.1%", "mom", date(2026, 6, 30), "工业生产者出厂价格") in told
    assert ("3.1%", "yoy", july, "购进价格") in told


def test_a_turn_may_open_with_a_name_and_who_that_is():
    text = """专访

记者：变化大吗？

骆明霞（义乌饰品商户）：图片成本省了六成，打样比前一年少用3天。"""
    assert fields(text, "quote", "kind", "comparison", "attributed_to") == [
        ("六成", "change", None, "骆明霞"),
        ("3天", "change", "yoy", "骆明霞"),
    ]
