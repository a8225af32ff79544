"""Files that a person gives to be read: whole, or line by line as JSON objects."""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from barometer.errors import UsageError


def whole(file: Path) -> bytes:
    """Give what is in a file, unpacked where it is gzip; `-` is standard input. Raises UsageError."""
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        raw = file.read_bytes()
        return gzip.decompress(raw) if file.suffix == ".gz" else raw
    except (OSError, EOFError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from None


def json_lines(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the objects in a file of JSON lines, each with the number of its line. Raises UsageError."""
    for number, line in enumerate(whole(file).decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{file}, line {number}: not JSON: {error}") from None
        if not isinstance(row, dict):
            raise UsageError(f"{file}, line {number}: not a JSON object")
        yield number, row
