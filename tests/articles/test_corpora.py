"""Shared collections of hard cases, where they are at hand: as many are right as benchmarks/corpora.py says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))


@pytest.mark.skipif(not (SHARED / "corpora").exists(), reason=f"no {SHARED}/corpora: set BAROMETER_SHARED")
@pytest.mark.parametrize("name", ["feeds", "sitemaps", "url", "dates"])
def test_as_many_are_right_as_were(name):
    command = [sys.executable, str(ROOT / "benchmarks" / "corpora.py"), name, "--wrong"]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
