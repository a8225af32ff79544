"""English stories of trade flows, fairs to come, sums reached, agreed deals, and those who only study or buy."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 6, 6)
STORY = (
    "Trade grows\n\nChina's exports rose 6.4 percent in May from a year earlier, Ningbo Customs said.\n\n"
    '"We wait," said Li Na, a trader. "It is slow," she said.\n\n'
)
STORY_END = '\n\n"They pay," he said. "It is late," said Ma Li. "We go," she said.'


def test_flows_of_other_months_grow_from_the_base_of_the_story():
    text = STORY + "Shipments to Japan plunged 23.8 percent in April." + STORY_END
    assert found(text, "comparison", DAY)[-1] == "yoy"


def test_other_growth_has_no_base_of_the_story():
    text = STORY + "Revenue rose by a quarter in April." + STORY_END
    assert found(text, "comparison", DAY)[-1] is None


def test_who_is_of_the_first_body_tells_of_its_time():
    text = (
        STORY
        + "Private firms exported 2 trillion yuan, 80 percent of the total exports, said Xu Min, an official with "
    )
    assert days(text + "Ningbo Customs." + STORY_END, DAY)[-1] == ("2025-05-01", "2025-05-31")


def test_a_rank_behind_a_share_holds_where_the_share_does():
    text = (
        "Trade\n\nZhejiang made up 11.9 percent of China's total, a share 0.3 percentage points higher than a "
        "year earlier, and ranked third in the country."
    )
    assert set(found(text, "place", DAY)) == {"Zhejiang"}


@pytest.mark.parametrize(
    "text",
    [
        "His plant in Datang turns out 180,000 pairs a day for supermarkets in Europe and Japan.",
        "In Datang, Zhou Xinyi, who came back to Datang from Hangzhou in 2022, sold 420,000 pairs.",
    ],
)
def test_where_goods_go_and_people_come_from_they_do_not_hold(text):
    assert found(f"Socks\n\n{text}", "place", DAY) == ["Datang"]


def test_who_studies_in_a_town_does_not_tell_of_it():
    text = "Trade\n\nLu Wei of a Beijing-based institute expects the country's trade to exceed 3 trillion yuan."
    assert found(text, "place", DAY) == ["China"]


def test_a_fair_to_come_is_held_in_days_to_come():
    text = "Fair\n\nThe next session will be held from Oct. 15 to Nov. 4. Organizers expect more than 5,000 exhibitors."
    assert days(text, DAY) == [("2025-10-15", "2025-11-04")]


def test_when_a_deal_was_agreed_dates_nothing():
    text = "Duties\n\nWashington will cut a levy to 10 percent under a truce agreed in May."
    assert days(text, DAY) == [("None", "None")]


def test_a_total_reached_on_a_day_holds_up_to_it():
    text = "Rail\n\nA train left Yiwu on June 3, lifting the total volume of the line to more than 1 million TEUs."
    assert days(text, DAY) == [("None", "2025-06-03")]


def test_the_week_to_a_day_is_seven_days():
    assert days("Index\n\nThe index fell 0.17 percent in the week to June 1.", DAY) == [("2025-05-26", "2025-06-01")]


def test_why_something_rose_does_not_date_it():
    text = (
        "Index\n\nIt rose in May. Locks added 0.48 percent as builders hurried to hand over flats before the year-end."
    )
    assert days(text, DAY) == [("2025-05-01", "2025-05-31")]


def test_how_long_a_line_is_has_no_day():
    text = "Rail\n\nA new line was opened on April 8. It is 9,870 kilometers long."
    assert days(text, DAY) == [("None", "None")]


def test_a_surcharge_holds_nowhere():
    text = "Ships\n\nLines in Ningbo will introduce a peak season surcharge of $1,000 a box."
    assert found(text, "place", DAY) == [None]


def test_what_a_building_covers_has_not_the_day_it_opened():
    text = (
        "Plant\n\nA new plant in Rayong was opened on May 9. It covers 66,000 square meters and cost 280 million yuan."
    )
    assert days(text, DAY) == [("None", "None")] * 2


def test_what_will_be_is_not_of_a_time_that_is_over():
    text = "Park\n\nWork on a park began last month; it will cost 4 billion yuan and is expected to employ 600 workers."
    assert days(text, DAY) == [("None", "None")] * 2
    assert found(text, "status", DAY) == ["forecast"] * 2


def test_what_somebody_is_told_to_have_holds_now():
    text = "Survey\n\nExports rose 9 percent in May, said the Lamp Association, which represents more than 600 makers."
    assert days(text, DAY) == [("2025-05-01", "2025-05-31"), ("None", "None")]


def test_what_there_is_now_is_not_of_the_months_in_which_some_came():
    text = "Abroad\n\nSo far this year firms have opened nine warehouses, bringing the total to 236."
    assert days(text, DAY)[1] == ("None", "None")
