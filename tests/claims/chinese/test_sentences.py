"""One field at a time: how Chinese sentences of our own are read."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2025, 6, 22)


def values(text, field):
    return [getattr(claim, field) for claim in extract(text, SEEN, "义乌商报")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("订单将下滑一到两成。", [(10, 20)]),
        ("增长目标设为6%-8%。", [(6, 8)]),
        ("订单比去年同期多了一倍半。", [(1.5, None)]),
        ("关税由零升至7%。", [(0, None), (7, None)]),
        ("旺季单月流水就有1个亿。", [(100000000, None)]),
        ("日发20w单。", [(200000, None)]),
        ("完成货物吞吐量3 260.5万吨。", [(32605000, None)]),
        ("利润只有一块五。", [(1.5, None)]),
        ("单票派费从1块2掉到9毛。", [(1.2, None), (0.9, None)]),
        ("单价从19.9元到3000元不等。", [(19.9, 3000)]),
        ("交期十五到二十天。", [(15, 20)]),
        ("每卖出10只就有7只出自小厂。", [(70, None)]),
        ("抽佣提到三个半点。", [(3.5, None)]),
        ("城乡收入比由1.81缩小至1.79。", [(1.81, None), (1.79, None)]),
        ("加注量由上年同期的零增至2.1万吨。", [(0, None), (21000, None)]),
        ("转让费更被喊到三百多万。", [(3000000, None)]),
        ("夜市的摊位数翻了近一番。", [(2, None)]),
        ("充电量达410万千瓦时，货重500千克。", [(4100000, None), (500, None)]),
    ],
)
def test_value(text, expected):
    claims = extract(text, SEEN)
    assert [(float(one.value), one.value_max and float(one.value_max)) for one in claims] == expected


@pytest.mark.parametrize(
    "text",
    [
        "一位店主递来一张名片，一名客商敲了敲一只铜锣。",
        "老街的生意经并非一成不变。",
        "保持了两位数的增势。",
        "长三角十强城市",
        "县（市、区） 进出口（亿元） 同比（%）",
        "三次产业结构继续优化。",
        "清晨七点，早餐店坐满了人。",
        "文创产品切忌千篇一律，大家一块去看样。",
        "“火星500”试验舱的模型摆在展台上。",
        "第2、4、6批补贴已经发放，修订《促进消费20条措施》。",
        "几乎会影响每一个国家，另一种说法是没有。",
        "二十国集团领导人峰会三八妇女节前举行。",
        "中美两个大国在三个领域合作。",
        "手机搭载骁龙 865，存储为 12+128GB，主屏是一块曲面屏。",
        "这一政策已列入863计划，看两个基本点。",
        "路演采用8+5制，服务按1+N模式。",
        "早上7点他到了车站，下一个十年会更好。",
    ],
)
def test_no_claim(text):
    assert extract(text, SEEN) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("店铺48小时内发货。", ["hour"]),
        ("单证15分钟之内即可办结。", ["minute"]),
        ("两天内，西站连发7列班列。", ["train"]),
        ("租期3年。", ["year"]),
        ("铁海联运图定时间压到了26小时之内。", ["hour"]),
        ("六七十个装卸工连夜卸货。", ["person"]),
        ("视频自带三种语言翻译。", ["product"]),
        ("治理水土流失面积9600平方公里。", ["count"]),
        ("景气指数报103.47点，比上月涨1.28个点。", ["index_point", "index_point"]),
        ("引进特色门店百余家。", ["shop"]),
        ("机场每周执飞航班18班。", ["flight"]),
        ("3000余家外国企业", ["company"]),
        ("城里有8000多家外商投资主体。", ["company"]),
    ],
)
def test_unit(text, expected):
    assert values(text, "unit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("永康市、武义县规上企业分别为1265家和688家。", ["Yongkang", "Wuyi"]),
        ("据杭州海关统计，浙江省进出口1.75万亿元。", ["Zhejiang"]),
        ("十余万册童书从义乌发往十几个国家。", ["Yiwu", "Yiwu"]),
        ("他接到的沙特订单是去年同期的2.4倍。", [None]),
        ("增速快于金华0.8个百分点。", [None]),
        ("成本4元的头箍，在墨西哥能卖到3美元。", [None, "Mexico"]),
    ],
)
def test_place(text, expected):
    assert values(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月、5月，口岸分别发出班列92列和105列。", ["2025-04-01", "2025-05-01"]),
        ("昨天，景区接待游客5.1万人次。", ["2025-06-21"]),
        ("头两个月，出口6120亿元。", ["2025-01-01"]),
        ("吞吐量由去年同期的4200吨增至今年前5个月的5880吨。", [None, "2025-01-01"]),
        ("下半年将新增海外仓20万平方米。", ["2025-07-01"]),
        ("新线建成后，运输时间将减半，今年投资12亿元。", [None, "2025-01-01"]),
        ("商务局今年2月发布的文章显示，义乌出口30亿元。", [None]),
    ],
)
def test_period_start(text, expected):
    assert [start and start.isoformat() for start in values(text, "period_start")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二季度增速为5.2%，较一季度加快1.3个百分点。", [None, "qoq"]),
        ("一季度，租金环比上涨3.6%。", ["qoq"]),
        ("5月，租金环比上涨3.6%。", ["mom"]),
        ("前4个月，游客人次较2019年同期增长四成。", ["since"]),
        ("租金比杭州低三成。", [None]),
    ],
)
def test_comparison(text, expected):
    assert values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入增速低于全省1.4个百分点。", ["down"]),
        ("租金比杭州低三成。", ["down"]),
        ("批发价比广州便宜一成五。", ["down"]),
        ("增速回落2.1个百分点。", ["down"]),
    ],
)
def test_direction(text, expected):
    assert values(text, "direction") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("广交会一落幕，上千名客商便来看货。", ["actual"]),
        ("对接会达成意向83项。", ["actual"]),
        ("到2027年，出口力争突破1500亿元。", ["target"]),
        ("明年订单预计下滑两成。", ["forecast"]),
    ],
)
def test_status(text, expected):
    assert values(text, "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("转运中心负责人鲍先生指着大屏介绍，每天处理120万件快件。", ["鲍先生"]),
        ("一家民间机构6月20日发布的监测显示，运费涨了5%。", [None]),
        ("货架标签显示，太阳镜均价52元。", [None]),
        ("数据显示，用电量上涨11%；国网供电公司称，园区占三成七。", [None, "国网供电公司"]),
        ("商务局今年2月发布的文章显示，出口30亿元。", ["商务局"]),
    ],
)
def test_source(text, expected):
    assert values(text, "attributed_to") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("补贴最高抵扣300元。", ["le"]),
        ("新品至少有600款。", ["ge"]),
        ("运价逼近每箱5000美元。", ["approx"]),
        ("采购额超2000万英镑（1.86亿元人民币）。", ["gt", "gt"]),
        ("店铺48小时内发货。", ["le"]),
    ],
)
def test_modifier(text, expected):
    assert values(text, "modifier") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月，我国制造业用电量增长4%。", ["China"]),
        ("今年，美国关税使我们每箱多付6美元。", [None]),
        ("5月访港旅客390万人次。", ["Hong Kong"]),
        ("中国轻纺城日均车流量8万辆。", ["Keqiao"]),
        ("中国北方皮革城日均车流量2万辆。", [None]),
        ("篁园市场日均客流3万人次。", ["Yiwu"]),
        ("国内成品油价格每吨下调70元。", ["China"]),
        ("温州鞋企超8000家，全球鞋类贸易规模约2万亿元。", ["Wenzhou", None]),
        ("厂家在越南平阳租下1.2万平方米厂房。", ["Vietnam"]),
        ("广州荔枝运抵迪拜的时间减半。", ["Guangzhou"]),
        ("上海至桑托斯的海运费将涨8%，每个大柜或突破5000美元。", [None, None]),
        ("宁波至纽约航线的附加费每柜涨了300美元。", [None]),
    ],
)
def test_place_is_named_by_part_of_a_word(text, expected):
    assert [claim.place for claim in extract(text, SEEN)] == expected


@pytest.mark.parametrize("text", ["这两块都在涨。", "那两块连在一起。"])
def test_parts_told_again_are_no_money(text):
    assert "CNY" not in [claim.unit for claim in extract(text, SEEN)]


def test_goods_sold_off_are_no_fall():
    assert [claim.kind for claim in extract("一天能卖掉七八百个，一月用掉20卷胶带。", SEEN)] == ["count", "count"]


def test_days_faster_than_usual_are_fewer():
    (claim,) = extract("棉花采收比常年快6天。", SEEN)
    assert (claim.unit, claim.direction, claim.comparison) == ("day", "down", "since")


def test_a_window_behind_a_change_leaves_it_the_base_told_before():
    told = extract("8月3日至9日，门类指数较上周涨0.9%。车类涨0.6%，询单量比前一周多出两成。", date(2025, 8, 12))
    assert [claim.comparison for claim in told] == ["since", "since", "since"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("民营企业进出口1688亿元。", ["1688亿元"]),
        ("入驻996家企业，在1688上开店。", ["996家企业"]),
        ("40呎柜运价2100美元。", ["2100美元"]),
        ("新建2个20万吨级泊位。", ["2个"]),
    ],
)
def test_a_name_in_digits_is_one_only_without_a_unit(text, quotes):
    assert values(text, "quote") == quotes


def test_within_some_years_is_not_within_the_year():
    (claim,) = extract("镇里力争三年内培育品牌50个。", SEEN)
    assert (claim.period_start, claim.period_end, claim.status) == (None, None, "target")


def test_what_a_plan_handles_is_part_of_it():
    assert values("县里力争培育品牌50个，将出口均价提高两成。", "status") == ["target", "target"]


def test_shares_sold_are_no_fall():
    assert values("控股股东拟减持不超过2%股份。", "direction") == [None]


def test_followers_are_people():
    assert values("袜子一双2块9，粉丝涨到86万。", "unit") == ["CNY", "person"]


def test_parts_of_an_index_go_on_with_the_year_not_the_month():
    text = "9月，居民消费价格同比下降0.1%，环比上涨0.2%。其中，食品价格下降2.6%。"
    assert values(text, "comparison") == ["yoy", "mom", "yoy"]


def test_another_subject_takes_no_base_from_an_old_level():
    assert values("出厂价从去年的22元降到19.5元，原料却涨了8%。", "comparison")[-1] is None


def test_a_day_of_a_week_is_no_day_of_its_figures():
    (claim,) = extract("6月13日当周，热卷均价每吨3400元。", SEEN)
    assert (claim.period_start, claim.period_end) == (None, None)


def test_an_office_of_statistics_is_named_whole():
    assert values("据绍兴市统计局，5月工业增加值增长7%。", "attributed_to") == ["绍兴市统计局"]


def test_international_lines_are_no_countries():
    assert values("机场开通2条国际航线，通达9国，引来5家国企。", "unit") == ["count", "country", "company"]
