"""Turns of Chinese features and weeklies that had been read wrongly: who is heard, what holds where and since when."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 30)


found = partial(claims_read.found, seen=SEEN)


spans = partial(claims_read.spans, seen=SEEN)


NEVER = (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王建国：简单说，市场里有3.2万个商位。", [None]),
        ("在义乌做雨伞的王建国说，不好做。他粗算了一下，去年多花了6万元。", ["王建国"]),
        ("海关提供的资料则显示，7月出口回落12%。", ["海关"]),
        ("有商户私下指，账期拖到90天。", ["商户"]),
        ("商会的一项调查显示，老店占三成。", ["商会"]),
        ("当地公安部门统计，常驻外商有1.6万名。", ["公安部门"]),
        ("铁路部门计划，每天开行班列4列。一架货机昨晚把8吨货物送往大阪。", ["铁路部门", None]),
        ("永康当局定下目标，出口增长6%以上。", ["永康当局"]),
        ("某证券（香港）分析员陈佳怡估计，出口可望增长一成。", ["陈佳怡"]),
        ("货代企业反映，每箱运价跌到900美元。本周客流2万人次。", ["货代企业", None]),
        ("研究员周文海多次到市场蹲点。他发现，近七成商户开了网店。", ["周文海"]),
        ("大学教授钱文长期研究物流。他认为，运费会涨5%。", ["钱文"]),
        ("来自约旦的哈桑（Hassan）在义乌住了9年。他说，以前一天卖300份。", [None, "哈桑"]),
        ("经营户陈丽芳拉开店门。“一天接待30个客人。”她说，三成是新客。", ["陈丽芳", "陈丽芳"]),
        ("店主王建国说，生意不错。记者昨天走进这座建筑面积30万平方米的市场。", [None]),
        ("省商务厅计划，今年出口增长15%左右。", ["省商务厅"]),
        ("按在手合同推算，全年产值将逾200亿元。", [None]),
        (
            "8月5日，上海航运交易所发布的出口集装箱运价指数为1426点，下跌3%。分航线看，欧洲航线运价为1500美元。",
            ["上海航运交易所"] * 3,
        ),
    ],
)
def test_who_is_heard(text, expected):
    assert found(text, "attributed_to") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一把梳子的毛利只剩两三毛。", [(Decimal("0.2"), Decimal("0.3"))]),
        ("木箱在路上走20到25天。", [(20, 25)]),
        ("到港须时30至35天。", [(30, 35)]),
        ("眼下报价只敢管两天。", [(2, None)]),
        ("在一区经营雨具21年的王海燕说，生意不错。", [(21, None)]),
        ("上海至美东航线运价为每FEU5120美元。", [(5120, None)]),
        ("（人民币汇率中间价：1美元对人民币7.1021元）", []),
        ("她正带着人挑2027年的新样品。", []),
    ],
)
def test_what_is_a_claim(text, expected):
    assert [(claim.value, claim.value_max) for claim in extract(text, SEEN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("店里的小包，过去每天发4200个小包，现在只剩600个左右。", ["parcel", "parcel"]),
        ("寄往巴西的小包有310个，寄往美国的只有23个。", ["parcel", "parcel"]),
        ("系统能译成36种语言发出去。", ["count"]),
        ("他把两套房子抵押给银行。", ["count"]),
        ("每年推出新款800多个。", ["product"]),
        ("节日期间有476个网点营业。", ["shop"]),
    ],
)
def test_what_is_counted(text, expected):
    assert found(text, "unit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌一家厂有员工400名。“越南同行的报价比我们低一成，我们去年卖了900万元。”", ["Yiwu", "Vietnam", "Vietnam"]),
        (
            "义乌一家厂有员工400名。“越南同行的报价比我们低一成。”老板说。她又投入2600万元。",
            ["Yiwu", "Vietnam", "Yiwu"],
        ),
        ("义乌一家公司在波兰租了两个海外仓，投入600万元。一只箱子运费要46元。", ["Poland", "Poland", None]),
        ("义乌的厂里来了一位香港客商，当场订了5000棵。", ["Yiwu"]),
        ("“云和全县有木玩企业1100多家。”他说。", ["Yunhe"]),
        ("货物由义乌经宁波港海运至汉堡须时45天。", ["Yiwu"]),
        ("本届展会由浙江省人民政府主办，在义乌设展位3000个。", ["Yiwu"]),
        ("欧盟已敲定，对进口小包每件征收3欧元关税。", ["European Union"]),
        ("义乌有摊位8万个。生意社数据显示，聚丙烯均价为7400元。", ["Yiwu", None]),
        ("义乌有摊位8万个。SCFI为1400点。", ["Yiwu", "Shanghai"]),
        ("义乌的店主说，若美国对华关税加至60%，生意难做。", ["United States"]),
    ],
)
def test_where_it_holds(text, expected):
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("园区2021年9月投用以来，累计引进企业63家。", [("2021-09-01", None)]),
        ("9月12日，机场今年旅客吞吐量突破300万人次，较去年提前11天。", [("2026-01-01", "2026-09-12")] * 2),
        ("预计10月业务量降至5亿件。节日期间全市有14家企业不打烊。", [("2026-10-01", "2026-10-31"), NEVER]),
        ("今年以来接单86万元。她说，一面小旗出厂价只有0.35元。", [("2026-01-01", "2026-09-30"), NEVER]),
        ("去年卖出300箱。餐馆每日卖出约300份饭。", [("2025-01-01", "2025-12-31"), NEVER]),
        ("9月1日，总投资83亿元的数贸中心开门迎客。首批商户中，年轻人占52%。", [NEVER, NEVER]),
        ("这座分拨中心占地180亩，有12条分拣线。", [NEVER, NEVER]),
    ],
)
def test_when_it_holds(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("报告写得很具体：今年新建学校9所；新增停车位3000个。", ["target", "target"]),
        ("明年，我们力争净增8万户，企业年报率保持在96%以上，时限压到36小时以内。", ["target"] * 3),
        ("若运费涨到3000美元，小厂要停产，因为当地有四成的货走海运。", ["forecast", "actual"]),
        ("今年出口增长20%没有问题。", ["forecast"]),
        ("“以前货要先拉到外地，短驳费就要1100元。”", ["actual"]),
    ],
)
def test_what_is_only_planned(text, expected):
    assert found(text, "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("眼下快递费每单2.3元，比双11时低两毛。", [None, "since"]),
        ("改从园区发货后，时间缩短半天。", ["since"]),
    ],
)
def test_what_it_is_set_against(text, expected):
    assert found(text, "comparison") == expected
