"""The folder of the embedded index: one generation is current, another may be growing beside it.

    current            the name of the generation that answers
    writer.lock        held for one batch by whoever writes
    rebuild.lock       held by whoever builds the next generation
    building           the name of the generation being built
    <generation>/      format.json, articles/, claims/, journal/

A generation takes over by replacing the small file `current`, which is atomic: a reader sees the old or the new one.
Locks are the operating system's, so a killed process holds none.
"""

import fcntl
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from barometer.errors import IndexBusy, SearchError
from barometer.search.analysis import ANALYZER_VERSION

# Raised by one whenever fields change: an index made with another number is refused.
SCHEMA_VERSION = 1

_FORMAT = {"schema": SCHEMA_VERSION, "analyzer": ANALYZER_VERSION}


def current_generation(folder: Path) -> Path:
    """The generation that answers now. Raises SearchError where there is none."""
    try:
        return folder / (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise SearchError(f"there is no search index in {folder}; run: barometer reindex") from None


def check_format(generation: Path) -> None:
    """Refuse a generation whose fields or tokens are not those of this program."""
    try:
        found = json.loads((generation / "format.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = None
    if found != _FORMAT:
        raise SearchError(
            f"the search index in {generation.parent} was made by another version; run: barometer reindex"
        )


def new_generation(folder: Path) -> Path:
    """An empty folder for a generation that is not current yet."""
    generation = folder / uuid.uuid4().hex
    for part in ("articles", "claims", "journal"):
        (generation / part).mkdir(parents=True)
    (generation / "format.json").write_text(json.dumps(_FORMAT), encoding="utf-8")
    return generation


def make_current(folder: Path, generation: Path) -> None:
    """Let a generation answer from now on, durably, and drop all others."""
    beside = folder / f"current.{uuid.uuid4().hex}"
    with beside.open("w", encoding="utf-8") as file:
        file.write(generation.name)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / "current")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    drop_others(folder, generation)


def drop_others(folder: Path, *kept: Path) -> None:
    """Delete every generation but these; readers that are in the middle of one keep what they have open."""
    for entry in folder.iterdir():
        if entry.is_dir() and entry not in kept:
            # Renamed first, so that nobody opens half of it.
            dropped = entry.with_suffix(".dropped")
            entry.rename(dropped)
            shutil.rmtree(dropped, ignore_errors=True)


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold a lock file, trying for `wait` seconds. Raises IndexBusy when another process keeps it longer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        until = time.monotonic() + wait
        pause = 0.005
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                left = until - time.monotonic()
                if left <= 0:
                    raise IndexBusy(
                        f"another process has held the search index in {path.parent} for {wait:g} s; try again later"
                    ) from None
                time.sleep(min(pause, left))
                pause = min(pause * 2, 0.2)
        yield


def is_locked(path: Path) -> bool:
    """Whether some process holds this lock now."""
    try:
        with locked(path, 0):
            return False
    except IndexBusy:
        return True
