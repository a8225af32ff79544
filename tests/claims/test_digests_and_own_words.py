"""Chinese digests with items of their own, and what stands by itself: prices now, ranks that moved, sizes, orders."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 30)
NEVER = (None, None)
DIGEST = """一周要闻（9月21日—27日）

◆ 永康门业出口创新高
永康市商务局9月25日通报，前8个月全市门业出口额61.2亿元，同比增长9.4%。

◆ 海外仓超2700个
商务部发言人顾青在发布会上表示，我国企业建设的海外仓已超2700个。

◆ 德国自华进口回升
德国联邦统计局9月24日公布，8月德国自中国进口货物121亿欧元。其中玩具进口4.1亿欧元。
"""


found = partial(claims_read.found, seen=SEEN)


spans = partial(claims_read.spans, seen=SEEN)


def test_items_of_a_digest_share_nothing():
    assert found(DIGEST, "place") == ["Yongkang", "Yongkang", "China", "China", "Germany", "Germany"]
    assert found(DIGEST, "attributed_to")[2:4] == ["顾青", "顾青"]
    assert spans(DIGEST)[2:4] == [NEVER, NEVER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对进口小包每件征收3欧元关税。", ["关税"]),
        ("每单加收5至10元服务费，时效延长。", ["服务费"]),
        ("一款刀叉首日就收到32万美元意向订单。", ["意向订单"]),
        ("取消800美元以下包裹的免税待遇。", ["包裹"]),
        ("公司拥有3.2万平方米厂房。", ["厂房"]),
        ("记者走进建筑面积逾60万平方米的商贸城。", ["建筑面积"]),
        ("这个占地212亩的园区建成。", ["占地"]),
    ],
)
def test_what_is_measured(text, expected):
    assert found(text, "indicator") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年10月以来发出手旗1200万面。她说，小旗出厂价只要0.38元。", [("2025-10-01", None), NEVER]),
        ("去年产值约130亿元；“授权产品利润率能到25%。”会长说。", [("2025-01-01", "2025-12-31"), NEVER]),
        ("今年“黑五”期间出货8.6万单。", [NEVER]),
        ("8月10日至9月11日旺季期间，业务量9.3亿件。", [("2026-08-10", "2026-09-11")]),
        ("9月4日，列车开往马德里，全程13052公里。", [NEVER]),
        ("店铺9月14日正式开业。他说，货款当天到账，费率降了一半。", [NEVER]),
        ("去年日均客流2万人次。8月开业的中心，3700多个商位已全部签约。", [("2025-01-01", "2025-12-31"), NEVER]),
        ("2021年9月投用以来，园区开通直达专线42条。", [("2021-09-01", None)]),
        ("一只箱子从义乌发往德国，运费要46元。", [NEVER]),
    ],
)
def test_when_it_holds(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产能是刚创业时的5倍。", ["since"]),
        ("年处理能力可达120万标箱，相当于现有规模的2.4倍。", [None, "since"]),
        ("运费比那时便宜了四成。", ["since"]),
        ("改革后，仓储费用减半。", ["since"]),
        ("出口同比增长7%。截至收盘，公司股价报19.86元，涨2.3%。", ["yoy", None, None]),
        ("义乌居第十六位，较去年前移2位。", [None, "yoy"]),
    ],
)
def test_what_it_is_set_against(text, expected):
    assert found(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌综合实力居全国第八位，比上年上升两位。", [("rank", "rank"), ("change", "rank")]),
        ("对43个国家的产品实行零关税。", [("count", "country"), ("rate", "percent")]),
        ("从打样到出货，15天以内搞定。", [("duration", "day")]),
    ],
)
def test_what_kind_it_is(text, expected):
    assert [(claim.kind, claim.unit) for claim in extract(text, SEEN)] == expected


def test_a_story_is_at_home_in_the_town_of_its_title():
    told = "义乌年货市场见闻\n\n2月1日至12日，全国揽收包裹64亿件。\n\n分拣中心经理王建国说，昨天进港包裹210万件。"
    assert found(told, "place", seen=date(2026, 2, 13)) == ["China", "Yiwu"]
