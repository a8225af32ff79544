"""`python -m crawler.child SOURCE [-s NAME=VALUE]…`: `scrapy crawl` in a process that dies with its parent.

It does so from its first moment on: Scrapy takes seconds to import on a busy machine, and a parent that is killed
meanwhile would leave its child running. It starts lighter than `scrapy crawl`, which imports every command of Scrapy's.
The workers of the reading pool, which are spawned, run this module first as well, under the name of `__mp_main__`.
"""

import os
import sys
from collections.abc import Sequence

from barometer.ingest.process import die_with_parent

PARENT = "BAROMETER_PARENT"
CRAWL = "BAROMETER_CRAWL"  # the crawl's process, as its workers know it


def _crawl(source: str, options: Sequence[str]) -> bool:
    """Crawl a source as `scrapy crawl` does, with the settings of `-s NAME=VALUE`; tell whether it could begin."""
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415 - a parent may be gone before it is imported
    from scrapy.utils.project import get_project_settings  # noqa: PLC0415 - the same, and no worker needs it

    settings = get_project_settings()
    for _, setting in zip(options[::2], options[1::2], strict=True):
        name, _, value = setting.partition("=")
        settings.set(name, value, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(source)
    process.start()
    return not process.bootstrap_failed


if __name__ == "__mp_main__":
    die_with_parent(int(os.environ[CRAWL]))

if __name__ == "__main__":
    die_with_parent(int(os.environ[PARENT]))
    os.environ[CRAWL] = str(os.getpid())
    sys.exit(0 if _crawl(sys.argv[1], sys.argv[2:]) else 1)
