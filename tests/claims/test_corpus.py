"""Every sentence of the corpus gives exactly its claims, or is known not to, with the reason."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

from barometer.claims import extract

_SPEC = importlib.util.spec_from_file_location("claims_corpus_file", Path(__file__).with_name("corpus_file.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
corpus_file = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = corpus_file
_SPEC.loader.exec_module(corpus_file)

ITEMS = list(corpus_file.items())
PHENOMENA = 25


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_sentence_gives_its_claims(item, request):
    if item.open:
        request.applymarker(pytest.mark.xfail(reason=item.open, strict=True))
    assert corpus_file.differences(item, extract(item.text, item.published, item.source)) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_phenomenon_has_sentences(language):
    files = Counter(item.name.split("/")[1] for item in ITEMS if item.name.startswith(language))
    assert len(files) == PHENOMENA
