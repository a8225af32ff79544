"""The source files as the daemon has them: read again when one changes, the old ones kept while a new one is wrong."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from barometer.errors import SourceError
from barometer.sources import Source, load_sources

Signature = tuple[tuple[str, int, int], ...]


class WatchedSources:
    """Source files that may change at any time."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._seen: Signature | None = None
        self._problem: SourceError | None = None
        self.current: Mapping[str, Source] = {}

    def refresh(self) -> bool:
        """Read the files again if one has changed; tell whether there is something new.

        Raises SourceError, each time until it is mended, for files that cannot be used.
        """
        signature = self._signature()
        if signature == self._seen:
            if self._problem is not None:
                raise self._problem
            return False
        try:
            self.current = load_sources(*self._folders)
            self._problem = None
        except SourceError as error:
            self._problem = error
            raise
        finally:
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
