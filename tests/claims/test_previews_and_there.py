"""English previews of data, firms called after their province, what is "there", the whole year, founded when."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 6, 6)
PREVIEW = (
    "May exports to slow\n\nBEIJING, June 6 (Reuters) - China's exports likely grew 5.2% in May from a year earlier, a "
    "Reuters poll of 28 economists showed, as a truce came too late. They had risen 7.9% in April.\n\n"
)


def test_what_a_preview_foretells_is_of_the_month_just_over():
    text = PREVIEW + "Imports are forecast to have risen 0.9%, according to the economists' median estimate."
    assert found(text, "status", DAY) == ["forecast", "actual", "actual", "forecast"]
    assert days(text, DAY)[-1] == ("2025-05-01", "2025-05-31")


def test_the_economists_of_a_poll_are_counted_nowhere_and_at_no_time():
    assert days(PREVIEW, DAY)[1] == ("None", "None")
    assert found(PREVIEW, "place", DAY)[1] is None


def test_the_growth_that_a_likely_one_slows_from_is_no_forecast():
    text = "Outlook\n\nExport growth is likely to slow to about 3 percent this year from 5.6 percent in 2024."
    assert found(text, "status", DAY) == ["forecast", "actual"]


def test_a_firm_called_after_its_province_is_where_the_title_says():
    text = (
        "Yiwu Market Operator's Profit Jumps\n\nShares of Zhejiang Yunlai Commodity Group rose after its net profit "
        "surged 40 percent from a year earlier.\n\nRevenue climbed 15.7 percent to CNY3.9 billion."
    )
    assert set(found(text, "place", DAY)) == {"Yiwu"}


def test_what_is_told_of_there_is_where_the_last_figures_were():
    text = (
        "Moving out\n\nFang makes toys in Yiwu with 260 workers.\n\nThe new site, in an industrial park in Bac Ninh "
        "province near Hanoi, covers 6,500 square metres. Rent there is about US$4.60 a square metre."
    )
    assert found(text, "place", DAY) == ["Yiwu", "Bac Ninh", "Bac Ninh"]


def test_there_is_a_place_of_its_own_sentence_if_that_names_one():
    text = "Lamps\n\nHe has 40 workers in Rayong. He ships to Brazil from Yiwu, and prices there rose 8 percent."
    assert found(text, "place", DAY)[1] != "Rayong"


def test_the_whole_year_is_the_one_that_a_report_is_about():
    text = "Report on 2024\n\nExports grew 3 percent in 2024. In the whole year, prices were 0.3 percent higher."
    assert days(text, DAY)[1] == ("2024-01-01", "2024-12-31")


def test_when_a_unit_was_set_up_dates_nothing():
    text = (
        "Pay\n\nRevenue rose 3 percent in May. The payment unit set up in 2022, which is small, took 10 million yuan."
    )
    assert days(text, DAY)[1] == ("2025-05-01", "2025-05-31")


@pytest.mark.parametrize(
    "base",
    ["last time", "in the winter season", "at the end of the previous year", "in the preceding week"],
)
def test_other_times_are_bases(base):
    assert found(f"Yiwu\n\nYiwu sent 412 exhibitors, 35 more than {base}.", "comparison", DAY)[1] == "since"


def test_so_much_a_metric_ton_dearer_is_a_change():
    assert found("Yarn\n\nYarn is 1,500 yuan a metric ton dearer than in March.", "kind", DAY) == ["change"]
