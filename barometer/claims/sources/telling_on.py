"""Whether who tells a later sentence of a story is who told its first figures."""

from barometer.claims.context import Context
from barometer.claims.sources.outlets import WIRES
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Reading, Speaker


def is_of_first(context: Context, reading: Reading, speaker: Speaker) -> bool:
    """Say whether who tells a sentence is who told a story's first figures, or only passes them on, as the press."""
    name = None if speaker.name is None else reading.text[slice(*speaker.name)]
    first = context.main_voice
    if speaker.name is not None and not 0 <= speaker.name[0] < len(reading.text):  # named in an earlier sentence
        at = reading.sentence.start + speaker.name[0]
        return first is not None and first.because is not None and first.because.start == at
    if name is None:
        body = context.voice.body
        if speaker.pronoun == "firm" and first is not None and _FIRM_NAME.search(first.name or "") is not None:
            return True  # "Revenue rose 13%, the company said", which told its profit first
        return speaker.pronoun == "body" and body is not None and first is not None and body[0] == first.name
    if first is not None and speaker.person and speaker.name is not None:
        low, high = speaker.name
        post = _SPEAKS_FOR.search(reading.text[max(0, low - _LONGEST_POST) : low])
        behind = _OF_BODY.match(reading.text[high : high + _LONGEST_POST])
        told = post or behind
        return told is not None and _is_same_body(told.group("body"), first.name)
    foretold = context.main is not None and context.main.foretold and _FORETELLERS.search(name) is not None
    return foretold or (first is not None and _is_same_body(name, first.name)) or _PRESS.search(name) is not None


_FORETELLERS = pattern(r"\b(?:economists?|analysts?|forecasts?|estimates?|poll|survey|median)\b")
"""Who goes on to foretell the time that a preview opens on: "the economists' median estimate"."""
_LONGEST_POST = 64
_OF_BODY = pattern(
    r"^, (?:an? |the )?(?:[a-z]+ ){0,3}(?:officials?|officer|head|chief|director|spokes(?:person|man|woman)|analyst)"
    r"(?: (?:with|at|of|for|from))+ (?:the )?(?P<body>(?-i:[A-Z])[\w' -]*?)(?:[,.]|$)"
)
"""Of which body a person is, told behind the name: "Xu Min, an official with Hangzhou Customs,"."""
_SPEAKS_FOR = pattern(r"(?:^|[,;] |\bthe )(?P<body>(?-i:[A-Z])[\w' -]*?) (?:spokes(?:person|man|woman)|official) $")
"""Who speaks for a body, named in front of a person: "GAC spokesperson Lyu Wenhua"."""


def _is_same_body(name: str, first: str | None) -> bool:
    """Say whether a body is the one named first: by its name, initials (GAC), or what kind it is ("the bureau")."""
    if first is None or name == first:
        return name == first
    initials = "".join(word[0] for word in first.split() if word[0].isupper())
    return name in {initials, f"the {initials}"} or f"({name})" in first or _SOME_BODY.match(name) is not None


_SOME_BODY = pattern(
    r"^(?:(?:the|its) )?(?-i:[a-z]+ ){0,2}"
    r"(?-i:office|bureau|administration|agency|ministry|department|customs|authority|authorities|operator|center"
    r"|centre)$"
)
"""A body that is told only by what kind it is: the customs office."""


_FIRM_NAME = pattern(r"\b(?-i:Group|Holdings?|Co|Ltd|Inc|Corp|Company|Limited|PLC|Technology|Industries)\b")
_PRESS = pattern(
    rf"\b(?:News Agency|{WIRES}|news service|state media|state broadcaster)\b|^(?:report"
    r"|filing|statement|results|announcement)$"
)
"""Who only passes on what others told: "the Xinhua News Agency reported", "the report showed", "the filing"."""
