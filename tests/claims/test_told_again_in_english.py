"""English quarters named by number, changes without a verb, editions of a fair, forecasts missed, what is no figure."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 10, 25)


def test_quarters_told_upwards_are_of_one_year():
    text = "Growth quickened from 4 percent in the first quarter to 5 percent in the second and 6 percent in the third."
    assert [first for first, _ in days(text, DAY)] == ["2025-01-01", "2025-04-01", "2025-07-01"]


def test_a_quarter_that_another_is_set_against_may_be_of_the_year_before():
    text = "Growth slowed to 4 percent in the first quarter, down from 5 percent in the fourth."
    assert days(text, DAY)[1] == ("2024-10-01", "2024-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Umbrellas gained 3 percent from August as shops restocked, followed by caps and gloves with 2 percent.",
        "Visits from Europe rose 9 percent and those from the Middle East 12 percent.",
    ],
)
def test_what_comes_next_changes_as_the_one_before(text):
    assert found(text, "kind", DAY) == ["change", "change"]


def test_a_level_of_another_time_is_a_base():
    text = "The rate had eased to $1,900 by the end of September, 15 percent below its level at the end of June."
    assert found(text, "comparison", DAY)[1] == "since"
    assert days(text, DAY)[1] == ("None", "2025-09-30")


def test_the_amount_of_the_last_edition_is_a_base():
    text = "Her booth took orders worth 2 million yuan, twice the amount of the last edition."
    assert found(text, "comparison", DAY)[1] == "since"


def test_this_year_s_fair_is_of_its_days():
    text = (
        "Yiwu Fair closes\n\nThe fair in Yiwu ran from Oct. 21 to 24.\n\nThis year's fair had 3,100 booths. "
        "A total of 1,900 exhibitors took part."
    )
    assert days(text, DAY) == [("2025-10-21", "2025-10-24")] * 2


def test_what_the_next_edition_is_expected_to_have_is_of_its_days():
    text = "The next edition will take place from Oct. 21 to 24, 2026. It is expected to have 3,500 booths."
    assert days(text, DAY) == [("2026-10-21", "2026-10-24")]


def test_the_first_fall_since_a_year_dates_nothing_behind_it():
    text = (
        "Arrivals from Japan fell 3 percent in the first seven months, the first decline since 2019, "
        "whereas those from Peru rose by 8 percent."
    )
    assert days(text, DAY)[1] == ("2025-01-01", "2025-07-31")


def test_a_change_of_the_shop_is_the_base_of_all_that_follows():
    text = "After the factory switched to electric looms, output doubled and energy use was halved, Fang said."
    assert found(text, "comparison", DAY) == ["since", "since"]


def test_what_a_poll_tipped_is_a_forecast():
    assert found("That missed a 6% increase tipped in a Reuters poll.", "status", DAY) == ["forecast"]


def test_a_difference_and_a_level_are_no_range():
    assert found("The number of firms rose by 310 to 7,450.", "value_max", DAY)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "Buses run on routes 801 and 802.",
        "Issue No. 9/2024 (total 214).",
        "A sixth-generation market has opened.",
        "That helped the world's second-largest economy.",
    ],
)
def test_numbers_in_names_are_no_claims(text):
    assert found(text, "value", DAY) == []


def test_a_neighborhood_lies_in_its_town():
    text = "He rents a flat in Yiwu's Qingbei neighborhood. He now lists 300 items."
    assert found(text, "place", DAY) == ["Yiwu"]


def test_shares_are_traded_where_they_are_listed():
    text = (
        "Yiwu Mall's results\n\nYiwu Mall sold goods for 3 billion yuan. "
        "Its shares closed 1.4 percent lower at 12.2 yuan in Shanghai."
    )
    assert found(text, "place", DAY)[1:] == ["Shanghai", "Shanghai"]


def test_money_is_tied_up_for_days_and_then_for_fewer():
    text = '"My money used to be tied up for 50 days," she said. "Now it is less than 20."'
    assert found(text, "kind", DAY) == ["duration", "duration"]


def test_a_firm_with_its_stock_code_and_seat_speaks():
    text = (
        "Market operator Zhejiang Lianfa Group (603991.SH), based in Yiwu, "
        "said on Thursday evening that revenue rose 12 percent."
    )
    assert found(text, "attributed_to", DAY) == ["Zhejiang Lianfa Group"]
    assert found(text, "indicator", DAY) == ["revenue"]


@pytest.mark.parametrize(
    "lead",
    [
        "Deputy Mayor Tang Yu called the goals within reach.",
        "For Tang Yu from India, speed matters.",
        "At a base in Yiwu, host Tang Yu sold cups all evening.",
    ],
)
def test_she_is_who_was_named_last(lead):
    text = f"{lead} Orders grew 16 percent in the first two months, she said."
    assert found(text, "attributed_to", DAY)[-1] == "Tang Yu"


def test_who_is_cited_by_kind_and_name_is_named():
    text = "The line ran 58 trains, according to the operator, Tianfu Industrial Co."
    assert found(text, "attributed_to", DAY)[0].startswith("Tianfu Industrial")


def test_what_is_told_to_somebody_has_its_own_subject():
    text = "He told the Global Times on Tuesday that foreign trade could exceed 900 billion yuan this year."
    assert found(text, "indicator", DAY) == ["foreign trade"]


def test_countries_that_take_part_in_something_are_named_whole():
    text = "Trade with countries taking part in the Belt and Road Initiative grew 9 percent."
    assert found(text, "indicator", DAY)[0].endswith("Initiative")
