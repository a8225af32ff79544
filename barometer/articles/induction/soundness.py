"""Which of the sampled pages are articles: topic pages, lists, pages without text are not, whatever their address."""

from collections.abc import Sequence
from datetime import datetime

from barometer.articles.induction.selectors import Known, Sample, read_known
from barometer.articles.paragraphs import flat_text
from barometer.sources import Source

_LINKED = 0.5  # share of the text that stands in links from which on a page is a list
_LEAST_LINK = 6  # characters of a link that counts
_FEWEST = 60  # characters of an article


def sound(samples: Sequence[Sample], source: Source, now: datetime) -> list[bool]:
    """Tell of each sample whether it is an article: one with a text of its own, and a date where most have one."""
    known = [read_known(sample, source, now) for sample in samples]
    has_text = [one is not None and _has_own_text(one) for one in known]
    dated = [one is not None and one.part.published is not None for one in known]
    dates_count = 2 * sum(map(all, zip(dated, has_text, strict=True))) > sum(has_text)
    return [text and (date or not dates_count) for text, date in zip(has_text, dated, strict=True)]


def _has_own_text(one: Known) -> bool:
    links = {text for node in one.page.tree.iter("a") if len(text := flat_text(node)) >= _LEAST_LINK}
    lines = one.part.text.split("\n")
    linked = sum(len(line) for line in lines if line in links)
    return len(one.part.text) >= _FEWEST and linked < _LINKED * len(one.part.text)
