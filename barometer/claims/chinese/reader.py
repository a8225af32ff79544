"""The Chinese language: how its sentences end and what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from barometer.claims.chinese.bases import bases
from barometer.claims.chinese.beside import beside, named_first, quoted_items, rates_of_box, restated
from barometer.claims.chinese.clauses import clauses
from barometer.claims.chinese.cued import cued, named_cues, planned
from barometer.claims.chinese.firms import calling_firms, firms
from barometer.claims.chinese.gaps import Gaps
from barometer.claims.chinese.lent_units import index_points, parcels
from barometer.claims.chinese.measured_places import is_part_of_name
from barometer.claims.chinese.names import persons
from barometer.claims.chinese.people import footer, speakers
from barometer.claims.chinese.periods import periods
from barometer.claims.chinese.phrases import core
from barometer.claims.chinese.places import PlaceWords, place_words, places
from barometer.claims.chinese.planned import proposed
from barometer.claims.chinese.quantities import mentions
from barometer.claims.chinese.reported import reported
from barometer.claims.chinese.shields import counts_in_match, of_a_match, shields
from barometer.claims.chinese.tables import column, row_label
from barometer.claims.chinese.unit_words import TO_NUMBER, UnitWords, unit_words
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.scanning import PhraseIndex, Spanned, phrase_index, touching
from barometer.claims.values import (
    Column,
    Cue,
    Mark,
    Mention,
    PeriodMark,
    PeriodRole,
    PlaceMark,
    Reading,
    Role,
    Sentence,
    Speaker,
    in_order,
)

# Plain `re` where one class of characters cannot backtrack: it counts no offsets anew.
_END = re.compile(r"[。！？!?]+[”’\"』」）)]*")
_HEADING = Brief(r"【[^】：:0-9]{6,24}】|【[^】0-9：]{2,6}：[^】0-9]{4,20}】")
"""What heads a paragraph in its own line: 【产区：义乌仍是风向标】."""
_NUMBER = Words("0123456789零〇一二两三四五六七八九十百千万亿兆几半翻首腰砍折倍第数俩")
_ITEM_GAP = pattern(r"、|和|及|以及")
_SHORT_LEAD = 1
_SPEAKER_WITHIN = 40
_SPOKEN = Brief(
    r"[^。！？；，“]{1,30}?(?:表示|说|告诉|介绍|称|坦言|透露|感叹|指出|回忆|直言|补充|解释|强调|感慨|谈|提到|总结|笑道|分析|笑言|认为|讲|叹|摇头|点头|喊|念叨|盘算|吐槽|比划|笑了"
    r"|满怀|信心|掰着|扳着|算着|算道)"
)
_PREDICATED = pattern(rf"^{TO_NUMBER}$")
_PIECE = re.compile(r"[，；：,;。！？!?—](?:(?<!—)|—)")


_FOUNDED = Brief(r"(?:成立|创办|创立|创建|始建|开业|注册|诞生|起步|建)于?$")
"""What stands before a year that only says how old something is: 成立于2011年，现有员工1260人."""
_WIDE = frozenset({"province", "country"})
"""全省 is not the town of the body that tells of it, as 全市 is."""


def _is_founding(text: str, period: PeriodMark) -> bool:
    at = text.startswith("于", period.start) or text.endswith("于", 0, period.start)
    return at and _FOUNDED.search(text[max(0, period.start - _BACK) : period.start]) is not None


_BACK = 4


def _without_speakers(found: list[PlaceMark], voices: list[Speaker]) -> list[PlaceMark]:
    """Give the places with those in the name of a source set back, if the sentence names another one."""
    names = [voice.name for voice in voices if voice.name is not None] if voices and found else []
    if not names:
        return found
    own = [any(low <= place.start < high for low, high in names) for place in found]
    found = [
        replace(place, part="subject")
        if inside and not (place.part == "partner" and place.level == "country")
        else place
        for inside, place in zip(own, found, strict=True)
    ]
    other = any(
        not inside and (place.name or place.level in _WIDE) and place.part in {"subject", "origin"}
        for inside, place in zip(own, found, strict=True)
    )
    if not other:
        return found
    return [replace(place, part="dateline") if inside else place for inside, place in zip(own, found, strict=True)]


def _apart(found: list[Mention], spans: Sequence[Spanned]) -> list[Mention]:
    """Give the numbers that stand in none of the spans."""
    if not spans:
        return found
    return [mention for mention in found if not touching(spans, mention.numeral.start, mention.numeral.end)]


def _countable(text: str, found: list[Mention], spans: Sequence[Spanned]) -> list[Mention]:
    """Give the numbers that stand in none of the spans, or are a share told as so many of so many."""
    if not spans:
        return found
    return [
        mention
        for mention in found
        if not touching(spans, mention.numeral.start, mention.numeral.end) or _is_portion(text, mention)
    ]


def _undated(shielded: list[Mark], times: list[PeriodMark]) -> list[Mark]:
    """Give the shields without the windows that are no other than a dated time: 前10个月."""
    if not shielded or not times:
        return shielded
    dated = [period for period in times if period.last is not None]
    return [mark for mark in shielded if mark.value != "window" or not touching(dated, mark.start, mark.end)]


_TO_COME = pattern(r"^[^。；]{0,30}?(?:将|预计|有望|能|可|会)")


def _is_set_against(place: PlaceMark, bases_found: list[Mark]) -> bool:
    """Say whether a place only names what a figure is compared with: 比同期全国平均水平."""
    return any(mark.cue is Cue.GAP and mark.start <= place.start < mark.end for mark in bases_found)


def _is_second_base(text: str, period: PeriodMark, bases_found: list[Mark]) -> bool:
    """Say whether a time is one more of those compared with: 比一季度、上半年回落0.6个和0.2个百分点."""
    joined = text[period.start - 1 : period.start] in {"、", "和", "及"}
    return joined and any(mark.cue is Cue.BASE and mark.end == period.start - 1 for mark in bases_found)


def _is_to_come(text: str, period: PeriodMark) -> bool:
    """Say whether 建成后 tells what is still to come, so that no other time dates it."""
    return text[period.start : period.end].endswith("后") and bool(_TO_COME.match(text[period.end : period.end + 34]))


def _is_portion(text: str, mention: Mention) -> bool:
    """Say whether a number is a share told as so many of so many, in which nothing else is read: 每四把伞就有一把."""
    return mention.numeral.form == "fraction" and "有" in text[mention.numeral.start : mention.numeral.end]


@dataclass(slots=True)
class _Found:
    """What each recogniser found in one sentence."""

    bases: list[Mark]
    times: list[PeriodMark]
    mentions: list[Mention]
    shields: list[Mark]
    places: list[PlaceMark]
    voices: list[Speaker]
    cues: list[Mark]
    persons: tuple[tuple[int, int], ...]


def _times(text: str, base_marks: list[Mark], published: date | None) -> list[PeriodMark]:
    """Give the times of a sentence that date something: none that figures are compared with, no year of founding."""
    found = periods(text, published)
    if not found:
        return found
    return [
        period
        for period in found
        if not _is_founding(text, period)
        and (
            not (touching(base_marks, period.start, period.end) or _is_second_base(text, period, base_marks))
            or _is_to_come(text, period)
        )
    ]


def _reported(text: str, told: _Found) -> list[PeriodMark]:
    """Give the times of a sentence as they date it: no window told of, and a report with the time that it is on."""
    alone = sum([period.last is not None for period in told.times]) == 1
    return [
        replace(period, role=PeriodRole.WINDOW)
        if period.shift > 0 and touching(told.shields, period.start, period.end)
        else reported(text, period, alone=alone)
        for period in told.times
    ]


def _counting(text: str, told: _Found) -> list[Mention]:
    """Give the numbers of a sentence that may measure something: in no name, time or base, no score of a match."""
    found = told.mentions
    if not found:
        return found
    found = _apart(_apart(_countable(text, found, told.shields), told.times), told.bases)
    if of_a_match(text):
        return [mention for mention in found if counts_in_match(mention.unit)]
    return found


def _again(text: str, mark: PeriodMark) -> tuple[int, int] | None:
    """Give the fair that words name again which tell its days: 展会 of 本届展会."""
    start = mark.start + len("本届") * text.startswith("本届", mark.start)
    return (start, mark.end) if start < mark.end else None


@dataclass(frozen=True)
class Chinese(Gaps):
    """Recognisers of Chinese, with the tables made from one lexicon."""

    lexicon: Lexicon
    units: UnitWords
    place_names: PlaceWords
    cues: PhraseIndex

    # Of each reader, not of their class, where the interpreter looks three times as long for what is asked so often.
    code: str = "zh"
    period_follows: bool = False
    base_follows: bool = False

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end; a quotation ends with the words of who said it."""
        ends = [
            match.end()
            for match in _END.finditer(line)
            if match.group()[-1] not in "”’" or not _SPOKEN.match(line[match.end() : match.end() + _SPEAKER_WITHIN])
        ]
        heading = _HEADING.match(line) if line.startswith("【") else None
        return ends if heading is None else [heading.end(), *ends]

    def read(self, sentences: Sequence[Sentence], published: date | None) -> list[Reading]:
        """Recognise everything in some sentences.

        Each recogniser goes over all of them before the next one: what it reads with is large, and then at hand.
        """
        texts = [sentence.text for sentence in sentences]
        based = [bases(text) for text in texts]
        timed = [_times(text, marks, published) for text, marks in zip(texts, based, strict=True)]
        counted = [self._mentions(text, times) for text, times in zip(texts, timed, strict=True)]
        hidden = [
            shields(text) if found or any(period.shift > 0 for period in times) else []
            for text, found, times in zip(texts, counted, timed, strict=True)
        ]
        placed = [places(text, self.place_names) for text in texts]
        voiced = [calling_firms(text, speakers(text)) for text in texts]
        worded = [self.cues.marks(text) if found else [] for text, found in zip(texts, counted, strict=True)]
        peopled = [tuple(persons(text)) for text in texts]
        parts = map(_Found, based, timed, counted, hidden, placed, voiced, worded, peopled)
        return [self._reading(sentence, found, published) for sentence, found in zip(sentences, parts, strict=True)]

    def _mentions(self, text: str, times: list[PeriodMark]) -> list[Mention]:
        """Give the numbers of a sentence with their units."""
        return parcels(text, mentions(text, self.units, times)) if _NUMBER.found_in(text) else []

    def _reading(self, sentence: Sentence, told: _Found, published: date | None) -> Reading:
        """Put together what was found in one sentence: what is one thing is no other."""
        text = sentence.text
        found = _counting(text, told)
        times = _reported(text, told) if told.times else told.times
        if found:
            found = index_points(text, _countable(text, found, told.places))
        place_marks = _without_speakers(told.places, told.voices)
        if told.bases and place_marks:
            place_marks = [
                replace(place, part="scope") if _is_set_against(place, told.bases) else place for place in place_marks
            ]
        marks = [*told.bases, *_undated(told.shields, times)]
        if found:
            marks = cued(text, [*marks, *named_cues(text, told.cues)], found, told.bases, place_marks)
            marks = planned(text, marks, found, list(proposed(text, times, published)))
            for period in times:
                if period.role is PeriodRole.SPAN:
                    marks.append(Mark(period.start, period.end, Cue.BASE, "since"))
        return Reading(
            sentence,
            tuple(found),
            tuple(in_order(marks)),
            tuple(times),
            tuple(place_marks),
            tuple(told.voices),
            (0, *clauses(text, found)),
            told.persons,
            tuple(firms(text, told.places)),
            credit=footer(text),
        )

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names last."""
        unit, end = None, 0
        for start, stop, named in self.units.named(words):
            if words[start:stop] != "国":
                unit, end = named, stop
        return unit if unit is not None and _PREDICATED.search(words[end:]) else None

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects."""
        if "”" in reading.text and (quoted := quoted_items(reading.text, max(start, reading.clause(end)[0]), end)):
            return quoted
        named = named_first(reading.text, reading.clause(end)[0])
        whole = named or self.subject(reading, max(start, reading.clause(end)[0]), end)
        if whole is None:
            return []
        told = reading.text.find("分别", *whole)
        whole = whole if told <= whole[0] else (whole[0], told)  # 对东盟、欧盟|分别进出口
        found = []
        at = whole[0]
        for match in _ITEM_GAP.finditer(reading.text[whole[0] : whole[1]] + "、"):
            stop = whole[0] + match.start()
            if stop > at:
                found.append((at, stop))
            at = whole[0] + match.end()
        return found

    def subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the noun phrase that ends a stretch, without time, place and the words that only introduce it."""
        named = named_first(reading.text, start) if start and reading.text[start - 1] in "，," else None
        if named is not None and self._subject(reading, start, end) is None:
            return named
        low = start
        for match in _PIECE.finditer(reading.text, start, end):
            low = match.end()
        found = self._subject(reading, low, end)
        found = rates_of_box(reading, found) if found is not None else None
        if found is not None or low == start or reading.text.startswith("：“", low - 1):
            return found  # who speaks is not what is measured: 店主说：“9号卖了3200单”
        return self.subject(reading, start, low - 1)

    def of_rates(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether no subject of its own stands before a figure, which goes on with the prices told of."""
        return self.subject(reading, start, end) is None

    def _subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Read one piece: behind its time if a name stands there, else in front of it."""
        periods_told = reading.periods
        for base in reading.between(start, end, Cue.BASE, Cue.GAP):
            if any(period.start == base.start for period in periods_told):
                continue  # 公司2025年至2027年净利润
            start, end = (start, base.start) if base.start - start > _SHORT_LEAD else (min(base.end, end), end)
        inside = [period for period in periods_told if start <= period.start < end] if periods_told else []
        if not inside:
            return self._core(reading, start, end)
        edges = [(start, inside[0].start)]
        edges += [
            (min(period.end, end), after.start if after else end)
            for period, after in zip(inside, [*inside[1:], None], strict=False)
        ]
        found = (self._core(reading, low, high) for low, high in reversed(edges))
        named = next((span for span in found if span is not None), None)
        return named if named is not None or not inside[-1].again else _again(reading.text, inside[-1])

    def _core(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the noun phrase that is measured; a place alone names nothing, 其中义乌市10.1亿件."""
        found = core(reading.text, self._behind_place(reading, start, end), end)
        if found is None or not reading.places or end - found[1] > len("以") or reading.text.startswith("占", found[1]):
            return found
        alone = any((place.start, place.end) == found and place.level in _OF_TOWNS for place in reading.places)
        return None if alone else found

    def _behind_place(self, reading: Reading, start: int, end: int) -> int:
        for place in reading.places:
            near = place.part in {"subject", "origin"} and start <= place.start <= start + 2 and place.end < end
            if near and not is_part_of_name(reading, place, end):
                market = reading.text[place.end - 1 : place.end + 1] == "市场"
                start = place.end - market
            elif place.end < end and place.start == start + 1 and reading.text[start] == "至":
                start = place.end  # 宁波|至汉堡集装箱运价
        return start

    def column(self, head: str) -> Column:
        """Give what the head of a table's column says of the numbers under it."""
        return column(head, self.units, self.unit_of(head))

    def restates(self, words: str) -> bool:
        """Say whether the words between two numbers say the first one again in other money: 折合人民币约."""
        return restated(words)

    def beside(self, reading: Reading, index: int, role: Role, kind: str, _floor: int) -> tuple[int, int] | None:
        """Give the words right beside a number that name what it measures: 4类上涨, 干了11年, 9平方米的商位."""
        return (row_label(reading) if reading.row else None) or beside(
            reading.text, reading.mentions[index], kind, role
        )

    def predicate(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give what follows a share's people or things, 来自东南亚 with its verb."""
        found = core(reading.text, start, end)
        led = found is not None and reading.text.startswith("来自", max(0, found[0] - 1))
        return (found[0] - 1, found[1]) if led and found is not None and found[0] > start else found


_OF_TOWNS = frozenset({"town", "county", "city", "province"})
_SILENT = frozenset({Cue.HIDDEN, Cue.FILLER, Cue.RANK})
"""What no decision about a Chinese sentence asks for."""


def chinese(lexicon: Lexicon) -> Chinese:
    """Make the Chinese recognisers for a lexicon."""
    rows = [
        (phrase, Cue(cue), value)
        for cue, values in lexicon.cues["zh"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]
    return Chinese(lexicon, unit_words(lexicon), place_words(lexicon), phrase_index(rows, _SILENT))
