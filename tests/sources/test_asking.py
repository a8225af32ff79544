"""What a run asks for first: pages and days filled in, what is posted, in the order of the file."""

import json
from datetime import UTC, datetime
from typing import Any

from barometer.sources import Source
from barometer.sources.asking import entries_of

LATE = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # already the 24th in Shanghai


def source(**values: Any) -> Source:
    known = {"id": "paper", "name": {"zh": "报", "en": "Paper"}, "publisher": "party", "language": "zh"}
    return Source.model_validate({**known, "hosts": ["a.example"], "articles": ["/a/"], **values})


def test_plain_entries_come_first_and_are_asked_for_as_they_are():
    paper = source(entry=["https://a.example/list"], ask=[{"url": "https://a.example/{page}.json", "pages": 2}])
    assert [(one.method, one.url, one.body) for one in entries_of(paper, LATE)] == [
        ("GET", "https://a.example/list", None),
        ("GET", "https://a.example/1.json", None),
        ("GET", "https://a.example/2.json", None),
    ]


def test_the_edition_is_that_of_the_day_where_the_source_is():
    paper = source(ask={"url": "https://a.example/{day:%Y%m/%d}/node_01.html", "days": 2})
    assert [one.url for one in entries_of(paper, LATE)] == [
        "https://a.example/202611/24/node_01.html",
        "https://a.example/202611/23/node_01.html",
    ]


def test_what_is_posted_holds_the_page_as_a_number():
    ask = {"url": "https://a.example/search", "json": {"key": "义乌", "page": "{page}", "from": ["{day}"]}, "pages": 2}
    first, second = entries_of(source(ask=ask), LATE)
    assert (first.method, json.loads(first.body or "")) == (
        "POST",
        {"key": "义乌", "page": 1, "from": ["2026-11-24"]},
    )
    assert json.loads(second.body or "")["page"] == 2
    assert first.headers["Content-Type"] == "application/json"


def test_a_form_is_posted_as_one_with_its_headers():
    ask = {"url": "https://a.example/s", "form": {"q": "义乌", "start": "{page}"}, "first": 0, "step": 20, "pages": 2}
    first, second = entries_of(source(ask={**ask, "headers": {"Referer": "https://a.example/"}}), LATE)
    assert (first.body, second.body) == ("q=%E4%B9%89%E4%B9%8C&start=0", "q=%E4%B9%89%E4%B9%8C&start=20")
    assert first.headers == {"Content-Type": "application/x-www-form-urlencoded", "Referer": "https://a.example/"}
