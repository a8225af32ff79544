"""Chinese sources named by a colon, by papers, agencies and feelings; and what firms decide to build."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 8, 21)
found = partial(claims_read.found, seen=SEEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国家统计局：上半年全国社会消费品零售总额增长4%。", ["国家统计局"]),
        ("好在他提前布局：今年5月租下1500平方米仓库。", [None]),
        ("据新华财经报道，8月7日，运价指数报1312点。", ["新华财经"]),
        ("咨询机构德路里8月6日发布的世界集装箱运价指数为2100美元。", ["德路里"]),
        ("交通运输部有关负责人本月8日表示，上半年吞吐量8641万标箱。", ["交通运输部有关负责人"]),
        ("《航运报》的文章指出，绕行需要38天。", ["航运报"]),
        ("路透社8月14日援引知情人士的话说，运力只占两成。", ["路透社"]),
        ("货代赵强的体会更直接：公司7月发出货柜214个。", ["赵强"]),
        ("王秋芳给我们算账：今年1至7月销售额4300万元。", ["王秋芳"]),
        ("景气指数按月发布。7月，景气指数为1246.35点。", [None]),
    ],
)
def test_who_is_the_source(text, expected):
    assert found(text, "attributed_to") == expected


def test_what_a_board_has_decided_is_an_aim_of_no_day():
    text = "同日公告显示，董事会审议通过了二期项目，总投资5亿元，用地约120亩，建设期18个月。"
    claims = extract("锦禾股份8月20日发布报告，上半年净利润1亿元。" + text, SEEN)[1:]
    assert {claim.status for claim in claims} == {"target"}
    assert {(claim.period_start, claim.period_end) for claim in claims} == {(None, None)}


def test_the_end_of_a_period_is_that_of_the_one_told():
    claims = extract("半年报显示，报告期内公司收入11亿元。期末存货3亿元，比年初减少8%。", SEEN)
    assert [(claim.period_start, claim.period_end) for claim in claims[1:]] == [(None, date(2026, 6, 30))] * 2


def test_each_of_a_list_has_its_own_name():
    assert found("对东盟、欧盟分别出口64亿元和63亿元。", "indicator")[1] == "欧盟"
