"""The source files as the daemon has them: read again when one changes; one that is wrong costs its own source only."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from barometer.sources import Source, read_sources

Signature = tuple[tuple[str, int, int], ...]


class WatchedSources:
    """Source files that may change at any time.

    `current` has the sources as they were last read well, `problems` what is wrong with files now, by id: these sources
    keep their schedules and rest until their files are mended.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._seen: Signature | None = None
        self.current: Mapping[str, Source] = {}
        self.problems: Mapping[str, str] = {}

    def refresh(self) -> bool:
        """Read the files again if one has changed; tell whether they were.

        Raises SourceError for a folder that is gone.
        """
        signature = self._signature()
        if signature == self._seen:
            return False
        read = read_sources(*self._folders)
        former = {name: source for name, source in self.current.items() if name in read.problems}
        self.current = {**former, **read.sources}
        self.problems = read.problems
        self._seen = signature
        return True

    def _signature(self) -> Signature:
        found = []
        for folder in self._folders:
            for path in sorted(folder.glob("*.yaml")):
                try:
                    state = path.stat()
                except FileNotFoundError:
                    continue
                found.append((str(path), state.st_mtime_ns, state.st_size))
        return tuple(found)
