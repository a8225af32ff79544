"""English words right beside a number that name what it measures, and the object of its verb."""

from barometer.claims.english.amounts import spent
from barometer.claims.english.lasting import done_earlier, event_lasting, lasting
from barometer.claims.english.near_changes import near
from barometer.claims.english.phrases import (
    AUXILIARIES,
    DETERMINERS,
    MEASURES,
    NEAR,
    SHARE_OF,
    Span,
    after,
    before,
    trimmed,
)
from barometer.claims.english.subjects import predicate, subject
from barometer.claims.english.unit_words import UnitWords
from barometer.claims.english.wordings import worded
from barometer.claims.english.words import STOPS, singular, tokenise
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mention, Reading, Role

_GENERIC = frozenset({
    "total", "increase", "rise", "growth", "gain", "drop", "decline", "decrease", "fall", "jump", "surge",
    "average", "record", "level", "target", "maximum", "minimum", "range", "share", "cut", "reduction",
    "expansion", "hike", "dip", "slump", "leap", "plunge", "spike", "slide", "retreat", "rebound", "uptick", "slowdown",
    "climb", "advance", "most", "forecast", "goal", "series", "excess", "one", "out", "fleet",
    "team", "staff", "network", "group", "combination", "rate", "percent", "change", "contraction",
    "improvement", "batch", "tune", "shortage", "equivalent",
})  # fmt: skip
_GROWN = pattern(
    r"^[ -](?:[a-z-]+ )?(?:increase|rise|growth|gain|drop|decline|decrease|fall|jump|surge|cut|reduction|hike|dip"
    r"|slump"
    r"|expansion|improvement|contraction|slide|uptick)s? (?:in|of|to|for) "
)
_MORE = pattern(r"^ (?:more|fewer|less) ")
_IN = pattern(r"^ (?:in|off) ")
_SET = frozenset({"target", "goal", "ceiling", "cap", "quota", "budget", "forecast", "floor", "limit"})
_FOR = pattern(r"^ (?:for|in|on) (?:its |the )?")
_MARK_PASSED = pattern(r"^ (?:mark|level|threshold|milestone|barrier)\b")
_FOR_RANK = pattern(r"(?:\bin|\bfor|\bby) ")
_AT_FIRST = pattern(r"^at $")
_TIMES = frozenset({"year", "month", "week", "day", "decade", "quarter", "time", "number", "value", "volume", "total"})
_OWN_OBJECT = pattern(r"^ (?:its|their|his|her|our)\b")
_OBJECT = pattern(r"^ (?:the|a|an|all) ")
_LADDER = pattern(r"\b(?:rankings?|lists?|table|province|country|city|world|nation|region|class|category|row)$")
_LED_BY_THEM = pattern(r"(?:^|[,;] )(?:and )?of (?:(?:them|these|those),?|which|whom) (?:(?:about|some|only|just) )?$")
_LED_BY_WHOLE = pattern(r"(?:^|[.;] )Of (?:the|its|their|all) (?:[^.,;]|,[0-9]){3,80}, $")
_OF_THEM = pattern(
    r"^ of (?:(?:them|these|those|which|whom)\b|(?:the|its|their|our|his|her|all)(?: [a-z'-]+){0,3} $"
    r"|(?:the|its|their|our|these|those) [a-z'-]+s\b)"
)


def beside(reading: Reading, mention: Mention, role: Role, kind: str, floor: int, units: UnitWords) -> Span | None:
    """Give the words right beside a number, or the object of its verb, that name what it measures."""
    row = label(reading, mention, floor) or (_kept(reading, mention, floor) if kind in _PACES else None)
    if row is not None or kind == "rank":
        return row or _ranked_in(reading, mention)
    if kind in {"duration", "amount", "count"} and _hyphenated(reading.text, mention):
        return _behind_hyphen(reading, mention, kind)
    itself = kind == "multiple" or mention.numeral.form == "verb"  # "halve its workforce"
    if itself and (multiplied := _multiplied(reading, mention, floor)) is not None:
        return multiplied
    of_them = _LED_BY_THEM.search(reading.text[floor : mention.start]) is not None
    of_them = of_them or _LED_BY_WHOLE.search(reading.text[: mention.start]) is not None
    some = kind == "count" and mention.noun is None and role.name == "bare"
    if some and (of_them or mention.unit not in units.goods):
        return worded(reading, mention, kind, floor) or _done(reading, mention, of_them=of_them)
    if role.mark is not None and role.mark.cue is Cue.PACE and reading.text[: role.mark.end].lower().endswith(" in"):
        return after(reading, role.mark.end)
    found = (
        worded(reading, mention, kind, floor)
        or near(reading, mention, kind, floor)
        or _aimed(reading, mention, floor)
        or _share_named(reading, mention, kind, floor)
        or _of(reading, mention, kind, floor)
        or (_named_at(reading, mention) if kind == "amount" else None)
    )
    return found or lifted(reading, mention, role, floor) or _by_kind(reading, mention, role, kind, floor, units)


_PACES = frozenset({"rate", "change", "share"})
_KEPT = pattern(
    r"\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|maintain(?:s|ed|ing)?|caps?|capped|capping) (?:(?:the|its|their) )?"
    r"(?P<what>[a-z][\w' -]{2,60}?)(?: (?:at|within|to))? $"
)


def _kept(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what is kept at a level: "to keep the rate of empty containers below 1 percent"."""
    match = _KEPT.search(reading.text[floor : mention.start])
    if match is None or mention.noun is not None or match.group("what").split()[0] in STOPS:
        return None
    return trimmed(reading, floor + match.start("what"), floor + match.end("what"))


_AIMED = pattern(
    r"\b(?:targets?|goals?|forecasts?|quota|cap|ceiling) for (?:the |its |their |our |my )?"
    r"(?P<what>[a-z][^,;:.()]{3,60}?) (?:is|was|are|were|stands at|stood at|at)"
    r" (?:(?:about|around|now|still|set at) )?$"
)


def _aimed(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what a target is for: "the target for on-time delivery is 98 percent"."""
    match = _AIMED.search(reading.text[floor : mention.start])
    if match is None or touching(reading.places, floor + match.start("what"), floor + match.end("what")):
        return None
    return floor + match.start("what"), floor + match.end("what")


def _multiplied(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what is doubled: the object behind "doubled its sales", what somebody wants to double."""
    follow = reading.text[mention.end : mention.end + 8]
    active = _OBJECT.match(follow) and reading.text[mention.start : mention.end].lower().endswith(
        ("s", "e", "ing", "ed")
    )
    if _OWN_OBJECT.match(follow) or (active and mention.numeral.form == "verb" and mention.direction):
        return after(reading, mention.end)
    return _wanted(reading, mention, floor)


def _wanted(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what is wanted or expected to double: "we want overseas sales to double"."""
    text = reading.text
    low = max(floor, reading.clause(mention.start)[0])
    verb = reading.last(low, mention.start, Cue.STATUS, Cue.VERB)
    if verb is None or not text[: mention.start].endswith(" to "):
        return None
    found = after(reading, verb.end + 1)
    return found if found is not None and text[found[1] : mention.start] == " to " else None


_LABEL = pattern(
    r"^\s*(?:[(]?[0-9a-z]{1,2}[).]|[-–—•*·]|\|)?\s*(?P<label>[^:;.|]{2,80}?)\s*(?::|\||  "
    r"|\s[-–—]\s)\s*(?:(?:about|some|nearly|over|up|down|around) )?[$€£¥+-]?$"
)


_BULLET = pattern(r"^\s*(?:[(]?[0-9]{1,2}[).]|[-–—•*·●▪])\s+(?P<label>[^:;.|]{2,60}?): (?:[a-z-]+ ){0,4}?$")


def label(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give the label of a row whose first number this is: "(2) inter-city: 10.6 billion parcels"."""
    head = reading.text[: mention.start] if not floor else ""
    match = _LABEL.match(head) or _BULLET.match(head)
    if match is None or not any(char.isalpha() for char in match.group("label")):
        return None
    if touching(reading.periods, *match.span("label")):
        return None
    verb = not reading.row and any(reading.between(0, match.end("label"), Cue.VERB, Cue.STATUS))
    return None if verb else match.span("label")


_COVERS = pattern(
    r"\b(?P<verb>covers?|covered|covering|occup(?:y|ies|ied)|spans?|spanned)\s+"
    r"(?:(?:a total of|about|around|some|nearly) )?$"
)


def _by_kind(reading: Reading, mention: Mention, role: Role, kind: str, floor: int, units: UnitWords) -> Span | None:
    if units.dimensions.get(mention.unit) == "area":
        head = reading.text[max(0, mention.start - NEAR) : mention.start]
        covers = _COVERS.search(head)
        shift = mention.start - len(head)
        return (shift + covers.start("verb"), shift + covers.end("verb")) if covers else None
    moved = mention.unit in units.goods or units.dimensions.get(mention.unit) == "length"
    if kind == "amount" or mention.unit in units.goods:
        return spent(reading, mention, role, floor, moved=moved)
    if kind == "duration":
        return lasting(reading, mention)
    if kind == "change" and units.dimensions.get(mention.unit) == "time":
        return done_earlier(reading, mention)
    return _of_percent(reading, mention, kind) if kind in {"rate", "change"} else None


def _share_named(reading: Reading, mention: Mention, kind: str, floor: int) -> Span | None:
    """Give "share of online orders", of which points are the change."""
    if kind != "change" or mention.unit != "percentage_point":
        return None
    shares = list(SHARE_OF.finditer(reading.text[floor : mention.start]))
    if not shares:
        return _share_before(reading, mention, floor)
    return floor + shares[-1].start(), floor + shares[-1].start() + len(shares[-1].group().split()[0])


def _share_before(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give the word "share" that points told right behind a share are a change of: "was 18 percent, up 0.7 points"."""
    level = next((other for other in reading.mentions if other.end == floor and other.unit == "percent"), None)
    if level is None or any(reading.between(floor, mention.start, Cue.VERB, Cue.LEVEL, Cue.RATE)):
        return None
    words = list(_SHARE_WORD.finditer(reading.text[: level.start]))
    return words[-1].span() if words else None


_SHARE_WORD = pattern(r"\b(?:share|proportion)\b")


def _hyphenated(text: str, mention: Mention) -> bool:
    named = text[mention.numeral.end : mention.numeral.end + 1] == "-" and text[mention.end : mention.end + 1] == " "
    return named and mention.noun is None


def _behind_hyphen(reading: Reading, mention: Mention, kind: str) -> Span | None:
    """Give what is sized by a number with a hyphen, or lasts so long: "a 20-square-metre stall", "a two-day fair"."""
    if _MARK_PASSED.match(reading.text[mention.end : mention.end + 16]):
        return None
    return after(reading, mention.end) or (event_lasting(reading, mention) if kind == "duration" else None)


def _done(reading: Reading, mention: Mention, *, of_them: bool) -> Span | None:
    """Give what is told of some of those counted before: "3,700 opened", "40 of them signed contracts", "nine rose"."""
    text = reading.text
    stop = reading.clause(mention.end)[1]
    whole = next((other for other in reading.mentions if other.start >= mention.end), None)
    them = _OF_THEM.match(text[mention.end : min(stop, whole.start)] if whole is not None else text[mention.end : stop])
    start = mention.end + (them.end() if them else 0)
    if whole is not None and start == whole.start:
        start = whole.noun[1] if whole.noun is not None else whole.end
    following = next((other.start for other in reading.mentions if other.start >= start), stop)
    stop = min(stop, following)
    first = tokenise(text[start:stop]).tokens[:1]
    if them and first and first[0].word in {"for", "from", "to", "in"}:
        return after(reading, start + first[0].end)
    if not first or first[0].word in STOPS - AUXILIARIES or not first[0].word[0].isalpha():
        return None
    near = reading.between(start, start + first[0].start + NEAR, Cue.VERB, Cue.GROWTH, Cue.LEVEL)
    verbal = them or of_them or any(mark.start == start + first[0].start for mark in near)
    return predicate(reading, start + first[0].start, stop) if verbal else None


def _ranked_in(reading: Reading, mention: Mention) -> Span | None:
    """Give in what something is ranked: "third among provinces in total foreign trade", "second-largest exporter"."""
    text = reading.text
    stop = min(reading.clause(mention.end)[1], mention.end + NEAR)
    for match in _FOR_RANK.finditer(text[mention.end : stop]):
        found = after(reading, mention.end + match.end())
        if found is not None and not _LADDER.search(text[found[0] : found[1]]):
            return found
    beside = text[mention.numeral.end : mention.numeral.end + 1] in {"-", " "}
    return after(reading, mention.end) if beside and not _EVERYWHERE.match(text[mention.end :]) else None


_EVERYWHERE = pattern(r"^ ?(?:nationwide|nationally|globally|worldwide|overall|domestically)\b")


def _of(reading: Reading, mention: Mention, kind: str, floor: int) -> Span | None:
    """Give the measuring words in front of "of" or "worth": "a floor area of 3,000", "goods worth 5 million"."""
    head = reading.text[max(floor, mention.start - NEAR) : mention.start]
    lead = head.rstrip()
    for word in (" just", " between", " from", " only"):
        lead = lead.removesuffix(word)
    for word in (" of", " worth", " of up to", " for"):
        if lead.lower().endswith(word) and (word != " for" or _DEALS.search(lead)):
            found = before(reading, mention.start - len(head) + len(lead) - len(word), floor)
            if found is None:
                return None
            last = reading.text[found[0] : found[1]].split()[-1].lower()
            if last in _SET and (aim := _FOR.match(reading.text[mention.end : mention.end + 8])) is not None:
                return after(reading, mention.end + aim.end())
            counted = kind == "count" and mention.noun is not None and last not in MEASURES | _ORDERED
            alone = len(reading.text[found[0] : found[1]].split()) == 1 or last != "rate"
            lost = kind == "change" and last in _LOSS
            return None if (last in _GENERIC and alone) or counted or lost else found
    return None


_LOSS = frozenset({"loss", "losses"})
_ORDERED = frozenset({"order", "purchase", "quantity"})
_DEALS = pattern(r"\b(?:contracts?|deals?|agreements?|purchase orders|letters of intent) for$")


def lifted(reading: Reading, mention: Mention, role: Role, floor: int) -> Span | None:
    """Give the object of the verb of growth: "lift its parcel volume to 13 billion", "expects prices to climb by"."""
    mark = role.mark
    if mark is None or mark.start >= mention.start or mark.start < floor or role.name not in {"change", "level", "old"}:
        return None
    text = reading.text
    low = max(floor, reading.clause(mark.start)[0])
    verb = reading.last(low, mark.start, Cue.GROWTH, Cue.STATUS)
    while verb is not None:
        words = text[verb.end : mark.start]
        tokens = [token for token in tokenise(words).tokens if token.word[0].isalpha()]
        if tokens and _opens_object(reading, verb.end + tokens[0].start, tokens[0].word):
            found = after(reading, verb.end + 1)
            clear = found is not None and found[1] <= mark.start
            return found if clear and not _is_pronoun(text, found) else None
        if tokens and tokens[0].word not in STOPS:
            return None
        verb = reading.last(low, verb.start, Cue.GROWTH, Cue.STATUS)
    return None


_LONGEST_PARTICLE = len(" back")


def _opens_object(reading: Reading, start: int, word: str) -> bool:
    """Say whether a word behind a verb begins its object: no preposition, adverb or other verb."""
    verbs = reading.between(start, start + len(word) + _LONGEST_PARTICLE, Cue.GROWTH, Cue.VERB, Cue.STATUS)
    if any(mark.start == start for mark in verbs):
        return False
    adverb = word.endswith("ly") and word not in {"daily", "weekly", "monthly", "yearly", "quarterly"}
    return not adverb and word not in STOPS - DETERMINERS


def _is_pronoun(text: str, span: Span | None) -> bool:
    return span is not None and text[span[0] : span[1]].lower() in {"it", "them", "that", "this"}


def _of_percent(reading: Reading, mention: Mention, kind: str) -> Span | None:
    """Give the noun behind a percent: "a 10% duty on toys", "a 5% rise in exports", "25 points off its rate"."""
    text, end = reading.text, mention.end
    follow = text[end : end + NEAR]
    grown = _GROWN.match(follow) or (_MORE.match(follow) if kind == "change" else None)
    if kind == "rate" and follow.startswith(" of "):
        return after(reading, end + 4)
    if grown is not None and (found := after(reading, _past_period(reading, end + grown.end()))) is not None:
        return found
    if kind == "change" and (inside := _IN.match(follow)):
        found = after(reading, end + inside.end())
        words = "" if found is None else text[found[0] : found[1]].lower()
        if words and singular(words.split()[-1]) not in _TIMES and not words.endswith(" terms"):
            return found
    return _set_off(reading, mention) or (_rate_named(reading, mention) if kind == "rate" else None)


def _past_period(reading: Reading, start: int) -> int:
    """Give where the words behind a time begin: "rise in first-quarter foreign trade"."""
    period = next((mark for mark in reading.periods if mark.start <= start < mark.end), None)
    behind = reading.text[period.end :] if period is not None else ""
    return period.end + 1 if period is not None and behind[:1] == " " and behind[1:2].isalpha() else start


def _set_off(reading: Reading, mention: Mention) -> Span | None:
    """Give what a level between commas is of: "its vacancy rate, at 9.6 percent, is", "at 9.6 percent, the rate is"."""
    text = reading.text
    head = text[max(0, mention.start - 24) : mention.start].lower()
    if (named := _named_at(reading, mention)) is not None:
        return named
    return after(reading, mention.end + 2) if _AT_FIRST.match(head) and text[mention.end :][:2] == ", " else None


def _named_at(reading: Reading, mention: Mention) -> Span | None:
    """Give the noun right in front of "at" and a level between commas: "while timber, at 640,000 tonnes, grew"."""
    text = reading.text
    own = text[reading.clause(mention.start)[0] : mention.start].lower()
    if own != "at " or not text[: mention.start - len(own)].endswith(", "):
        return None
    floor = next((other.end for other in reversed(reading.mentions) if other.end < mention.start), 0)
    end = mention.start - len(own) - 2
    start = max(floor, reading.clause(max(0, end - 1))[0])
    named = subject(reading, start, end) or before(reading, end, floor)
    return None if named is None or _is_time_or_place(reading, named) else named


def _is_time_or_place(reading: Reading, span: Span) -> bool:
    return touching(reading.periods, *span) or touching(reading.places, *span)


def _rate_named(reading: Reading, mention: Mention) -> Span | None:
    """Give the noun right behind a percent that is no verb and no word of growth: "a 10% duty on toys"."""
    text, end = reading.text, mention.end
    follow = text[end : end + NEAR]
    head = text[max(0, mention.start - 24) : mention.start].lower().rstrip()
    if not follow.startswith((" ", "-")) or head.endswith((" to", " at", " from", " was", " is", " of")):
        return None
    word = tokenise(follow).tokens[:1]
    at = end + word[0].start if word else end
    cues = reading.between(at, at + len(word[0].word)) if word else iter(())
    plain = word and word[0].word.isalpha() and not any(mark.cue not in _NAMING for mark in cues)
    return after(reading, end) if plain else None


_NAMING = frozenset({Cue.RATE, Cue.DURATION, Cue.FILLER})
