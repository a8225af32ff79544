"""Takes up the forecasters whom an English text asked where it tells what they foresee: "Their median estimate is"."""

from dataclasses import replace

from barometer.claims.language import is_chinese
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Reading, Speaker

_PANEL = pattern(r"\b(?P<name>economists|analysts|forecasters|strategists|brokers)\b")
_ESTIMATE = pattern(
    r"^(?:their|the) (?:(?:median|average|mean|consensus|central) )+(?:estimate|forecast|projection|prediction"
    r"|expectation|view)\b"
    r"|^the (?:(?:most|least) [a-z]+|[a-z]+est) (?:of (?:them|these|those)|among them) [a-z]+s\b"
)
"""What opens a sentence on the answers of those asked: "The gloomiest of them sees"."""


def with_panels(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the forecasters named last as the source of their estimates, told in another sentence."""
    found: list[Reading] = []
    panel: tuple[int, int] | None = None
    for reading in readings:
        if is_chinese(reading.text):
            found.append(reading)
            continue
        start = reading.sentence.start
        named = list(_PANEL.finditer(reading.text))
        found.append(reading if named or panel is None else _estimated(reading, (panel[0] - start, panel[1] - start)))
        panel = (start + named[-1].start("name"), start + named[-1].end("name")) if named else panel
    return found


def _estimated(reading: Reading, panel: tuple[int, int]) -> Reading:
    """Give a sentence that opens on what a panel foresees as told by it."""
    told = _ESTIMATE.match(reading.text)
    return reading if told is None else replace(reading, speakers=(Speaker(0, told.end(), panel, "sentence"),))
