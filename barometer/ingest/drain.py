"""Bringing the index up to the record: what the outbox names is read as it is now, put, and marked."""

from barometer.archive.outbox import mark_done, open_notes, subject_article
from barometer.archive.record import Record
from barometer.clock import Clock
from barometer.ingest.documents import SLICE, all_article_ids, documents_of
from barometer.search.index import Index, Writes

CONSUMER = "index"


def drain(record: Record, index: Index, clock: Clock) -> int:
    """Index everything that waits in the outbox; give how many articles were put or taken out.

    Doing it twice is harmless: documents carry ids and versions. Raises IndexBusy when another process is writing; the
    rows then wait for the next time.
    """
    done = 0
    while notes := open_notes(record, CONSUMER, SLICE):
        ids = sorted({found for note in notes if (found := subject_article(note.subject)) is not None})
        _write(record, index, ids)
        mark_done(record, notes, clock())
        done += len(ids)
    return done


def reindex(record: Record, index: Index) -> int:
    """Build the whole index anew from the record, beside the one that goes on answering; give how many articles."""
    done = 0
    with index.rebuild() as fresh:
        for ids in all_article_ids(record):
            _write(record, fresh, ids)
            done += len(ids)
    return done


def _write(record: Record, index: Writes, ids: list[int]) -> None:
    documents = documents_of(record, ids)
    if documents.articles:
        index.put(documents.articles, documents.claims)
    if documents.gone:
        index.remove(list(documents.gone), versions=documents.gone)
