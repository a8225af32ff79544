"""Who has to hear of a change hears of it, once registered; a backfill that was cut short goes on."""

from typing import Any

import pytest
from sqlalchemy import insert, select

from barometer.archive import outbox as outbox_module
from barometer.archive.outbox import announce, article_subject, mark_done, open_notes, register, subject_article
from barometer.archive.record import Record
from barometer.archive.tables import articles, outbox
from tests.archive.crawling import START


def add_articles(record: Record, ids: range) -> None:
    values = {"source_id": "people", "root_id": 1, "url": "", "outcome": "article", "title": "", "language": "zh"}
    values |= {"method": "rules", "version": 1, "first_seen": START, "last_seen": START}
    with record.writing() as connection:
        connection.execute(insert(articles), [{"id": number, **values} for number in ids])


def heard(record: Record, consumer: str) -> list[int | None]:
    return [subject_article(note.subject) for note in open_notes(record, consumer, START, limit=10_000)]


def test_a_change_is_announced_to_every_registered_consumer_and_to_no_other(record: Record) -> None:
    with record.writing() as connection:
        announce(connection, article_subject(1), START)
    register(record, "index", START, backfill=False)
    register(record, "ledger", START, backfill=False)
    with record.writing() as connection:
        announce(connection, article_subject(2), START)
    assert heard(record, "index") == heard(record, "ledger") == [2]


def test_an_announcement_is_undone_with_the_write_that_made_it(record: Record) -> None:
    register(record, "index", START, backfill=False)
    with pytest.raises(ZeroDivisionError), record.writing() as connection:  # noqa: PT012 - the write is the point
        announce(connection, article_subject(1), START)
        _ = 1 / 0
    assert heard(record, "index") == []


def test_marked_rows_are_not_given_again(record: Record) -> None:
    register(record, "index", START, backfill=False)
    with record.writing() as connection:
        for number in range(3):
            announce(connection, article_subject(number), START)
    mark_done(record, open_notes(record, "index", START, limit=2), START)
    assert heard(record, "index") == [2]


def test_a_backfill_names_every_article_once(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox_module, "SLICE", 10)
    add_articles(record, range(25))
    assert register(record, "index", START, backfill=True)
    assert heard(record, "index") == list(range(25))
    assert not register(record, "index", START, backfill=True)
    assert len(heard(record, "index")) == 25


def test_alerts_hear_of_nothing_earlier(record: Record) -> None:
    add_articles(record, range(3))
    assert register(record, "alerts", START, backfill=False)
    assert not register(record, "alerts", START, backfill=True)
    assert heard(record, "alerts") == []


def test_a_backfill_that_was_cut_short_goes_on_where_it_stopped(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_module, "SLICE", 10)
    add_articles(record, range(35))
    slices = 0
    whole = outbox_module._backfill_slice

    def killed(*arguments: Any) -> bool:
        nonlocal slices
        slices += 1
        if slices == 3:
            raise KeyboardInterrupt
        return whole(*arguments)

    monkeypatch.setattr(outbox_module, "_backfill_slice", killed)
    with pytest.raises(KeyboardInterrupt):
        register(record, "index", START, backfill=True)
    assert len(heard(record, "index")) == 20
    monkeypatch.setattr(outbox_module, "_backfill_slice", whole)
    register(record, "index", START, backfill=True)
    assert heard(record, "index") == list(range(35))
    with record.reading() as connection:
        assert len(connection.execute(select(outbox.c.id)).all()) == 35
