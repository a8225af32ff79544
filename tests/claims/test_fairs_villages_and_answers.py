"""Chinese fairs whose last day is told apart, towns and villages no list knows, shares told by what the part does."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract, load_lexicon
from barometer.claims.chinese.spelling import spelled
from tests.claims import claims_read

SEEN = date(2026, 9, 8)


found = partial(claims_read.found, seen=SEEN)


def periods(text, seen=SEEN):
    return [(claim.period_start, claim.period_end) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "五金展览会6日在永康开幕，将持续至9日。本届展会为期4天，设标准展位1200个。",
            [(date(2026, 9, 6), date(2026, 9, 9))] * 2,
        ),
        (
            "文具博览会30日在宁波开幕，持续到2日。本届展会设展位900个。",
            [(date(2026, 8, 30), date(2026, 9, 2))],
        ),
        (
            "玩具展览会9月6日在义乌开幕，将持续至9月9日。开幕当天接待客商3万人次。",
            [(date(2026, 9, 6), date(2026, 9, 6))],
        ),
        (
            "9月5日，X8次班列从金华南站驶出。至此，金华平台今年累计开行600列，比去年提前12天。",
            [(date(2026, 1, 1), date(2026, 9, 5))] * 2,
        ),
    ],
)
def test_days_told_apart(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在义乌市毛店镇，五金企业有260家。全镇去年产值32亿元。", ["Maodian"] * 2),
        ("走进马畈村，记者看到12家直播间。全村年发货40万单。", ["Mafan"] * 2),
        ("永康市古山镇五金调查\n\n古山镇有五金企业900家。镇里去年新建厂房5万平方米。", ["Gushan"] * 2),
        ("永康市古山镇五金调查\n\n全国每5把锁就有1把产自古山。", ["Gushan"]),
        ("义乌下骆村18幢的仓库有900平方米。", ["Yiwu"]),
        ("遂昌来料加工增多。松阳县一位局长说，去年全县加工费收入3亿元。", ["Songyang"]),
        ("义乌商户忙碌。速卖通的数据显示，8月，球衣询盘量环比增长两成。", [None]),
        ("义乌商户忙碌。明年举行的亚洲杯，将有24支球队参赛。", [None]),
        ("义乌商户忙碌。眼下空运每公斤要38元，是海运的12倍。", [None, None]),
    ],
)
def test_place(text, expected):
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("name", "written"),
    [("李祖", "Lizu"), ("赤岸", "Chi'an"), ("下畈", "Xiafan"), ("青岩刘", "Qingyanliu"), ("龘", None)],
)
def test_how_a_name_is_spelled(name, written):
    assert spelled(name, load_lexicon().signs) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("58%的受访企业订单增加，22%持平，20%减少。", ["share"] * 3),
        ("我们做了一半的活，钱却只拿到五分之一。", ["share", "share"]),
        ("去年，销售额前5名的企业拿走了全部利润的六成。", ["rank", "share"]),
        ("今年，当地货币对美元一度贬值30%。", ["change"]),
    ],
)
def test_kind(text, expected):
    assert found(text, "kind") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《计划》提出，到2027年仓库达到90个。《计划》明确，市财政每年安排2000万元资金。", ["target", "actual"]),
        ("下阶段，市商务局将组织200家企业参展。", ["target"]),
        ("今年镇里准备投入900万元改造厂房。", ["target"]),
    ],
)
def test_status(text, expected):
    assert found(text, "status") == expected


def test_points_of_an_index_and_a_former_round():
    assert found("景气指数为52.6，比二季度回升1.4个点。", "unit") == ["index_point", "index_point"]
    assert found("今年资金1亿元，比上一轮政策增加四成。", "comparison") == [None, "since"]
