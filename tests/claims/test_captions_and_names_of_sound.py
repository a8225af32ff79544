"""Numbered captions of tables, buyers from abroad who stand in front of what they say, and words of about so much."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

SEEN = date(2024, 6, 17)
TABLE = (
    "2024年5月龙泉市快递业运行情况\n\n5月份，龙泉市快递业务量完成28.6亿件，同比增长16.3%。\n\n"
    "{}1—5月部分城市快递业务量\n城市　业务量（亿件）　同比增长（%）\n金华　56.2　17.4\n温州　9.3　-1.2"
)


@pytest.mark.parametrize("number", ["表1　", "附表　", "附表2：", ""])
def test_the_caption_of_a_table_dates_its_rows(number):
    text = TABLE.format(number)
    assert days(text, SEEN)[2:] == [("2024-01-01", "2024-05-31")] * 4
    assert found(text, "unit", SEEN)[2:] == ["parcel", "percent", "parcel", "percent"]


STORY = "龙泉商贸城\n\n秘鲁采购商{}拖着箱子走进店里。“我去年发了4个集装箱。”他说。"


@pytest.mark.parametrize("name", ["法里斯·贝塔尼", "马里奥·塔维斯"])
def test_a_buyer_told_of_is_who_says_what_follows(name):
    assert found(STORY.format(name), "attributed_to", SEEN) == [name]
    assert found(STORY.format(name), "place", SEEN) != ["Mali"]


@pytest.mark.parametrize("words", ["差不多要发", "大概能卖", "大约要装"])
def test_a_number_may_be_blurred_in_front_of_its_verb(words):
    assert found(f"一年{words}60个集装箱。", "modifier", SEEN) == ["approx"]


def test_what_happens_about_every_day_blurs_no_number():
    assert found("他差不多每天跑3趟。", "modifier", SEEN) == ["eq"]


def test_a_share_of_the_product_of_a_region_is_no_plot():
    text = "经济运行\n\n前三季度全市生产总值812亿元。其中，服务业增加值424亿元，占地区生产总值的七成。"
    assert days(text, date(2025, 10, 23))[-1] == ("2025-01-01", "2025-09-30")


@pytest.mark.parametrize("head", ["【2024年重点工作】", "【2024年工作重点】", "【2024年工作部署】"])
def test_what_is_headed_as_work_to_be_done_is_a_target(head):
    text = f"龙泉要闻\n\n【2023年工作回顾】\n全市生产总值812亿元。\n\n{head}\n全年完成交通投资350亿元，新增公路50公里。"
    assert found(text, "status", SEEN) == ["actual", "target", "target"]
    assert days(text, SEEN)[1:] == [("2024-01-01", "2024-12-31")] * 2
