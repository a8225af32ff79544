"""Chinese parts that come from or go somewhere behind a change, ratios that are granted, and prices told for now."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 9, 30)


def found(text, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in extract(text, SEEN)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1至8月，永康保温杯出口额比上年多了两成，六成来自东南亚。", "来自东南亚"),
        ("上月发货量同比增长12%，七成发往美洲。", "发往美洲"),
    ],
)
def test_a_part_sent_is_a_share_beside_a_change(text, part):
    change, share = found(text, "kind", "indicator", "comparison")
    assert (change[0], change[2]) == ("change", "yoy")
    assert share == ("share", part, None)


@pytest.mark.parametrize("text", ["企业参展费用按实际支出给予补助，补助比例为50%。", "最高资助比例70%。"])
def test_a_ratio_granted_is_a_rate(text):
    assert found(text, "kind") == [("rate",)]


@pytest.mark.parametrize(
    ("text", "unit", "indicator"),
    [
        ("平台覆盖18个最不发达国家。", "country", "最不发达国家"),
        ("全国已有165个综合试验区。", "count", "综合试验区"),
    ],
)
def test_lands_and_zones_are_counted_whole(text, unit, indicator):
    assert found(text, "unit", "indicator") == [(unit, indicator)]


def test_a_price_told_for_now_takes_no_time_from_before():
    sold, price = found("去年卖出保温杯30万只。眼下每只出厂价12元。", "period_start", "indicator")
    assert sold == (date(2025, 1, 1), "保温杯")
    assert price == (None, "出厂价")
