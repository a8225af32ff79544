"""What counts as Yiwu trade news, by the words of settings/topics.yaml."""

from pathlib import Path

import pytest

from barometer.articles import is_on_topic, load_topics
from barometer.errors import SourceError
from barometer.sources import load_sources

SETTINGS = Path(__file__).parents[2] / "settings"
TOPICS = load_topics(SETTINGS / "topics.yaml")
PEOPLE = load_sources(SETTINGS / "sources")["people"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("义乌前七个月出口增长两成", "据海关统计，义乌市进出口总值继续增长，市场采购贸易占比过半。"),
        ("Yiwu exporters gear up for Christmas", "Merchants at the wholesale market in Yiwu said orders rose."),
        ("小商品城三季度营收增长", "公司公告称，市场经营业务收入增长，商户数量增加，成交额创新高。"),
        ("“世界超市”接单忙", "在义乌国际商贸城，外国客商下单采购，物流公司加班发货。"),
    ],
)
def test_is_trade_news(title, text):
    decision = is_on_topic(title, text, TOPICS, PEOPLE)
    assert decision, decision.rule


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("义乌队主场2比1取胜", "在昨晚的足球联赛中，义乌队球迷见证了两粒进球，比赛门票销售火爆，订单系统一度拥堵。"),
        ("义乌足球迷赶赴客场", "记者在义乌国际商贸城采访，商户、采购商、外贸订单、物流都在谈论出口。"),
        ("Yiwu football club wins league match", "Yiwu scored twice; the market for tickets was brisk, sales rose."),
        ("宁波出口增长", "宁波海关公布，宁波口岸进出口增长，外贸订单充足。"),
        ("义乌今日多云", "天气预报：义乌明天多云，气温回升。"),
        ("义乌开通新公交", "义乌新开三条公交线路，方便市民出行。"),
    ],
)
def test_is_not_trade_news(title, text):
    decision = is_on_topic(title, text, TOPICS, PEOPLE)
    assert not decision
    assert decision.rule


def test_a_source_can_count_whole():
    whole = PEOPLE.model_copy(update={"topic": "all"})
    assert is_on_topic("随便", "什么都行", TOPICS, whole)


def test_latin_words_match_whole():
    assert not is_on_topic("Yiwu", "important traders exportable", TOPICS, PEOPLE)


def test_a_mistake_in_the_file_is_told(tmp_path):
    file = tmp_path / "topics.yaml"
    file.write_text("places: [义乌]\ntrad: [出口]\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"topics\.yaml.*trade"):
        load_topics(file)
