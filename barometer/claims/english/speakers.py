"""Who is named as the source in an English sentence, and which persons it names."""

from collections.abc import Iterator

from barometer.claims.scanning import Match, pattern
from barometer.claims.values import Speaker

_SAY = (
    r"said|says|say|told|tells|recalled|recalls|sighed|warned|warns|pointed out|stated|wrote|explained|explains"
    r"|stressed"
    r"|shrugged|quipped|smiled|grinned|beamed|chuckled|grumbled|recounted|recounts|calculated|calculates|remembered"
    r"|remembers"
    r"|insisted|admitted|joked|complained|laughed|disclosed|revealed|reveals|concluded|argued"
)
_SAY_AFTER = _SAY.replace("told|tells|", "")
_SOMETIMES = (
    r"added|adds|noted|notes|announced|announces|reported|reports|confirmed|confirms|claimed|claims|observed|remarked"
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
    r"|under|across)\b"
)
_PASSIVE = pattern(r"\b(?:is|are|was|were|be|been|being|not|than|as|the|a|an|to|of|their|its|and is|had|has|have)\s*$")
_ADVERB = pattern(r"\s+(?:also|further|then|earlier|later|has|have|had|now|still|once|recently|often|jokingly)$")
_AFTER = pattern(
    rf"[,\"”?!]\s?(?:{_SAY_AFTER}|{_SOMETIMES}|estimated|predicted)\s(?:reporters |us )?(?P<subject>[^,.;:()\"“”]+)"
)
_ACCORDING = pattern(
    r"\b(?:(?-i:Per the)|according to|citing|data from|figures from|statistics from|numbers from"
    r"|figures released by|data "
    r"released by|statistics released by|data provided by|figures published by|data published by|information from"
    r"|in a poll of|a poll of|a survey of|figures compiled by|data compiled by|data shared by|statistics provided by"
    r"|statistics published by|figures provided by|figures issued by|a survey by|estimates from|estimates by)\s+"
    r"(?:(?:a|the|an|latest|new|recent|official) )*(?:(?:report|article|data|figures|statistics|survey|statement"
    r"|story|tally|notice|interview|post|bulletin|release|estimate|count)s?"
    r"(?: (?:released|published|issued|compiled|provided))?(?: (?:by|from|of|in|with))? )?(?P<name>[^,.;:()\"“”]+)"
)
_REPORT = pattern(
    r"\b(?:a|an|the) (?:[a-z]+ )?(?:report|article|statement|post|notice|bulletin|story|survey|study) "
    r"(?:from|by|of|in|released by|issued by|published by) (?P<name>[^,.;:()\[\]\"“”]+)"
)
_POLL_BACK = 40
_LONGEST = 120
_PERSONS = frozenset({"he", "she"})
_PRONOUNS = frozenset({"it", "they"})
_RESUMED = pattern(
    r"^(?:the (?:report|bureau|office|article|statement|notice|company|administration|association|official|agency"
    r"|department|ministry|spokesperson|spokesman|customs|document|firm)|this report|its author)$"
)
_ANONYMOUS = pattern(
    r"(?:^|[ -])(?:data|figures?|statistics|survey|numbers?|records?|estimates?|poll|study|research|results?"
    r"|signs?|tests?"
    r"|trade figures|calculations?|schedules?|forecasts?|documents?|samples?|sources?|tables?|charts?|bills?"
    r"|invoices?)$"
)
_NOBODY = frozenset({
    "this", "that", "there", "who", "which", "reporters", "we", "you", "what", "these", "those", "one", "some", "many",
    "most", "all", "both", "others", "several", "i", "people", "few",
})  # fmt: skip
_PARTIAL = pattern(
    r"^(?:[a-z]+ ){0,3}(?:half|third|thirds|quarter|quarters|fifth|percent)$|^(?:(?:two|three|four|five|six|seven"
    r"|eight|nine|ten) of |half|one |most |many |some |dozens|hundreds"
    r"|thousands|nearly|more than|fewer than|about )"
    r"|\b(?:half|third|quarter|fifth|tenth|percent|%|majority|out of [a-z]+|in [a-z]+) of\b|\bin (?:ten|five|four"
    r"|three)\b"
)
_NAME = pattern(r"(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the|de|al|bin) )*[A-Z][\w'&-]*)*)$")
_LEADING_NAME = pattern(r"(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the|de|al|bin) )*[A-Z][\w'&-]*)*)")
_BODY = pattern(
    r"\b(?:bureau|customs|ministry|administration|commission|office|association|agency|authority|authorities"
    r"|committee"
    r"|department|government|bank|chamber|centre|center|company|group|institute|council|post|railway|firm|university"
    r"|operator|platform|corp|co|ltd|daily|news|times|xinhua)\b"
)
_FROM = pattern(
    r"^(?:(?:the|latest|new|official|preliminary) )*(?:data|figures|statistics|numbers|records|information"
    r"|a report|a survey"
    r"|survey|report|the report|estimates|a statement|(?:a|the|its|one) (?:[a-z]+ )?(?:survey|poll"
    r"|study) of [^;]{3,60}?)(?: (?:released|published|issued|compiled|provided|shared))? "
    r"(?:from|by|of) (?:the )?"
)
_EDGE = pattern(r",(?:\s|$)|[;:\"“”()—–]|\b(?:and|but|while|as|that|because|although|though|when|whereas|so|if)\b|\.\s")
_LEAD = pattern(r"^(?:(?:the|a|an|and|but|that|while|as|however|meanwhile|yet|still|so|its own)\s+)+")
_TAIL = pattern(
    r"\s+(?:on|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20[0-9]{2}"
    r"|a|an|the|his|her|its)|who|which|that|when|while|after|at (?:a|an|the)|during|last|this|earlier|yesterday"
    r"|told|said"
    r"|show|shows|showed|with|adding|because|but|as|and (?:adds|expects|says))\b.*$"
)
_DATA_TAIL = pattern(r"(?-i:\s+(?:data|figures|statistics|numbers|released|published))$")
_ELIDED = pattern(rf",? and (?:{_SAY}|expects|estimates|adds|reckons|predicts|believes)\b")
_OPENING = pattern(r"^[\"“]?(?P<who>(?:he|she|they|it)\b|(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)*))")


def speakers(text: str) -> list[Speaker]:
    """Give the sources that a sentence names, with what they stand for: a name, or a pronoun that resumes one."""
    found = [*_issued(text), *_given(text), *_told_before(text), *_told_after(text)]
    begun = {one.start for one in found}
    found.extend(one for one in _told_on(text) if one.start not in begun)
    found.extend(_foreseeing(text))
    found.sort(key=lambda speaker: speaker.start)
    return found


_SEES = pattern(
    r"\b(?:economists|analysts|forecasters|strategists|banks|brokers) see\b|\bsees? (?:[a-z'-]+ ){1,4}?[a-z]+ing\b"
)
_POLL = pattern(r"\((?P<name>(?-i:[A-Z])\w+ poll):")
_ANALYSTS = pattern(
    r"\b(?P<name>(?:analysts|economists|forecasters|traders|brokers)(?: polled by \w+| at \w+)?) (?:had )?"
    r"(?:expected|forecast|pencill?ed in|predicted|projected|tipped|estimated)\b"
)


def foreseen(text: str) -> Iterator[tuple[int, int]]:
    """Give the words other than plain verbs that make the figures near them a forecast."""
    for expression in (_SEES, _POLL, _ANALYSTS):
        for match in expression.finditer(text):
            yield match.span()


def _foreseeing(text: str) -> Iterator[Speaker]:
    """Give who sees what is coming: "Analyst Ruan Kai sees prices falling", "the 5% rise analysts had pencilled in"."""
    for match in _SEES.finditer(text):
        verb = match.end() - 4 if match.group().lower().endswith(" see") else match.start()
        phrase = _noun_phrase(text[max(0, verb - _LONGEST) : verb].rstrip())
        if phrase is not None:
            base = max(0, verb - _LONGEST)
            start, end = base + phrase[0], base + phrase[1]
            speaker = _speaker(text, start, end, (start, match.start() + 4), "foresee", None)
            if speaker is not None:
                yield speaker
    for match in _POLL.finditer(text):
        yield Speaker(*match.span("name"), match.span("name"), "sentence", (match.start(), len(text)))
    for match in _ANALYSTS.finditer(text):
        reach = (max(0, match.start() - _POLL_BACK), match.end())
        yield Speaker(*match.span("name"), match.span("name"), "sentence", reach)


def _given(text: str) -> Iterator[Speaker]:
    """Give the sources of "according to …", "a report by …"."""
    for expression in (_ACCORDING, _REPORT):
        for match in expression.finditer(text):
            name = _by_name(text, _trimmed(text, *match.span("name")))
            words = text[name[0] : name[1]].lower() if name else ""
            if name is None or not words or words[0].isdigit() or _ANONYMOUS.search(words) or words in _NOBODY:
                continue
            poll = expression is _ACCORDING and "poll of" in match.group().lower()
            reach = (max(0, match.start() - _POLL_BACK), match.end()) if poll else None
            if words in _PERSONS or _RESUMED.match("the " + words):
                yield Speaker(match.start(), match.end(), None, pronoun=_pronoun(words), words=name)
            else:
                yield Speaker(match.start(), match.end(), name, reach=reach)


_RELEASED = pattern(
    r"^(?:(?-i:[A-Z]+(?:, [A-Za-z.]+ [0-9]+)? \([A-Za-z]+\) -+ ))?(?:the )?(?P<name>(?-i:[A-Z])[^,.;:\"“”]{2,80}?) "
    r"(?:has |have |on [A-Z][a-z]+ |today |yesterday )?(?:also )?(?:released|published|issued|unveiled|disclosed) "
    r"(?:its|their|the|a|new|fresh|latest|monthly|quarterly|annual)?[^.;:\"]{0,48}?"
    r"\b(?:figures|data|statistics|report|results|numbers|bulletin|statement|index|communique|review|update)\b"
)
_ASKED = pattern(r"^(?:(?P<asker>Q|Question)|(?P<answer>A|Answer)|(?P<name>(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?))):\s")


_ROLE = pattern(r"^(?:its|their|the|his|her)? ?[a-z -]+$")
_APPOSED = pattern(r"^, (?P<name>(?-i:[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*))")


def _by_name(text: str, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Give the name set behind one that only says what somebody is: "its maker, Toprun"."""
    if (
        name is None
        or not _ROLE.match(text[name[0] : name[1]])
        or text[name[0] : name[1]] != text[name[0] : name[1]].lower()
    ):
        return name
    if _RESUMED.match("the " + text[name[0] : name[1]]) or _ANONYMOUS.search(text[name[0] : name[1]]):
        return name
    apposed = _APPOSED.match(text[name[1] :])
    return (name[1] + apposed.start("name"), name[1] + apposed.end("name")) if apposed else name


_CREDIT = pattern(r"^\s*(?:Data )?Sources?: (?:the )?(?P<name>[^;|]{3,80}?)\s*\.?\s*$")


def credit(text: str) -> tuple[int, int] | None:
    """Give the name in a line that says where a table comes from."""
    match = _CREDIT.match(text)
    return match.span("name") if match else None


def _issued(text: str) -> Iterator[Speaker]:
    """Give the body whose figures a text reports, and whoever answers in an interview, who is the person named last."""
    released = _RELEASED.match(text)
    if released:
        name = _trimmed(text, *released.span("name"))
        if name and not _ANONYMOUS.search(text[name[0] : name[1]].lower()):
            yield Speaker(released.start("name"), released.end(), name)
    label = _ASKED.match(text)
    if label and label.group("asker"):
        yield Speaker(0, label.end(), None, "asks")
    elif label and label.group("answer"):
        yield Speaker(0, label.end(), None, "answers", pronoun="person")
    elif label:
        yield Speaker(0, label.end(), label.span("name"), "answers", person=True)


def _told_before(text: str) -> Iterator[Speaker]:
    """Give the subjects of verbs of saying, foreseeing and showing that stand in front of their verb."""
    for match in _VERB.finditer(text):
        group = match.name
        follow = text[match.end() : match.end() + 24]
        if group == "sometimes" and not _SAYING.match(follow):
            continue
        if group == "foresee" and _NOUNISH.match(follow):
            continue
        speaker = _subject(text, match, group)
        if speaker is not None:
            yield speaker


def _subject(text: str, verb: Match, group: str) -> Speaker | None:
    """Give the speaker that the words in front of a verb name."""
    head = text[max(0, verb.start() - _LONGEST) : verb.start()].rstrip()
    while adverb := _ADVERB.search(head):
        head = head[: adverb.start()]
    if not head or _PASSIVE.search(head):
        return None
    base = max(0, verb.start() - _LONGEST)
    phrase = _noun_phrase(head)
    if phrase is None:
        return None
    start, end = base + phrase[0], base + phrase[1]
    lead = text[max(0, start - 6) : start].lower().split()
    reach = (start, len(text)) if lead and lead[-1] in {"and", "but", "while"} else None
    return _speaker(text, start, end, (start, verb.end()), group, reach)


def _speaker(
    text: str, start: int, end: int, whole: tuple[int, int], group: str, reach: tuple[int, int] | None
) -> Speaker | None:
    """Give the speaker of a noun phrase: a name, a pronoun, a body that was named before, or nobody for mere data."""
    scope = "sentence" if group == "foresee" else "quote" if '"' in text or "”" in text or "“" in text else "onward"
    words = text[start:end].lower()
    if words in _PERSONS or words in _PRONOUNS or _RESUMED.match(words):
        said = _trimmed(text, start, end) if _RESUMED.match(words) else None
        return Speaker(*whole, None, scope, reach, pronoun=_pronoun(words), words=said)
    source = _FROM.match(text[start:end])
    if source:
        start += source.end()
    elif _ANONYMOUS.search(words):
        return Speaker(*whole, None, "nobody", reach)
    elif group == "show":
        return None
    if any(char.isdigit() for char in text[start:end]) or words in _NOBODY or _PARTIAL.search(words):
        return None
    name = _named(text, start, end)
    return Speaker(*whole, name, scope, reach, person=_is_person(text[name[0] : name[1]])) if name else None


def _pronoun(words: str) -> str:
    return "person" if words in _PERSONS else "body"


def _noun_phrase(head: str) -> tuple[int, int] | None:
    """Give the noun phrase that ends a stretch, or the one that an apposition between commas tells about."""
    end = len(head)
    if head.endswith(","):
        inner = head[:-1].rfind(",")
        if inner < 0:
            return None
        end = inner
    edges = [match.end() for match in _EDGE.finditer(head[:end])]
    start = edges[-1] if edges else 0
    joined = _joined(head, edges, end)
    start = joined if joined is not None else start
    while start < end and head[start] == " ":
        start += 1
    return (start, end) if start < end else None


_BODY_OF = pattern(
    r"\b(?:bureau|ministry|department|commission|administration|office|committee|association|institute|centre|center"
    r"|council|board)"
    r" (?:of|for) [a-z ]+$"
)


def _joined(head: str, edges: list[int], end: int) -> int | None:
    """Give where a name begins that an "and" belongs to: "Bureau of Trade and Industry"."""
    if not edges or head[edges[-1] - 3 : edges[-1]].lower() != "and":
        return None
    before, after = head[: edges[-1] - 3].rstrip(), head[edges[-1] : end].lstrip()
    if _BODY_OF.search(before):
        return edges[-2] if len(edges) > 1 else 0
    if before[-1:].isalpha() and _NAME.search(before) and after[:1].isupper() and " of " in before[-40:]:
        return edges[-2] if len(edges) > 1 else 0
    return None


def _told_after(text: str) -> Iterator[Speaker]:
    """Give the speakers named behind their verb: '…,' said Li Na."""
    for match in _AFTER.finditer(text):
        start, end = match.span("subject")
        trimmed = _trimmed(text, start, end)
        if trimmed is None:
            continue
        words = text[trimmed[0] : trimmed[1]].lower()
        if words.split()[0] in {"that", "it", "the", "a"} and _VERB.search(words) is not None:
            continue
        speaker = _speaker(text, *trimmed, match.span(), "say", None)
        if speaker is not None:
            yield speaker


def _told_on(text: str) -> Iterator[Speaker]:
    """Give the subject of a sentence as the speaker of a verb that has none of its own: "He ships …, and says"."""
    match = _ELIDED.search(text)
    who = _OPENING.match(text) if match else None
    if match is None or who is None:
        return
    start, end = who.span("who")
    words = text[start:end].lower()
    if words in _PERSONS or words in _PRONOUNS:
        yield Speaker(start, end, None, "sentence", pronoun=_pronoun(words))
    elif " " in words:
        yield Speaker(start, end, (start, end), "sentence")


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the name in a noun phrase: of a person without title ("shop owner Wang Fang"), else all but the article."""
    surname = _SURNAMED.search(text[start:end])
    if surname:
        return start + surname.end(), end
    name = _NAME.search(text[start:end])
    if name and name.start() and " " in name.group() and not _BODY.search(name.group()):
        before = text[start : start + name.start()].split()
        if before and before[-1][-1].isalpha() and before[-1].lower() not in {"of", "in", "at", "from", "for", "the"}:
            return start + name.start(), end
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Narrow a stretch to the name of a source: no article, no data that it gave, no time."""
    while start < end and text[start].isspace():
        start += 1
    lead = _LEAD.match(text[start:end])
    if lead:
        start += lead.end()
    tail = _TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    data = _DATA_TAIL.search(text[start:end])
    if data:
        end = start + data.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",'\""):
        end -= 1
    who = _LEADING_TITLE.match(text[start:end])
    if who and text[start + who.end() : start + who.end() + 1].isupper():
        start += who.end()
    return (start, end) if end > start else None


_SURNAMED = pattern(r"\b(?:surnamed|named|called) ")
_LEADING_TITLE = pattern(
    r"(?:[a-z-]+ )*(?:owner|vendor|trader|manager|director|analyst|merchant|buyer|official|founder|seller|boss"
    r"|head|economist"
    r"|wholesaler|exporter|spokesperson|spokesman|spokeswoman|president|chairman|secretary|mayor|driver|operator"
    r"|designer) "
)
_PERSON = pattern(
    r"\b(?:owner|vendor|trader|manager|director|analyst|merchant|buyer|official|founder|seller|boss|entrepreneur"
    r"|wholesaler"
    r"|businessman|businesswoman|exporter|designer|president|customer|worker|driver|mr\.?|ms\.?|mrs\.?) "
    r"(?P<titled>(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2}))"
    r"|(?P<named>(?-i:\b[A-Z][a-z'-]+ [A-Z][a-z-]+))(?:'s\b|,? (?:who|whose|has|runs|sells|makes|owns|came|is|was"
    r"|leads|heads|joined|(?:co-)?founded|launched|set up|spoke|works|worked|told|moved|shrugged|recalled|remembers"
    r"|said|says"
    r"|started|opened|recalls|, (?:a|an|the|[0-9]))\b)"
)
_NO_PERSON = pattern(
    r"\b(?:Trade|City|Market|Province|International|Customs|Bureau|Fair|Group|Company|Bank|Daily|News|Index"
    r"|States|Kong|Africa"
    r"|America|Asia|Europe|East|Yiwu|China|Zhejiang|Festival|Day|Year|Cup|Street|Road|Port|University|Expo|Center"
    r"|Centre"
    r"|The|In|On|At|For|From|Its|His|Her|Last|Since|By|Global|Digital|Chinese|Co|Ltd)\b"
)


def _is_person(name: str) -> bool:
    """Say whether a name is that of a person: capitals, and no word of a body or place."""
    parts = name.split()
    return (
        1 <= len(parts) <= 3
        and all(part[0].isupper() for part in parts)
        and not (_NO_PERSON.search(name) or _BODY.search(name))
    )


def persons(text: str) -> Iterator[tuple[int, int]]:
    """Give the persons that a sentence names, to whom a later "she said" may refer."""
    for match in _PERSON.finditer(text):
        group = match.name
        if not _NO_PERSON.search(match.group(group)):
            yield match.span(group)
