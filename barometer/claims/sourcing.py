"""Decides who is given as the source of a figure. The guideline's call 10."""

from dataclasses import dataclass

from barometer.claims.case import Case
from barometer.claims.values import Because, Mention, Reading, Speaker


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks when a sentence is read: the last one named, and whether what follows is still theirs."""

    name: str | None = None
    because: Because | None = None
    speaking: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sourced:
    """The source of a figure, why, and whether it was named outside the figure's sentence."""

    name: str | None = None
    because: Because | None = None
    inherited: bool = False


def source_of(case: Case, voice: Voice, original: str) -> Sourced:
    """Give the source of one mention; `original` is the unfolded text, from which names are cut."""
    reading, mention = case.reading, case.mention
    speaker = _speaker(reading, mention)
    if speaker is None:
        return Sourced(voice.name, voice.because, inherited=True) if voice.speaking else Sourced()
    if speaker.end <= mention.start and case.language.aside(reading.text[speaker.end : mention.start]):
        return Sourced()
    if speaker.name is None:
        return Sourced(voice.name, voice.because, inherited=True) if voice.name else Sourced()
    start = reading.sentence.start
    low, high = start + speaker.name[0], start + speaker.name[1]
    return Sourced(original[low:high], Because("named source", low, high))


def _speaker(reading: Reading, mention: Mention) -> Speaker | None:
    """Give the speaker named before the mention, else the one named behind it."""
    theirs = [one for one in reading.speakers if one.reach is None or one.reach[0] <= mention.start < one.reach[1]]
    before = [speaker for speaker in theirs if speaker.start <= mention.start]
    return before[-1] if before else next(iter(theirs), None)


def next_voice(voice: Voice, reading: Reading, original: str) -> Voice:
    """Give who speaks after a sentence."""
    if not reading.speakers:
        return voice
    speaker = reading.speakers[-1]
    if speaker.name is None:
        return Voice(voice.name, voice.because, speaking=voice.name is not None, whole=voice.whole)
    low, high = reading.sentence.start + speaker.name[0], reading.sentence.start + speaker.name[1]
    return Voice(
        original[low:high], Because("named source", low, high), speaking=speaker.scope != "sentence", whole=voice.whole
    )
