"""The fields of the two tantivy indexes, and our documents written in them.

Text fields hold the token stream of the one analyzer; tantivy only splits it at blanks and leaves a hole at each gap.
The document itself is kept beside as JSON. `key` orders by publish time and, within one second, by id: unique, so that
pages of a result never overlap. A tombstone is a document with id, version and nothing else.
"""

import functools
import zlib
from collections.abc import Iterable
from datetime import date, datetime

import tantivy

from barometer.search.analysis import GAP, analyze
from barometer.search.documents import ArticleDocument, ClaimDocument, bounds, name_key, to_json, whole_characters
from barometer.search.operands import local_day

ANALYZED = "tokens"
LONGEST_NAME = 300  # characters of a name that is counted by
_ID_BITS = 28
_UNDATED = -(1 << 35)  # seconds; what has no time of publishing comes before everything that has


def register_analyzer(index: tantivy.Index) -> None:
    """Teach an opened index to read token streams."""
    splitting = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer(ANALYZED, splitting.filter(tantivy.Filter.custom_stopword([GAP])).build())


@functools.cache
def article_schema() -> tantivy.Schema:
    """The fields of the articles index."""
    builder = _common(tantivy.SchemaBuilder())
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in ("title", "text", "source_words"):
        builder.add_text_field(name, tokenizer_name=ANALYZED, index_option="position")
    return builder.build()


@functools.cache
def claim_schema() -> tantivy.Schema:
    """The fields of the claims index."""
    builder = _common(tantivy.SchemaBuilder())
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("article_id", indexed=True, fast=True)
    for name in ("title", "sentence", "measured", "source_words"):
        builder.add_text_field(name, tokenizer_name=ANALYZED, index_option="position")
    for name in ("unit", "kind", "status", "direction", "comparison"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("value", "value_top"):
        builder.add_float_field(name, indexed=True, fast=True)
    for name in ("period_start", "period_end"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def _common(builder: tantivy.SchemaBuilder) -> tantivy.SchemaBuilder:
    builder.add_integer_field("version", fast=True)
    builder.add_boolean_field("live", indexed=True, fast=True)
    builder.add_integer_field("key", indexed=True, fast=True)
    for name in ("source", "language", "place", "place_key", "indicator", "month", "day"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_bytes_field("document", stored=True)
    return builder


def article(document: ArticleDocument, claims: Iterable[ClaimDocument]) -> tantivy.Document:
    """An article as tantivy takes it, with the places and indicators of its claims to be counted by."""
    entry = _entry(document, document.id)
    entry.add_integer("id", document.id)
    entry.add_text("text", analyze(document.text).stream())
    held = list(claims)
    for name in sorted({c.place for c in held if c.place}):
        _add_place(entry, name)
    for name in sorted({c.indicator_id for c in held if c.indicator_id}):
        _add_raw(entry, "indicator", name)
    return entry


def claim(document: ClaimDocument) -> tantivy.Document:
    """A claim as tantivy takes it."""
    entry = _entry(document, zlib.crc32(document.id.encode()))
    entry.add_text("id", document.id)
    entry.add_integer("article_id", document.article_id)
    entry.add_text("sentence", analyze(document.sentence).stream())
    if document.indicator:
        entry.add_text("measured", analyze(document.indicator).stream())
    for name, value in (
        ("unit", document.unit.lower()),
        ("kind", document.kind),
        ("status", document.status),
        ("direction", document.direction),
        ("comparison", document.comparison),
        ("indicator", document.indicator_id),
    ):
        _add_raw(entry, name, value)
    if document.place:
        _add_place(entry, document.place)
    low, high = bounds(document)
    entry.add_float("value", float(low))
    entry.add_float("value_top", float(high))
    for name, day in (("period_start", document.period_start), ("period_end", document.period_end)):
        if day is not None:
            entry.add_integer(name, day_number(day))
    return entry


def tombstone(article_id: int, version: int) -> tantivy.Document:
    """What stays of an article that was taken out."""
    entry = tantivy.Document()
    entry.add_integer("id", article_id)
    entry.add_integer("version", version)
    entry.add_boolean("live", False)
    return entry


def day_number(day: date) -> int:
    """A day as a number that grows by one a day."""
    return day.toordinal()


def first_key(moment: datetime) -> int:
    """The smallest key of any document published in this second."""
    seconds = int(moment.timestamp() // 1)
    return max(_UNDATED + 1, min(seconds, -_UNDATED - 1)) << _ID_BITS


def first_dated_key() -> int:
    """The smallest key of any document that has a time of publishing."""
    return (_UNDATED + 1) << _ID_BITS


def _add_place(entry: tantivy.Document, name: str) -> None:
    _add_raw(entry, "place", name)
    _add_raw(entry, "place_key", name_key(name))


def _add_raw(entry: tantivy.Document, field: str, value: str | None) -> None:
    if value is not None:
        entry.add_text(field, whole_characters(value)[:LONGEST_NAME])


def _entry(document: ArticleDocument | ClaimDocument, tie: int) -> tantivy.Document:
    """What both kinds share."""
    entry = tantivy.Document()
    entry.add_integer("version", document.version)
    entry.add_boolean("live", True)
    entry.add_bytes("document", to_json(document).encode())
    entry.add_text("title", analyze(document.title).stream())
    _add_raw(entry, "source", document.source.lower())
    if document.source_name:
        entry.add_text("source_words", analyze(document.source_name).stream())
    _add_raw(entry, "language", document.language.lower())
    key = _UNDATED << _ID_BITS
    if document.published is not None:
        day = local_day(document.published).isoformat()
        key = first_key(document.published)
        entry.add_text("month", day[:7])
        entry.add_text("day", day)
    entry.add_integer("key", key | (tie & ((1 << _ID_BITS) - 1)))
    return entry
