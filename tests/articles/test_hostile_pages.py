"""Pages made to break readers end in an outcome, in good time. All of them: benchmarks/articles_hostile.py."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from barometer.articles import read
from barometer.model import OutcomeKind, RequestKind
from barometer.sources import load_sources

ROOT = Path(__file__).parents[2]
MAKER = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared")) / "corpora" / "html-hostile" / "make.py"
KINDS = (
    "deep_div_100k,attr_many_50k,text_combining_flood,table_cells_25k,p_unclosed_60k,entity_bad,gbk_declared_gb2312,"
    "utf16be_nobom,charset_python_codec,comment_unclosed,only_nul,binary_as_html,jsonld_deep,base_hostile"
)
SLOWEST = 10.0  # seconds of CPU; the reading pool's limit is of this size


@pytest.mark.skipif(not MAKER.exists(), reason=f"no {MAKER}: set BAROMETER_SHARED")
def test_every_kind_ends_in_an_outcome(tmp_path):
    subprocess.run([sys.executable, str(MAKER), str(tmp_path), "--only", KINDS], check=True, capture_output=True)
    sources = load_sources(ROOT / "settings" / "sources")
    cases = [json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(cases) >= len(KINDS.split(","))
    for case in cases:
        body, headers = (tmp_path / case["file"]).read_bytes(), {"Content-Type": case["content_type"]}
        for source, kind in (("any", RequestKind.ARTICLE), ("people", RequestKind.LISTING)):
            started = time.process_time()
            outcome = read(body, headers, "http://x.example/", sources[source], kind, datetime.now(UTC))
            assert outcome.kind in OutcomeKind
            assert time.process_time() - started < SLOWEST, case["file"]
