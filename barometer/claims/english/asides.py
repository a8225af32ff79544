"""What is said in English between a subject and its verb: ", however,", ", dragged down by falling prices,"."""

from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Reading

INTERPOSED = pattern(
    r", (?:for (?:its|their|his|her) part|by contrast|however|meanwhile|too|in turn|also"
    r"|in contrast|(?:the|an?|its|their|which|whose|who) [^,;]{3,60}|including [^;.]{3,80}"
    r"|[a-z]{3,}(?:ed|wn|lt|id)(?: up| down)? (?:by|from|on) [^,;]{3,60}),\s*$"
)
_LONGEST = 160
_CLOSED = pattern(
    r"(?:^|[,;.] )(?:(?:but|and|while|whereas) )?(?P<what>[^,;.]{3,80}), (?:[a-z]{3,}(?:ed|wn|lt|id)(?: up| down)?"
    r" (?:by|from|on) [^,;]{3,60}|(?:which|who) [^,;]{3,80}), $"
)
_NO_VERB = pattern(r"^(?:up|down|or|and|an?|the|with|representing|accounting|making)\b")
_BY = pattern(r"^by (?:about |around |some |nearly |over )?[0-9]")


def told_before_aside(reading: Reading, start: int) -> tuple[int, int] | None:
    """Give the stretch of the subject of a verb that stands behind what is told by the way.

    "those of lamps, dragged down by prices, slid 7 percent"; "imports grew faster, by 8 percent" has its verb before.
    """
    text = reading.text
    if not text.endswith(", ", 0, start) or _NO_VERB.match(text[start:]):
        return None
    low = max(0, start - _LONGEST)
    if _BY.match(text[start:]):
        floor = max((one.end for one in reading.mentions if one.end < start), default=0)
        begin = max(floor, reading.clause(max(0, start - 3))[0])
        verb = reading.last(begin, start, Cue.GROWTH)
        return (begin, verb.start) if verb is not None else None
    closed = _CLOSED.search(text[low:start])
    return None if closed is None else (low + closed.start("what"), low + closed.end("what"))


def turns_aside(gap: str) -> bool:
    """Say whether the words between two things turn to tell about the first: "Lin Mei, who has 40 shops"."""
    told = _CLOSED_ASIDE.search(gap)
    if "who " in gap and _WHO_FORESEES.search(gap):
        return False
    return bool(_ASIDE.search(gap[told.end() - 1 :] if told else gap))


_ASIDE = pattern(
    r"(?:^|\s)(?:(?:who|whose)|has (?:since )?(?:grown|expanded|developed|evolved|turned) into an?)\s"
    r"|^, (?:[a-z-]+ ){0,3}(?:manager|owner|founder|head|director|boss|chief|president|chairman|partner) of [^;]{3,60}"
    r" with (?:annual|yearly) (?:sales|output|revenue|turnover)\s"
    r"|^, (?:[^;]{3,60}, )?an? [\w -]{3,30} that (?:books|ships|makes|sells|employs|runs|has|handles"
    r"|serves|exports|supplies)\s"
)
_CLOSED_ASIDE = pattern(
    r",\s(?:who|whose)\s[^,;]{1,80}, (?:[a-z]+ed|was|had|has|saw|sold|sent|made|took|bought|grew|rose|fell|ran|won)\s"
)
"""What is told of somebody and over before the verb: "Last year Jinhua, whose territory includes Yiwu, handled"."""
_WHO_FORESEES = pattern(
    r"\bwho (?:also |now |still )?(?:sees|expects|reckons|forecasts|predicts|estimates|believes|puts|projects)\s"
)
"""What a relative clause gives in the speaker's own words: "said Tan, an analyst, who sees rates falling"."""
