"""The process of a crawl starts without what only its workers need, and these without what few pages need."""

import subprocess
import sys

import pytest

from barometer.config import PROJECT

CRAWL = "crawler.services, crawler.spiders.source, pipelines.topic"
WORKER = "barometer.articles.reading, barometer.ingest.pool"
OF_FEW_PAGES = ("trafilatura", "readability", "pypdf", "feedparser", "dateparser", "barometer.claims.engine")
OF_WORKERS = ("barometer.articles.reading", *OF_FEW_PAGES)
OF_OTHER_RECORDS = ("sqlalchemy.dialects.postgresql",)


@pytest.mark.parametrize(
    ("modules", "others"), [(CRAWL, OF_WORKERS + OF_OTHER_RECORDS), (WORKER, OF_FEW_PAGES)], ids=["crawl", "worker"]
)
def test_a_process_of_a_crawl_imports_only_what_it_needs(modules: str, others: tuple[str, ...]) -> None:
    code = f"import sys; import {modules}; print([name for name in {others} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
