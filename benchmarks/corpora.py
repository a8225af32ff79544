"""How the readers of lists, addresses and times fare on shared collections of hard cases: right, wrong, and why.

python benchmarks/corpora.py [feeds|sitemaps|url|dates] [--wrong] [--shared FOLDER]
"""

import argparse
import base64
import datetime as dt
import gzip
import io
import json
import os
import sys
import warnings
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from barometer.articles import read
from barometer.articles.charset import decode
from barometer.articles.feeds import address_of, json_feed_entries
from barometer.articles.json_document import parse_json
from barometer.articles.sitemaps import sitemap_entries, sitemap_kind, told_moment, unpacked
from barometer.articles.times import date_in_url, parse_time
from barometer.errors import ReadError
from barometer.model import OutcomeKind, Precision, RequestKind
from barometer.sources import Source, canonical_url

# Cases whose note leaves the answer open: least and most addresses that count as right, with what was decided.
LEFT_OPEN = {
    "index_self_loop": (0, 1),  # a list that names itself is not asked for again
    "index_5000": (50, 5000),  # children are capped
    "over_50000": (2000, 50_001),  # so are links of one list
    "control_chars": (1, 2),
    "truncated": (8, 9),
    "gz_truncated": (1, 100_000),
    "gz_bomb_64mb": (0, 2000),
}
# What stays wrong, and why: what the name of the case, or what was expected of it, begins with or holds.
REASONS = {
    "feeds": {
        "tests/wellformed/http/headers_content_location": "the address that was asked for is the base, not a header",
        "tests/wellformed/http/headers_": "ETag and Last-Modified are the crawler's to read, not the feed reader's",
        "tests/wellformed/itunes/": "a podcast's flag, which no list of articles uses; so in feedparser's next release",
    },
    "dates": {"(second)": "no second is told; of 2026-01-29 21:09 and its like the same file says minute"},
}
LEAST = {"feeds": 2096, "sitemaps": 77, "url": 891, "dates": 282}
# What feedparser's tests get from its own test server, with that server's headers and address.
SERVED = ("tests/wellformed/base/http_", "tests/wellformed/http/", "tests/wellformed/lang/http_")
SERVER = {"content-type": "application/xml"}
NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
NO_REASON = "NO REASON"
SITE = "https://news.example.test/"
Verdict = tuple[str, bool | None, str]  # name of the case, right or wrong (None: not asked), what was wrong


def main() -> int:
    """Print the counts of each collection; exit 1 when one is worse than what tests hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *JUDGES], default=[])
    parser.add_argument("--wrong", action="store_true", help="each case that is wrong, with why")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("BAROMETER_SHARED", _beside())))
    options = parser.parse_args()
    worse = False
    for name in options.names or JUDGES:
        verdicts = list(JUDGES[name](options.shared / "corpora"))
        counts = Counter(verdict for _, verdict, _ in verdicts)
        print(f"{name:9} right {counts[True]:5}  wrong {counts[False]:4}  not asked {counts[None]:4}")
        missed = max(0, LEAST[name] - counts[True])
        worse = worse or missed > 0
        wrong = [(case, told) for case, verdict, told in verdicts if verdict is False]
        for why, number in Counter(_reason(name, case, told) for case, told in wrong).items():
            print(f"    {number:4}  {why}")
            worse = worse or why == NO_REASON
        if options.wrong:
            for case, told in wrong:
                print(f"    {case}: {told}"[:300])
    return 1 if worse else 0


def _reason(collection: str, case: str, told: str) -> str:
    reasons = REASONS.get(collection, {})
    return next((why for part, why in reasons.items() if case.startswith(part) or part in told), NO_REASON)


def judge_feeds(folder: Path) -> Iterator[Verdict]:
    """Read each feed as a list, which may raise nothing, then ask what feedparser's own tests expect of it.

    The expectations are those of feedparser's main branch; they are Python, and evaluated here only.
    """
    for line in (folder / "feeds" / "feedparser.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        body = base64.b64decode(case["content_base64"])
        headers = {name.lower(): value for name, value in (case["headers"] or {}).items()}
        outcome = read(body, headers, SITE + "feed.xml", _source(), RequestKind.LISTING, NOW)
        if outcome.kind is OutcomeKind.QUARANTINED:
            yield case["path"], False, f"reading it failed: {outcome.problem}"
        elif case["category"] == "json":
            items = list(json_feed_entries(parse_json(body.decode()), _source(), NOW))
            yield case["path"], bool(items) and all(item.address and item.title for item in items), str(items)
        else:
            if case["path"].startswith(SERVED):
                headers = SERVER | {"content-location": f"http://127.0.0.1:8097/{case['path']}"} | headers
            yield case["path"], *_holds(case["expect"], body, headers)


def _holds(expect: str, body: bytes, headers: dict[str, str]) -> tuple[bool, str]:
    told = feedparser.parse(io.BytesIO(body), response_headers=headers)
    for entry in told.entries:
        if "link" in entry:
            entry["link"] = address_of(entry)  # as the reader of lists takes it
    try:
        return bool(eval(expect, {"datetime": dt, "feedparser": feedparser.exceptions}, told)), expect
    except Exception as error:  # noqa: BLE001 - what the expression asks for is not there
        return False, f"{type(error).__name__} in {expect}"


def judge_sitemaps(folder: Path) -> Iterator[Verdict]:
    """Read each sitemap: its kind, its addresses after the source's rules, its last changes, its news."""
    for line in (folder / "sitemaps" / "sitemaps.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        body = _decoded(base64.b64decode(case["content_base64"]), case["content_encoding"])
        headers = {"content-type": case["content_type"]}
        try:
            told = _sitemap_verdict(case, body, headers)
        except Exception as error:  # noqa: BLE001 - that nothing raises is what is measured
            told = f"raised {type(error).__name__}: {error}"
        yield case["name"], not told, told


def _sitemap_verdict(case: dict[str, Any], body: bytes, headers: dict[str, str]) -> str:
    expect = case["expect"]
    url = SITE + case["file"]
    at_least, most = LEFT_OPEN.get(case["name"], (expect["count"], expect["count"]))
    text = decode(unpacked(body), headers)
    kind = sitemap_kind(text, headers)
    wanted_kind = "" if expect["kind"] in {"not_sitemap", "rss", "atom"} else expect["kind"]
    if kind != wanted_kind:
        return f"kind is {kind!r}"
    if expect["kind"] == "not_sitemap":
        return ""
    links = read(body, headers, url, _source(), RequestKind.LISTING, NOW).links
    if not at_least <= len(links) <= most:
        return f"{len(links)} addresses, expected {expect['count']}"
    wanted = [_canonical(loc, url) for loc in (expect["locs"] or []) if loc != "…"]
    if links and [link.url for link in links[: len(wanted)]] != wanted:
        return f"addresses {[link.url for link in links[:3]]}"
    entries = list(sitemap_entries(text, kind)) if kind else []
    if expect["lastmod"]:
        given = [_iso(entry.lastmod) for entry in entries]
        if given != expect["lastmod"]:
            return f"lastmod {[pair for pair in zip(given, expect['lastmod'], strict=False) if pair[0] != pair[1]]}"
    for entry, news in zip(entries, expect["news"] or [], strict=False):
        when = parse_time(entry.publication_date, NOW, "Asia/Shanghai")
        same_time = when is not None and when.when.astimezone(UTC) == _instant(news["publication_date"])
        if (entry.title, entry.name, entry.language, same_time) != (
            news["title"],
            news["name"],
            news["language"],
            True,
        ):
            return f"news {entry}"
    return ""


def _iso(text: str) -> str | None:
    moment = told_moment(text, NOW, "Asia/Shanghai")
    if moment is None:
        return None
    local = moment.when.astimezone(ZoneInfo("Asia/Shanghai"))
    forms = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}
    return local.strftime(forms[moment.precision]) if moment.precision in forms else local.isoformat()


def judge_urls(folder: Path) -> Iterator[Verdict]:
    """Compare canonical addresses with what WHATWG says of each http or https input; failures must be refused."""
    for case in json.loads((folder / "url" / "urltestdata.json").read_text(encoding="utf-8")):
        if not isinstance(case, dict):
            continue
        name = repr(case["input"])
        web = case.get("failure") or case["protocol"] in {"http:", "https:"}
        try:
            given: str | None = canonical_url(case["input"], case["base"])
        except ReadError:
            given = None
        except UnicodeError as error:
            yield name, False, f"raised {error}"
            continue
        if not web:
            yield name, given is None, f"{given!r} is no web address"
        elif case.get("failure"):
            yield name, given is None, f"{given!r}, expected to be refused"
        else:
            wanted = case["href"].partition("#")[0]
            yield name, given == wanted, f"{given!r}, expected {wanted!r}"


def judge_dates(folder: Path) -> Iterator[Verdict]:
    """Compare instants and precision of publish times as sites write them."""
    for line in (folder / "date-formats" / "dates.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        now = datetime.fromisoformat(case["reference_now"]) if case["reference_now"] else NOW
        given = _date(case["text"], now)
        wanted = case["expected_iso"]
        tolerance = {"month": timedelta(days=31), "year": timedelta(days=366)}.get(case["precision"], timedelta())
        if not wanted or given[0] is None:
            same = not wanted and given[0] is None
        else:
            same = abs(given[0] - _instant(wanted)) <= tolerance and given[1] == case["precision"]
        yield case["text"], same, f"{given}, expected {wanted} ({case['precision']}) {case['note']}"


def _date(text: str, now: datetime) -> tuple[datetime | None, str | None]:
    from_url = date_in_url(text, now, "Asia/Shanghai") if text.startswith("http") else None
    moment = from_url or parse_time(text, now, "Asia/Shanghai")
    return (None, None) if moment is None else (moment.when.astimezone(UTC), moment.precision.value)


def _instant(iso: str) -> datetime:
    padded = iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso
    when = datetime.fromisoformat(padded)
    return (when if when.tzinfo else when.replace(tzinfo=ZoneInfo("Asia/Shanghai"))).astimezone(UTC)


def _canonical(address: str, base: str) -> str:
    return canonical_url(address, base)


def _decoded(body: bytes, encoding: str | None) -> bytes:
    """Undo the Content-Encoding, as the downloader does."""
    if encoding == "gzip":
        return gzip.decompress(body)
    return zlib.decompress(body, -15) if encoding == "deflate" else body


def _source() -> Source:
    return Source.model_validate(
        {
            "id": "corpus", "name": {"zh": "样本", "en": "Corpus"}, "publisher": "commercial", "language": "en",
            "transport": "sitemap", "hosts": ["news.example.test", "xn--fsqu00a.xn--0zwm56d"], "articles": ["^https?://"],
        }
    )  # fmt: skip


def _beside() -> Path:
    return Path(__file__).parents[2] / "shared"


JUDGES: dict[str, Callable[[Path], Iterator[Verdict]]] = {
    "feeds": judge_feeds,
    "sitemaps": judge_sitemaps,
    "url": judge_urls,
    "dates": judge_dates,
}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
