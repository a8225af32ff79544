"""Takes up the outlets that an English text cites where it calls them by their kind: "the newspaper said"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Reading, Speaker

Span = tuple[int, int]


def with_outlets_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with "the newspaper" as the outlet cited last, "the agency" only if nobody spoke since."""
    cited: Span | None = None
    last: Span | None = None
    found: list[Reading] = []
    for reading in readings:
        if reading.chinese:
            found.append(reading)
            continue
        told: list[Speaker] = []
        start = reading.sentence.start
        for one in reading.speakers:
            called = _called(one, reading.text)
            whole = cited if _OUTLET.match(called) else last if _EITHER.match(called) else None
            if whole is not None:
                told.append(replace(one, name=(whole[0] - start, whole[1] - start), words=None))
                continue
            is_outlet = _NAME.search(called) is not None
            told.append(replace(one, person=False) if is_outlet else one)
            if one.name is not None:
                last = (start + one.name[0], start + one.name[1]) if is_outlet else None
                cited = last or cited
        found.append(replace(reading, speakers=tuple(told)) if tuple(told) != reading.speakers else reading)
    return found


def _called(one: Speaker, text: str) -> str:
    """Give the words for a speaker in this sentence, none for a pronoun or a name of an earlier one."""
    span = one.name or one.words
    return "" if span is None or not 0 <= span[0] < len(text) else text[span[0] : span[1]]


WIRES = "Xinhua|Reuters|Bloomberg|AFP|AP"
"""Agencies from which others take what they tell."""
_OUTLET = pattern(
    r"^(?:the )?(?:newspaper|paper|daily|weekly|magazine|journal|broadcaster|news (?:site|outlet|website|agency|portal"
    r"|service|wire|channel)|outlet|newswire|tabloid)$"
)
"""What only an outlet is called."""
_EITHER = pattern(r"^(?:the |its )?(?:agency|report|article|story|channel|site|website)$")
"""What an outlet is called as others are too."""
_NAME = pattern(
    r"(?-i:\b(?:Daily|News|Times|Post|Journal|Herald|Weekly|Gazette|Tribune|Guardian|Economist|Television|Radio|TV"
    rf"|{WIRES}|Yicai|Caixin|CCTV|CGTN|CNBC|BBC|CNN|Nikkei|Tone|Wire)(?: Asia| Agency| Global)?$"
    r"|^The Paper$)"
)
"""How outlets are named."""
