"""Capitals that stand for states, buyers, hubs, festivals of weeks, names that hold words, totals, filings."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import days, found

NONE = ("None", "None")
SEEN = date(2026, 6, 19)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Her factory in neighboring Pujiang employs 65 workers.", "Pujiang"),
        ("Vietnam alone bought $17.5 billion worth of goods.", "China"),
        ("Rare earth exports fell 15 percent after Beijing imposed controls.", "China"),
        (
            "In the wholesale hub of Yiwu, Wang Hua, who sells cases, said he had cut his workforce to 40 people.",
            "Yiwu",
        ),
        ("Lin Mei, a professor at Zhejiang Gongshang University, put the rate at 4 percent.", "China"),
        ("A center at 88 Chengxi Road has checked 2,480 batches.", "China"),
    ],
)
def test_where_figures_hold_beside_other_names(told, place):
    text = f"China's exports rose 8 percent in May.\n\n{told}"
    assert found(text, "place", SEEN)[-1] == place


def test_china_that_bought_is_where_it_holds():
    assert found("China bought 14,000 tonnes of Kenyan tea last year.", "place", SEEN) == ["China"]


def test_a_quarter_is_no_town():
    text = "Harmony's Profit Jumps 38 Percent in First Quarter on Warehouses"
    assert found(text, "place", SEEN) == [None]


def test_a_festival_of_weeks_has_its_days_wherever_it_is_named():
    text = "Sales rise\n\nThe festival, which ran from May 13 to June 18, brought sales of 8 billion yuan.\n\n\
One shop said its orders doubled during the festival."
    assert days(text, SEEN)[-1] == ("2026-05-13", "2026-06-18")


def test_days_run_up_to_a_day_of_the_week():
    assert days("From June 1 to Sunday, couriers handled 18.9 billion parcels.", SEEN) == [("2026-06-01", "2026-06-14")]


@pytest.mark.parametrize("firm", ["Jinhai Supply Chain", "Jinhai Hold Group"])
def test_words_of_names_are_no_verbs(firm):
    text = f"{firm}'s net profit rose 38 percent to CNY212 million in the first quarter, it said."
    assert set(days(text, SEEN)) == {("2026-01-01", "2026-03-31")}


def test_a_total_brought_to_so_many_holds_now():
    text = "The port opened nine routes in the first five months, bringing the total to 46."
    assert days(text, SEEN) == [("2026-01-01", "2026-05-31"), NONE]


def test_a_total_of_the_months_told_is_of_them():
    text = "Trains left daily in May, bringing the number in the first five months to 986."
    assert days(text, SEEN)[-1] == ("2026-01-01", "2026-05-31")


def test_what_it_has_now_is_of_no_year_told_before():
    assert days("Yiwu joined the list in 2018. It has more than 260,000 operators.", SEEN) == [NONE]


def test_a_firm_that_files_is_named_past_its_code():
    text = "据义乌上市公司远桥股份（603999.SH）6月18日晚间披露的年报，公司实现营业收入18亿元。"
    assert found(text, "attributed_to", SEEN) == ["义乌上市公司远桥股份"]


def test_a_day_names_nobody():
    assert all("日" not in (name or "") for name in found("6月18日晚间披露的年报，营收18亿元。", "attributed_to", SEEN))


def test_a_job_fair_to_come_dates_what_it_will_have():
    text = (
        "Arrivals rose 41 percent in May.\n\nThe job fair takes place on June 27. Some 210 firms will offer 6,800 jobs."
    )
    assert {claim.status for claim in extract(text, SEEN)[1:]} == {"forecast"}


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("The wait has fallen to within 25 minutes from 1.5 hours before the expansion.", [25, 1.5]),
        ("We sold 300,000 pools in 2025 and are aiming for half a million this year.", [300000, 500000]),
    ],
)
def test_decimals_before_and_great_numbers_written_out_are_read(told, values):
    assert [float(value) for value in found(told, "value", SEEN)] == values


def test_a_market_called_after_its_quarter_is_the_town_s():
    assert found("Vans wait outside the Beiyuan market in Yiwu, which sends 2,000 parcels.", "place", SEEN) == ["Yiwu"]


def test_where_a_firm_makes_its_goods_is_its_home():
    text = "Huarui's Profit Climbs\n\nRevenue grew 9.8 percent, Huarui, which makes cups in Yongkang, said.\n\n\
Net profit slid 4 percent."
    assert found(text, "place", SEEN)[-1] == "Yongkang"


@pytest.mark.parametrize(
    "told",
    [
        "Harmony Products [SHA: 603999] said so.",
        "The report (36 pages) is out.",
        "Booths now double as studios.",
        "孩子升三年级了。",
        "选购时应认准GB 21027标准。",
    ],
)
def test_codes_pages_grades_and_uses_measure_nothing(told):
    assert extract(told, SEEN) == []


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Before April, Americans were 40% of my sales. Now they are 15%.", "share"),
        ("The average age of those who founded a firm in 2025 was 31.6.", "duration"),
        ("小马挂件多卖四成", "change"),
    ],
)
def test_what_is_taken_up_aged_and_sold_more(told, kind):
    assert found(told, "kind", SEEN)[-1] == kind


def test_two_of_somebody_s_clients_are_people():
    assert found("“Two of my biggest American clients cut their orders,” he said.", "unit", SEEN) == ["person"]


def test_lands_that_those_asked_named_hold_nothing():
    text = "Zhejiang's makers\n\nIn Zhejiang, 34 percent named the European Union and 29 percent the United States."
    assert set(found(text, "place", SEEN)) == {"Zhejiang"}


def test_what_is_threatened_is_ahead():
    assert found("Washington has threatened a levy of 100 percent.", "status", SEEN) == ["forecast"]


def test_bare_numbers_under_a_head_of_indexes_are_points():
    text = "Rates\n\nRoute | Index | Change\nMiddle East | 948.6 | -7.0%\nSoutheast Asia | 876.0 | +1.2%\n"
    assert found(text, "unit", SEEN) == ["index_point", "percent", "index_point", "percent"]
