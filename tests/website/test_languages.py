"""Both languages say everything; the right one is chosen and remembered."""

import html
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from barometer.claims.lexicon import load_lexicon
from barometer.errors import SearchError
from barometer.search.query import parse
from barometer.website.rendering import preferred
from barometer.words.language import words_of


def test_both_files_have_the_same_words_with_the_same_places_to_fill():
    zh, en = words_of("zh").model_dump(), words_of("en").model_dump()
    for part in zh:
        if isinstance(zh[part], dict) and part not in {"scales", "mistakes"}:
            assert zh[part].keys() == en[part].keys(), part
    for key in zh["say"]:
        places = [set(re.findall(r"\{\w+\}", words["say"][key])) for words in (zh, en)]
        assert places[0] == places[1], key
    assert len(zh["help"]) == len(en["help"])


def test_every_word_of_the_claim_model_has_words():
    for words in (words_of("zh"), words_of("en")):
        assert set(load_lexicon().units) == set(words.units) == set(words.unit_names)
        assert set(words.kinds) == {"count", "amount", "change", "share", "rank", "rate", "multiple", "duration"}
        assert set(words.modifiers) == {"eq", "gt", "ge", "lt", "le", "approx"}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("zh;q=0.2, en;q=0.7", "en"),
        ("de-DE,fr;q=0.9,en;q=0.1", "en"),
        ("en;q=0", "zh"),
        ("", "zh"),
        ("*", "zh"),
        (";;;q=x,,", "zh"),
    ],
)
def test_the_language_follows_the_browser(header, language):
    assert preferred(header) == language


def test_a_chosen_language_is_remembered(site):
    site.cookies.clear()
    chosen = site.get("/claims?lang=en&unit=CNY", headers={"accept-language": "zh"})
    assert '<html lang="en">' in chosen.text
    assert "httponly" in chosen.headers["set-cookie"].lower()
    assert '<html lang="en">' in site.get("/saved", headers={"accept-language": "zh"}).text
    assert "unit=CNY" in chosen.text
    assert '<html lang="zh-Hans">' in site.get("/?lang=zh").text
    assert '<html lang="zh-Hans">' in site.get("/?lang=xx").text
    site.cookies.clear()


@pytest.mark.parametrize(
    "query",
    [
        "a (b",
        "a )",
        '"open',
        "义",
        "-only",
        "value:>>3",
        "NEAR/5",
        "a NEAR/x b",
        "title:",
        "colour:x",
        '""',
        "export*",
        "a |",
        "AND",
        "title:a NEAR b",
        "!!!",
        "(" * 40 + "a",
        "+" * 40 + "a",
        "period:soon",
        "period:2025..2024",
        "is:done",
        "after:x",
        "value:9..1",
        "value:..",
        "title:!!",
        "x" * 2001,
    ],
)
def test_every_mistake_is_told_in_chinese(query):
    with pytest.raises(SearchError) as wrong:
        parse(query)
    told = words_of("zh").mistake(str(wrong.value))
    assert re.search("[一-鿿]", told), told
    assert not re.search("[a-z]{3,} [a-z]{2,} [a-z]{2,}", told), told
    assert words_of("en").mistake(str(wrong.value)) in str(wrong.value)


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"limit": "99999"}, "每页条数不能是“99999”；请写 0 至 1,000 的整数"),
        ({"sort": "nothing"}, "排序不能是“nothing”；可用的有 relevance, date, value"),
        ({"order": "x"}, "升降序不能是“x”；可用的有 up, down"),
        ({"minimum": "x"}, "不小于不能是“x”；请写一个数，例如 260000, 5e9, 50亿, 8%"),
        ({"minimum": "9", "maximum": "1"}, "下限大于上限"),
        ({"after": "soon"}, "发布日自不能是“soon”；请写成 2025"),
        ({"after": "2025-07", "before": "2025-06"}, "起始日期不早于截止日期"),
        ({"period": "soon"}, "时期不能是“soon”；请写成 2025"),
        ({"status": "foo"}, "性质不能是“foo”；可用的有 actual"),
        ({"expand": "x"}, "语言扩展不能是“x”"),
        ({"unit": "yuan"}, "没有名为“yuan”的单位；是不是 CNY"),
        ({"source": "nosuch"}, "没有名为“nosuch”的来源"),
        ({"language": "fr"}, "没有名为“fr”的语言；可用的有 zh, en"),
    ],
)
def test_a_wrong_filter_is_told_in_chinese_by_the_name_that_the_page_gives_it(site, filters, told):
    answer = site.get("/claims", params=filters, headers={"accept-language": "zh"})
    assert answer.status_code == 400
    assert told in html.unescape(answer.text)


@pytest.mark.parametrize(
    ("language", "claim", "told"),
    [
        ("en", ("260000", None, "company", "gt"), "over 260,000 companies"),
        ("zh", ("260000", None, "company", "gt"), "超过26万家企业"),
        ("en", ("1", None, "train", "eq"), "1 train"),
        ("en", ("10", "20", "percent", "approx"), "about 10 to 20%"),
        ("zh", ("2.63e12", None, "CNY", "eq"), "2.63万亿元"),
        ("en", ("2.63e12", None, "CNY", "le"), "at most 2.63 trillion yuan"),
        ("en", ("5", None, "florin", "odd"), "5 florin"),
        ("zh", ("0", None, "count", "eq"), "0"),
        ("en", ("1e-20", None, "count", "eq"), "0.00000000000000000001"),
    ],
)
def test_values_are_told(language, claim, told):
    value, top, unit, modifier = claim
    assert words_of(language).value(Decimal(value), Decimal(top) if top else None, unit, modifier) == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 1, 1), date(2025, 12, 31), "2024 to 2025"),
        (date(2025, 1, 1), date(2025, 5, 31), "2025-01 to 2025-05"),
        (date(2025, 6, 1), date(2025, 6, 30), "2025-06"),
        (date(2025, 6, 3), date(2025, 6, 3), "2025-06-03"),
        (date(2024, 12, 5), date(2025, 1, 4), "2024-12-05 to 2025-01-04"),
        (None, date(2025, 6, 30), "until 2025-06-30"),
        (date(2025, 6, 1), None, "from 2025-06-01"),
        (None, None, ""),
        (date(1, 1, 1), date(9999, 12, 31), "1-01-01 to 9999-12-31"),
    ],
)
def test_periods_are_told_as_short_as_they_are(start, end, told):
    assert words_of("en").period(start, end).replace("0001", "1") == told


def test_times_are_told_in_the_sources_zone():
    at = datetime(2025, 6, 16, 18, 30, 5, tzinfo=UTC)
    words = words_of("en")
    assert words.moment(at) == "2025-06-17 02:30 UTC+8"
    assert words.moment(at, "Asia/Kolkata", "minute") == "2025-06-17 00:00 UTC+5:30"
    assert words.moment(at, "America/New_York", "second") == "2025-06-16 14:30:05 UTC-4"
    assert words.moment(at, "Asia/Shanghai", "month") == "2025-06"
