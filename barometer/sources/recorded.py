"""Folders of recorded pages: which file answers which URL."""

import csv
import gzip
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from barometer.errors import SourceError

INDEX = "SOURCES.tsv"
STAND_IN = "https://recorded.invalid"  # RFC 2606: a name that never resolves, for pages whose address is not known


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """One answer of a recorded site; `asked` is the body of the POST that it answers, None for a GET."""

    url: str
    path: Path
    status: int = 200
    content_type: str | None = None
    asked: str | None = None

    def body(self) -> bytes:
        """Give the bytes of the page, unpacked when the file is a .gz."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if self.path.suffix == ".gz" else raw


def recorded_pages(folders: Iterable[Path]) -> Mapping[str, RecordedPage]:
    """Give the pages of the folders by URL, later folders over earlier ones. Raises SourceError for a bad index.

    What answers a POST stands under its URL, a space and what was posted (column `asked`).

    A row without an address gets a stand-in made of its file name; a second row of an address within one folder is kept
    under that address with the file name as its query.
    """
    pages: dict[str, RecordedPage] = {}
    for folder in folders:
        index = folder / INDEX
        try:
            rows = list(csv.DictReader(index.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
        except OSError as error:
            raise SourceError(f"{index}: no recorded site there ({error.strerror}); give one with {INDEX}") from None
        seen: set[str] = set()
        for number, row in enumerate(rows, start=2):
            page = _page(folder, index, number, row)
            if page.asked is not None:
                pages[f"{page.url} {page.asked}"] = page
                continue
            if page.url in seen:
                page = replace(page, url=f"{page.url}?recorded={page.path.name}")
            seen.add(page.url)
            pages[page.url] = page
    return pages


def _page(folder: Path, index: Path, number: int, row: Mapping[str, str | None]) -> RecordedPage:
    name = row.get("file") or ""
    url = row.get("original_url") or f"{STAND_IN}/{name}"
    status = row.get("status") or "200"
    if not status.isdigit():
        raise SourceError(f"{index}, line {number}: status {status!r} is no HTTP status such as 200 or 404")
    path = folder / name
    if name and not path.is_file():
        raise SourceError(f"{index}, line {number}: there is no file {name!r} in the folder")
    return RecordedPage(url, path, int(status), row.get("content_type") or None, row.get("asked") or None)


def etag_of(body: bytes) -> str:
    """Name a body for conditional requests (RFC 9110 §8.8.3)."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'
