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
        ("聚丙烯采购价为每吨", "聚丙烯采购价"),
    ],
)
def test_subject_is_the_noun_phrase_that_is_measured(words, subject):
    span = core(words, 0, len(words))
    assert (words[slice(*span)] if span else None) == subject


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("义乌始发的中欧班列共开行720列。", ["始发的中欧班列"]),
        ("我们一共处理了1.2万票报关单。", ["报关单"]),
        ("涨幅居前的是日用五金，上涨1.9%；跌幅最大的是针织品，下跌1.3%。", ["日用五金", "针织品"]),
        ("公司今年已开店23家，年底增至30家。", ["开店", "开店"]),
    ],
)
def test_indicator(text, indicators):
    assert [claim.indicator for claim in extract(text, date(2025, 6, 22))] == indicators
