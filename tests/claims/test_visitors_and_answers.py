"""What forty sentences a language of unread hands showed: visitors, answers, spans with 多, seats, codes."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("今年已有3.8万名外商到义乌进货，比去年同期多了9000名。", ["Yiwu", "Yiwu"]),
        ("5.1万名客商赴义乌看货。", ["Yiwu"]),
        ("85家义乌企业到广州参展，成交2亿元。", ["Yiwu", "Yiwu"]),
        ("阿卜杜在义乌住了9年，雇了4名中国店员，每月发出的货不少于12个标箱。", ["Yiwu", "Yiwu", "Yiwu"]),
    ],
)
def test_figures_of_visitors_are_of_the_town_they_come_to_and_of_no_land_that_staff_come_from(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("车辆等候时间由3个多小时缩短到40分钟。", ["gt", "eq"]),
        ("修了5个多月。", ["gt"]),
        ("走完全程要两个多钟头。", ["gt"]),
        ("走完全程要4个小时。", ["eq"]),
    ],
)
def test_a_span_of_time_with_more_is_more_than_it_says(text, modifiers):
    assert found(text, "modifier") == modifiers


def test_what_some_mean_to_do_makes_no_goal_of_the_share_of_others():
    assert found("受访企业中，14.5%打算涨价，不足两成考虑裁员。", "status") == ["actual", "actual"]
    assert found("义乌计划新增企业200家，出口占比提高到三成。", "status") == ["target", "target"]


def test_the_dearest_of_some_things_is_a_price_and_no_growth():
    assert found("发夹最便宜的一只3元，最贵的也不超过45元。", "kind")[-1] == "amount"
    assert found("一个高柜贵了900美元。", "direction") == ["up"]


@pytest.mark.parametrize(
    "text",
    ["坐在7车12A座的客商又一次赶往广州。", "Metro Line 2, Exit C; postcode 310000.", "Zip code: 90210, open daily."],
)
def test_seats_and_postcodes_measure_nothing(text):
    assert found(text, "quote") == []


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("关税上调后，这家企业的订单减半。", "since"),
        ("Footfall reached 48,000 visits in March, double the number at its opening.", "since"),
    ],
)
def test_what_is_told_beside_the_time_before_a_rule_or_at_an_opening_is_compared_with_it(text, comparison):
    assert found(text, "comparison")[-1] == comparison


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("根据印尼财政部新规，小包须缴纳8.5%的关税。", "印尼财政部"),
        ("根据海关总署规定，超过4000元的须申报。", "海关总署"),
        ("Air freight rates could climb 25 per cent in December, forwarders warn.", "forwarders"),
    ],
)
def test_who_sets_a_rule_and_who_warns_is_the_source(text, source):
    assert found(text, "attributed_to") == [source]
