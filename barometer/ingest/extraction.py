"""Writing what was read out of an article: its claims, each under the id that it had before."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from barometer.archive.tables import claims, extractions, revisions
from barometer.claims.identity import KnownClaim, Mark, identify, sentence_around, sentence_starts
from barometer.ingest.extracted import Extracted
from barometer.model import Claim
from barometer.sources import Source

UNREAD = "its claims could not be read in time"


def told_by(source: Source | None, *, account: str | None, source_name: str | None, language: str) -> str | None:
    """Give the name that an article's own figures are attributed to: its account, its source line, its source."""
    if account or source_name or source is None:
        return account or source_name
    return source.name.zh if language == "zh" else source.name.en


def write_extraction(
    connection: Connection,
    before: Row[Any],
    revision_id: int,
    number: int,
    text: str,
    extracted: Extracted | None,
    now: datetime,
) -> int | None:
    """Write an extraction unless the current one is of this revision and this engine; give the current one's id.

    `before` is the article's row as it was, `number` that of the revision whose text this is.
    """
    if extracted is None:
        return None
    last = connection.execute(select(extractions).where(extractions.c.id == before.extraction_id)).one_or_none()
    read_before = last is not None and last.revision_id == revision_id and last.complete
    # A reading that hung this time takes nothing away from one that did not.
    if last is not None and read_before and (last.engine_version == extracted.engine_version or not extracted.complete):
        return int(last.id)
    added = insert(extractions).values(
        article_id=before.id,
        revision_id=revision_id,
        engine_version=extracted.engine_version,
        at=now,
        complete=extracted.complete,
    )
    extraction_id: int = connection.execute(added.returning(extractions.c.id)).scalar_one()
    known_text, known = _known_claims(connection, before.id)
    marks = [Mark(claim.numeral_start, claim.end) for claim in extracted.claims]
    ids = identify(before.id, number, text, marks, known_text, known)
    starts = sentence_starts(text)
    rows = [
        claim_row(claim, claim_id, extraction_id, before.id, position, sentence_around(text, starts, claim.start))
        for position, (claim, claim_id) in enumerate(zip(extracted.claims, ids, strict=True))
    ]
    if rows:
        connection.execute(insert(claims), rows)
    return extraction_id


def _known_claims(connection: Connection, article_id: int) -> tuple[str, list[KnownClaim]]:
    """Give the text and claims of the newest extraction that the article has had, for ids to be carried over from."""
    query = (
        select(extractions.c.id, revisions.c.text)
        .join(revisions, revisions.c.id == extractions.c.revision_id)
        .where(extractions.c.article_id == article_id)
        .where(select(claims.c.id).where(claims.c.extraction_id == extractions.c.id).exists())
        .order_by(extractions.c.id.desc())
        .limit(1)
    )
    newest = connection.execute(query).one_or_none()
    if newest is None:
        return "", []
    rows = connection.execute(
        select(claims.c.id, claims.c.numeral_start, claims.c.end)
        .where(claims.c.extraction_id == newest.id)
        .order_by(claims.c.position)
    )
    return newest.text, [KnownClaim(row.id, Mark(row.numeral_start, row.end)) for row in rows]


def claim_row(
    claim: Claim, claim_id: str, extraction_id: int, article_id: int, position: int, sentence: str
) -> dict[str, Any]:
    """Give a claim as a row of the table."""
    return {
        "extraction_id": extraction_id,
        "id": claim_id,
        "article_id": article_id,
        "position": position,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "numeral_start": claim.numeral_start,
        "sentence": sentence,
        "value": claim.value,
        "value_max": claim.value_max,
        "value_real": float(claim.value),
        "value_max_real": None if claim.value_max is None else float(claim.value_max),
        "unit": claim.unit,
        "kind": claim.kind,
        "modifier": claim.modifier,
        "indicator": claim.indicator,
        "indicator_id": claim.indicator_id,
        "place": claim.place,
        "period_start": claim.period_start,
        "period_end": claim.period_end,
        "comparison": claim.comparison,
        "direction": claim.direction,
        "attributed_to": claim.attributed_to,
        "status": claim.status,
        "inherited": list(claim.inherited),
    }
