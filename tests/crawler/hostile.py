"""Pages of one's own making that take a reader many seconds: large, and nothing in them that can be skipped."""


def slow_listing() -> bytes:
    """Give a listing of anchors none of which counts, so that each is looked at."""
    return b"<html><body>" + b'<a href="/b?c">n</a>' * 600_000


def slow_article() -> bytes:
    """Give a page without the source's markup, so that the readers of unknown pages try themselves at it."""
    return b"<html><body>" + "<div><p>义乌出口300亿元，<b>增长</b>12%。</p></div>".encode() * 150_000
