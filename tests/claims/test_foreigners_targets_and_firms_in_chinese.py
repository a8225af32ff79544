"""Chinese turns that had been read wrongly: traders from abroad, tasks behind a goal, what holds now, whose units."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2026, 7, 20)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.days, seen=SEEN)
UNDATED = ("None", "None")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("易卜拉欣·迪亚洛在义乌有26名员工。\n迪亚洛2009年来到义乌。“一个柜要走70天。”他回忆说。", [None, "迪亚洛"]),
        ("肯尼亚采购商穆图阿订下两个货柜的厨具。他说，零售价要30元。", [None, "穆图阿"]),
        ("店主赵敏正在理货。她把打样交给了电脑。“出一版图要6天。”", ["赵敏"]),
        ("店主赵敏打开地图，指着非洲说，那里已有2家分店。", ["赵敏"]),
        ("根据上周发布的中欧经贸会谈联合声明，关税降至30%。", ["中欧经贸会谈联合声明"]),
    ],
)
def test_who_says_it(text, expected):
    assert [name.strip("“”") if name else name for name in found(text, "attributed_to")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议提出，今年出口力争突破900亿元；下半年组织境外参展40场，新引进服务商20家。", ["target"] * 3),
        ("今年出口力争突破900亿元；上半年组织参展40场。", ["target", "actual"]),
    ],
)
def test_what_is_only_planned(text, expected):
    assert found(text, "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商会走访的200家会员企业中，对全年出口有信心的占四成。", [UNDATED, UNDATED]),
        ("去年4月，公司出口900万元。公司在墨西哥城租有一座8000平方米的仓库。", [("2025-04-01", "2025-04-30"), UNDATED]),
        ("6月，班列开行200列。铁路义乌西站的班列已加密至每天12列。", [("2026-06-01", "2026-06-30"), UNDATED]),
        ("2007年，他来到义乌。“那时候城里的外商不到200人。”", [("2007-01-01", "2007-12-31")]),
        ("6月，公司出货80万元。这些货在当地的零售价是进价的2.5倍。", [("2026-06-01", "2026-06-30"), UNDATED]),
        ("新华社17日的报道说，义乌现有经营户1.1万户。", [UNDATED]),
        (
            "4月1日至7日，班列开行50列。线路每标箱报价现为5000美元，比年初回落9%。",
            [("2026-04-01", "2026-04-07"), UNDATED, UNDATED],
        ),
        ("去年第四季度营收11亿元。公司在年报中解释称，当季形成汇兑损失0.2亿元。", [("2025-10-01", "2025-12-31")] * 2),
        ("公司全年研发投入1.3亿元，新增专利64项。", [("2026-01-01", "2026-12-31")] * 2),
    ],
)
def test_when_it_holds(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市场8万个商位中，已有3万多个用上了翻译工具。", ["shop", "shop"]),
        ("对面积5000平方米以上、服务本地企业20家以上的海外仓，给予补助。", ["square_metre", "company"]),
        ("停车收费调整：前2小时免费，每日最高30元。", ["hour", "CNY"]),
    ],
)
def test_what_it_counts(text, expected):
    assert found(text, "unit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌对主办国美国、加拿大和墨西哥的出口约占五分之一。", ["Yiwu"]),
        ("义乌有摊位8万个。本届赛事扩军至48支球队，将进行104场比赛。", ["Yiwu", None, None]),
        (
            "义乌快递刷新纪录\n\n义乌苏溪镇的转运中心每小时分拣4万件。\n\n网点负责人说，每件首重价格上调0.2元。",
            ["Suxi", "Yiwu"],
        ),
    ],
)
def test_where_it_holds(text, expected):
    assert found(text, "place") == expected


def test_half_a_day_of_looking_is_no_length():
    assert found("吃顿饭都要找半天，花了30元。", "value") == [Decimal(30)]
