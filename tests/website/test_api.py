"""The JSON API says what the pages say, and is documented."""

import codecs
import csv
import html
import io
import json
import re
import shlex
from decimal import Decimal
from urllib.parse import urlsplit

import pyarrow.parquet as pq
import pytest
from fastapi.routing import APIRoute
from sqlalchemy import update

from barometer.archive.tables import articles
from barometer.config import PROJECT
from barometer.website.asking import Asked, ClaimsAsked


def test_every_path_is_documented(site):
    documented = set(re.findall(r"`(GET|POST) (/[^`…]*)", (PROJECT / "docs" / "api.md").read_text(encoding="utf-8")))
    served = {(method, route.path) for route in _routes(site.app) for method in route.methods}
    assert len(served) >= 10
    assert served - documented == set()
    assert {path for _, path in documented} - {path for _, path in served} == {"/static/"}


def table_text(answer):
    """Read a downloaded CSV as Excel does: by the mark at its beginning."""
    assert answer.content.startswith(codecs.BOM_UTF8)
    return answer.content.decode("utf-8-sig")


def _routes(app):
    found = []
    pending = list(app.routes)
    while pending:
        route = pending.pop()
        if isinstance(route, APIRoute):
            found.append(route)
        else:
            inner = getattr(route, "original_router", None)
            pending += list(inner.routes if inner is not None else [])
    return found


def test_every_parameter_is_documented():
    documented = (PROJECT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in {*Asked.__dataclass_fields__, *ClaimsAsked.__dataclass_fields__}:
        assert f"`{name}`" in documented, name


def test_search_gives_total_facets_highlights_and_why(site):
    found = site.get("/api/search", params={"q": "跨境电商", "expand": "no"}).json()
    assert found["total"] == 1
    assert found["added"] == {}
    both = site.get("/api/search", params={"q": "跨境电商"}).json()
    assert both["total"] == 2
    assert "cross-border e-commerce" in both["added"]["跨境电商"]
    item = found["items"][0]
    assert item["title"] == "跨境电商主体超过26万户"
    assert {"text": "跨境电商", "field": "title", "count": 1} in item["why"]
    for piece in item["highlights"]:
        assert [piece["text"][start:end] for start, end in piece["marks"]] == ["跨境电商"]
    assert {"value": "zh", "count": 1} in found["facets"]["language"]


def test_pages_by_cursor_hold_everything_once(site):
    seen, cursor = [], ""
    while cursor is not None:
        found = site.get("/api/search", params={"limit": 7, "cursor": cursor}).json()
        seen += [item["id"] for item in found["items"]]
        cursor = found["next"]
    assert len(seen) == len(set(seen)) == found["total"] == 40


def test_claims_keep_every_digit(site):
    items = site.get("/api/claims", params={"unit": "CNY", "sort": "value"}).json()["items"]
    assert Decimal(items[0]["value"]) == Decimal("2.63e12")
    assert isinstance(items[0]["value"], str)


def test_an_article_with_claims_whose_offsets_fit(site):
    name = site.get("/api/search", params={"q": "中欧班列"}).json()["items"][0]["id"]
    article = site.get(f"/api/articles/{name}").json()
    assert len(article["claims"]) >= 3
    for claim in article["claims"]:
        assert article["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert article["evidence"][0]["sha256"]
    assert article["revisions"][0]["number"] == article["revision"] == 1


def test_similar_articles_share_words_and_do_not_hold_the_article_itself(site):
    items = site.get("/api/search", params={"q": "市场快讯", "limit": 1}).json()["items"]
    found = site.get(f"/api/articles/{items[0]['id']}/similar").json()["items"]
    assert found
    assert all(each["title"].startswith("市场快讯") and each["why"] for each in found)
    assert items[0]["id"] not in {each["id"] for each in found}
    assert site.get("/api/articles/99999/similar").status_code == 404
    page = site.get(f"/articles/{items[0]['id']}", headers={"accept-language": "en"}).text
    assert "Similar articles" in page
    assert f'href="/articles/{found[0]["id"]}"' in page


@pytest.mark.parametrize(
    "path", ["/api/search?q=(", "/api/claims?minimum=x", "/api/search?cursor=z", "/api/claims?sort=nothing"]
)
def test_wrong_questions_get_400_and_one_line(site, path):
    answer = site.get(path)
    assert answer.status_code == 400
    assert len(answer.json()["error"].splitlines()) == 1


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"unit": "yuan"}, "no unit is known as yuan; did you mean CNY?"),
        ({"language": "fr"}, "no language is known as fr; there are zh, en"),
        ({"source": "peopel"}, "did you mean people"),
        ({"status": "foo"}, 'status cannot be "foo"; there are actual, target, forecast'),
        ({"minimum": "10", "maximum": "5"}, "minimum is more than maximum"),
        ({"after": "2025-07-01", "before": "2025-06-01"}, "after is not earlier than before"),
    ],
)
def test_a_filter_that_can_find_nothing_is_refused_with_what_may_have_been_meant(site, filters, told):
    paths = ["/api/claims", "/claims", "/export/claims.csv"]
    if set(filters) & {"language", "source", "after"}:
        paths += ["/api/search", "/", "/export/articles.jsonl"]
    for path in paths:
        answer = site.get(path, params=filters, headers={"accept-language": "en"})
        assert answer.status_code == 400, path
        assert told in html.unescape(answer.text).replace('\\"', '"'), path


@pytest.mark.parametrize("written", ["Yiwu", "yiwu", "义乌", "义乌市", "義烏"])
def test_a_place_is_known_by_all_its_names_in_every_search(site, written):
    for path in ("/api/search", "/api/claims"):
        by_query = site.get(path, params={"q": "place:Yiwu", "expand": "no"}).json()["total"]
        assert site.get(path, params={"place": written}).json()["total"] == by_query > 0, path


def test_an_indicator_may_be_words_in_every_search(site):
    for path in ("/api/search", "/api/claims"):
        by_query = site.get(path, params={"q": "indicator:出口额", "expand": "no"}).json()["total"]
        assert site.get(path, params={"indicator": "出口额"}).json()["total"] == by_query > 0, path


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"place": "Yiwuu"}, "no place is known as Yiwuu; did you mean Yiwu"),
        ({"indicator": "exprots"}, "no indicator is known as exprots; did you mean exports"),
        ({"q": "unit:yuan"}, "no unit is known as yuan; did you mean CNY"),
    ],
)
def test_where_nothing_is_found_a_name_that_nothing_knows_is_told(site, page, filters, told):
    for path in ("/api/search", "/api/claims"):
        found = site.get(path, params=filters).json()
        assert found["total"] == 0
        assert told in found["hints"][0], path
    assert told in html.unescape(page("/", **filters))
    assert "没有名为" in page("/claims", tongue="zh", **filters)
    assert site.get("/api/search", params={"place": "Yiwu"}).json()["hints"] == []


def test_a_source_whose_file_is_gone_can_still_be_asked_for(own_site, newsroom):
    newsroom.publish("旧闻", "到货3吨。", source="closed_paper")
    newsroom.settle()
    assert own_site.get("/api/search?source=closed_paper").json()["total"] == 1


def test_full_width_numbers_are_numbers(site):
    plain = site.get("/api/claims", params={"minimum": "8%", "maximum": "50亿"}).json()
    wide = site.get("/api/claims", params={"minimum": "８％", "maximum": "５０亿"}).json()
    assert wide["total"] == plain["total"] > 0


def test_unknown_articles_and_paths_get_404_as_json(site):
    assert "no article" in site.get("/api/articles/7").json()["error"]
    assert site.get("/api/articles/seven").status_code == 404
    assert site.get("/api/nothing").json() == {"error": "not found"}


@pytest.mark.parametrize("kind", ["articles", "claims"])
@pytest.mark.parametrize("query", ["", "义乌", "exports"])
def test_an_export_holds_the_whole_result_with_its_provenance(site, kind, query):
    total = site.get(f"/api/{'search' if kind == 'articles' else 'claims'}", params={"q": query}).json()["total"]
    answer = site.get(f"/export/{kind}.csv", params={"q": query})
    rows = list(csv.DictReader(io.StringIO(table_text(answer), newline="")))
    assert len(rows) == total > 0
    assert all(row["text_sha256"] and row["url"] and row["revision"] for row in rows)
    assert f'filename="barometer-{kind}-2025-06-22.csv"' in answer.headers["content-disposition"]
    lines = site.get(f"/export/{kind}.jsonl", params={"q": query}).text.splitlines()
    assert [str(json.loads(line)["id"]) for line in lines] == [row["id"] for row in rows]
    table = pq.read_table(io.BytesIO(site.get(f"/export/{kind}.parquet", params={"q": query}).content))
    assert [str(name) for name in table["id"].to_pylist()] == [row["id"] for row in rows]
    assert str(table.schema.field("published").type) == "timestamp[us, tz=UTC]"


@pytest.mark.parametrize("kind", ["articles", "claims"])
@pytest.mark.parametrize("query", ["", "lang:zh"])
def test_an_export_is_newest_first_with_a_query_and_without(site, kind, query):
    rows = list(csv.DictReader(io.StringIO(table_text(site.get(f"/export/{kind}.csv", params={"q": query})))))
    days = [row["published"] for row in rows]
    assert len(set(days)) > 10
    assert days == sorted(days, reverse=True)
    assert {row["language"] for row in rows} == ({"zh"} if query else {"zh", "en"})


def test_articles_of_no_known_day_are_exported_last(own_site, newsroom):
    for number in range(3):
        newsroom.publish(f"第{number}则", "到货3吨。", day=10 + number)
    with newsroom.record.writing() as connection:
        connection.execute(update(articles).where(articles.c.title == "第2则").values(published=None))
    rows = [json.loads(line) for line in own_site.get("/export/articles.jsonl").text.splitlines()]
    assert [row["title"] for row in rows] == ["第1则", "第0则", "第2则"]


def test_an_export_obeys_the_filters_and_xlsx_is_a_workbook(site):
    rows = list(csv.DictReader(io.StringIO(table_text(site.get("/export/claims.csv?unit=CNY&source=people")))))
    assert rows
    assert {(row["unit"], row["source"]) for row in rows} == {("CNY", "people")}
    assert site.get("/export/claims.xlsx").content.startswith(b"PK")


def test_a_wrong_export_is_told_before_anything_is_sent(site):
    assert site.get("/export/claims.csv?q=(").status_code == 400
    assert site.get("/export/claims.exe").status_code == 404
    assert site.get("/export/requests.csv").status_code == 404


def test_a_program_that_asks_for_a_file_or_feed_is_answered_in_plain_text_in_its_language(site):
    site.cookies.clear()
    for path, status in (("/export/claims.csv?unit=yuan", 400), ("/export/claims.exe", 404), ("/feeds/x.atom", 404)):
        english, chinese = (site.get(path, headers={"accept-language": each}) for each in ("*", "zh"))
        assert english.status_code == chinese.status_code == status, path
        assert english.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(english.text.splitlines()) == 1
        assert not re.search("[一-鿿]", english.text), path
        assert re.search("[一-鿿]", chinese.text), path
    assert "no unit is known as yuan; did you mean CNY" in site.get("/export/claims.csv?unit=yuan&lang=en").text
    person = site.get("/export/claims.csv?unit=yuan", headers={"accept": "text/html,*/*;q=0.8"})
    assert person.headers["content-type"] == "text/html; charset=utf-8"


def test_numbers_are_plain_and_nulls_are_as_documented(site):
    items = site.get("/api/claims", params={"unit": "CNY", "limit": "1000"}).json()["items"]
    assert items
    assert all("value_max" in item for item in items)
    article = site.get(f"/api/articles/{items[0]['article_id']}").json()
    for each in [*items, *article["claims"]]:
        assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", each["value"])
    assert "(null where there is nothing to say)" in (PROJECT / "docs" / "api.md").read_text("utf-8")


def test_health_is_ok_and_says_so(site):
    assert site.get("/healthz").json() == {"status": "ok", "articles": 40, "claims": 49}


def test_without_an_index_health_fails_and_pages_say_what_to_do(own_site, newsroom, tmp_path):
    (tmp_path / "index" / "current").unlink()
    assert own_site.get("/healthz").status_code == 503
    for path in ("/", "/claims", "/api/search", "/export/articles.csv?q=a"):
        answer = own_site.get(path)
        assert answer.status_code == 503, path
        assert "barometer reindex" in answer.text
    assert own_site.get("/saved").status_code == 200


def test_the_lines_for_curl_in_the_documentation_are_answered(site):
    text = (PROJECT / "docs" / "api.md").read_text("utf-8")
    lines = [shlex.split(line) for line in text.splitlines() if line.strip().startswith("curl ")]
    assert len(lines) >= 2
    for _, get, address, *options in lines:
        assert get == "-G"
        values = dict(value.split("=", 1) for value in options[1::2])
        assert {*options[::2]} <= {"-d", "--data-urlencode"}
        assert all(value.isascii() for value, how in zip(options[1::2], options[::2], strict=True) if how == "-d")
        answer = site.get(urlsplit(address).path, params=values)
        assert answer.status_code == 200, answer.text
        assert "items" in answer.json()
