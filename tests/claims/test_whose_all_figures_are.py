"""Texts that name whose figures they give, firms with stops in their names, and customs that issue a text."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2026, 6, 19)


@pytest.mark.parametrize(
    "told",
    [
        "All figures in this bulletin are from the Chenghai Toy Association.",
        "All data below come from the Chenghai Toy Association.",
    ],
)
def test_a_text_that_says_whose_all_its_figures_are_is_told_by_them(told):
    text = f"{told}\n\nMembers shipped 3,400 containers in May."
    assert found(text, "attributed_to", DAY) == ["Chenghai Toy Association"]


def test_what_another_says_is_theirs_also_under_declared_figures():
    text = (
        "All figures in this bulletin are from the Chenghai Toy Association.\n\n"
        "Orders rose 4 percent in May, said Liu Fang, manager of Yihua Toys."
    )
    assert found(text, "attributed_to", DAY) == ["Liu Fang"]


@pytest.mark.parametrize("firm", ["Yihua Group Co., Ltd.", "Yihua Group Co. Ltd."])
def test_the_stops_of_a_firms_name_end_no_name(firm):
    text = f"{firm} said it had shipped 3,400 containers in May."
    assert found(text, "attributed_to", DAY) == [firm]


def test_who_is_called_after_a_place_places_no_answers():
    text = "The Hong Kong lender polled 1,240 exporters, and 58 percent of them expect sales to grow."
    assert "Hong Kong" not in found(text, "place", DAY)


def test_the_customs_that_issue_a_text_on_their_province_place_nothing():
    text = (
        "Hainan's foreign trade reached 142.6 billion yuan in the first five months, Haikou Customs said on Friday.\n\n"
        "Haikou Customs has handled 2,300 declarations under the new rules."
    )
    assert found(text, "place", DAY, "Haikou Customs") == ["Hainan", "Hainan"]


def test_a_passage_without_a_title_hands_on_what_its_first_sentence_told():
    text = (
        "Hainan's foreign trade reached 142.6 billion yuan in the first five months, the bureau said on Friday.\n\n"
        "Exports rose 4 percent."
    )
    assert [days(text, DAY), found(text, "place", DAY)] == [[("2026-01-01", "2026-05-31")] * 2, ["Hainan"] * 2]
