"""One run of the sample edition, shared by the tests that look at what it left."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
Barometer = Callable[..., subprocess.CompletedProcess[str]]


def call(data: Path, *arguments: str, text: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "barometer", *arguments],
        cwd=PROJECT,
        env={**os.environ, "BAROMETER_DATA": str(data), "COLUMNS": "100", **environment},
        input=text,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The data folder of a finished `barometer demo`, and what it printed."""
    data = tmp_path_factory.mktemp("sample")
    done = call(data, "demo")
    assert done.returncode == 0, done.stdout + done.stderr
    return data, done.stdout


@pytest.fixture
def barometer(sample: tuple[Path, str]) -> Barometer:
    """Run a command on the sample edition."""

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        data = sample[0] if arguments[0] == "demo" else sample[0] / "demo"
        return call(data, *arguments, **more)

    return run
