"""Sources, bases and ranks told in rarer words, which a look at the sentence once kept from being read."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("来自省商务厅监测，6月全市跨境电商出口增长12%。", "省商务厅"),
        ("来自义乌市气象局的监测显示，6月全市用电量增长12%。", "义乌市气象局"),
        ("《经济日报》文章写道，义乌出口增长5%。", "经济日报"),
        ("这些目标被写进《发展规划》中：到2027年，全市出口达到8000亿元。", "发展规划"),
        ("义乌海关:今年前5个月，全市进出口增长9%。", "义乌海关"),
        ("网点负责人打趣道，一天揽收8万件。", "网点负责人"),
        ("来自约旦的采购商哈桑在国际商贸城二区说，订单增长两成。", "哈桑"),
        ("公司董事长骆明轩在业绩会上说，出口增长两成。", "骆明轩"),
    ],
)
def test_a_source_is_named_by_its_name_whatever_tells_of_it(text, source):
    assert found(text, "attributed_to") == [source]


def test_who_is_told_to_come_from_somewhere_is_no_less_a_source_for_where_they_speak():
    assert found("店主王芳在店里说，订单增长两成。", "attributed_to") == ["王芳"]


def test_the_month_before_is_the_base_of_all_that_a_text_says_is_set_against_it():
    text = "以下增幅均为上个月相比。进出口增长5%，出口增长6%。"
    assert found(text, "comparison") == ["mom", "mom"]


def test_a_year_that_a_pace_exceeds_dates_the_old_level_alone():
    assert found("出口增速放缓至3%，超过2025年的增速2.2%。", "indicator")[1] == "增速"


def test_what_holds_a_rank_is_named_without_the_words_for_holding_it():
    assert found("新加坡港箱量稳坐全球第二。", "indicator") == ["港箱量"]
