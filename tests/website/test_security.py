"""What an article, an address or another site can do to a page: nothing."""

import re
import time

import pytest
from lxml.html import document_fromstring

from barometer.search.embedded import EmbeddedIndex
from barometer.website.guard import HEADERS
from barometer.website.marking import Span, cut, paragraphs

SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    SCRIPT,
    "</title></a></li></main><script src=//evil.example/x.js></script>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
    "<img src=x onerror=alert(1)><svg onload=alert(1)>",
    "\"' onmouseover=alert(1) x='\"",
    "{{ 7 * 191 }} {% raise %} ${7*191}",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><form action=//evil.example><input name=q>",
    "&lt;script&gt; &#60;script&#62; <!-- ]]> <![CDATA[",
]
OURS = {"origin": "http://127.0.0.1:8000"}
PAGES = ["/", "/?q=义乌", "/claims", "/claims?q=义乌", "/saved"]


def every_page(site, article: int):
    for path in [*PAGES, f"/articles/{article}"]:
        for tongue in ("zh", "en"):
            answer = site.get(path, headers={"accept-language": tongue})
            assert answer.status_code == 200, path
            yield path, answer


@pytest.fixture(scope="module")
def ours(site) -> tuple[set[str], set[str]]:
    """The elements and attributes that our templates write."""
    shapes = [shape(answer.text) for _, answer in every_page(site, first_article(site))]
    shapes += [
        shape(site.get(path).text) for path in ("/?q=(", "/?q=义乌&place=Yiwu&language=zh", "/claims?sort=value")
    ]
    names = set().union(*(each[0] for each in shapes))
    return names | {"code"}, set().union(*(each[1] for each in shapes))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_title_body_source_and_saved_name_add_no_element_and_no_attribute(own_site, newsroom, ours, text):
    for day in (16, 17):
        hostile = newsroom.publish(f"义乌 {text}", f"义乌{text}出口额12亿元。\n{text}", source_name=text[:60], day=day)
    newsroom.settle()
    saving = {"name": text[:100], "q": "义乌", "place": text[:40], "finds": "claims"}
    assert own_site.post("/saved", data=saving, headers=OURS, follow_redirects=False).status_code == 303
    for path, answer in every_page(own_site, hostile):
        names, attributes = shape(answer.text)
        assert names <= ours[0], path
        assert attributes <= ours[1], path
        tree = document_fromstring(answer.text)
        links = tree.xpath("//@href | //@src | //@action")
        assert all(re.match(r"/(?!/)|#|https://news\.example/", link) for link in links), path
        assert "1337" not in answer.text
    assert text in document_fromstring(own_site.get(f"/articles/{hostile}").text).xpath("string(//h1)")


def first_article(site) -> int:
    return site.get("/api/search").json()["items"][0]["id"]


def shape(text: str) -> tuple[set[str], set[str]]:
    tree = document_fromstring(text)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    return {each.tag for each in elements}, {name for each in elements for name in each.attrib}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,<script>1</script>", "//evil", "vbscript:x", "http:///nowhere"]
)
def test_an_address_that_is_no_web_address_is_no_link(own_site, newsroom, url):
    name = newsroom.publish("标题", "正文12亿元。", url=url)
    tree = document_fromstring(own_site.get(f"/articles/{name}").text)
    assert url not in tree.xpath("//@href")
    assert "原文地址无法打开" in tree.text_content()


def test_controls_that_reorder_or_hide_text_are_left_out(own_site, newsroom):
    controls = "\u202e\u202d\u2066\u2067\u2069\u200f\u200e\u061c\ufeff\x00\x08\x1b\x9b"
    name = newsroom.publish(
        f"义乌{controls}moc.live", f"出口{controls}额12亿元。", source_name=f"报{controls}", claims=()
    )
    newsroom.settle()
    for path, answer in every_page(own_site, name):
        assert not set(controls) & set(answer.text), path
    assert "出口额12亿元。" in own_site.get(f"/articles/{name}").text


def test_a_word_of_a_megabyte_costs_no_time_and_stays_out_of_lists(own_site, newsroom):
    word = "义乌" + "x" * 1_000_000
    name = newsroom.publish(word, word, source_name=word, claims=())
    newsroom.settle()
    for path, answer in every_page(own_site, name):
        if not path.startswith("/articles"):
            assert len(answer.content) < 50_000, path
    started = time.process_time()
    assert own_site.get(f"/articles/{name}").status_code == 200
    assert time.process_time() - started < 2


def test_twenty_thousand_claims_in_one_line_are_cut_in_time(own_site, newsroom):
    text = "12亿元，" * 20_000
    spans = [Span(str(number), number * 5, number * 5 + 4) for number in range(20_000)]
    started = time.process_time()
    assert len(cut(text, spans)) == 40_000
    assert len(paragraphs("\n".join(text.split("，")), spans)) == 20_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("path", ["/", "/claims"])
def test_a_hostile_query_comes_back_as_text(site, path, query):
    answer = site.get(path, params={"q": query, "source": query, "place": query, "lang": query})
    tree = document_fromstring(answer.text)
    assert answer.status_code in {200, 400}
    assert tree.xpath("//input[@type='search']/@value") == [query]
    assert not tree.xpath("//script | //style | //iframe | //base | //@onerror | //@onload | //@onmouseover")
    assert "1337" not in answer.text


def test_every_answer_carries_the_strict_headers(site, own_site):
    for answer in (
        site.get("/"),
        site.get("/?q=("),
        site.get("/nowhere"),
        site.get("/static/site.css"),
        site.get("/api/search"),
        site.get("/export/claims.csv"),
        site.get("/", headers={"host": "evil.example"}),
        site.post("/saved"),
    ):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, (answer.url, name)
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_page_that_breaks_says_so_without_a_traceback(own_site, newsroom, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(EmbeddedIndex, "search_articles", broken)
    answer = own_site.get("/", headers={"accept-language": "en"})
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert own_site.get("/api/search").json() == {"error": "failed"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "",
        "0.0.0.0:8000",
        "[::ffff:1.2.3.4]",
        "127.0.0.1:x",
        "127.0.0.1/x",
        "192.168.1.5:8000",
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/search", "/healthz", "/static/site.css"])
def test_a_host_that_is_not_this_machine_is_refused(site, host, path):
    answer = site.get(path, headers={"host": host})
    assert answer.status_code == 421
    assert "义乌" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8000"])
def test_the_names_of_this_machine_are_welcome(site, host):
    assert site.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_static_files_are_only_ours(site, path):
    assert site.get(path).status_code == 404
