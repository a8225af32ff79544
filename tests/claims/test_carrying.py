"""What holds beyond its sentence: lists, interviews, quotations, bulletins, titles in two languages."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 2, 6)


def fields(text, *names, seen=SEEN, source=None):
    return [tuple(getattr(claim, name) for name in names) for claim in extract(text, seen, source)]


def test_rows_of_a_list_of_plans_are_planned_for_its_year():
    text = "News of the day\n\nYiwu told its plans.\n\n"
    text += "The report lists these targets for 2026:\n- 180 new warehouses\n- 12 new parks\n"
    assert fields(text, "status", "period_start", "period_end", "place") == [
        ("target", date(2026, 1, 1), date(2026, 12, 31), "Yiwu"),
        ("target", date(2026, 1, 1), date(2026, 12, 31), "Yiwu"),
    ]


def test_a_row_of_a_list_does_not_move_the_next_one():
    text = "Exports from Yiwu in May broke down as follows:\n- Dongyang: 3 billion yuan\n- toys: 4 billion yuan\n"
    assert fields(text, "place") == [("Dongyang",), ("Yiwu",)]


def test_answers_are_those_of_who_is_asked():
    text = (
        "News of the day\n\nRuan Mei founded a kitchenware firm in Yiwu. She spoke to us.\n\nQ: How was the year?\n"
        "A: We sold 40,000 pans. Costs fell 5 percent.\n\nQ: And staff?\nA: We have 160 people.\n"
    )
    assert fields(text, "attributed_to") == [("Ruan Mei",), ("Ruan Mei",), ("Ruan Mei",)]


def test_a_quotation_of_several_sentences_has_its_speaker_and_place_throughout():
    text = '"Chile took 40 percent of my hats. Now it is 25 percent," said Ding Rui, a trader in Yiwu.'
    assert fields(text, "kind", "place", "attributed_to") == [
        ("share", "Yiwu", "Ding Rui"),
        ("share", "Yiwu", "Ding Rui"),
    ]


def test_a_figure_told_of_now_is_not_dated_by_the_sentence_before():
    text = "Yiwu made 900,000 umbrellas in May. About 70 percent of the umbrellas go to Chile."
    assert [start for (start,) in fields(text, "period_start", seen=date(2026, 6, 19))] == [date(2026, 5, 1), None]


def test_a_new_paragraph_is_back_where_the_text_is_at_home():
    text = (
        "News of the day\n\nYiwu had 70,000 stalls in 2025.\n\nSales in Ningbo rose 4 percent in 2025.\n\n"
        "The rate of empty stalls fell to 2 percent.\n"
    )
    assert [place for (place,) in fields(text, "place")] == ["Yiwu", "Ningbo", "Yiwu"]


def test_each_half_of_a_title_in_two_languages_follows_its_own_body():
    text = (
        "Yiwu's toy exports up 12 percent\n义乌玩具出口增长12%\n\n"
        "Yiwu's toy exports rose 12 percent year on year in May, according to Hill Customs.\n\n"
        "据山城海关统计，5月，义乌玩具出口同比增长12%。\n"
    )
    assert fields(text, "comparison", "attributed_to", seen=date(2026, 6, 19)) == [
        ("yoy", "Hill Customs"), ("yoy", "山城海关"), ("yoy", "Hill Customs"), ("yoy", "山城海关"),
    ]  # fmt: skip


def test_figures_of_an_event_take_its_days():
    text = (
        "News of the day\n\nThe Yiwu fair, held from October 21 to 24, has closed.\n\nVisitors\n"
        "The halls received 228,000 visits.\n\nDeals\nDeals came to 19 billion yuan.\n"
    )
    days = (date(2025, 10, 21), date(2025, 10, 24))
    assert fields(text, "period_start", "period_end", seen=date(2025, 10, 25)) == [days, days]


def test_a_report_of_a_body_is_its_word_throughout_and_tells_of_the_year_it_names():
    text = (
        "Pujiang in figures\n\nThe Pujiang Bureau of Statistics today released its annual report. "
        "All growth rates below are year on year and refer to 2025.\n\nI. Economy\nOutput reached 30 billion yuan.\n\n"
        "II. Firms\nThe county's 412 large manufacturers had sales of 41 billion yuan, a growth of 7 percent.\n"
    )
    found = fields(text, "attributed_to", "period_end", "place", source="Pujiang Bureau of Statistics")
    assert found == [("Pujiang Bureau of Statistics", date(2025, 12, 31), "Pujiang")] * 4


def test_what_is_told_of_a_fair_happened_on_its_days_though_people_are_quoted():
    text = (
        "Lamp fair ends\n\nThe lamp fair, held in Yiwu from January 9 to 12, ended with deals of 2 billion yuan.\n\n"
        "A total of 900 exhibitors came.\n\n"
        '"Buyers were kind," said Gao Lan. "We rested." "We ate," she said.\n'
    )
    days = (date(2026, 1, 9), date(2026, 1, 12))
    assert fields(text, "period_start", "period_end") == [days, days]


def test_a_text_whose_first_figures_hold_nowhere_has_no_home():
    text = (
        "Freight\n\nThe price to ship a box from Shanghai to Genoa was $2,020 in January.\n\n"
        "In Yiwu, exporters pay 4 percent more.\n\nCarriers cancelled 46 sailings.\n"
    )
    assert [place for (place,) in fields(text, "place")] == [None, "Yiwu", None]


DATED = "Yiwu's exports up 5 percent\n\nYiwu's exports rose 5 percent in May, according to Hill Customs.\n\n"
DATED_ZH = "义乌出口增长5%\n\n据义乌海关统计，5月义乌出口同比增长5%。\n\n"


@pytest.mark.parametrize(
    ("text", "source", "speakers"),
    [
        (DATED + "Imports fell 3 percent.\n\nTrade came to 9 billion yuan.", None, ["Hill Customs"] * 4),
        (
            DATED + "Imports fell 3 percent, the customs said.\n\nTrade came to 9 billion yuan.",
            None,
            ["Hill Customs"] * 4,
        ),
        (
            DATED + "Imports fell 3 percent, said Li Na, a trader.\n\nTrade came to 9 billion yuan.",
            "Xinhua",
            ["Hill Customs", "Hill Customs", "Li Na", None],
        ),
        (
            DATED + "Imports fell 3 percent, said Li Na, a trader.\n\nTrade came to 9 billion yuan.",
            "Hill Customs",
            ["Hill Customs", "Hill Customs", "Li Na", "Hill Customs"],
        ),
        (
            DATED + "Imports fell 3 percent, the Port Bureau said.\n\nTrade came to 9 billion yuan.",
            "Hill",
            ["Hill Customs", "Hill Customs", "Port Bureau", "Hill Customs"],
        ),
        (DATED_ZH + "商户李娜说，进口下降3%。\n\n进出口90亿元。", None, ["义乌海关", "义乌海关", "李娜", "义乌海关"]),
        (
            DATED_ZH + "义乌海关关长李娜说，进口下降3%。\n\n进出口90亿元。",
            None,
            ["义乌海关", "义乌海关", "李娜", "义乌海关"],
        ),
        (DATED_ZH + "东阳商务局说，进口下降3%。\n\n进出口90亿元。", None, ["义乌海关", "义乌海关", "东阳商务局", None]),
    ],
)
def test_the_one_source_of_a_bulletin_speaks_in_its_later_paragraphs(text, source, speakers):
    assert [name for (name,) in fields(text, "attributed_to", source=source)] == speakers


HILL = "News from the hill\n\n"
FIGURES = "Yiwu's exports rose 5 percent.\n\nImports fell 3 percent."


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (f"{HILL}Hill Customs told of the first five months.\n\n{FIGURES}", [date(2025, 1, 1)] * 2),
        (f"{HILL}Hill Customs told of May 3.\n\n{FIGURES}", [None, None]),
        (f"{HILL}A report looks at 2024.\n\nThe hill is green.\n\n{FIGURES}", [date(2024, 1, 1)] * 2),
        (f"{HILL}A report looks at 2024.\n\nThe hill is green.\n\nThe sea is blue.\n\n{FIGURES}", [None, None]),
        (
            f'{HILL}"Yiwu\'s exports rose 5 percent in May," said Li Na.\n\nImports fell 3 percent.',
            [date(2025, 5, 1), None],
        ),
        ("义乌店里热闹\n\n6月10日上午，店里挤进了300人。\n\n销量增长5%。", [date(2025, 6, 10), None]),
        (
            "义乌店里热闹\n\n5月，店里挤进了300人。\n\n李娜说：“好。”王芳说：“不错。”\n\n销量增长5%。",
            [date(2025, 5, 1)] * 2,
        ),
        (
            "义乌店里热闹\n\n5月，店里挤进了300人。\n\n李娜说：“好。”王芳说：“不错。”她说，“很好”。\n\n销量增长5%。",
            [date(2025, 5, 1), None],
        ),
    ],
)
def test_only_a_bulletin_keeps_its_time_over_paragraphs(text, starts):
    assert [start for (start,) in fields(text, "period_start", seen=date(2025, 11, 20))] == starts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Yiwu grows\n\nIn May, the city's imports fell 3 percent.", "Yiwu"),
        ("Yiwu and Dongyang grow\n\nIn May, the city's imports fell 3 percent.", "Dongyang"),
        ("义乌增长\n\n宁波很远。5月全市进口下降3%。", "Yiwu"),
        ("义乌对德国出口增长\n\n5月全市进口下降3%。", "Yiwu"),
    ],
)
def test_the_city_is_the_one_of_the_title(text, place):
    assert fields(text, "place") == [(place,)]


def test_a_base_said_of_all_figures_outlives_another_one():
    text = "News of the day\n\nAll growth rates are year on year. In May, Yiwu's exports rose 5 percent. "
    text += "Imports fell 3 percent from April. Sales grew 2 percent."
    assert [base for (base,) in fields(text, "comparison")] == ["yoy", "mom", "yoy"]


@pytest.mark.parametrize(
    ("days", "kept"),
    [("from October 21 to 24", True), ("in October", False), ("on October 21", False), ("from January to June", False)],
)
def test_the_days_of_an_event_outlive_quotations(days, kept):
    text = f"News\n\nThe Yiwu fair took 9 million yuan {days}.\n\n"
    text += '"Good," said Li Na. "Fine," she said. "Great," he said.\n\nLamps took 5 million yuan.'
    told, later = fields(text, "period_start", "period_end", seen=date(2025, 11, 20))
    assert later == (told if kept else (None, None))


def test_the_day_of_an_index_dates_its_parts_and_no_price_or_poll_beside_it():
    text = (
        "Weekly review\n\nThe Yiwu Index closed at 103.4 points on June 6, up 0.3 percent from a week earlier.\n\n"
        "Of the 15 groups, nine rose and six fell. Toys led with a gain of 2.6 percent.\n\n"
        "A box to Hamburg costs $1,940. In a poll of 95 shippers, 58 percent expect lower prices.\n"
    )
    day = date(2026, 6, 6)
    found = dict(fields(text, "quote", "period_start", seen=date(2026, 6, 9)))
    assert {found[quote] for quote in ("103.4 points", "0.3 percent", "nine", "six", "2.6 percent")} == {day}
    assert {found[quote] for quote in ("$1,940", "95 shippers", "58 percent")} == {None}


def test_an_old_level_with_a_time_of_its_own_does_not_move_what_is_told_next():
    text = (
        "Bulletin\n\nYiwu's trade reached 74 billion yuan in the first quarter of 2026, the bureau said.\n\n"
        "Orders totaled 31 million, against 33 million in the first quarter of 2025. Sales of toys rose 27 percent.\n"
    )
    assert fields(text, "quote", "period_start", seen=date(2026, 4, 21))[-1] == ("27 percent", date(2026, 1, 1))


def test_a_title_names_the_place_of_figures_that_name_none():
    text = "Yiwu tea stall thrives\n\nBy ten she has sold 300 cups, she says.\n\nRent took 30 percent of that.\n"
    assert fields(text, "place") == [("Yiwu",), ("Yiwu",)]


def test_a_time_yet_to_come_up_to_which_something_lasts_dates_no_figure():
    text = "News of the day\n\nThe firm has 1,300 workers and orders until September.\n"
    assert fields(text, "period_end", seen=date(2026, 6, 15)) == [(None,)]


def test_bullets_under_a_heading_without_a_colon_are_what_it_says():
    text = "Ningbo's report\n\nNingbo's output rose.\n\nGoals for 2026\n- growth of 5 percent\n- 3,000 new spaces\n"
    assert fields(text, "status", "period_end", "place") == [("target", date(2026, 12, 31), "Ningbo")] * 2


def test_words_in_quotation_marks_make_no_text_of_quotations():
    text = (
        "Ningbo in 2025\n\nNingbo's output topped 2 trillion yuan in 2025.\n\n"
        'The city\'s "hidden champions" and "little giants" sold lamps worth 3 billion yuan.\n'
    )
    assert fields(text, "period_end") == [(date(2025, 12, 31),)] * 2


def test_what_people_answer_in_a_poll_is_not_of_the_time_of_the_text():
    text = "Hill in 2025\n\nThe Hill Bureau said output rose 3 percent in 2025.\n\n"
    text += "In a poll of 300 owners, 46 percent called it fair.\n"
    assert [end for (end,) in fields(text, "period_end")] == [date(2025, 12, 31), None, None]


def test_a_source_called_after_another_place_does_not_move_the_figures():
    text = "Shipu's crabs\n\nShipu sold 40 tonnes of crab. Exports rose, Ningbo Customs data show, by 17 percent.\n"
    assert fields(text, "place") == [("Shipu",), ("Shipu",)]


def test_the_report_of_the_body_that_issues_it_is_a_report_though_its_head_is_quoted_at_length():
    text = (
        "Lishui's bamboo\n\nThe Lishui Forestry Bureau said output was worth 9 billion yuan in 2025.\n\n"
        "At the end of 2025 the city had 2,410 mu of groves. Growers dug up 214 tonnes of shoots.\n\n"
        "Longquan and Qingyuan had 430 and 515 bamboo mills, respectively.\n\n"
        '"It is fine," said Mei Fang. "We grow," she said. "Only 45 percent is used."\n'
    )
    found = fields(
        text, "period_start", "place", "attributed_to", seen=date(2026, 3, 3), source="Lishui Forestry Bureau"
    )
    year, bureau = date(2025, 1, 1), "Lishui Forestry Bureau"
    assert found[:3] == [(year, "Lishui", bureau), (None, "Lishui", bureau), (year, "Lishui", bureau)]
    assert [place for _start, place, _source in found[3:5]] == ["Longquan", "Qingyuan"]
    assert found[5][2] == "Mei Fang"


def test_labels_with_values_under_a_heading_are_planned_for_its_year():
    text = "News of the day\n\nYiwu told its plans.\n\n"
    text += "Main targets for 2027\nForeign trade: growth of 8 percent\nBudget revenue: 14.2 billion yuan\n"
    assert fields(text, "status", "period_start", "period_end") == [
        ("target", date(2027, 1, 1), date(2027, 12, 31)),
        ("target", date(2027, 1, 1), date(2027, 12, 31)),
    ]


def test_a_story_goes_on_with_the_time_of_its_first_figures_where_nobody_speaks():
    text = (
        "News of the day\n\nChina's exports rose 6 percent in January from a year earlier.\n\n"
        '"It was cold," said Wu Di. "Very," he said.\n\n'
        '"We shut," said Li Wen. "Our sales fell 2 percent."\n\nShipments to Japan grew 3 percent.\n'
    )
    january = (date(2026, 1, 1), date(2026, 1, 31))
    assert fields(text, "period_start", "period_end") == [january, (None, None), january]
