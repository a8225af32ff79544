"""Names that hold other words of ours: an account called after its town, a town behind 在."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2025, 6, 15)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("义乌发布近日通报，今年1至5月，跨境电商交易额同比增长16.29%。", "义乌发布"),
        ("据浙江发布消息，全省出口增长8%。", "浙江发布"),
        ("义乌海关近日发布消息称，出口增长8%。", "义乌海关"),
        ("义乌海关发布数据显示，出口增长8%。", "义乌海关"),
        ("据台州市统计局通报，出口增长8%。", "台州市统计局"),
        ("国铁集团消息，中欧班列开行量增长8%。", "国铁集团"),
        ("国际货币基金组织将印度经济增速预期上调0.2个百分点。", "国际货币基金组织"),
        ("越南工贸部提出，零售额年均增长8%。", "越南工贸部"),
        ("宁波市统计局发布上半年主要经济指标，出口增长8%。", "宁波市统计局"),
        ("市圣诞用品行业协会的统计表明，出口增长8%。", "市圣诞用品行业协会"),
        ("一位宁波货代告诉第一财经，运价上涨8%。", "宁波货代"),
        ("金华市副市长吴跃进带来一组数字：出口增长8%。", "吴跃进"),
        ("省交通运输厅副厅长林海燕在答问时表示，投资增长8%。", "林海燕"),
        ("隔壁做批发的何伯根却有些发愁：“货价跌了8%。”", "何伯根"),
        ("“退货率涨了8%。”主播小鹿掰着指头算。", "小鹿"),
        ("一位商户说，客流少了8%。", None),
    ],
)
def test_an_account_is_named_whole_and_a_body_that_publishes_is_none(text, source):
    [claim] = extract(text, SEEN)
    assert claim.attributed_to == source


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("去年在义乌采购商品3万件。", "采购商品"),
        ("在义常驻外商1.5万名。", "常驻外商"),
        ("在义乌市采购商品3万件。", "采购商品"),
    ],
)
def test_a_town_behind_zai_is_not_cut_in_two(text, indicator):
    [claim] = extract(text, SEEN)
    assert (claim.place, claim.indicator) == ("Yiwu", indicator)
