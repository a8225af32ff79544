"""Cases of robots.txt by others and by ourselves: how many this project decides as they say, and Protego alone.

    python benchmarks/robots.py [--wrong]

The reference parser's cases that are not Google's own extensions are the rule (RFC 9309); the other sets disagree with
each other where the RFC is silent, and are information. REASONS says why each wrong one stays.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from protego import Protego

from barometer.network.robots import RobotsAnswer, decide

CORPUS = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "corpora" / "robots"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SETS = ("google_robotstxt", "protego_tests", "reppy", "cpython_robotparser")
ENCODING = "an address or rule that is not percent-encoded is encoded first: what a server gets decides"
LINES = "lines over 16,664 bytes are not cut: the limit is Google's own"
GROUPS = "an unknown line does not close a group (RFC 9309, 2.2.1; Google alike): `*` and the next agent are one group"
DRAFT = "the draft of 1996, which the RFC replaced"
REASONS = {
    "ID_Encoding#3": ENCODING,
    "ID_Encoding#5": ENCODING,
    "ID_Encoding#6": ENCODING,
    "GoogleOnly_LineTooLong#2": LINES,
    "GoogleOnly_LineTooLong#5": LINES,
    "UserAgentGoogleMobileTest.bad#1": DRAFT,
    "UseFirstUserAgentWildcardTest.good#1": DRAFT,
    "GoogleOnly_AcceptUserAgentUpToFirstSpace#2": "our agent has no space; of `Foo Bar` the product token Foo counts",
    **{f"test_grouping_unknown_keys#{number}": GROUPS for number in (1, 2, 3)},
    "test_robots.test_grouping_unknown_keys#1": GROUPS,
    "test_robots.test_no_leading_user_agent#2": "rules before any user-agent line count for nobody (RFC 9309, 2.2.1)",
    "test_robots.test_skip_malformed_line#1": "`Disallow /x` without a colon is read, as Google reads it",
}


@dataclass(frozen=True, slots=True)
class Score:
    """How one set came out: ours and Protego's right ones of all, and the names of what is wrong."""

    name: str
    cases: int
    ours: int
    protego: int
    wrong: tuple[str, ...]


def ours(row: dict[str, Any]) -> bool:
    body = row["robots_txt"].encode("utf-8", "surrogatepass")
    return decide(RobotsAnswer(200, body), NOW).can_fetch(row["url"], row["user_agent"])


def by_protego(row: dict[str, Any]) -> bool:
    return bool(Protego.parse(row["robots_txt"]).can_fetch(row["url"], row["user_agent"]))


def scores() -> Iterator[Score]:
    for name in SETS:
        rows = [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text("utf-8").splitlines()]
        groups = {name: rows}
        if any("google_only" in row for row in rows):
            groups = {
                f"{name}: the RFC": [row for row in rows if not row["google_only"]],
                f"{name}: Google's own": [row for row in rows if row["google_only"]],
            }
        for told, group in groups.items():
            wrong = tuple(row["name"] for row in group if ours(row) != row["allowed"])
            yield Score(told, len(group), len(group) - len(wrong), _right(group, by_protego), wrong)


def _right(rows: list[dict[str, Any]], decides: Callable[[dict[str, Any]], bool]) -> int:
    return sum(decides(row) == row["allowed"] for row in rows)


def main() -> int:
    every = list(scores())
    for score in every:
        print(f"{score.name:<32} {score.ours:>4} of {score.cases:<4} right, Protego alone {score.protego}")
    wrong = [name for score in every for name in score.wrong]
    print(f"{'all':<32} {sum(s.ours for s in every):>4} of {sum(s.cases for s in every)}")
    for name in wrong:
        print(f"  {name}: {REASONS.get(name, 'NO REASON')}")
    return 0 if set(wrong) <= set(REASONS) else 1


if __name__ == "__main__":
    sys.exit(main())
