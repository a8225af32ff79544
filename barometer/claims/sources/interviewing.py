"""Lends what is said behind "Name:" to that name, where somebody else asks in the text."""

from barometer.claims.replacing import replace
from barometer.claims.sources.handing_on import told_by
from barometer.claims.values import Reading, Speaker

ASKER = "asker"
"""What the pronoun of a speaker is who asks and claims nothing."""
_LABELS = frozenset({"asks", "answers"})
_ASKING = ("?", "？")
_MOST = 2


def with_interview(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the words behind "Name:" lent to that name, if somebody else asks in the text."""
    if not any(one.scope in _LABELS for reading in readings for one in reading.speakers):
        return readings
    askers = _askers(readings)
    asked = bool(askers) or any(speaker.scope == "asks" for reading in readings for speaker in reading.speakers)
    heads = _at_head(readings)
    told = [_answering(reading, askers, asked=asked and head) for head, reading in zip(heads, readings, strict=True)]
    return _going_on(told, askers, heads) if askers else told


def _going_on(readings: list[Reading], askers: set[str], heads: list[bool]) -> list[Reading]:
    """Give the readings with the later paragraphs of an answer lent to who answers, up to the next turn or a note."""
    found: list[Reading] = []
    turn: tuple[Reading, tuple[int, int]] | None = None
    for head, reading in zip(heads, readings, strict=True):
        label = next((one for one in reading.speakers if _is_label(reading, one)), None) if head else None
        if label is not None and label.name is not None:
            asks = label.pronoun == ASKER or reading.text[slice(*label.name)] in askers
            turn = None if asks else (reading, label.name)
        elif head and (reading.sentence.title or reading.text.lstrip()[:1] in _NOTES or _names_turn(reading.text)):
            turn = None
        later = turn is not None and turn[0].sentence.paragraph != reading.sentence.paragraph
        lent = later and turn is not None and reading.mentions and not reading.speakers
        found.append(told_by(reading, *turn) if lent and turn is not None else reading)
    return found


def _is_label(reading: Reading, one: Speaker) -> bool:
    """Say whether somebody is named with a colon at the head of a paragraph: "Wu Jianfeng, deputy director: Thanks"."""
    return one.name is not None and reading.text[: one.end].rstrip()[-1:] in _COLONS


def _names_turn(text: str) -> bool:
    """Say whether the head of a paragraph may be somebody's turn, whoever that is: 义乌市商务局局长吴建中：."""
    return not _COLONS.isdisjoint(text[:_LONGEST_LABEL])


_LONGEST_LABEL = 32
_COLONS = frozenset(":：")
_NOTES = frozenset("(（[【")


def _at_head(readings: list[Reading]) -> list[bool]:
    """Say of each sentence whether it opens its paragraph, where alone a name with a colon is somebody's turn."""
    before = [-1, *(reading.sentence.paragraph for reading in readings)]
    return [reading.sentence.paragraph != last for last, reading in zip(before, readings, strict=False)]


def _askers(readings: list[Reading]) -> set[str]:
    """Give the labels behind which questions stand ("China Daily: How is trade doing?"), if another label answers."""
    labels: dict[str, list[bool]] = {}
    for index, reading in enumerate(readings):
        label = _label(reading)
        if label is None or reading.sentence.title:
            continue
        last = index
        while last + 1 < len(readings) and readings[last + 1].sentence.paragraph == reading.sentence.paragraph:
            last += 1
        labels.setdefault(label, []).append(readings[last].text.rstrip().endswith(_ASKING))
    asking = {label for label, questions in labels.items() if all(questions)}
    if not asking and any(not any(questions) for questions in labels.values()):
        asking = {label for label, questions in labels.items() if _MOST * sum(questions) > len(questions) > 1}
    return asking if asking and len(labels) > len(asking) else set()


def _label(reading: Reading) -> str | None:
    """Give the name that stands with a colon at the head of a line."""
    for one in reading.speakers:
        if one.scope in _LABELS and one.start == 0 and one.name is not None and one.name[1] <= len(reading.text):
            return reading.text[one.name[0] : one.name[1]]
    return None


def _answering(reading: Reading, askers: set[str], *, asked: bool) -> Reading:
    if not any(speaker.scope in _LABELS for speaker in reading.speakers):
        return reading
    own = _label(reading)
    asked = asked and not reading.sentence.title
    kept = tuple(
        _meant(one, asks=one.scope == "asks" or own in askers)
        for one in reading.speakers
        if asked or one.scope not in _LABELS
    )
    return replace(reading, speakers=kept)


def _meant(one: Speaker, *, asks: bool) -> Speaker:
    if one.scope not in _LABELS:
        return one
    return replace(one, scope="nobody", pronoun=ASKER) if asks else replace(one, scope="onward")
