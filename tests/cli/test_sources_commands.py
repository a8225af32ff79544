"""`barometer sources`: what a person is told of a source, and of what is wrong with a command."""

import json

import pytest

PEOPLE = "demo/edition-1/people-zj/c186327-41260001.html"
ADDRESS = "http://zj.people.com.cn/n2/2025/0618/c186327-41260001.html"


def test_health_tells_each_source_apart(barometer):
    done = barometer("sources", "health", "--json", BAROMETER_MORE_SOURCES="demo/sources")
    states = {told["source"]: told for told in map(json.loads, done.stdout.splitlines())}
    assert states["people"]["state"] in {"ok", "no news"}
    assert states["people"]["articles_in_a_week"] > 10
    assert states["reuters"]["state"] == "unconfigured"
    assert done.returncode == int(any(told["alarm"] for told in states.values()))


def test_check_says_what_would_be_fetched_and_why_not(barometer):
    told = barometer("sources", "check", "people").stdout
    assert "5 s between two requests, 500 pages a run" in told
    assert "http://zj.people.com.cn: rules of the site" in told
    assert "due 20" in told  # the ladder of visits
    assert "it needs a subscription" in barometer("sources", "check", "reuters").stdout.replace("\n", " ")


def test_check_shows_what_each_selector_finds(barometer):
    done = barometer("sources", "check", "people", PEOPLE, "--url", ADDRESS)
    assert done.returncode == 0, done.stderr
    assert "counts as article: `articles` has" in done.stdout
    assert "people:41260001" in done.stdout
    assert "2025-06-18T08:12:00+08:00 (minute)" in done.stdout
    assert "template  1 fits" in done.stdout
    assert "nothing at .zdfy" in done.stdout
    assert "template 2 does not fit: no #rwb_zw" in done.stdout


def test_check_says_why_an_address_is_not_followed(barometer):
    done = barometer("sources", "check", "global_times", PEOPLE, "--url", ADDRESS)
    assert "nothing that is followed: its host is none of the source's: globaltimes.cn" in done.stdout


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("check", "nobody"), 2, "no source nobody; there are: "),
        (("check", "people", "missing.html"), 2, "missing.html: no such file, and no address"),
        (("check", "people", "http://127.0.0.1:1/"), 1, "127.0.0.1 is not a public address"),
        (("health", "nobody"), 2, "no source nobody"),
        (("add", "http://127.0.0.1:1/", "--name", "people"), 2, "there is a source people already"),
        (("record", "people", "Bad Case", PEOPLE), 2, "names no case"),
    ],
)
def test_a_mistake_is_told_in_one_line(barometer, command, code, told):
    done = barometer("sources", *command)
    assert done.returncode == code
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_walk_into_the_future_is_a_mistake(barometer):
    done = barometer("crawl", "people", "--since", "2999-01-01")
    assert (done.returncode, "in the future" in done.stderr) == (2, True)
