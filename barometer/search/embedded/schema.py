"""The fields of the two tantivy indexes, and our documents written in them.

Text fields hold the token stream of the one analyzer; tantivy only splits it at blanks.
The document itself is kept beside as JSON. A tombstone is a document with id, version and nothing else.
"""

import functools
from collections.abc import Iterable

import tantivy

from barometer.search.documents import ArticleDocument, ClaimDocument, to_json
from barometer.search.entries import Entry, article_entry, claim_entry

ANALYZED = "tokens"


def register_analyzer(index: tantivy.Index) -> None:
    """Teach an opened index to read token streams."""
    index.register_tokenizer(ANALYZED, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


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
    for name in ("unit", "status"):
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
    """An article as tantivy takes it."""
    return written(article_entry(document, claims), to_json(document))


def claim(document: ClaimDocument) -> tantivy.Document:
    """A claim as tantivy takes it."""
    return written(claim_entry(document), to_json(document))


def tombstone(article_id: int, version: int) -> tantivy.Document:
    """What stays of an article that was taken out."""
    return written({"id": article_id, "version": version, "live": False}, "")


def written(entry: Entry, content: str) -> tantivy.Document:
    """Values of fields, and the document itself as JSON, as tantivy takes them."""
    document = tantivy.Document()
    for name, value in entry.items():
        if isinstance(value, str):
            document.add_text(name, value)
        elif isinstance(value, bool):
            document.add_boolean(name, value)
        elif isinstance(value, int):
            document.add_integer(name, value)
        elif isinstance(value, float):
            document.add_float(name, value)
        else:
            for text in value:
                document.add_text(name, text)
    if content:
        document.add_bytes("document", content.encode())
    return document
