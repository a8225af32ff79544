"""The table of claims: filters, order by every column, and what a row leads to."""

from decimal import Decimal

import pytest
from lxml.html import document_fromstring

from barometer.website import finding
from barometer.website.asking import COLUMNS, ClaimsAsked
from barometer.website.finding import find_claims
from barometer.words.language import words_of


def rows(text: str) -> list[str]:
    return document_fromstring(text).xpath("//tr[@class='record']/td[1]/a/@href")


def test_a_row_tells_value_indicator_place_period_source_and_leads_to_its_place_in_the_article(page, site):
    text = page("/claims", q="跨境电商", unit="company")
    row = document_fromstring(text).xpath("//tr[@class='record']")[0]
    assert "over 260,000 companies" in row.text_content()
    assert "2025-06-11" in row.text_content()
    article, _, anchor = row.xpath("td[1]/a/@href")[0].partition("#")
    assert f'id="{anchor}"' in site.get(article).text
    sentence = document_fromstring(text).xpath("//tr[@class='said']")[0]
    assert sentence.xpath(".//mark/text()") == ["超过26万户"]


@pytest.mark.parametrize(
    ("parameters", "fits"),
    [
        ({"unit": "CNY"}, lambda claim: claim.unit == "CNY"),
        ({"minimum": "1亿"}, lambda claim: claim.value >= 10**8),
        ({"maximum": "5"}, lambda claim: claim.value <= 5),
        ({"place": "China"}, lambda claim: claim.place == "China"),
        ({"source": "people"}, lambda claim: claim.source == "people"),
        ({"status": "actual"}, lambda claim: claim.status == "actual"),
        ({"period": "2024"}, lambda claim: claim.period_start.year == claim.period_end.year == 2024),
        ({"indicator": "出口额"}, lambda claim: "出口额" in claim.indicator),
        ({"language": "en"}, lambda claim: claim.language == "en"),
        ({"after": "2025-06-15"}, lambda claim: claim.published.day >= 14),
    ],
)
def test_filters_leave_what_fits(settled, page, parameters, fits):
    hits = find_claims(settled.index, ClaimsAsked.read(parameters, limit=1000))
    assert hits.items
    assert all(fits(hit.document) for hit in hits.items)
    assert rows(page("/claims", **parameters))[0].endswith(f"#c-{hits.items[0].id}")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("order", ["up", "down"])
def test_every_column_sorts_and_pages_hold_every_claim_once(settled, site, column, order):
    def key(claim):
        return {"period": claim.period_end, "unit": (claim.unit, claim.value)}.get(column, getattr(claim, column, None))

    text = site.get("/claims", params={"sort": column, "order": order, "limit": "17"}).text
    seen = []
    while True:
        seen += [href.partition("#c-")[2] for href in rows(text)]
        following = document_fromstring(text).xpath("//a[@rel='next']/@href")
        if not following:
            break
        text = site.get(f"{following[0]}&limit=17").text
    every = {hit.id: hit.document for hit in settled.index.search_claims("", limit=1000).items}
    assert sorted(seen) == sorted(every)
    values = [key(every[name]) for name in seen]
    told = [value for value in values if value is not None]
    assert told == sorted(told, reverse=order == "down")
    assert values[: len(told)] == told  # what has no value comes last either way


def test_the_header_says_how_it_is_sorted_and_turns_it_round(page):
    header = document_fromstring(page("/claims", sort="value")).xpath("//th[@aria-sort]")
    assert [each.get("aria-sort") for each in header] == ["descending"]
    assert "order=up" in header[0].xpath("a/@href")[0]


def test_more_claims_than_can_be_sorted_are_refused_with_advice(page, monkeypatch):
    monkeypatch.setattr(finding, "MOST_SORTED", 5)
    assert "Narrow them with a filter" in page("/claims", 400, sort="value")


@pytest.mark.parametrize(
    "parameters",
    [
        {"minimum": "many"},
        {"period": "soon"},
        {"status": "done"},
        {"sort": "id"},
        {"order": "sideways"},
        {"q": "("},
        {"sort": "value", "cursor": "d1:1"},
        {"sort": "value", "cursor": "s-1"},
    ],
)
def test_wrong_filters_are_told_and_the_form_keeps_what_was_typed(page, parameters):
    text = page("/claims", 400, **parameters)
    assert 'role="alert"' in text
    for name, value in parameters.items():
        if name in {"minimum", "period", "q"}:
            assert document_fromstring(text).xpath("//input[@name=$name]/@value", name=name) == [value]


def test_an_exact_value_is_never_rounded_in_words(settled):
    assert words_of("en").number(Decimal("1234567.891")) == "1,234,567.891"
    assert words_of("en").number(Decimal("2.63e12")) == "2.63 trillion"
    assert words_of("zh").number(Decimal(287130000000)) == "2,871.3亿"
    assert words_of("zh").number(Decimal("-0.50")) == "-0.5"
