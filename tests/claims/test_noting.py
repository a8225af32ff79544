"""The notes under a report hold at no time, name nobody, and a definition holds at no place."""

from datetime import date

import pytest

from barometer.claims import extract
from barometer.claims.noting import defines, opens_notes

REPORT = "前8个月衢州市外贸数据\n\n衢州海关9月12日发布：今年前8个月，全市出口312.4亿元，同比增长8.1%。\n\n"
RELEASE = (
    "Quzhou's economy grows\n\nGDP of Quzhou came to 214.5 billion yuan in the first half of 2025, the Quzhou Bureau of"
    " Statistics said.\n\nRetail sales rose 4.2 percent.\n\n"
)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("附注：样本取自全省。", True),
        ("注：数据以人民币计价。", True),
        ("（说明）", False),
        ("【指标解释】", True),
        ("说明", True),
        ("注意安全", False),
        ("Notes", True),
        ("Explanatory notes:", True),
        ("Note to editors: call us", True),
        ("Notes of 100 yuan were found", False),
    ],
)
def test_a_line_opens_the_notes(line, opens):
    assert opens_notes(line) is opens


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("规模以上工业的统计范围为年主营业务收入2000万元及以上的工业法人单位。", True),
        ("重点商户是指年成交额500万元以上的商户。", True),
        ('"Above designated size" refers to firms with revenue of 20 million yuan or more.', True),
        ("Large shops are those with more than 300 square meters.", True),
        ("样本取自全市1200家商户。", False),
    ],
)
def test_a_note_defines(sentence, tells):
    assert defines(sentence) is tells


def test_a_definition_holds_nowhere_and_at_no_time():
    note = "附注：规模以上服务业是指年营业收入1000万元及以上的单位。"
    claim = extract(REPORT + note, date(2025, 9, 12), "衢州海关")[-1]
    assert (claim.place, claim.period_start, claim.period_end, claim.attributed_to) == (None, None, None, None)


def test_another_note_holds_at_the_place_of_the_report():
    claims = extract(REPORT + "注：价格取自310家商户。", date(2025, 9, 12), "衢州海关")
    assert [claim.place for claim in claims] == ["Quzhou"] * len(claims)
    assert (claims[-1].period_start, claims[-1].period_end, claims[-1].attributed_to) == (None, None, None)


def test_all_that_follows_the_head_of_the_notes_is_one():
    notes = (
        'Notes\n1. Prices were asked of 410 shops.\n2. "Large firms" refers to those with more than 300 workers.\n'
        "3. Retail sales cover 26 towns."
    )
    claims = extract(RELEASE + notes, date(2025, 7, 20), "Quzhou Bureau of Statistics")
    assert [claim.quote for claim in claims[-3:]] == ["410 shops", "more than 300 workers", "26 towns"]
    assert [claim.period_end for claim in claims[-3:]] == [None] * 3
    assert [claim.place for claim in claims[-3:]] == ["Quzhou", None, "Quzhou"]
    assert claims[1].period_end == date(2025, 6, 30)
