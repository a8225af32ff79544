"""One run of the sample edition, shared by the tests that look at what it left."""

import contextlib
import fcntl
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from barometer.cli import main
from tests.crawler.site import serving

PROJECT = Path(__file__).parents[2]
site = pytest.fixture(serving)
Barometer = Callable[..., subprocess.CompletedProcess[str]]


def call(data: Path, *arguments: str, text: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "barometer", *arguments],
        cwd=PROJECT,
        env={**os.environ, "BAROMETER_DATA": str(data), "COLUMNS": "100", **environment},
        input=text,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The data folder of a finished `barometer demo`, and what it printed: run once for all test processes."""
    own = tmp_path_factory.mktemp("sample") / "data"
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "finished-sample"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        printed = shared / "printed"
        if not printed.exists():
            done = call(shared / "data", "demo")
            assert done.returncode == 0, done.stdout + done.stderr
            printed.write_text(done.stdout, encoding="utf-8")
    shutil.copytree(shared / "data", own)
    return own, printed.read_text(encoding="utf-8")


def written(stream: io.TextIOWrapper) -> str:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


@pytest.fixture
def barometer_on(monkeypatch: pytest.MonkeyPatch) -> Barometer:
    """Run a command on a data folder, in this process; crawls in one of their own."""

    def run(data: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"BAROMETER_DATA": str(data), "COLUMNS": "100"} | environment
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["barometer", *arguments])
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as left:
                main()
        code = left.value.code if isinstance(left.value.code, int) else 1
        return subprocess.CompletedProcess(arguments, code, written(out), written(err))

    return run


@pytest.fixture
def barometer(sample: tuple[Path, str], barometer_on: Barometer) -> Barometer:
    """Run a command on the sample edition, in this process; crawls in one of their own."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        if arguments[0] == "demo":
            return call(sample[0], *arguments, **environment)
        return barometer_on(sample[0] / "demo", *arguments, **environment)

    return run
