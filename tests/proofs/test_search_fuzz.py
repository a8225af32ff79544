"""Ten thousand queries of any kind, asked of pages, API and exports on both engines: none breaks, none hangs."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from barometer.archive.record import open_record
from barometer.clock import now
from barometer.ingest.drain import drain
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index
from barometer.website.app import create_app
from barometer.website.names import Directory
from tests.conftest import Databases
from tests.proofs.big_record import fill
from tests.search.random_documents import Chance
from tests.search.test_query import PIECES

SEED = 20251129
MANY = 10_000
HANG = 5.0  # seconds of our own work
LONGEST = 30.0  # seconds with waiting for a server, on a machine with other work
PATHS = ("/", "/claims", "/api/search", "/api/claims", "/export/articles.jsonl", "/export/claims.csv")
NAMES = (
    "source", "language", "place", "indicator", "after", "before", "period", "minimum", "maximum", "unit", "status",
    "sort", "order", "limit", "cursor", "shown", "expand", "lang",
)  # fmt: skip
VALUES = (
    "", "yes", "no", "zh", "relevance", "date", "value", "up", "2025", "2025-06-31", "9" * 50, "-1", "5e9", "1e999",
    "r10", "r-5", "d1:x", "d1:" + "9" * 30, "s3", "d99999999999999999999:1", "\x00", "../../etc", "%", "'\"><script>",
    "義烏", "source7", "Yiwu",
)  # fmt: skip


class Anything(Chance):
    """Questions from sensible to absurd."""

    def question(self) -> str:
        kind = self.random.randrange(6)
        if kind == 0:
            return self.query()
        if kind == 1:
            return "".join(self.random.choice(PIECES) for _ in range(self.random.randint(1, 25)))
        if kind == 2:
            return "".join(chr(self.random.randrange(1, 0x2FFFF)) for _ in range(self.random.randint(1, 60)))
        if kind == 3:
            piece = self.random.choice(["(", "-", '"', "a ", "义乌 ", "NEAR ", "a|", "title:"])
            return piece * self.random.randint(1, 400)
        if kind == 4:
            word = self.random.choice(["义乌", "export", "ß", "é́", "１２"])
            return self.random.choice([" ", " | ", " NEAR/100 "]).join([word] * self.random.randint(2, 300))[:2_050]
        cut = self.query()
        at = self.random.randrange(len(cut) + 1)
        return cut[:at] + self.random.choice(PIECES) + cut[at:]

    def parameters(self) -> dict[str, str]:
        some = self.random.sample(NAMES, self.random.choice([0, 0, 0, 1, 1, 2, 4]))
        return {"q": self.question()} | {name: self.random.choice(VALUES) for name in some}


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    if request.param == "embedded":
        return EmbeddedIndex(tmp_path / "index")
    made: Index = request.getfixturevalue("elastic_index")
    return made


def test_no_query_breaks_or_hangs(engine: Index, databases: Databases, times: Callable[[int], int]) -> None:
    record = open_record(databases.migrated("sqlite"))
    fill(record, 200, length=0.1)
    drain(record, engine, now)
    app = create_app(record, engine, Directory({}, {}))
    site = TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
    chance = Anything(SEED)
    answers: Counter[int] = Counter()
    slowest = (0.0, "")
    for number in range(times(MANY)):
        path = chance.random.choice(PATHS if number % 5 == 0 else PATHS[:4])
        parameters = {name: value.encode("utf-8", "replace").decode() for name, value in chance.parameters().items()}
        began, clock = time.process_time(), time.monotonic()
        answer = site.get(path, params=parameters)
        slowest = max(slowest, (time.process_time() - began, f"{path} {parameters}"))
        answers[answer.status_code] += 1
        assert answer.status_code in {200, 400}, (path, parameters, answer.text[:300])
        assert "Traceback" not in answer.text
        assert slowest[0] < HANG, slowest
        assert time.monotonic() - clock < LONGEST, (path, parameters)
    told = f"{answers.total():,} questions, seed {SEED}: {dict(answers)}; 0 server errors, 0 hangs"
    print(f"\n{type(engine).__name__}: {told}; the slowest took {slowest[0]:.2f} s of our processor")
    assert answers[200] > answers.total() / 10
