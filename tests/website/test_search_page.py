"""Searching articles: what a reader sees, and that every number shown is the number behind it."""

import html
import re

import pytest
from lxml.html import document_fromstring


def tree(text: str):
    return document_fromstring(text)


def total(text: str) -> int:
    heading = tree(text).xpath("string(//h2[@id='found-heading'])")
    return int(re.match(r"[\d,]+", heading)[0].replace(",", ""))


def links(text: str) -> list[str]:
    return [each.rpartition("/")[2] for each in tree(text).xpath("//ol[@class='hits']//h3/a/@href")]


def test_without_a_query_the_newest_come_first(page):
    text = page("/")
    assert "All articles, newest first" in text
    days = tree(text).xpath("//ol[@class='hits']//time/@datetime")
    assert days == sorted(days, reverse=True)
    assert len(days) == 20


def test_hits_show_their_words_marked_and_why(page):
    text = page("/", q="跨境电商")
    first = tree(text).xpath("//ol[@class='hits']/li")[0]
    assert first.xpath(".//h3//mark/text()") == ["跨境电商"]
    assert "跨境电商 ×1 in the title" in first.text_content()


def test_the_total_is_that_of_the_index(page, settled):
    assert total(page("/", q="义乌")) == settled.index.search_articles("义乌", limit=0, both_languages=True).total > 30


@pytest.mark.parametrize("query", ["", "义乌", "exports | 出口"])
def test_each_facet_leads_to_as_many_hits_as_it_says(page, site, query):
    facets = tree(page("/", q=query, after="2025-06-01")).xpath("//aside//li/a")
    assert len(facets) >= 4
    for link in facets:
        shown = int(link.xpath("string(span[@class='count'])"))
        followed = site.get(link.get("href"), headers={"accept-language": "en"}).text
        assert total(followed) == shown, link.text_content()


def test_each_bar_of_the_histogram_leads_to_as_many_hits_as_it_says(page, site):
    bars = tree(page("/", q="义乌")).xpath("//figure//a")
    assert len(bars) >= 10
    for bar in bars:
        shown = int(bar.get("aria-label").rpartition(": ")[2])
        assert total(site.get(bar.get("href"), headers={"accept-language": "en"}).text) == shown


def test_a_source_filter_means_the_short_name_alone(page, settled):
    assert settled.index.search_articles("source:people", limit=0).total == 38
    assert settled.index.search_articles("", source="people", limit=0).total == 36
    assert total(page("/", source="people")) == 36


def test_filters_in_force_are_shown_and_can_be_taken_away(page, site):
    text = page("/", q="义乌", language="zh", place="Yiwu")
    chips = tree(text).xpath("//a[@class='chip']")
    assert [chip.text_content().split(" ×")[0].strip() for chip in chips] == ["Language Chinese", "Place Yiwu"]
    without = site.get(chips[0].get("href")).text
    assert "language=" not in tree(without).xpath("//a[@class='chip']/@href")[0]


@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_pages_hold_every_hit_once(page, site, settled, sort):
    text, seen = page("/", q="义乌", sort=sort), []
    while True:
        seen += links(text)
        following = tree(text).xpath("//a[@rel='next']/@href")
        if not following:
            break
        text = site.get(following[0], headers={"accept-language": "en"}).text
        assert f"{len(seen) + 1}–" in text
    whole = settled.index.search_articles("义乌", sort=sort, limit=1000, both_languages=True)
    assert seen == [str(hit.id) for hit in whole.items]


@pytest.mark.parametrize(
    ("query", "place", "told"),
    [
        ("a (b", 3, "this ( is never closed"),
        ('"open', 1, "this quote is never closed"),
        ("义", 1, "one character alone"),
        ("义乌 title:", 10, "needs a value"),
        ("colour:red", 1, "there is no field"),
        ("value:>>3", 7, "cannot read"),
    ],
)
def test_a_wrong_query_is_told_with_its_place_in_the_page(page, query, place, told):
    text = page("/", 400, q=query)
    alert = tree(text).xpath("//*[@role='alert']")[0].text_content()
    assert f"Character {place}" in alert
    assert told in alert
    assert tree(text).xpath("//input[@name='q']/@value") == [query]
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "parameters",
    [
        {"after": "tomorrow"},
        {"before": "2025-13-01"},
        {"sort": "random"},
        {"cursor": "nowhere"},
        {"cursor": "d1:1", "q": "义乌"},
        {"shown": "-1"},
        {"limit": "99999999999"},
        {"q": "x" * 2001},
    ],
)
def test_wrong_parameters_are_told_and_never_break_the_page(page, parameters):
    assert 'role="alert"' in page("/", 400, **parameters)


def test_nothing_found_says_what_to_do(page):
    assert "Nothing was found." in page("/", q="xyzzyplugh")


def test_unknown_parameters_are_left_alone(page):
    assert "38 articles" not in page("/", utm_source="x")


def test_the_help_names_every_field_of_the_language(page):
    shown = html.unescape(page("/"))
    for field in ("title", "source", "lang", "after", "before", "indicator", "place", "unit", "value", "period", "is"):
        assert re.search(rf"\b{field}:", shown), field


def test_a_word_finds_the_other_language_says_so_and_can_be_taken_as_typed(page, site):
    both = tree(page("/", q="跨境电商"))
    told = both.xpath("//*[@class='tongues']")[0]
    assert "cross-border e-commerce" in told.text_content()
    titles = {each.text_content() for each in both.xpath("//ol[@class='hits']//h3")}
    assert "Cross-border e-commerce grows" in titles
    (switch,) = told.xpath(".//a/@href")
    typed = tree(site.get(switch).text)
    assert [each.text_content() for each in typed.xpath("//ol[@class='hits']//h3")] == ["跨境电商主体超过26万户"]
    (back,) = typed.xpath("//*[@class='tongues']//a/@href")
    assert total(site.get(back, headers={"accept-language": "en"}).text) == 2


def test_the_switch_stays_through_facets_and_exports(page):
    typed = tree(page("/", q="跨境电商", expand="no"))
    links = typed.xpath("//aside//a/@href | //*[@class='exports']//a/@href")
    assert links
    assert all("expand=no" in link for link in links)


def test_indicators_are_called_by_their_names_and_months_are_counted(own_site, newsroom):
    for month in (5, 6):
        newsroom.publish(f"{month}月快报", f"义乌市出口额达{month}亿元。", day=3, month=month)
    newsroom.settle()
    shown = tree(own_site.get("/", headers={"accept-language": "zh"}).text)
    facets = {
        each.xpath("string(h3)"): each.xpath(".//li/a") for each in shown.xpath("//aside[@class='facets']/section")
    }
    assert [each.xpath("string(bdi)") for each in facets["指标"]] == ["出口"]
    assert [each.xpath("string(bdi)") for each in facets["月份"]] == ["2025-06", "2025-05"]
    for link in facets["月份"]:
        followed = own_site.get(link.get("href"), headers={"accept-language": "en"}).text
        assert total(followed) == int(link.xpath("string(span[@class='count'])")) == 1


def test_a_snippet_ends_at_a_word_and_says_that_more_follows(own_site, newsroom):
    newsroom.publish("Report", "Manufacturers shipped quantities " * 30, language="en")
    newsroom.settle()
    for query in ("", "quantities"):
        shown = tree(own_site.get("/", params={"q": query, "lang": "en"}).text)
        piece = " ".join(shown.xpath("//p[@class='piece']")[0].text_content().split())
        assert piece.endswith("…")
        assert piece.rstrip("… ").rpartition(" ")[2] in {"Manufacturers", "shipped", "quantities"}
