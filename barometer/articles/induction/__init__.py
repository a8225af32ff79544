"""Proposals for a new source, induced from a few of its pages: where articles are listed, their URL rule, selectors."""

from barometer.articles.induction.draft import Draft, Preview, draft_of, preview
from barometer.articles.induction.entries import Finds, finds_on
from barometer.articles.induction.selectors import LOOKED_FOR, Sample, propose_selectors
from barometer.articles.induction.soundness import sound
from barometer.articles.induction.strips import propose_strips, with_strips
from barometer.articles.induction.url_rules import Anchor, UrlRule, induce_rules, narrowed, section_pages

__all__ = [
    "LOOKED_FOR",
    "Anchor",
    "Draft",
    "Finds",
    "Preview",
    "Sample",
    "UrlRule",
    "draft_of",
    "finds_on",
    "induce_rules",
    "narrowed",
    "preview",
    "propose_selectors",
    "propose_strips",
    "section_pages",
    "sound",
    "with_strips",
]
