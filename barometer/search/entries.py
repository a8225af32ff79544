"""A document as the values that engines index: the same names and values in tantivy and in Elasticsearch.

Text is given as token streams of the one analyzer. `key` orders by publish time and, within one second, by id.
"""

import zlib
from collections.abc import Iterable
from datetime import datetime

from barometer.search.analysis import token_stream
from barometer.search.documents import ArticleDocument, ClaimDocument, bounds, name_key, whole_characters
from barometer.search.operands import local_day

Entry = dict[str, str | int | float | bool | list[str]]

# Characters of a name that is counted and filtered by.
LONGEST_NAME = 300
_ID_BITS = 28
_UNDATED = -(1 << 35)  # seconds; what has no time of publishing comes before everything that has


def article_entry(document: ArticleDocument, claims: Iterable[ClaimDocument]) -> Entry:
    """An article, with the places and indicators of its claims to be counted by."""
    held = list(claims)
    places = sorted({_name(claim.place) for claim in held if claim.place})
    return _entry(document, document.id) | {
        "id": document.id,
        "text": token_stream(document.text),
        "place": places,
        "place_key": sorted({_name(name_key(place)) for place in places}),
        "indicator": sorted({_name(claim.indicator_id) for claim in held if claim.indicator_id}),
    }


def claim_entry(document: ClaimDocument) -> Entry:
    """A claim."""
    low, high = bounds(document)
    entry: Entry = {
        "id": document.id,
        "article_id": document.article_id,
        "sentence": token_stream(document.sentence),
        "measured": token_stream(document.indicator or ""),
        "unit": _name(document.unit.lower()),
        "status": _name(document.status),
        "value": float(low),
        "value_top": float(high),
    }
    if document.indicator_id:
        entry["indicator"] = _name(document.indicator_id)
    if document.place:
        entry |= {"place": _name(document.place), "place_key": _name(name_key(document.place))}
    for name, day in (("period_start", document.period_start), ("period_end", document.period_end)):
        if day is not None:
            entry[name] = day.toordinal()
    return _entry(document, zlib.crc32(document.id.encode())) | entry


def first_key(moment: datetime) -> int:
    """The smallest key of any document published in this second."""
    seconds = int(moment.timestamp() // 1)
    return max(_UNDATED + 1, min(seconds, -_UNDATED - 1)) << _ID_BITS


def first_dated_key() -> int:
    """The smallest key of any document that has a time of publishing."""
    return (_UNDATED + 1) << _ID_BITS


def _entry(document: ArticleDocument | ClaimDocument, tie: int) -> Entry:
    """What both kinds share."""
    entry: Entry = {
        "version": document.version,
        "live": True,
        "title": token_stream(document.title),
        "source": _name(document.source.lower()),
        "source_words": token_stream(document.source_name or ""),
        "language": _name(document.language.lower()),
    }
    key = _UNDATED << _ID_BITS
    if document.published is not None:
        day = local_day(document.published).isoformat()
        key = first_key(document.published)
        entry |= {"month": day[:7], "day": day}
    return entry | {"key": key | (tie & ((1 << _ID_BITS) - 1))}


def _name(name: str) -> str:
    return whole_characters(name)[:LONGEST_NAME]
