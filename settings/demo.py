"""The crawl on a recorded site: only the network is replaced, and nobody needs to be spared."""

from settings.scrapy import *  # noqa: F403 - Scrapy reads one module; this one is the other with four changes
from settings.scrapy import DOWNLOADER_MIDDLEWARES as _REAL

DOWNLOAD_HANDLERS = {
    "http": "crawler.replay.ReplayHandler",
    "https": "crawler.replay.ReplayHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {**_REAL, "crawler.guard.GuardMiddleware": None}  # nothing is dialled
NO_DELAY = True
PATIENCE_SECONDS = 5
