"""Real recorded pages, where they are at hand: each field as a person read it (benchmarks/recorded_pages.py)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))


@pytest.mark.skipif(not (SHARED / "recorded").exists(), reason=f"no {SHARED}/recorded: set BAROMETER_SHARED")
@pytest.mark.parametrize(
    "outlet",
    [
        "wechat/",
        "weibo/",
        "people/",
        "gov/",
        "cctv/",
        "cgtn/",
        "huanqiu/",
        "xinhua/",
        "chinadaily/",
        "chinanews/",
        "scmp/",
    ],
)
def test_every_page_of_the_outlet_is_right(outlet):
    command = [sys.executable, str(ROOT / "benchmarks" / "recorded_pages.py"), "--wrong", "--only", outlet]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
