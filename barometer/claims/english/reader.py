"""The English language: how its sentences end and what stands in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from barometer.claims.english import beside, subjects
from barometer.claims.english.bases import bases
from barometer.claims.english.cited import credit
from barometer.claims.english.dating import dating
from barometer.claims.english.gaps import Gaps
from barometer.claims.english.hauling import hauls
from barometer.claims.english.lasting import lengths
from barometer.claims.english.months import MONTH
from barometer.claims.english.naming import firms, persons
from barometer.claims.english.periods import periods
from barometer.claims.english.place_parts import is_rival
from barometer.claims.english.places import PlaceWords, place_words, places
from barometer.claims.english.quantities import mentions, parcels
from barometer.claims.english.ranks import next_in_rank
from barometer.claims.english.refining import in_yen, is_name, refined, without_time
from barometer.claims.english.set_against import with_set_against
from barometer.claims.english.shields import shields
from barometer.claims.english.speakers import foreseen, speakers
from barometer.claims.english.unit_words import UnitWords, unit_words
from barometer.claims.english.words import singular, tokenise
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import PhraseTable, phrase_table, touching
from barometer.claims.values import (
    Column,
    Cue,
    Mark,
    Mention,
    PeriodMark,
    Reading,
    Role,
    Sentence,
    in_order,
)

_END = pattern(r"[.!?]+[\"')\]”]*(?:\s+|$)")
_ABBREVIATION = pattern(
    r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|Co|Ltd|Inc|Corp|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Fig|Gen|Prof|Tel|"
    r"a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|Vol|Art)|(?:^|\s)[A-Z]|^\s*(?-i:[IVX]{2,5}))\.$"
)
_CLAUSE = pattern(r"[;:]\s|, |\s[-–—]+\s|\s(?:while|but|whereas|though|although|because)\s|\s\(|\)|[\"“”]")
_PLANNED = pattern(
    r"\b(?:under|according to|as part of|the) (?:the|its|an?|this|their) (?:[\w-]+ ){0,3}(?:plan|blueprint|programme?"
    r"|scheme|strategy|roadmap)\b"
    r"|\bthe (?:plan|blueprint|roadmap) (?:calls|sets|says|envisages|foresees)\b"
)
_WISH = pattern(
    r"\b(?P<wish>wants?|wanted) (?:(?:the|its|their|his|her) (?:[a-z-]+ ){1,3}|(?:[a-z-]+ )?"
    r"(?:turnover|sales|exports|output|revenue|profit) )?to\b"
    r"|\b(?:we|they|he|she|I) (?P<want>wants?) (?:(?:at least|some|about|over|more than|nearly) )?[0-9]"
    r"|\b(?P<call>called on|urged|lobbied) (?:(?:the|its|their|local|Chinese) )?[a-z' ]{3,40}? to\b"
    r"|\b(?P<ask>(?:asked|called|calling) for) [a-z ]{3,40} to (?:cover|be|reach|rise|fall|have|get|pay)\b"
    r"|\b(?P<have>wants?) (?:[a-z]+ ){0,3}[0-9][^.;,]{2,60}? to (?:have|be|get|use|reach|go|come)\b"
)
_OF_TEUS = pattern(r"\b(?:number|total|volume) of (?:TEUs|containers|twenty-foot equivalent units)\b|\bTEUs\b[^,;.]*$")
_NUMBER_OF = pattern(
    r"\b(?:number|list|volume|total|traffic|footfall|sales|output|visits|deliveries|shipments|registrations|arrivals"
    r"|departures"
    r"|downloads|production|throughput)\b"
)
_LEADING_PERIOD = 4
_ITEM_GAP = pattern(r",? and |, ")


@dataclass(frozen=True)
class English(Gaps):
    """Recognisers of English, with the tables made from one lexicon."""

    lexicon: Lexicon
    units: UnitWords
    place_names: PlaceWords
    cues: PhraseTable

    # Of each reader, not of their class, where the interpreter looks three times as long for what is asked so often.
    code: str = "en"
    period_follows: bool = True
    base_follows: bool = True

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end within a line."""
        ends = []
        for match in _END.finditer(line):
            head = line[max(0, match.start() - 12) : match.start() + 1]
            follow = line[match.end() : match.end() + 1]
            if not _ABBREVIATION.search(head) and not follow.islower():
                ends.append(match.end())
        return ends

    def read(self, sentences: Sequence[Sentence], published: date | None) -> list[Reading]:
        """Recognise everything in some sentences, each by itself."""
        return [self._read(sentence, published) for sentence in sentences]

    def _read(self, sentence: Sentence, published: date | None) -> Reading:
        """Recognise everything in one sentence."""
        text = sentence.text
        words = tokenise(text)
        base_marks = [mark for mark in bases(text) if not (_is_ahead(mark, published) or _is_start(text, mark))]
        rivals = [mark for mark in base_marks if _has_figure(text, mark)]
        base_marks = [mark for mark in base_marks if mark not in rivals] if rivals else base_marks
        shield_marks = shields(text)
        times = periods(text, published)
        period_marks = dating(text, times, base_marks, published)
        found = [
            mention
            for mention in parcels(text, mentions(text, words, self.units))
            if not is_name(text, mention)
            and not _is_day(text, mention)
            and (mention.unit == "rank" or not touching(shield_marks, mention.numeral.start, mention.numeral.end))
            and not touching(times, mention.numeral.start, mention.numeral.end)
            and not touching(base_marks, mention.numeral.start, mention.numeral.end)
        ]
        cues = refined(text, list(self.cues.marks(text)), found, [*times, *base_marks], self.lexicon)
        cues += [
            Mark(*match.span("verb"), Cue.VERB)
            for match in _UNKNOWN_VERB.finditer(text)
            if not touching(cues, *match.span("verb"))
        ]
        cues += lengths(text)
        if all(mention.unit != "percent" for mention in found):
            cues += [Mark(*match.span("verb"), Cue.GROWTH, "up") for match in _ADDS_TIME.finditer(text)]
        cues += [
            Mark(*match.span(match.name), Cue.GROWTH, "up" if match.name == "raised" else "down")
            for match in _MOVED.finditer(text)
        ]
        place_marks = places(text, self.place_names)
        yen = any("Japan" in {place.name, *self.lexicon.enclosing(place.name or "")} for place in place_marks)
        yen = yen or bool(_JAPANESE.search(text))
        found = [in_yen(text, mention) if yen else mention for mention in found]
        found = [without_time(text, mention, [*period_marks, *place_marks]) for mention in found]
        gaps = [Mark(place.start, place.end, Cue.GAP, "gap") for place in place_marks if is_rival(text, place)]
        gaps += [Mark(start, end, Cue.PLACELESS) for start, end in hauls(text)]
        cues += [Mark(start, end, Cue.STATUS, "forecast") for start, end in foreseen(text)]
        cues += [Mark(mark.start, mark.end + len("'s "), Cue.OLD, "beside") for mark in rivals]
        if _PLANNED.search(text):
            cues = [replace(mark, value="target") if mark.cue is Cue.STATUS else mark for mark in cues]
        cues += [Mark(*match.span(match.name), Cue.STATUS, "target") for match in _WISH.finditer(text)]
        marks = in_order([*cues, *base_marks, *shield_marks, *gaps])
        reading = Reading(
            sentence,
            tuple(found),
            tuple(marks),
            tuple(period_marks),
            tuple(place_marks),
            tuple(speakers(text)),
            (0, *_clauses(text, times)),
            tuple(persons(text)),
            tuple(firms(text)),
            credit=credit(text),
        )
        return with_set_against(reading)

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names: the noun nearest to the number that is known."""
        if (bracket := _IN_BRACKETS.search(words)) and (unit := self.units.units.get(bracket.group("unit").lower())):
            return unit
        if (whole := self.units.units.get(words.strip().lower())) is not None:
            return whole  # the head of a column: "Tonnes"
        known = self._units_named(words[_last_part(words) :]) or self._units_named(words)
        if known in {None, "count"} and _OF_TEUS.search(words):
            return "teu"
        return known or ("count" if _NUMBER_OF.search(words) else None)

    def _units_named(self, words: str) -> str | None:
        """Give the unit of the head of the last noun phrase: of "parcels bound for buyers" the parcels."""
        tokens = [part for token in tokenise(words).tokens for part in token.word.split("-")]
        known: str | None = None
        for word, following in zip(tokens, [*tokens[1:], ""], strict=False):
            unit = self.units.nouns.get(f"{word} {singular(following)}") or self.units.nouns.get(singular(word))
            if unit in _ACTORS and word == singular(word):
                continue  # "the country wants to reach 2 million" counts no countries
            if unit == "person" and following in _PLACES_OF:
                continue  # "the number of pilot zones"
            if unit and following in _POSTMODIFIERS:
                return unit
            known = unit or known
        return known

    def column(self, _head: str) -> Column:
        """Give what the head of a table's column says of the numbers under it: in English only bars make a table."""
        return Column()

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects, time expressions and what introduces them left out."""
        for period in reading.periods:
            if start <= period.start and period.end <= end:
                leading = period.start - start <= _LEADING_PERIOD
                start, end = (period.end, end) if leading else (start, period.start)
        found: list[tuple[int, int]] = []
        at = start
        copula = _WERE.search(reading.text[start:end])
        end = start + copula.start() if copula is not None else end
        for match in _ITEM_GAP.finditer(reading.text[start:end] + ", "):
            words = tokenise(reading.text[at : start + match.start()])
            tokens = [token for token in words.tokens if token.word[0].isalnum()]
            if tokens:
                found.append(subjects.item(reading, at + tokens[0].start, at + tokens[-1].end))
            at = start + match.end()
        return found

    def subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the noun phrase that is the subject of a clause, up to its verb."""
        return subjects.subject(reading, start, end)

    def predicate(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give what follows a share's people or things: "run live-streaming rooms"."""
        return subjects.predicate(reading, start, end)

    def beside(self, reading: Reading, index: int, role: Role, kind: str, floor: int) -> tuple[int, int] | None:
        """Give the words right beside a number, or the object of its verb, that name what it measures."""
        mention = reading.mentions[index]
        if kind == "change" and index and (ranked := next_in_rank(reading.text, mention.start)) is not None:
            return ranked
        if kind == "share":
            row = beside.label(reading, mention, floor)
            if row is not None:
                return row
            lifted = beside.lifted(reading, mention, role, floor)
            if lifted is not None:
                return lifted
            later = list(reading.mentions[index + 1 :])
            if later and reading.text[mention.end : later[0].start].strip() in {"of the", "of", "of its"}:
                later = later[1:]
            if later and _IS_AGED.match(reading.text[mention.end : later[0].start]):
                later = later[1:]
            following = later[0].start if later else len(reading.text)
            return subjects.part(reading, mention, floor, min(following, mention.end + _FARTHEST))
        return beside.beside(reading, mention, role, kind, floor, self.units)


def _clauses(text: str, times: list[PeriodMark]) -> Iterator[int]:
    """Give where clauses begin; the short name behind a full one is part of its clause: "the index (PMI) for".

    So is the year of a day: "as of December 31, 2024".
    """
    short = [match.span() for match in _SHORT_NAME.finditer(text)] if "(" in text else []
    for match in _CLAUSE.finditer(text):
        dating = any(mark.start < match.start() < mark.end for mark in times)
        if not dating and not any(low <= match.start() < high for low, high in short):
            yield match.end()


_SHORT_NAME = pattern(r"\s\((?-i:[A-Z][A-Za-z&-]{1,8})\)")
_WERE = pattern(r" (?:were|are|was|is|remained|stayed) (?:[a-z'-]+ ){1,6}[a-z'-]+, with (?:[a-z'-]+ ){1,4}$")
"""What is told of the things of a list before its numbers: "A, B and C were the largest partners, with trade of"."""


def _is_day(text: str, mention: Mention) -> bool:
    """Say whether a number is the day of a month named in front of it: "May 4", but "In May four of them rose"."""
    bare = not mention.certain and mention.numeral.form == "digits"
    return bare and _DAY_OF.search(text[max(0, mention.start - _LONGEST_MONTH) : mention.start]) is not None


_LONGEST_MONTH = len("September ")
_DAY_OF = pattern(rf"\b{MONTH} $")
_UNKNOWN_VERB = pattern(
    r"(?-i:[a-z])[a-z]* (?P<verb>[a-z]{3,}ed) (?:by|to|about|some|nearly|over|more|almost|around|only|just|an?|the|its"
    r"|their|[0-9$€£])"
)
"""A verb of the past that no list has, told by its ending and by what follows."""
_FARTHEST = 240
_IS_AGED = pattern(r"^ of [\w' -]+ (?:are|is|were|was) (?:aged )?$")


_JAPANESE = pattern(r"\b(?:Japan|Japanese|yen)\b")


_ADDS_TIME = pattern(
    r"\b(?P<verb>adds?|added|adding) (?:(?:about|some|up to|roughly|around|another|at least|as much as) )?[0-9a-z-]+"
    r"(?: (?:to|or|and) [0-9a-z-]+)? (?:days|hours|weeks|minutes|months) to (?:the|a|an|each|every|its|their|transit"
    r"|delivery)\b"
)
"""What makes a time one by which something grew: "sailing round the Cape adds 10 to 14 days to a voyage"."""


def _has_figure(text: str, mark: Mark) -> bool:
    """Say whether a month that another is set against has its figure told: "slower than November's 5.9%"."""
    own = mark.value.startswith("month:") and text.startswith("'s ", mark.end)
    return own and text[mark.end + len("'s ") :][:1].isdigit()


def _is_ahead(mark: Mark, published: date | None) -> bool:
    """Say whether what reads as a base is a year to come: "from 2027"."""
    word, _, year = mark.value.partition(":")
    return word == "year" and year.isdigit() and published is not None and int(year) > published.year


def _is_start(text: str, mark: Mark) -> bool:
    """Say whether what reads as a base is when something begins: "is to charge a fee of 2 euros from November"."""
    if not (mark.value.startswith("month:") and text.startswith("from ", mark.start)):
        return False
    told = _TO_COME.search(text[: mark.start])
    if told is not None and _GROWING.search(told.group()) is None:
        return True
    return _RAISES.search(text[: mark.start]) is not None


_TO_COME = pattern(r"\b(?:is to|are to|will|would) [a-z]+\b[^,;]*$")
_MOVED = pattern(
    r"\b(?P<raised>put(?:s|ting)? up|mark(?:ed|s)? up) (?:its|their|his|her|the|our) [a-z ]{3,30} by\b"
    r"|\b(?P<taken>taken?|took|takes|knock(?:ed|s)?|shav(?:ed|es)|shed|wip(?:ed|es)|slic(?:ed|es)|trimm?(?:ed|s))"
    r" (?:(?:about|some|around|nearly|up to) )?[0-9.]+(?: (?:to|or) [0-9.]+)?"
    r" (?:percentage points?|points?|percent|per cent|%) off\b"
)
"""What moves something up or down: "put up its fee by 8 percent", "has taken 2 percentage points off our margins"."""
_RAISES = pattern(
    r"\b(?:plan(?:s|ned|ning)?|will|would|to|agreed|decided|intends?|intended|going) (?:to )?"
    r"(?:raise|lift|put up|increase|cut|lower|reduce|hike) (?:[a-z]+ ){1,3}by [^,;.]{1,24}$"
)
"""What somebody will move at a time: "planned to raise prices by 8 percent from April"."""
_GROWING = pattern(
    r"\b(?:up|down|grow|rise|fall|drop|increase|decline|decrease|climb|slip|percent|per cent|points?|more|less|fewer"
    r"|higher|lower)\b|%"
)
_IN_BRACKETS = pattern(r"\((?:in )?(?:(?:thousand|million|billion) )?(?P<unit>[^()]{1,24})\)$")
_PLACES_OF = frozenset({
    "zone", "zones", "area", "areas", "program", "programme", "programs", "programmes", "scheme", "project", "projects",
    "city", "cities",
})  # fmt: skip
"""What a noun for people only says more about: "the number of pilot zones"."""
_ACTORS = frozenset({"country", "city", "company", "shop"})
_POSTMODIFIERS = frozenset({
    "for", "from", "in", "at", "by", "to", "bound", "run", "owned", "sold", "sent", "made", "with", "on", "of", "that",
    "who", "which", "based", "registered", "operated", "handled", "carried", "through",
    "abroad", "held",
})  # fmt: skip


def english(lexicon: Lexicon) -> English:
    """Make the English recognisers for a lexicon."""
    rows = [
        (phrase, Cue(cue), value)
        for cue, values in lexicon.cues["en"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]
    return English(lexicon, unit_words(lexicon), place_words(lexicon), phrase_table(rows))


_PART_END = pattern(r"(?:, |; |\(|\bnumber of )")


def _last_part(words: str) -> int:
    """Give where the last part of a sentence begins, behind its last comma or "number of"."""
    return max((match.end() for match in _PART_END.finditer(words)), default=0)
