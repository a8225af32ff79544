"""Why a URL counts as what it does for a source, in words."""

from dataclasses import dataclass

from barometer.model import RequestKind
from barometer.sources.schema import Source, compiled


@dataclass(frozen=True, slots=True)
class Explained:
    """What a URL is to a source (None: nothing that is followed) and the rule that says so."""

    kind: RequestKind | None
    reason: str
    key: str | None = None


def explain(source: Source, url: str) -> Explained:
    """Tell what a canonical URL is to the source, and by which rule of its file."""
    if not source.owns(url):
        return Explained(None, f"its host is none of the source's: {', '.join(source.hosts) or 'it has none'}")
    skipped = _first(source.skip, url)
    if skipped is not None:
        return Explained(None, f"`skip` has {skipped}")
    kind = source.request_kind(url)
    if url in source.entry:
        return Explained(kind, "it is one of `entry`")
    rule = _first(source.articles, url)
    if rule is not None:
        return Explained(kind, f"`articles` has {rule}", source.article_key(url))
    rule = _first(source.listings, url)
    if rule is not None:
        return Explained(kind, f"`listings` has {rule}")
    return Explained(None, "no rule of `articles` or `listings` matches it")


def _first(rules: tuple[str, ...], url: str) -> str | None:
    return next((rule for rule in rules if compiled(rule).search(url)), None)
