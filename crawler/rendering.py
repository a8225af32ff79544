"""Pages that a script fills, loaded in a browser that reaches nothing but the source's own hosts.

A browser resolves names itself, past the guard of the crawl. So its names are settled before it starts: each host of
the source with the public address that it has, every other name with none, whatever a page, a script or a redirect
asks for.
"""

import logging
import os
import socket
from collections.abc import Iterable
from typing import Any

from barometer.config import load_settings
from barometer.network.addresses import Allowed, check_resolved, judge, parse_allowed
from barometer.sources import Source, host_of

HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
META = {
    "playwright": True,
    "playwright_page_goto_kwargs": {"wait_until": "networkidle"},
    "playwright_context_kwargs": {"service_workers": "block", "accept_downloads": False},
}
SECONDS = 30
HEAVY = frozenset({"image", "media", "font"})  # what no text is read from


def browser_settings(source: Source, browser: str, allowed: Allowed) -> dict[str, Any]:
    """Give the Scrapy settings with which a source's pages are loaded in a browser."""
    logging.getLogger("scrapy-playwright").setLevel(
        logging.CRITICAL
    )  # each failure is an item: it need not be told twice
    sandboxed = hasattr(os, "geteuid") and os.geteuid() != 0  # Chromium's sandbox does not work for root
    launch = {"args": [f"--host-resolver-rules={_rules(_hosts(source), allowed)}"], "chromium_sandbox": sandboxed}
    if browser:
        launch["executable_path"] = browser
    return {
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
        "PLAYWRIGHT_ABORT_REQUEST": "crawler.rendering.is_refused",
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": SECONDS * 1000,
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 2,
    }


def is_refused(request: Any) -> bool:
    """Tell whether the browser must not send a request: to no public address, or for what no text is read from."""
    if request.resource_type in HEAVY:
        return True
    allowed = parse_allowed(load_settings().network_allow)
    return request.url.startswith("http") and judge(request.url, allowed).refusal is not None


def _hosts(source: Source) -> Iterable[str]:
    """Give the names that the browser may look up: those of the file, not what may lie below them."""
    wanted = [*source.hosts, *(f"www.{host}" for host in source.hosts), *map(host_of, source.entry)]
    return dict.fromkeys(host for host in wanted if host)


def _rules(hosts: Iterable[str], allowed: Allowed) -> str:
    """Write Chromium's rules: each host at its public address, no other name at all."""
    rules = []
    for host in hosts:
        address = _public_address(host, allowed)
        if address == host:
            rules.append(f"EXCLUDE {host}")
        elif address is not None:
            rules.insert(0, f"MAP {host} {address}")
    return ", ".join([*rules, "MAP * ~NOTFOUND"])


def _public_address(host: str, allowed: Allowed) -> str | None:
    try:
        found = socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return None
    addresses = [str(each[4][0]) for each in found]
    return next((one for one in addresses if check_resolved([one], None, allowed) is None), None)
