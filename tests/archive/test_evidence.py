"""The raw response behind a part: on disk before the record says so, readable by others, and checked when read."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from barometer.archive import evidence as evidence_module
from barometer.archive.evidence import EvidenceWriter, read_evidence
from barometer.errors import RecordError
from tests.archive.crawling import START

URL = "http://a.example/1"
HEADERS = {"content-type": "text/html", "content-encoding": "gzip", "etag": '"1"', "x-odd": "ü\tvalue"}


def test_what_was_written_is_read_back_byte_for_byte(tmp_path: Path) -> None:
    writer = EvidenceWriter(tmp_path / "evidence", 1)
    bodies = [b"first", b"", "义乌".encode("gb18030"), bytes(range(256)) * 1000, b"WARC/1.1\r\n\r\n"]
    refs = [writer.write(URL, 200, HEADERS, body, START) for body in bodies]
    assert [read_evidence(tmp_path / "evidence", ref) for ref in refs] == bodies  # while it is still being written
    writer.close()
    assert len({ref.segment for ref in refs}) == 1


def test_other_programs_read_the_segment(tmp_path: Path) -> None:
    writer = EvidenceWriter(tmp_path, 7)
    ref = writer.write(URL, 200, HEADERS, b"one", START)
    writer.write("http://a.example/2", 403, {}, b"two", START)
    writer.close()
    with (tmp_path / ref.segment).open("rb") as file:
        found = [
            (one.rec_headers["WARC-Target-URI"], one.http_headers.get_statuscode(), one.content_stream().read())
            for one in ArchiveIterator(file, verify_http=False)
        ]
    assert found == [(URL, "200", b"one"), ("http://a.example/2", "403", b"two")]


def test_the_body_is_kept_as_it_was_decoded(tmp_path: Path) -> None:
    writer = EvidenceWriter(tmp_path, 1)
    ref = writer.write(URL, 200, HEADERS, b"plain text", START)
    writer.close()
    with (tmp_path / ref.segment).open("rb") as file:
        [one] = [record.http_headers for record in ArchiveIterator(file)]
        assert one["Content-Encoding"] is None
        assert one["etag"] == '"1"'


def test_file_and_folders_are_on_disk_before_the_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def note(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()).removeprefix(str(tmp_path)))
        real(handle)

    monkeypatch.setattr(evidence_module.os, "fsync", note)
    writer = EvidenceWriter(tmp_path / "data" / "evidence", 1)
    ref = writer.write(URL, 200, {}, b"body", START)
    file = f"/data/evidence/{ref.segment}"
    assert set(synced) == {file, "/data/evidence/2026-03", "/data/evidence", "/data", ""}
    assert synced[-1] == file
    assert (tmp_path / "data" / "evidence" / ref.segment).stat().st_size == ref.offset + ref.length
    writer.close()


def test_a_segment_is_never_reopened(tmp_path: Path) -> None:
    first = EvidenceWriter(tmp_path, 1)
    one = first.write(URL, 200, {}, b"one", START)
    first.close()
    second = EvidenceWriter(tmp_path, 1)  # the same run id in the same process: a record that was restored
    two = second.write(URL, 200, {}, b"two", START)
    second.close()
    assert one.segment != two.segment
    assert [read_evidence(tmp_path, ref) for ref in (one, two)] == [b"one", b"two"]


def test_a_full_segment_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_module, "SEGMENT_LIMIT", 1000)
    writer = EvidenceWriter(tmp_path, 1)
    refs = [writer.write(URL, 200, {}, os.urandom(600), START) for _ in range(4)]
    writer.close()
    assert len({ref.segment for ref in refs}) == 2


def test_nothing_is_created_before_something_is_written(tmp_path: Path) -> None:
    EvidenceWriter(tmp_path / "evidence", 1).close()
    assert not (tmp_path / "evidence").exists()


def test_evidence_that_is_not_what_was_recorded_is_told(tmp_path: Path) -> None:
    writer = EvidenceWriter(tmp_path, 1)
    ref = writer.write(URL, 200, {}, b"body" * 100, START)
    writer.close()
    with pytest.raises(RecordError, match=r"run-1-.*digest differs"):
        read_evidence(tmp_path, replace(ref, sha256="0" * 64))
    with pytest.raises(RecordError, match="cannot be read"):
        read_evidence(tmp_path, replace(ref, segment="2026-03/none.warc.gz"))
    path = tmp_path / ref.segment
    whole = path.read_bytes()
    for broken in (whole[:50], whole[:60] + b"\xff" * 20 + whole[80:], b"\x00" * len(whole), b""):
        path.write_bytes(broken)
        with pytest.raises(RecordError, match=ref.segment):
            read_evidence(tmp_path, ref)
