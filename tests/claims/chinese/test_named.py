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
