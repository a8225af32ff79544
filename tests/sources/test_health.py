"""How a source does, told from what its last runs saw: kinds of trouble are told apart, an accident is no alarm."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from barometer.sources import Source
from barometer.sources.health import Health, RequestSeen, RunSeen, Seen, State, WeekSeen, judge_health

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
SOURCE = Source.model_validate(
    {
        "id": "news",
        "name": {"zh": "新闻", "en": "News"},
        "publisher": "commercial",
        "language": "zh",
        "hosts": ["news.example"],
        "entry": ["https://news.example/"],
        "articles": [r"/(?P<key>\d+)\.html"],
        "links": [".list"],
        "select": [{"body": "#text", "title": "h1", "published": ".time"}, {"body": "#old"}],
        "expect": {"articles_per_week": [7, 70], "dated": 0.9, "in_language": 0.8, "claims_per_article": 1},
    }
)
LIST = RequestSeen("https://news.example/", True, "listing", links=20)


def page(number: int, outcome: str = "article", **more) -> RequestSeen:
    return RequestSeen(
        f"https://news.example/{number}.html",
        False,
        outcome,
        **{"missed": None if outcome != "article" else (), **more},
    )


def run(*requests: RequestSeen, new: int = 0, days_ago: float = 0, **more) -> RunSeen:
    return RunSeen(NOW - timedelta(days=days_ago), requests, new, **more)


GOOD = run(LIST, page(1), page(2), page(3), new=3)
WEEK = WeekSeen(articles=20, dated=20, titled=20, in_language=20, on_topic=10, claims=60)


def judged(*runs: RunSeen, week: WeekSeen = WEEK, since: float = 30, last_new: float | None = 0.2) -> Health:
    newest = NOW - timedelta(days=last_new) if last_new is not None else None
    return judge_health(SOURCE, Seen(runs, week, NOW - timedelta(days=since), newest), NOW)


def test_a_source_that_brings_what_is_expected_is_ok():
    assert judged(GOOD).state is State.OK


def test_nothing_new_for_now_is_no_alarm_and_for_long_it_is():
    quiet = run(LIST)
    assert judged(quiet, GOOD, last_new=2).state is State.NO_NEWS
    found = judged(quiet, GOOD, last_new=3.1)  # seven a week: three are due in three days
    assert (found.state, found.sample) == (State.SILENT, LIST.url)
    assert "nothing new since 2026-03-07" in found.reason
    assert judged(quiet, since=2, last_new=None).state is State.NO_NEWS  # not watched for long enough
    assert judged(quiet, since=4, last_new=None).state is State.SILENT


def test_a_template_that_stopped_matching_is_told_with_its_selectors_and_a_page():
    for field, selectors in (("body", ("#text", "#old")), ("title", ("h1",)), ("published", (".time",))):
        broken = run(LIST, *(page(number, missed=(field,)) for number in range(4, 7)), new=3)
        found = judged(broken, GOOD)
        assert (found.state, found.selectors) == (State.BROKEN_TEMPLATE, {field: selectors})
        assert found.sample == "https://news.example/4.html"
        assert "3 of the last 3 pages" in found.reason


def test_pages_without_any_article_are_a_broken_template_too():
    broken = run(LIST, page(4, "empty", missed=("body",)), page(5, "empty", missed=("body",)))
    assert judged(broken, GOOD).state is State.BROKEN_TEMPLATE


def test_one_odd_page_is_no_broken_template_and_few_pages_are_judged_over_several_runs():
    odd = run(LIST, page(4, missed=("body",)), new=1)
    assert judged(odd, GOOD).state is State.OK
    assert judged(run(LIST), odd, replace(odd, new_articles=1), GOOD).state is State.BROKEN_TEMPLATE


def test_what_a_template_always_lacked_for_some_pages_is_no_change():
    usual = run(LIST, *(page(number, missed=("published",) if number % 2 else ()) for number in range(10)), new=3)
    assert judged(usual, usual).state is State.OK


def test_lists_that_name_nothing_any_more_are_a_broken_template():
    found = judged(run(replace(LIST, links=0)), GOOD)
    assert (found.state, found.sample) == (State.BROKEN_TEMPLATE, LIST.url)
    assert found.selectors == {"links": (".list",), "articles": SOURCE.articles}
    assert judged(run(replace(LIST, links=0), replace(LIST, url="https://news.example/2")), GOOD).state is State.NO_NEWS


@pytest.mark.parametrize(
    "refused",
    [
        run(RequestSeen(LIST.url, True, "blocked", "HTTP 403: the site refuses")),
        run(LIST, page(4, "login", problem="HTTP 401"), page(5, "login", problem="HTTP 401")),
        run(LIST, *(page(number) for number in range(4)), new=4, alike=4),
    ],
    ids=["lists", "pages", "one text for all"],
)
def test_a_site_that_refuses_is_blocked(refused):
    found = judged(refused, GOOD)
    assert found.state is State.BLOCKED
    assert found.sample is not None


def test_two_copies_of_one_text_are_no_wall():
    assert judged(run(LIST, page(4), page(5), page(6), new=3, alike=2)).state is State.OK


def test_a_site_that_does_not_answer_is_unreachable_but_not_for_one_accident():
    once = run(RequestSeen(LIST.url, True, "failed", "HTTP 503"))
    assert judged(once, GOOD).state is State.OK
    assert "once: HTTP 503" in judged(once, GOOD).note
    tried = run(RequestSeen(LIST.url, True, "failed", "HTTP 503", tries=5))
    assert judged(tried, GOOD).state is State.UNREACHABLE  # within one run
    assert judged(once, once, GOOD).state is State.UNREACHABLE  # or twice in a row
    closed = run(closed="https://news.example: robots.txt cannot be reached (HTTP 500)")
    assert judged(closed, GOOD).reason.endswith("(HTTP 500)")
    assert judged(GOOD, tried).state is State.OK  # it has recovered by itself


def test_a_page_that_fails_among_others_is_told_and_no_alarm():
    found = judged(run(LIST, page(1), page(2), page(3, "failed", problem="timeout"), new=2))
    assert (found.state, found.note) == (State.OK, "1 of 4 addresses failed in the last run")
    many = run(LIST, page(1), page(2), *(page(number, "failed", problem="timeout") for number in range(3, 6)), new=2)
    assert judged(many).state is State.DEGRADED


def test_a_list_that_fails_among_others_is_degraded():
    second = RequestSeen("https://news.example/2", True, "failed", "HTTP 500", tries=5)
    found = judged(run(LIST, second, page(1), new=1), GOOD)
    assert (found.state, found.sample) == (State.DEGRADED, second.url)
    assert judged(run(LIST, replace(second, tries=1), page(1), new=1), GOOD).state is State.OK


def test_lists_that_are_gone_are_no_quiet_day():
    gone = run(replace(LIST, outcome="gone", links=None, problem="404 Not Found"))
    found = judged(gone, since=1, last_new=None)
    assert (found.state, found.sample) == (State.BROKEN_TEMPLATE, LIST.url)
    assert "404 Not Found" in found.reason
    assert judged(gone, gone, GOOD).is_alarm
    once = judged(gone, GOOD)
    assert not once.is_alarm
    assert "404 Not Found" in once.note


def test_a_run_that_had_nothing_to_ask_for_tells_nothing():
    assert judged(run(), GOOD) == judged(GOOD)
    assert judged(run(), run(), GOOD) == judged(GOOD)


@pytest.mark.parametrize(
    ("week", "told"),
    [
        (replace(WEEK, dated=10), "10 of 20 articles of the week have a publish time; 90% are expected"),
        (replace(WEEK, in_language=9), "9 of 20 articles of the week are in the source's language; 80% are expected"),
        (replace(WEEK, claims=2), "0.2 claims in an article of the week; 1 are expected"),
        (replace(WEEK, articles=71, dated=71, in_language=71), "at most 70 are expected"),
        (WeekSeen(articles=3), "3 new articles in a week, at least 7 are expected"),
    ],
)
def test_a_week_outside_the_bands_is_degraded(week, told):
    found = judged(GOOD, week=week)
    assert found.state is State.DEGRADED
    assert told in found.reason


def test_the_first_days_are_not_held_against_the_bands():
    assert judged(GOOD, week=replace(WEEK, articles=400, dated=400, in_language=400), since=3).state is State.OK
    assert judged(GOOD, week=WeekSeen(articles=3), since=3).state is State.OK


def test_a_source_that_lacks_something_or_was_never_crawled_is_no_alarm():
    lacking = SOURCE.model_copy(update={"needs": ("a cookie",)})
    assert judge_health(lacking, Seen(), NOW) == Health(State.UNCONFIGURED, "it needs a cookie")
    assert judge_health(SOURCE, Seen(), NOW).state is State.UNKNOWN
    assert not judge_health(SOURCE, Seen(), NOW).is_alarm
