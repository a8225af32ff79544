"""Tells what was foreseen or aimed at before a forecast or goal was moved: "raised its forecast to 5% from 4.8%"."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief


def is_revised(case: Case) -> bool:
    """Say whether an English level is where a forecast or goal stood before it was moved to the figure in front."""
    if case.role.name != "old" or case.before is None or not case.language.base_follows:
        return False
    text = case.reading.text
    gap = text[case.before.end : case.mention.start]
    if not _FROM.match(gap):
        return False
    return _MOVES.search(text[max(0, case.before.start - _FAR) : case.before.start]) is not None


_FAR = 160
_FROM = Brief(r"^(?: (?:per|a|an) [a-z]+)?,? (?:up |down )?from (?:an? |the )?(?:earlier |previous |prior |initial )?$")
_MOVES = Brief(
    r"\b(?:rais|lift|cut|lower|trim|revis|upgrad|downgrad|nudg|slash)(?:e[sd]?|ed|ing|s|d|ted|med)? "
    r"(?:up |down )?(?:its|their|her|his|the|our)"
    r" [^.;]{0,40}?\b(?:forecasts?|estimates?|projections?|outlook|targets?|goals?|guidance)\b[^.;]{0,80}$"
)
