"""Evidence: the raw response behind each recorded part, in WARC segments (ISO 28500, WARC 1.1).

A segment belongs to one process of one run, is created at its first record, never reopened, and is on disk (file and
folder synced) before the transaction that stores where in it a response lies. Several writers on one daily file left 2
of 1,000 records readable (measured).
"""

import hashlib
import io
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from barometer.errors import RecordError

SEGMENT_LIMIT = 256 * 2**20
DECODED = {"content-encoding", "transfer-encoding", "content-length"}  # the crawler hands over decoded bodies


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Where a response lies: segment file (relative to the evidence folder), offset and length in it, body digest."""

    segment: str
    offset: int
    length: int
    sha256: str


class EvidenceWriter:
    """Writes the responses of one process of one run."""

    def __init__(self, folder: Path, run_id: int) -> None:
        self._folder = folder
        self._run_id = run_id
        self._number = 0
        self._file: BinaryIO | None = None
        self._segment = ""

    def write(self, url: str, status: int, headers: Mapping[str, str], body: bytes, at: datetime) -> EvidenceRef:
        """Store one response and wait until it is on disk."""
        file = self._open(at)
        offset = file.tell()
        writer = WARCWriter(file, gzip=True)
        kept = [(name, value) for name, value in headers.items() if name.lower() not in DECODED]
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders(f"{status} ", kept, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        writer.write_record(record)
        file.flush()
        os.fsync(file.fileno())
        return EvidenceRef(self._segment, offset, file.tell() - offset, hashlib.sha256(body).hexdigest())

    def close(self) -> None:
        """Close the open segment, if any."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self, at: datetime) -> BinaryIO:
        if self._file is not None and self._file.tell() < SEGMENT_LIMIT:
            return self._file
        self.close()
        folder = self._folder / f"{at:%Y-%m}"
        made = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        self._file = self._create(folder)
        for each in (folder, *(one.parent for one in made)):
            _sync_folder(each)
        return self._file

    def _create(self, folder: Path) -> BinaryIO:
        """Create the next segment. A restored record counts its runs again: what is there is never written to."""
        while True:
            self._number += 1
            name = f"run-{self._run_id}-{os.getpid()}-{self._number}.warc.gz"
            self._segment = f"{folder.name}/{name}"
            try:
                return (folder / name).open("xb")
            except FileExistsError:
                continue


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_evidence(folder: Path, ref: EvidenceRef) -> bytes:
    """Give the body that was fetched. Raises RecordError when it is not there or is not what was recorded."""
    try:
        with (folder / ref.segment).open("rb") as file:
            file.seek(ref.offset)
            member = io.BytesIO(file.read(ref.length))
    except OSError as error:
        raise RecordError(f"evidence {ref.segment} cannot be read: {error}") from error
    try:
        for record in ArchiveIterator(member):
            body: bytes = record.content_stream().read()
            if hashlib.sha256(body).hexdigest() == ref.sha256:
                return body
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error) as error:
        raise RecordError(f"evidence {ref.segment} at {ref.offset} is damaged: {error}") from error
    raise RecordError(f"evidence {ref.segment} at {ref.offset} is not what was recorded: its digest differs")
