"""The one item of the crawl: a response or an error, on its way through the stages into the record."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from barometer.archive.evidence import EvidenceRef
from barometer.archive.frontier import LeasedRequest
from barometer.ingest.extracted import Extracted
from barometer.model import ArticlePart, Outcome


@dataclass(frozen=True, slots=True)
class PartRef:
    """A stored part as it was when an article was joined from it."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """An article with all its parts joined. `text` is title, blank line, body; `keys` come first key first."""

    part: ArticlePart
    text: str
    url: str
    keys: tuple[str, ...]
    zone: str
    others: tuple[PartRef, ...] = ()  # the parts that came from the record, not from this response
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """One response, or one failure to get one."""

    request: LeasedRequest
    at: datetime
    outcome: Outcome
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)
    retry_after: timedelta | None = None
    redirect_to: str | None = None
    article: WholeArticle | None = None
    on_topic: bool | None = None
    extracted: Extracted | None = None
    evidence: EvidenceRef | None = None

    @property
    def digest(self) -> str | None:
        """Give the SHA-256 of the body, None where there was none."""
        return hashlib.sha256(self.body).hexdigest() if self.body else None
