"""Keeping a record in order: reading again, taking out, copying and bringing back; on a copy of the sample edition."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from barometer.archive.digest import record_digest
from barometer.archive.outbox import register
from barometer.archive.record import Record, open_record
from barometer.archive.tables import articles, claims, extractions, outbox
from barometer.clock import now


@pytest.fixture
def own(sample, tmp_path) -> Path:
    """A data folder that a test may change."""
    return Path(shutil.copytree(sample[0] / "demo", tmp_path / "own"))


@pytest.fixture
def record(own):
    opened = open_record(f"sqlite:///{own / 'record.sqlite3'}")
    yield opened
    opened.close()


def claim_rows(record: Record) -> set[tuple]:
    columns = [c for c in claims.c if c.name != "extraction_id"]
    query = select(*columns).join(articles, articles.c.extraction_id == claims.c.extraction_id)
    with record.reading() as connection:
        return {tuple(str(value) for value in row) for row in connection.execute(query)}


def ids_found(barometer, own: Path, *query: str) -> list[int]:
    done = barometer("search", *query, "--json", BAROMETER_DATA=str(own))
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


def test_reprocess_reads_what_an_older_engine_read_and_tells_nobody(barometer, own, record):
    before = claim_rows(record)
    register(record, "alerts", now(), backfill=False)
    done = barometer("reprocess", BAROMETER_DATA=str(own))
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to do" in done.stdout
    with record.writing() as connection:
        older = select(extractions.c.id).order_by(extractions.c.id).limit(3).scalar_subquery()
        connection.execute(update(extractions).where(extractions.c.id.in_(older)).values(engine_version="old"))
        versions = dict(connection.execute(select(articles.c.id, articles.c.version)).all())
    done = barometer("reprocess", BAROMETER_DATA=str(own))
    assert done.stdout.startswith("read 3 articles again"), done.stdout + done.stderr
    assert claim_rows(record) == before
    with record.reading() as connection:
        grown = [row.id for row in connection.execute(select(articles)) if row.version > versions[row.id]]
        waiting = connection.execute(select(outbox.c.consumer).where(outbox.c.done_at.is_(None))).scalars().all()
        told = connection.execute(select(outbox.c.id).where(outbox.c.consumer == "alerts")).scalars().all()
    assert (len(grown), waiting, told) == (3, [], [])
    assert "nothing to do" in barometer("reprocess", BAROMETER_DATA=str(own)).stdout


def test_reprocess_reads_only_the_named_sources(barometer, own, record):
    with record.writing() as connection:
        connection.execute(update(extractions).values(engine_version="old"))
        wanted = connection.execute(
            text("SELECT count(*) FROM articles WHERE source_id = 'people' AND extraction_id IS NOT NULL")
        ).scalar()
    done = barometer("reprocess", "people", BAROMETER_DATA=str(own))
    assert done.stdout.startswith(f"read {wanted} articles again"), done.stdout + done.stderr
    done = barometer("reprocess", "peple", BAROMETER_DATA=str(own))
    assert done.returncode == 2
    assert "no source peple" in done.stderr


def test_a_removed_article_is_nowhere_until_it_is_brought_back(barometer, own, record):
    every = ids_found(barometer, own, "义乌")
    gone = every[0]
    assert barometer("remove", str(gone), BAROMETER_DATA=str(own)).returncode == 0
    assert gone not in ids_found(barometer, own, "义乌")
    exported = barometer("export", "claims", BAROMETER_DATA=str(own)).stdout
    assert all(json.loads(line)["article_id"] != gone for line in exported.splitlines())
    barometer("reindex", BAROMETER_DATA=str(own))
    assert gone not in ids_found(barometer, own, "义乌")
    assert "was removed already" in barometer("remove", str(gone), BAROMETER_DATA=str(own)).stdout
    with record.reading() as connection:
        url = connection.execute(select(articles.c.url).where(articles.c.id == gone)).scalar_one()
    assert "is back" in barometer("remove", url, "--undo", BAROMETER_DATA=str(own)).stdout
    assert ids_found(barometer, own, "义乌") == every


def test_removing_what_is_not_there_says_how_to_name_it(barometer, own):
    done = barometer("remove", "12", BAROMETER_DATA=str(own))
    assert done.returncode == 1
    assert "there is no article '12'" in done.stderr


def test_a_copy_brought_back_elsewhere_is_the_same_record(barometer, own, record, tmp_path):
    copies, other = tmp_path / "copies", tmp_path / "other"
    assert "new segments" in barometer("backup", str(copies), BAROMETER_DATA=str(own)).stdout
    assert barometer("backup", str(copies), BAROMETER_DATA=str(own)).stdout.endswith(" 0 new segments of evidence\n")
    done = barometer("restore", str(copies), BAROMETER_DATA=str(other))
    assert done.returncode == 0, done.stderr
    restored = open_record(f"sqlite:///{other / 'record.sqlite3'}")
    assert record_digest(restored) == record_digest(record)
    restored.close()
    assert ids_found(barometer, other, "义乌") == ids_found(barometer, own, "义乌")
    evidence = {each.relative_to(own): each.read_bytes() for each in (own / "evidence").rglob("*.warc.gz")}
    assert evidence
    assert evidence == {each.relative_to(other): each.read_bytes() for each in (other / "evidence").rglob("*.warc.gz")}


@pytest.mark.parametrize("inside", [".", "evidence", "evidence/2025-06"])
def test_a_copy_into_the_data_folder_itself_is_refused(barometer, own, inside):
    before = sorted(own.rglob("*"))
    done = barometer("backup", str(own / inside), BAROMETER_DATA=str(own))
    assert done.returncode == 1
    assert "is the data folder itself" in done.stderr
    assert sorted(own.rglob("*")) == before


def test_a_record_that_is_there_is_put_aside_only_when_asked(barometer, own, tmp_path):
    copies = tmp_path / "copies"
    barometer("backup", str(copies), BAROMETER_DATA=str(own))
    done = barometer("restore", str(copies), BAROMETER_DATA=str(own))
    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert list(own.glob("record-before-*")) == []
    assert barometer("restore", str(copies), "--replace", BAROMETER_DATA=str(own)).returncode == 0
    assert len(list(own.glob("record-before-*.sqlite3"))) == 1
    assert ids_found(barometer, own, "义乌")


def test_nothing_is_put_aside_while_somebody_works_on_it(barometer, own, record, tmp_path):
    copies = tmp_path / "copies"
    barometer("backup", str(copies), BAROMETER_DATA=str(own))
    with record.writing() as connection:
        connection.execute(
            text("UPDATE sources SET lease_holder = 'pid 7', lease_until = '2999-01-01 00:00:00' WHERE id = 'people'")
        )
    done = barometer("restore", str(copies), "--replace", BAROMETER_DATA=str(own))
    assert done.returncode == 1
    assert "pid 7 works on the record" in done.stderr


@pytest.mark.parametrize("damage", [b"no database at all", b""])
def test_a_damaged_copy_is_refused(barometer, tmp_path, damage):
    copy = tmp_path / "record-20250601T000000Z.sqlite3"
    copy.write_bytes(damage)
    done = barometer("restore", str(copy), BAROMETER_DATA=str(tmp_path / "data"))
    assert done.returncode == 1
    assert "is no copy of a record" in done.stderr
    assert not (tmp_path / "data" / "record.sqlite3").exists()
    (tmp_path / "empty").mkdir()
    done = barometer("restore", str(tmp_path / "empty"), BAROMETER_DATA=str(tmp_path / "data"))
    assert "there is no copy of a record" in done.stderr
