"""What a person has at hand (addresses, saved pages, lists, WARC files, PDFs) as requests of the import lane.

A page at hand is copied into the data folder and answers in its site's place, so that an import that was killed goes on
like any crawl. Nobody is alerted of what an import brings.
"""

import gzip
import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import re2
from sqlalchemy import select, update
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from barometer.archive.frontier import IMPORT, NewRequest, add_requests
from barometer.archive.record import Record
from barometer.archive.tables import requests, sources
from barometer.archive.upsert import insert_new
from barometer.articles.charset import decode
from barometer.articles.hazards import MOST_BYTES
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import Source, canonical_url, match_source
from barometer.sources.recorded import STAND_IN

FOLDER = "imports"
SEEN_OF_PAGE = 300_000  # characters of a saved page in which its address is looked for
READABLE = ("text/html", "application/xhtml", "application/pdf")
_GZIP = b"\x1f\x8b"
_ADDRESS = re2.compile(r"^https?://\S+$")
_OWN_ADDRESS = tuple(
    re2.compile(pattern)
    for pattern in (
        r"""(?i)<!--\s*saved from url=\(\d+\)(https?://[^\s<>"']+)\s*-->""",
        r"""(?i)<link[^>]+rel=["']?canonical["']?[^>]+href=["']?(https?://[^"'\s>]+)""",
        r"""(?i)<link[^>]+href=["']?(https?://[^"'\s>]+)["']?[^>]+rel=["']?canonical""",
        r"""(?i)<meta[^>]+property=["']?og:url["']?[^>]+content=["']?(https?://[^"'\s>]+)""",
        r"""(?i)<meta[^>]+content=["']?(https?://[^"'\s>]+)["']?[^>]+property=["']?og:url""",
    )
)


@dataclass(frozen=True, slots=True)
class Given:
    """One page to import: its address, and its bytes where they are at hand."""

    url: str
    body: bytes | None = field(default=None, repr=False)
    content_type: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was given and is not imported, with the reason."""

    name: str
    problem: str


def given_in_file(path: Path, url: str | None = None) -> Iterator[Given | Refused]:
    """Give the pages that a file holds: a WARC, a list of addresses, a saved page or a PDF, told by its content.

    `url` is the address of a saved page; without it the page is asked (what a browser wrote when saving it, its
    canonical link), and at last it gets a stand-in made of its digest.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        yield Refused(str(path), f"cannot be read: {error.strerror}")
        return
    plain = _unpacked(body)
    if plain.startswith(b"WARC/"):
        yield from _in_warc(path.name, body)
    elif plain.lstrip()[:5] == b"%PDF-":
        yield Given(url or _stand_in(plain), plain, "application/pdf")
    elif (addresses := _addresses(plain)) is not None:
        yield from (Given(address) for address in addresses)
    elif b"<" in plain:
        yield Given(url or _own_address(plain) or _stand_in(plain), plain)
    else:
        yield Refused(str(path), "neither a page, a PDF, a WARC nor a list of addresses, one a line")


def queue_given(
    record: Record,
    data: Path,
    sources_by_id: Mapping[str, Source],
    given: Iterable[Given],
    chosen: Source | None,
    now: datetime,
) -> tuple[list[str], list[Refused]]:
    """Make each page a request of the chosen source, else of the one whose rules match it; give the sources that got
    any, and what is not imported.
    """
    wanted: dict[str, list[NewRequest]] = {}
    refused: list[Refused] = []
    for one in given:
        try:
            url = canonical_url(one.url)
        except ReadError as error:
            refused.append(Refused(one.url, str(error)))
            continue
        source = chosen or match_source(sources_by_id, url)
        problem = _why_not(source, url, one)
        if source is None or problem:
            refused.append(Refused(url, problem or "no source takes this page"))
            continue
        at_hand = _kept(data, one) if one.body is not None else None
        wanted.setdefault(source.id, []).append(NewRequest(url, RequestKind.ARTICLE, lane=IMPORT, at_hand=at_hand))
    with record.writing() as connection:
        for name, each in wanted.items():
            insert_new(connection, sources, [{"id": name, "state": "configured", "lease_token": 0}], ["id"])
            add_requests(connection, name, each, now)
            for request in each:  # one that was imported before is read again, now from what is at hand
                connection.execute(
                    update(requests)
                    .where(requests.c.source_id == name, requests.c.fingerprint == request.fingerprint)
                    .values(state="waiting", due=now, attempts=0, at_hand=request.at_hand)
                )
    return sorted(wanted), refused


def drop_read(record: Record, data: Path) -> int:
    """Take out the copies of pages that were read: their evidence is kept. Give how many stay for the next import."""
    query = select(requests.c.at_hand).where(
        requests.c.lane == IMPORT, requests.c.at_hand.is_not(None), requests.c.state.in_(["waiting", "leased"])
    )
    with record.reading() as connection:
        needed = {(data / at_hand["path"]).name for at_hand in connection.execute(query).scalars() if at_hand}
    for path in (data / FOLDER).glob("*.gz"):
        if path.name not in needed:
            path.unlink(missing_ok=True)
    return len(needed)


def _why_not(source: Source | None, url: str, one: Given) -> str | None:
    if one.body is not None and len(one.body) > MOST_BYTES:
        return f"larger than {MOST_BYTES // 2**20} MiB"
    if source is not None and source.request_kind(url) is RequestKind.LISTING:
        return f"a page of {source.id} that lists articles, not an article"
    return None


def _kept(data: Path, one: Given) -> dict[str, str | int]:
    """Copy the page into the data folder; give what the request says of it."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    body = one.body or b""
    path = folder / f"{hashlib.sha256(body).hexdigest()[:40]}.gz"
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(gzip.compress(body, 6, mtime=0))
    unfinished.replace(path)
    return {"path": f"{FOLDER}/{path.name}", "status": one.status, "content_type": one.content_type}


def _in_warc(name: str, body: bytes) -> Iterator[Given | Refused]:
    """Give the pages of a WARC: responses and resources that are HTML or PDF; images and the like are passed over."""
    found = 0
    try:
        for entry in ArchiveIterator(io.BytesIO(body)):
            if entry.rec_type not in {"response", "resource"}:
                continue
            url = entry.rec_headers.get_header("WARC-Target-URI") or ""
            http = entry.http_headers
            status = int(http.get_statuscode() or 0) if http else 200
            kind = ((http.get_header("Content-Type") if http else entry.content_type) or "").lower()
            if not url.startswith("http") or not kind.startswith(READABLE):
                continue
            found += 1
            if status != 200:
                yield Refused(url, f"the archive holds an answer of HTTP {status}")
            else:
                yield Given(url, entry.content_stream().read(), kind)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield Refused(name, f"the archive is damaged after {found} pages: {error}")
    if not found:
        yield Refused(name, "the archive holds no page")


def _unpacked(body: bytes) -> bytes:
    """Unpack one gzip layer; a damaged end costs that end only."""
    if not body.startswith(_GZIP):
        return body
    try:
        return gzip.decompress(body)
    except (OSError, EOFError):
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as file:
            return file.read1(MOST_BYTES)


def _addresses(body: bytes) -> list[str] | None:
    """Give the addresses of a list, one a line, with blank lines and #comments; None for anything else."""
    if len(body) > MOST_BYTES:
        return None
    lines = [line.strip() for line in body.decode("utf-8-sig", "replace").splitlines()]
    kept = [line for line in lines if line and not line.startswith("#")]
    return kept if kept and all(_ADDRESS.search(line) for line in kept) else None


def _own_address(body: bytes) -> str | None:
    text = decode(body[:MOST_BYTES], {})[:SEEN_OF_PAGE]
    for pattern in _OWN_ADDRESS:
        found = pattern.search(text)
        if found:
            return str(found.group(1)).replace("&amp;", "&")
    return None


def _stand_in(body: bytes) -> str:
    return f"{STAND_IN}/{hashlib.sha256(body).hexdigest()[:24]}"
