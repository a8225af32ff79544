import json
import re
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.cli.conftest import PROJECT


@pytest.mark.parametrize(
    "query", ["义乌", "出口", "义乌 跨境电商", "exports", "exporting", '"cross-border e-commerce"']
)
def test_finds_in_both_languages(barometer, query):
    done = barometer("search", query, "--json")
    assert done.returncode == 0
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()]


def test_every_article_with_the_word_is_found_and_no_other(barometer):
    found = {
        json.loads(line)["id"]
        for line in barometer("search", "义乌", "--one-language", "--json", "--limit", "1000").stdout.splitlines()
    }
    exported = [json.loads(line) for line in barometer("export", "articles").stdout.splitlines()]
    assert found == {row["id"] for row in exported if "义乌" in row["text"]}


def test_a_query_in_one_language_finds_the_other_and_says_so(barometer):
    typed = {
        json.loads(line)["language"]
        for line in barometer("search", "跨境电商", "--one-language", "--json").stdout.splitlines()
    }
    both = {
        json.loads(line)["language"]
        for line in barometer("search", "跨境电商", "--limit", "50", "--json").stdout.splitlines()
    }
    assert (typed, both) == ({"zh"}, {"zh", "en"})
    assert "cross-border e-commerce" in barometer("search", "跨境电商").stdout


def test_highlights_mark_the_words(barometer):
    done = barometer("search", "跨境电商", "--limit", "1", FORCE_COLOR="1")
    assert "\x1b[1;33m跨境电商" in done.stdout


def test_filters_by_source_and_date(barometer):
    rows = [
        json.loads(line)
        for line in barometer(
            "search", "义乌", "--source", "jinhua_commerce", "--after", "2025-06-15", "--json"
        ).stdout.splitlines()
    ]
    assert rows
    assert {row["source"] for row in rows} == {"jinhua_commerce"}
    assert min(row["published"] for row in rows) >= "2025-06-15"


def test_claims_by_place_value_unit_and_words(barometer):
    lines = barometer("claims", "--place", "Yiwu", "--unit", "percent", "--min", "16", "--max", "17", "--json").stdout
    rows = [json.loads(line) for line in lines.splitlines()]
    assert rows
    assert all(row["place"] == "Yiwu" and row["unit"] == "percent" for row in rows)
    ends = [(float(row["value"]), float(row["value_max"] or row["value"])) for row in rows]
    assert all(low <= 17 and high >= 16 for low, high in ends)  # of a range, some value in it fits


def test_a_claim_quotes_its_article(barometer):
    articles = {row["id"]: row for row in map(json.loads, barometer("export", "articles").stdout.splitlines())}
    claims = [json.loads(line) for line in barometer("export", "claims").stdout.splitlines()]
    assert len(claims) > 100
    for claim in claims:
        text = articles[claim["article_id"]]["text"]
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["quote"] in claim["sentence"]


@pytest.mark.parametrize("query", ["a (b", '"open', "义", "-only", "value:>>3", "NEAR/", "title:"])
def test_a_wrong_query_is_one_line_with_its_place(barometer, query):
    done = barometer("search", "--", query)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_nothing_found_is_said(barometer):
    done = barometer("search", "xyzzyplugh")
    assert done.returncode == 0
    assert "no articles found" in done.stdout


def test_reindex_gives_the_same_answers(barometer):
    queries = [("search", "义乌"), ("claims", "--place", "Yiwu"), ("search", "exports")]

    def answers() -> list[list[str]]:
        told = [barometer(*query, "--json", "--limit", "500").stdout for query in queries]
        return [sorted(json.loads(line)["id"] for line in each.splitlines()) for each in told]

    before = answers()
    done = barometer("reindex")
    assert done.returncode == 0, done.stderr
    assert answers() == before
    assert all(before)


def test_articles_like_one_are_listed(barometer):
    first = json.loads(barometer("search", "义乌", "--json", "--limit", "1").stdout.splitlines()[0])
    done = barometer("search", "--similar", first["url"], "--json", "--limit", "3")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert first["id"] not in {row["id"] for row in rows}
    assert 1 <= len(rows) <= 3
    assert barometer("search").returncode == barometer("search", "义乌", "--similar", "1").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("claims", "--place", "Yiwuu"), "no place is known as Yiwuu; did you mean Yiwu"),
        (("claims", "出口", "place:Atlantis"), "no place is known as Atlantis"),
        (("search", "lang:fr"), "no language is known as fr"),
    ],
)
def test_a_name_that_nothing_knows_is_told_where_nothing_is_found(barometer, arguments, told):
    done = barometer(*arguments)
    assert done.returncode == 0
    assert told in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("claims", "--unit", "tonnes"), "did you mean tonne"),
        (("claims", "--unit", "yuan"), "no unit is known as yuan; did you mean CNY"),
        (("search", "义乌", "--source", "peopel"), "did you mean people"),
        (("export", "articles", "--source", "peopel"), "did you mean people"),
        (("claims", "--min", "10", "--max", "5"), "minimum is more than maximum"),
        (("search", "义乌", "--after", "2025-07", "--before", "2025-06"), "after is not earlier than before"),
    ],
)
def test_a_filter_that_can_find_nothing_is_a_mistake(barometer, arguments, told):
    done = barometer(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert not done.stdout


def test_a_word_is_excluded_as_it_is_in_a_query(barometer):
    every = barometer("search", "义乌", "--limit", "100", "--json").stdout.splitlines()
    without = barometer("search", "义乌", "-足球", "--limit", "100", "--json").stdout.splitlines()
    assert 0 < len(without) < len(every)
    assert barometer("search", "义乌", "--sorce", "people").returncode == 2


def test_options_take_what_the_query_language_takes(barometer):
    by_option = barometer("claims", "--min", "5万", "--unit", "CNY", "--limit", "100").stdout
    assert by_option == barometer("claims", "value:>=5万", "unit:CNY", "--limit", "100").stdout
    assert barometer("search", "义乌", "--after", "2025-06", "--before", "2026").returncode == 0


def test_a_page_behind_the_last_says_so(barometer):
    assert re.search(r"no more articles: there are \d+", barometer("search", "义乌", "--offset", "500").stdout)


def test_the_day_shown_is_that_of_the_place(barometer):
    rows = [json.loads(line) for line in barometer("search", "义乌", "--limit", "200", "--json").stdout.splitlines()]
    printed = barometer("search", "义乌", "--limit", "200").stdout
    told = {url: day for day, url in re.findall(r", (\d{4}-\d\d-\d\d)  (\S+)", printed)}
    local = {
        row["url"]: datetime.fromisoformat(row["published"]).astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat()
        for row in rows
        if row["published"]
    }
    assert any(row["published"] and row["published"][:10] != local[row["url"]] for row in rows)
    assert told == local


@pytest.fixture
def with_a_wrong_file(tmp_path):
    folder = tmp_path / "sources"
    shutil.copytree(PROJECT / "settings" / "sources", folder)
    (folder / "wrong.yaml").write_text("bogus: 1\n", encoding="utf-8")
    return {"BAROMETER_SOURCES": str(folder)}


@pytest.mark.parametrize("arguments", [("search", "义乌"), ("claims", "--place", "Yiwu"), ("sources", "list")])
def test_a_wrong_source_file_is_told_in_a_line_and_stops_no_reading(barometer, with_a_wrong_file, arguments):
    done = barometer(*arguments, **with_a_wrong_file)
    assert done.returncode == 0
    assert done.stdout == barometer(*arguments).stdout
    assert len(done.stderr.splitlines()) == 1
    assert "wrong.yaml" in done.stderr


def test_a_run_needs_the_files_of_its_own_sources_only(barometer, with_a_wrong_file, tmp_path):
    beside = {**with_a_wrong_file, "BAROMETER_DATA": str(tmp_path / "var")}
    recorded = tmp_path / "pages"
    recorded.mkdir()
    (recorded / "SOURCES.tsv").write_text("", encoding="utf-8")
    assert barometer("run", "global_times", "--replay", str(recorded), **beside).returncode == 0
    refused = barometer("run", "wrong", **beside)
    assert refused.returncode == 1
    assert "wrong.yaml" in refused.stderr
    assert barometer("sources", "check", "wrong", **beside).returncode == 1
    every = barometer(
        "run", "--replay", str(recorded), **beside
    )  # the others run; the exit code tells of the wrong one
    assert every.returncode == 1
    assert "wrong.yaml" in every.stderr
