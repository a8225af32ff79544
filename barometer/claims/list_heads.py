"""Finds the lines that head a list without a colon: "Goals for 2026", with bullets under it."""

import re
from dataclasses import replace

from barometer.claims.values import Reading

_BULLET = re.compile(r"\s*(?:[-–—•·*●▪]|[(（][0-9a-z]{1,2}[)）])\s")
_ENDS = (".", "!", "?", "。", "！", "？", ";", "；", ",", "，")
_LONGEST = 60


def with_headed(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the short lines over bullets marked as their heads."""
    found = list(readings)
    for index in range(len(readings) - 1):
        line, following = readings[index], readings[index + 1]
        apart = line.sentence.paragraph != following.sentence.paragraph and not line.sentence.title
        short = len(line.text) <= _LONGEST and not line.mentions and not line.text.rstrip().endswith(_ENDS)
        if apart and short and _BULLET.match(following.text) and not _BULLET.match(line.text):
            found[index] = replace(line, heads=True)
    return found
