"""What English features and posts showed of numbers: taken up again, in rows, their kinds, bounds and status."""

import pytest

from barometer.claims import extract
from tests.claims.claims_read import SEEN, found


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


def test_a_part_told_again_behind_its_verb_is_a_share():
    assert found("Of the 38 categories, 29 expanded, or 76.3 percent.", "kind")[-1] == "share"


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
