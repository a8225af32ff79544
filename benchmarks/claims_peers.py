"""Installs every peer that installs, each in an environment of its own, and compares them with the claims engine.

    python benchmarks/claims_peers.py [--folder FOLDER] [--only NAME …]

Peers go into FOLDER (default: a temporary one) by uv, with the Python each needs where this machine has it; one that
does not install or run is named with the reason. Gold and public cases lie in $BAROMETER_SHARED/claims (default
../shared).
Speed is processor time over the development items, one after the other.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from barometer.claims import extract
from barometer.claims.numbers import numbers

SHARED = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "claims"
READER = Path(__file__).with_name("claims_peer_reader.py")
DEV = {"en": ("dev-en", "dev-articles-en"), "zh": ("dev-zh", "dev-articles-zh")}
KINDS = ("number", "percentage", "currency")
LIMIT = 900


@dataclass(frozen=True)
class Peer:
    name: str
    python: str
    packages: tuple[str, ...]
    languages: tuple[str, ...]
    spans: bool = True  # False: reads a number's words, finds none in a text


PEERS = (
    Peer("quantulum3", "3.11", ("quantulum3",), ("en",)),
    Peer("recognizers", "3.8", ("recognizers-text-suite==1.0.2a2", "emoji<2"), ("en", "zh")),
    Peer("jionlp", "3.11", ("jionlp",), ("zh",)),
    Peer("puckling", "3.13", ("puckling",), ("en",)),
    Peer("cqe", "3.11", ("CQE",), ("en",)),
    Peer("cn2an", "3.11", ("cn2an",), ("zh",), spans=False),
    Peer("text2num", "3.11", ("text2num",), ("en",), spans=False),
    Peer("number_parser", "3.11", ("number-parser",), ("en",), spans=False),
    Peer("unit_parse", "3.11", ("unit-parse",), ("en",), spans=False),
)
Found = list[dict[str, Any]]


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def interpreter(version: str) -> str | None:
    """Give a Python of that version: on the path, or beside the others of a version manager."""
    for path in sorted(Path.home().glob(f".pyenv/versions/{version}*/bin/python")):
        return str(path)
    return shutil.which(f"python{version}")


def install(peer: Peer, folder: Path) -> Path | str:
    """Make the peer's environment; give its interpreter, or why there is none."""
    python = folder / peer.name / "bin" / "python"
    if python.exists():
        return python
    found = interpreter(peer.python)
    if found is None:
        return f"no Python {peer.python} here"
    steps = (
        ["uv", "venv", "--quiet", "--python", found, str(folder / peer.name)],
        ["uv", "pip", "install", "--quiet", "--prerelease=allow", "--python", str(python), *peer.packages],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False, timeout=LIMIT)
        if done.returncode:
            shutil.rmtree(folder / peer.name, ignore_errors=True)
            return f"does not install: {' '.join(done.stderr.split())[:160]}"
    return python


def ask(python: Path, peer: Peer, language: str, texts: list[str]) -> tuple[list[Found], float] | str:
    """Give what a peer finds in each text and its processor seconds, or why it does not run."""
    done = subprocess.run(
        [str(python), str(READER), peer.name, language],
        input=json.dumps(texts), capture_output=True, text=True, check=False, timeout=LIMIT,
    )  # fmt: skip
    if done.returncode:
        return f"does not run: {' '.join(done.stderr.split())[-160:]}"
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["found"], answer["seconds"]


def equal(value: Any, expected: Any) -> bool:
    return value is not None and abs(float(value) - float(expected)) <= max(1e-6 * abs(float(expected)), 0.0005)


def dev_items(language: str) -> list[dict[str, Any]]:
    return [row for name in DEV[language] for row in rows(SHARED / f"{name}.jsonl")]


def value_f1(items: list[dict[str, Any]], found: list[Found]) -> tuple[float, float, float, int]:
    """Give precision, recall and F1 of values whose spans overlap, and the false claims on items without any."""
    hits = gold = given = false = 0
    for item, answers in zip(items, found, strict=True):
        left = list(answers)
        gold, given = gold + len(item["claims"]), given + len(answers)
        false += 0 if item["claims"] else len(answers)
        for claim in item["claims"]:
            match = next((one for one in left if overlaps(one, claim) and equal(one["value"], claim["value"])), None)
            if match is not None:
                left.remove(match)
                hits += 1
    precision, recall = hits / max(1, given), hits / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), false


def overlaps(one: dict[str, Any], claim: dict[str, Any]) -> bool:
    return bool(one["start"] < claim["end"] and claim["start"] < one["end"])


def public_cases(language: str) -> list[dict[str, Any]]:
    path = SHARED / "public" / "recognizers-text" / f"{language}.jsonl"
    return [row for row in rows(path) if row["kind"] in KINDS]


def public_recall(cases: list[dict[str, Any]], found: list[Found]) -> dict[str, float]:
    hits, gold = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    for case, answers in zip(cases, found, strict=True):
        for claim in case["claims"]:
            gold[case["kind"]] += 1
            near = (one for one in answers if overlaps(one, claim))
            hits[case["kind"]] += any(equal_exactly(one["value"], claim["value"]) for one in near)
    return {kind: hits[kind] / gold[kind] for kind in KINDS}


def equal_exactly(value: Any, expected: float) -> bool:
    return value is not None and abs(float(value) - expected) <= 1e-6 * max(abs(expected), 1e-9)


def show(
    name: str, language: str, dev: tuple[float, float, float, int], public: dict[str, float], speed: float
) -> None:
    precision, recall, f1, false = dev
    kinds = "  ".join(f"{kind} {public[kind]:.2f}" for kind in KINDS)
    print(
        f"{name:22} {language}  dev values P {precision:.2f} R {recall:.2f} F1 {f1:.3f}  false on non-claims {false:3}"
        f"  | public {kinds}  | {speed:9,.0f} chars/s"
    )


def ours(language: str) -> None:
    items, cases = dev_items(language), public_cases(language)
    extract(items[0]["text"])
    begun = time.process_time()
    claims = [
        [{"start": one.start, "end": one.end, "value": one.value} for one in extract(
            item["text"], date.fromisoformat(item["published"]), item.get("source"))]
        for item in items
    ]  # fmt: skip
    seconds = time.process_time() - begun
    grammar = [
        [{"start": one.start, "end": one.end, "value": one.value} for one in numbers(case["text"], language)]
        for case in cases
    ]
    speed = sum(len(item["text"]) for item in items) / seconds
    show("barometer (all fields)", language, value_f1(items, claims), public_recall(cases, grammar), speed)


def compare(peer: Peer, folder: Path) -> None:
    python = install(peer, folder)
    if isinstance(python, str):
        print(f"{peer.name:22} --  {python}")
        return
    for language in peer.languages:
        if peer.spans:
            compare_texts(peer, python, language)
        else:
            compare_words(peer, python, language)


def compare_texts(peer: Peer, python: Path, language: str) -> None:
    items, cases = dev_items(language), public_cases(language)
    dev = ask(python, peer, language, [item["text"] for item in items])
    if isinstance(dev, str):
        print(f"{peer.name:22} {language}  {dev}")
        return
    public = ask(python, peer, language, [case["text"] for case in cases])
    if isinstance(public, str):
        print(f"{peer.name:22} {language}  public cases: {public}")
        return
    speed = sum(len(item["text"]) for item in items) / max(1e-6, dev[1])
    show(peer.name, language, value_f1(items, dev[0]), public_recall(cases, public[0]), speed)


def compare_words(peer: Peer, python: Path, language: str) -> None:
    """Score a reader of number words on the public numbers, each given by itself; ours on the same words."""
    claims = [claim for case in public_cases(language) if case["kind"] == "number" for claim in case["claims"]]
    answer = ask(python, peer, language, [claim["quote"] for claim in claims])
    if isinstance(answer, str):
        print(f"{peer.name:22} {language}  {answer}")
        return
    hits = sum(
        any(equal_exactly(one["value"], claim["value"]) for one in found)
        for claim, found in zip(claims, answer[0], strict=True)
    )
    own = sum(
        any(equal_exactly(one.value, claim["value"]) for one in numbers(claim["quote"], language)) for claim in claims
    )
    print(
        f"{peer.name:22} {language}  words of public numbers {hits} of {len(claims)} (ours {own}); finds none in a text"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"{SHARED} is not there: set BAROMETER_SHARED to the folder that holds claims/")
    if shutil.which("uv") is None:
        sys.exit(
            "peers are installed by uv, which is not on the path: python -m pip install uv, outside this environment"
        )
    for language in DEV:
        ours(language)
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for peer in PEERS:
            if not args.only or peer.name in args.only:
                compare(peer, folder)


if __name__ == "__main__":
    main()
