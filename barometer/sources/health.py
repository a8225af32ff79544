"""How a source does: what its last runs saw, judged by what its file expects. Pure: facts in, one verdict out.

Told apart are a site that refuses (blocked), one that does not answer (unreachable), pages that changed their markup
(broken template), a part of what is expected missing (degraded), nothing new for longer than the source is ever quiet
(silent), and nothing new for now (no news). One failed request, or one failed run after a good one, is no alarm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from barometer.sources.schema import Expect, Source

WEEK = timedelta(days=7)
SURE = 3  # tries without an answer, or pages alike, from which on it is no accident
FEWEST_PAGES = 2  # pages that a template is judged by
MOST = 0.5  # from this share on the whole counts as such
LACKING = 0.3  # share of requests that fail from which on a source is degraded
LEAST_ASKED = 5  # requests that a share of failures is judged by
PAGE = "page"  # what an article misses whose page could not be read
JUDGED = 5  # articles of a week that shares are judged by
SHORTEST_SILENCE, LONGEST_SILENCE = timedelta(days=1), timedelta(days=14)


class State(StrEnum):
    """How a source does."""

    OK = "ok"
    NO_NEWS = "no news"
    SILENT = "silent"
    BROKEN_TEMPLATE = "broken template"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    DEGRADED = "degraded"
    UNCONFIGURED = "unconfigured"
    UNKNOWN = "not crawled yet"


ALARMS = frozenset({State.SILENT, State.BROKEN_TEMPLATE, State.BLOCKED, State.UNREACHABLE, State.DEGRADED})


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """One address in one run: what it came to at last, after how many tries."""

    url: str
    is_listing: bool
    outcome: str
    problem: str = ""
    tries: int = 1
    links: int | None = None  # of a listing that was read
    missed: tuple[str, ...] | None = None  # of an article that was read: fields whose selectors found nothing


@dataclass(frozen=True, slots=True)
class RunSeen:
    """One run of the source."""

    at: datetime
    requests: tuple[RequestSeen, ...]
    new_articles: int = 0
    alike: int = 0  # new articles of one and the same text, at most
    closed: str = ""  # why a host was closed, where its robots.txt could not be had


@dataclass(frozen=True, slots=True)
class WeekSeen:
    """The articles that were new in the last seven days."""

    articles: int = 0
    dated: int = 0
    titled: int = 0
    in_language: int = 0
    on_topic: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that is judged: runs from the last one back, the week, since when the source is watched."""

    runs: Sequence[RunSeen] = ()
    week: WeekSeen = WeekSeen()
    since: datetime | None = None
    last_new: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """The verdict: the state, why in one line, an address to look at, the selectors that stopped matching."""

    state: State
    reason: str = ""
    sample: str | None = None
    selectors: Mapping[str, tuple[str, ...]] | None = None
    note: str = ""  # what is worth saying and no alarm

    @property
    def is_alarm(self) -> bool:
        """Whether somebody should look."""
        return self.state in ALARMS


REFUSED = frozenset({"blocked", "login"})
FAILED = frozenset({"failed", "quarantined"})
READ = frozenset({"listing", "unchanged"})  # of lists


def judge_health(source: Source, seen: Seen, now: datetime) -> Health:
    """Give how the source does."""
    if not source.configured:
        return Health(State.UNCONFIGURED, f"it needs {', '.join(source.needs) or 'entry points'}")
    if not seen.runs:
        return Health(State.UNKNOWN)
    asked = [one for one in seen.runs if one.requests or one.closed]  # one that had nothing to ask for tells nothing
    last, *earlier = asked or seen.runs
    seen = replace(seen, runs=(last, *earlier))
    found = _refusal(last) or _no_answer(last, earlier)
    if found is not None:
        return found
    found = _lost_lists(last, earlier) or _broken_lists(source, last, earlier) or _broken_template(source, seen.runs)
    return found or _degraded(source, last, seen, now) or _volume(source, seen, now)


def _refusal(run: RunSeen) -> Health | None:
    """Judge whether the site refuses: all lists, or most of its pages, or one page in place of them all."""
    lists = [one for one in run.requests if one.is_listing]
    refused = [one for one in run.requests if one.outcome in REFUSED]
    all_lists = bool(lists) and all(one.outcome in REFUSED for one in lists)
    pages = [one for one in run.requests if not one.is_listing]
    refused_pages = [one for one in pages if one.outcome in REFUSED]
    most_pages = len(refused_pages) >= FEWEST_PAGES and len(refused_pages) >= MOST * len(pages)
    if all_lists or most_pages:
        what = f"{len(refused)} of {len(run.requests)} addresses are refused"
        return Health(State.BLOCKED, f"{what}: {refused[0].problem}", refused[0].url)
    if run.alike >= SURE and run.alike >= MOST * max(1, run.new_articles):
        read = next((one.url for one in pages if one.outcome in {"article", "off_topic"}), None)
        return Health(State.BLOCKED, f"{run.alike} addresses gave one and the same text: a wall, not articles", read)
    return None


def _no_answer(run: RunSeen, earlier: Sequence[RunSeen]) -> Health | None:
    """Judge whether nothing answered: after some tries, or not for the first time."""
    answered = [one for one in run.requests if one.outcome not in FAILED]
    if answered:
        return None
    tries = sum(one.tries for one in run.requests)
    told = run.closed or next((one.problem for one in run.requests), "") or "nothing could be asked for"
    sample = next((one.url for one in run.requests), None)
    before = bool(earlier) and all(one.outcome in FAILED for one in earlier[0].requests)
    if tries >= SURE or before or run.closed or not earlier:
        return Health(State.UNREACHABLE, told, sample)
    return Health(State.OK, note=f"the last run got no answer, once: {told}")


def _lost_lists(run: RunSeen, earlier: Sequence[RunSeen]) -> Health | None:
    """Judge whether no list is there any more, though its site answers: one such run after a good one is no alarm."""
    lists = _unread_lists(run)
    if not lists or all(one.outcome in FAILED for one in lists):
        return None
    told = f"none of its lists can be read: {lists[0].outcome}, {lists[0].problem or 'no list'}"
    if not earlier or _unread_lists(earlier[0]):
        return Health(State.BROKEN_TEMPLATE, f"{told}; has its address changed?", lists[0].url)
    return Health(State.OK, note=f"in the last run {told}")


def _unread_lists(run: RunSeen) -> list[RequestSeen]:
    """Give the lists of a run in which none was read."""
    lists = [one for one in run.requests if one.is_listing]
    return [] if any(one.outcome in READ for one in lists) else lists


def _broken_lists(source: Source, run: RunSeen, earlier: Sequence[RunSeen]) -> Health | None:
    """Judge whether the lists are read and name nothing any more."""
    lists = [one for one in run.requests if one.is_listing and one.links is not None]
    if not lists or any(one.links for one in lists):
        return None
    before = any(one.links for each in earlier for one in each.requests if one.is_listing)
    more = "since it did before" if before else "of the source's URL rules"
    selectors = {"links": source.links} if source.links else {}
    told = f"no list has a link that the rules know, {more}"
    return Health(State.BROKEN_TEMPLATE, told, lists[0].url, {**selectors, "articles": source.articles})


def _broken_template(source: Source, runs: Sequence[RunSeen]) -> Health | None:
    """Judge the pages read last, as many as it takes to be sure, by the fields that their template missed."""
    if not source.select:
        return None
    recent: list[RequestSeen] = []
    older: list[RequestSeen] = []
    for run in runs:
        into = recent if len(recent) < FEWEST_PAGES else older
        into += [one for one in run.requests if one.missed is not None]
    if len(recent) < FEWEST_PAGES:
        return None
    for field in ("body", "title", "published"):
        missing = [one for one in recent if field in (one.missed or ())]
        before = [one for one in older if field in (one.missed or ())]
        usual = len(before) / len(older) if older else 0.0
        if len(missing) >= FEWEST_PAGES and len(missing) >= max(MOST, 2 * usual) * len(recent):
            selectors = tuple(dict.fromkeys(each for one in source.select for each in getattr(one, field)))
            told = f"`{field}` finds nothing on {len(missing)} of the last {len(recent)} pages"
            return Health(State.BROKEN_TEMPLATE, told, missing[0].url, {field: selectors})
    return None


def _degraded(source: Source, run: RunSeen, seen: Seen, now: datetime) -> Health | None:
    """Judge whether a part of what is expected is missing."""
    lost = [one for one in run.requests if one.outcome in FAILED | REFUSED]
    lists = [one for one in lost if one.is_listing]
    if lists:
        told = f"{len(lists)} of its lists cannot be read: {lists[0].problem}"
        if any(one.tries >= SURE or one.outcome in REFUSED for one in lists):
            return Health(State.DEGRADED, told, lists[0].url)
    pages = [one for one in run.requests if one.missed is not None]
    unseen = [one for one in pages if PAGE in (one.missed or ())]
    if len(unseen) >= FEWEST_PAGES and len(unseen) >= MOST * len(pages):
        told = f"{len(unseen)} of {len(pages)} articles are told by a feed only: {unseen[0].problem}"
        return Health(State.DEGRADED, told, unseen[0].url)
    if len(run.requests) >= LEAST_ASKED and len(lost) >= LACKING * len(run.requests):
        told = f"{len(lost)} of {len(run.requests)} addresses failed: {lost[0].problem}"
        return Health(State.DEGRADED, told, lost[0].url)
    told = _outside_bands(source.expect, seen, now)
    return Health(State.DEGRADED, told) if told else None


def _outside_bands(expect: Expect, seen: Seen, now: datetime) -> str:
    """Give what the week lacks, the worst first; empty where all is as expected."""
    week = seen.week
    shares = (
        ("have a publish time", week.dated, week.articles, expect.dated),
        ("have a title", week.titled, week.articles, expect.titled),
        ("are in the source's language", week.in_language, week.articles, expect.in_language),
    )
    for what, number, of, least in shares:
        if least is not None and of >= JUDGED and number < least * of:
            return f"{number} of {of} articles of the week {what}; {least:.0%} are expected"
    least_claims = expect.claims_per_article
    if least_claims is not None and week.on_topic >= JUDGED and week.claims < least_claims * week.on_topic:
        mean = week.claims / week.on_topic
        return f"{mean:.1f} claims in an article of the week; {least_claims:g} are expected"
    band = expect.articles_per_week
    if band is None or seen.since is None:
        return ""
    if week.articles > band[1] and now - seen.since >= WEEK:  # the first days bring what had gathered
        return f"{week.articles} new articles in a week, at most {band[1]} are expected: do the rules take in too much?"
    if week.articles < band[0] and now - seen.since >= WEEK and not _is_long(seen, expect, now):
        return f"{week.articles} new articles in a week, at least {band[0]} are expected"
    return ""


def _volume(source: Source, seen: Seen, now: datetime) -> Health:
    """Judge by what is new, where nothing is wrong with what was asked for."""
    last = seen.runs[0]
    lost = [one for one in last.requests if one.outcome in FAILED | REFUSED]
    note = f"{len(lost)} of {len(last.requests)} addresses failed in the last run" if lost else ""
    if last.new_articles:
        return Health(State.OK, note=note)
    if _is_long(seen, source.expect, now):
        told = f"nothing new since {seen.last_new:%Y-%m-%d}" if seen.last_new else "it has never brought an article"
        return Health(State.SILENT, f"{told}, though its lists are read", _list_of(last))
    return Health(State.NO_NEWS, "its lists are read and name nothing new", note=note)


def _is_long(seen: Seen, expect: Expect, now: datetime) -> bool:
    """Tell whether the source is quiet for longer than it may be: the time in which three articles were expected."""
    quiet_since = max((each for each in (seen.last_new, seen.since) if each is not None), default=now)
    least = expect.articles_per_week[0] if expect.articles_per_week else 1
    allowed = WEEK * SURE / least if least else LONGEST_SILENCE
    return now - quiet_since > min(max(allowed, SHORTEST_SILENCE), LONGEST_SILENCE)


def _list_of(run: RunSeen) -> str | None:
    return next((one.url for one in run.requests if one.is_listing), None)
