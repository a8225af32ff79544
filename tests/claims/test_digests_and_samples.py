"""Whose the figures of a digest, a poll and an answer are, and lines of publication that count their readers."""

from datetime import date

import pytest

from tests.claims.claims_read import found

SOURCE = "attributed_to"
SEEN = date(2026, 2, 20)
DIGEST = (
    "速读龙泉市政府工作报告\n\n2月18日，龙泉市第九届人民代表大会开幕，{}。{}\n\n【2025年工作回顾】\n全市生产总值812亿元，增长5.8%。"
    "\n\n【代表声音】\n市人大代表梁静说，去年车间添了12台机床。\n\n停车场有300个车位。"
)


@pytest.mark.parametrize("given", ["市长作政府工作报告", "会议听取了市政府工作报告", "市长作《政府工作报告》"])
def test_a_digest_has_the_report_as_its_source_until_somebody_speaks(given):
    sources = found(DIGEST.format(given, "现将要点摘登如下。"), SOURCE, SEEN)
    assert [source and source[-6:] for source in sources] == ["政府工作报告", "政府工作报告", "梁静", None]


def test_a_session_at_which_a_report_was_given_is_no_digest_of_it():
    text = "2月18日，龙泉市人民代表大会开幕，市长作政府工作报告。\n\n会场外，龙泉今年已有12家新店开业。"
    assert found(text, SOURCE, SEEN) == [None]


def test_a_line_of_publication_may_count_views():
    text = (
        "前三季度龙泉经济\n\n发布日期：2025-10-23　信息来源：市统计局　浏览次数：1342\n\n"
        "据市统计局核算，前三季度全市生产总值612亿元，增长5.8%。\n\n前三季度，固定资产投资下降4.6%。"
    )
    assert found(text, SOURCE, date(2025, 10, 23), "龙泉市统计局") == ["市统计局"] * 3


@pytest.mark.parametrize("asked", ["120家会员企业的抽样调查", "120家商户的问卷", "会员120家企业的问卷调查"])
def test_who_asks_is_the_source_of_how_many_were_asked_too(asked):
    assert found(f"龙泉市玩具行业协会对{asked}显示，62%的企业订单增加。", SOURCE) == ["龙泉市玩具行业协会"] * 2


def test_a_month_names_no_one_who_asks():
    assert found("5月对120家商户的问卷显示，62%的商户订单增加。", SOURCE)[-1] is None


def test_the_firm_that_sets_out_its_aims_is_the_one_named_before():
    text = "恒锦饰品年报\n\n恒锦饰品（605388）4月披露年报，全年营收20亿元。\n\n公司提出，2027年营收力争突破30亿元。"
    assert found(text, SOURCE) == ["恒锦饰品", "恒锦饰品"]


def test_a_spokesman_without_a_name_answers():
    text = (
        "龙泉市商务局有关负责人答记者问\n\n日前，龙泉市商务局有关负责人就有关措施回答了记者提问。\n\n"
        "问：海外仓现状如何？\n答：全市企业建成海外仓120个。"
    )
    assert found(text, SOURCE) == ["龙泉市商务局有关负责人"]


def test_data_named_in_front_of_a_bracket_have_no_source():
    text = "大促收官\n\n上数据👇（以下均为全市监测数据，增幅均为同比）。成交额28亿元，增长23%。"
    assert set(found(text, SOURCE)) == {None}


def test_a_writer_is_told_outside_quotations_only():
    assert found("领队周建华告诉我，三天接待客商2600人次。", SOURCE) == ["周建华"]
    assert found("陈静说：“客户告诉我，订单少了30%。”", SOURCE) == ["陈静"]


def test_a_fair_expects_nothing():
    assert found("据组委会介绍，本届农博会预计吸引观众10万人次。", SOURCE) == ["组委会"]


MORNING = """Morning Yiwu

📦 TRADE
Yiwu's exports reached 214 billion yuan in the first quarter, up 19.2% year on year, Yiwu Customs said on Thursday.

🛍 MARKET
Footfall at the market averaged 231,000 a day in March.

🚌 TRANSPORT
The fare is 2 yuan.
"""


def test_who_speaks_in_one_section_of_a_digest_speaks_in_no_other():
    assert found(MORNING, "attributed_to") == ["Yiwu Customs", "Yiwu Customs", None, None]
    text = "成绩单\n\n【外贸】据义乌海关统计，出口80亿元。\n\n【物流】快递10亿件。\n\n【消费】零售额48亿元。"
    assert found(text, "attributed_to") == ["义乌海关", None, None]


def test_a_firm_that_says_in_its_report_is_named_whole():
    text = (
        "Yiwu Huimao Market Group Co Ltd (601589.SH), which runs markets in Yiwu, said in its interim report "
        "that revenue reached 6.94 billion yuan. The company said profit climbed 11.2 percent."
    )
    assert found(text, "attributed_to") == ["Yiwu Huimao Market Group Co Ltd"] * 2
