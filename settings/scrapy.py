"""Settings of the crawl. What Scrapy leaves open by default and is not safe here is closed."""

from scrapy.settings import default_settings as _scrapys

from barometer.config import load_settings

_own = load_settings()

BOT_NAME = "barometer"
USER_AGENT = _own.user_agent
SPIDER_LOADER_CLASS = "crawler.loader.SourceSpiderLoader"
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"

# The record is the frontier: retries, redirects and duplicates are its business (DESIGN §1.3).
SCHEDULER = "crawler.frontier.Frontier"
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
RETRY_ENABLED = False
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
DOWNLOAD_DELAY = 0  # the frontier reserves hosts across processes
CONCURRENT_REQUESTS = 8
CONCURRENT_REQUESTS_PER_DOMAIN = 8

# Robots rules are asked for and kept by the frontier, shared by all sources on a host.
ROBOTSTXT_OBEY = False

# Both consoles run code that a local user sends.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

COOKIES_ENABLED = False
HTTPPROXY_ENABLED = False  # through a proxy the address guard would check the wrong address
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 16 * 2**20
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"
DOWNLOAD_HANDLERS: dict[str, str | None] = {"data": None, "file": None, "ftp": None, "s3": None}
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
}
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "crawler.at_hand.AtHandMiddleware": 30,
    "crawler.guard.RobotsMiddleware": 40,
    "crawler.guard.GuardMiddleware": 50,
    "crawler.cookies.CookieMiddleware": 60,
}
# Left out of Scrapy's own rather than set to None above: what is None there is imported all the same, these for .3 s.
DOWNLOADER_MIDDLEWARES_BASE = {
    name: place
    for name, place in _scrapys.DOWNLOADER_MIDDLEWARES_BASE.items()
    if not name.endswith(("CookiesMiddleware", "OffsiteMiddleware", "RobotsTxtMiddleware", "HttpAuthMiddleware"))
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
}
EXTENSIONS = {
    "crawler.lifeline.Lifeline": 0,
}
EXTENSIONS_BASE = {
    name: place
    for name, place in _scrapys.EXTENSIONS_BASE.items()
    if not name.endswith(("TelnetConsole", "RemoteControl", "FeedExporter", "SpiderState"))
}
ITEM_PIPELINES = {
    "pipelines.assemble.Assemble": 50,
    "pipelines.topic.Topic": 100,
    "pipelines.claims.Claims": 200,
    "pipelines.evidence.Evidence": 300,
    "pipelines.record.Record": 400,
}

LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []

# Of a run; `-s NAME=VALUE` sets them for one.
REPLAY = ""  # folder of a recorded site to crawl in place of the network
REVISIT = False  # pages that were read before are read again
ALL_TOPICS = False  # extract claims from every article
PAGE_BUDGET = 0  # 0: what the source's file says
RUN_SECONDS = 3600
PATIENCE_SECONDS = 60  # a retry that falls due within this is waited for
ENTRIES = True  # make the source's entries due; off: only what waits in the record
NO_DELAY = False
RUN_MODE = ""  # live, replay, import or history; empty: live, or replay where REPLAY is set
SINCE = ""  # how far a walk through the archive goes back: an ISO date with its zone
SLOT = ""  # the slot of the daemon that this run is for, with its leader's token
