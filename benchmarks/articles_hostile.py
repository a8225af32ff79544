"""Read every hostile page, each in a child of its own with a time limit, as an article and as a listing.

    python benchmarks/articles_hostile.py [--seconds 10] [--slow 1] [--shared FOLDER]

Made on the spot by $BAROMETER_SHARED/corpora/html-hostile/make.py in a temporary folder. Printed: what hung, died,
raised or took longer than --slow seconds, and the count of all.
"""

import argparse
import json
import logging
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from barometer.articles import read
from barometer.model import RequestKind
from barometer.sources import load_sources

ROOT = Path(__file__).parents[1]
READERS = (("any", RequestKind.ARTICLE), ("people", RequestKind.LISTING), ("jinhua_commerce", RequestKind.LISTING))


def main() -> int:
    """Print what went wrong; exit 1 when something hung, died or raised."""
    options = _options()
    maker = options.shared / "corpora" / "html-hostile" / "make.py"
    results = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(maker), folder], check=True, capture_output=True)
        for line in (Path(folder) / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if not case["file"].endswith((".html", ".xml")):
                continue
            for source, kind in READERS:
                verdict, seconds = _in_child(
                    Path(folder) / case["file"], case["content_type"], source, kind, options.seconds
                )
                results[verdict] += 1
                if verdict != "outcome" or seconds > options.slow:
                    print(f"{case['file']:36} {source:16} {kind:8} {verdict:8} {seconds:6.1f} s", flush=True)
    print("  ".join(f"{verdict} {count}" for verdict, count in results.most_common()))
    return 0 if set(results) <= {"outcome"} else 1


def _in_child(path: Path, content_type: str, source: str, kind: RequestKind, limit: float) -> tuple[str, float]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(path, content_type, source, kind, sender))
    started = time.monotonic()
    child.start()
    sender.close()
    try:
        verdict = receiver.recv() if receiver.poll(limit) else "hung"
    except EOFError:
        verdict = "died"
    seconds = time.monotonic() - started
    child.kill()
    child.join()
    return verdict, seconds


def _read(path: Path, content_type: str, source: str, kind: RequestKind, sender: Any) -> None:
    logging.disable(logging.CRITICAL)
    found = load_sources(ROOT / "settings" / "sources")[source]
    try:
        read(path.read_bytes(), {"Content-Type": content_type}, "http://x.example/", found, kind, datetime.now(UTC))
    except Exception as error:  # noqa: BLE001 - that nothing is raised is what is measured
        sender.send(f"raised {type(error).__name__}")
    else:
        sender.send("outcome")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0, help="time limit of one page")
    parser.add_argument("--slow", type=float, default=1.0, help="print pages slower than this")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared")))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
