"""What a source file may say. Each field's description is also the text of the guide and of error messages."""

from datetime import date
from functools import cache
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import re2
from parsel.csstranslator import css2xpath
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from barometer.errors import ReadError
from barometer.model import OutcomeKind, RequestKind
from barometer.sources.schedule import parse_quiet, parse_schedule
from barometer.sources.urls import canonical_url, host_of


def _many(value: Any) -> Any:
    """Let a file write one value where a list is meant."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def check_pattern(pattern: str) -> str:
    """Give the pattern back if it is a regular expression that RE2 takes, else raise ValueError."""
    try:
        compiled(pattern)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        if isinstance(reason, bytes):
            reason = reason.decode("utf-8", "replace")
        raise ValueError(f"not a regular expression (RE2 syntax): {pattern!r}: {reason}") from None
    return pattern


def check_selector(selector: str) -> str:
    """Give the selector back if it is CSS (with ::attr()), `re:`, `line:`, `ld:` or `json:`, else raise ValueError."""
    if selector.startswith(("re:", "line:")):
        if compiled(check_pattern(selector.partition(":")[2].strip())).groups < 1:
            raise ValueError(f"a `re:` or `line:` selector needs one group, which is the value: {selector!r}")
    elif not selector.startswith(("ld:", "json:")):
        try:
            css2xpath(selector)
        except Exception as error:  # noqa: BLE001 - cssselect raises its own and plain ValueErrors alike
            raise ValueError(f"not a CSS selector: {selector!r}: {error}") from None
    return selector


@cache
def compiled(pattern: str) -> Any:
    """Compile an RE2 pattern once a process."""
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


Pattern = Annotated[str, BeforeValidator(lambda value: check_pattern(value) if isinstance(value, str) else value)]
Selector = Annotated[str, BeforeValidator(lambda value: check_selector(value) if isinstance(value, str) else value)]
Patterns = Annotated[tuple[Pattern, ...], BeforeValidator(_many)]
Selectors = Annotated[tuple[Selector, ...], BeforeValidator(_many)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_many)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Name(_Entry):
    """The source's name in both languages."""

    zh: str
    en: str


class Select(_Entry):
    """Where one page template keeps what an article has. Of several selectors the first that finds something counts.

    A selector is CSS (`.title`, `meta[name=PubDate]::attr(content)`), `re: PATTERN` over the page's source text with
    one group as the value, `line: PATTERN` over the lines of the body, `ld: PROPERTY` of the page's JSON-LD, or
    `json: PATH` (`data.text`; several paths with spaces between) where the page is a JSON document.
    """

    until: date | None = Field(None, description="last day on which this template was published")
    body: Selectors = Field(description="element(s) that hold the article's text")
    title: Selectors = ()
    published: Selectors = ()
    source_name: Selectors = ()
    author: Selectors = ()
    editor: Selectors = ()
    account: Selectors = ()
    next: Selectors = Field((), description="link to the article's next page")
    strip: Selectors = Field((), description="elements inside the body that are not the article")
    drop: Patterns = Field((), description="paragraphs that match are furniture")
    stop: Patterns = Field((), description="the first paragraph that matches ends the article")
    keys: Selectors = Field((), description="further canonical keys that the page tells, as `re:` or CSS")

    @field_validator("next")
    @classmethod
    def _is_no_line(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(selector.startswith("line:") for selector in value):
            raise ValueError("`next` is a link, which no line of the body holds: give CSS or `re:`")
        return value


WALLED = (
    OutcomeKind.GONE,
    OutcomeKind.VIOLATION,
    OutcomeKind.EXPIRED,
    OutcomeKind.BLOCKED,
    OutcomeKind.LOGIN,
    OutcomeKind.FAILED,
    OutcomeKind.EMPTY,
    OutcomeKind.REDIRECT,
)


class Wall(_Entry):
    """A page that answers 200 and is no article: where its message stands, what it says, what that means."""

    at: Selectors = Field((), description="what holds the message; an article may quote the same words elsewhere")
    says: Pattern = "."
    leads_to: Pattern | None = Field(None, description="a redirect to such an address is this wall")
    outcome: OutcomeKind

    @field_validator("outcome")
    @classmethod
    def _is_no_article(cls, value: OutcomeKind) -> OutcomeKind:
        if value not in WALLED:
            raise ValueError(f"a wall is one of {', '.join(kind.value for kind in WALLED)}, not {value.value}")
        return value


class Ask(_Entry):
    """A list that takes more than its address: page numbers, days, a POST.

    `{page}`, `{day:%Y-%m-%d}` (the day in the source's zone) and `{next:%Y-%m-%d}` (the day after it) are filled in in
    url, json and form; `{day:ms}` is the day's first moment in milliseconds since 1970.
    """

    url: str
    document: Any = Field(None, alias="json", description="what is posted, as JSON")
    form: dict[str, str] = Field(default_factory=dict, description="what is posted, as a form")
    headers: dict[str, str] = Field(default_factory=dict)
    pages: int = Field(1, ge=1, le=100, description="so many pages are asked for")
    first: int = Field(1, ge=0, description="number of the first page")
    step: int = Field(1, ge=1, description="what is added for the next page")
    days: int = Field(1, ge=1, le=31, description="so many days, today and before")
    begins: date | None = Field(None, description="first day for which the site has such a list")
    until: date | None = Field(None, description="last day for which it has one")
    archive: bool = Field(default=False, description="asked for only by a walk back through the archive")


class Items(_Entry):
    """Where a JSON list keeps its articles. A value is a path (`data.list`) or a text with paths in braces."""

    within: Selectors = Field((), description="where the JSON stands inside a page; empty: the document is JSON")
    at: str = Field("", description="path of the items; `*` every member, `**` everything below")
    url: str = Field(description="address of an item")
    title: str = ""
    published: str = ""
    lists: bool = Field(default=False, description="the addresses are of further lists, not of articles")
    turn: dict[str, str] = Field(
        default_factory=dict,
        description="parameters of the list's address that lead to its next page: a path in the last item, or +N",
    )

    more: str = Field("", description="path of what is 0, false or missing on the last page; empty: an empty list is")

    @field_validator("turn")
    @classmethod
    def _steps_are_numbers(cls, value: dict[str, str]) -> dict[str, str]:
        for how in value.values():
            if how.startswith("+") and not how[1:].isdigit():
                raise ValueError(f"a step is + and a number: {how!r}")
        return value


class Further(_Entry):
    """A page that names the lists it is filled from: where it does, and the address made of each."""

    find: Selectors
    url: str = Field(description="address of the list, with {} where what was found belongs")


class Expect(_Entry):
    """Bands in which the source's articles are expected; health compares runs with them."""

    articles_per_week: tuple[int, int] | None = None
    dated: float | None = Field(default=None, ge=0, le=1, description="least share of articles with a publish time")
    titled: float | None = Field(default=None, ge=0, le=1)
    in_language: float | None = Field(default=None, ge=0, le=1, description="least share in the source's language")
    claims_per_article: float | None = Field(default=None, ge=0)


Basis = Literal["real", "excerpt", "family", "described"]


class Evidence(_Entry):
    """What the file's rules rest on, so that nobody takes a description for experience.

    real: whole pages of the site that others recorded; excerpt: cut or transcribed pieces of such; family: pages of
    another site on the same platform; described: what others wrote about it, never seen.
    """

    pages: Basis = "described"
    lists: Basis = "described"


class Source(_Entry):
    """One news source, as its file in settings/sources says."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: Name
    publisher: Literal["government", "party", "state", "commercial", "platform", "any"]
    language: Literal["zh", "en"]
    transport: Literal["html", "feed", "sitemap", "json", "jpage", "newspaper", "wechat", "weibo"] = "html"
    hosts: Texts = Field((), description="domains whose pages belong to the source, subdomains included")
    account: str = Field("", description="account on a platform; addresses there do not tell whose they are")
    family: str = Field("", description="sources of one family give one article one key; empty: the source's own")
    entry: Texts = Field((), description="listing pages, feeds, sitemaps where a crawl starts")
    ask: Annotated[tuple[Ask, ...], BeforeValidator(_many)] = Field((), description="lists that take more to ask for")
    urls: Texts = Field((), description="addresses of articles, or files beside this one (.txt) with one a line")
    lists: Annotated[tuple[Items, ...], BeforeValidator(_many)] = Field((), description="how its JSON lists are read")
    further: Annotated[tuple[Further, ...], BeforeValidator(_many)] = Field((), description="lists that pages name")
    listings: Patterns = Field((), description="URL rules of further listing pages that links may lead to")
    articles: Patterns = Field(description="URL rules of articles; groups named key, key2 … give the canonical key")
    reader: str = Field("", description="where a person reads an article asked for elsewhere, with {key}")
    depth: int = Field(3, ge=0, description="page of a list up to which a daily crawl goes; 0: to its end")
    skip: Patterns = Field((), description="URLs never followed")
    skip_titles: Patterns = Field((), description="links with such a text are not followed")
    recent: int = Field(0, ge=0, description="links dated more days ago are not followed; 0: all are")
    links: Selectors = Field((), description="parts of a listing page whose links count; all of it when empty")
    from_feed: bool = Field(default=False, description="where a page cannot be read, its text in the feed is")
    select: tuple[Select, ...] = ()
    original: Selectors = Field((), description="on a page that only shares an article: the address of that")
    walls: tuple[Wall, ...] = ()
    cookie: str = Field("", description="environment variable with the Cookie header that its pages ask for")
    render: bool = Field(default=False, description="its pages are filled by scripts: they are loaded in a browser")
    fallback: Texts = Field((), description="sources that tell what this account tells when it cannot be reached")
    time_zone: str = "Asia/Shanghai"
    date_order: Literal["YMD", "DMY", "MDY"] = Field("YMD", description="how all-digit dates are written")
    schedule: str = Field("every 6h", description="`every 30m|6h|2d`, `daily at 08:00`, or `cron` with five fields")
    quiet: str = Field("", description="hours in which no crawl starts, such as 23:00-06:30")
    delay: float = Field(3.0, ge=0, description="least seconds between two requests to one host")
    budget: int = Field(500, ge=1, description="most pages a run")
    daily: int = Field(2000, ge=1, description="most pages within 24 hours, all runs together")
    expect: Expect = Expect()
    topic: Literal["filter", "all"] = Field("filter", description="filter: only articles on topic get claims")
    needs: Texts = Field((), description="what the source lacks to be crawled: cookie, browser, ids")
    legal: str = ""
    evidence: Evidence = Evidence()
    also: Texts = Field((), description="sources whose templates and walls are tried after this one's own")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"not an IANA time zone: {value!r} (for example Asia/Shanghai, UTC)") from None
        return value

    @field_validator("schedule")
    @classmethod
    def _readable_schedule(cls, value: str) -> str:
        parse_schedule(value)
        return value

    @field_validator("quiet")
    @classmethod
    def _readable_quiet_hours(cls, value: str) -> str:
        parse_quiet(value)
        return value

    @field_validator("entry")
    @classmethod
    def _canonical_entries(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        try:
            return tuple(canonical_url(url) for url in value)
        except ReadError as error:
            raise ValueError(str(error)) from None

    @model_validator(mode="after")
    def _entries_on_own_hosts(self) -> "Source":
        for url in self.entry:
            if self.hosts and not self.owns(url) and not self.bridged:
                raise ValueError(f"entry {url} is on none of the source's hosts ({', '.join(self.hosts)})")
        return self

    @property
    def configured(self) -> bool:
        """Whether it can be crawled: it knows where to start and lacks nothing; else it is listed and skipped."""
        return bool(self.entry or self.ask or self.urls) and not self.needs

    @property
    def bridged(self) -> bool:
        """Whether its lists may stand on other hosts than its articles: feeds that somebody else makes of them."""
        return self.transport in {"feed", "wechat"}

    @property
    def generic(self) -> bool:
        """Whether this is the source that takes any article page and is not crawled on its own."""
        return self.publisher == "any"

    def owns(self, url: str) -> bool:
        """Tell whether the URL's host is one of the source's domains or below one."""
        if self.generic:
            return True
        host = host_of(url)
        return any(host == domain or host.endswith("." + domain) for domain in self.hosts)

    def request_kind(self, url: str) -> RequestKind | None:
        """Tell what a URL of this source should bring: ARTICLE, LISTING, or None when it is none of the source's."""
        if not self.owns(url) or any(compiled(rule).search(url) for rule in self.skip):
            return None
        if url in self.entry:
            return RequestKind.LISTING
        if any(compiled(rule).search(url) for rule in self.articles):
            return RequestKind.ARTICLE
        return RequestKind.LISTING if any(compiled(rule).search(url) for rule in self.listings) else None

    def address_for_readers(self, url: str) -> str:
        """Give the address under which a person reads the article that is asked for at this one."""
        for rule in self.articles if self.reader else ():
            found = compiled(rule).search(url)
            if found is not None and "key" in found.groupdict():
                return self.reader.replace("{key}", found.group("key"))
        return url

    def article_key(self, url: str) -> str | None:
        """Give the canonical key of an article URL ("people:40232587"), the same whatever host or column shows it.

        Falls back to the canonical URL where the rule names no key; None when the URL is no article of the source.
        """
        if not self.owns(url):
            return None
        for rule in self.articles:
            found = compiled(rule).search(url)
            if found is None:
                continue
            groups = found.groupdict()
            parts = [groups[name] for name in sorted(groups) if name.startswith("key") and groups[name]]
            return f"{self.family or self.id}:{':'.join(parts)}" if parts else canonical_url(url)
        return None
