"""Sources that an English sentence cites without a verb of saying: "according to", "a report by", a label."""

from collections.abc import Iterator

from barometer.claims.english.naming import (
    NOBODY,
    PERSONS,
    RESUMED,
    by_name,
    is_anonymous,
    is_person,
    named,
    pronoun,
    trimmed,
)
from barometer.claims.text.expressions import Words, pattern
from barometer.claims.values import Speaker

_ACCORDING = pattern(
    r"\b(?:(?-i:Per the)|in the words of|according to|citing|data from|figures from|statistics from|numbers from"
    r"|(?:figures|data|statistics|numbers|estimates|calculations)"
    r" (?:released|published|issued|made public)(?: (?:on )?(?-i:[A-Z])[a-z]+day| (?:last|this) [a-z]+| today"
    r"| yesterday)? by"
    r"|data provided by|figures published by|data published by|information from"
    r"|in a poll of|a poll of|a survey of|figures compiled by|data compiled by|data shared by|statistics provided by"
    r"|statistics published by|figures provided by|figures issued by|a survey by|estimates from|estimates by"
    r"|accounting by|calculations by|(?:as )?(?:given|stated|listed|counted|published) by)\s+"
    r"(?:(?:a|the|an|latest|new|recent|official) )*(?:(?:report|article|data|figures|statistics|survey|statement"
    r"|story|tally|notice|interview|post|bulletin|release|estimate|count)s?"
    r"(?: (?:released|published|issued|compiled|provided))?(?: (?:by|from|of|in|with))? )?"
    r"(?:(?:operator|company|organi[sz]er|exchange|platform|association), (?P<called>(?-i:[A-Z])[^,.;:()\"“”]+)"
    r"|(?P<name>[^,.;:()\"“”]+))"
)
_REPORT = pattern(
    r"\b(?:a|an|the) (?:[a-z]+ )?(?:report|article|statement|post|notice|bulletin|story|survey|study) "
    r"(?:from|by|of|in|released by|issued by|published by) (?P<name>[^,.;:()\[\]\"“”]+)"
)
_PUBLISHED = pattern(
    r"\b(?:survey|poll|study|report|index|ranking|statement|tally|plan|blueprint|document|guidelines?|circular|notice"
    r"|post|bulletin)\b[^.;\"“”]{0,90}?\b(?:published|released|conducted|issued"
    r"|carried out|compiled|commissioned|unveiled)"
    r"(?: (?:on )?(?-i:[A-Z])[a-z]+day| (?:last|this) [a-z]+| earlier| today)?"
    r" by (?:the )?(?P<name>(?-i:[A-Z])[^,.;:()\"“”]+)"
    r"|\bby (?:the |its |their |an? )?(?P<counter>[^,.;:()\"“”]{3,60}?)'s (?:own )?(?:count|estimates?|tally|reckoning"
    r"|figures|calculations?)\b"
    r"|\b(?:survey|poll|study) of (?:[^,.;:\"“”]"
    r"|,[0-9]){3,80}? by (?:the )?(?:[a-z-]+ ){0,2}?(?P<pollster>(?-i:[A-Z])[^,.;:()\"“”]{2,60}?) "
    r"(?:found|finds|shows?|showed|suggests?|suggested)\b"
)
_LISTING = pattern(
    r"^(?:the |this |its )?(?P<name>(?:[\w'-]+ ){0,3}(?:report|plan|blueprint|notice|document|bureau|office)) "
    r"(?:lists?|sets?|names?|gives?|puts?|contains?|sets out|calls for)\b"
)
_SETTING = pattern(
    r"^(?:(?:for|in|by|under) [^,;.]{2,24}, )?(?:the|this) "
    r"(?P<name>(?:[a-z-]+ ){0,2}?(?:report|document|plan|blueprint)) "
    r"(?:also |further |then )?(?:sets?|lists?|names?|gives?|puts|targets?) "
)
"""A report told of before, in whose words a sentence goes on: "For this year, the report sets the goals of"."""
_PLANNING = pattern(
    r"^(?:under )?the (?P<name>(?:[a-z-]+ ){0,2}?"
    r"(?:plan|blueprint|guidelines?|document|white paper|program(?:me)?|measures))"
    r"(?:,| (?:also |further )?(?:calls? for|sets?|promises?|envisages?|envisions?|targets?|proposes?|requires?"
    r"|pledges?|provides?|offers?|vows?)) "
)
"""A plan told of before, in whose words a sentence goes on: "The plan calls for", "Under the plan,"."""
POLL_BACK = 40
_ABOUT = ("into ", "about ", "on ", "regarding ", "concerning ")
"""What follows a report and tells its matter, not whose it is: "according to a report into the incident"."""


_ISSUED_BY = pattern(
    r"^ (?:released|published|issued|unveiled)"
    r" (?:on (?-i:[A-Z])[a-z]+day|(?:last|this) (?:week|month|year)|earlier|today|yesterday) by (?:the )?"
    r"(?:[a-z-]+ ){0,4}?(?:department|bureau|commission|committee|office|administration|ministry|government"
    r"|association|chamber|authority)\b(?: of (?:the )?(?:[a-z]+ ){0,2}(?:and )?[a-z]+)?"
)
"""Whose a document is, behind the day it came out: "an action plan released on Friday by the bureau of commerce"."""


def _whole(text: str, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Give the name of a document with the body that issued it, which may stand behind a day."""
    by = _ISSUED_BY.match(text[name[1] :]) if name is not None else None
    return name if by is None or name is None else (name[0], name[1] + by.end())


_PANEL = pattern(
    r"(?:(?:median|average|mean|consensus) (?:estimate|forecast|projection)s? of )?"
    r"(?P<name>economists|analysts|forecasters|strategists|brokers)'"
)
"""Forecasters whose estimate is cited: "according to the economists' median estimate"."""


def _names_nobody(words: str) -> bool:
    """Say whether what is cited names nobody: a number, a pronoun, "a poll conducted in May"."""
    nobody = words[0].isdigit() or words in NOBODY or words.startswith(_ABOUT)
    return nobody or _CONDUCTED.match(words) is not None


def given(text: str) -> Iterator[Speaker]:
    """Give the sources of "according to …", "a report by …"."""
    published = [match.span() for match in _PUBLISHED.finditer(text)] if " by " in text else []
    for expression in (_ACCORDING, _REPORT):
        for match in expression.finditer(text):
            at = match.start(match.name)
            if any(match.start() <= low < match.end() <= high or low < at < high for low, high in published):
                continue  # "according to a plan published by the bureau" names the bureau
            name = _whole(text, by_name(text, trimmed(text, *match.span(match.name))))
            words = text[name[0] : name[1]].lower() if name else ""
            if name is None or not words or _names_nobody(words) or _TOLD_OF.match(match.group()):
                continue
            if (panel := _PANEL.match(words)) is not None:
                name = name[0], name[0] + panel.end("name")
            elif is_anonymous(text[name[0] : name[1]]):
                continue
            poll = expression is _ACCORDING and "poll of" in match.group().lower()
            reach = (max(0, match.start() - POLL_BACK), match.end()) if poll else None
            if words in PERSONS or RESUMED.match("the " + words):
                yield Speaker(match.start(), match.end(), None, pronoun=pronoun(words), words=name)
            else:
                scope = "sentence" if poll else "onward"
                yield Speaker(match.start(), max(match.start("name"), name[1]), name, scope, reach)
    planned = _PLANNING.match(text) or _SETTING.match(text)
    if planned is not None:
        under = text[: planned.start("name")].lower().startswith("under")
        yield Speaker(0, planned.end(), None, pronoun="plan", words=None if under else planned.span("name"))
    listing = _LISTING.match(text)
    if listing is not None and text.rstrip().endswith(":"):
        yield Speaker(0, listing.end(), None, words=listing.span("name"))
    yield from _published(text)


def _published(text: str) -> Iterator[Speaker]:
    """Give who published or counted what is told: "a survey released by the bureau", "by the city's count"."""
    for match in _PUBLISHED.finditer(text):
        group = match.name
        name = trimmed(text, *match.span(group))
        if group == "counter" and _SHOWS.search(match.group(group)) is not None:
            continue  # "a screen by the stairs shows Tuesday's tally"
        if name is not None and not is_anonymous(text[name[0] : name[1]]):
            end = name[1] if group == "name" else match.end()
            yield Speaker(match.start(), end, name, "sentence" if group == "counter" else "onward")


_SHOWS = pattern(r"\b(?:shows?|showed|says?|said|reads?|gives?|puts?|tells?)\b")


def quoted_as_saying(text: str) -> Iterator[Speaker]:
    """Give whom somebody quotes: "The paper quoted Lu Fang, head of the bureau, as saying"."""
    for match in _AS_SAYING.finditer(text) if "quot" in text or "cit" in text else ():
        name = named(text, *match.span("name"))
        if name is None:
            continue
        words = text[name[0] : name[1]]
        if words.lower() in PERSONS or RESUMED.match("the " + words.lower()):
            yield Speaker(*match.span(), None, pronoun=pronoun(words.lower()), words=name)
        else:
            yield Speaker(*match.span(), name, person=is_person(words))


_AS_SAYING = pattern(
    r"\b(?:(?:quot|cit)(?:es?|ed|ing)) (?P<name>[^,;:.\"“”]{3,80}?)(?:, [^;:.\"“”]{3,90}?,)? as"
    r" (?:saying|telling)\b"
)
_TOLD_OF = pattern(r"^(?:a|an|the) (?:[a-z]+ )?(?:story|article|post|report|study) of (?:an?|the|its|how|this|that)\b")
"""A story of something and no one's: "her pins tell the story of a city"."""
_CONDUCTED = pattern(
    r"^(?:(?:[a-z]+ )?(?:poll|survey|study|questionnaire) )?(?:conducted|carried out|commissioned|taken)"
    r"(?: (?:in|between|from|last|this|on|during|at|among)\b|$)"
)
"""How a survey was made, which names nobody."""
_RELEASED = pattern(
    r"^(?:(?-i:[A-Z]+(?:, [A-Za-z.]+ [0-9]+)? \([A-Za-z]+\) -+ )"
    r"|(?-i:[A-Z]{3,}, [A-Z][a-z]+\.? [0-9]{1,2}(?:, 20[0-9]{2})?) [-–—]+ )?"
    r"(?:the |(?-i:[A-Z])[a-z]+-based )?(?P<name>(?-i:[A-Z])[^,.;:()\"“”]{2,80}?)"
    r"(?: \([^()]{2,24}\))?(?:, an? [^,;]{3,80},)? "
    r"(?:has |have |on [A-Z][a-z]+ |today |yesterday )?(?:also )?"
    r"(?:released|published|issued|unveiled|disclosed|announced|reported|posted) "
    r"(?:its|their|the|a|new|fresh|latest|monthly|quarterly|annual)?[^.;:\"]{0,48}?"
    r"\b(?:figures|data|statistics|report|results|numbers|bulletin|statement|index|communique|review|update"
    r"|yearbook|ranking|findings|survey|white paper)\b"
)
_MAY_REPORT = Words(["reported ", " results", ", said in "])
_RESULTS = pattern(
    r"(?:^|[-–—] )(?:(?-i:[a-z]+) )?"
    r"(?P<name>(?-i:[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)+(?:,? (?:Co|Ltd|Inc|Corp)\.?)*))(?: \([^()]{3,80}\))*"
    r"(?:, (?:an?|the|which) [^;]{3,96}?,)? (?:on (?-i:[A-Z])[a-z]+ |today |yesterday |has |also )?"
    r"(?:reported (?:[a-z0-9-]+ ){0,5}?(?:revenue|turnover|sales|profits?|earnings|income|loss|results)"
    r"|(?:announced|released|published) (?:[a-z0-9-]+ ){0,5}?results"
    r"|said in (?:its|an?|the) (?:[a-z-]+ ){0,3}(?:report|statement|filing))\b"
)
"""Who reports its own results: "Hengxing Cup Co., Ltd. (603918.SH), a maker of flasks, on Monday reported revenue"."""
_ASKED = pattern(
    r"^(?:(?P<asker>Q|Question)|(?P<answer>A|Answer)"
    r"|(?P<name>(?-i:[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,4}))(?:, [^:.?!\n]{3,80}| \([^)]{2,60}\))?):(?:\s|$)"
)


_CREDIT = pattern(
    r"^\s*(?:Data )?Sources?: (?:the )?(?P<name>[^;|]{3,80}?)\s*\.?\s*$"
    r"|^[^.;|]{3,90} \((?:data )?source: (?:the )?(?P<told>[^;|()]{3,60})\)\s*:?\s*$"
)


def credit(text: str) -> tuple[int, int] | None:
    """Give the name in a line that says where a table comes from."""
    match = _CREDIT.match(text)
    return match.span("name" if match.group("name") else "told") if match else None


def issued(text: str) -> Iterator[Speaker]:
    """Give the body whose figures a text reports, and whoever answers in an interview, who is the person named last."""
    released = _RELEASED.match(text)
    if released:
        name = trimmed(text, *released.span("name"))
        if name and not is_anonymous(text[name[0] : name[1]]):
            yield Speaker(released.start("name"), released.end(), name)
    results = _RESULTS.search(text) if _MAY_REPORT.found_in(text) else None
    if results and not released:
        yield Speaker(results.start("name"), results.end(), results.span("name"))
    label = _ASKED.match(text)
    if label and label.group("asker"):
        yield Speaker(0, label.end(), None, "asks")
    elif label and label.group("answer"):
        yield Speaker(0, label.end(), None, "answers", pronoun="person")
    elif label:
        yield Speaker(0, label.end(), label.span("name"), "answers", person=True)
