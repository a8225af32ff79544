"""One number under decision, with all that the deciders of its fields look at."""

from collections.abc import Sequence

from barometer.claims.language import Language
from barometer.claims.lexicon import Lexicon
from barometer.claims.values import Cue, Mark, Reading, Role
from barometer.model import Because

_FARTHEST = 240


class Case:
    """The mention at `index` of a sentence; `roles` are those of its mentions, as far as they are decided.

    Nothing but the decision of its role changes it once it is made. It is no data class, for of many a number several
    are made and nothing compares them.
    """

    __slots__ = (
        "before",
        "ceiling",
        "clause",
        "dimension",
        "floor",
        "index",
        "language",
        "lexicon",
        "mention",
        "reading",
        "role",
        "roles",
        "sizes_project",
    )

    role: Role
    """The part that the number plays; there is none before it is decided."""

    def __init__(
        self, reading: Reading, index: int, language: Language, lexicon: Lexicon, roles: Sequence[Role] = ()
    ) -> None:
        self.reading = reading
        self.index = index
        self.language = language
        self.lexicon = lexicon
        self.roles = roles
        mentions = reading.mentions
        mention = self.mention = mentions[index]
        """The number with its unit."""
        self.dimension = lexicon.dimension(mention.unit)
        """What the unit of the number measures."""
        before = self.before = mentions[index - 1] if index else None
        """The mention in front of this one."""
        self.floor = max(before.end if before is not None else 0, mention.start - _FARTHEST)
        """Where the words that belong to the number may begin: behind the mention before it."""
        after = mentions[index + 1].start if index + 1 < len(mentions) else len(reading.text)
        self.ceiling = min(after, mention.end + _FARTHEST)
        """Where the words that belong to the number must end: at the next mention."""
        self.clause = reading.clause(mention.start)
        """The clause in which the mention begins."""
        self.sizes_project = language.sizes_project(reading.text, mention.start, mention.end)
        """Whether the number only sizes a thing, whatever is planned of it."""
        if index < len(roles):
            self.role = roles[index]

    def other(self, index: int) -> "Case":
        """Give the case of another number of the same sentence: the mention at `index`."""
        return Case(self.reading, index, self.language, self.lexicon, self.roles)

    def decide(self, role: Role) -> None:
        """Settle what part the number plays; nobody asks for it before."""
        self.role = role

    @property
    def clause_end(self) -> int:
        """Where the clause ends in which the mention ends, at the next mention at the latest."""
        end, clause = self.mention.end, self.clause
        return min(self.ceiling, clause[1] if end < clause[1] else self.reading.clause(end)[1])

    def last_before(self, *cues: Cue) -> Mark | None:
        """Give the last such mark of the sentence in front of the number."""
        return self.reading.last(0, self.mention.start, *cues)

    @property
    def members(self) -> list[int]:
        """The indices of the mentions of the list that the number belongs to, its own among them."""
        group = self.role.group
        return [index for index, role in enumerate(self.roles) if role.group == group]

    @property
    def counts_panel(self) -> bool:
        """Whether the number only says how many were asked for a forecast: "the median of 22 economists polled"."""
        counted = self.dimension == "discrete" and self.language.base_follows
        text, mention = self.reading.text, self.mention
        return counted and self.language.is_panel(text[: mention.start], text[mention.numeral.end :])

    @property
    def of_rule(self) -> bool:
        """Whether the number only bounds or counts what a rule is about: "parcels worth $800 or less"."""
        text, mention = self.reading.text, self.mention
        if self.dimension not in {"money", "discrete"} or (
            self.dimension == "money" and mention.modifier not in {"le", "lt"}
        ):
            return False
        return self.language.of_rule(text, self.clause[0], mention.start, mention.numeral.end)

    def at(self, rule: str, start: int, end: int) -> Because:
        """Give a reason that rests on a stretch of the sentence."""
        return Because(rule, self.reading.sentence.start + start, self.reading.sentence.start + end)
