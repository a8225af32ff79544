"""Times, places and units that a later reader showed: tasks under heads, months said, ages, times told by the way."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 1, 20)


def fields(text, *names, seen=SEEN):
    return [tuple(getattr(claim, name) for name in names) for claim in extract(text, seen)]


def period(text, seen=SEEN):
    return fields(text, "period_start", "period_end", seen=seen)


YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    "told",
    ["小编整理了一组数据（均为2025年全市数据），快来看", "以下数据均为2025年全年数据。", "以下数字为2025年统计。"],
)
def test_all_figures_below_have_the_time_that_a_text_says_they_are_of(told):
    assert period(f"义乌这一年\n\n{told}\n\n📦快递业务量139亿件\n🏪新设经营主体27万户") == [YEAR, YEAR]


def test_a_year_that_a_figure_is_set_against_is_no_time_of_it():
    assert fields("义乌2025年出口5000亿元，为2019年的3倍。", "comparison", "period_start")[1] == (
        "since",
        date(2025, 1, 1),
    )


def test_a_milestone_of_that_year_is_of_the_year_told_of():
    text = "班列\n\n2025年12月29日，列车驶出义乌西站。这是义乌平台当年发出的第1900列中欧班列。"
    assert period(text) == [(date(2025, 1, 1), date(2025, 12, 29))]


def test_so_many_percent_of_firms_have_the_time_behind_them():
    text = "62.4%的企业四季度订单同比增加，这一比例较三季度提高5.7个百分点。"
    assert fields(text, "kind", "comparison", "period_end") == [
        ("share", None, date(2025, 12, 31)),
        ("change", "qoq", date(2025, 12, 31)),
    ]


def test_who_did_something_is_a_share_whatever_grew():
    assert fields("四季度，38.5%的企业新增了客户。", "kind") == [("share",)]


def test_the_way_south_is_no_town():
    assert fields("义乌平台去年新开南通道线路2条。", "place") == [("Yiwu",)]


def test_a_peak_has_no_date():
    text = "年货\n\n1月1日至10日，全市揽收快递6.8亿件。年货采购高峰期，商贸城日均客流达23万人次。"
    assert period(text)[1] == (None, None)


@pytest.mark.parametrize("head", ["III. Key tasks", "Key tasks for the year", "Main tasks for 2026"])
def test_what_will_be_done_under_a_head_of_tasks_is_a_target(head):
    text = f"Work report\n\nLast year Yiwu's GDP reached 250 billion yuan.\n\n{head}\n\n"
    text += "This year we will run 1,800 freight trains.\n"
    assert fields(text, "status") == [("actual",), ("target",)]


def test_what_stands_under_the_next_head_is_no_task():
    text = "Work report\n\nII. Key tasks\n\nThis year we will run 1,800 freight trains.\n\nIII. Funding\n\n"
    text += "Each firm receives up to 2 million yuan.\n"
    assert fields(text, "status") == [("target",), ("actual",)]


def test_a_plan_for_this_year_is_of_all_of_it():
    text = "Zhejiang had 3.6 million sellers by the end of December.\n\n"
    text += "The bureau said it plans to set up 30 parks this year."
    assert fields(text, "status", "period_end")[1] == ("target", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Firms run 2,500 warehouses abroad, the ministry said in December.", date(2025, 12, 31)),
        ("A CCTV report in November said that one in three sellers ship abroad.", date(2025, 11, 30)),
    ],
)
def test_what_was_said_in_a_month_holds_up_to_its_end(text, end):
    assert period(text) == [(None, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Yiwu, where a reform began last December, said 310 batches came in by the end of July 2025.",
        "On the line opened in November 2014, a trip takes 18 days.",
        "His firm now employs 26 people and last year grew.",
        "The park was built at a cost of 2.86 billion yuan and opened in May 2017.",
        "Of the 17 dealers she knew in 2019, only five remain.",
    ],
)
def test_a_time_told_by_the_way_dates_nothing_else(text):
    assert period(text)[-1][0] is None


def test_the_time_of_the_same_months_this_year_is_this_years():
    text = "The stay lengthened from 2.4 days in the first half of 2024 to 3.1 days in the same period this year."
    assert period(text, seen=date(2025, 7, 15)) == [
        (date(2024, 1, 1), date(2024, 6, 30)),
        (date(2025, 1, 1), date(2025, 6, 30)),
    ]


def test_a_fair_that_closed_has_the_days_since_it_opened():
    text = (
        "Fair closes\n\nThe Canton Fair closed on Tuesday, having received 298,000 buyers since it opened on April 15."
    )
    text += "\n\nDeals were worth 27 billion dollars."
    days = (date(2026, 4, 15), date(2026, 5, 5))
    assert period(text, seen=date(2026, 5, 5)) == [days, days]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wang Bin, 34, has sold padlocks here.", [("34", "year", "duration")]),
        ("The owners were under 35.", [("under 35", "year", "duration")]),
        ("The work takes two days rather than five.", [("two days", "day", "duration"), ("five", "day", "duration")]),
        (
            "It cut the time from one day to 30 minutes.",
            [("one day", "day", "duration"), ("30 minutes", "minute", "duration")],
        ),
        (
            "Outbound trains numbered 1,412 and return trains 888.",
            [("1,412", "train", "count"), ("888", "train", "count")],
        ),
        ("One company in eight reports late payment.", [("One company in eight", "percent", "share")]),
        ("Sailing time on the line, which was launched in April, is six days.", [("six days", "day", "duration")]),
        ("The zone turns 10 this month.", []),
        ("May 23, 2024 | 6-min read", []),
    ],
)
def test_what_a_number_counts(text, told):
    assert fields(text, "quote", "unit", "kind") == told


def test_the_head_of_a_table_names_the_base_of_its_changes():
    text = "Results\n\nProfit rose 5 percent from a month earlier.\n\n"
    text += "Revenue in May 2025 (million yuan; year-on-year change)\n"
    text += "Rail: 905; +31.5%\nAir: 418; -12.7%\n"
    assert [base for kind, base in fields(text, "kind", "comparison") if kind == "change"] == ["mom", "yoy", "yoy"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Chenghai, the Shantou district that makes toys, Cai runs two lines.", "Chenghai"),
        ("Investment from Switzerland grew 58 percent in Yiwu.", "Yiwu"),
        ("At 166 Chouzhou North Road in Yiwu, staff speak 15 languages.", "Yiwu"),
        ('"America used to be 60% of our business," said Liu Fang, whose company in Yiwu makes toys.', "Yiwu"),
    ],
)
def test_a_place_that_is_only_named_holds_nothing(text, place):
    assert fields(text, "place")[0] == (place,)


def test_what_is_foretold_has_its_change_foretold_and_not_its_reason():
    text = (
        "She expects sales of 28 million yuan this year, up 15 percent from last year, even though she raised prices "
    )
    text += "by 5 percent in September."
    assert fields(text, "status", seen=date(2025, 11, 19)) == [("forecast",), ("forecast",), ("actual",)]


def sources(text, seen=SEEN):
    return [name for (name,) in fields(text, "attributed_to", seen=seen)]


def test_an_answer_goes_on_over_its_paragraphs_up_to_a_note():
    text = (
        "Bureau answers reporters\n\nQuestion (Daily): What comes next?\n\n"
        "Wu Jianfeng, deputy director of the bureau: Exports rose 5 percent in 2025.\n\n"
        "The city organized 17 trips in 2025.\n\n(Edited. 12 reporters came.)\n"
    )
    assert sources(text) == ["Wu Jianfeng", "Wu Jianfeng", None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Freight rose 2.6% in 2025, China Rail Group Co., Ltd. (China Rail) announced today.",
            "China Rail Group Co., Ltd.",
        ),
        (
            "About 61 percent turned a profit in 2025, yet margins fell, says a survey by the Institute of Trade.",
            "Institute of Trade",
        ),
        (
            "A survey of 1,200 exporters by consultancy Horizon Trade Research found that 37% had cut output.",
            "Horizon Trade Research",
        ),
        ("Senegalese wholesaler Ibrahima Diop has opened a shop and expects sales of 8 million yuan.", "Ibrahima Diop"),
    ],
)
def test_who_tells_is_named_in_full(text, name):
    assert set(sources(text)) == {name}


def test_she_is_the_person_told_of_last_and_the_spokesperson_who_spoke():
    text = (
        "Zhang Hao, spokesperson for the fair, said deals rose 5 percent.\n\nThe spokesperson noted that visits rose "
        "6 percent.\n\nAt booth 9, Lou Meifen, a stationery maker from Yiwu, was packing. Her sales came to 18 million "
        "yuan, she said."
    )
    assert sources(text) == ["Zhang Hao", "Zhang Hao", "Lou Meifen"]


def test_the_highlights_of_a_report_are_told_by_it():
    text = (
        "Targets for 2026\n\nThe governor delivered the government work report on January 21. The following are the "
        "highlights of the report.\n\nThe province's GDP reached 9 trillion yuan last year."
    )
    assert sources(text) == ["government work report"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In Xiatang, a village in Yiwu, east China's Zhejiang Province, carts wait. Couriers from 14 firms come.",
            "Xiatang",
        ),
        (
            "The institute polled 1,128 firms in Zhejiang; 417 of them are based in Yiwu. The rate was 38 percent.",
            "Zhejiang",
        ),
        ("Rates in Shanghai rose 5 percent. About 7% of global vessel capacity has been absorbed.", None),
    ],
)
def test_where_the_last_figure_is(text, place):
    assert fields(text, "place")[-1] == (place,)


def test_a_firm_that_issues_its_results_tells_all_of_them():
    text = (
        "Hualian reports record revenue\n\nHANGZHOU, China, Jan. 20, 2026 -- Hualian Living Holdings Limited today "
        "announced its annual results for the year ended December 31, 2025.\n\nFinancial highlights\n\nRevenue was "
        "RMB11 billion.\n\nGross margin reached 39.7%.\n\n"
        '"We are healthy," said Lin Wen. "We plan more." "We hope," he said.\n'
    )
    told = extract(text, SEEN, "Hualian Living Holdings (press release)")
    assert [(claim.period_start, claim.attributed_to) for claim in told] == [
        (date(2025, 1, 1), "Hualian Living Holdings Limited"),
        (date(2025, 1, 1), "Hualian Living Holdings Limited"),
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1,346 firms joined in 2025, and at year's end they ran 78 warehouses.", (None, date(2025, 12, 31))),
        ("Under its 15th Five-Year Plan, Zhejiang aims to have 300 brands by 2030.", (None, date(2030, 12, 31))),
        (
            "52 percent took orders, up from 47 percent in September, and a third reported thinner margins.",
            (None, None),
        ),
    ],
)
def test_when_the_last_figure_is(text, span):
    assert period(text)[-1] == span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sailing round the Cape still adds 10 to 14 days to the voyage.", [("change", "up", None)]),
        (
            "Their shares of GDP were 1.1, 53.4 and 45.5 percent respectively.",
            [("share", None, None), ("share", None, None), ("share", None, None)],
        ),
        (
            "38% of the respondents are from Asia, 21% from Africa and 17% from Europe.",
            [("share", None, None), ("share", None, None), ("share", None, None)],
        ),
        (
            "Sales were up 9.4% from RMB10.84 billion in the same period of 2025.",
            [("change", "up", "yoy"), ("amount", None, None)],
        ),
    ],
)
def test_what_kind_and_against_what(text, told):
    assert fields(text, "kind", "direction", "comparison") == told


@pytest.mark.parametrize(
    "text",
    ["Ningbo to Hamburg was quoted at $2,240 per FEU.", "The price from Yiwu to Duisburg rose to $7,350 per FEU."],
)
def test_what_carriage_costs_lies_nowhere(text):
    assert fields(text, "place") == [(None,)]


def test_trains_that_only_have_lands_in_their_name_are_where_they_leave():
    assert fields("China-Europe freight trains at Yiwu rose 8.6 percent in 2025.", "place") == [("Yiwu",)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("She expects occupancy to hit 95% by December.", (None, date(2025, 12, 31))),
        (
            "In 2024, 412 firms came.\n\nThe office aims to have 95% of forms printed by the end of the year.",
            (None, date(2025, 12, 31)),
        ),
        (
            "It keeps its full-year target of 7 billion yuan, 46 percent of which was reached by the end of April.",
            (None, date(2025, 4, 30)),
        ),
        ("Since opening in May 2024, she has received 1,200 orders.", (date(2024, 5, 1), None)),
    ],
)
def test_what_is_to_come_and_what_runs_on(text, span):
    assert period(text, seen=date(2025, 5, 30))[-1] == span
