"""Reads every numeric claim out of a text in English or Chinese: `extract`. Pure: values in, values out.

Each name is imported when it is first asked for: the recognisers of two languages cost a third of a second, which the
process of a crawl, whose workers read the claims, need not spend.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from barometer.claims.engine import extract
    from barometer.claims.lexicon import Lexicon, load_lexicon

ENGINE_VERSION = "24"  # grows when the same text may give other claims

_WHERE = {"Lexicon": "lexicon", "extract": "engine", "load_lexicon": "lexicon"}

__all__ = ["ENGINE_VERSION", "Lexicon", "extract", "load_lexicon"]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_WHERE[name]}"), name)
