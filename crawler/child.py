"""`python -m crawler.child SOURCE …`: `scrapy crawl` in a process that dies with its parent from its first moment on.

Scrapy takes seconds to import on a busy machine; a parent that is killed meanwhile would leave its child running. The
workers of the reading pool, which are spawned, run this module first as well, under the name of `__mp_main__`.
"""

import os
import sys

from barometer.ingest.process import die_with_parent

PARENT = "BAROMETER_PARENT"
CRAWL = "BAROMETER_CRAWL"  # the crawl's process, as its workers know it

if __name__ == "__mp_main__":
    die_with_parent(int(os.environ[CRAWL]))

if __name__ == "__main__":
    die_with_parent(int(os.environ[PARENT]))
    os.environ[CRAWL] = str(os.getpid())
    from scrapy.cmdline import execute

    execute(["scrapy", "crawl", *sys.argv[1:]])
