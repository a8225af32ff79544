"""English subjects: the noun phrase in front of a verb, the part that a share is of, and what is told of it."""

from itertools import pairwise

from barometer.claims.english.asides import INTERPOSED, told_before_aside
from barometer.claims.english.handed import HANDED
from barometer.claims.english.phrases import AUXILIARIES, ENDING, NEAR, SHARE_OF, Span, after, before, trimmed
from barometer.claims.english.place_parts import dateline
from barometer.claims.english.taken_over import names_nothing
from barometer.claims.english.words import INTRODUCERS, STOPS, Token, tokenise
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mark, Mention, Reading

_COPULA = pattern(
    r"^(?:now |still |also |already )*(?:is|are|was|were|be|been|have|has|had|have been|has been)(?: now| still"
    r"| already)? "
)
_AFTERTHOUGHT = pattern(r"(?:ed|en|wn|ld|de|nt|ht|un|de)$")

_PREPOSITIONS = frozenset({
    "through", "per", "from", "in", "by", "to", "via", "under", "at", "for", "with", "on", "into", "during", "abroad",
    "online", "within", "across", "among", "before", "after",
})  # fmt: skip

_LEADING_PERIOD = 4


def subject(reading: Reading, start: int, end: int) -> Span | None:
    """Give the noun phrase that is the subject of the clause in a stretch, up to its verb."""
    text = reading.text
    start = max(start, min(dateline(text), end))
    if not text[start:end].strip() and (led := told_before_aside(reading, start)) is not None:
        return subject(reading, *led)
    if (
        text[start : start + 6].lower().startswith(("which ", "that "))
        and start
        and not text.startswith("of ", start + 5)
    ):
        told_of = before(reading, len(text[:start].rstrip(", ")), max(0, start - NEAR))
        if told_of is None or not touching(reading.periods, *told_of):
            return told_of
        return _subject(reading, reading.clause(max(0, start - 2))[0], start)
    if (handed := HANDED.search(text[start : _before_verb(reading, start, end)])) is not None:
        return trimmed(reading, start + handed.start(handed.name), start + handed.end(handed.name))
    told = [one for one in reading.speakers if start <= one.start and one.end <= end and one.end > one.start]
    for index in range(len(told) - 1, -1, -1):
        speaker, low = told[index], told[index - 1].end if index else start
        told_to = (_TOLD_ALL if text.endswith("told", 0, speaker.end) else _TOLD_TO).match(text[speaker.end : end])
        found = _subject(reading, speaker.end + (told_to.end() if told_to else 0), end)
        if found is None and text[speaker.end : speaker.end + 1] == ",":
            found = _subject(reading, max(low, text.rfind(";", low, speaker.start) + 1), speaker.start)
        if found is not None:
            return found
    for match in _SAYING.finditer(text[start:end]):
        start = start + match.end() if match.end() < end - start else start
        day = _ON_A_DAY.match(text[start:end])
        start += day.end() if day is not None else 0
        break
    return None if told else _subject(reading, start, end)


def _subject(reading: Reading, start: int, end: int) -> Span | None:
    if _ONLY_WHEN.match(reading.text[start:end]) or (
        _GAINING.match(reading.text[start:end])
        and next(iter(reading.between(end, end + 16, Cue.GROWTH)), None) is not None
    ):
        return None
    end = _before_verb(reading, start, end)
    code = reading.text.find(" [", start, end)
    end = code if code > start else end  # "Shares of the company [SHA:600415] closed"
    if end <= start or _DOWN_FROM.match(reading.text[start:end]):
        return None
    if (aside := INTERPOSED.search(reading.text[start:end])) is not None:
        end = start + aside.start()
    if _FINITE.match(reading.text[start:end]):
        return None
    begin, stop = _bounds(reading, start, end)
    words = "" if names_nothing(reading, begin, stop) else reading.text[begin:stop]
    tokens = [token for token in tokenise(words).tokens if token.word[0].isalnum()]
    gerund = bool(tokens) and tokens[0].word.endswith("ing") and "-" not in tokens[0].word
    if gerund and (len(tokens) == 1 or next(iter(reading.between(stop, end + 16, *ENDING)), None) is None):
        return None
    while tokens and (tokens[0].word in INTRODUCERS or tokens[0].word[0].isdigit()):
        tokens.pop(0)
    while tokens and (
        tokens[-1].word in INTRODUCERS
        or tokens[-1].word.endswith("ly")
        or tokens[-1].word[0].isdigit()
        or tokens[-1].word in _TAILS
    ):
        tokens.pop()
    if not tokens or (gerund and len(tokens) == 1) or _is_empty(tokens, reading.text[: begin + tokens[0].start]):
        return None
    return trimmed(reading, begin + tokens[0].start, begin + tokens[-1].end)


_ONLY_WHEN = pattern(
    r"^[\s\"“]*(?:now|today|currently|back then|before|at first"
    r"|(?:an?|one|two|three|four|five|six|eight|ten|a few|[0-9]{1,2})"
    r" (?:year|month|week|decade)s? ago),? (?:it|they|that)(?:'s|'re)?(?: (?:is|was|were|are))?\s*$"
)
"""What says only when something was so that is told before: "Three years ago it was $400"."""
_DOWN_FROM = pattern(r"^[\s,]*(?:(?:up|down) from|(?:putting|keeping|leaving) it)\b")


def _before_verb(reading: Reading, start: int, end: int) -> int:
    """Give where the verb of growth begins that ends a stretch: "Rates, by contrast, softened | from $1,660"."""
    verb = reading.last(start, end, Cue.GROWTH)
    ends = verb is not None and not reading.text[verb.end : end].strip()
    return verb.start if verb is not None and ends else end


def _is_empty(tokens: list[Token], lead: str) -> bool:
    """Say whether a phrase names nothing that is measured: "the pace", "short of its goal"."""
    owned = tokens[0].word == "growth" and _OWNED.search(lead)  # "its growth of 4 percent was"
    mean = [token.word for token in tokens[1:]] == ["on", "average"]  # "12 percent a year on average"
    alone = (len(tokens) == 1 or mean) and tokens[0].word in _EMPTY
    return (alone and not owned) or tokens[-1].word in _AIMS


_OWNED = pattern(r"(?:\b(?:my|your|its|their|his|her|our)|'s)(?: [a-z-]+)?\s+$")
_AIMS = frozenset({"goal", "target", "forecast", "estimate", "estimates", "expectations"})
_EMPTY_WORDS = """
vs pace figure number figures there used down up one well both each may higher lower wider narrower dearer
cheaper more less fewer average nominal weaker stronger firmer softer former latter growth week month quarter
year
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_GAINING = pattern(r"^[ ,]*(?:(?:with|or|representing|marking|and) )?(?:a|an) (?:[a-z-]+ ){0,3}$")
_FINITE = pattern(
    r"^[ ,]*(?:rose|fell|grew|shrank|sank|slid|sprang|swung|leapt|went|came|stood|was|were|is|are|has|had)(?: |$)"
    r"|^[ ,]*(?:expand|increas|advanc|climb|dropp|jump|surg|slump|declin|eas|narrow|widen|contract|recover|decreas"
    r"|edg|tumbl)ed\s*$"
)
"""A verb with which a clause begins has its subject in the one before."""
_ON_A_DAY = pattern(
    r"^\s*(?:(?:on|late|early|late on|early on) )?(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: (?:morning|afternoon|evening|night))? (?:that )?"
)
"""When something was said, between the verb and what was said: "said on Thursday evening that revenue"."""
_TOLD_TO = pattern(r"^(?: [\w'-]+){1,4}(?: on [a-z]+day)? that ")
_TOLD_ALL = pattern(r"^(?: [\w'-]+){1,8}? that ")
_SAYING = pattern(
    r"\b(?:says|said|say|found|finds|shows|showed|show|indicated|indicates|noted|warned|added) that "
    r"|\band (?:that|whose) "
    r"|\btold (?:[\w'-]+ ){1,8}?(?:on [a-z]+day )?that "
    r"|\b(?:said|says|announced|reported) (?:in|at) (?:an?|its|the|their) (?:[a-z]+ ){1,3}?(?:on [a-z]+day )?that "
    r"|\b(?:hopes?|hoped|believes?|thinks?|reckons?|predicts?|estimates?) that (?:by [0-9]{4} )?"
    r"|\b(?:said|says|say) (?:the |their |its )?"
    r"|\band (?:says|said|adds) "
)
_TAILS = AUXILIARIES | frozenset({
    "now", "also", "already", "then", "still", "each", "alone", "compared", "month", "year", "reached", "hit", "stood",
    "slowed", "accelerated", "eased", "picked", "came", "fell", "rose", "dropped", "grew", "between", "just",
    "only", "equal", "equivalent", "there", "than",
})  # fmt: skip


def _bounds(reading: Reading, start: int, end: int) -> Span:
    """Narrow a stretch to what stands before its verb, without the base and time expression at its start."""
    stop = end
    for base in reading.between(start, end, Cue.BASE):
        start, stop = (base.end, stop) if base.start - start <= _LEADING_PERIOD else (start, min(stop, base.start))
    for mark in reading.between(start, stop, *ENDING):
        if _ends_subject(reading, mark, start) and not _is_afterthought(reading, mark.start, mark.end, end):
            stop = mark.start
            break
    for period in reading.periods:
        if start <= period.start < stop:
            placed = any(mark.start == start and mark.end >= period.start - 3 for mark in reading.places)
            opens = (
                placed
                or reading.text.endswith(("'s ", "s' "), start, period.start)
                or period.start - start < _LEADING_PERIOD
                or _INTRODUCING.match(reading.text[start : period.start])
            )
            start, stop = (period.end, stop) if opens else (start, period.start)
    return start, stop


_INTRODUCING = pattern(r"^[\s\"“(]*(?:(?:the|our|their|its|his|her|my|a|an|and|but|while|in|for)\s+)*$")
_ADJECTIVE = pattern(r"(?:^|[\s\"“])(?:the|a|an|its|their|his|her|our|[\w-]+'s|s')\s+$")


_POSSESSED = pattern(r"(?:^|[\s\"“])(?:my|your|its|their|his|her|our)\s+$")
_GOVERNED = pattern(r"\b(?:of|for|by|from|the|its|their|an?) $")
_NOUNS_TOO = frozenset(
    {"costs", "cost", "works", "visits", "uses", "shows", "stands", "offers", "runs", "stays", "use", "work", "visit"}
)
_NOMINAL = frozenset({"total", "record", "share", "shares", "plan", "target", "goal", "forecast"})


def _ends_subject(reading: Reading, mark: Mark, start: int) -> bool:
    """Say whether a mark is the verb of a subject: not its first word, no "to" or "at", no noun behind an article."""
    words = reading.text[mark.start : mark.end].lower()
    if words in _NOMINAL and _ADJECTIVE.search(reading.text[start : mark.start]):
        return False
    if words in _NOUNS_TOO:
        if _POSSESSED.search(reading.text[start : mark.start]):
            return False
        follow = tokenise(reading.text[mark.end : mark.end + 16]).tokens[:1]
        if follow and (follow[0].word in _PREPOSITIONS | AUXILIARIES or follow[0].word == "of"):
            return False
        if any(other.start == mark.end + 1 for other in reading.between(mark.end, mark.end + 16, *ENDING)):
            return False  # "labor costs ate up"
    if words.endswith("ed") and _GOVERNED.search(reading.text[start : mark.start]):
        return False  # "prices of imported cherries"
    return mark.start > start + 2 and (mark.cue is not Cue.LEVEL or len(words) > 2 or words == "is")


def _is_afterthought(reading: Reading, start: int, end: int, stop: int) -> bool:
    """Say whether a participle tells about the noun before it, for a verb is yet to come: "goods sold abroad were"."""
    text = reading.text
    if not _AFTERTHOUGHT.search(text[start:end].lower()):
        return False
    follow = tokenise(text[end : end + 24]).tokens[:1]
    if not follow or follow[0].word not in _PREPOSITIONS:
        return False
    later = next(
        (mark for mark in reading.between(end, stop + 12, *ENDING) if text[mark.start : mark.end] not in {"to", "at"}),
        None,
    )
    return later is not None and "," not in text[end : later.start]


_THOSE = pattern(r"^(?:(?:while|and|but|as) )?(?:(?:those|that) (?:of|to|from|in) )?")


def item(reading: Reading, start: int, end: int) -> Span:
    """Give one item of a list of subjects, without the verb and place that the last of them brings along."""
    lead = _THOSE.match(reading.text[start:end])
    start += lead.end() if lead else 0
    verb = next((mark for mark in reading.between(start + 1, end + 1, *ENDING)), None)
    if verb is not None and verb.start > start:
        end = start + len(reading.text[start : verb.start].rstrip())
    return trimmed(reading, start, end)


def predicate(reading: Reading, start: int, end: int) -> Span | None:
    """Give what is said of the people or things of a share: "run live-streaming rooms", "empty"."""
    text = reading.text
    copula = _COPULA.match(text[start:end])
    if copula:
        start += copula.end()
    for period in reading.periods:
        if start < period.start < end:
            end = period.start
    tokens = [token for token in tokenise(text[start:end]).tokens if token.word[0].isalnum()]
    while tokens and tokens[-1].word in _JOINTS:
        tokens.pop()
    return (start + tokens[0].start, start + tokens[-1].end) if tokens else None


_JOINTS = frozenset({"and", "but", "while"})


def part(reading: Reading, mention: Mention, floor: int, ceiling: int) -> Span | None:
    """Give the part that a share is of: its subject, the goods in "share of", or what is said of the people counted."""
    text = reading.text
    stop = min(ceiling, reading.clause(mention.end)[1])
    clause = max(floor, reading.clause(mention.start)[0])
    shares = list(SHARE_OF.finditer(text[floor : mention.start]))
    if not shares and text[floor : mention.start].strip().lower().endswith(("to", "from")) and floor:
        floor = clause = reading.clause(max(0, floor - 1))[0]
        shares = list(SHARE_OF.finditer(text[floor : mention.start]))
    if shares:
        at = floor + shares[-1].start()
        owned = text[max(0, at - 3) : at].endswith(("'s ", "s' "))
        return before(reading, at - 1, 0) if owned else after(reading, floor + shares[-1].end())
    share = reading.last(floor, mention.start, Cue.SHARE)
    if share is not None:
        low = max(reading.clause(share.start)[0], floor)
        if text[: share.start].endswith(" to ") and (meant := _meant_to(reading, low, share.start)) is not None:
            return meant
        return subject(reading, low, share.start) or antecedent(reading, low, floor)
    if (other := _other_part(reading, mention, floor)) is not None:
        return other
    lead = text[clause : mention.start].lower().split()
    if not _LEADING.issuperset(lead) and lead[-1] != "that" and text[mention.end : mention.end + 4] == " of ":
        told = subject(reading, clause, mention.start)
        if told is not None:
            return told
    return _told_of_part(reading, mention, stop)


def _told_of_part(reading: Reading, mention: Mention, stop: int) -> Span | None:
    """Give what is said of a share: where it goes, what the people or things of it do, else what it is of."""
    text = reading.text
    if whither := _WHITHER.match(text[mention.end : stop]):
        at = mention.end + whither.end()
        place = next(((mark.start, mark.end) for mark in reading.places if mark.start == at), None)
        return place or after(reading, at)
    verb = _verb_of_share(reading, mention.end, stop)
    if verb is not None:
        return predicate(reading, verb, stop)
    if named := _NAMED.match(text[mention.end :][:NEAR]):
        return mention.end + named.start("name"), mention.end + named.end("name")
    return after(reading, mention.end + 4) if text[mention.end : mention.end + 4] == " of " else None


_NAMED = pattern(r"^ (?P<name>(?:the )?(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*)(?:[,.;]| and\b|$)")
"""A name right behind a share whose verb is left out: "34 percent named Asia and 11 percent the United States"."""
_RELATIVE = pattern(r"\b(?:who|that|which)\s$")
_WHITHER = pattern(r"^ of (?:it|them|these|those|that|this|which|whom) (?:to|for|from|in) (?:the )?")
_OTHER = pattern(
    r"(?:,|;|\band|\bwhile|\bbut) (?:the )?(?P<other>[\w'-]+(?: [\w'-]+){0,4}) (?:only |just |another "
    r"|some )?$"
)


def _other_part(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give the part of a share without a verb of its own: "… took 21 percent and the European Union 14 percent"."""
    before = next((one for one in reading.mentions if one.end == floor and one.unit == mention.unit), None)
    if before is None or any(reading.between(floor, mention.start, *ENDING)):
        return None
    match = _OTHER.search(reading.text[floor : mention.start])
    if match is None or match.group("other").split()[0].lower() in STOPS | {"only", "just", "some", "another", "about"}:
        return None
    return floor + match.start("other"), floor + match.end("other")


def _meant_to(reading: Reading, low: int, share: int) -> Span | None:
    """Give who is wanted or expected to make up a share: "wants private firms to make up"."""
    last = reading.last(low, share, Cue.STATUS, Cue.VERB)
    found = before(reading, share - len(" to "), low) if last is not None else None
    return found if found is not None and last is not None and found[0] > last.end else None


_OF_WHICH = pattern(r"^ of (?:which|whom) ")
_LEADING = frozenset({"and", "only", "but", "with", "just", "while", "that", "some", "now", "between", "whereas"})


def _verb_of_share(reading: Reading, start: int, stop: int) -> int | None:
    """Give where the verb begins that tells of the people or things of a share."""
    text = reading.text
    them = _OF_WHICH.match(text[start:stop])
    cues = (Cue.VERB, Cue.LEVEL, Cue.GROWTH) if them else (Cue.VERB,)
    verbs = [
        mark
        for mark in reading.between(start, stop, *cues)
        if not _is_afterthought(reading, mark.start, mark.end, stop)
    ]
    if len(verbs) > 1 and _RELATIVE.search(text[start : verbs[0].start]):
        verbs = [mark for mark in verbs[1:] if text[mark.start : mark.end].lower() in AUXILIARIES] or verbs
    if verbs:
        return verbs[0].start
    tokens = tokenise(text[start:stop]).tokens
    counted = bool(tokens) and tokens[0].word in {"of", "in"}
    if not counted and tokens and tokens[0].word[0].isalpha() and tokens[0].word not in STOPS:
        return start + tokens[_behind_counted(reading, tokens, start)].start
    for last, token in pairwise(tokens):
        noun = (last.word.endswith("s") and not last.word.endswith(("'s", "ss"))) or last.word in {
            "people",
            "them",
            "women",
            "men",
        }
        if noun and token.word[0].isalpha() and token.word not in STOPS and not token.word.endswith("ing"):
            return start + token.start
    return None


def _behind_counted(reading: Reading, tokens: tuple[Token, ...], start: int) -> int:
    """Give the index of the word behind the things that a share is of: "Three in five sellers in Keqiao now draw"."""
    longest = _LONGEST_COUNTED if _ONE_IN.search(reading.text[:start][-_BACK:]) else 1
    index = next((at for at, token in enumerate(tokens[:longest]) if _is_plural(token.word)), None)
    if index is None or index + 1 >= len(tokens):
        return 0
    index += 1
    while index < len(tokens) - 1 and (
        tokens[index].word in _BETWEEN
        or touching(reading.places, start + tokens[index].start, start + tokens[index].end)
    ):
        index += 1
    return index


_LONGEST_COUNTED = 4
_BACK = 16
_ONE_IN = pattern(r"\b(?:in|out of) (?:[a-z]+|[0-9]+)$")
_BETWEEN = frozenset({"in", "at", "across", "from", "of", "the", "now", "already", "also", "still", "there", "here"})


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("'s", "ss", "us"))


def antecedent(reading: Reading, clause: int, floor: int) -> Span | None:
    """Give the noun phrase that a relative clause tells about: "duty on imported toys, which make up"."""
    if reading.text[clause : clause + 5].lower() not in {"which", "that "}:
        return None
    return before(reading, len(reading.text[:clause].rstrip(", ")), floor)
