"""What sets of later hands showed: fairs and publication lines, people named alone, places of several, times to now."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 7, 20)


def found(text, field, seen=SEEN):
    return [getattr(claim, field) for claim in extract(text, seen)]


def test_a_line_of_publication_hides_no_days_of_a_fair():
    text = (
        "收官！近6万人逛展\n\n永康会展　2026-07-20 19:05　浙江\n\n大家好，第12届永康门业博览会（7月16日—19日）昨天下午"
        "闭馆啦！\n\n展览数据（增减均跟上届比）\n展位1860个\n观众5.9万人次，增长7.2%"
    )
    claims = extract(text, SEEN)
    assert [claim.quote for claim in claims] == ["近6万人", "1860个", "5.9万人次", "7.2%"]
    assert {(claim.period_start, claim.period_end) for claim in claims[1:]} == {(date(2026, 7, 16), date(2026, 7, 19))}
    assert claims[-1].comparison == "since"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("隔壁的方志强专做雨伞。他说，今年卖了8万把。", ["方志强"]),
        ("何玉梅的店面不大。她一边理货一边说，雨伞卖了8万把。", ["何玉梅"]),
        ("经营毛绒玩具的吕晓芳最忙。她给记者算账：一只玩具赚3元。", ["吕晓芳"]),
        ("“95后”孟佳怡在永康做直播。她坦言，一天卖了900单。", ["孟佳怡"]),
        ("土耳其采购商贝卡这次来义乌。他笑着说，订单有40个。", ["贝卡"]),
        ("“一天要发120单，”饰品商户吴丽丽（3楼C区1021号）说。", ["吴丽丽"]),
        ("哈萨克斯坦采购商古丽娜：今年下单40万美元！", ["古丽娜"]),
        ("@Omar在义乌：逛了3天，脚都酸了，买了12箱货", ["Omar在义乌"]),
        ("全市的项目最多。他说，今年卖了8万把。", [None]),
    ],
)
def test_people_named_alone(text, names):
    assert found(text, "attributed_to")[-1:] == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "前7个月浙江外贸增长。\n义乌、永康出口分别为40亿元、20亿元，两地合计占全省的一成。",
            ["Yiwu", "Yongkang", "Zhejiang"],
        ),
        ("衢州、丽水、金华三市合计出口90亿元。", [None]),
        ("In June exports of Jinhua and Quzhou together came to 9 billion yuan.", [None]),
        ("In June exports of Jinhua and Quzhou came to 9 billion yuan.", ["Quzhou"]),
        ("永康是全国最大的门业基地，有企业900家。", ["Yongkang"]),
        ("义乌一家企业带着样品去德国参展，成交40万元。", ["Yiwu"]),
        ("义乌一家企业到波兰考察，成交40万元。", ["Yiwu"]),
        ("义乌的店主说，美国对华关税降了，店里有15个柜。", ["Yiwu"]),
        ("A box to Hamburg cost me $5,900.", [None]),
        ("The fund of Jinhua put in 5 million U.S. dollars.", ["Jinhua"]),
        ("A 40-foot box from Ningbo to Hamburg cost $2,300 in April.", [None]),
        ("Jinhua handled 13.6 billion parcels, ahead of Hangzhou with 10.9 billion.", ["Jinhua", "Hangzhou"]),
        ("The vacancy rate of Yongkang in Halls 3 and 5 was 4.6 percent.", ["Yongkang"]),
    ],
)
def test_place(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("从去年10月到现在卖了8万把。", [("2025-10-01", "2026-07-20")]),
        ("从去年10月到今年4月，厂里交付足球26万个。", [("2025-10-01", "2026-04-30")]),
        ("从7月2日到今天，发了31列。", [("2026-07-02", "2026-07-20")]),
        ("去年11月到今年3月，店里发出85万只足球。", [("2025-11-01", "2026-03-31")]),
        ("Zhejiang ended 2025 with 178,000 robots in service.", [("None", "2025-12-31")]),
        ("Jinhua's exports rose 5 percent in 2025.", [("2025-01-01", "2025-12-31")]),
    ],
)
def test_period(text, spans):
    claims = extract(text, SEEN)
    assert [(str(claim.period_start), str(claim.period_end)) for claim in claims] == spans


def test_the_old_pace_leaves_the_new_one_its_time():
    text = "金华市6月价格\n\n6月，全市价格上涨1%。\n\n"
    text += "全市价格环比由5月的下降0.1%转为上涨0.3%。受高温影响，鲜菜价格上涨12.4%。"
    assert [end and end.month for end in found(text, "period_end")] == [6, 5, 6, 6]


def test_a_stock_at_the_end_of_a_year_dates_no_later_paragraph():
    text = (
        "浙江发布方案\n\n2025年，全省出口41亿元；截至去年底，网店有25万家。\n\n义乌按租金的三成补助，单家最高50万元。"
    )
    assert [end and str(end) for end in found(text, "period_end")] == ["2025-12-31", "2025-12-31", None, None]


def test_a_second_line_of_title_dates_nothing():
    text = (
        "义乌先赚一波\n今年前四个月出口增了四成\n\n“最忙的时候，一天走4万只。”7月2日傍晚，店主吕晓芳说。"
        "\n\n老客户下了8个柜，花掉42万元。"
    )
    assert found(text, "period_end")[-2:] == [None, None]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("今年要先迈一步：出口突破47亿元。", ["target"]),
        ("协会秘书长判断，开赛后订单会骤降六成。", ["forecast"]),
        (
            "He expects to lose 30 buyers this summer and says profit has shrunk to 0.2 yuan.",
            ["forecast", "actual"],
        ),
    ],
)
def test_status(text, statuses):
    assert found(text, "status") == statuses


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Officials expect to handle 2,000 trains in 2028, some 40 percent more than at present.", [None, "since"]),
        ("She booked 85 TEUs, four times as much as in a normal week.", [None, "since"]),
        ("A base price of 1.4 yuan, 0.4 yuan above the previous level, has applied.", [None, "since"]),
        ("The toy zone was three times as big as last year.", ["yoy"]),
        ("Pork prices dropped 8.7 percent over the half-year.", [None]),
        ("单件成本降到0.4元，较人工低六成。", [None, None]),
    ],
)
def test_comparison(text, bases):
    assert found(text, "comparison") == bases


def test_over_a_time_is_no_more():
    assert found("Pork prices dropped 8.7 percent over the half-year.", "direction") == ["down"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Prices of 304 stainless steel cups slid by 0.3 yuan.", ["0.3 yuan"]),
        ("Rent in Halls 3 and 5 was 2,150 yuan.", ["2,150 yuan"]),
        ("The year's 100-billionth parcel was logged on July 9.", ["100-billionth"]),
    ],
)
def test_what_is_a_claim(text, quotes):
    assert found(text, "quote") == quotes


def test_a_question_put_to_shops_makes_no_interview_of_a_report():
    text = (
        "6月永康五金指数\n\n据永康五金指数办公室监测，2026年6月，价格指数收于102.36点，比上月上涨0.21%。\n\n"
        "一、分类（涨跌幅均为环比）\n12个大类中，6类上涨。车及配件类跌2.05%。\n\n"
        "问卷显示，41.5%的商户订单增加。"
    )
    claims = extract(text, SEEN, "永康五金指数办公室")
    assert {claim.period_end for claim in claims[:-1] if claim.value != 12} == {date(2026, 6, 30)}
    assert next(claim for claim in claims if claim.quote == "2.05%").comparison == "mom"


def test_a_fair_to_come_is_foretold_on_its_days():
    text = (
        "Your guide to the toy fair\n\nThe 9th Jinhua Toy Fair opens on October 21 and closes on October 24, 2026.\n\n"
        "BY THE NUMBERS\n- 2,600 booths\n- 1,180 exhibitors from 34 countries"
    )
    claims = extract(text, date(2026, 10, 16), "Jinhua Expo")
    assert {(str(claim.period_start), str(claim.period_end)) for claim in claims} == {("2026-10-21", "2026-10-24")}
    assert {claim.status for claim in claims} == {"forecast"}


def test_a_tariff_abroad_is_no_place_of_what_follows():
    text = "The stall in Yiwu sold 900 fans in May. In April, when US tariffs hit 145 percent, it lost four orders."
    assert found(text, "place") == ["Yiwu", "United States", "Yiwu"]


def test_a_market_named_after_the_country_holds_where_the_text_is():
    text = (
        "Turnover in Yongkang rose 2 percent.\nIn the China Science and Technology Hardware City, it fell 2.7 percent."
    )
    assert found(text, "place") == ["Yongkang", "Yongkang"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The United States raised its tariff on toys to 25 percent and 4,000 tonnes stayed.", ["United States"] * 2),
        ("A tariff of India hit 25 percent. The mill in Jinhua lost nine orders.", ["India", "Jinhua"]),
        ("India exempts parcels. In Jinhua 900 firms sell.", ["Jinhua"]),
    ],
)
def test_tariffs(text, places):
    assert found(text, "place") == places


def test_sights_set_are_a_target():
    title = "Jinhua sets its sights on 2 trillion yuan of trade by 2028\n\n"
    assert found(title + "Exports are to grow by 15 percent.", "status") == ["target", "target"]


def test_a_fair_that_closed_in_its_own_sentence_has_its_days():
    text = (
        "成绩单出炉\n\n昨天下午，为期3天的第9届永康门博会（7月17日—19日）落幕。\n\n【数读】\n展位508个\n观众7.3万人次"
    )
    spans = {(str(claim.period_start), str(claim.period_end)) for claim in extract(text, SEEN)}
    assert spans == {("2026-07-17", "2026-07-19")}


def test_a_month_within_the_time_told_is_only_a_part_of_it():
    text = (
        "工业增长\n\n上半年，浙江工业增加值同比增长6.8%；其中6月份增长6.1%。\n\n一、产业。装备制造业增加值增长10.2%。"
    )
    assert [str(start) for start in found(text, "period_start")] == ["2026-01-01", "2026-06-01", "2026-01-01"]
    text = "工业增长\n\n5月，浙江工业增加值同比增长6.8%；其中6月份增长6.1%。\n\n一、产业。装备制造业增加值增长10.2%。"
    assert [str(start) for start in found(text, "period_start")] == ["2026-05-01", "2026-06-01", "2026-06-01"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Jinhua's trade grew 11.6 pct in Q1-Q3 of 2025.", [("2025-01-01", "2025-09-30")]),
        ("Jinhua's trade grew 11.6 pct in Q1 of 2025.", [("2025-01-01", "2025-03-31")]),
        (
            "June was the busiest month so far this year: shipments of Jinhua came to 96.3 billion yuan.",
            [("2026-06-01", "2026-06-30")],
        ),
        (
            "6月，鲜菜价格环比上涨8.7%；暑期出游升温，宾馆价格上涨4.4%。",
            [("2026-06-01", "2026-06-30"), ("2026-06-01", "2026-06-30")],
        ),
        ("暑期，义乌接待游客4万人次。", [("None", "None")]),
    ],
)
def test_more_periods(text, spans):
    claims = extract(text, SEEN)
    assert [(str(claim.period_start), str(claim.period_end)) for claim in claims] == spans


def test_what_was_regained_is_a_change():
    assert found("The turnover index regained 2.3 points from May to reach 97.8.", "kind")[0] == "change"


def test_a_product_in_quotation_marks_is_no_place():
    assert found('In Yiwu 2,900 merchants use the "Xiaoshang" assistant, which has 36 skills.', "place") == ["Yiwu"] * 2
