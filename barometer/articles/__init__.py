"""Bytes of a page in, an outcome out: pure.

Each name is imported when it is first asked for: the process of a crawl asks only for topics and walls, and the
libraries that read pages cost every process that imports them a third of a second.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from barometer.articles.reading import read
    from barometer.articles.times import Moment, parse_time
    from barometer.articles.topic import TopicDecision, Topics, is_on_topic, load_topics
    from barometer.articles.walls import led_to_wall

_WHERE = {
    "Moment": "times", "TopicDecision": "topic", "Topics": "topic", "is_on_topic": "topic", "led_to_wall": "walls",
    "load_topics": "topic", "parse_time": "times", "read": "reading",
}  # fmt: skip

__all__ = ["Moment", "TopicDecision", "Topics", "is_on_topic", "led_to_wall", "load_topics", "parse_time", "read"]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_WHERE[name]}"), name)
