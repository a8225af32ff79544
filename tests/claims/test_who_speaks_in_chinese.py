"""Who is the source in Chinese: persons only told of, outlets between a name and its verb, bodies with short names."""

import pytest

from tests.claims.claims_read import found

SOURCE = "attributed_to"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("研究院专家沈立对《远见时报》记者表示，今年出口增长5%。", ["沈立"]),
        ("研究院专家沈立对远见社记者表示，今年出口增长5%。", ["沈立"]),
        ("沈立接受《远见时报》记者采访时表示，今年出口增长5%。", ["沈立"]),
        ("在龙泉开伞厂的朱向阳对记者说：“一条线有12个工人。”", ["朱向阳"]),
        ("“发往美国的货占三成。”11月中旬，在龙泉国际商贸城二区经营箱包的陈红梅对《远见时报》记者说。", ["陈红梅"]),
        ("“发往美国的货占三成。”五金商户陈红梅说。她的店面有12平方米。", ["陈红梅", None]),
    ],
)
def test_who_speaks_to_an_outlet(text, sources):
    assert found(text, SOURCE) == sources


def test_the_outlet_is_not_who_speaks():
    assert found("沈立向《远见时报》记者介绍，今年出口增长5%。", SOURCE) != ["远见时报"]


@pytest.mark.parametrize(
    ("before", "text", "source"),
    [
        ("研究院院长沈立说，出口增长5%。", "证券首席分析师梁静更关注价格。她指出，出口价格下跌2.4%。", "梁静"),
        ("商城集团介绍，客流58万人次。", "采购商萨利姆在龙泉经商。他说，已订了3个货柜。", "萨利姆"),
    ],
)
def test_a_pronoun_means_the_person_told_of_last(before, text, source):
    assert found(f"{before}\n\n{text}", SOURCE)[-1] == source


LEAD = "一季度外贸\n\n记者从{}获悉，据{}统计，2026年一季度，丽水市进出口1420亿元，增长8.7%。"


@pytest.mark.parametrize(
    ("first", "second", "source"),
    [("杭州海关", "海关", "海关"), ("丽水市商务局", "丽水海关", None)],
)
def test_a_body_named_again_in_short_is_the_one_source_of_a_bulletin(first, second, source):
    text = f"{LEAD.format(first, second)}\n\n从产品看，机电产品出口502亿元。"
    assert found(text, SOURCE)[-1] == source


def test_a_story_that_lets_somebody_speak_has_more_sources_than_its_first():
    text = "假期迎客\n\n商城集团发布的数据显示，2026年5月1日至5日，龙泉接待客流58万人次。\n\n{}\n\n停车位有1800个。"
    assert found(text.format("采购商萨利姆在龙泉经商11年。他说，货卖得快。"), SOURCE)[-1] is None
    assert found(text.format("商城集团经理何军介绍，货卖得快。他表示，人也多。"), SOURCE)[-1] == "商城集团"
