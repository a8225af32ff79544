"""Bytes of a page in, an outcome out: pure."""

from barometer.articles.reading import read
from barometer.articles.times import Moment, parse_time
from barometer.articles.topic import TopicDecision, Topics, is_on_topic, load_topics
from barometer.articles.walls import led_to_wall

__all__ = ["Moment", "TopicDecision", "Topics", "is_on_topic", "led_to_wall", "load_topics", "parse_time", "read"]
