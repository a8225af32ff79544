"""Takes up the bodies that an English text names in full where it calls them by their kind: "the association"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import Reading, Speaker

_KINDS = (
    "association bureau group chamber bank committee council institute federation ministry commission department"
    " administration agency authority exchange company customs office centre center"
)
_NAME = pattern(r"(?:\bthe )?(?P<name>(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the) )*[A-Z][\w'&-]*)+))")
_ANY_OFFICE = frozenset({"office", "authority", "authorities", "agency"})
_ABOUT = frozenset({"the", "a", "an", "of", "and", "for"})
_MOST_NAMES = 60

Span = tuple[int, int]


def with_bodies_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with "the association" as the last body named in full that is one, not whoever spoke last."""
    known: dict[str, list[tuple[frozenset[str], Span]]] = {}
    found: list[Reading] = []
    first = True
    titled: Span | None = None
    for read in readings:
        if read.chinese:
            told = _that_body(read, found) if first and "该" in read.text else read
            found.append(_that_report(told, titled) if titled is not None else told)
            titled = _titled(read) or titled
            first = first and not read.speakers
            continue
        reading = _planning_on(read, found[-1] if found else None)
        named = [_again(one, reading, known) for one in reading.speakers]
        same = all(one is other for one, other in zip(named, reading.speakers, strict=True))
        found.append(reading if same else replace(reading, speakers=tuple(named)))
        _learn(reading, known)
    return found


def _titled(reading: Reading) -> Span | None:
    """Give the title of the report that a Chinese sentence gives figures by: 据该协会发布的《…调查报告》，."""
    title = _REPORT.search(reading.text) if "报告》" in reading.text else None
    if title is None:
        return None
    start = reading.sentence.start
    return start + title.start("title"), start + title.end("title")


_REPORT = Brief(r"(?:发布|公布|披露|编制|推出)了?的?(?:首份|一份)?《(?P<title>[^》]{2,40}报告)》")


def _that_report(reading: Reading, titled: Span) -> Reading:
    """Give a Chinese reading with 报告 alone as the report that was named by its title."""
    start = reading.sentence.start
    named = (titled[0] - start, titled[1] - start)
    told = tuple(
        replace(one, name=named, words=None) if one.name is None and _is_report(reading, one) else one
        for one in reading.speakers
    )
    return reading if told == reading.speakers else replace(reading, speakers=told)


def _is_report(reading: Reading, one: Speaker) -> bool:
    return one.words is not None and reading.text[slice(*one.words)] == "报告"


def _that_body(reading: Reading, before: list[Reading]) -> Reading:
    """Give a Chinese reading with 该协会 as the body of that kind named before, where nobody has spoken yet."""
    one = next((one for one in reading.speakers if one.name is None and one.pronoun == "body"), None)
    called = _THAT.search(reading.text[one.start : one.end]) if one is not None else None
    if called is None or one is None:
        return reading
    span = next((span for other in reversed(before) if (span := _named(other, called.group("kind"))) is not None), None)
    if span is None:
        return reading
    start = reading.sentence.start
    told = replace(one, name=(span[0] - start, span[1] - start))
    return replace(reading, speakers=tuple(told if other is one else other for other in reading.speakers))


def _named(reading: Reading, kind: str) -> Span | None:
    """Give where a sentence names a body of a kind in full, with its place: 义乌市跨境电子商务协会."""
    for mark in reversed(reading.places):
        end = reading.text.find(kind, mark.end, mark.end + _LONGEST_BODY)
        if end >= 0 and _ONE_NAME.match(reading.text[mark.end : end]) is not None:
            start = reading.sentence.start
            return start + mark.start, start + end + len(kind)
    return None


_THAT = Brief(r"该(?P<kind>协会|商会|学会|联合会|研究院|研究中心|中心|银行|平台|机构|公司)")
_ONE_NAME = Brief(r"^\p{Han}{0,16}$")
_LONGEST_BODY = 20


def _planning_on(reading: Reading, before: Reading | None) -> Reading:
    """Give "It plans to open 20 branches" as still told by the body that told the sentence before it."""
    goes_on = _IT_PLANS.match(reading.text) if not reading.speakers else None
    if goes_on is None or before is None or before.sentence.paragraph != reading.sentence.paragraph:
        return reading
    last = before.speakers[-1] if before.speakers else None
    if last is None or last.person or last.pronoun not in {"body", "firm"} or last.scope == "nobody":
        return reading
    return replace(reading, speakers=(Speaker(0, goes_on.end(), None),))


_IT_PLANS = pattern(r"^(?:It|They) (?:also |now )?(?:plans?|aims?|intends?|hopes?|wants?) to\b")


def _learn(reading: Reading, known: dict[str, list[tuple[frozenset[str], Span]]]) -> None:
    """Add the bodies that a sentence names in full, under each of the words for its kind."""
    start = reading.sentence.start
    for match in _NAME.finditer(reading.text):
        words = frozenset(match.group("name").lower().removesuffix("'s").split())
        for kind in words & _OF_KIND:
            if len(known.setdefault(kind, [])) < _MOST_NAMES:
                known[kind].append((words, (start + match.start("name"), start + match.end("name"))))


_FIRMS_OF_KIND = frozenset({"group", "bank"})
"""What only a firm of that kind is called, whoever spoke last: "the group" is no exchange."""
_OF_KIND = frozenset(_KINDS.split())


def _again(one: Speaker, reading: Reading, known: dict[str, list[tuple[frozenset[str], Span]]]) -> Speaker:
    """Give a speaker called by a kind of body with the name of the last such body, if all its words are in it."""
    span = one.words if one.name is None else one.name
    if span is None or one.pronoun not in {"body", "firm"} or not 0 <= span[0] < len(reading.text):
        return one
    called = reading.text[span[0] : span[1]]
    if one.pronoun == "firm" and called not in _FIRMS_OF_KIND:
        return one
    words = called.split()
    if not words or called != called.lower() or (one.name is not None and len(words) == 1):
        return one
    if len(words) > 1 and words[-1] in _ANY_OFFICE:
        words.pop()  # "the customs office": Yiwu Customs
    wanted = frozenset(words) - _ABOUT
    whole = next((place for name, place in reversed(known.get(words[-1], [])) if wanted <= name), None)
    if whole is None:
        return one
    start = reading.sentence.start
    return replace(one, name=(whole[0] - start, whole[1] - start), words=None)
