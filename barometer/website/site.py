"""What all pages work with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from barometer.archive.accounts import source_ids
from barometer.archive.record import Record
from barometer.claims import load_lexicon
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import SearchError
from barometer.search.index import Counts, Index
from barometer.search.known import Known
from barometer.search.tree import Node
from barometer.website.names import Directory
from barometer.website.rendering import Visit, is_chosen, page
from barometer.website.standing import Standings
from barometer.words.language import words_of

FILES = ("/export/", "/feeds/")


@dataclass(frozen=True, slots=True)
class Site:
    """The record, the index, names of sources and places, the clock, the settings, how sources stand."""

    record: Record
    index: Index
    directory: Directory
    clock: Clock
    settings: Settings
    standings: Standings

    @property
    def sends_mail(self) -> bool:
        """Whether all is set that a mail with links needs."""
        told = self.settings
        return bool(told.smtp_url and told.mail_from and told.public_url and told.secret_key)

    def known(self) -> Known:
        """Give the names that filters may ask for: sources whose file is gone have articles in the record yet."""
        return Known(load_lexicon(self.settings.indicators), {*self.directory.sources, *source_ids(self.record)})

    def hints(self, node: Node, total: int) -> list[str]:
        """Say what may have been meant, where nothing was found."""
        return [] if total else self.known().hints(node)

    def home(self, request: Request) -> str:
        """The address under which this visitor reaches the website, without a slash at its end."""
        return f"{request.url.scheme}://{request.url.netloc}"

    def page(self, visit: Visit, template: str, *, status: int = 200, **context: Any) -> Response:
        """Render a page with the counts at its foot."""
        known = {"counts": self._counts(), "unwell": self.standings.of}
        return page(visit, self.directory, template, {**known, **context}, status=status)

    def message(self, request: Request, status: int, heading: str, advice: str = "", detail: str = "") -> Response:
        """Say why there is nothing else; heading and advice are keys of the words.

        It is a page, but a line of text where a program asks for a file or a feed.
        """
        visit = Visit.of(request)
        words = visit.words
        if request.url.path.startswith(FILES) and "text/html" not in request.headers.get("accept", ""):
            words = words_of(visit.language if is_chosen(request) else "en")
            line = (
                f"{words.text(heading)}{words.text('colon')}{words.mistake(detail)}" if detail else words.text(heading)
            )
            return PlainTextResponse(f"{line}\n", status)
        said: Mapping[str, str] = {"heading": words.text(heading), "detail": words.mistake(detail)}
        return self.page(visit, "message.html", status=status, advice=advice and words.text(advice), **said)

    def _counts(self) -> Counts | None:
        try:
            return self.index.count()
        except SearchError:
            return None
