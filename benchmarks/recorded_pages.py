"""Read every recorded page and compare it, field by field, with what a person read on it.

    python benchmarks/recorded_pages.py [--wrong | --by-source | --table] [--only TEXT] [--shared FOLDER]

Each page goes to the source whose URL rules match its URL, else (and without a URL) to the generic source. A field is
right, wrong, or not asked (the expectation is null). Times are compared at the coarser precision, authors as sets of
names, texts without white space: the body's first and last characters and its length within three per cent. Headings
before the first sentence belong to the body, so that it may begin within the first 40 characters.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from barometer.articles import read
from barometer.errors import ReadError
from barometer.model import ArticlePart, Outcome, Precision, RequestKind
from barometer.sources import Source, canonical_url, load_sources, match_source
from barometer.sources.asking import entries_of

FIELDS = ("outcome", "title", "time", "starts", "ends", "length", "source", "author", "editor", "account")
BARRED = ("outcome", "title", "time", "starts", "ends", "length", "source", "author")
NAMES = {
    "time": "published",
    "starts": "body_starts",
    "ends": "body_ends",
    "length": "body_chars",
    "source": "source_name",
}
HEADINGS = 40
# Lengths that the note of an expectation calls acceptable as well.
ALSO_ACCEPTABLE = {  # a photo story whose caption is kept
    "xinhua/magichtml_www_he_news_cn_20240515_d59c39d4160a4fe4b3084c3e4abfb450_c_html.html": (125,)
}
NO_URL = "http://unknown.invalid/"


def main() -> int:
    """Print the table; exit 1 when a field that counts is wrong on a page."""
    options = _options()
    sources = load_sources(options.sources)
    right, asked = Counter[str](), Counter[str]()
    pages_right = pages = 0
    by_source: dict[str, list[tuple[dict[str, Any], dict[str, bool | None]]]] = {}
    for case in _cases(options.shared / "recorded", options.only):
        source, outcome = _read(case, sources, options.shared / "recorded")
        verdicts = judge(case, outcome)
        pages += 1
        pages_right += all(verdicts.get(field) is not False for field in BARRED)
        right.update(field for field, verdict in verdicts.items() if verdict)
        asked.update(field for field, verdict in verdicts.items() if verdict is not None)
        if options.table:
            print(table_row(case, source, verdicts))
        elif options.by_source:
            pass
        elif not options.wrong or not all(verdicts.get(field) is not False for field in BARRED):
            _print_row(case, source, outcome, verdicts, details=options.wrong)
        by_source.setdefault(source.id, []).append((case, verdicts))
    if options.by_source:
        _print_sources(sources, by_source)
    print(f"\npages right in every field that counts ({', '.join(BARRED)}): {pages_right} of {pages}")
    print("  ".join(f"{field} {right[field]}/{asked[field]}" for field in FIELDS))
    return 0 if pages_right == pages else 1


def table_row(case: dict[str, Any], source: Source, verdicts: dict[str, bool | None]) -> str:
    """Give a page as a row of the table in docs/sources.md: which fields are right, which wrong."""
    told = [" ".join(field for field in FIELDS if verdicts.get(field) is verdict) for verdict in (True, False)]
    return f"| `{case['file']}` | {source.id} | {told[0]} | {told[1]} |"


def _print_sources(sources: dict[str, Source], judged: dict[str, list[Any]]) -> None:
    """Print what each source begins with, what its rules rest on, and its fields right of those asked for."""
    for name, source in sources.items():
        pages = judged.get(name, [])
        counts = [
            f"{field} {sum(verdicts[field] is True for _, verdicts in asked)}/{len(asked)}"
            for field in FIELDS
            if (asked := [pair for pair in pages if pair[1].get(field) is not None])
        ]
        begins = len(entries_of(source, datetime.now(UTC)))
        evidence = "" if source.generic else f"pages {source.evidence.pages}, lists {source.evidence.lists}"
        rows = f"{name:16} {source.transport:9} {begins:2} entries  {evidence:34} {len(pages):2} pages"
        print(f"{rows}  {'  '.join(counts)}")


def judge(case: dict[str, Any], outcome: Outcome) -> dict[str, bool | None]:
    """Give for each field whether it is right; None where nothing is expected."""
    verdicts: dict[str, bool | None] = {"outcome": outcome.kind == case["outcome"]}
    if case["links"]:
        verdicts["length"] = len(outcome.links) == case["links"]["count"]
        first = outcome.links[0].url if outcome.links else ""
        verdicts["starts"] = first == canonical_url(case["links"]["first"])
        return verdicts
    part = outcome.part or ArticlePart("", "")
    body, size = _squeezed(part.text), case["body_chars"]
    verdicts["title"] = _same(part.title, case["title"])
    verdicts["time"] = _same_time(part, case["published"])
    if size:
        verdicts["starts"] = _squeezed(case["body_starts"]) in body[: HEADINGS + len(case["body_starts"])]
        verdicts["ends"] = _squeezed(case["body_ends"]) in body[-len(_squeezed(case["body_ends"])) - 12 :]
        sizes = (size, *ALSO_ACCEPTABLE.get(case["file"], ()))
        verdicts["length"] = any(abs(len(body) - one) <= 0.03 * one for one in sizes)
    verdicts["source"] = _same(part.source_name, case["source_name"])
    verdicts["author"] = None if case["author"] is None else _names(part.author) == _names(case["author"])
    verdicts["editor"] = _same(part.editor, case["editor"])
    verdicts["account"] = _same(part.account, case["account"])
    return verdicts


def _read(case: dict[str, Any], sources: dict[str, Source], folder: Path) -> tuple[Source, Outcome]:
    body = (folder / case["file"]).read_bytes()
    if case["file"].endswith(".gz"):
        body = gzip.decompress(body)
    headers = {} if "derived_gb18030" in case["file"] else {"Content-Type": "text/html; charset=utf-8"}
    source, url = sources["any"], NO_URL
    if case["kind"] == "listing" and not case["url"]:  # who asks for a list knows whose it is
        platform = case["file"].partition("/")[0]
        return sources[platform], read(
            body,
            headers,
            f"https://{sources[platform].hosts[0]}/",
            sources[platform],
            RequestKind.LISTING,
            datetime.now(UTC),
        )
    if case["url"]:
        try:
            url = canonical_url(case["url"])
        except ReadError as error:
            sys.exit(str(error))
        source = match_source(sources, url) or source
    kind = source.request_kind(url) or RequestKind.ARTICLE
    return source, read(body, headers, url, source, kind, datetime.now(UTC))


def _cases(folder: Path, only: str) -> Iterator[dict[str, Any]]:
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if only in case["file"]:
            yield case


def _print_row(
    case: dict[str, Any], source: Source, outcome: Outcome, verdicts: dict[str, bool | None], *, details: bool
) -> None:
    marks = "  ".join(
        f"{field}{'+' if verdicts[field] else '-'}" for field in FIELDS if verdicts.get(field) is not None
    )
    method = outcome.part.method if outcome.part else ""
    print(f"{case['file'][:58]:58}  {source.id:15} {method:8}  {marks}")
    if not details:
        return
    part = outcome.part
    given = {
        "outcome": (outcome.kind, outcome.problem),
        "title": part and part.title,
        "time": part and part.published and f"{part.published.isoformat()} ({part.precision})",
        "starts": part.text[:30] if part else [link.url for link in outcome.links[:1]],
        "ends": part and part.text[-30:],
        "length": len(_squeezed(part.text)) if part else len(outcome.links),
        "source": part and part.source_name,
        "author": part and part.author,
        "editor": part and part.editor,
        "account": part and part.account,
    }
    names = {
        "time": "published",
        "starts": "body_starts",
        "ends": "body_ends",
        "length": "body_chars",
        "source": "source_name",
    }
    for field in FIELDS:
        if verdicts.get(field) is False:
            expected = (
                case["links"] if case["links"] and field in {"starts", "length"} else case[names.get(field, field)]
            )
            print(f"    {field}: {given[field]!r}\n        expected {expected!r}")


def _same_time(part: ArticlePart, expected: str | None) -> bool | None:
    if expected is None:
        return None
    if part.published is None or part.precision is None:
        return False
    wanted = datetime.fromisoformat(expected)
    ours = part.published.astimezone(wanted.tzinfo)
    if part.precision is Precision.DAY or len(expected) <= 10:
        return ours.date() == wanted.date()
    if part.precision is Precision.MINUTE or expected.count(":") < 3:
        return ours.replace(second=0, microsecond=0) == wanted.replace(second=0, microsecond=0)
    return ours.replace(microsecond=0) == wanted.replace(microsecond=0)


def _same(ours: str | None, expected: str | None) -> bool | None:
    return None if expected is None else _squeezed(ours or "") == _squeezed(expected)


def _names(text: str | None) -> set[str]:
    return {_squeezed(name) for name in re.split(r",|;|、|，|&|\band\b", text or "")}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _options() -> argparse.Namespace:
    root = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="only pages with a wrong field, with both values")
    parser.add_argument("--by-source", action="store_true", help="a row a source in place of a row a page")
    parser.add_argument("--table", action="store_true", help="the table of docs/sources.md")
    parser.add_argument("--only", default="", help="only pages whose file name holds this text")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("BAROMETER_SHARED", root.parent / "shared")))
    parser.add_argument("--sources", type=Path, default=root / "settings" / "sources")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
