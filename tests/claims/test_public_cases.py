"""The public cases of other projects, read at run time from $BAROMETER_SHARED: the bars are held."""

import importlib.util
import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims" / "public"
SCRIPT = Path(__file__).parents[2] / "benchmarks" / "claims_public.py"


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no public cases at {SHARED}: set BAROMETER_SHARED")
def test_every_bar_is_reached():
    spec = importlib.util.spec_from_file_location("claims_public", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    reached = {name: share for name, share, _ in script.results()}
    missed = {name: share for name, share in reached.items() if share < script.BARS[name] - 1e-9}
    assert set(reached) == set(script.BARS)
    assert not missed
