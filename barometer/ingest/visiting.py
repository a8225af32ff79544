"""Asking a site for single pages, for a person who waits: within its robots.txt and its delay, like any crawl.

The hosts' delays and robots rules are those of the record, so that a visit and a crawl together spare a host as well.
"""

import http.client
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from barometer.archive.frontier import RobotsNeeded, host_of, reserve_host
from barometer.archive.record import Record
from barometer.archive.robots import record_robots
from barometer.articles.hazards import MOST_BYTES
from barometer.clock import Clock, now
from barometer.config import Settings
from barometer.errors import NetworkError
from barometer.network.addresses import judge, parse_allowed
from barometer.network.dialling import dial
from barometer.network.robots import RobotsAnswer, RobotsDecision
from barometer.sources import canonical_url

TIMEOUT = 30.0
LONGEST = 60.0  # seconds that one answer may take in all
MOST_HOPS = 5
CHUNK = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Visited:
    """One page as its site gave it: the address that answered, what it answered."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Visitor:
    """Asks for pages one after the other; each waits for its host."""

    def __init__(self, record: Record, settings: Settings, delay: float, clock: Clock = now) -> None:
        self._record = record
        self._agent = settings.user_agent
        self._allowed = parse_allowed(settings.network_allow)
        self._delay = delay
        self._clock = clock

    def visit(self, url: str, on_wait: Callable[[float], None] = lambda _: None) -> Visited:
        """Give the page behind an address, redirects followed. Raises NetworkError that says why there is none."""
        asked: list[str] = []
        while True:
            address = canonical_url(url)
            if address in asked:
                raise NetworkError(f"{address} redirects in a circle")
            asked.append(address)
            decision = self._reserved(address, on_wait)
            if not decision.can_fetch(address, self._agent):
                raise NetworkError(f"{decision.reason}: robots.txt does not allow {address}", refused=True)
            answer = self._ask(address)
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                return answer
            if len(asked) > MOST_HOPS:
                raise NetworkError(f"{asked[0]} redirects more than {MOST_HOPS} times")
            url = urljoin(address, target)

    def robots(self, url: str, on_wait: Callable[[float], None] = lambda _: None) -> RobotsDecision:
        """Give what the host of an address allows."""
        return self._reserved(canonical_url(url), on_wait)

    def _reserved(self, url: str, on_wait: Callable[[float], None]) -> RobotsDecision:
        """Wait until the host may be asked; ask for its robots.txt where that has to be known first."""
        verdict = judge(url, self._allowed)
        if verdict.refusal is not None:
            raise NetworkError(f"{url}: {verdict.refusal}", refused=True)
        delay = 0.0 if (verdict.host, verdict.port) in self._allowed else self._delay  # nobody is spared on loopback
        while True:
            moment = self._clock()
            with self._record.writing() as connection:
                found = reserve_host(connection, host_of(url), moment, delay)
            if isinstance(found, RobotsDecision):
                return found
            if isinstance(found, RobotsNeeded):
                self._ask_robots(found)
                continue
            seconds = (found - moment).total_seconds()
            on_wait(seconds)
            time.sleep(max(0.01, seconds))

    def _ask_robots(self, needed: RobotsNeeded) -> None:
        location = None
        try:
            got = self._ask(needed.asked[-1])
            location = got.headers.get("location")
            answer = RobotsAnswer(got.status, got.body, None, got.headers.get("retry-after"))
        except NetworkError as error:
            answer = RobotsAnswer(error=str(error))
        record_robots(self._record, needed.host, needed.asked, answer, location, self._agent, self._clock())

    def _ask(self, url: str) -> Visited:
        verdict = judge(url, self._allowed)
        parts = urlsplit(verdict.url)
        headers = {"User-Agent": self._agent, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
        connection = dial(verdict, self._allowed, TIMEOUT)
        try:
            connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), None, headers)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            body = _decoded(_body(answer, url), told.get("content-encoding", ""), url)
        except (OSError, http.client.HTTPException) as error:
            raise NetworkError(f"{url} does not answer: {type(error).__name__}: {error}") from error
        finally:
            connection.close()
        return Visited(url, answer.status, told, body)


def _body(answer: http.client.HTTPResponse, url: str) -> bytes:
    began = time.monotonic()
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise NetworkError(f"{url} is larger than {MOST_BYTES // 2**20} MiB")
        if time.monotonic() - began > LONGEST:
            raise NetworkError(f"{url} took longer than {LONGEST:.0f} s")
    return b"".join(pieces)


def _decoded(body: bytes, encoding: str, url: str) -> bytes:
    if encoding.strip().lower() not in {"gzip", "x-gzip"}:
        return body
    try:
        unpacked = zlib.decompressobj(31).decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        raise NetworkError(f"{url} says it is gzip and is not: {error}") from error
    if len(unpacked) > MOST_BYTES:
        raise NetworkError(f"{url} is larger than {MOST_BYTES // 2**20} MiB when unpacked")
    return unpacked
