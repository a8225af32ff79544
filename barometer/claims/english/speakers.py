"""Who is named as the source in an English sentence, and which persons it names."""

from collections.abc import Iterator

from barometer.claims.english.cited import POLL_BACK, given, issued, quoted_as_saying
from barometer.claims.english.months import MONTHS
from barometer.claims.english.naming import (
    BODY,
    NAME,
    PERSONS,
    by_name,
    pronoun,
    trimmed,
)
from barometer.claims.english.speaker import PRONOUNS, speaker_of
from barometer.claims.english.who_tells import noun_phrase, unadverbed, without_short_name
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.scanning import by_start
from barometer.claims.values import Speaker

_SAY = (
    r"said|says|say|told|tells|recalled|recalls|sighed|warned|warns?|point(?:ed|s) out|stated|wrote|explained|explains"
    r"|stressed"
    r"|shrugged|quipped|smiled|grinned|beamed|chuckled|grumbled|recounted|recounts|calculated|calculates|remembered"
    r"|remembers"
    r"|put it (?:to (?:me|us)|this way|like this|bluntly)|tells? (?:me|us)\b"
    r"|insist(?:ed|s)|admit(?:ted|s)|jok(?:ed|es)|complain(?:ed|s)|laugh(?:ed|s)|sighs|concede[sd]|disclosed|discloses?|reveal(?:ed|s)?|argued"
)
_SAY_AFTER = _SAY.replace("told|tells|", "")
_SOMETIMES = (
    r"added|adds|concluded|noted|notes|announced|announces|reported|reports|confirmed|confirms|claimed|claims|observed"
    r"|remarked"
)
_FORESEE = (
    r"predict|predicts|predicted|expect|expects|expected|estimate|estimates|estimated|forecast|forecasts|reckons?"
    r"|believes?|projects|projected|anticipates?|anticipated|thinks?"
)
_SHOW = r"show|shows|showed|shown|found|finds|indicated?|indicates|suggests?|suggested|reads|read"
_VERB = pattern(rf"\b(?:(?P<say>{_SAY})|(?P<sometimes>{_SOMETIMES})|(?P<foresee>{_FORESEE})|(?P<show>{_SHOW}))\b")
_SAYING = pattern(
    r"\s*(?:that\b|as follows\b|[,.:;\"“”!?]|$|(?:in|at|on|to|during|with|after|later|by)\s|reporters\b|(?:last|this"
    r"|earlier|recently|today|late)\b|the same day"
    r"|yesterday"
    r"|(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_NOUNISH = pattern(
    r"\s*(?:of|for|by|from|have|has|were|are|was|is|at|in|on|with|to|worth|carry|cover|involving"
    r"|under|across|tanks?)\b"
)
_WITHOUT_OBJECT = pattern(r"\s*(?:[,.;)]|$|(?:and|but|while)\b)")
_NOUNS_TOO = frozenset({"projects", "estimates", "forecasts", "forecast", "estimate"})
_SET_APART = (",", "–", "—", "-", "”", '"')
_PASSIVE = pattern(
    r"\b(?:is|are|was|were|be|been|being|not|than|as|the|a|an|to|of|their|its|and is|had|has|have|unless|otherwise)\s*$"
)
_AFTER = pattern(
    rf"[,\"”?!]\s?(?:{_SAY_AFTER}|{_SOMETIMES}|estimate[sd]|predict(?:s|ed)|reckons|believes|forecasts)"
    r"\s(?:reporters |us )?(?P<subject>(?:(?-i:Mr|Ms|Mrs|Dr)\. )?[^,.;:()\"“”]+)"
)
_LONGEST = 120
_ELIDED = pattern(rf",? and (?:{_SAY}|expects|estimates|adds|reckons|predicts|believes|predicted|forecasts)\b")
_OPENING = pattern(
    r"^[\"“]?(?:(?:(?-i:[A-Z])[a-z]+ )?(?:wholesaler|trader|importer|exporter|buyer|merchant|designer|vendor|seller) )?"
    r"(?P<who>(?:he|she|they|it)\b|(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)*))"
)


def speakers(text: str) -> list[Speaker]:
    """Give the sources that a sentence names, with what they stand for: a name, or a pronoun that resumes one."""
    found: list[Speaker] = []
    names: set[tuple[int, int]] = set()
    before = list(_told_before(text))
    after = [one for one in _told_after(text) if not any(told.start < one.start < told.end for told in before)]
    for one in (*issued(text), *given(text), *before, *after):
        if one.name is None or one.name not in names:
            found.append(one)
        names |= {one.name} if one.name is not None else set()
    begun = {one.start for one in found}
    found.extend(one for one in _told_on(text) if one.start not in begun)
    found.extend(
        one for one in _putting(text) if all(one.end <= other.start or other.end <= one.start for other in found)
    )
    found.extend(_foreseeing(text))
    found.extend(quoted_as_saying(text))
    found.extend(Speaker(match.start(), match.end(), match.span("name")) for match in _LEARNED.finditer(text))
    found.extend(Speaker(*match.span(), match.span("name"), "sentence") for match in _AIMING.finditer(text))
    return [one for one in by_start(found) if one.name is None or not _TIME.match(text[one.name[0] : one.name[1]])]


_TIME = pattern(r"^(?-i:In|On|At|By|Since|During) ")
"""What is a time or place and nobody who speaks: "In June the bureau called in five platforms"."""


_AIMING = pattern(
    r"\b(?P<name>(?:(?:local|city|county|provincial|municipal|government|customs|market|fair|event) )*"
    r"(?:officials|authorities|organi[sz]ers)) (?:are (?:aiming|hoping|targeting)|aim|hope|want|target)\b"
)
"""What people who stand for a body set themselves: "Local officials are aiming for 90 billion yuan"."""
_LEARNED = pattern(
    r"\blearn(?:ed|t) from (?:the )?(?P<name>(?-i:[A-Z])[\w&'-]*(?: (?:of |and |for )?(?-i:[A-Z])[\w&'-]*){1,6})"
)
"""What a paper was told: "the Global Times learned from Yiwu Customs on Wednesday"."""
_SEES = pattern(
    r"\b(?:economists|analysts|forecasters|strategists|banks|brokers) see\b"
    r"|\bsees? (?-i:(?:[A-Za-z'-]+ ){1,4}?[a-z]+ing)\b"
    r"|\bsees? (?:[a-z'-]+ ){0,3}?(?:inflation|growth|gdp|prices?|demand|output|exports|imports|sales|revenue|profits?"
    r"|margins?|rates) (?:of|at|between)\b"
    r"|\bsees? (?:the|its|their) (?:[a-z'-]+ ){1,3}?(?:at|between|above|below)\b"
    r"|\bsees? (?:a|an) (?:[a-z'-]+ ){0,2}?(?:rise|fall|drop|decline|increase|gain|contraction|expansion"
    r"|slowdown|retreat|rebound|recovery) of\b"
    r"|\blooks? for (?:a|an) (?:[a-z'-]+ ){1,4}?of\b"
)
_PUTS = pattern(
    r"\bputs? (?:the |its |their )?(?:[a-z'.-]+ ){1,10}?at\b"
    r"|\b(?:counted|counts|tallied) (?:(?:around|about|some|nearly|over|roughly|almost|more than) )?[0-9]"
)
_POLL = pattern(r"\((?P<name>(?-i:[A-Z])\w+ poll):")
_ANALYSTS = pattern(
    r"\b(?P<name>(?:analysts|economists|forecasters|traders|brokers)(?: polled by (?:the )?\w+| at \w+)?) (?:had )?"
    r"(?:expect(?:ed)?|forecast|pencil(?:l?ed)? in|predict(?:ed)?|project(?:ed)?|tip(?:ped)?|estimated?)\b"
    r"|\b(?P<owner>analysts|economists|forecasters|traders|brokers)'? (?:median |average )?"
    r"(?:forecasts?|estimates?|expectations?) (?:for|of)\b"
    r"|\b(?:forecast|expected|predicted|projected|pencil(?:l?ed)? in|tipped|estimated|anticipated) by (?:the )?"
    r"(?P<by>(?:analysts|economists|forecasters|traders|brokers)(?: polled by \w+| at \w+)?)\b"
)


_FORECASTERS = r"analysts|economists|forecasters|traders|brokers|strategists"
_PANEL = pattern(
    rf"\b(?:polls?|surveys?) of (?:(?:some|about|[0-9,]+|[a-z]+) ){{0,2}}(?P<polled>{_FORECASTERS}) "
    r"(?:by [^,;]{2,40} )?(?:showed|shows?|found|finds|suggest(?:s|ed)?)\b"
    rf"|^(?:the )?(?P<ranged>{_FORECASTERS})' (?:median |average |own )?(?:forecasts?|estimates?|projections?)\b"
    r"[^,;]{0,60}? (?:ranged?|var(?:y|ied)|averaged?|was|were|stood)\b"
    r"|\b(?:forecast|estimate|projection|consensus) of (?:(?:a|an|about|around) )?[$€£¥]?[0-9][0-9.,]*"
    rf"(?:%| percent| per cent| [a-z]+)? (?:(?:[a-z]+) )?(?:by|from|among) (?:the )?(?P<of_number>{_FORECASTERS})\b"
)
"""Forecasters whose answers are told: "a poll of 30 economists showed", "a forecast of 6.1% by analysts"."""
_OPENS = 24
"""Within how many characters a poll stands at the head of its sentence."""


_RAISED = pattern(
    r"\b(?P<name>(?:analysts|economists|strategists|brokers)"
    r"(?: at (?:the )?(?-i:[A-Z])[\w&]+(?: (?-i:[A-Z])[\w&]+){0,3})?"
    r"|(?-i:[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}))(?: (?:last|this) (?:week|month)| on (?-i:[A-Z])[a-z]+day)?"
    r" (?:have |has |had )?(?:raised|lifted|cut|lowered|trimmed|kept|upgraded|downgraded|slashed|maintained|revised)"
    r" (?:their|its|her|his) (?:[a-z0-9-]+ ){0,3}?"
    r"(?:forecasts?|estimates?|projections?|price targets?)\b"
)
_BOUND = pattern(r" (?:topping|exceeding|surpassing|passing|crossing|approaching|nearing|hitting|reaching)$")


def foreseen(text: str) -> Iterator[tuple[int, int]]:
    """Give the words other than plain verbs that make the figures near them a forecast."""
    for expression in (_SEES, _POLL, _ANALYSTS):
        for match in expression.finditer(text):
            start, end = match.span()
            bound = _BOUND.search(match.group())  # "see the surplus topping $1 trillion": a bound of the number
            yield start, end - (len(bound.group()) if bound is not None else 0)
    yield from (match.span(match.name) for match in _SEEN.finditer(text))


_SEEN = pattern(
    r"\b(?P<seen>seen) (?:up|down|rising|falling|growing|slowing|shrinking|cooling|easing"
    r"|accelerating|quickening|climbing|dropping|rebounding|edging)\b"
    r"|\b(?:increase|rise|gain|growth|decline|fall|drop|surplus|deficit|reading|median) "
    r"(?P<tipped>(?:tipped|predicted|projected|expected|forecast|seen|estimated) (?:in|by) (?:a|the) "
    r"(?:(?-i:[A-Z])\w+ )?(?:poll|survey))\b"
)
"""How a title tells what is foreseen: "Exports seen up 3.1%"."""


def _foreseeing(text: str) -> Iterator[Speaker]:
    """Give who sees what is coming: "Analyst Ruan Kai sees prices falling", "the 5% rise analysts had pencilled in"."""
    for match in _SEES.finditer(text):
        verb = match.end() - 4 if match.group().lower().endswith(" see") else match.start()
        phrase = noun_phrase(unadverbed(text[max(0, verb - _LONGEST) : verb].rstrip()))
        if phrase is not None:
            base = max(0, verb - _LONGEST)
            start, end = base + phrase[0], base + phrase[1]
            speaker = speaker_of(
                text, start, end, (start, max(match.start(), verb) + 4), "foresee", _reach(text, start)
            )
            if speaker is not None:
                yield speaker
    for match in _RAISED.finditer(text):
        words, reach = match.group("name").lower(), (match.start(), len(text))
        if words in PERSONS | PRONOUNS:
            yield Speaker(*match.span(), None, "sentence", reach, pronoun=pronoun(words))
        else:
            yield Speaker(*match.span(), trimmed(text, *match.span("name")), "sentence", reach)
    for match in _POLL.finditer(text):
        yield Speaker(*match.span("name"), match.span("name"), "sentence", (match.start(), len(text)))
    for match in _PANEL.finditer(text):
        name = match.span(match.name)
        if match.group("of_number"):
            yield Speaker(*name, name, "sentence", match.span())
        else:
            reach = (0, match.start()) if match.start() > _OPENS else (match.end(), len(text))
            yield Speaker(*name, name, "sentence", reach)
    for match in _ANALYSTS.finditer(text):
        reach = (max(match.start() - POLL_BACK, _before_number(text, match.start())), match.end())
        yield Speaker(*match.span(match.name), match.span(match.name), "sentence", reach)


def _putting(text: str) -> Iterator[Speaker]:
    """Give the bodies that put something at a figure: "The association puts output at 25 billion pairs"."""
    for match in _PUTS.finditer(text):
        base = max(0, match.start() - _LONGEST)
        phrase = noun_phrase(unadverbed(text[base : match.start()].rstrip()))
        if phrase is None:
            continue
        start, end = base + phrase[0], base + phrase[1]
        speaker = speaker_of(text, start, end, (start, match.start() + 4), "say", _reach(text, start))
        told = text[start:end]
        counted = match.group().lower().startswith(("counted", "tallied"))  # a city that "counts 1,320 shops" has them
        figure = counted or _FIGURE.match(text[match.end() :][:24]) is not None
        named = figure and NAME.search(told) is not None
        if speaker is not None and (speaker.name is None or BODY.search(told) or _OFFICIALS.match(told) or named):
            yield replace(speaker, scope="sentence") if told == "They" else speaker


_FIGURE = pattern(r"^ (?:(?:about|around|some|roughly|nearly|just|over|under) )?(?:[A-Z]{0,3}[$€£¥])?[0-9]")
_OFFICIALS = pattern(r"^(?:the )?(?:organi[sz]ers|officials|analysts|economists|authorities|operators)$")


def _told_before(text: str) -> Iterator[Speaker]:
    """Give the subjects of verbs of saying, foreseeing and showing that stand in front of their verb."""
    for match in _VERB.finditer(text):
        group = match.name
        follow = text[match.end() : match.end() + 24]
        if group == "sometimes" and (not _SAYING.match(follow) or _BOUNDED.match(follow)):
            continue
        hoping = match.group() == "expects" and follow.startswith(" to ")
        if group == "foresee" and not hoping and _NOUNISH.match(follow):
            continue
        apart = text[: match.start()].endswith(", ") and not match.group().lower().startswith(
            _TELLS
        )  # "told the Daily"
        if apart and _is_behind(text[match.end() :][:_LONGEST]):
            continue
        speaker = _subject(text, match, group)
        noun = match.group().lower() in _NOUNS_TOO
        if noun and speaker is not None and (_SEVERAL.match(text[speaker.start :]) or _IS_DONE.match(follow)):
            continue  # "all ten projects promised for the year", "the city's key projects reached"
        if speaker is not None and group == "foresee" and _is_of_number_before(text, speaker, follow):
            if match.group().lower() in _NOUNS_TOO:
                continue
            speaker = replace(speaker, reach=(_before_number(text, speaker.start), match.end()))
        if speaker is not None:
            yield speaker


_TELLS = ("told", "tell")
"""Verbs behind which stands who is told: "…, head of the bureau, told the Daily"."""


def _is_behind(follow: str) -> bool:
    """Say whether who speaks stands behind the verb: "…, estimates Lin Mei, chief economist at", "…, said Hong."."""
    alone = _ALONE.match(follow)
    who = alone.group(alone.name) if alone is not None else "day"
    named = not who.endswith("day") and who.lower() not in MONTHS
    return named or _WHO_BEHIND.match(follow) is not None


_ALONE = pattern(
    r"^ (?P<who>(?-i:[A-Z][a-z'-]+))(?:[.,;]|$)"
    r"|^ the (?P<body>(?-i:[A-Z][\w'-]+(?: (?:of |and |for )?[A-Z][\w'-]+){1,6}))(?:[.,;]|$)"
)
_SEVERAL = pattern(
    r"(?:all|both|these|those|many|some|several|most|other|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_IS_DONE = pattern(
    r" (?:(?:already|now|together|alone|also|then|each|still) )?(?:(?:reached|accounted|stood|came|rose|fell|grew|hit"
    r"|made|took|drew|brought|cost|went|will|would|had|did|do|which|that (?:are|were|have|had|will)|worth|totall?ed"
    r"|amounted|climbed|dropped|exceeded|topped|attracted|started|began|opened|completed|signed|planned|approved"
    r"|launched|ranged?|averaged?|varied)\b)"
)
"""What projects or estimates themselves do or undergo: none of these is what is foreseen."""
_BOUNDED = pattern(r" at (?:least|most)\b")
"""A bound of what is added, no time: "Restocking added at least 3 points"."""
_WHO_BEHIND = pattern(
    r"^ (?:an?|the) (?:[a-z-]+ ){0,3}?(?:survey|report|study|poll|bulletin|statement)\b"
    r"|^ (?:(?:(?-i:[A-Z])[a-z]+-based )?(?:[a-z-]+ ){0,2}(?:consultancy|provider|broker|brokerage|forwarder)"
    r" (?-i:[A-Z])|(?:(?:[a-z-]+ ){0,2}(?:owner|manager|director|trader|founder|analyst|economist|vendor|head|boss"
    r"|official|merchant|buyer|seller|exporter) )?(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)+)(?:[,.;]|$| (?:of|at|from)\b))"
)
"""Who speaks stands behind the verb: "growth could slow to 3 percent, estimates Lin Mei, chief economist at"."""


def _is_of_number_before(text: str, speaker: Speaker, follow: str) -> bool:
    """Say whether what is foreseen stands in front: "the 9% gain that brokers had expected, and fell"."""
    return bool(_WITHOUT_OBJECT.match(follow)) and not text[: speaker.start].rstrip().endswith(_SET_APART)


def _subject(text: str, verb: Match, group: str) -> Speaker | None:
    """Give the speaker that the words in front of a verb name."""
    head = text[max(0, verb.start() - _LONGEST) : verb.start()].rstrip()
    head = without_short_name(unadverbed(head))
    if not head or _PASSIVE.search(head):
        return None
    base = max(0, verb.start() - _LONGEST)
    phrase = noun_phrase(head)
    if phrase is None or (base and not phrase[0]) or head.startswith(("according to ", "of "), phrase[0]):
        return None  # none, one that is cut off, or "according to the economists' estimate", "as of Thursday"
    start, end = base + phrase[0], base + phrase[1]
    return speaker_of(text, start, end, (start, verb.end()), group, _reach(text, start))


def _reach(text: str, start: int) -> tuple[int, int] | None:
    """Give how far a speaker's words go: only onward where one is joined on, "…, and economists see a fall of"."""
    lead = text[max(0, start - 6) : start].lower().split()
    return (start, len(text)) if lead and lead[-1] in {"and", "but", "while"} else None


def _before_number(text: str, end: int) -> int:
    """Give where the last number in front of a place may begin: behind the sign or word that sets it off."""
    number = max((match.start() for match in _DIGITS.finditer(text[:end])), default=0)
    return max((match.end() for match in _SET_OFF.finditer(text[:number])), default=0)


_DIGITS = pattern(r"[0-9][0-9.,]*")
_SET_OFF = pattern(r"[,;:] |\b(?:than|against|short of|above|below|beyond|versus|from|with|beating|missing|the|an?) ")


_INITIAL = pattern(r"^(?-i:[A-Z])\.")
_ROLES_TOO = frozenset(
    {"he", "she", "it", "they", "officials", "analysts", "economists", "traders", "customs", "local", "residents"}
)
_NO_SUBJECT = frozenset({"on", "in", "at", "by", "during", "earlier", "last", "late", "as", "after", "when", "to"})


def _told_after(text: str) -> Iterator[Speaker]:
    """Give the speakers named behind their verb: '…,' said Li Na."""
    for match in _AFTER.finditer(text):
        start, end = match.span("subject")
        called = _CALLED.match(text[end : end + _LONGEST_CALLED]) if _OFFICE.match(text[start:end]) else None
        if called is not None:
            start, end = end + called.start("name"), end + called.end("name")
        who = by_name(text, trimmed(text, start, end))
        if who is None:
            continue
        words = text[who[0] : who[1]].lower()
        first, *others = words.split()
        if first in _NO_SUBJECT or _INITIAL.match(text[who[0] : who[1] + 1]):
            continue  # "…, a maker of cups, said on Tuesday", "…, said U.S. buyers"
        if text[start].islower() and first not in _ROLES_TOO and text[who[0] : who[1]].islower():
            continue  # "…, who came for the first time, said samples were"
        if first in {"that", "it", "the", "a"} and _VERB.search(words) is not None:
            continue
        if others and text[who[0] : who[0] + len(first)] in PERSONS | PRONOUNS:
            continue  # "an accountant, said she began practising yoga": what is said begins there
        speaker = speaker_of(text, *who, match.span(), "say", None)
        if speaker is not None:
            yield speaker


_OFFICE = pattern(
    r"^(?:its|their|his|her|our|the|an?) (?:[\w'-]+ ){0,3}?(?:manager|director|founder|co-founder|chief executive"
    r"|head|owner|president|chair(?:man|woman)|secretary|chief|boss|partner|spokes(?:man|woman|person))$"
)
_CALLED = pattern(
    r"^, (?:(?-i:Dr|Mr|Ms|Mrs|Prof)\.? |(?-i:Professor) )?(?P<name>(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}))(?:[.,;]|$)"
)
"""Who holds an office, named behind it: "…,” said its China manager, Kim Do-yun."."""
_LONGEST_CALLED = 48


def _told_on(text: str) -> Iterator[Speaker]:
    """Give the subject of a sentence as the speaker of a verb that has none of its own: "He ships …, and says"."""
    match = _ELIDED.search(text)
    who = _OPENING.match(text) if match else None
    if match is None or who is None:
        return
    start, end = who.span("who")
    words = text[start:end].lower()
    if words in PERSONS or words in PRONOUNS:
        yield Speaker(start, end, None, "sentence", pronoun=pronoun(words))
    elif " " in words:
        yield Speaker(start, end, (start, end), "sentence")
