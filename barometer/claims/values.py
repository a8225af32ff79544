"""The values that the claims engine hands from step to step, from a sentence to a draft of a claim.

Offsets in a `Reading` count code points from the start of its sentence; only `Sentence.start` is a place in the text.
Nothing changes a value once it is made. They are not frozen, for that costs five times as much to make, and no tuples,
for the attributes of those cost three times as much to read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import attrgetter

from barometer.claims.choices import Choice
from barometer.claims.replacing import replace
from barometer.claims.text.script import is_chinese
from barometer.model import Because


class Cue(Choice):
    """What a stretch of words other than a number says about the numbers near it."""

    GROWTH = "growth"  # rose, down, an increase of, 增长; value: up | down | flat
    DIFFER = "differ"  # higher, fewer: as GROWTH, but only behind its number
    PACE = "pace"  # growth rate, 增速, 涨幅: the number that follows is a change whatever the verb
    LEVEL = "level"  # to, reached, stood at, 至, 达: the number is a level
    OLD = "old"  # from, 由: the number is what it was before
    BY = "by"  # by: the number is a difference
    SHARE = "share"  # accounted for, 占, 比重
    RATE = "rate"  # a noun whose percent is a level: tariff, margin, 率
    RANK = "rank"  # ranked, 位居
    TIMES = "times"  # is ... times: a plain ratio
    BASE = "base"  # the base of a comparison; value: yoy | mom | qoq | since
    EVERY = "every"  # "all rates below are year on year", 均为同比
    GAP = "gap"  # against another place: no base in time
    STATUS = "status"  # value: target | forecast | actual
    LIST = "list"  # respectively, 分别
    PART = "part"  # of them, 其中
    FILLER = "filler"  # adverbs that may stand between a cue and its number
    DURATION = "duration"  # words after which a time span is a length, not a window
    INDEX = "index"  # an index is told: a bare number is its level
    PLACELESS = "placeless"  # freight rates between places: no place
    VERB = "verb"  # other verbs, at which a subject ends
    SHIELD = "shield"  # numbers in it measure nothing; value says why
    HIDDEN = "hidden"  # words that look like a cue and are none


@dataclass(slots=True, unsafe_hash=True)
class Mark:
    """A stretch of words with a meaning for the numbers around it."""

    start: int
    end: int
    cue: Cue
    value: str = ""


def in_order(marks: list[Mark]) -> list[Mark]:
    """Give marks by where they stand; of those of one stretch, by what they say."""
    return sorted(marks, key=_PLACE) if len(marks) > 1 else marks


_PLACE = attrgetter("start", "end", "cue", "value")
_START, _CUE = attrgetter("start"), attrgetter("cue")


@dataclass(slots=True, unsafe_hash=True)
class Numeral:
    """A number as written: its exact value, and what its form alone says.

    `form` is digits | words | fraction | vague | ordinal | verb. `modifier` is what the form itself implies (数千 ge).
    """

    start: int
    end: int
    value: Decimal
    form: str = "digits"
    modifier: str = "eq"
    value_max: Decimal | None = None
    scale: Decimal = Decimal(1)


def fraction(start: int, end: int, over: Decimal | None, under: Decimal | None) -> Numeral | None:
    """Give "two thirds", 三分之二 as percent to three places, None where a part is missing or it can be no share.

    More than a million times the whole is none (三分之亿亿亿).
    """
    if over is None or not under or over > under * _MOST_TIMES:
        return None
    return Numeral(start, end, (over * 100 / under).quantize(Decimal("0.001")).normalize(), "fraction")


_MOST_TIMES = 1_000_000


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A numeral with its unit and adjacent modifier: what a claim may be made of.

    `start`, `end` span modifier, number and unit word; `noun` is the counted noun, if it stands beside the number.
    `certain` says that the unit was read from the text, not guessed; `counted` that a classifier without a noun at
    least says that things are counted. `kind` and `direction` are set where the word
    itself decides ("doubled"). `against` says that another figure is only set against it ("than a 7.2% rise in May").
    """

    start: int
    end: int
    numeral: Numeral
    unit: str
    modifier: str = "eq"
    noun: tuple[int, int] | None = None
    certain: bool = True
    counted: bool = False
    kind: str | None = None
    direction: str | None = None
    against: bool = False

    def with_range(self, other: "Mention") -> "Mention":
        """Join this mention, the low end, with the high end of a range."""
        low, high = self.numeral, other.numeral
        value = low.value if self.certain or low.scale >= high.scale else low.value * high.scale
        numeral = replace(low, end=high.end, value=value, value_max=high.value)
        unit = other.unit if other.certain or not self.certain else self.unit
        modifier = self.modifier if self.modifier != "eq" else other.modifier
        return replace(
            self, end=other.end, numeral=numeral, unit=unit, modifier=modifier, noun=other.noun, certain=True
        )


class PeriodRole(Choice):
    """How a time expression dates the figures near it."""

    CURRENT = "current"
    AS_OF = "as_of"  # a level up to a day: start null
    RUNNING = "running"  # so far this year, since May: what happened in it, no level beside it
    WINDOW = "window"  # the past five years, this week: no dates
    SAME = "same"  # "the five months", 全年: the period that the text is about
    SPAN = "span"  # between 2019 and 2024: for a change its end, since its beginning
    LATER = "later"  # a year later: the period before it, moved on


@dataclass(slots=True, unsafe_hash=True)
class PeriodMark:
    """A time expression resolved against the publish date; `shift` is years for LATER."""

    start: int
    end: int
    first: date | None
    last: date | None
    role: PeriodRole = PeriodRole.CURRENT
    shift: int = 0
    yearless: bool = False  # a month or day named without a year: the latest, or the next where plans are told
    again: bool = False  # the text told the days before: 本届展会, "over the holiday"
    aside: str = ""  # against | sum | record | life: dates what another is set against, a sum, a record, who is told of


BESIDE = frozenset({"sum", "record"})
"""What is told aside of a time that dates no figure of its sentence."""


@dataclass(slots=True, unsafe_hash=True)
class PlaceMark:
    """A place name. `name` is the canonical English name, or None for "the city", 全市, which `level` says.

    `part` is subject | origin | partner | scope | route | dateline: a figure holds at a subject or origin; the others
    are taken only where a text names nothing else. `scene` is what is told of there: plant (works that lie there),
    somebody (who lives there), venue (of a fair), cause (its measure is why what follows is so), story (a town that the
    text introduces), or nothing.
    """

    start: int
    end: int
    name: str | None
    level: str
    part: str = "subject"
    based: bool = False  # somebody told of is at home there: "Ningbo-based"
    passing: bool = False  # its tariffs are told of: it holds for the figure right behind and no other
    foreign: bool = False  # no list knows the name and it does not read as Chinese
    scene: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Speaker:
    """Who is given as the source. `name` spans the words for it, None for a pronoun that takes it up again.

    `scope` is sentence | onward (also what follows in the paragraph) | quote (what follows in quotation marks)
    | nobody (data without an author, which ends what was said before) | asks, answers (an interview).
    `reach` is the stretch of the sentence that is theirs, None for all of it. `pronoun` says what a pronoun stands for:
    person | firm | body | plan | asker (who asks and claims nothing). `person` says that the name is a person's.
    `words` are what is said of a body taken up again ("the bureau"), for a text that never names it.
    """

    start: int
    end: int
    name: tuple[int, int] | None
    scope: str = "onward"
    reach: tuple[int, int] | None = None
    pronoun: str = "body"
    person: bool = False
    words: tuple[int, int] | None = None


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A stretch of the text that is read as one: `text` is folded, of the same length as the original."""

    start: int
    text: str
    paragraph: int
    title: bool = False


@dataclass(slots=True)
class Reading:
    """Everything a language recognised in one sentence, each tuple sorted by position.

    `credit` spans the name in a line that says where a table comes from (来源：…); `row` says that the line is one of a
    table, `heads` that it stands over one.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    periods: tuple[PeriodMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    clauses: tuple[int, ...] = (0,)
    persons: tuple[tuple[int, int], ...] = ()
    firms: tuple[tuple[int, int], ...] = ()
    credit: tuple[int, int] | None = None
    row: bool = False
    heads: bool = False
    text: str = field(init=False, repr=False, compare=False, default="")
    """The folded text of the sentence."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    cues: frozenset[Cue] = field(init=False, repr=False, compare=False, default=frozenset())
    """What its marks are: a cue that is not there need not be looked for."""
    chinese: bool = field(init=False, repr=False, compare=False, default=False)
    """Whether it is read as Chinese."""

    def __post_init__(self) -> None:
        """Keep the text, its script and where the marks begin and what they are at hand: all are asked many times."""
        self.text = self.sentence.text
        self.chinese = is_chinese(self.text)
        if self.marks:
            self._starts = tuple(map(_START, self.marks))
            self.cues = frozenset(map(_CUE, self.marks))

    def with_mentions(self, mentions: tuple[Mention, ...]) -> "Reading":
        """Give the reading with other mentions; of so many fields, `replace` would take three times as long."""
        return Reading(
            self.sentence, mentions, self.marks, self.periods, self.places, self.speakers, self.clauses,
            self.persons, self.firms, self.credit, self.row, self.heads,
        )  # fmt: skip

    def between(self, start: int, end: int, *cues: Cue) -> Sequence[Mark]:
        """Give the marks that lie within [start, end), of the cues named or of any, in order."""
        if cues and self.cues.isdisjoint(cues):
            return ()
        starts = self._starts
        found = []
        for mark in self.marks[bisect_left(starts, start) : bisect_left(starts, end)]:
            if mark.end <= end and (not cues or mark.cue in cues):
                found.append(mark)  # noqa: PERF401 - asked of every number; a comprehension costs half as much again
        return found

    def last(self, start: int, end: int, *cues: Cue) -> Mark | None:
        """Give the last such mark within [start, end)."""
        if cues and self.cues.isdisjoint(cues):
            return None
        starts = self._starts
        for mark in reversed(self.marks[bisect_left(starts, start) : bisect_left(starts, end)]):
            if mark.end <= end and (not cues or mark.cue in cues):
                return mark
        return None

    def clause(self, position: int) -> tuple[int, int]:
        """Give the clause that holds a position."""
        clauses = self.clauses
        following = bisect_right(clauses, position)
        end = clauses[following] if following < len(clauses) else len(self.text)
        return clauses[following - 1] if following else clauses[0], end


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a table says of the numbers under it.

    `given` says that it names their unit itself, with its `scale` (亿元); else `unit` is that of what is counted.
    `direction` makes them changes, from `base` (yoy | mom | since) if the head names one. `differs` says that they are
    differences in the unit of the table: 涨跌. `share` makes the percents under it shares: 占比.
    `before` says that they are the levels of before: 上期.
    """

    unit: str | None = None
    scale: Decimal = Decimal(1)
    direction: str | None = None
    given: bool = False
    base: str = ""
    differs: bool = False
    share: bool = False
    before: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Role:
    """What part a number plays in its clause: change | level | old | share | rank | ratio | bare.

    `growth` is the mark of growth that governs it; `group` is the index of the first mention of the coordination
    ("6%, 9% and 12%") that it belongs to.
    """

    name: str
    rule: str
    mark: Mark | None = None
    growth: Mark | None = None
    group: int = 0

    def of_group(self, group: int) -> "Role":
        """Give the same role for the coordination that begins with the mention at `group`."""
        return Role(self.name, self.rule, self.mark, self.growth, group)


@dataclass(slots=True, unsafe_hash=True)
class Draft:
    """A claim in the making: the mention, its role, and the fields decided so far, each with its reason.

    `indicator` is a span of the whole text, for a subject may stand in an earlier sentence.
    """

    reading: Reading
    mention: Mention
    role: Role
    kind: str
    because: dict[str, Because]
    direction: str | None = None
    comparison: str | None = None
    status: str = "actual"
    period: tuple[date | None, date | None] = (None, None)
    place: str | None = None
    indicator: tuple[int, int] | None = None
    attributed: str | None = None
    inherited: frozenset[str] = frozenset()

    def against(self, comparison: str | None, because: Because, *, inherited: bool = False) -> "Draft":
        """Give the draft with its base, `inherited` if that stands outside its sentence."""
        return Draft(
            self.reading, self.mention, self.role, self.kind, self.because | {"comparison": because}, self.direction,
            comparison, self.status, self.period, self.place, self.indicator, self.attributed,
            self.inherited | {"comparison"} if inherited else self.inherited,
        )  # fmt: skip


def quotes(text: str) -> bool:
    """Say whether a sentence holds quoted speech."""
    return '"' in text or "“" in text or "”" in text
