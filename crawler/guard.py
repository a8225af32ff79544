"""The guards at the rim: what robots.txt disallows is not asked for, and no private address is asked for or dialled."""

from collections.abc import Sequence
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from barometer.config import load_settings
from barometer.network.addresses import Allowed, check_resolved, judge, parse_allowed


class RefusedError(IgnoreRequest):
    """Raised instead of sending a request that must not be sent; its text says why."""


class AddressRefusedError(RefusedError):
    """Raised by the guard instead of sending a request to an address that is not public."""


class RobotsMiddleware:
    """Downloader middleware: refuses what the frontier found disallowed by the host's robots.txt.

    The frontier has the rules; the refusal passes through here so that it becomes an item like every other outcome.
    """

    def process_request(self, request: Request) -> None:
        """Raise RefusedError for what is marked as disallowed."""
        disallowed = request.meta.get("disallowed")
        if disallowed is not None:
            raise RefusedError(disallowed)


class GuardMiddleware:
    """Downloader middleware: refuses URLs whose host is no public address in any spelling, before anything is sent."""

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "GuardMiddleware":  # noqa: ARG003 - Scrapy's signature
        """Build it with the pairs that the settings except."""
        return cls(parse_allowed(load_settings().network_allow))

    def process_request(self, request: Request) -> None:
        """Raise AddressRefusedError for what must not be asked for."""
        verdict = judge(request.url, self._allowed)
        if verdict.refusal is not None:
            raise AddressRefusedError(f"{request.url}: {verdict.refusal}")

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise AddressRefusedError for a name that the resolver refused: Twisted only says that it found nothing."""
        from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one, which is Scrapy's to choose

        resolver = getattr(reactor, "resolver", None)
        if isinstance(exception, CannotResolveHostError | DNSLookupError) and isinstance(resolver, GuardedResolver):
            refusal = resolver.refusals.get(judge(request.url, self._allowed).host)
            if refusal is not None:
                raise AddressRefusedError(f"{request.url}: {refusal}")


class GuardedResolver(CachingThreadedResolver):
    """Resolves names to the address that is then dialled, so what is checked here cannot change afterwards."""

    allowed: Allowed = frozenset()
    refusals: dict[str, str]  # name -> why it was not dialled

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> "GuardedResolver":
        """Build it with the pairs that the settings except."""
        made = super().from_crawler(crawler, reactor)
        made.refusals = {}
        made.allowed = parse_allowed(load_settings().network_allow)
        return made

    def getHostByName(  # noqa: N802 - Twisted's name
        self, name: str, timeout: Sequence[int] = ()
    ) -> "Deferred[str]":
        """Resolve a name; fail with DNSLookupError when it stands for an address that must not be dialled."""
        found = super().getHostByName(name, timeout)
        return found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        refusal = check_resolved([address], None, self.allowed)
        if refusal is not None:
            self.refusals[name] = f"{name} stands for {address}: {refusal}"
            raise DNSLookupError(f"{name}: {refusal}")
        return address
