"""Joining the parts of an article: one page or twenty, one text."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from barometer.archive.frontier import LeasedRequest
from barometer.archive.record import Record
from barometer.archive.tables import article_parts, requests
from barometer.ingest.fetched import PartRef, WholeArticle
from barometer.model import ArticlePart, Precision
from barometer.sources import Source, canonical_url

MOST_PARTS = 20


def part_to_json(part: ArticlePart) -> dict[str, Any]:
    """Give a part as JSON values, for the record."""
    values = asdict(part)
    values["published"] = part.published.isoformat() if part.published else None
    values["keys"] = list(part.keys)
    return values


def part_from_json(values: Mapping[str, Any]) -> ArticlePart:
    """Read back what `part_to_json` gave."""
    return ArticlePart(
        **{
            **values,
            "published": datetime.fromisoformat(values["published"]) if values["published"] else None,
            "precision": Precision(values["precision"]) if values["precision"] else None,
            "keys": tuple(values["keys"]),
        }
    )


def stored_parts(connection: Connection, root_id: int) -> dict[int, tuple[str, ArticlePart]]:
    """Give the parts of an article that are in the record: number -> digest of the page, the part."""
    query = select(article_parts).where(article_parts.c.root_id == root_id).order_by(article_parts.c.number)
    return {row.number: (row.digest, part_from_json(row.content)) for row in connection.execute(query)}


def assemble(
    record: Record, request: LeasedRequest, part: ArticlePart | None, source: Source, problem: str | None
) -> WholeArticle | None:
    """Join the article that this part completes; None while a later part is still to be fetched.

    `part` is None when this part was given up: what is there is joined, and the article says what it lacks.
    """
    with record.reading() as connection:
        stored = stored_parts(connection, request.root_id)
        first = connection.execute(
            select(requests.c.url, requests.c.origin).where(requests.c.id == request.root_id)
        ).one()
    others = {number: found for number, found in stored.items() if number != request.part}
    chain = _chain(request.part, part, {number: found[1] for number, found in others.items()})
    if chain is None:
        return None
    refs = tuple(PartRef(number, others[number][0]) for number in sorted(others) if number <= len(chain))
    whole = join([each for _, each in chain])
    keys = _keys(source, first.url, first.origin, whole)
    return WholeArticle(
        part=whole,
        text=f"{whole.title}\n\n{whole.text}",
        url=first.url,
        keys=keys,
        zone=source.time_zone,
        others=refs,
        problem=f"part {request.part} is missing: {problem}" if part is None else None,
    )


def _chain(
    number: int, part: ArticlePart | None, others: Mapping[int, ArticlePart]
) -> list[tuple[int, ArticlePart]] | None:
    """Give parts 1, 2, … up to the last, None when one that should be there is not there yet."""
    known = dict(others) if part is None else {**others, number: part}
    chain: list[tuple[int, ArticlePart]] = []
    for wanted in range(1, MOST_PARTS + 1):
        if wanted not in known:
            given_up = part is None and wanted == number
            return chain if chain and given_up else None
        chain.append((wanted, known[wanted]))
        if known[wanted].next_url is None:
            break
    return chain


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
        method="rules" if all(part.method == "rules" for part in parts) else "fallback",
    )


def _keys(source: Source, url: str, origin: str | None, whole: ArticlePart) -> tuple[str, ...]:
    """Give every name of the article, the canonical key first, then URLs."""
    urls = [url, *([origin] if origin else [])]
    keys = [source.article_key(one) for one in urls]
    named = [f"url:{canonical_url(one)}" for one in urls]
    return tuple(dict.fromkeys([key for key in (*keys, *whole.keys, *named) if key]))
