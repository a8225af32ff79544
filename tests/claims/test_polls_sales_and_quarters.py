"""Polls of a town's firms, goods bought somewhere, sums as they are spoken, fairs as bases, quarters above others."""

from datetime import date

import pytest

from tests.claims.claims_read import found

DAY = date(2025, 7, 14)


def test_a_poll_is_of_the_town_whose_firms_are_asked():
    text = "一份对义乌500家外贸企业的问卷调查显示，四分之一的企业预计下半年订单下滑。"
    assert found(text, "place", DAY) == ["Yiwu"] * 2


def test_goods_are_bought_where_they_come_from():
    assert found("日本买家西村每年从义乌采购约2亿日元的节庆用品。", "place", DAY) == ["Yiwu"]


def test_a_buyer_from_abroad_does_not_place_what_he_tells():
    assert found("来自哥伦比亚的采购商迭戈今年在义乌订了3个货柜。", "place", DAY) == ["Yiwu"]


def test_a_fair_of_autumn_is_a_base():
    text = "意向成交3.4亿美元，较2019年秋交会增长12.5%。"
    assert found(text, "kind", DAY)[-1] == "change"
    assert found(text, "status", DAY)[-1] == "actual"


@pytest.mark.parametrize("text", ["去年销售额做了3个多亿。", "去年销售额做了3个亿。"])
def test_sums_are_spoken_in_hundreds_of_millions(text):
    assert found(text, "value", DAY) == [300_000_000]


def test_what_somebody_dashes_for_is_a_goal():
    assert found("今年想冲4个亿。", "status", DAY) == ["target"]


def test_a_day_less_is_a_change():
    assert found("班列通关时间缩短1天以上。", "kind", DAY) == ["change"]


def test_firms_within_the_province_are_where_the_text_is_from():
    text = "浙江外贸观察\n\n浙江省商务厅介绍，前三季度浙江出口增长3%。\n\n我们最近走访了省内216家外贸企业。"
    assert found(text, "place", date(2023, 10, 26))[-1] == "Zhejiang"


def test_a_rank_may_be_squeezed_into():
    assert found("墨西哥站首次挤进前三。", "kind", DAY) == ["rank"]


def test_points_above_the_previous_quarter_are_against_it():
    text = "Vacancies climbed to 17.5% in the third quarter, 220 basis points above the previous quarter."
    assert found(text, "comparison", DAY)[-1] == "qoq"


def test_on_year_is_against_the_year_before():
    assert found("Couriers handled 1.1 billion parcels in November, up 23% on year", "comparison", DAY)[-1] == "yoy"


def test_what_those_polled_had_expected_is_a_forecast():
    text = "Exports slowed to $94.6 billion, missing the $95 billion that economists polled by the agency had expected."
    assert found(text, "status", DAY) == ["actual", "forecast"]


def test_so_many_of_them_are_no_countries():
    text = "The show drew 62,300 buyers from 148 countries and regions, some 9,100 of them from overseas."
    assert found(text, "unit", DAY)[-1] == "person"
