"""English noun phrases that say what a number measures: beside it, as object of its verb, or as subject of its clause."""

from barometer.claims.english.words import INTRODUCERS, STOPS, Token, tokenise
from barometer.claims.scanning import pattern, touching
from barometer.claims.values import Cue, Mention, Reading, Role

Span = tuple[int, int]
_NEAR = 100
_LONGEST_PHRASE = 6
_DETERMINERS = frozenset({
    "a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those", "each", "every",
    "another", "some", "any", "all", "new", "total", "overall", "combined",
})  # fmt: skip
_GENERIC = frozenset({
    "total", "increase", "rise", "growth", "gain", "drop", "decline", "decrease", "fall", "jump", "surge", "average", "record",
    "level", "target", "maximum", "minimum", "range", "share", "cut", "reduction", "expansion", "hike", "dip", "slump", "most",
    "forecast", "goal", "series", "excess", "one", "out", "fleet", "team", "staff", "network", "group", "combination", "rate",
    "percent", "change", "contraction", "improvement", "batch", "tune", "shortage",
})  # fmt: skip
_MEASURES = frozenset({
    "traffic", "footfall", "volume", "throughput", "capacity", "output", "attendance", "turnover", "sales", "population",
    "production", "shipments", "exports", "imports", "orders", "deliveries", "visits",
})  # fmt: skip
_GROWN = pattern(
    r"^[ -](?:[a-z-]+ )?(?:increase|rise|growth|gain|drop|decline|decrease|fall|jump|surge|cut|reduction|hike|dip"
    r"|slump"
    r"|expansion|improvement|contraction|slide|uptick)s? (?:in|of|to|for) "
)
_IN = pattern(r"^ (?:in|off) ")
_FOR_RANK = pattern(r"(?:\bin|\bfor|\bby) ")
_SPENT = pattern(
    r"\b(?P<verb>costs?|invested|invests?|spent|spends?|paid|pays|earned|earns|saved|saves|raised|weighs?)\s+$"
)
_WAS_SPENT = pattern(
    r"^(?: \([^)]*\))? (?:was|were|has been|have been|had been|is|are) (?P<verb>spent|invested|paid|raised|earned|saved)\b"
)
_HELD = pattern(
    r"\b(?:has|have|had|'ve|'s) (?:also |now |already )?(?P<doing>[a-z]+(?: (?:the|a|an|in|at|as|with|for|on|her"
    r"|his|its|their)"
    r"| [a-z-]+| [A-Z][a-z]+)*?)(?: (?:in|at) [A-Z][a-z]+)? for $"
)
_WITHIN = pattern(r"\b(?P<verb>[a-z]+(?:ed|en|wn|ne)) $")
_AT_FIRST = pattern(r"^at $")
_NUMBER_OF = pattern(r"^(?:total |combined |overall |cumulative |annual |average )?number of (?:the )?")
_SHARE_OF = pattern(r"\b(?:share|proportion|percentage) of (?:the )?")
_LOCATED = pattern(r" (?:at|in|on|of|near|along|across|inside|outside|around|through)(?: |$)")
_POSSESSIVE = pattern(r"^(?:[\w.&-]+ ){0,3}?[\w.&-]+(?:'s|s') ")
_COPULA = pattern(
    r"^(?:now |still |also |already )*(?:is|are|was|were|be|been|have|has|had|have been|has been)(?: now| still| already)? "
)
_AFTERTHOUGHT = pattern(r"(?:ed|en|wn|ld|de|nt|ht|un|de)$")
_AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have", "had"})
_PREPOSITIONS = frozenset({
    "through", "from", "in", "by", "to", "via", "under", "at", "for", "with", "on", "into", "during", "abroad", "online", "within",
    "across", "among", "before", "after",
})  # fmt: skip
_ENDING = (Cue.VERB, Cue.GROWTH, Cue.LEVEL, Cue.SHARE, Cue.STATUS, Cue.RANK, Cue.TIMES)
_LEADING_PERIOD = 4


def beside(reading: Reading, mention: Mention, role: Role, kind: str, floor: int) -> Span | None:
    """Give the words right beside a number, or the object of its verb, that name what it measures."""
    if kind == "rank":
        return _ranked_in(reading, mention)
    if kind in {"duration", "amount", "count"} and _hyphenated(reading.text, mention):
        return after(reading, mention.end)
    found = _of(reading, mention, kind, floor) or _object(reading, mention, role, floor)
    if found is not None:
        return found
    if kind == "amount" or mention.unit in {"teu", "tonne", "kilogram"}:
        return _spent(reading, mention, role, floor)
    if kind == "duration":
        return _lasting(reading, mention)
    if kind in {"rate", "change"}:
        return _of_percent(reading, mention, kind)
    return None


def _hyphenated(text: str, mention: Mention) -> bool:
    return text[mention.numeral.end : mention.numeral.end + 1] == "-" and text[mention.end : mention.end + 1] == " "


def _ranked_in(reading: Reading, mention: Mention) -> Span | None:
    """Give in what something is ranked: "third among provinces in total foreign trade", "second-largest exporter"."""
    text = reading.text
    stop = min(reading.clause(mention.end)[1], mention.end + _NEAR)
    for match in _FOR_RANK.finditer(text[mention.end : stop]):
        found = after(reading, mention.end + match.end())
        if found is not None:
            return found
    return after(reading, mention.end) if text[mention.numeral.end : mention.numeral.end + 1] in {"-", " "} else None


def _of(reading: Reading, mention: Mention, kind: str, floor: int) -> Span | None:
    """Give the measuring words in front of "of" or "worth": "a floor area of 3,000", "goods worth 5 million"."""
    head = reading.text[max(floor, mention.start - _NEAR) : mention.start]
    lead = head.rstrip()
    lead = lead[: -len(" just")] if lead.endswith(" just") else lead
    for word in (" of", " worth", " of up to"):
        if lead.lower().endswith(word):
            found = before(reading, mention.start - len(head) + len(lead) - len(word), floor)
            if found is None:
                return None
            last = reading.text[found[0] : found[1]].split()[-1].lower()
            counted = kind == "count" and mention.noun is not None and last not in _MEASURES
            return None if last in _GENERIC or counted else found
    return None


def before(reading: Reading, end: int, floor: int) -> Span | None:
    """Give the noun phrase that ends at a place: back to a determiner, verb, preposition, number or sign."""
    low = max(floor, end - _NEAR)
    found: list[Token] = []
    for token in reversed(tokenise(reading.text[low:end]).tokens):
        at = low + token.start
        verb = next(iter(reading.between(at, at + len(token.word), *_ENDING)), None)
        stop = token.word in STOPS or not token.word[0].isalpha() or len(found) >= _LONGEST_PHRASE
        if stop or (verb is not None and found and token.word not in _MEASURES):
            break
        found.append(token)
    while found and found[-1].word in _DETERMINERS | INTRODUCERS:
        found.pop()
    if not found:
        return None
    return _trimmed(reading, low + found[-1].start, low + found[0].end)


def after(reading: Reading, start: int) -> Span | None:
    """Give the noun phrase that begins at a place, determiners left out: up to a verb, preposition, number or sign."""
    text = reading.text
    found: list[Token] = []
    tokens = tokenise(text[start : start + _NEAR]).tokens
    for index, token in enumerate(tokens):
        if not found and token.word in _DETERMINERS:
            continue
        at = start + token.start
        if (
            token.word in {"on", "of"}
            and found
            and index + 1 < len(tokens)
            and _bare_noun(reading, start, tokens[index + 1])
        ):
            found.append(token)
            continue
        verb = next(
            (mark for mark in reading.between(at, at + len(token.word), *_ENDING) if mark.cue is not Cue.GROWTH), None
        )
        stop = token.word in STOPS or not token.word[0].isalpha() or len(found) >= _LONGEST_PHRASE
        if stop or (verb is not None and found and token.word not in _MEASURES):
            break
        if text[at - 1 : at] not in {" ", "-", "", "("}:
            break
        found.append(token)
    if not found or touching(reading.periods, start + found[0].start, start + found[0].end):
        return None
    span = start + found[0].start, start + found[-1].end
    place = next((mark for mark in reading.places if mark.start == span[0]), None)
    if place is not None and text[place.end : place.end + 2] != "'s":
        return None
    return _trimmed(reading, *span)


def _bare_noun(reading: Reading, start: int, token: Token) -> bool:
    known = token.word in STOPS or token.word in _DETERMINERS or not token.word[0].isalpha()
    return not known and not touching(reading.places, start + token.start, start + token.end)


def _object(reading: Reading, mention: Mention, role: Role, floor: int) -> Span | None:
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
        if tokens and tokens[0].word not in STOPS - _DETERMINERS and not tokens[0].word.endswith("ly"):
            found = after(reading, verb.end + 1)
            clear = found is not None and found[1] <= mark.start
            return found if clear and not _is_pronoun(text, found) and verb.cue in {Cue.GROWTH, Cue.STATUS} else None
        verb = reading.last(low, verb.start, Cue.GROWTH, Cue.STATUS)
    return None


def _is_pronoun(text: str, span: Span | None) -> bool:
    return span is not None and text[span[0] : span[1]].lower() in {"it", "them", "that", "this"}


def _spent(reading: Reading, mention: Mention, role: Role, floor: int) -> Span | None:
    """Give what money or mass is of, or the verb that measures it: "in storage fees", "worth of goods", "cost"."""
    text = reading.text
    goods = mention.noun
    if goods is None and (follower := _coordinated(reading, mention)) is not None:
        goods = follower.noun
    if goods is not None:
        return goods
    head = text[max(floor, mention.start - _NEAR) : mention.start]
    if head.rstrip().lower().endswith((" a", " an", " the", " its", " their")):
        found = after(reading, mention.end)
        if found is not None:
            return found
    if role.name in {"change", "level", "old"}:
        return None
    if verb := _SPENT.search(head):
        at = mention.start - len(head)
        return at + verb.start("verb"), at + verb.end("verb")
    if verb := _WAS_SPENT.match(text[mention.end : mention.end + _NEAR]):
        return mention.end + verb.start("verb"), mention.end + verb.end("verb")
    return _verb_of_mass(reading, mention, floor) if mention.unit in {"teu", "tonne", "kilogram"} else None


def _coordinated(reading: Reading, mention: Mention) -> Mention | None:
    """Give the number that stands behind this one in a pair: "£2 million and €640k in fees"."""
    for other in reading.mentions:
        if other.start >= mention.end:
            return other if reading.text[mention.end : other.start].strip() == "and" else None
    return None


def _verb_of_mass(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give the verb right in front of TEUs or tonnes whose goods are not named: "handled 3 million TEUs"."""
    last = reading.last(max(floor, mention.start - 24), mention.start, Cue.VERB)
    if (
        last is None
        or reading.text[last.end : mention.start].strip()
        or reading.text[last.start : last.end] in _AUXILIARIES
    ):
        return None
    return last.start, last.end


def _lasting(reading: Reading, mention: Mention) -> Span | None:
    """Give what has been done for so long, or is done within such a time."""
    head = reading.text[max(0, mention.start - _NEAR) : mention.start]
    at = mention.start - len(head)
    held = _HELD.search(head)
    if held:
        return at + held.start("doing"), at + held.end("doing")
    words = reading.text[mention.start : mention.end].lower()
    within = _WITHIN.search(head) if words.startswith("within") else None
    return (at + within.start("verb"), at + within.end("verb")) if within else None


def _of_percent(reading: Reading, mention: Mention, kind: str) -> Span | None:
    """Give the noun behind a percent: "a 10% duty on toys", "a 5% rise in exports", "25 points off its rate"."""
    text, end = reading.text, mention.end
    follow = text[end : end + _NEAR]
    if grown := _GROWN.match(follow):
        return after(reading, end + grown.end())
    if kind == "change" and (inside := _IN.match(follow)):
        found = after(reading, end + inside.end())
        if found is not None:
            return found
    head = text[max(0, mention.start - 24) : mention.start].lower()
    if _AT_FIRST.match(head) and follow.startswith(", "):
        return after(reading, end + 2)
    if (
        kind == "rate"
        and follow.startswith((" ", "-"))
        and not head.rstrip().endswith((" to", " at", " from", " was", " is", " of"))
    ):
        word = tokenise(follow).tokens[:1]
        at = end + word[0].start if word else end
        if word and word[0].word.isalpha() and not any(reading.between(at, at + len(word[0].word))):
            return after(reading, end)
    return None


def subject(reading: Reading, start: int, end: int) -> Span | None:
    """Give the noun phrase that is the subject of the clause in a stretch, up to its verb."""
    told = [one for one in reading.speakers if start <= one.start and one.end <= end and one.end > one.start]
    for speaker in reversed(told):
        found = _subject(reading, speaker.end, end) or _subject(reading, start, speaker.start)
        if found is not None:
            return found
    return _subject(reading, start, end)


def _subject(reading: Reading, start: int, end: int) -> Span | None:
    begin, stop = _bounds(reading, start, end)
    tokens = [token for token in tokenise(reading.text[begin:stop]).tokens if token.word[0].isalnum()]
    gerund = bool(tokens) and tokens[0].word.endswith("ing") and "-" not in tokens[0].word
    if gerund and next(iter(reading.between(stop, end + 8, *_ENDING)), None) is None:
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
    return _trimmed(reading, begin + tokens[0].start, begin + tokens[-1].end) if tokens else None


_TAILS = frozenset({"now", "also", "already", "then", "still", "each", "alone", "compared", "month", "year"})


def _trimmed(reading: Reading, start: int, end: int) -> Span:
    """Cut what only owns, counts or locates a phrase: "Yiwu's exports", "the number of firms", "rents in Keqiao"."""
    text = reading.text
    owner = _POSSESSIVE.match(text[start:end])
    if owner and start + owner.end() < end:
        start += owner.end()
    number = _NUMBER_OF.match(text[start:end])
    if number and start + number.end() < end:
        start += number.end()
    for match in _LOCATED.finditer(text[start:end]):
        tail = start + match.end()
        if (
            any(start + match.start() < place.start < end for place in reading.places)
            and tail <= end
            and match.start() > 0
        ):
            words = match.group().strip()
            near = any(tail <= place.start <= tail + 4 for place in reading.places)
            if words not in {"of"} or near or any(place.start > tail for place in reading.places if place.end <= end):
                return start, start + match.start()
    return start, end


def _bounds(reading: Reading, start: int, end: int) -> Span:
    """Narrow a stretch to what stands before its verb, without the base and time expression at its start."""
    stop = end
    for base in reading.between(start, end, Cue.BASE):
        start, stop = (base.end, stop) if base.start - start <= _LEADING_PERIOD else (start, min(stop, base.start))
    for mark in reading.between(start, end, *_ENDING):
        if mark.start > start + 2 and not (
            mark.cue is Cue.LEVEL and mark.end - mark.start <= 2 and not _is_verb(reading, mark.start)
        ):
            if mark.start < stop and not _is_afterthought(reading, mark.start, mark.end, end):
                stop = mark.start
                break
    for period in reading.periods:
        if start <= period.start < stop:
            start, stop = (period.end, stop) if period.start - start < _LEADING_PERIOD else (start, period.start)
    return start, stop


def _is_verb(reading: Reading, start: int) -> bool:
    return reading.text[start : start + 2].lower() == "is"


def _is_afterthought(reading: Reading, start: int, end: int, stop: int) -> bool:
    """Say whether a participle tells about the noun before it, for the verb is yet to come: "goods sold abroad were"."""
    text = reading.text
    if not _AFTERTHOUGHT.search(text[start:end].lower()):
        return False
    follow = tokenise(text[end : end + 24]).tokens[:1]
    if not follow or follow[0].word not in _PREPOSITIONS:
        return False
    later = next((mark for mark in reading.between(end, stop + 12, *_ENDING) if mark.end - mark.start > 2), None)
    return later is not None and "," not in text[end : later.start]


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
    return (start + tokens[0].start, start + tokens[-1].end) if tokens else None


def part(reading: Reading, mention: Mention, floor: int, ceiling: int) -> Span | None:
    """Give the part that a share is of: its subject, the goods in "share of", or what is said of the people counted."""
    text = reading.text
    stop = min(ceiling, reading.clause(mention.end)[1])
    clause = max(floor, reading.clause(mention.start)[0])
    shares = list(_SHARE_OF.finditer(text[floor : mention.start]))
    if shares:
        return after(reading, floor + shares[-1].end())
    share = reading.last(floor, mention.start, Cue.SHARE)
    if share is not None:
        low = max(reading.clause(share.start)[0], floor)
        return subject(reading, low, share.start) or antecedent(reading, low, floor)
    lead = text[clause : mention.start].strip().lower()
    if (
        lead
        and lead not in {"and", "only", "but", "with", "just", "while", "that", "some", "or", "now"}
        and text[mention.end : mention.end + 4] == " of "
    ):
        told = subject(reading, clause, mention.start)
        if told is not None:
            return told
    verb = _verb_of_share(reading, mention.end, stop)
    return None if verb is None else predicate(reading, verb, stop)


def _verb_of_share(reading: Reading, start: int, stop: int) -> int | None:
    """Give where the verb begins that tells of the people or things of a share."""
    text = reading.text
    verbs = [
        mark
        for mark in reading.between(start, stop, Cue.VERB)
        if not _is_afterthought(reading, mark.start, mark.end, stop)
    ]
    if verbs:
        return verbs[0].start
    tokens = tokenise(text[start:stop]).tokens
    counted = bool(tokens) and tokens[0].word in {"of", "in"}
    if not counted and tokens and tokens[0].word[0].isalpha() and tokens[0].word not in STOPS:
        plural = tokens[0].word.endswith("s") and len(tokens) > 1
        return start + tokens[1 if plural else 0].start
    for last, token in zip(tokens, tokens[1:], strict=False):
        noun = (
            last.word.endswith("s")
            and not last.word.endswith(("'s", "ss"))
            or last.word in {"people", "them", "women", "men"}
        )
        if noun and token.word[0].isalpha() and token.word not in STOPS and not token.word.endswith("ing"):
            return start + token.start
    return None


def antecedent(reading: Reading, clause: int, floor: int) -> Span | None:
    """Give the noun phrase that a relative clause tells about: "duty on imported toys, which make up"."""
    if reading.text[clause : clause + 5].lower() not in {"which", "that "}:
        return None
    return before(reading, len(reading.text[:clause].rstrip(", ")), floor)
