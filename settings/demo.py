"""The crawl on a recorded site: only the network is replaced, and nobody needs to be spared."""

from settings.scrapy import *  # noqa: F403 - Scrapy reads one module; this one is the other with four changes
from settings.scrapy import DOWNLOAD_HANDLERS as _HANDLERS
from settings.scrapy import DOWNLOADER_MIDDLEWARES as _REAL

_REPLAY = "crawler.replay.ReplayHandler"
DOWNLOAD_HANDLERS = {**_HANDLERS, "http": _REPLAY, "https": _REPLAY}
DOWNLOADER_MIDDLEWARES = {**_REAL, "crawler.guard.GuardMiddleware": None}  # nothing is dialled
NO_DELAY = True
PATIENCE_SECONDS = 5
