"""What is counted and what is measured, in Chinese sentences of our own."""

from datetime import date

import pytest

from barometer.claims import extract
from barometer.claims.chinese.phrases import core, noun_behind


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("海外客商便转场看样", "海外客商"),
        ("中欧班列驶出车站", "中欧班列"),
        ("样品亮相家居展", "样品"),
        ("全货机从机场起飞", "全货机"),
        ("以上境外采购商", "境外采购商"),
        ("停运", None),
        ("压缩至3天", None),
        ("，同比增长", None),
    ],
)
def test_noun_behind_a_classifier_ends_where_another_word_begins(words, noun):
    span = noun_behind(words, 0, 12)
    assert (words[slice(*span)] if span else None) == noun


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("景区接待游客", "游客"),
        ("该平台向卖家收取的佣金率", "佣金率"),
        ("每个商位年租金", "年租金"),
        ("新能源汽车出口直逼", "新能源汽车出口"),
        ("是全国平均水平的", None),
        ("比海运", None),
        ("已经建成", None),
        ("美国市场份额", "美国市场份额"),
        ("总量居全国", "总量"),
        ("共开行班列", "班列"),
        ("农商银行的外贸信用贷单户额度", "外贸信用贷单户额度"),
        ("“甬新欧”班列", "“甬新欧”班列"),
        ("位次前移至全省", "位次"),
        ("罚没收入累计入库", "罚没收入"),
        ("餐饮收入由降转升", "餐饮收入"),
        ("社区“十五分钟生活圈”覆盖率", "覆盖率"),
        ("平均办结时间", "平均办结时间"),
        ("仍", None),
        ("聚丙烯采购价为每吨", "聚丙烯采购价"),
    ],
)
def test_subject_is_the_noun_phrase_that_is_measured(words, subject):
    span = core(words, 0, len(words))
    assert (words[slice(*span)] if span else None) == subject


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("义乌始发的中欧班列共开行720列。", ["中欧班列"]),
        ("26个大类中，14个上涨、11个下跌、1个持平。", ["大类", "上涨", "下跌", "持平"]),
        ("价格上涨的有24个，下跌的9个。", ["上涨的", "下跌的"]),
        ("销售额7.3亿元，毛利率却从上年的18.5%滑落至15.2%。", ["销售额", "毛利率", "毛利率"]),
        ("打火机年产量从40亿只攀到60亿只。", ["打火机年产量", "打火机年产量"]),
        ("合同金额4.6亿美元（折合人民币约33亿元）。", ["合同金额", "合同金额"]),
        ("他租下一间9平方米的商位，在这里干了11年。", ["商位", "干了"]),
        ("去年有进出口实绩的企业达1260家。", ["有进出口实绩的企业"]),
        ("镜片和镜架的年产量分别占全国的四分之三和三分之一。", ["镜片", "镜架的年产量"]),
        ("国际枢纽港一期占地1180亩，已完成投资52亿元。", ["占地", "完成投资"]),
        ("民企出口占全省的15.4%，占比较去年同期提升0.6个百分点。", ["民企出口", "占比"]),
        ("询单量比春季少了约三分之一。", ["询单量"]),
        ("我们一共处理了1.2万票报关单。", ["报关单"]),
        ("涨幅居前的是日用五金，上涨1.9%；跌幅最大的是针织品，下跌1.3%。", ["日用五金", "针织品"]),
        ("公司今年已开店23家，年底增至30家。", ["开店", "开店"]),
    ],
)
def test_indicator(text, indicators):
    assert [claim.indicator for claim in extract(text, date(2025, 6, 22))] == indicators
