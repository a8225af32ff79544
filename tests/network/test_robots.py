"""What a robots.txt answer comes to: rules, status codes, redirects, age."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.network.robots import (
    LIFETIME,
    RobotsAnswer,
    RobotsDecision,
    RobotsOutcome,
    decide,
    redirect_target,
    robots_url,
)
from barometer.network.robots_text import BODY_LIMIT, decode_robots, normalise_robots

CORPUS = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "corpora/robots"
ROOT = Path(__file__).parents[2]
NOW = datetime(2025, 6, 18, 4, 0, tzinfo=UTC)
AGENT = "Barometer"


def corpus_rows(name: str) -> list[dict[str, Any]]:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the robots cases are not here: {path}")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def answer_with(text: str | bytes, status: int = 200) -> RobotsDecision:
    body = text.encode() if isinstance(text, str) else text
    return decide(RobotsAnswer(status, body), NOW)


def allows(text: str, path: str, agent: str = AGENT) -> bool:
    return answer_with(text).can_fetch(f"http://news.example{path}", agent)


# Percent-encoding of unencoded URLs and of unreserved characters is a matter of taste; Protego evens out both sides.
TASTE = {"ID_Encoding#3", "ID_Encoding#5", "ID_Encoding#6"}


def test_the_reference_cases_of_the_rfc_hold() -> None:
    rows = [row for row in corpus_rows("google_robotstxt.jsonl") if not row["google_only"]]
    wrong = {
        row["name"]
        for row in rows
        if answer_with(row["robots_txt"]).can_fetch(row["url"], row["user_agent"]) != row["allowed"]
    }
    assert len(rows) > 50
    assert wrong == TASTE


def test_of_all_sets_of_cases_only_those_are_decided_otherwise_that_have_a_reason() -> None:
    corpus_rows("google_robotstxt.jsonl")
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "robots.py")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_unknown_line_between_user_agents_does_not_close_the_group() -> None:
    text = "User-agent: Barometer\nNoindex: /x\nUser-agent: *\nDisallow: /\n"
    assert not allows(text, "/")


def test_a_crawl_delay_between_user_agents_does_not_close_the_group() -> None:
    text = "User-agent: Barometer\nCrawl-delay: 7\nUser-agent: Otherbot\nDisallow: /private\n"
    decision = answer_with(text)
    assert not decision.can_fetch("http://news.example/private/a", AGENT)
    assert decision.crawl_delay(AGENT) == timedelta(seconds=7)
    assert decision.crawl_delay("Otherbot") == timedelta(seconds=7)


def test_a_crawl_delay_after_the_rules_belongs_to_their_group_only() -> None:
    text = "User-agent: A\nDisallow: /a\nCrawl-delay: 3\nUser-agent: B\nDisallow: /b\nCrawl-delay: 9\n"
    decision = answer_with(text)
    assert decision.crawl_delay("A") == timedelta(seconds=3)
    assert decision.crawl_delay("B") == timedelta(seconds=9)
    assert decision.crawl_delay("C") is None


@pytest.mark.parametrize(
    "line", ["User-agent: Barometer news reader", "User-agent: barometer/1.0", "user agent Barometer"]
)
def test_only_the_product_token_of_a_user_agent_line_counts(line: str) -> None:
    text = f"{line}\nDisallow: /\n"
    assert not allows(text, "/a")
    assert allows(text, "/a", agent="Otherbot")


def test_a_byte_order_mark_does_not_hide_the_first_line() -> None:
    for mark in (b"\xef\xbb\xbf", b"\xbb\xbf", b"\xef"):
        assert not answer_with(mark + b"User-agent: *\nDisallow: /").can_fetch("http://news.example/a", AGENT)


def test_bytes_that_are_no_utf8_spoil_their_own_line_only() -> None:
    body = b"# \xd2\xe5\xce\xda\nUser-agent: *\nDisallow: /\xff\nDisallow: /closed\n"
    assert not answer_with(body).can_fetch("http://news.example/closed", AGENT)


def test_a_long_body_is_cut_at_a_line_end() -> None:
    filler = b"# filler\n" * (BODY_LIMIT // 9)
    body = b"User-agent: *\nDisallow: /first\n" + filler + b"Disallow: /last\n"
    decision = answer_with(body)
    assert not decision.can_fetch("http://news.example/first", AGENT)
    assert decision.can_fetch("http://news.example/last", AGENT)
    assert decode_robots(b"Disallow: /ab\n" * 100_000).endswith("/ab\n")


def test_robots_txt_itself_may_always_be_asked_for() -> None:
    for decision in (answer_with("User-agent: *\nDisallow: /"), answer_with("", status=503)):
        assert decision.can_fetch("http://news.example/robots.txt", AGENT)
        assert not decision.can_fetch("http://news.example/a", AGENT)


def test_sitemaps_are_listed_even_where_nothing_else_is() -> None:
    assert answer_with("Sitemap: http://news.example/map.xml\n").sitemaps == ("http://news.example/map.xml",)


def test_an_absurd_crawl_delay_is_a_day() -> None:
    assert answer_with("User-agent: *\nCrawl-delay: 1e300").crawl_delay(AGENT) == timedelta(hours=24)
    assert answer_with("User-agent: *\nCrawl-delay: soon").crawl_delay(AGENT) is None


def test_a_web_page_in_place_of_rules_allows_and_says_so() -> None:
    decision = answer_with("<!DOCTYPE html><title>404</title>")
    assert decision.outcome is RobotsOutcome.ALLOW_ALL
    assert "web page" in decision.reason


STORED = RobotsDecision(
    RobotsOutcome.RULES,
    "rules of the site",
    NOW - timedelta(hours=30),
    NOW - timedelta(hours=6),
    "User-agent: *\nDisallow: /closed",
)
ERRORS = {
    "DNS failure",
    "connection refused / reset",
    "connect or read timeout",
    "TLS error",
    "body cut short (Content-Length larger than body)",
    "undecodable Content-Encoding",
}
BODIES = {
    "200..299, body parses": b"User-agent: *\nDisallow: /closed",
    "200, empty body": b"",
    "200, body is HTML (soft 404, login wall)": b"<html><p>Disallow: /closed</p></html>",
    "200, body is binary or not UTF-8": b"\x00\xff\xfe\nUser-agent: *\nDisallow: /closed\n\xff",
    "body > 500 KiB": b"User-agent: *\nDisallow: /closed\n" + b"# filler\n" * 100_000,
}


def decide_row(condition: str) -> RobotsDecision | None:
    """Play one row of the status table; None for the rows about redirects and origin, which have their own tests."""
    if condition in BODIES:
        return decide(RobotsAnswer(200, BODIES[condition]), NOW)
    if condition in ERRORS:
        return decide(RobotsAnswer(200 if "body" in condition else None, b"User-agent: *", error=condition), NOW)
    if condition == "304 with stored copy":
        return decide(RobotsAnswer(304), NOW, STORED)
    if condition == "stored copy older than 24 h, server reachable":
        return decide(RobotsAnswer(200, b"User-agent: *\nDisallow: /new"), NOW, STORED)
    if condition == "stored copy older than 24 h, server unreachable":
        return decide(RobotsAnswer(503), NOW, STORED)
    if condition.startswith("300,304"):
        return decide(RobotsAnswer(304), NOW)
    if condition.startswith("520"):
        return decide(RobotsAnswer(525), NOW)
    return decide(RobotsAnswer(int(condition)), NOW) if condition.isdigit() else None


EXPECTED = {
    # outcome of the table: (outcome, may fetch /closed, may fetch /open)
    "parse": (RobotsOutcome.RULES, False, True),
    "parse_prefix": (RobotsOutcome.RULES, False, True),
    "allow_all": (RobotsOutcome.ALLOW_ALL, True, True),
    "use_cached": (RobotsOutcome.RULES, False, True),
    "refetch": (RobotsOutcome.RULES, True, True),
    "disallow_all": (RobotsOutcome.DISALLOW_ALL, False, False),
    "disallow_all_temporarily": (RobotsOutcome.DISALLOW_ALL, False, False),
}


def test_every_row_of_the_status_table_is_decided_right() -> None:
    played = 0
    for row in corpus_rows("rfc9309_status.jsonl"):
        decision = decide_row(row["condition"])
        if decision is None:
            continue
        played += 1
        got = (
            decision.outcome,
            decision.can_fetch("http://news.example/closed", AGENT),
            decision.can_fetch("http://news.example/open", AGENT),
        )
        assert got == EXPECTED[row["outcome"]], row["condition"]
    # The other four rows: redirects followed, redirects given up, robots.txt itself, another origin.
    assert played == 34


@pytest.mark.parametrize("status", [301, 304, 400, 401, 403, 404, 410, 412, 451])
def test_a_missing_robots_txt_allows_everything_for_a_day(status: int) -> None:
    decision = answer_with("", status)
    assert decision.can_fetch("http://news.example/a", AGENT)
    assert decision.expires_at == NOW + LIFETIME


@pytest.mark.parametrize("status", [100, 429, 500, 503, 599, 600, 999])
def test_an_answer_that_settles_nothing_forbids_everything_for_an_hour(status: int) -> None:
    decision = answer_with("", status)
    assert not decision.can_fetch("http://news.example/a", AGENT)
    assert str(status) in decision.reason
    assert decision.is_expired(NOW + timedelta(hours=1))
    assert not decision.is_expired(NOW + timedelta(minutes=59))


def test_retry_after_says_when_to_ask_again() -> None:
    decision = decide(RobotsAnswer(503, retry_after="7200"), NOW)
    assert decision.expires_at == NOW + timedelta(hours=2)
    assert decide(RobotsAnswer(429, retry_after="999999"), NOW).expires_at == NOW + timedelta(hours=24)


def test_stored_rules_stand_in_for_a_month_and_no_longer() -> None:
    timeout = RobotsAnswer(error="timeout")
    decision = decide(timeout, NOW, STORED)
    assert (decision.text, decision.fetched_at) == (STORED.text, STORED.fetched_at)
    assert decision.expires_at == NOW + timedelta(hours=1)
    later = STORED.fetched_at + timedelta(days=31)
    assert decide(timeout, later, STORED).outcome is RobotsOutcome.DISALLOW_ALL


def test_unreachable_after_unreachable_still_forbids() -> None:
    first = decide(RobotsAnswer(503), NOW)
    for second in (RobotsAnswer(503), RobotsAnswer(error="timeout")):
        assert decide(second, NOW, first).outcome is RobotsOutcome.DISALLOW_ALL


def test_unchanged_rules_are_young_again() -> None:
    assert decide(RobotsAnswer(304), NOW, STORED).expires_at == NOW + LIFETIME


def follow(hops: dict[str, str], url: str) -> list[str]:
    asked = [url]
    while target := redirect_target(asked[-1], 301, hops.get(asked[-1]), tuple(asked)):
        asked.append(target)
    return asked


def test_five_redirects_are_followed_and_the_sixth_is_not() -> None:
    hops = {f"http://news.example/{n}": f"/{n + 1}" for n in range(10)}
    assert follow(hops, "http://news.example/0")[-1] == "http://news.example/5"


def test_redirects_lead_to_other_hosts_and_stop_at_a_loop() -> None:
    hops = {
        "http://news.example/robots.txt": "https://www.news.example/robots.txt",
        "https://www.news.example/robots.txt": "http://news.example/robots.txt",
    }
    assert follow(hops, "http://news.example/robots.txt") == list(hops)


@pytest.mark.parametrize(
    ("status", "location"),
    [(301, None), (301, ""), (300, "/a"), (304, "/a"), (404, "/a"), (302, "file:///etc/x"), (302, "http://[")],
)
def test_an_unusable_redirect_is_a_last_answer(status: int, location: str | None) -> None:
    url = "http://news.example/robots.txt"
    assert redirect_target(url, status, location, (url,)) is None


def test_rules_hold_for_one_scheme_host_and_port() -> None:
    assert robots_url("http://user:word@News.example:80/a?b#c") == "http://news.example/robots.txt"
    assert robots_url("https://news.example/a") == "https://news.example/robots.txt"
    assert robots_url("http://news.example:8080/a") == "http://news.example:8080/robots.txt"
    assert robots_url("mailto:a@news.example") is None
    assert robots_url("http://[") is None


@given(st.binary(max_size=400))
def test_any_body_gives_a_decision(body: bytes) -> None:
    decision = answer_with(body)
    decision.can_fetch("http://news.example/a", AGENT)
    decision.crawl_delay(AGENT)
    assert isinstance(decision.sitemaps, tuple)


LINES = st.lists(
    st.sampled_from(
        ["User-agent: a", "User-agent: b", "Allow: /x", "Disallow: /", "Crawl-delay: 2", "Noindex: /", "", "# c"]
    )
)


@given(LINES)
def test_normalising_twice_changes_nothing(lines: list[str]) -> None:
    once = normalise_robots("\n".join(lines))
    assert normalise_robots(once) == once


@given(LINES)
def test_lines_the_rfc_does_not_know_change_no_rule(lines: list[str]) -> None:
    known = [line for line in lines if not line.startswith("Noindex")]
    for agent in ("a", "b", "c"):
        for path in ("/", "/x"):
            assert allows("\n".join(lines), path, agent) == allows("\n".join(known), path, agent)
