"""Bringing the index up to the record: what the outbox names is read as it is now, put, and marked."""

from barometer.archive.outbox import mark_done, open_notes, put_off, subject_article
from barometer.archive.record import Record
from barometer.clock import Clock
from barometer.ingest.documents import SLICE, documents_of
from barometer.search.index import Index, Refusal, Writes

CONSUMER = "index"


def drain(record: Record, index: Index, clock: Clock) -> int:
    """Index everything that waits in the outbox; give how many articles were put or taken out.

    Doing it twice is harmless: documents carry ids and versions. An article that the engine refuses is put off with the
    reason, its neighbours are indexed. Raises IndexBusy when nothing can be written; the rows then wait for next time.
    """
    done = 0
    while notes := open_notes(record, CONSUMER, clock(), SLICE):
        articles = {note.id: subject_article(note.subject) for note in notes}
        refused = write_articles(record, index, sorted({found for found in articles.values() if found is not None}))
        problems = {one.article_id: one.problem for one in refused}
        for article_id, problem in problems.items():
            put_off(record, [note for note in notes if articles[note.id] == article_id], problem, clock())
        taken = [note for note in notes if articles[note.id] not in problems]
        mark_done(record, taken, clock())
        done += len({articles[note.id] for note in taken})
    return done


def write_articles(record: Record, index: Writes, ids: list[int]) -> tuple[Refusal, ...]:
    """Put these articles as they are now, and take out those that are gone. Gives what the engine refused."""
    documents = documents_of(record, ids)
    refused = index.put(documents.articles, documents.claims) if documents.articles else ()
    if documents.gone:
        index.remove(list(documents.gone), versions=documents.gone)
    return refused
