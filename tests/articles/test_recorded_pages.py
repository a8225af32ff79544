"""Real recorded pages, where they are at hand: each field as a person read it (benchmarks/recorded_pages.py)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))


@pytest.mark.skipif(not (SHARED / "recorded").exists(), reason=f"no {SHARED}/recorded: set BAROMETER_SHARED")
def test_every_page_is_right_and_the_documentation_says_in_which_fields():
    command = [sys.executable, str(ROOT / "benchmarks" / "recorded_pages.py"), "--table"]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    rows = [line for line in run.stdout.splitlines() if line.startswith("|")]
    page = (ROOT / "docs" / "sources.md").read_text("utf-8").splitlines()
    assert rows == [line for line in page if line.startswith("| `") and "/" in line.split("`")[1]]
