"""What English features and fairs showed: days of a fair, numbers taken up again, rows, plans, bases in passing."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 6, 19)


def found(text, field, seen=SEEN, source=None):
    return [getattr(claim, field) for claim in extract(text, seen, source)]


def days(text, seen=SEEN):
    return [(str(claim.period_start), str(claim.period_end)) for claim in extract(text, seen)]


COMING = """Markets this spring

Coming up: Spring Fair, June 25-28
The 2026 Jinhua Spring Fair moves in next week. Think four halls and 9,000 square meters of floor space! Organizers
expect 3,000 buyers. Last year's fair drew 2,100 people."""


def test_a_fair_to_come_has_its_days_in_all_that_is_told_of_it():
    assert days(COMING.replace("\nexpect", " expect")) == [("2026-06-25", "2026-06-28")] * 3 + [
        ("2025-01-01", "2025-12-31")
    ]
    assert found(COMING.replace("\nexpect", " expect"), "status") == ["forecast"] * 3 + ["actual"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The three-day event, which opened on June 12, drew 300 exhibitors to Yiwu.",
            ("2026-06-12", "2026-06-14"),
        ),
        ("The 3-day expo closed on June 14 with deals of 4 million yuan.", ("2026-06-12", "2026-06-14")),
        ("The expo closed on June 14 with deals of 4 million yuan.", ("2026-06-14", "2026-06-14")),
    ],
)
def test_a_fair_told_with_its_length_has_all_its_days(text, span):
    assert days(text)[-1] == span


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("July 8-10: Sourcing Fair, about 900 booths", "2026-07-08"),
        ("6月25日世界杯开幕，球衣卖了300件。", "2026-06-25"),
        ("On May 8 the market sold 900 lamps.", "2026-05-08"),
        ("On Sept. 8 the market sold 900 lamps.", "2025-09-08"),
    ],
)
def test_a_day_without_a_year_is_the_one_to_come_if_it_is_near(text, start):
    assert days(text)[0][0] == start


def test_last_june_told_in_june_is_that_of_the_year_before():
    assert days("Last June the hub of Yiwu sorted 71 million parcels.") == [("2025-06-01", "2025-06-30")]
    assert days("Last May the hub of Yiwu sorted 71 million parcels.") == [("2026-05-01", "2026-05-31")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("A truck takes 45 days. By rail it is 12.", ["day", "day"]),
        ("A normal day brings 600 yuan. Around Double 11 it is 900.", ["CNY", "CNY"]),
        ("Each lift takes me two minutes. When I was new, I needed five.", ["minute", "minute"]),
        ("Back then, three trains left every week; today there are five a day.", ["train", "train"]),
        ("She sent off 190 containers. In the same period of 2025 it was 215.", ["count", "count"]),
        ("A bottle that costs us 15 yuan goes out at 48.", ["CNY", "CNY"]),
        ("Ningbo builds 340 warehouses and Yiwu 260.", ["count", "count"]),
        ("Ningbo builds 340 warehouses and Hall 260.", ["count"]),
        ("Countries and regions represented: 76", ["country"]),
        ("Hall: 76", []),
        ("Of the 31 sectors, 24 gained.", ["count", "count"]),
        ("Out of 31 sectors, 24 gained.", ["count", "count"]),
        ("Twelve groups are watched. In May four of them rose, seven fell and one held steady.", ["count"] * 4),
        ("On May 4 shops of Yiwu were shut.", []),
        ("The tag was viewed 150 million times.", ["count"]),
        ("He made the run 210 times this year.", ["count"]),
        ("The boat sails three times a week.", []),
        ("In October, Zhejiang had 3.45 billion of the October parcels.", ["parcel"]),
        ("The boxes left 18 days late.", ["day"]),
        ("The stairwell doubles as a studio for 3 shops.", ["shop"]),
        ("They went to warehouses under the 9810 mode.", []),
        ("The last 618 orders are packed.", []),
        ("10,000+ reads", []),
        ("Jinhua was second only to Yiwu.", ["rank"]),
        ("She splits each box with three neighbors.", ["person"]),
    ],
)
def test_numbers_taken_up_again(text, units):
    assert found(text, "unit") == units


def test_what_comes_late_is_more_time_and_what_comes_early_less():
    assert found("The boxes left 18 days late.", "direction") == ["up"]
    assert found("The port hit its goal two months early.", "direction") == ["down"]


def test_rows_under_a_line_that_names_an_index_are_points_of_it():
    text = (
        "The door market of Yongkang\n\nA door sells for 680 yuan.\n\nMay index (change from previous month)\n"
        "Tools: 103.77 (+0.88%)\nDoors: 96.38 (-2.15%)"
    )
    assert found(text, "unit") == ["CNY", "index_point", "percent", "index_point", "percent"]
    assert found(text.replace("May index", "May list"), "unit") == ["CNY", "percent", "percent"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("It stood 0.9 percent short of its level in May 2025.", "since"),
        ("Costs are down 12 percent compared with the old plant.", "since"),
        ("He spent a tenth less than on his previous trip.", "since"),
        ("Freight rates have doubled since the spring.", "since"),
        ("Orders were a quarter above last spring's.", "yoy"),
        ("It sold 777 parcels, 1.6 times the usual daily number.", "since"),
        ("Coil stood at 3,340 yuan, 85 yuan below the price a month earlier.", "mom"),
    ],
)
def test_bases_named_in_passing(text, base):
    assert found(text, "comparison")[-1] == base


PLAN = """Zhejiang sets 2028 goals for its ports

Zhejiang aims to handle 48 million TEUs by 2028. Rail's share is to reach 10 percent by then.

The plan runs from 2026 through 2028. Under it the province is to spend 120 billion yuan over the three years."""


def test_what_a_plan_points_back_to():
    claims = extract(PLAN, date(2026, 2, 25))
    assert [str(claim.period_end) for claim in claims] == ["2028-12-31"] * 3
    assert [str(claim.period_start) for claim in claims] == ["None", "None", "2026-01-01"]
    assert {claim.status for claim in claims} == {"target"}
    assert [claim.kind for claim in claims] == ["count", "share", "amount"]
    assert days("The share is to reach 10 percent by then.") == [("None", "None")]


def test_by_then_is_the_last_day_named_in_the_sentence_or_before():
    text = "Yiwu aims for 300 shops by 2027. By 2029 it wants 500 shops, and by then 20 of them are to be robots."
    assert [end for _, end in days(text)] == ["2027-12-31", "2029-12-31", "2029-12-31"]
    assert [end for _, end in days("By 2029 Yiwu wants 500 shops. By then 600 firms are to come.")][-1] == "2029-12-31"


def test_what_is_called_for_is_a_target():
    assert found("The plan calls for traffic to rise to 3 million TEUs.", "status") == ["target"]
    assert found("Ningbo is asked to contribute 340 warehouses.", "status") == ["target"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("First-time exhibitors: over 30%", "share"),
        ("Occupancy of shops: 30%", "rate"),
        ("Margin: 30%", "rate"),
        ("Now 95 percent are out of the door.", "share"),
        ("Food took the biggest slice with 46%.", "share"),
        ("The primary industry added 6.93 billion yuan.", "amount"),
        ("The fund added 6.93 billion yuan.", "change"),
        ("A door lost 30 yuan over the month.", "change"),
        ("For each of our cups that is an extra 0.4 yuan.", "change"),
        ("The firm lost 30 yuan.", "amount"),
        ("The province is to spend 120 billion yuan over the three years.", "amount"),
    ],
)
def test_kinds(text, kind):
    assert found(text, "kind") == [kind]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("They need a warehouse larger than 20,000 square meters.", "gt"),
        ("They get vouchers, with a ceiling of 50,000 yuan per firm.", "le"),
    ],
)
def test_bounds(text, modifier):
    assert found(text, "modifier") == [modifier]


def test_a_year_of_somebodys_life_dates_nothing_that_follows():
    life = "Ye Shan, who took over the works in 2021, makes bottles. We throw away 12 percent of the glass."
    assert days(life) == [("None", "None")]
    assert (
        days(life.replace(", who took over the works in 2021,", " took over the works in 2021 and"))[0][1]
        == "2021-12-31"
    )


def test_a_time_of_a_statement_joined_on_does_not_reach_back():
    text = "The office says 600 stalls in Yiwu are open, and that visitors averaged 236,000 in the first quarter."
    assert days(text) == [("None", "None"), ("2026-01-01", "2026-03-31")]


def test_months_of_a_report_are_no_window_without_a_base():
    text = (
        "Trade of Ningbo rose 7.8 percent year on year in the first five months of 2026. Rail volume came to 3 million "
        "TEUs in the five months, a jump of 16.3 percent."
    )
    assert found(text, "comparison") == ["yoy", None, "yoy"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("How is Yiwu? Xiaoyi went to look: 300 shops are open.", "Yiwu"),
        ("Container throughput at Ningbo-Zhoushan Port topped 22 million TEUs.", "Ningbo"),
        ("今年，宁波舟山港完成集装箱吞吐量3312万标箱。", "Ningbo"),
        ("The building in Yiwu, which cost 4 million U.S. dollars, holds 30 firms.", "Yiwu"),
    ],
)
def test_places(text, place):
    assert set(found(text, "place")) == {place}


def test_freight_rates_hold_in_no_place():
    text = "Ningbo Port moved 3 million TEUs. Rates to the U.S. West Coast dropped 5.5 percent."
    assert found(text, "place") == ["Ningbo", None]


def test_a_rank_has_the_time_of_what_it_ranks():
    text = "Jinhua handled 14.8 billion parcels in the first five months. By volume it ranked second in the country."
    assert days(text) == [("2026-01-01", "2026-05-31")] * 2


def test_a_part_told_again_behind_its_verb_is_a_share():
    assert found("Of the 38 categories, 29 expanded, or 76.3 percent.", "kind")[-1] == "share"


POST = """618 is over

Fair of Jinhua in numbers

📅 June 10–13, 2026 📍 Expo Center

Dear friends, it is over.

👥 Visitors: 76,842
🌍 Buyers: 8,917
"It was good," said Mr. Shen. "We took 58 orders."
"We will come again," said Ms. Wu.
We also polled 200 visitors: 93.5% of them would come again."""


def test_a_post_on_a_fair_has_its_days_from_the_line_that_names_them():
    assert set(days(POST)) == {("2026-06-10", "2026-06-13")}


CARD = """Report card

You asked how busy June was. Here are the figures for June 2026.

• Volume: 1.27 billion pieces
• Revenue: 3.04 billion yuan
• Trains: 11,600 TEUs
• Flights: 186 flights
• Routes: 25 routes
• Firms: 300 firms
• Shops: 900 shops
• Lines: 48 lines
• Halls: 12 halls
Auntie Fang: "It is good," she said. "I like it," she said."""


def test_a_card_of_many_rows_reports_whoever_is_quoted_in_it():
    assert set(days(CARD, date(2026, 7, 20))) == {("2026-06-01", "2026-06-30")}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("By then she has sold 3,100 of them.", "count"),
        ("My pay is 9,200 yuan a month. That's some 1,500 more than before.", "CNY"),
        ("Postage used to be 3.5 yuan, now it's under 2.8!", "CNY"),
        ("In October 868 trains crossed the border, an average of 28 a day.", "train"),
        ("Floor space: 55,000 ㎡", "square_metre"),
    ],
)
def test_more_numbers_taken_up_again(text, unit):
    assert found(text, "unit")[-1] == unit


def test_stretches_that_measure_nothing():
    assert found("They cancelled 11 boxes over one weekend. Two aisles away sits Karimi.", "quote") == ["11 boxes"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("In June the index was 0.46 percent below its May level.", "mom"),
        ("In June the index was 0.46 percent below its March level.", "since"),
        ("Goods came to 3,950 tonnes in May, 1.6 times last May's figure.", "yoy"),
        ("My packers cost 500 yuan more than last June.", "yoy"),
        ("That was 0.5 percentage points faster than in the whole of 2025.", "since"),
        ("34 brands showed it, twice as many as at the 2024 fair.", "since"),
        ("I got 430 orders, 20 times what a normal day brings.", "since"),
    ],
)
def test_more_bases(text, base):
    assert found(text, "comparison")[-1] == base


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The hub in Yiwu's Beiyuan sub-district is big.\nIt has 300 workers.", ["Yiwu"]),
        ("Jinhua backs 80 sites in markets such as Mexico and Saudi Arabia; 60 percent are new.", ["Jinhua"] * 2),
        ("Horgos links 52 Chinese cities with the west. It had 868 trains.", ["Horgos"] * 2),
        ("霍尔果斯口岸今年通行列车868列。", ["Horgos"]),
        ("In Horgos 467,000 vehicles left the country this way, 88,000 more than before.", ["Horgos"] * 2),
        (
            'In Jinhua it rains. "Fees eat 28 percent," said Wu Zhiqiang, whose company in Wucheng ships mats.',
            ["Wucheng"],
        ),
        ('In Jinhua it rains. "Fees eat 28 percent," said Wu Zhiqiang, a trader from Ghana.', ["Jinhua"]),
        ("A merchant of Yiwu runs a stream for viewers in Peru. Her clips go for 4 yuan.", ["Yiwu"]),
    ],
)
def test_more_places(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "At Yiwu, where a line opened in March, the average clearance time was cut from 11 hours to 6 hours.",
            ("None", "None"),
        ),
        ('The "check-in" reform introduced in March has shortened the stay to 6.5 hours.', ("None", "None")),
        ("By June 10 all lamps were gone. Clients used to bring in 55 percent of revenue.", ("None", "None")),
    ],
)
def test_more_times_that_date_nothing(text, span):
    assert days(text)[-1] == span


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("浙江出口4280.6亿元，同比增长16.3%，约占全国的六分之一。", "kind", ["amount", "change", "share"]),
        ("上涨面为38.9%。", "kind", ["share"]),
        ("《方案》要求，今年新开航线不少于8条，通关时间压缩至1.5小时以内。", "status", ["target", "target"]),
        ("《方案》还提出，力争到今年底将费率降至4%以下。", "status", ["target"]),
        ("《方案》还提出，去年底费率降至4%以下。", "status", ["actual"]),
        ("厨具类受美国加征关税影响，永康价格下跌0.65%。", "place", ["Yongkang"]),
        ("类别　环比（%）　同比（%）\n衣着　-0.2　1.6\n居住　0.0　-0.1", "direction", ["down", "up", "flat", "down"]),
    ],
)
def test_chinese_figures(text, field, values):
    assert found(text, field) == values


def test_two_years_told_as_one():
    assert days("今明两年，义乌每年安排专项资金5亿元。") == [("2026-01-01", "2027-12-31")]
    assert days("去今两年，义乌每年安排专项资金5亿元。") == [("2025-01-01", "2026-12-31")]


def test_a_day_to_come_told_in_a_sentence_of_its_own_dates_nothing_that_follows():
    assert days("7月11日世界杯才开幕。“仓库里只剩3000件现货，”义乌的余雪琴说。") == [("None", "None")]


def test_what_a_new_site_can_handle_holds_whatever_the_report_is_about():
    text = "6月，全市快递企业揽收包裹2.38亿件。新中心每小时可处理包裹15万件。"
    assert days(text, date(2026, 7, 20)) == [("2026-06-01", "2026-06-30"), ("None", "None")]


def test_somebodys_own_word_in_a_new_paragraph_holds_where_they_were_told_of():
    text = (
        "China's parcels fall\n\nChina's parcels fell 3 percent in May.\n\nIn Yiwu, trader Hu Ming is worried.\n\n"
        '"I used to send 800 parcels a day," he said.'
    )
    assert found(text, "place") == ["China", "Yiwu"]
    assert found(text.replace("I used to send", "Firms used to send"), "place") == ["China", "China"]


def test_incomes_are_those_of_the_reports_own_time():
    text = (
        "Prices of Jinhua\n\nRetail sales of Jinhua rose 4.4 percent in the first five months of 2026. Online sales "
        "rose 7.2 percent. Producer prices fell 1.4 percent in May. Per capita disposable income was 38,940 yuan."
    )
    spans = days(text)
    assert spans[-1] == ("2026-01-01", "2026-05-31")
    assert days(text.replace("disposable income", "rent"))[-1] == ("2026-05-01", "2026-05-31")


def test_where_goods_come_from_does_not_go_on():
    text = (
        "Exports of Jinhua rose 5 percent in May. Modules fell 9 percent while power tools from Yongkang rose 8.5 "
        "percent. Toys worth 31.4 billion yuan were shipped abroad."
    )
    assert found(text, "place") == ["Jinhua", "Jinhua", "Yongkang", "Jinhua"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Only seven in every thousand need a hand.", "0.7"),
        ("One site in ten could close by 2027.", "10"),
        ("One in a hundred left.", "1"),
    ],
)
def test_parts_of_tens_hundreds_and_thousands(text, value):
    assert [str(int(v) if v == int(v) else v) for v in found(text, "value")] == [value]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        (
            "In the nine months to September 2025 output rose 8 percent, 2 points faster than in the first half.",
            "since",
        ),
        ("In the second quarter of 2026 output rose 5 percent, 2 points faster than in the first quarter.", "qoq"),
        ("In the first half of 2026 output rose 6 percent, 2 points faster than in the first quarter.", "since"),
        ("A pan costs 3 yuan more than in spring.", "since"),
        ("A box costs $500 less than at last winter's peak.", "since"),
        ("In July it was 102.18 points, a decline of 0.46 percent; compared with July 2024 all was well.", None),
    ],
)
def test_bases_that_date_nothing(text, base):
    assert found(text, "comparison", date(2026, 9, 1))[-1] == base


def test_a_base_in_points_does_not_go_on():
    text = (
        "Output of Jinhua rose 8.4 percent year on year in 2025, 0.7 percentage points faster than in the first half. "
        "Output of cars surged 41.2 percent."
    )
    assert found(text, "comparison") == ["yoy", "since", "yoy"]


def test_no_month_before_is_the_base_of_half_a_year():
    text = (
        "Retail sales of Jinhua rose 4.4 percent year on year in the first half of 2026. In June prices fell 1 percent "
        "month on month. Income rose 5.6 percent in the first half."
    )
    assert found(text, "comparison", date(2026, 7, 20)) == ["yoy", "mom", "yoy"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Red wine: up to 30% off", ("percent", "change", "down")),
        ("Each train takes roughly 90 trucks off the road.", ("vehicle", "count", None)),
        ("Sheet averaged 13,150 yuan, 2 percent down from the previous month.", ("percent", "change", "down")),
        ("Of 280 dealers surveyed in July, 16 percent fear a drop.", ("percent", "share", None)),
        ("The office surveyed 210 firms: 46 percent had fewer orders.", ("percent", "share", None)),
        ("They load five or six trains a night.", ("train", "count", None)),
        ("Average stay of a buyer takes 2.6 days", ("day", "duration", None)),
        ("Umbrellas handed in at Lost & Found: 73", ("count", "count", None)),
        ("Now it is fine. A truck needs 45 days. The train does it in 13.", ("day", "duration", None)),
        ("We loaded two trains a week. Now it is three a shift.", ("train", "count", None)),
        ("They will get it in two days instead of the seven it takes now.", ("day", "duration", None)),
    ],
)
def test_more_figures_of_features(text, fields):
    claim = extract(text, SEEN)[-1]
    assert (claim.unit, claim.kind, claim.direction) == fields


def test_codes_are_no_figures():
    assert found("Comments may be sent to P.O. Box 310025. Add helloyiwu1688 or ask in 3 shops.", "quote") == [
        "3 shops"
    ]


def test_a_table_set_with_blanks_under_readings_is_read_as_points():
    text = (
        "Tools of Yongkang were dear.\n\nReadings for May, with the change from April:\n\n"
        "Power tools  104.77  -1.35%\nDoors  98.90  -0.62%"
    )
    assert found(text, "unit") == ["index_point", "percent"] * 2


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jinhua, the parent city of the hub Yiwu, remained the leader with 16 billion parcels.", ["Jinhua"]),
        ("Qianjiang Bank, a lender in Hangzhou, earned 300 million yuan.", ["Hangzhou"]),
        ("Visits to the China Hardware City in Yongkang were 436,000.", ["Yongkang"]),
    ],
)
def test_places_told_beside_others(text, places):
    assert found(text, "place") == places


def test_a_part_of_the_citys_total_is_no_place_of_what_follows():
    text = (
        "Jinhua's exports rose 8 percent in May.\n\nYiwu's exports were 238.6 billion yuan, 76.8 percent of the city's "
        "total. Exports to Brazil rose by 16.5 percent."
    )
    assert found(text, "place")[-1] == "Jinhua"


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("五大类指数呈“四涨一跌”态势。", "unit", ["count"] * 3),
        ("坯布平均库存升至28.6天，比前周多1.4天。", "kind", ["duration", "change"]),
        ("6月8日至14日，总指数环比上涨0.12%。面料价格上涨2.04%。", "comparison", ["since", "since"]),
        ("22日，X8024次中欧班列满载100标箱从义乌西站驶出。", "place", ["Yiwu"]),
        ("今年，中欧班列开行100列。", "place", ["China"]),
        ("《行动计划》列出三项重点任务。强人才方面，今年培训人才8000人次。", "status", ["target"]),
        (
            "力争到2028年出口由2025年的26亿元提高到33亿元。同时，培育企业15家。",
            "status",
            ["actual", "target", "target"],
        ),
    ],
)
def test_more_chinese_figures(text, field, values):
    assert found(text, field)[-len(values) :] == values


def test_what_goes_on_with_a_goal_has_its_time():
    text = "力争到2028年出口由2025年的26亿元提高到33亿元。同时，培育企业15家。"
    assert days(text)[-1] == ("None", "2028-12-31")
    assert days(text.replace("同时，", "目前，"))[-1] == ("None", "None")
