"""Joining the parts of an article: one page or twenty, one text."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from barometer.archive.frontier import LeasedRequest
from barometer.archive.record import Record
from barometer.archive.tables import requests
from barometer.ingest.fetched import PartRef, WholeArticle
from barometer.ingest.parts import MOST_PARTS, StoredPart, addresses_of, stored_parts, why_missing
from barometer.model import ArticlePart
from barometer.sources import Source, canonical_url

LONGEST_KEY = 500


@dataclass(frozen=True, slots=True)
class Chain:
    """The parts of an article in order, as far as they lead; `problem` says what is missing of it."""

    parts: tuple[StoredPart, ...]
    problem: str | None = None


def assemble(
    record: Record, request: LeasedRequest, part: ArticlePart | None, source: Source, problem: str | None
) -> WholeArticle | None:
    """Join the article that this part completes; None while a later part is still to be fetched.

    `part` is None when this part was given up: what is there is joined, and the article says what it lacks, as it does
    where a feed told it in place of its page.
    """
    this = None if part is None else StoredPart("", addresses_of(request.url, request.origin), part)
    with record.reading() as connection:
        chain = _follow(connection, source.id, request, this, problem or "no reason told")
        first = connection.execute(
            select(requests.c.url, requests.c.origin).where(requests.c.id == request.root_id)
        ).one()
    if chain is None:
        return None
    whole = join([one.content for one in chain.parts])
    refs = [PartRef(number, one.digest) for number, one in enumerate(chain.parts, start=1) if one is not this]
    return WholeArticle(
        part=whole,
        text=f"{whole.title}\n\n{whole.text}",
        url=source.address_for_readers(first.url),
        keys=_keys(source, first.url, first.origin, whole),
        zone=source.time_zone,
        others=tuple(refs),
        problem=chain.problem or (problem if whole.method == "feed" else None),
    )


def _follow(
    connection: Connection, source_id: str, request: LeasedRequest, this: StoredPart | None, problem: str | None
) -> Chain | None:
    """Follow the links from part one on; None when a part is still to come, or when this page is no part any more."""
    stored = stored_parts(connection, request.root_id)
    mine = addresses_of(request.url, request.origin)
    parts: list[StoredPart] = []
    seen: set[str] = set()
    address: str | None = None  # of the part that is looked for; part one is known by its number
    reached = False
    for number in range(1, MOST_PARTS + 1):
        is_this = number == request.part and (address is None or address in mine)
        reached = reached or is_this
        found = this if is_this else _at(stored.get(number), address)
        if found is None:
            told = _why_missing(connection, source_id, request, number, address, problem if is_this else None)
            return Chain(tuple(parts), told) if parts and reached and told else None
        parts.append(found)
        seen |= found.addresses
        address = found.content.next_url
        if address is None or address in seen:
            return Chain(tuple(parts)) if reached else None
    return Chain(tuple(parts), f"only its first {MOST_PARTS} parts were read") if reached else None


def _at(part: StoredPart | None, address: str | None) -> StoredPart | None:
    return part if part is None or address is None or address in part.addresses else None


def _why_missing(
    connection: Connection,
    source_id: str,
    request: LeasedRequest,
    number: int,
    address: str | None,
    problem: str | None,
) -> str | None:
    if problem is not None:
        return f"part {number} is missing: {problem}"
    if address is None:
        return None
    return why_missing(connection, source_id, request.root_id, number, address, request.lane)


def join(parts: Sequence[ArticlePart]) -> ArticlePart:
    """Join parts into one: title, time and names of the first that has them, texts in order."""
    first = parts[0]

    def known(name: str) -> Any:
        return next((getattr(part, name) for part in parts if getattr(part, name)), None)

    return replace(
        first,
        title=known("title") or "",
        text="\n".join(part.text for part in parts if part.text),
        published=known("published"),
        precision=known("precision"),
        source_name=known("source_name"),
        author=known("author"),
        editor=known("editor"),
        keys=tuple(dict.fromkeys(key for part in parts for key in part.keys)),
        next_url=None,
        method=first.method if all(part.method == first.method for part in parts) else "fallback",
    )


def _keys(source: Source, url: str, origin: str | None, whole: ArticlePart) -> tuple[str, ...]:
    """Give every name of the article, the canonical key first, then URLs."""
    urls = [url, *([origin] if origin else [])]
    keys = [source.article_key(one) for one in urls]
    shown = source.address_for_readers(url)
    named = [f"url:{canonical_url(one)}" for one in (*urls, *([shown] if shown != url else []))]
    return tuple(dict.fromkeys([_short(key) for key in (*keys, *whole.keys, *named) if key]))


def _short(key: str) -> str:
    """Give a key that fits its column: the end of a long one is its digest."""
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]}~{digest}"
