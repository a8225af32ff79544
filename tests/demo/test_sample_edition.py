"""The sample edition holds what demo/README.md promises, and every word of it is our own."""

import csv
import gzip
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

DEMO = Path(__file__).parents[2] / "demo"
SHARED = Path(os.environ.get("BAROMETER_SHARED", "../shared"))
COLUMNS = ["file", "original_url", "status", "content_type", "asked", "shows"]
ARTICLE = re.compile(
    r"/n\d/\d{4}/\d{4}/c\d+-\d+(-\d+)?\.html$|/page/\d{6}/\d+\.shtml$|/art/\d{4}/\d+/\d+/art_\d+_\d+\.html$"
)
LISTING = re.compile(
    r"/GB/[\d/]+index\d*\.html$|/(source|china)/index\.html$|/col/col\d+/index\.html$|dataproxy\.jsp|/\d+/index\.html$"
)
DELIBERATELY_GONE = {"http://zj.people.com.cn/n2/2025/0613/c186327-41260099.html"}
IMPOSSIBLE_PORT = "http://zj.people.com.cn:99999/n2/2025/0616/c186327-41260011.html"
GENERATED = "generate:many-attributes"
SHARED_RUN = 40  # characters in a row that count as copied


def rows_of(edition: int) -> list[dict[str, str]]:
    text = (DEMO / f"edition-{edition}" / "SOURCES.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


def answers(edition: int) -> dict[str, Path]:
    """Give the file that answers each URL; edition 2 is laid over edition 1."""
    found = {row["original_url"]: DEMO / "edition-1" / row["file"] for row in rows_of(1)}
    if edition == 2:
        found |= {row["original_url"]: DEMO / "edition-2" / row["file"] for row in rows_of(2)}
    return found


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def page(edition: int, end: str) -> str:
    """Give the source text of the page whose URL ends so."""
    [path] = [path for url, path in answers(edition).items() if url.endswith(end)]
    return text_of(path)


def body_of(html: str) -> str:
    tree = lxml.html.fromstring(html)
    bodies = tree.cssselect(".rm_txt_con, .article_right, .d2txtCon, #zoom")
    return "" if not bodies else bodies[0].text_content().strip()


def paragraphs(html: str) -> list[str]:
    """Give the paragraphs of an article's body that are long enough to be prose."""
    separated = re.sub(r"<br\s*/?>|</p>", "\n", html)
    return [line.strip() for line in body_of(separated).splitlines() if len(line.strip()) > SHARED_RUN]


@pytest.mark.parametrize("edition", [1, 2])
def test_the_index_names_every_file_once_and_no_other(edition: int) -> None:
    rows = rows_of(edition)
    folder = DEMO / f"edition-{edition}"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"SOURCES.tsv"}
    assert sorted(row["file"] for row in rows) == sorted(files)
    assert len({row["original_url"] for row in rows}) == len(rows)
    for row in rows:
        assert list(row) == COLUMNS
        assert row["status"].isdigit() or not row["status"]
        assert row["original_url"].startswith(("http://", "https://"))
        assert row["shows"]


def links_of(url: str, html: str) -> Iterator[str]:
    """Give what a page links to, and what a feed, a sitemap or a JSON list names."""
    plain = html.replace("&amp;", "&").replace('\\"', '"')
    hrefs = re.findall(r"""href\s*=\s*["']([^"']+)["']""", plain)
    if "<html" not in html:
        hrefs += re.findall(r"""https?://[^\s"<>\]]+|(?<=")\.\./[^"]+""", plain)
    yield from (urljoin(url, href) for href in hrefs)


@pytest.mark.parametrize("edition", [1, 2])
def test_every_link_to_an_article_or_listing_is_answered(edition: int) -> None:
    pages = answers(edition)
    linked = {link for url, path in pages.items() for link in links_of(url, text_of(path))}
    wanted = {link for link in linked if ARTICLE.search(link) or LISTING.search(link)}
    unanswered = wanted - set(pages) - DELIBERATELY_GONE - {IMPOSSIBLE_PORT}
    assert {link for link in unanswered if "paper.people.com.cn" not in link} == set()
    assert wanted >= DELIBERATELY_GONE | {IMPOSSIBLE_PORT}


@pytest.mark.parametrize("edition", [1, 2])
def test_every_article_is_reached_from_a_listing(edition: int) -> None:
    pages = answers(edition)
    listings = {url: path for url, path in pages.items() if LISTING.search(url) or "<html" not in text_of(path)}
    reached = {link for url, path in listings.items() for link in links_of(url, text_of(path))}
    articles = {url for url in pages if ARTICLE.search(url)}
    assert {url for url in articles - reached if not url.endswith("-2.html")} == set()


def test_there_are_enough_articles_of_a_real_length() -> None:
    articles = {url: body_of(text_of(path)) for url, path in answers(1).items() if ARTICLE.search(url)}
    long_enough = [url for url, body in articles.items() if words_in(body) >= 240]
    assert len(long_enough) >= 24
    assert any("globaltimes" in url for url in long_enough)
    assert any("en.people" in url for url in long_enough)


def words_in(body: str) -> int:
    """Count words of English, characters of Chinese."""
    return len(re.findall(r"[\u4e00-\u9fff]|[A-Za-z0-9][\w.,'-]*", body))


def test_every_page_says_that_it_is_sample_text() -> None:
    for edition in (1, 2):
        for url, path in answers(edition).items():
            if not url.endswith("robots.txt"):
                assert "Sample text written for Barometer." in text_of(path), url


# Every figure of the seed, as a Chinese and as an English page tells it (None: told in one language only).
FACTS: dict[str, tuple[str | None, str | None]] = {
    "cross-border growth, five months": (r"16\.29%", r"16\.29 percent"),
    "told by Yiwu Fabu": (r"义乌发布", r"Yiwu Fabu"),
    "types of products": (r"超过210万种", r"over 2\.1 million types"),
    "classes": (r"26个大类", r"26 broad classes"),
    "workers": (r"3200万人就业", r"32 million people"),
    "businesses": (r"210万家企业", r"2\.1 million firms"),
    "told by People's Daily": (r"《人民日报》去年7月", r"People's Daily in July 2024"),
    "countries": (r"200多个国家和地区", r"beyond 200 countries and regions"),
    "merchants": (r"1\.5万人", r"15,000 merchants"),
    "foreign investment": (r"8000多家外商投资", r"over 8,000 entities"),
    "foot traffic": (r"20万人次", r"200,000 people"),
    "market entities": (r"突破100万户", r"past 1 million"),
    "told by CCTV News": (r"央视新闻", r"CCTV News"),
    "new e-commerce entities": (r"17\.57万户", r"175,700"),
    "their growth": (r"48\.33%", r"48\.33 percent"),
    "e-commerce entities": (r"约为60万户", r"roughly 600,000"),
    "cross-border share": (r"超过三分之一", r"over a third"),
    "cross-border entities": (r"超过26万户", r"over 260,000"),
    "told by the Jinhua bureau": (r"市商务局今年2月", r"commerce bureau in Jinhua"),
    "national total": (r"2\.63万亿元", r"2\.63 trillion yuan"),
    "national growth": (r"增长10\.8%", r"10\.8 percent"),
}


@pytest.mark.parametrize("fact", FACTS)
def test_each_fact_of_the_seed_is_told_in_both_languages(fact: str) -> None:
    everything = "\n".join(body_of(text_of(path)) for url, path in answers(1).items() if ARTICLE.search(url))
    for pattern in FACTS[fact]:
        assert pattern is None or re.search(pattern, everything), pattern


def test_an_article_goes_on_over_two_pages() -> None:
    first, second = page(1, "c1004-40500002.html"), page(1, "c1004-40500002-2.html")
    assert "c1004-40500002-2.html" in first
    assert set(paragraphs(first)).isdisjoint(paragraphs(second))
    assert re.findall(r"<h1>(.*?)</h1>", first) == re.findall(r"<h1>(.*?)</h1>", second)


def test_one_page_is_gb18030_and_says_utf8() -> None:
    [row] = [row for row in rows_of(1) if "GB18030" in row["shows"]]
    raw = (DEMO / "edition-1" / row["file"]).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert "义乌" in raw.decode("gb18030")
    assert b"charset=utf-8" in raw
    assert row["content_type"] == "text/html; charset=utf-8"


def test_one_page_holds_no_article() -> None:
    empty = [url for url, path in answers(1).items() if ARTICLE.search(url) and not paragraphs(text_of(path))]
    assert [url[-21:] for url in empty if not is_generated(url)] == ["c186327-41260012.html"]


def is_generated(url: str) -> bool:
    return any(row["content_type"] == GENERATED for row in rows_of(1) if row["original_url"] == url)


def test_the_hostile_page_is_small_here_and_large_when_served() -> None:
    [row] = [row for row in rows_of(1) if row["content_type"] == GENERATED]
    path = DEMO / "edition-1" / row["file"]
    assert path.stat().st_size < 20_000
    assert path.read_bytes().count(b'data-generate="250000"') == 1


def test_sport_and_other_topics_are_among_the_articles() -> None:
    football = body_of(page(1, "41260005.html"))
    assert "义乌队" in football
    assert "出口" not in football
    for other in ("41260006.html", "1336007.shtml", "40500016.html"):
        assert not re.search("义乌|Yiwu", body_of(page(1, other))), other


def test_edition_two_changes_one_figure_and_adds_one_article() -> None:
    before, after = body_of(page(1, "41260009.html")), body_of(page(2, "41260009.html"))
    assert "2.31亿件" in before
    assert "2.36亿件" in after
    assert "2.31亿件" not in after
    new = set(answers(2)) - set(answers(1))
    assert [url for url in new if ARTICLE.search(url)] == list(new)
    assert len(new) == 1
    assert new.pop().removeprefix("https://www.globaltimes.cn") in page(2, "/source/index.html")


def test_edition_two_holds_only_what_differs() -> None:
    first = answers(1)
    for row in rows_of(2):
        known = first.get(row["original_url"])
        assert known is None or known.read_bytes() != (DEMO / "edition-2" / row["file"]).read_bytes()


def test_two_sources_tell_one_figure_differently() -> None:
    assert "742列" in body_of(page(1, "41260004.html"))
    assert "742列" in body_of(page(1, "58850005.html"))
    assert "760 trips" in body_of(page(1, "1336005.shtml"))


@pytest.mark.parametrize(
    ("original", "reprint", "outlet"),
    [
        ("58850003.html", "41260010.html", "来源：<a[^>]*>金华市商务局"),
        ("1336008.shtml", "20330005.html", r'class="origin cf"> \(<a[^>]*>Global Times'),
    ],
)
def test_a_reprint_has_the_text_of_the_original_and_names_its_outlet(original: str, reprint: str, outlet: str) -> None:
    told = paragraphs(page(1, original))
    assert len(told) >= 4
    assert paragraphs(page(1, reprint))[-len(told) :] == told
    assert re.search(outlet, page(1, reprint))


def test_the_readme_tells_what_each_page_is_for() -> None:
    readme = (DEMO / "README.md").read_text(encoding="utf-8")
    for edition in (1, 2):
        missing = [row["file"] for row in rows_of(edition) if f"`{row['file']}`" not in readme]
        assert missing == []


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def visible(html: str) -> str:
    """Give the words of a page: text, titles and described contents, without markup and script."""
    html = re.sub(r"(?is)<(script|style)\b(?![^>]*text/xml).*?</\1>", " ", html)
    described = " ".join(re.findall(r"""(?i)(?:content|title|alt)=["']([^"']*)["']""", html))
    return squeezed(re.sub(r"""<[^>]*>|https?://[^\s"<>]+""", " ", html) + " " + described)


def shared_texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(SHARED.rglob("*")):
        if path.suffix in {".html", ".gz"}:
            raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for charset in ("utf-8", "gb18030"):
                yield path, visible(raw.decode(charset, errors="replace"))
        elif path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            yield path, squeezed(" ".join(json.dumps(json.loads(line), ensure_ascii=False) for line in lines))
        elif path.suffix in {".md", ".txt", ".json", ".tsv"}:
            yield path, squeezed(path.read_text(encoding="utf-8", errors="replace"))


@cache
def our_runs() -> dict[str, set[str]]:
    """Give every run of half the forbidden length, with the pages that hold it: one of two neighbours must be hit."""
    runs: dict[str, set[str]] = {}
    for edition in (1, 2):
        for path in answers(edition).values():
            text = visible(text_of(path))
            for start in range(len(text) - SHARED_RUN // 2 + 1):
                runs.setdefault(text[start : start + SHARED_RUN // 2], set()).add(text)
    return runs


def copied_runs(text: str) -> Iterator[str]:
    """Yield what `text` shares with our pages: a shared run of 40 covers one aligned run of 20 for certain."""
    half = SHARED_RUN // 2
    runs = our_runs()
    for start in range(0, len(text) - half + 1, half):
        pages = runs.get(text[start : start + half])
        if pages is None:
            continue
        around = text[max(0, start - half) : start + 2 * half]
        for offset in range(len(around) - SHARED_RUN + 1):
            run = around[offset : offset + SHARED_RUN]
            if any(run in ours for ours in pages):
                yield run
                break


def test_no_text_is_copied_from_the_shared_material() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the shared material is not here: {SHARED}")
    found = {(path.name, run) for path, text in shared_texts() for run in copied_runs(text)}
    assert found == set()


def test_the_search_for_copies_finds_one() -> None:
    sample = visible(page(1, "1336003.shtml"))[500:560]
    assert any(True for _ in copied_runs("x" * 7 + sample + "y" * 9))
    assert not any(True for _ in copied_runs("nothing of this stands on any of our sample pages, not one run"))


def test_the_paragraphs_of_one_article_differ() -> None:
    for url, path in answers(1).items():
        if ARTICLE.search(url):
            assert all(left != right for left, right in pairwise(paragraphs(text_of(path)))), url
