"""The Chinese language: how its sentences end and what stands in them."""

from dataclasses import dataclass
from datetime import date

from barometer.claims.chinese.people import PlaceWords, place_words, places, speakers
from barometer.claims.chinese.periods import bases, periods
from barometer.claims.chinese.quantities import UnitWords, mentions, parcels, unit_words
from barometer.claims.chinese.shields import shields
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import PhraseTable, pattern, phrase_table, touching
from barometer.claims.values import Cue, Reading, Sentence

_END = pattern(r"[。！？!?]+[”’\"』」）)]*")
_CLAUSE = pattern(r"[，；：,;:“”\"（）()]|——|——|[ ](?:[^0-9])")
_COORDINATION = pattern(r"\s*(?:、|和|及|以及|与|，|或)?(?:为|达)?\s*$")
_TOUCH = pattern(
    r"(?:了|约|近|为|达|达到|也|就|到|至|仅|只|已|共|再|又|还|均|各|一|的|是|超|逾|有|\s|：|同比|环比|分别|幅度|可|将|要|其中|先|成本|资金|里程|"
    r"控制在|维持在|稳定在|保持在|上|实现|完成|约为|左右|不到|资金|大约|突破|超过)*$"
)
_EVENT = pattern(r"天(?:的)?(?:长假|假期|小长假|展期|会期|行程|活动)")
_ITEM_GAP = pattern(r"、|和|及|以及")
_SHORT_LEAD = 1
_SPEAKER_WITHIN = 40
_SPOKEN = pattern(r"[^。！？；，“]{1,30}?(?:表示|说|告诉|介绍|称|坦言|透露|感叹|指出)")
_BREAK = pattern(r"；|;|上年|去年|已经?(?:突破|达|超|完成|实现)")
_LEADS = """
其中， 其中 全年 目前， 目前 同时， 此外， 另外， 当月 从市场看 从贸易方式看 全市 我市 全省 我国 全国 而 且 但 并
由 从 在 将 对 的 ， 、 ： ； （ ） “ ” 累计 共 已 以来 当月，
"""
_TAILS = """
同比 环比 分别 累计 约 的 已 为 达 达到 共 完成 实现 由 从 将 有望 预计 力争 ， ： 较 比 总计 合计 均 已经
已有 有 是 仅 则 占 或 可 了 出现 至 到 在 增至 控制 年均 也 就 首次 、 和 一周
"""
_SUBJECT_LEAD = (*_LEADS.split(), " ")
_SUBJECT_TAIL = (*_TAILS.split(), " ")
_MAIN_LEADS = frozenset({"由", "从", "对", "在"})


@dataclass(frozen=True)
class Chinese:
    """Recognisers of Chinese, with the tables made from one lexicon."""

    lexicon: Lexicon
    units: UnitWords
    place_names: PlaceWords
    cues: PhraseTable

    code = "zh"
    period_follows = False
    base_follows = False

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end; a quotation ends with the words of who said it."""
        return [
            match.end()
            for match in _END.finditer(line)
            if match.group()[-1] not in "”’" or not _SPOKEN.match(line[match.end() : match.end() + _SPEAKER_WITHIN])
        ]

    def read(self, sentence: Sentence, published: date | None) -> Reading:
        """Recognise everything in one sentence."""
        text = sentence.text
        base_marks = bases(text)
        shield_marks = shields(text)
        period_marks = [
            period for period in periods(text, published) if not touching(base_marks, period.start, period.end)
        ]
        found = [
            mention
            for mention in parcels(text, mentions(text, self.units))
            if not touching(shield_marks, mention.numeral.start, mention.numeral.end)
            and not touching(period_marks, mention.numeral.start, mention.numeral.end)
            and not touching(base_marks, mention.numeral.start, mention.numeral.end)
        ]
        marks = sorted([*self.cues.marks(text), *base_marks, *shield_marks])
        return Reading(
            sentence,
            tuple(found),
            tuple(marks),
            tuple(period_marks),
            tuple(places(text, self.place_names)),
            tuple(speakers(text)),
            (0, *(match.end() for match in _CLAUSE.finditer(text))),
        )

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them."""
        return bool(_COORDINATION.match(gap))

    def elides(self, gap: str) -> bool:  # noqa: ARG002  the protocol's argument
        """Say whether the words between two changes only name another subject: Chinese says its verb again."""
        return False

    def touches(self, gap: str) -> bool:
        """Say whether a cue and a number with these words between stand side by side."""
        return bool(_TOUCH.match(gap))

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names last."""
        unit = None
        for match in self.units.noun.finditer(words):
            unit = self.units.nouns[match.group().lower()]
        return unit

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is."""
        return words.startswith(("岁", "周岁")) or bool(_EVENT.match(words))

    def share_of(self, words: str) -> bool:  # noqa: ARG002  Chinese puts the whole before the number
        """Say whether the words right behind a percent make it a share: never in Chinese."""
        return False

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status and a number end its reach."""
        return bool(_BREAK.search(gap))

    def aside(self, gap: str) -> bool:  # noqa: ARG002  Chinese tells about a speaker in front of the name
        """Say whether the words between two things turn to tell about the first: never in Chinese."""
        return False

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again."""
        return "每年" in words or "通常" in words or "往往" in words

    def of_all(self, words: str) -> bool:  # noqa: ARG002  the protocol's argument
        """Say whether the words in front of a number make it the whole that parts are taken of."""
        return False

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces."""
        return words in {"件", "套", "个"}

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects."""
        whole = self.subject(reading, max(start, reading.clause(end)[0]), end)
        if whole is None:
            return []
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
        for period in reading.periods:
            if start <= period.start and period.end <= end:
                start = period.end
        for base in reading.between(start, end, Cue.BASE, Cue.GAP):
            start, end = (start, base.start) if base.start - start > _SHORT_LEAD else (base.end, end)
        for place in reading.places:
            if place.part == "subject" and start <= place.start <= start + 2 and place.end < end:
                start = place.end
        return _trimmed(reading.text, start, end)

    def predicate(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give what follows a share's people or things."""
        return _trimmed(reading.text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    changed = True
    while changed and start < end:
        changed = False
        for lead in _SUBJECT_LEAD:
            if lead not in _MAIN_LEADS and text.startswith(lead, start, end):
                start, changed = start + len(lead), True
        for tail in _SUBJECT_TAIL:
            if end > start and text.endswith(tail, start, end):
                end, changed = end - len(tail), True
    return (start, end) if end > start else None


def chinese(lexicon: Lexicon) -> Chinese:
    """Make the Chinese recognisers for a lexicon."""
    rows = [
        (phrase, Cue(cue), value)
        for cue, values in lexicon.cues["zh"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]
    return Chinese(lexicon, unit_words(lexicon), place_words(lexicon), phrase_table(rows, words=False))
