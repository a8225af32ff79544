import json
import re
from pathlib import Path

from sqlalchemy import create_engine, text

from barometer.config import PROJECT
from barometer.sources import load_sources


def totals(printed: str) -> dict[str, int]:
    row = re.search(r"^all +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)", printed, re.MULTILINE)
    assert row, printed
    return dict(zip(("requests", "articles", "new", "claims", "problems"), map(int, row.groups()), strict=True))


def query(data: Path, statement: str) -> list[tuple]:
    engine = create_engine(f"sqlite:///{data / 'demo' / 'record.sqlite3'}")
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_says_what_was_found_and_what_to_type_next(sample):
    _, printed = sample
    found = totals(printed)
    assert found["requests"] >= 90
    assert found["new"] >= 55
    assert found["claims"] >= 500
    assert "What they say" in printed
    assert "barometer search" in printed


def test_the_readme_shows_what_the_run_prints(sample):
    """Where this fails, the README wants the lines that are printed now."""
    _, printed = sample
    readme = (PROJECT / "README.md").read_text("utf-8")
    block = readme.partition("ends with what it found:\n\n")[2].partition("\n\n")[0]
    shown = [" ".join(line.split()) for line in block.splitlines() if line.strip() not in {"", "…"}]
    there = " ".join(printed.split())
    assert len(shown) >= 4
    assert [line for line in shown if line not in there] == [], printed


def test_tells_the_outcomes_that_are_no_articles(sample):
    data, printed = sample
    assert re.search(r"gone +HTTP 404", printed)
    assert re.search(r"expired +链接已过期", printed)
    outcomes = {row[0] for row in query(data, "select distinct outcome from fetches")}
    assert outcomes >= {"gone", "expired", "violation", "blocked", "login", "empty", "quarantined", "off_topic"}


def test_every_transport_brings_articles(sample):
    data, _ = sample
    brought = {row[0] for row in query(data, "select distinct source_id from articles")}
    sources = load_sources(PROJECT / "settings" / "sources", PROJECT / "demo" / "sources")
    transports = {sources[name].transport for name in brought}
    assert transports >= {"html", "feed", "json", "jpage", "newspaper", "wechat", "weibo"}
    found = [row[0] for row in query(data, "select url from requests where outcome in ('article', 'off_topic')")]
    for named_only_by in ("40500021.html", "40500022.html", "010280003.shtml", "1229187636_60000003.html"):
        assert any(url.endswith(named_only_by) for url in found), (
            f"a feed, a search, a sitemap, page two: {named_only_by}"
        )


def test_a_post_is_shown_where_a_person_reads_it_and_a_share_leads_to_its_article(sample):
    data, _ = sample
    urls = {row[0]: row[1] for row in query(data, "select url, source_id from articles where redirect_to is null")}
    assert urls["https://m.weibo.cn/status/DemoLong1"] == "yiwu_fabu_weibo"
    assert sum(1 for name in urls.values() if name == "yiwu_fabu") == 4


def test_the_seeds_figures_are_claims(sample, barometer):
    claims = [json.loads(line) for line in barometer("export", "claims").stdout.splitlines()]
    told = {(float(claim["value"]), claim["unit"]) for claim in claims}
    for seed in [
        (16.29, "percent"),
        (2.1e6, "product"),
        (3.2e7, "person"),
        (2.1e6, "company"),
        (200, "country"),
        (15000, "person"),
        (8000, "company"),
        (2e5, "person"),
        (1e6, "company"),
        (175700, "company"),
        (48.33, "percent"),
        (6e5, "company"),
        (260000, "company"),
        (2.63e12, "CNY"),
        (10.8, "percent"),
    ]:
        assert seed in told, seed


def test_an_article_of_two_pages_is_one(sample):
    data, _ = sample
    parts = query(data, "select root_id, count(*) from article_parts group by root_id having count(*) > 1")
    assert len(parts) == 1
    assert query(data, f"select count(*) from articles where root_id = {parts[0][0]}") == [(1,)]


def test_football_is_recorded_without_claims(sample):
    data, _ = sample
    rows = query(data, "select a.extraction_id from articles a where a.outcome = 'off_topic'")
    assert rows
    assert all(row == (None,) for row in rows)


def test_again_fetches_nothing_unchanged_and_then_a_correction_keeps_the_claims_id(sample, barometer, tmp_path):
    data, _ = sample
    before = {row["id"]: row for row in map(json.loads, barometer("export", "claims").stdout.splitlines())}
    again = totals(barometer("demo").stdout)
    assert (again["articles"], again["new"], again["claims"]) == (0, 0, 0)
    assert query(data, "select count(*) from fetches where status = 200 and outcome = 'unchanged'") == [(0,)]
    later = barometer("demo", "--edition", "2")
    assert later.returncode == 0
    assert re.search(r"Corrected\n  236 million parcels +\(before: 231 million parcels\)", later.stdout), later.stdout
    after = {row["id"]: row for row in map(json.loads, barometer("export", "claims").stdout.splitlines())}
    changed = [name for name in before.keys() & after.keys() if before[name]["value"] != after[name]["value"]]
    assert len(changed) >= 1
    assert before[changed[0]]["url"] == after[changed[0]]["url"]
    assert query(data, "select count(*) from revisions where number = 2") == [(1,)]
