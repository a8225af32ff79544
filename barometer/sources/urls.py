"""One spelling for one address: WHATWG URL parsing, so that what is compared is what a browser would request."""

from functools import cache

import ada_url

from barometer.errors import ReadError

_TRACKING_PREFIXES = ("utm_", "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "mtm_", "pk_", "sharer_")
_TRACKING = frozenset(
    {
        "ascene", "bd_vid", "chksm", "clicktime", "dclid", "devicetype", "enterid", "exportkey", "fbclid", "gbraid",
        "gclid", "igshid", "isappinstalled", "lang_from", "mc_cid", "mc_eid", "mpshare", "msclkid", "nettype",
        "nwr_flag", "pass_ticket", "poc_token", "ref_src", "scene", "sessionid", "share_token", "spm", "srcid",
        "subscene", "tt_from", "twclid", "wbraid", "weixin_share", "wx_header", "wxshare_count", "yclid",
    }
)  # fmt: skip


def canonical_url(url: str, base: str | None = None) -> str:
    """Give the absolute http(s) URL as a browser would write it, without fragment and tracking parameters.

    Default ports, dot segments, letter case of the host, tabs and backslashes are treated as WHATWG says. Raises
    ReadError for what WHATWG calls a failure and for every other scheme.
    """
    try:
        parsed = ada_url.URL(url.encode("utf-8", "replace").decode("utf-8"), base)
    except ValueError as error:
        raise ReadError(f"not a URL: {url[:200]!r}" + (f" on {base[:200]!r}" if base else "")) from error
    if parsed.protocol not in {"http:", "https:"}:
        raise ReadError(f"not a web address (http or https): {url[:200]!r}")
    parsed.hash = ""
    if parsed.search:
        parsed.search = _without_tracking(parsed.search)
    return str(parsed.href)


def host_of(url: str) -> str:
    """Give the host of a canonical URL, without port; empty when there is none."""
    try:
        return str(ada_url.URL(url).hostname)
    except ValueError:
        return ""


def _without_tracking(search: str) -> str:
    pairs = search[1:].split("&")
    kept = [pair for pair in pairs if not _is_tracking(pair.partition("=")[0])]
    return search if len(kept) == len(pairs) else "&".join(kept)


@cache
def _is_tracking(name: str) -> bool:
    lowered = name.lower()
    return lowered in _TRACKING or lowered.startswith(_TRACKING_PREFIXES)
