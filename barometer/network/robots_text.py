"""Robots.txt text put into the form that RFC 9309 means, before Protego reads it.

Protego closes a group of user-agent lines at any line it does not know and at Crawl-delay; the RFC (2.2.1, 2.2.4) lets
only rules do that. It also compares the whole value of a user-agent line where the RFC has a product token.
"""

from collections.abc import Iterator

BODY_LIMIT = 512 * 1024  # bytes; RFC 9309 2.5 asks for 500 KiB at least

_AGENT = "user-agent"
_RULES = frozenset({"allow", "disallow"})
_GROUP_EXTRAS = frozenset({"crawl-delay", "request-rate", "visit-time"})
_SITE_WIDE = frozenset({"sitemap", "host"})
_SPELLINGS = {
    **{name: name for name in (_AGENT, *_RULES, *_GROUP_EXTRAS, *_SITE_WIDE)},
    **dict.fromkeys(("useragent", "user agent"), _AGENT),
    **dict.fromkeys(("dissallow", "dissalow", "disalow", "diasllow", "disallaw"), "disallow"),
    **dict.fromkeys(("sitemaps", "site-map"), "sitemap"),
    "crawl delay": "crawl-delay",
    "request rate": "request-rate",
    "visit time": "visit-time",
}


def decode_robots(body: bytes) -> str:
    """Give the text of a robots.txt body: 512 KiB at most, cut at a line end, without a whole or broken BOM."""
    if len(body) > BODY_LIMIT:
        body = body[:BODY_LIMIT]
        last_line_end = max(body.rfind(b"\n"), body.rfind(b"\r"))
        body = body[: last_line_end + 1]
    return body.decode("utf-8-sig", errors="replace").lstrip("\ufeff\ufffd")


def normalise_robots(text: str) -> str:
    """Give the same rules with one known `field: value` a line and every group's user-agent lines together.

    Unknown lines go. Crawl-delay and its like stand after the user-agent lines of their group, wherever they were
    written, so that they no longer split it. A user-agent value is cut to its product token.
    """
    lines: list[str] = []
    extras: list[str] = []
    group_has_rules = False
    for field, value in _directives(text):
        if field == _AGENT:
            if group_has_rules:
                group_has_rules = False
                lines += extras
                extras = []
            lines.append(f"{field}: {_product_token(value)}")
        elif field in _GROUP_EXTRAS:
            extras.append(f"{field}: {value}")
        else:
            group_has_rules = group_has_rules or field in _RULES
            lines.append(f"{field}: {value}")
    return "\n".join(lines + extras)


def has_groups(text: str) -> bool:
    """Tell whether the text holds any user-agent line, without which no rule in it counts."""
    return any(field == _AGENT for field, _ in _directives(text))


def _directives(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        directive = _directive(line.partition("#")[0].strip())
        if directive is not None:
            yield directive


def _directive(line: str) -> tuple[str, str] | None:
    """Read `field: value`, or `field value` as sites also write it; None for anything else."""
    name, colon, value = line.partition(":")
    field = _SPELLINGS.get(name.strip().lower()) if colon else None
    if field is not None:
        return field, value.strip()
    if colon and (not value or value[0].isspace()):
        return None
    words = line.split()
    for count in (1, 2):
        field = _SPELLINGS.get(" ".join(words[:count]).lower())
        if field is not None:
            return field, " ".join(words[count:])
    return None


def _product_token(value: str) -> str:
    words = value.split()
    return words[0].partition("/")[0] if words else ""
