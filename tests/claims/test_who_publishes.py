"""Who and when, told outside the sentence: lines of publication, bulletins, quotations, days gone back to."""

from datetime import date

import pytest

from barometer.claims import extract

BULLETIN = (
    "2025年金华市国民经济和社会发展统计公报\n\n金华市统计局\n2026年3月18日\n\n一、综合\n"
    "初步核算，全年全市生产总值7386亿元，比上年增长6.3%，其中义乌市占三成左右。常住人口723.6万人。\n\n二、贸易\n网络零售额5200亿元。"
)


def told(text, seen, source=None):
    return extract(text, seen, source)


def test_the_day_of_publication_dates_nothing():
    claims = told(BULLETIN, date(2026, 3, 18), "金华市统计局")
    assert {claim.period_start for claim in claims} == {date(2025, 1, 1)}
    assert [claim.place for claim in claims] == ["Jinhua", "Jinhua", "Yiwu", "Jinhua", "Jinhua"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [("金华市统计局", "金华市统计局"), ("金华日报", None), (None, None)],
)
def test_the_body_named_over_its_own_bulletin_is_its_source(source, expected):
    assert {claim.attributed_to for claim in told(BULLETIN, date(2026, 3, 18), source)} == {expected}


def test_an_account_named_over_its_story_is_no_source():
    text = "快递突破60亿件\n\n义乌发布\n2026年6月11日 18:20 浙江\n\n义乌5月快递业务量12.7亿件，同比增长9.8%。"
    claims = told(text, date(2026, 6, 11), "义乌发布")
    assert {claim.attributed_to for claim in claims} == {None}
    assert claims[-1].period_start == date(2026, 5, 1)


def test_a_sentence_that_opens_with_the_name_of_the_outlet_is_no_line_of_publication():
    text = (
        "1—4月义乌经济运行\n\n义乌市统计局5月22日发布，1—4月，经济平稳。\n\n一、工业\n工业增加值104.6亿元，增长10.8%。"
    )
    claims = told(text, date(2026, 5, 22), "义乌市统计局")
    assert [(claim.attributed_to, claim.period_start) for claim in claims] == [("义乌市统计局", date(2026, 1, 1))] * 2


def test_headings_with_numbers_do_not_hide_a_bulletin():
    text = (
        "Zhejiang's economy in the first half\n\nThe Zhejiang Provincial Bureau of Statistics on Tuesday released the"
        " following preliminary figures.\n\n1. Output\nZhejiang's GDP was 4.71 trillion yuan in the first half of the"
        " year, an increase of 5.6 percent.\n\n2. Trade\nImports and exports amounted to 2.86 trillion yuan."
    )
    body = "Zhejiang Provincial Bureau of Statistics"
    claims = told(text, date(2026, 7, 21), body)
    assert {claim.attributed_to for claim in claims} == {body}
    assert claims[-1].period_end == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade rose 4.3 percent, the General Administration of Customs (GAC) said.",
            "General Administration of Customs",
        ),
        ("The Bureau of Statistics (NBS) said sales rose 5 percent.", "Bureau of Statistics"),
        ("It fired two shells, according to a report into the incident.", None),
        (
            "Yiwu wants 45,000 stalls by 2028, according to an action plan published on Tuesday by Yiwu Release.",
            "Yiwu Release",
        ),
        ("Organizers put the number of visits at 88,700.", "Organizers"),
        ("Exports rose 4 percent, missing the 5 percent gain forecast by economists in a poll.", "economists"),
        ("海关总署昨天（9日）发布，今年前5个月出口增长4%。", "海关总署"),
        ("《方案》还要求，2027年底前退货周期压缩至20天以内。", "方案"),
        ("根据《方案》，对试点补助最高500万元。", "方案"),
        ("在省贸易学会副会长汪敏看来，人才缺口有12万人。", "汪敏"),
        ("【同期声】义乌国际商贸城经营户 虞丽：三月份以来，小喇叭卖了80多万个。", "虞丽"),
        ("厂长应志刚说，有180名工人返岗。他随手拿起一只刚下线的杯子介绍，客户订了24万只杯子。", "应志刚"),
        ("据日本媒体援引日本法务省的统计数据，2015年实习生超过19万人。", "日本法务省"),
        ("8个国家的政客组成了联盟，号称“八国联盟”。", None),
        ("屏幕可在折叠状态下显示信息，售价5000元。", None),
        ("永康素有“口杯之都”之称，产量占全国的七成以上。", None),
        ("对话章晓棠\n\n《浙商视野》：生意怎么样？\n章晓棠：还好。1—6月发货1.58亿元。", "章晓棠"),
    ],
)
def test_source(text, expected):
    assert told(text, date(2026, 7, 20))[-1].attributed_to == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在二区经营五金工具的王巧珍忙个不停。“每年要拿8000套扳手。”她说，工厂有60名工人。", ["王巧珍", "王巧珍"]),
        ("围巾店主吴斌把店面重新装修了一遍。“去年做了680万元。”", ["吴斌"]),
        ("去年，应晓燕关掉了旧生产线。“均价从35元涨到了89元。”她预计，明年能做到3000万元。", ["应晓燕"] * 3),
        ("市场管理局副局长何军介绍，市场有3万间商铺。\n店里人不多。“一天卖出80件。”", ["何军", None]),
    ],
)
def test_a_quotation_of_whole_sentences_is_of_who_is_told_of(text, expected):
    assert [claim.attributed_to for claim in told(text, date(2026, 7, 20))] == expected


def test_the_same_day_is_the_first_that_the_text_tells_of():
    text = "蛇年开市\n\n2月13日，市场开市，客流22.8万人次。\n\n去年做了680万元。\n\n同日的招聘会上，312家企业到场。"
    assert told(text, date(2026, 2, 14))[-1].period_start == date(2026, 2, 13)


@pytest.mark.parametrize(
    "declared",
    ["以下数据由组委会提供👇", "（以下数据均来自组委会）", "请收一份账单（以下均为本届数据，来自组委会统计）"],
)
def test_the_source_declared_for_all_data_of_a_post(declared):
    text = (
        f"206亿元！龙泉五金展“战报”出炉\n\n5月24日至26日，五金展落幕。{declared}\n\n💰成交｜意向成交额206亿元\n\n"
        "店主陈红说，摊位卖了3万元。\n\n🚌温馨提示\n停车场每小时3元"
    )
    sources = [claim.attributed_to for claim in told(text, date(2026, 5, 27))]
    assert sources == ["组委会", "组委会", "陈红", None]


def test_a_source_that_is_declared_for_nothing_is_none():
    text = "以下商品来自义乌。\n\n意向成交额206亿元。"
    assert told(text, date(2026, 5, 27))[-1].attributed_to is None
