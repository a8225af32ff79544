"""Places that a source is called after: "Ningbo Customs said" places no figure that has another place."""

from barometer.claims.case import Case
from barometer.claims.places.ground import HOME, Ground, lies_abroad, lies_at_home
from barometer.claims.text.expressions import Brief
from barometer.claims.values import PlaceMark


def without_sources(case: Case, holding: list[PlaceMark], ground: Ground) -> list[PlaceMark]:
    """Give the places without those that a source is called after, where the figures have another: "Ningbo Customs"."""
    if not case.language.base_follows:
        return holding
    named = [one.name for one in case.reading.speakers if one.name is not None]
    if "member" in case.reading.text and case.language.polls(case.reading.text):
        return holding  # whose members a body polled
    text = case.reading.text
    others = [
        mark
        for mark in holding
        if not any(
            mark.end < high and (low == mark.start or (low < mark.start and _OF_FIRM.match(text[mark.end : high])))
            for low, high in named
        )
    ]
    meant = any(mark.name is None for mark in others)  # "the city" is the one that the source is called after
    wide = not others and ground.carried == HOME and not any(mark.name == HOME for mark in holding)
    wide = wide or (
        not others and lies_abroad(ground.carried, case.lexicon) and any(_is_at_home(mark, case) for mark in holding)
    )
    return others if not meant and not wide and (others or ground.carried is not None) else holding


def _is_at_home(mark: PlaceMark, case: Case) -> bool:
    """Say whether a body or works that tell something lie in China: "Yiwu Airport said", no firm called after it."""
    lies = lies_at_home(mark.name, case.lexicon)
    return lies and _WORKS.match(case.reading.text[mark.end :][:_LONGEST_WORKS]) is not None


_WORKS = Brief(r"^ (?:[A-Z][a-z]+ ){0,2}(?:Airport|Port|Station|Railway|Customs|Post|Bureau|Municipal|Government)\b")
_LONGEST_WORKS = 40


_OF_FIRM = Brief(r"^ (?:[A-Z][a-z]+ )?(?:Securities|Bank|Futures|Capital|Institute|University|Research|Asset|Fund)\b")
"""What stands behind a place that only names whom somebody works for: "analysts at Hangzhou Securities"."""
