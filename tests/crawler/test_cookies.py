"""The cookie of an operator's account: to the source's own hosts, over TLS, and with pages only."""

import pytest
from scrapy import Request

from barometer.sources import Source
from crawler.cookies import CookieMiddleware

NAME = "BAROMETER_TEST_COOKIE"
SOURCE = Source.model_validate(
    {
        "id": "local",
        "name": {"zh": "本地", "en": "Local"},
        "publisher": "platform",
        "language": "zh",
        "hosts": ["weibo.example"],
        "articles": ["/a/"],
        "cookie": NAME,
    }
)


def sent(url: str, **meta: object) -> bytes | None:
    request = Request(url, meta={"leased": None, **meta})
    CookieMiddleware(SOURCE).process_request(request)
    return request.headers.get("Cookie")


def test_pages_of_its_own_hosts_get_the_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "SUB=1")
    assert sent("https://m.weibo.example/statuses/show?id=1") == b"SUB=1"
    assert sent("http://m.weibo.example/statuses/show?id=1") is None
    assert sent("https://elsewhere.example/") is None
    assert sent("https://weibo.example.elsewhere.example/") is None


def test_a_robots_txt_gets_none_and_neither_does_anything_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "SUB=1")
    robots = Request("https://weibo.example/robots.txt")
    CookieMiddleware(SOURCE).process_request(robots)
    assert "Cookie" not in robots.headers
    monkeypatch.delenv(NAME)
    assert sent("https://weibo.example/") is None
