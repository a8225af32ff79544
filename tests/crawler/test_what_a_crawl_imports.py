"""The process of a crawl starts without what only the workers of the reading pool need."""

import subprocess
import sys

from barometer.config import PROJECT

LOADED = """
import sys
import crawler.services, crawler.spiders.source, pipelines.topic
print(*sorted(name for name in sys.modules if name in {
    "trafilatura", "pypdf", "barometer.articles.reading", "barometer.claims.engine"}))
"""


def test_a_crawl_imports_neither_the_reader_of_pages_nor_that_of_claims():
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
