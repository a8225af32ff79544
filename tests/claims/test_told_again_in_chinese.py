"""Chinese lines of names, years set against, plans of several years, polls of a town's firms, a time named again."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 10, 28)


def test_a_journalist_named_like_a_city_is_no_place():
    text = "义博会收官\n\n记者 沈宁 通讯员 韩柏林\n\n义博会在义乌落幕。展会接待观众12万人次。"
    assert found(text, "place", DAY) == ["Yiwu"]


def test_somebody_online_is_no_place():
    text = "义乌夜市开张\n\n💬留言区\n@上海阿宝：排了40分钟的队，值得！"
    assert "Shanghai" not in found(text, "place", DAY)


def test_the_share_of_a_year_is_compared_with_none():
    text = "他说，内销占比去年是38%，今年有望达到一半。"
    assert found(text, "comparison", DAY) == [None, None]
    assert days(text, DAY)[0] == ("2024-01-01", "2024-12-31")


def test_planes_that_start_and_land_do_not_fall():
    assert found("上半年，机场保障起降3150架次。", "direction", DAY) == [None]


def test_so_many_days_until_goods_are_loaded_last():
    assert found("“以前备货要50天，现在18天就能装柜。”", "kind", DAY) == ["duration", "duration"]


def test_articles_of_a_quoted_policy_are_its_name():
    assert found("“惠企20条”已经印发。", "value", DAY) == []


def test_what_was_ordered_already_is_of_the_year_so_far():
    assert days("今年他已在义乌下单30万只。", DAY) == [("2025-01-01", "2025-10-28")]


def test_three_years_of_a_plan_are_its_years():
    text = "《行动计划（2025—2027年）》印发。《计划》明确，今年起每年安排资金2亿元，三年培训主播8万人次。"
    assert days(text, DAY)[1] == ("2025-01-01", "2027-12-31")


@pytest.mark.parametrize("lead", ["面向", "针对", "对"])
def test_a_poll_of_a_town_s_firms_is_of_the_town(lead):
    assert found(f"一项{lead}义乌网商的调查回收样本800份。", "place", DAY) == ["Yiwu"]


def test_a_share_told_as_so_many_of_so_many_may_be_about():
    assert found("每10把雨伞，约有4把产自这里。", "modifier", DAY) == ["approx"]


def test_those_who_think_of_raising_prices_are_a_share():
    assert found("想要涨价的商户不到8%。", "kind", DAY) == ["share"]


def test_freight_that_grows_is_where_it_is_even_beside_its_price():
    text = "三季度义乌至汉堡的海运运价将回落一成，而义乌拼箱货量有望增加6%。"
    assert found(text, "place", DAY)[1] == "Yiwu"


def test_a_month_that_is_looked_forward_to_dates_no_answer():
    assert days("近六成看好11月生意，主要担心运费。", DAY) == [("None", "None")]


def test_last_year_s_figure_beside_this_year_s_dates_nothing_behind_it():
    text = (
        "展会闭幕\n\n10月21日至24日，展会接待观众9万人次。\n\n"
        "参展企业1720家，去年展会为1530家。参展企业中，首次参展的占三成。"
    )
    assert days(text, DAY)[-1] == ("2025-10-21", "2025-10-24")


def test_growth_of_a_time_named_again_has_the_base_of_the_first():
    text = (
        "民企出口综述\n\n上半年，民营企业出口3万亿元，同比增长6%。\n\n市场更多了。上半年，民营企业对东盟出口增长12%。"
    )
    assert found(text, "comparison", DAY)[-1] == "yoy"


def test_a_thing_that_came_into_use_is_a_base():
    assert found("新设备上线后，用工减少80人。", "comparison", DAY) == ["since"]


def test_a_time_between_name_and_number_is_no_part_of_the_name():
    assert found("“外贸订单一天能有20多单。”", "indicator", DAY) == ["外贸订单"]


def test_a_range_names_nothing_for_what_follows():
    text = "预计6月全市快递业务量同比增速在12%至15%之间，全年有望突破115亿件。"
    assert found(text, "indicator", DAY)[-1] != "之间"
