"""One number under decision, with all that the deciders of its fields look at."""

from dataclasses import dataclass, field

from barometer.claims.language import Language
from barometer.claims.lexicon import Lexicon
from barometer.claims.values import Because, Cue, Mark, Mention, Reading, Role

_FARTHEST = 240


@dataclass(frozen=True, slots=True)
class Case:
    """The mention at `index` of a sentence; `roles` are those of all its mentions, once they are known."""

    reading: Reading
    index: int
    language: Language
    lexicon: Lexicon
    roles: tuple[Role, ...] = ()
    mention: Mention = field(init=False, repr=False, compare=False)
    """The number with its unit."""
    dimension: str = field(init=False, repr=False, compare=False)
    """What the unit of the number measures."""
    before: Mention | None = field(init=False, repr=False, compare=False)
    """The mention in front of this one."""
    role: Role = field(init=False, repr=False, compare=False)
    """The part that the number plays; there is none before it is decided."""

    def __post_init__(self) -> None:
        """Keep at hand what everything asks for."""
        mentions, index = self.reading.mentions, self.index
        object.__setattr__(self, "mention", mentions[index])
        object.__setattr__(self, "dimension", self.lexicon.dimension(mentions[index].unit))
        object.__setattr__(self, "before", mentions[index - 1] if index else None)
        if index < len(self.roles):
            object.__setattr__(self, "role", self.roles[index])

    @property
    def floor(self) -> int:
        """Where the words that belong to the number may begin: behind the mention before it."""
        before = self.before
        return max(before.end if before else 0, self.mention.start - _FARTHEST)

    @property
    def ceiling(self) -> int:
        """Where the words that belong to the number must end: at the next mention."""
        mentions = self.reading.mentions
        after = mentions[self.index + 1].start if self.index + 1 < len(mentions) else len(self.reading.text)
        return min(after, self.mention.end + _FARTHEST)

    @property
    def clause(self) -> tuple[int, int]:
        """The clause in which the mention begins."""
        return self.reading.clause(self.mention.start)

    @property
    def clause_end(self) -> int:
        """Where the clause ends in which the mention ends, at the next mention at the latest."""
        return min(self.ceiling, self.reading.clause(self.mention.end)[1])

    def last_before(self, *cues: Cue) -> Mark | None:
        """Give the last such mark of the sentence in front of the number."""
        return self.reading.last(0, self.mention.start, *cues)

    def at(self, rule: str, start: int, end: int) -> Because:
        """Give a reason that rests on a stretch of the sentence."""
        return Because(rule, self.reading.sentence.start + start, self.reading.sentence.start + end)
