"""Turns of trade news that had been read wrongly: thresholds, named indices, what is halved, plans and what is done."""

from datetime import date
from decimal import Decimal

import pytest

from barometer.claims import extract

SEEN = date(2026, 9, 30)


def found(text, field, seen=SEEN):
    return [getattr(claim, field) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A reading above 50 indicates expansion, while a reading below 50 signifies contraction.", []),
        ("The PMI was 49.8, below the 50-point mark that separates growth from contraction.", [Decimal("49.8")]),
        ("The index was 50.8, staying above the 50-point boom-bust line.", [Decimal("50.8")]),
        ("Orders rose to 320, with numbers above 100 in each of the weeks.", [320, 100]),
        ("The number of twenty-foot equivalent units handled rose to 320,000.", [320000]),
        ("Our margins were 20 percent two summers ago.", [20]),
        ("每道工序要40个人，还有3个人工智能项目。", [40, 3]),
        ("The nearest counter used to be 40 minutes away on foot. Now it is five.", [40, 5]),
        ("The firm has cut its workforce from 210 to 75.", [210, 75]),
        ("The list of subsidized shows will be expanded to 120 from 85.", [120, 85]),
        ("Two years ago a lantern cost $1.20. Now it costs 90 cents.", [Decimal("1.20"), Decimal("0.9")]),
        ("Three industries are known here. Crystal came first.", [3]),
        ("A parcel used to wait two days before it left the warehouse.", [2]),
        ("Next year's fair will be lengthened to five days.", [5]),
        ("In just three days I ordered two containers of sandals.", [2]),
        ("此外，两人还涉嫌伪造账本。现场有两人受伤。", [2]),
        ("主屏是一块6.7英寸屏幕，售价5000元。", [5000]),
        ("We sent 86 containers last year and plan to send 120 this year.", [86, 120]),
        ("The operator runs 1,400 trains, and is to shorten formalities to no more than four hours.", [1400, 4]),
        ("The trains and their cargo: the two numbers rose by 7 percent.", [7]),
        ("Notes: 1 USD = 7.08 yuan. Complaints: 12305. (Video: Luo Kai. 1,204 comments)", []),
        ("They are laying a third track, and will handle 12 trains a day instead of seven.", [12, 7]),
        ("In 2019 we sent off 310 trains. This year it was 1,000 by the end of October.", [310, 1000]),
        ("On a normal day we have 40 or 50 customers in the booth.", [40]),
        ("Freight index back above 1,400 as ships take the long way", [1400]),
        ("巴西客商一次订了三千箱文具。", [3000]),
        ("双11还没到，四区不少商户已打响价格战。", []),
        ("6月1日至7日，国际商贸城三区发出订单1.7万单。", [17000]),
    ],
)
def test_what_is_a_claim(text, expected):
    assert found(text, "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The purchasing managers' index (PMI) for the manufacturing sector stood at 50.1.",
            ["purchasing managers' index (PMI) for the manufacturing sector"],
        ),
        ("Gross domestic product (GDP) expanded 5.4 percent.", ["Gross domestic product"]),
        ("The airline, which serves the UK, will halve its fleet next year.", ["fleet"]),
        ("The firm plans to double its sales staff next year.", ["sales staff"]),
        ("The surplus was $103.8 billion, wider than the $98.2 billion recorded in July.", ["surplus"] * 2),
        ("Orders from abroad, at $64 million, were strong.", ["Orders from abroad"]),
        (
            "Resin is 10 percent dearer than it was, and the annual rent on her booth, at 230,000 yuan, is due.",
            ["Resin", "annual rent on her booth"],
        ),
        ("Organizers put the number of visits at 88,700.", ["visits"]),
        (
            "Revenue came to 37.2 billion yuan, and the average price of a delivery slid from 2.61 yuan to 2.47 yuan.",
            ["Revenue", "average price of a delivery", "average price of a delivery"],
        ),
        ("Exports fell 8 percent, and their share slid from 21 percent to 15 percent.", ["Exports"] * 3),
        ("It took me 20 days to find the factory.", ["find the factory"]),
        ("Imports rose 0.9%, against the 2.5% economists had pencilled in.", ["Imports", "Imports"]),
        (
            "Exports fell 18%, while those to Africa and Asia rose 19% and 10% respectively.",
            ["Exports", "Africa", "Asia"],
        ),
        ("Exports grew 3.2% in dollar terms in October, down from growth of 5.7% in September.", ["Exports"] * 2),
        (
            "The plan calls for the city's online exports to grow by 12 percent a year on average to 2028.",
            ["online exports"],
        ),
        ("Yiwu received 1.32 million tourists. The number was 16.9 percent higher than last year.", ["tourists"] * 2),
        (
            "Foreign buyers rose 21.5 percent from last year's edition to 5,120.",
            ["Foreign buyers", "Foreign buyers"],
        ),
        ("Trade was 529 billion yuan, putting it on course to exceed 800 billion yuan.", ["Trade"] * 2),
        (
            "The fair drew 248,600 visits. More than 17,000 of the visitors came from abroad.",
            ["visits", "came from abroad"],
        ),
        ("Jinhua posts 9.6 percent rise in first-quarter foreign trade", ["foreign trade"]),
        ("Rates to Genoa, by contrast, softened from $1,660 to $1,615.", ["Rates to Genoa"] * 2),
        ("The firm wants to keep the rate of empty containers below 1 percent.", ["rate of empty containers"]),
        ("Yiwu handled 8.64 billion parcels, which ranked it second among all cities.", ["parcels"] * 2),
        ("Sales of bags, toys and lamps rose by 5, 6 and 7 percent.", ["Sales of bags", "toys", "lamps"]),
        ("居民人均可支配收入21345元，名义增长5.6%，扣除价格因素实际增长5.1%。", ["居民人均可支配收入"] * 3),
        ("来华旅游人数达到273万人次，到岗率九成五。", ["来华旅游人数", "到岗率"]),
        ("▶️寄往国外1.14亿件", ["寄往国外"]),
        ("车间里，32台机械臂正在给杯身抛光。", ["机械臂"]),
        ("全省34所高校每年培养学生。", ["高校"]),
    ],
)
def test_indicator(text, expected):
    assert found(text, "indicator") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sorting hubs in Yiwu intend to add 30 automated lines.", ["target"]),
        ("截至5月底有212家企业取得认证，力争年内再新增80家。", ["actual", "target"]),
        ("The city aims to open 20 warehouses by 2027 and has already opened 12.", ["target", "actual"]),
        ("By the end of November we want 70 percent of our stock kept there.", ["target"]),
        ("Analysts see the surplus topping $1.1 trillion this year.", ["forecast"]),
        ("That beat a median forecast of a 3% decline in a poll of 14 economists.", ["forecast", "actual"]),
        ("实习期最长可达3年，涵盖70个领域。", ["actual", "actual"]),
        ("863计划自2005年起带动企业投入研发资金近5亿元。", ["actual"]),
        ("今年省财政已安排专项资金1.5亿元。", ["actual"]),
        ("Exhibitors may claim back up to 70 percent of booth fees.", ["actual"]),
        (
            "Exports rose 4.1% in August, missing the 5.3% gain forecast by economists and cooling from 7.0% in July.",
            ["actual", "forecast", "actual"],
        ),
    ],
)
def test_status(text, expected):
    assert found(text, "status") == expected


@pytest.mark.parametrize("turn", [", slowing from", " and cooling from", ", down from", ", easing slightly from"])
def test_what_growth_slowed_from_is_growth(turn):
    claims = extract(f"Exports rose 4.1% in August from a year earlier{turn} 7.0% in July.", SEEN)
    assert [(claim.kind, claim.comparison, claim.direction) for claim in claims] == [("change", "yoy", "up")] * 2
    assert [claim.period_start.month for claim in claims] == [8, 7]


def test_periods_of_what_others_are_set_against():
    text = "Parts made up 40 percent of cargo in March, compared with a quarter in the same month of 2024."
    assert found(text, "period_start", date(2026, 4, 14)) == [date(2026, 3, 1), date(2024, 3, 1)]
    text = "The fair, held from May 13 to 16, wound up on Sunday with deals of 1.86 billion yuan."
    assert found(text, "period_end", date(2026, 5, 17)) == [date(2026, 5, 16)]


def test_things_given_up_are_counted():
    assert found("去年，她关掉了两条生产线。", "kind") == ["count"]


def test_a_target_for_growth_is_a_change():
    claim = extract("Jinhua seeks to keep foreign trade growth above 8 percent this year.", SEEN)[0]
    assert (claim.kind, claim.direction, claim.modifier, claim.status) == ("change", "up", "gt", "target")


def test_what_comes_back_up_to_a_limit_is_bounded_by_it():
    assert found("Exhibitors may claim back up to 70 percent of booth fees.", "modifier") == ["le"]


def test_figures_of_a_fair_to_come_are_of_its_days():
    text = (
        "Yongkang polishes its tools\n\nThe hardware fair will open in Yongkang on Saturday and run through Sept 28,"
        " bringing together 1,900 exhibitors.\n\nOrganizers have given smart tools 57 booths."
    )
    claims = extract(text, date(2026, 9, 22))
    days = (date(2026, 9, 26), date(2026, 9, 28))
    assert [(claim.period_start, claim.period_end) for claim in claims] == [days, days]
    assert [claim.status for claim in claims] == ["forecast", "actual"]


def test_figures_at_first_are_of_the_month_of_the_opening():
    text = (
        "Exports beat forecasts\n\nBEIJING, Aug 7 (Reuters) - China's exports picked up in July.\n\nShipments rose 6.4%"
        " from a year earlier, customs data showed on Thursday, picking up from 5.1% in June. Imports rose 0.7%."
    )
    assert found(text, "period_start", date(2025, 8, 7)) == [date(2025, 7, 1), date(2025, 6, 1), date(2025, 7, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Yiwu, which sent 29,000 TEUs of toys through Ningbo port last month, 11% more than a year ago, is busy.",
            "Yiwu",
        ),
        ("The stall in Yiwu turns over 9 million yuan, four-fifths of it coming from mills in Bangladesh.", "Yiwu"),
        (
            "Zhejiang, home to the small-commodity hub of Yiwu, ranked third with trade of 5.87 trillion yuan.",
            "Zhejiang",
        ),
        ("Lin, of a Beijing-based university, said that China's exports could grow by 4 percent.", "China"),
        ("Hengyao, based in Yongkang, Zhejiang province, shipped 31 million cups.", "Yongkang"),
        ("浙江进出口9418亿元，占同期全国进出口总值的13.9%。其中，出口6850亿元。", "Zhejiang"),
        ("义乌机场的旅客\n\n义乌机场很忙。\n目的地 旅客量 占比\n广州 5.1万人次 9.8%\n昆明 4.4万人次 8.4%", "Yiwu"),
        ("义乌店主说，有位沙特老客户，每年要从我这里拿8000套扳手。", "Yiwu"),
        ("义乌工厂很忙，最大的沙特市场占销售额的19%。", "Yiwu"),
        ("今年金华公司收入5亿元。公司在波兰布局的3个仓库很满。全年收入12.9亿元。", "Jinhua"),
        ("金华全市出口9026亿元。义乌市、东阳市出口分别增长20.4%和5%。实际使用外资6.2亿美元。", "Jinhua"),
        ('Sales in Yiwu are fine. "Orders fell by a third," said Zhou Haiyan.', "Yiwu"),
    ],
)
def test_place(text, expected):
    assert found(text, "place")[-1] == expected


def test_the_parts_of_a_goal_are_goals():
    text = "到2029年，全省进出口力争突破6000亿元。其中，金华、杭州分别达到2200亿元、1600亿元。去年达到5000亿元。"
    claims = extract(text, SEEN)
    assert [claim.status for claim in claims] == ["target", "target", "target", "actual"]
    assert [claim.period_end.year for claim in claims] == [2029, 2029, 2029, 2025]


def test_signs_of_pictures_do_not_part_a_number_from_its_arrow():
    claim = extract("总价格指数102.36点，较前一周⬆️0.41点", SEEN)[1]
    assert (claim.kind, claim.direction, claim.comparison) == ("change", "up", "since")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March, trade was worth 88.4 billion yuan, 31 percent above the February level.", "mom"),
        ("In March, trade was worth 88.4 billion yuan, 31 percent above the August level.", "since"),
    ],
)
def test_the_level_of_a_month_is_a_base(text, expected):
    assert found(text, "comparison", date(2026, 4, 14))[-1] == expected


def test_what_was_expected_is_of_the_month_told_of():
    text = "China's exports grew 3.2% in October from a year earlier. Economists had forecast a rise of 4.0%."
    assert found(text, "period_start", date(2026, 11, 9)) == [date(2026, 10, 1)] * 2


def test_the_quickest_time_is_a_length():
    claim = extract("班列最快8天抵达杜伊斯堡。", SEEN)[0]
    assert (claim.kind, claim.direction) == ("duration", None)


def test_an_old_number_is_of_what_it_is_set_against():
    text = "The line runs 1,400 trains, compared with 1,265 in 2024, and is to shorten formalities to four hours."
    assert found(text, "unit") == ["train", "train", "hour"]


def test_cities_with_growth_are_counted():
    assert found("Jinhua led the province's 11 cities with growth of 8.3 percent.", "kind") == ["count", "change"]


def test_a_fee_is_of_the_month_in_which_it_begins():
    text = "Rates averaged 27 yuan in May, and the union is to charge a fee of 2 euros from November."
    assert found(text, "period_start", date(2026, 6, 9)) == [date(2026, 5, 1), date(2026, 11, 1)]


def test_a_column_of_shares_makes_its_percents_shares():
    text = "义乌机场的旅客\n\n义乌机场很忙。\n目的地 旅客量 占比\n广州 5.1万人次 9.8%\n昆明 4.4万人次 8.4%"
    assert found(text, "kind") == ["count", "share", "count", "share"]


def test_names_with_accents_are_names():
    text = 'Lü Wenbin runs a factory in Yongkang. "We sold 9 million cups," he told CCTV News.'
    assert found(text, "attributed_to") == ["Lü Wenbin"]


def test_a_plus_in_brackets_is_a_change():
    claims = extract("Northern Europe: $2,085 per TEU (+$140)", SEEN)
    assert [(claim.kind, claim.direction) for claim in claims] == [("amount", None), ("change", "up")]


def test_what_organisers_expect_is_theirs_alone():
    text = "展会有展位5000个，主办方预计观众将超过20万人次。"
    assert found(text, "attributed_to") == [None, "主办方"]


def test_old_times_date_nothing_behind_them():
    text = "Growth in exports quickened to 5.9% in November from 1.1% in October, and the surplus hit $11 billion."
    assert [start.month for start in found(text, "period_start", date(2025, 12, 9))] == [11, 10, 11]


def test_so_many_years_ago_is_a_year_where_it_opens_a_sentence():
    text = "Two years ago one of these cost me $1.20. Now it's 90 cents."
    claims = extract(text, date(2025, 12, 4))
    assert [claim.period_start for claim in claims] == [date(2023, 1, 1), None]
    assert [claim.indicator for claim in claims] == ["cost", "cost"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 140-member delegation from Vietnam came.", [140]),
        ("Last year I ordered 10,000 and had to store them.", [10000]),
        ("On a good night about 3,000 people watch and 400 place an order.", [3000, 400]),
        ("In 2014 we had two trains a month. Yesterday it was nine before lunch.", [2, 9]),
        ("Goods declared under codes 9710 and 9810 filled 12 trains.", [12]),
        ("The fair has 3,800 booths under one roof.", [3800]),
        ("Visitor hotline 0579-8541 5888", []),
    ],
)
def test_what_counts_without_its_noun(text, expected):
    assert [claim.value for claim in extract(text, SEEN)] == expected


def test_the_same_months_of_a_year_named_are_year_on_year():
    told = "Exports reached 14 billion yuan between January and July 2025. "
    claims = extract(told + "It is 21 percent more than in the same period of 2024.", date(2025, 8, 14))
    assert [claim.comparison for claim in claims] == [None, "yoy"]
    assert claims[1].period_end == date(2025, 7, 31)


def test_the_day_of_the_lowest_reading_dates_no_other():
    text = "Readings moved between 102.31 and 103.60 points in April, with the low on April 10."
    claims = extract(text + " Seven groups fell by 2 percent.", date(2025, 5, 6))
    assert {claim.period_end for claim in claims if claim.kind != "count"} == {date(2025, 4, 30)}


def test_faster_by_minutes_is_down():
    claims = extract("Clearance took 25 minutes, 11 minutes faster than a year ago.", SEEN)
    assert [claim.direction for claim in claims] == [None, "down"]


def test_verbs_with_over_bound_nothing():
    assert [claim.modifier for claim in extract("Her yard spreads over 310 mu.", SEEN)] == ["eq"]
