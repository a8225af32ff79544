"""Decides who is given as the source of a figure. The guideline's call 10."""

import re
from dataclasses import dataclass

from barometer.claims.case import Case
from barometer.claims.replacing import replace
from barometer.claims.sources.handing_on import seen_from
from barometer.claims.text.scanning import by_start
from barometer.claims.values import Mention, Reading, Speaker, quotes
from barometer.model import Because

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


@dataclass(slots=True, unsafe_hash=True)
class Voice:
    """Who speaks when a sentence is read: the last one named, and whether what follows is still theirs.

    `person` is who was last named as a person at all, whom a later "she said" may mean; `quoting` says that only what
    stands in quotation marks goes on with the speaker. `firm` is the one last named, which "the company" may mean;
    `body` is the last source that is no person, whom "it" and "the bureau" mean.
    """

    name: str | None = None
    because: Because | None = None
    speaking: bool = False
    quoting: bool = False
    person: tuple[str, Because] | None = None
    firm: tuple[str, Because] | None = None
    body: tuple[str, Because] | None = None


@dataclass(slots=True, unsafe_hash=True)
class Sourced:
    """The source of a figure, why, and whether it was named outside the figure's sentence."""

    name: str | None = None
    because: Because | None = None
    inherited: bool = False


def source_of(case: Case, voice: Voice, original: str) -> Sourced:
    """Give the source of one mention; `original` is the unfolded text, from which names are cut."""
    reading, mention = case.reading, case.mention
    speaker = _speaker(reading, mention)
    if speaker is not None and _tells_of(speaker, case):
        return Sourced()
    if speaker is None:
        goes_on = voice.speaking and (not voice.quoting or quotes(reading.text))
        return Sourced(voice.name, voice.because, inherited=True) if goes_on else Sourced()
    if speaker.name is None:
        own = next((one.name for one in reading.speakers if one.name is not None and one.end <= speaker.start), None)
        if own is not None:
            return _cut(own, reading, original)
        name, because = _meant(speaker, _with_persons(voice, reading, original, speaker.start))
        if name is None and speaker.words is not None:
            return _cut(speaker.words, reading, original)
        return Sourced(name, because, inherited=True) if name else Sourced()
    return _cut(speaker.name, reading, original)


def _tells_of(speaker: Speaker, case: Case) -> bool:
    """Say whether a figure only tells about the speaker, or nobody is given as the source of it."""
    named_here = speaker.name is not None and speaker.name[0] >= 0
    behind_name = speaker.name[1] if speaker.name is not None and named_here else speaker.end
    first = behind_name if case.language.base_follows else speaker.start
    inside = first <= case.mention.start < speaker.end
    behind = case.reading.text[speaker.end : case.mention.start] if speaker.end <= case.mention.start else None
    return inside or speaker.scope == "nobody" or (behind is not None and case.language.aside(behind))


def _cut(name: tuple[int, int], reading: Reading, original: str) -> Sourced:
    """Give the source that a speaker with a name is."""
    low, high = reading.sentence.start + name[0], reading.sentence.start + name[1]
    outside = not 0 <= name[0] < len(reading.text)
    return Sourced(original[low:high], Because("named source", low, high), inherited=outside)


def _meant(speaker: Speaker, voice: Voice) -> tuple[str | None, Because | None]:
    """Give whom a pronoun means: "she" the last person named, "it" and "the bureau" the last source."""
    if speaker.pronoun == "person" and voice.person is not None:
        return voice.person
    if speaker.pronoun == "firm" and voice.firm is not None:
        return voice.firm
    if speaker.pronoun == "plan" and not (voice.name is not None and _PLANS.search(voice.name)):
        return None, None
    if speaker.pronoun in {"body", "firm"} and voice.person is not None and voice.name == voice.person[0]:
        return voice.body or (None, None)
    if speaker.pronoun == "firm" and voice.name is not None and voice.body is not None and _PLANS.search(voice.name):
        return voice.body
    return voice.name, voice.because


_OWNER = re.compile("['’]s$")
_PLANS = re.compile("plan|blueprint|guideline|document|paper|program|measure|report", re.IGNORECASE)


def _with_persons(voice: Voice, reading: Reading, original: str, until: int) -> Voice:
    """Give the voice with the last person and firm that a sentence names in front of a place in it."""
    voice = _with_firm(voice, reading, original, until)
    for low, high in reversed(reading.persons):
        if high <= until:
            start = reading.sentence.start
            named = _OWNER.sub("", original[start + low : start + high])
            return replace(voice, person=(named, Because("person named", start + low, start + low + len(named))))
    return voice


def _with_firm(voice: Voice, reading: Reading, original: str, until: int) -> Voice:
    if not reading.firms:
        return voice
    sources = [one.name for one in reading.speakers if one.name is not None]
    for low, high in reversed(reading.firms):
        if high <= until and not any(start <= low and high <= end for start, end in sources):
            start = reading.sentence.start
            because = Because("firm named", start + low, start + high)
            return replace(voice, firm=(original[start + low : start + high], because))
    return voice


def _speaker(reading: Reading, mention: Mention) -> Speaker | None:
    """Give the speaker named before the mention, else the one named behind it."""
    if not reading.speakers:
        return None
    theirs = [one for one in reading.speakers if one.reach is None or one.reach[0] <= mention.start < one.reach[1]]
    if len(theirs) < 2:
        return theirs[0] if theirs else None
    own = next((one for one in theirs if one.reach is not None and one.start > mention.start), None)
    if own is not None and own.scope == "sentence":
        return own  # "the 5% gain economists had expected, customs data showed"
    before = [speaker for speaker in theirs if speaker.start <= mention.start]
    later = next((one for one in theirs if one.start > mention.start and one.scope in {"onward", "quote"}), None)
    if before and before[-1].scope == "sentence" and later is not None and later.name is not None:
        return later
    return before[-1] if before else theirs[0]


def _speaking(voice: Voice, *, speaking: bool) -> Voice:
    return voice if voice.speaking is speaking else replace(voice, speaking=speaking)


def next_voice(voice: Voice, reading: Reading, original: str) -> Voice:
    """Give who speaks after a sentence."""
    seen = _with_persons(voice, reading, original, len(reading.text))
    if not reading.speakers:
        ended = voice.quoting and voice.speaking and not quotes(reading.text)
        return _speaking(seen, speaking=voice.speaking and not ended)
    onward = [one for one in reading.speakers if one.scope != "sentence" or one.reach is None]
    speaker = (onward or reading.speakers)[-1]
    if speaker.scope == "nobody":
        return _speaking(seen, speaking=False)
    speaking, quoting = speaker.scope != "sentence", speaker.scope == "quote"
    if speaker.name is None:
        name, because = _meant(speaker, _with_persons(voice, reading, original, speaker.start))
        if name is not None or speaker.words is None:
            return replace(seen, name=name, because=because, speaking=speaking and name is not None, quoting=quoting)
        speaker = replace(speaker, name=speaker.words)
    span = speaker.name or (0, 0)
    low, high = reading.sentence.start + span[0], reading.sentence.start + span[1]
    because = Because("named source", low, high)
    named = (original[low:high], because)
    person = named if speaker.person else seen.person
    body = seen.body if speaker.person or speaker.pronoun == "plan" else named
    return Voice(named[0], because, speaking, quoting, person, seen.firm, body)


def with_persons_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the persons that an English text names in full marked where one of their names stands."""
    known: dict[str, str] = {}
    found = []
    firms = _firm_words(readings)
    for read in readings:
        if read.chinese:
            found.append(read)
            continue
        reading = _no_firm_a_person(read, firms) if firms and read.speakers else read
        found.append(_again(reading, known))
        spoken = [one.name for one in reading.speakers if one.person and one.name and one.name[1] <= len(reading.text)]
        for start, end in (*reading.persons, *spoken):
            full = reading.text[max(0, start) : end]
            if " " in full and len(known) < _MOST_PERSONS:
                known |= dict.fromkeys(full.split(), full)
    return found


def _firm_words(readings: list[Reading]) -> set[str]:
    """Give the words that firms are called by in an English text and no person is: "Daxin" of "Daxin's profit"."""
    firms: set[str] = set()
    persons: set[str] = set()
    for reading in readings:
        if reading.firms and not reading.chinese:
            firms.update(*(reading.text[low:high].removesuffix("'s").split() for low, high in reading.firms))
    for reading in readings if firms else ():
        spoken = [one.name for one in reading.speakers if one.person and one.name and one.name[1] <= len(reading.text)]
        called = [reading.text[max(0, low) : high] for low, high in (*reading.persons, *spoken)]
        persons.update(*(name.split() for name in called if " " in name))
    return firms - persons


def _no_firm_a_person(reading: Reading, firms: set[str]) -> Reading:
    """Give a reading with no speaker taken for a person who is called as a firm is: "Daxin said", of Daxin Group."""
    named = [reading.text[slice(*one.name)] if one.person and one.name else "" for one in reading.speakers]
    if firms.isdisjoint(named):
        return reading
    kept = (
        replace(one, person=False) if name in firms else one for one, name in zip(reading.speakers, named, strict=True)
    )
    return replace(reading, speakers=tuple(kept))


_MOST_PERSONS = 60
_WORDS = re.compile(r"[A-Z][a-z'-]+")


def _again(reading: Reading, known: dict[str, str]) -> Reading:
    """Give a reading with the single names in it that are those of persons named before."""
    if not known:
        return reading
    spans = [
        (match.start(), match.start() + len(match.group().removesuffix("'s")))
        for match in _WORDS.finditer(reading.text)
        if match.group().removesuffix("'s") in known
    ]
    alone = [span for span in spans if not any(low < span[1] and span[0] < high for low, high in reading.persons)]
    return replace(reading, persons=tuple(sorted((*reading.persons, *alone)))) if alone else reading


def with_quoted(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the speaker behind a quotation of several sentences lent to the first of them."""
    if not any(quotes(reading.text) for reading in readings):
        return readings
    found = list(readings)
    begun: int | None = None
    for index, reading in enumerate(readings):
        if index and reading.sentence.paragraph != readings[index - 1].sentence.paragraph:
            begun = None
        was_open = begun is not None
        if _open_after(reading.text, was_open):
            begun = index if begun is None else begun
            continue
        first = begun if begun is not None else index
        if (teller := _teller(readings, first, index)) is not None:
            for quoted in range(first, index + 1):
                found[quoted] = _lent(found[quoted], *teller)
        elif begun is not None and (speaker := _behind_quote(reading)) is not None:
            for earlier in range(begun, index):
                found[earlier] = _lent(found[earlier], reading, speaker)
        elif begun and not reading.chinese:
            _go_on(found, begun, index)
        begun = None
    return found


def _go_on(found: list[Reading], begun: int, last: int) -> None:
    """Give whoever spoke right before a quotation of several sentences those of them that have no mark of it.

    "We sell cups," she told the paper. "Europe takes half. A cup is 4 yuan. Nobody complains."
    """
    before = found[begun - 1]
    told = before.sentence.paragraph == found[begun].sentence.paragraph and before.speakers
    if not told or not quotes(before.text) or any(one.speakers for one in found[begun : last + 1]):
        return
    speaker = before.speakers[-1]
    for index in range(begun + 1, last + 1):
        own = _behind(found[index], before, speaker)
        found[index] = replace(found[index], speakers=(replace(own, scope="quote", words=None),))


def _behind(reading: Reading, named: Reading, speaker: Speaker) -> Speaker:
    """Give somebody named in another sentence as who is named at the end of this one."""
    name = None if speaker.name is None else seen_from(reading, named, speaker.name)
    end = len(reading.text)
    return replace(speaker, start=end, end=end, name=name, reach=None)


def _teller(readings: list[Reading], first: int, last: int) -> tuple[Reading, Speaker] | None:
    """Give who is named right behind a Chinese quotation of whole sentences, or is the person told of before it.

    “每年要拿8000套扳手。”她说，…; 店主吴斌把店面重新装修了一遍。“去年做了680万元。”
    """
    opens, closes = readings[first], readings[last]
    if not (opens.text.lstrip().startswith(_OPENING) and closes.text.rstrip().endswith(_CLOSING)):
        return None
    if not opens.chinese or any(one.speakers for one in readings[first : last + 1]):
        return None
    paragraph = opens.sentence.paragraph
    behind = readings[last + 1] if last + 1 < len(readings) else None
    if behind is not None and behind.sentence.paragraph == paragraph and behind.speakers:
        speaker = behind.speakers[0]
        if (speaker.start <= 1 or _only_says_who(behind, speaker)) and speaker.scope != "nobody":
            return behind, speaker
    for before in reversed(readings[:first]):
        if before.sentence.paragraph != paragraph or (before.speakers and not before.persons):
            return None
        if (told := _told_of(before)) is not None:
            return before, told
    return None


def _told_of(before: Reading) -> Speaker | None:
    """Give the person told of in a sentence, by name or, where nobody speaks in it, by a pronoun."""
    if before.persons:
        return Speaker(*before.persons[-1], before.persons[-1], person=True)
    told = _TOLD_OF.search(before.text) if not before.speakers else None
    return None if told is None else Speaker(*told.span("who"), None, pronoun="person")


_TOLD_OF = re.compile(r"(?:^|，)(?P<who>[他她])(?!们)")
"""A person told of by a pronoun right before what is quoted without a word of who says it: 她把打样交给了AI。“…”"""


def _only_says_who(behind: Reading, speaker: Speaker) -> bool:
    """Say whether a sentence behind a quotation tells nothing but who spoke, and when: 11月中旬，…周红梅对记者说。"""
    return not behind.mentions and speaker.end >= len(behind.text.rstrip()) and not quotes(behind.text)


def _open_after(text: str, was_open: bool) -> bool:
    """Say whether a quotation is still open at the end of a sentence."""
    if not quotes(text):
        return was_open
    if _STRAIGHT not in text:
        return text.rfind(_OPENING) > text.rfind(_CLOSING)
    for char in text:
        if char == _STRAIGHT:
            was_open = not was_open
        elif char in {_OPENING, _CLOSING}:
            was_open = char == _OPENING
    return was_open


def _behind_quote(reading: Reading) -> Speaker | None:
    """Give the speaker named behind the mark that closes a quotation."""
    text = reading.text
    closing = min((at for at in (text.find(_STRAIGHT), text.find(_CLOSING)) if at >= 0), default=len(text))
    return next((one for one in reading.speakers if one.end > closing and one.scope != "nobody"), None)


def _lent(reading: Reading, closing: Reading, speaker: Speaker) -> Reading:
    """Give a reading inside a quotation with the speaker named where it closes, unless it names one of its own."""
    if reading.speakers or reading is closing:
        return reading
    shift = closing.sentence.start - reading.sentence.start
    moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in closing.places)
    placed = by_start([*reading.places, *moved])
    return replace(reading, places=tuple(placed), speakers=(_behind(reading, closing, speaker),))
