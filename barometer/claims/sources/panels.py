"""Takes up the forecasters whom an English text asked where it tells what they foresee: "Their median estimate is"."""

from barometer.claims.sources.handing_on import told_by
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Reading

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
    panel: tuple[Reading, tuple[int, int]] | None = None
    for reading in readings:
        if reading.chinese:
            found.append(reading)
            continue
        named = list(_PANEL.finditer(reading.text))
        told = _ESTIMATE.match(reading.text) if panel is not None and not named else None
        found.append(reading if panel is None or told is None else told_by(reading, *panel, told.end()))
        panel = (reading, named[-1].span("name")) if named else panel
    return found
