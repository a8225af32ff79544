"""Which source a URL belongs to."""

from collections.abc import Mapping

from barometer.sources.schema import Source


def match_source(sources: Mapping[str, Source], url: str) -> Source | None:
    """Give the source whose URL rules know this canonical URL, else the generic source, else None.

    An account on a platform is never given: its address does not tell whose it is.
    Of several sources the one with the longest matching domain wins, so that a section's own file beats its site's.
    """
    candidates = [
        source
        for source in sources.values()
        if not source.generic and not source.account and source.request_kind(url) is not None
    ]
    if candidates:
        return max(candidates, key=lambda source: (_domain_length(source, url), source.id))
    return next((source for source in sources.values() if source.generic), None)


def _domain_length(source: Source, url: str) -> int:
    return max((len(domain) for domain in source.hosts if domain in url), default=0)
