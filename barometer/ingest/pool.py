"""The reading pool: all work on fetched bytes happens in worker processes that may hang or crash at no cost to others.

Workers are spawned warm, limited in processor time and memory, replaced when they fail, and die with the crawl.
"""

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import TimeoutError as FutureTimeout
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from barometer.claims import ENGINE_VERSION
from barometer.errors import ReadError
from barometer.ingest.extracted import Extracted
from barometer.ingest.process import die_with_parent, limit_memory, limit_processor_time
from barometer.ingest.storable import storable_outcome
from barometer.model import Claim, Outcome, OutcomeKind, RequestKind
from barometer.sources import Source

Result = TypeVar("Result")
MEMORY = 3 * 2**30
WALL_FACTOR = 6  # a busy machine may take that much longer than the processor time allowed


class _PoolBroken(Exception):
    """Raised when no worker will read anything: that says nothing about the page."""


class ReadingPool:
    """Reads pages and claims elsewhere. Create it in the main thread of the crawl; `close` ends the workers.

    `indicators` are files of indicators beside the built-in ones.
    """

    def __init__(self, workers: int, seconds: int, indicators: tuple[Path, ...] = ()) -> None:
        self._seconds = seconds
        self._indicators = indicators
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=500,
            initializer=_prepare_worker,
            initargs=(os.getpid(),),
            context=multiprocessing.get_context("spawn"),
        )

    def warm(self) -> None:
        """Start the workers now rather than at the first page."""
        self._pool.schedule(_nothing)

    async def read(
        self, body: bytes, headers: Mapping[str, str], url: str, source: Source, kind: RequestKind, now: datetime
    ) -> Outcome:
        """Read a page; what hangs or kills its worker is quarantined, told with the limit it broke."""
        try:
            return await self._run(_read_limited, (self._seconds, body, dict(headers), url, source, kind, now))
        except _PoolBroken as error:
            return Outcome(OutcomeKind.FAILED, problem=str(error))
        except FutureTimeout:
            return Outcome(
                OutcomeKind.QUARANTINED, problem=f"reading it took more than {self._seconds * WALL_FACTOR} s"
            )
        except ProcessExpired as error:
            return Outcome(OutcomeKind.QUARANTINED, problem=_why_expired(error, self._seconds))
        except Exception as error:  # noqa: BLE001 - a bug in reading costs this page only, and is told
            return Outcome(OutcomeKind.QUARANTINED, problem=f"reading it raised {type(error).__name__}: {error}")

    async def extract(self, text: str, published: datetime | None, source_name: str | None) -> Extracted:
        """Read the claims of an article; when that hangs or fails the article is to be reprocessed."""
        try:
            return await self._run(_extract_limited, (self._seconds, text, published, source_name, self._indicators))
        except Exception:  # noqa: BLE001 - whatever happened, the article itself must be recorded
            return Extracted((), ENGINE_VERSION, complete=False)

    def apply(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Call a function on fetched bytes and wait for it. Raises ReadError when it takes too long or crashes."""
        try:
            result: Result = asyncio.run(self._run(_apply_limited, (self._seconds, function, arguments)))
        except (FutureTimeout, ProcessExpired, _PoolBroken) as error:
            told = _why_expired(error, self._seconds) if isinstance(error, ProcessExpired) else str(error)
            raise ReadError(told or f"reading it took more than {self._seconds * WALL_FACTOR} s") from error
        return result

    async def _run(self, function: Callable[..., Result], arguments: tuple[Any, ...]) -> Result:
        try:
            future = self._pool.schedule(function, args=arguments, timeout=self._seconds * WALL_FACTOR)
        except RuntimeError as error:
            raise _PoolBroken(f"no process to read pages could be started: {error}") from error
        result: Result = await asyncio.wrap_future(future)
        return result

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble has no annotations
        self._pool.join()


def _why_expired(error: ProcessExpired, seconds: int) -> str:
    if error.exitcode == -24:  # SIGXCPU
        return f"reading it took more than {seconds} s of processor time"
    return f"the process that read it died (exit code {error.exitcode})"


def _prepare_worker(parent: int) -> None:
    die_with_parent(parent)
    limit_memory(MEMORY)
    _reader()


def _nothing() -> None:
    """Exist, so that scheduling it starts a worker."""


def _read_limited(
    seconds: int,
    body: bytes,
    headers: Mapping[str, str],
    url: str,
    source: Source,
    kind: RequestKind,
    now: datetime,
) -> Outcome:
    limit_processor_time(seconds)
    return storable_outcome(_reader()(body, headers, url, source, kind, now))


def _reader() -> Callable[..., Outcome]:
    from barometer.articles import read  # noqa: PLC0415 - .35 s that the crawl's own process need not spend

    return read


def _apply_limited(seconds: int, function: Callable[..., Result], arguments: tuple[Any, ...]) -> Result:
    limit_processor_time(seconds)
    return function(*arguments)


def _extract_limited(
    seconds: int, text: str, published: datetime | None, source_name: str | None, indicators: tuple[Path, ...]
) -> Extracted:
    extract = _extractor(indicators)
    limit_processor_time(seconds)
    return Extracted(tuple(extract(text, published, source_name)), ENGINE_VERSION)


@cache
def _extractor(indicators: tuple[Path, ...]) -> Callable[[str, datetime | None, str | None], Iterable[Claim]]:
    from barometer.claims import extract, load_lexicon  # noqa: PLC0415 - 1 s that a crawl without news need not spend

    lexicon = load_lexicon(*indicators)
    extract("", None, None, lexicon)  # what it makes on first use is not of the first article's time
    return partial(extract, lexicon=lexicon)
