"""What is put and removed while the next generation is being built, kept until it is told of it.

One small file a write, renamed into place when complete. Their order does not matter, because versions decide.
"""

import json
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from barometer.search.documents import ArticleDocument, ClaimDocument, from_json, to_json


@dataclass(frozen=True, slots=True)
class Entry:
    """One write."""

    articles: Sequence[ArticleDocument] = ()
    claims: Sequence[ClaimDocument] = ()
    removed: Mapping[int, int] = field(default_factory=dict)


def note(generation: Path, entry: Entry) -> None:
    """Keep a write for a generation that is being built, durably."""
    content = {
        "articles": [to_json(article) for article in entry.articles],
        "claims": [to_json(claim) for claim in entry.claims],
        "removed": list(entry.removed.items()),
    }
    name = generation / "journal" / uuid.uuid4().hex
    with name.with_suffix(".part").open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    name.with_suffix(".part").rename(name.with_suffix(".json"))


def taken(generation: Path) -> Iterator[Entry]:
    """Each write that was kept; it is forgotten when the next one is asked for."""
    for path in sorted((generation / "journal").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        yield Entry(
            [from_json(ArticleDocument, text) for text in content["articles"]],
            [from_json(ClaimDocument, text) for text in content["claims"]],
            dict(content["removed"]),
        )
        path.unlink()
