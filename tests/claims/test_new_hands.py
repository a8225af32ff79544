"""What reports of hands that nobody had read before showed: each a turn that had been read wrongly."""

from datetime import date
from decimal import Decimal

import pytest

from barometer.claims import extract

SEEN = date(2026, 7, 20)


def found(text, field, seen=SEEN):
    return [getattr(claim, field) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports fell 4 percent from a year earlier in the second quarter, but imports rose 5 percent.", ["yoy"] * 2),
        ("Compared with the previous quarter, returns were halved, and the cost fell by 3 percent.", ["qoq"] * 2),
        ("Four ships call a day, double the number of two years ago.", [None, "since"]),
        ("Compared with the previous edition in 2023, visits to the fair rose 9 percent.", ["since"]),
        ("增减幅均与上届相比。\n到会客商11.7万人次，增长8.4%。", [None, "since"]),
        ("跟三年前比，订单少了三成。", ["since"]),
        ("去年义乌卖了900副镜架，比前年多了两成。", [None, "yoy"]),
        ("增减幅均为与去年“五一”假期相比。\n接待游客428万人次，增长9.6%。", [None, "yoy"]),
        (
            "Trade in June was 91 billion yuan, up 9.6 percent from a year earlier and of 1.3 percent from May.",
            [None, "yoy", "mom"],
        ),
        ("Since the upgrade, electricity use in Yiwu has dropped by 22 percent.", ["since"]),
        ("Cotton futures settled at 860 yuan, down 1.4 percent on the day.", [None, "since"]),
        ("海外仓229个、面积380万平方米，较年初分别增加17个和26万平方米。", [None, None, "since", "since"]),
        ("Exports went up 4.8 percent from a year earlier and imports 6.1 percent.", ["yoy", "yoy"]),
        (
            "Some 26,400 firms traded in the first half, 1,870 more than in the first half of last year.",
            [None, "yoy"],
        ),
        ("We signed contracts for 4.6 million yuan, double last year's figure.", [None, "yoy"]),
        ("7月15日涤纶长丝每吨6850元，比8日下调150元。", [None, "since"]),
        ("Sales will be at least 10 percent higher this year than last.", ["yoy"]),
    ],
)
def test_comparison(text, expected):
    assert found(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feng Yue, who runs a mill in Shengze, Jiangsu Province, says his margin is 4 percent.", ["Feng Yue"]),
        (
            "Exports rose 7%, short of the 9% gain that analysts had expected, and fell 3% from May.",
            [None, "analysts", None],
        ),
        ("Exports fell 1 percent, and economists see a fall of 2 percent for the year.", [None, "economists"]),
        (
            'It is dark when Tao Jianhong unlocks her mill.\n"We shipped 420 tonnes of cloth," she said.',
            ["Tao Jianhong"],
        ),
        ("Mai Jun, a toy seller from Yiwu, has moved. His costs were 16 percent of sales, he said.", ["Mai Jun"]),
        (
            '"It is hard," said Wu Rong, of the Hill Trade Association. Sales fell 3 percent, the association said.',
            ["Hill Trade Association"],
        ),
        ("Seven out of ten visitors said they would pay more.", [None]),
        (
            "The town's association of sock makers puts output at 25 billion pairs.",
            ["town's association of sock makers"],
        ),
        ("Peng Xia, who makes tinsel, said her American orders had halved.", ["Peng Xia"]),
        ("In Yiwu, Li Hongmei, who sells trees, said U.S. customers ordered 30% less.", ["Li Hongmei"]),
        ("杭州海关今天发布消息，今年前10个月，浙江进出口4.87万亿元。", ["杭州海关"]),
        ("陈丽萍对记者说：“我们做了380万顶帽子。”她入行已有16年。", ["陈丽萍", None]),
        ("王芳预计今年出口增长5%。", ["王芳"]),
        ("东岭证券则相对谨慎，认为单票收入下滑约1.5%。", ["东岭证券"]),
        ("龙游今年预计加工竹制餐具90亿支。", [None]),
        ("副局长赵磊就有关问题回答了记者提问。\n问：规模如何？\n答：去年进出口1685亿元。", ["赵磊"]),
        ("秘书长龚晓东表示，下单4.3万笔。据他透露，展位扩至3500个。", ["龚晓东", "龚晓东"]),
        ("监测中心调查的260家经营户中，四成五看涨后市。", [None, "监测中心"]),
        ("负责人周明华忙着给客户讲解：“餐具一套卖2元。”", ["周明华"]),
        (
            "Kaide Power Tools posted a loss of 3 million yuan. Revenue rose 9 percent, the company said in a filing.",
            [None, "Kaide Power Tools"],
        ),
        ("Trade grew. By the end of 2028, it said, 200 workshops are to be equipped with robots.", [None]),
        ("Another Yiwu forwarder, Ma Li, expects bookings to rise by 20 percent.", ["Ma Li"]),
        ('Lu Guang, a carver, checks each line.\n"It takes 36 hours," he said.', ["Lu Guang"]),
        (
            "Huang Wen leads it. He spoke in May.\nQ: The European Union took steps?\nA: Parcels fell by 35 percent.",
            ["Huang Wen"],
        ),
        ("报告指出，2025年出口增长5.6%。", ["报告"]),
        ("义乌市商务局日前发布报告称，出口增长5%。报告指出，进口增长6%。", ["义乌市商务局", "义乌市商务局"]),
        ("Umbra Co., based in Yiwu, posted a profit of 3 million yuan, it said in a filing.", ["Umbra"]),
        (
            "Yiwu had 5 million visits, the city's culture and tourism bureau said.",
            ["city's culture and tourism bureau"],
        ),
        ("风扇商户楼国良这几天忙着赶货。“今年接了3万台的订单。”他说。", ["楼国良"]),
        ("摩洛哥参展商哈桑的展位前人头攒动。他说，展位有36平方米。", ["哈桑"]),
    ],
)
def test_source(text, expected):
    assert found(text, "attributed_to") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“义新欧”班列（金华平台）开行436列。", ["Jinhua"]),
        ("“义新欧”中欧班列金华平台累计开行突破6000列", ["Jinhua"]),
        ("慈溪一家企业用上海外仓后，物流成本降到3.9欧元。", ["Cixi"]),
        ("金华（含义乌）完成快递71.2亿件。", ["Jinhua"]),
        ("杭州萧山国际机场货邮吞吐量25.7万吨。", ["Hangzhou"]),
        (
            "Yiwu's growth ranked third among the province's 11 cities.\nExports rose 5 percent.",
            ["Yiwu", "Zhejiang", "Yiwu"],
        ),
        ("In Datang, a town in east China's Zhuji, 180 machines turn out socks.", ["Datang"]),
        ("Next door in Yiwu, Ma Xinyi runs a studio. It releases 30 new products.", ["Yiwu"]),
        ("Yiwu sent 90 trains in May. Nationwide, 4,870 trains ran in May.", ["Yiwu", "China"]),
        ("第24届中国国际消费品博览会在宁波举行，成交额超210亿元。", ["Ningbo"]),
        ("Haoyu Outdoor has grown. Li Na said Haoyu aims to open 50 stores.", [None]),
        (
            "China sold 900 tons in May. Exports of rare earths, which Beijing restricts, fell 23% in May.",
            ["China"] * 2,
        ),
        ("China sold 900 tons in May. Shops in Beijing sold 200 tons in May.", ["China", "Beijing"]),
        ("Vietnam's exports to China grew 9 percent. Durian made up a fifth of them.", ["Vietnam", "Vietnam"]),
        ("Bookings from Yongkang through Ningbo Port came to 2,940 TEUs.", ["Yongkang"]),
        ("In Yiwu we book 40 boxes a month, and a third of them are for customers in Guangdong.", ["Yiwu", "Yiwu"]),
        ("BEIJING/YIWU, Nov 9 - China's exports grew 3.2% in October.", ["China"]),
        (
            "Yongkang sold 3 billion yuan of goods, and exports of furniture from Dongyang fell 4%.",
            ["Yongkang", "Dongyang"],
        ),
    ],
)
def test_place(text, expected):
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of these parcels, 134 million were small. Of these, 21 million came from rural sellers.",
            "came from rural sellers",
        ),
        ("The trade of foreign-invested firms rose 5 percent.", "trade of foreign-invested firms"),
        ("The monthly rent of a 50-square-metre showroom in Yiwu stands at 1,150 yuan.", "monthly rent"),
        ("Exports rose 6.8% to 198 billion yuan; imports, at 32 billion yuan, expanded by 10.4%.", "imports"),
        (
            "The value added of enterprises above the designated size rose 7 percent.",
            "value added of enterprises above the designated size",
        ),
        ("增速比全国快0.9个百分点，列全省第三。", "增速"),
        ("专业采购商中有外商6700余人。", "外商"),
        ("给予最高20万元的一次性补助。", "一次性补助"),
        ("表：2026年上半年零售额\n地区　零售额\n义乌市　1586.3亿元\n永康市　512.7亿元", "永康市"),
        ("We met 50 clients and signed contracts for 4.6 million yuan.", "contracts"),
        ("Of the 12 routes, seven gained, four lost ground and one held steady.", "held steady"),
    ],
)
def test_indicator(text, expected):
    assert found(text, "indicator")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据运营方的年度计划，今年将开行班列1450列以上。", ["target"]),
        ("温州港确定了集装箱吞吐量不少于190万标箱的全年目标。", ["target"]),
        ("今年要完成进出口1900亿元。", ["target"]),
        ("Container volume in Yiwu is to reach 4 million TEUs this year.", ["target"]),
        ("Peru is to lower its duty on toys to 15 percent.", ["forecast"]),
        ("研究中心发布报告预测，全国业务量将达2160亿件；业务收入1.6万亿元。", ["forecast", "forecast"]),
        (
            "The province issued a plan on Thursday to lift digital trade to 1.2 trillion yuan by 2030.",
            ["target"],
        ),
        ("The plan contains 24 measures.", ["actual"]),
        ("报告提出，2026年全省生产总值增长5%。", ["target"]),
        ("报告提出，2025年全省生产总值增长5%。", ["actual"]),
        ("浙江定今年经济增长目标5%至5.5%", ["target"]),
        ("Jinhua will have 320 depots by the end of 2028, according to an action plan issued on Monday.", ["target"]),
    ],
)
def test_status(text, expected):
    assert found(text, "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("汽车类由一季度下降3.5%转为增长0.9%。", [date(2026, 1, 1), None]),
        ("In the first 11 months, profits were 29 million yuan.", [date(2025, 1, 1)]),
        (
            "The fair in Yiwu ended on July 10 with 90 deals.\nHeld from July 7 to 10, it drew 300 buyers.",
            [date(2026, 7, 7)] * 2,
        ),
    ],
)
def test_period_begins(text, expected):
    assert found(text, "period_start") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，全市快递业务收入312亿元；年末常住人口718万人。", date(2024, 12, 31)),
        ("截至6月底，义乌今年累计开行班列700列。", date(2026, 6, 30)),
        ("2025年义乌统计公报\n\n全年地区生产总值7312亿元。", date(2025, 12, 31)),
        ("最难的是2019年。“那年人工涨了15%。”", date(2019, 12, 31)),
        ("澜创成立于2011年，现有员工1260人。", None),
        ("Yiwu's parcel volume this year crossed 5 billion pieces on June 3.", date(2026, 6, 3)),
        ("The four-day fair in Yiwu (July 7-10) is over.", date(2026, 7, 10)),
        (
            "The reading in June was up 4 percent, slower than a 6 percent rise in May.\nImports grew 3 percent.",
            date(2026, 6, 30),
        ),
        (
            "The province issued a plan on Thursday to lift digital trade to 1.2 trillion yuan by 2030.",
            date(2030, 12, 31),
        ),
        ("Yiwu's new centre, opened last October, has 1,120 tenants.", None),
        ("The mill will open 20 shops in the second half.", date(2026, 12, 31)),
        ("Two berths are due to open in March, raising capacity by 5 percent.", date(2027, 3, 31)),
        ("Growers will pick 3,200 tonnes, for frost hit 5,000 mu in March.", date(2026, 3, 31)),
        ("Output is expected to have grown 5 percent in the second quarter.", date(2026, 6, 30)),
        ("Yiwu received 1.32 million tourists during the May Day holiday from May 1 to 5.", date(2026, 5, 5)),
        ("上周（7月13日至19日），指数报101点。\n上周客流22.8万人次。", date(2026, 7, 19)),
        ("7月18日上午，一列班列驶出义乌。这是义乌平台今年开行的第1500列。", date(2026, 7, 18)),
        ("明年展会拟于5月举办，面积扩大到6万平方米。", date(2027, 5, 31)),
        ("2025年企业于3月投产，当月产出5万件。", date(2025, 3, 31)),
        (
            "Trade rose in the first half. Toys, the city's weak spot in 2025, returned to growth with 11 tonnes.",
            date(2026, 6, 30),
        ),
        (
            "The index stood at 106.72 points on July 17. Cloth fell by 0.8 percent in the hottest weeks of the year.",
            date(2026, 7, 17),
        ),
        ("Next year's fair is set for April 28 to May 1 and will cover 60,000 square metres.", date(2027, 5, 1)),
    ],
)
def test_period_ends(text, expected):
    assert found(text, "period_end")[-1] == expected


def test_a_column_of_units_tells_its_rows():
    head = "2025年义乌统计公报\n\n表1　主要产品产量\n产品　单位　产量　比上年增长（%）\n"
    text = head + "电动工具　万台　4862.3　8.4\n汽车　万辆　31.5　-3.7"
    claims = extract(text, SEEN)
    assert [(claim.indicator, int(claim.value)) for claim in claims][::2] == [("电动工具", 48623000), ("汽车", 315000)]
    assert [(claim.direction, claim.comparison) for claim in claims][1::2] == [("up", "yoy"), ("down", "yoy")]


def test_the_end_of_a_year_is_ahead_of_what_is_done_before_it():
    (claim,) = extract("Another five plants in Yiwu are expected to open before the end of the year.", SEEN)
    assert claim.period_end == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收官！2026义乌电商博览会来啦", []),
        ("引进头部平台2至3个。", ["2至3个"]),
        ("停留时间由原来的1至2天缩短至6小时以内。", ["1至2天", "6小时以内"]),
        ("坐班列15天就能到。", ["15天"]),
        ("线上平台24小时开放。", []),
        ("Samples are ready in three days instead of 10.", ["three days", "10"]),
        ("My first chair sold for 35 yuan; the new one cost 90 to make.", ["35 yuan", "90"]),
        ("About us: Founded in 1998, Hill Port Group operates 52 berths.", ["52 berths"]),
    ],
)
def test_what_is_a_claim(text, expected):
    assert found(text, "quote") == expected


def test_heads_of_a_table_tell_scale_and_base():
    text = """Trade of Huzhou

Table: Huzhou's imports and exports, 2025

Item | Value (billion yuan) | Growth (%)
Exports | 172.80 | 10.1
Imports | 18.46 | -3.2

Notes: 1. Growth is year on year."""
    claims = extract(text, SEEN)
    assert [(claim.value, claim.unit) for claim in claims][::2] == [
        (Decimal(172800000000), "CNY"),
        (Decimal(18460000000), "CNY"),
    ]
    assert [(claim.unit, claim.direction, claim.comparison) for claim in claims][1::2] == [
        ("percent", "up", "yoy"),
        ("percent", "down", "yoy"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports rose 8.5 percent to 521.3 billion yuan and imports 4.4 percent to 237.1 billion yuan.",
            ["change", "amount", "change", "amount"],
        ),
        ("Revenue rose 8 percent to 5 billion yuan and margins 6 percent of sales.", ["change", "amount", "share"]),
        (
            "Hangzhou accounted for 41 percent, Jinhua for 17 percent and Ningbo for 14 percent.",
            ["share", "share", "share"],
        ),
        ("There were 11,860 takeoffs and landings, or 296 a day on average.", ["count", "count"]),
        ("Gross margin widened to 27.4 percent in the half from 25.1 percent.", ["rate", "rate"]),
    ],
)
def test_kind(text, expected):
    assert found(text, "kind") == expected


def test_a_story_keeps_its_month_beside_what_it_is_set_against():
    text = (
        "China's June exports jump\n\nBEIJING, July 14 (Reuters) - China's exports rose 8.9% in June from a year"
        " earlier, customs said.\n\nThe reading compared with a 6.1% gain in May. Imports fell 1.3%, worse than the"
        " 0.4% rise economists had predicted. Shipments to Japan dropped 14%, taking their first-half decline to 12.7%."
        ' Exports of toys rose 3%.\n\n"It is hard," said Marta Keller, an economist.'
    )
    assert [mark and mark.month for mark in found(text, "period_start")] == [6, 5, 6, 6, 6, 1, 6]


def test_nobody_takes_over_a_percent():
    assert found("Japan and Korea take over 60 percent of the parcels.", "modifier") == ["gt"]


def test_more_than_the_next_number_is_no_bound_of_this_one():
    text = "The markets have a floor area of 12.6 million square metres and more than 66,000 tenants."
    assert found(text, "modifier") == ["eq", "gt"]


def test_what_a_plan_sets_down_is_its_target():
    plan = "Jinhua maps out plan for warehouses\n\n"
    assert found(plan + "By 2028, 50 bases are to be built. It will train 900 hosts.", "status") == [
        "target",
        "forecast",
    ]
    assert found(plan + "Interest will be lowered by 30 basis points.", "status") == ["forecast"]
    assert found(plan + "Exports are expected to reach 5 million yuan.", "status") == ["forecast"]
    assert found("By 2028, 50 bases are to be built.", "status") == ["forecast"]


def test_a_fair_that_ended_tells_of_its_days_to_the_end():
    told = "The fair ended on Monday after four days. From July 17 to 20, deals worth 3 billion yuan were signed."
    text = f"Culture fair closes\n\n{told}\n\nA total of 1,086 exhibitors came.\n\n"
    text += '"Good," said Cui Xin, a seller. "It is fine," she added.'
    assert found(text, "period_end")[-1] == date(2026, 7, 20)
