"""The English language: how its sentences end and what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from barometer.claims.english import beside, subjects
from barometer.claims.english.bases import bases
from barometer.claims.english.months import MONTHS
from barometer.claims.english.periods import periods
from barometer.claims.english.phrases import MEASURES
from barometer.claims.english.places import PlaceWords, dateline, hauls, is_rival, place_words, places
from barometer.claims.english.quantities import UnitWords, mentions, parcels, unit_words
from barometer.claims.english.shields import shields
from barometer.claims.english.speakers import credit, foreseen, persons, speakers
from barometer.claims.english.words import STOPS, singular, tokenise
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import PhraseTable, Spanned, pattern, phrase_table, touching
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
)

_END = pattern(r"[.!?]+[\"')\]”]*(?:\s+|$)")
_ABBREVIATION = pattern(
    r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|Co|Ltd|Inc|Corp|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Fig|Gen|Prof|Tel|"
    r"a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|Vol|Art)|(?:^|\s)[A-Z])\.$"
)
_CLAUSE = pattern(r"[;:]\s|, |\s[-–—]+\s|\s(?:while|but|whereas|though|although)\s|\s\(|\)|[\"“”]")
_COORDINATION = pattern(r"\s*(?:,|and|, and|or|&|;)?\s*$")
_TOUCH = pattern(
    r"\s*(?:(?:by|of|a|an|the|as|another|further|only|just|already|some|about|to|record|high|sharply|slightly"
    r"|steadily|even|"
    r"year-on-year|year on year|month-on-month|robust|combined|total|whopping|total of|mere|modest|nearly|its|annual"
    r"|average|is|was|"
    r"percent|%|up|in at|also|between)\s+)*[-+]?$"
)
_OTHER_SUBJECT = pattern(r"\s*(?:,|;|and|while|but|, and|, while|; and)\s+(?:[a-z][\w'-]*\s+){1,6}$")
_NOUN_ONLY = pattern(r",?\s*(?:[a-z'-]+\s+){0,2}$")
_PLANNED = pattern(
    r"\b(?:under|according to|as part of|the) (?:the|its|a|this|their) (?:[\w-]+ ){0,3}(?:plan|blueprint|programme?"
    r"|scheme|strategy|roadmap)\b"
    r"|\bthe (?:plan|blueprint|roadmap) (?:calls|sets|says|envisages|foresees)\b"
)
_WISH = pattern(r"\b(?P<wish>wants?) (?:(?:the|its|their|his|her) (?:[a-z-]+ ){1,3})?to\b")
_ADDS_UP = pattern(r", (?:taking|bringing|lifting|raising|pushing|boosting|expanding|cutting|adding)$")
_AND = pattern(r"\b(?:and|in|of|with|to|for|they|it|he|she|we|who|said|says|say)\s")
_TOLD_OF = pattern(r"(?:will|would|could|may|might|should|'ll|(?:analysts|economists|forecasters|traders|brokers) .+)$")
_HABIT = pattern(r"\b(?:usually|typically|normally|generally|traditionally|every year|each year|always|often)\b")
_FUNDS = pattern(r"(?:rais(?:e|es|ed|ing)|los(?:e|es|t|ing)|loss of)$")
_LIFTED = pattern(r"lift(?:s|ed|ing)?$")
_TAKEN = pattern(r"(?:pick(?:ed|s)?|picking) up$")
_NUMBER_OF = pattern(
    r"\b(?:number|volume|total|traffic|footfall|sales|output|visits|deliveries|shipments|registrations|arrivals"
    r"|departures"
    r"|downloads|production|throughput)\b"
)
_ASIDE = pattern(r"(?:^|\s)(?:who|whose)\s")
_LEADING_PERIOD = 4
_ITEM_GAP = pattern(r",? and |, ")
_OPENS = pattern(
    r"(?:^|,|\b(?:that|where|and|but|while|whereas|only|just|some|another|a further|about|of whom"
    r"|of which))\s*$"
)
_RESUMES = pattern(
    r"\b(?:it|this|that|the (?:figure|share|proportion|percentage|ratio|number)) "
    r"(?:is|was|has|had|will|would|could|may|stood|stands|rose|fell|dropped|grew|climbed|slipped|reached|hit|used to|takes?|took)\b"
)
_NOW = pattern(
    r"(?:\band (?:(?:now|still|also|currently) )?|(?:;|, and|, but|,? while|, though) (?:[a-z'-]+ ){0,6}?)"
    r"(?:owes?|owns?|is|are|employs?|runs?|operates?|boasts?|holds?|costs|covers?|serves?|reach(?:es)?|clears?|lives?"
    r"|sells?|ships?|needs?|uses?|makes?|keeps?|pays?|works?|houses?"
    r"|ha(?:s|ve)(?: also| since| now)?(?: been| put| set| taken| [0-9a]|$))\b"
)
_NO_VERBS = frozenset(
    {"to", "at", "as", "by", "worth", "share", "share of", "a share of", "total", "record", "proportion"}
)
_PAST = frozenset({"was", "less", "across"})
_TAKEN_UP = pattern(r"(?:^|[\s\"“])(?:that|this|it)\s$")
_PRESENT = pattern(
    r"(?:is|are|has|have|do|does|go|come|sell|send|use|run|make|makes? up|take|work|think|handle|walk|buy|see|pay"
    r"|need|want|keep"
    r"|live|speak|rely|depend|face|prefer|travel|fly|serve|enter|account(?:s)? for|represent|employ|offer"
    r"|[a-z]+[^s]s(?: up| for)?)$"
)
_PERFECT = pattern(
    r"\s(?:[a-z]+ly |also |already |since |now |been |not )*(?:[a-z]+(?:ed|en|wn|ne|nt|ld)|set|put"
    r"|cut|hit|made|sold|met|won)\b"
)
_LASTING_STOCK = pattern(
    r"^ (?:days|weeks|months|hours|years)['’]?(?: worth)? (?:of )?(?:sales|supply|supplies|stocks?|inventor(?:y|ies)"
    r"|demand"
    r"|consumption|imports|work|production|output|cover|training|leave|use|orders|turnover|talks|schooling)\b"
)
_RATE_OF = pattern(r"^\s*of (?:its |their |full |total |the )?(?:capacity|GDP growth|nameplate)\b")
_AGAIN = pattern(
    r"(?: of (?:them|these|those|the total|it))?,? (?:or|equal to|equivalent to|which is|that is)(?: some| about"
    r"| roughly| nearly)?\s$|\s\($"
)
_JOINS = pattern(r"\b(?:and|after|following|against|versus|compared with|than|but|while|though|despite)\b")
_PER = pattern(r"\s(?:(?:a|an|per|each) [a-z-]+|apiece|each|on average)\s?$")
_COUNTED_AGAIN = pattern(
    r"\b(?:the|that|this|their) (?:number|total|figure|tally|count)(?: (?:in|for|by|since) [\w ]{2,32}?)? (?:is|was|has|had|will|would|could|may|stood"
    r"|stands|rose|fell"
    r"|dropped|grew|climbed|reached|hit|passed|topped|exceeded|to)\b"
)
_JOINED = pattern(r"\s?(?:[a-z-]+ ){0,3}and $")
_LOCATED = pattern(r"\s(?:to the )?(?:[a-z-]*(?:north|south|east|west)[a-z-]*|away|from|off|inland|outside)\b")
_CONTRAST = pattern(r"(?:\b(?:while|whereas|but|though|although)\s|;\s)$")
_SUPPLIES = pattern(
    r"^ (?:alone |also |now |still )?(?:suppli(?:ed|es)|provide[ds]|b(?:ought|uys)|t(?:ook|akes)|absorb(?:ed|s)|contribute[ds]|sent|sends"
    r"|made up|makes up) $"
)
_LONGEST_CLAUSE = 80
_RELATIVE = pattern(r"\b(?:that|which|who|where)\b [^,;.]+$")
_MAIN_VERB = pattern(r"^,? (?:has|have|is|are|will|now|can)\b")
_SHARE_OF = pattern(r"\s*(?:of\b|share\b)")
_BREAK = pattern(
    r",\s(?:\w+ing|having|who|which|whose|while|but|where|up|down|compared|after|from)\b|;|\bwho\b|\bwhich\b"
    r"|\bafter\b|\bthat has\b|,\s(?:and|but)\s*$|\band (?:has|have|had)\b"
)


@dataclass(frozen=True)
class English:
    """Recognisers of English, with the tables made from one lexicon."""

    lexicon: Lexicon
    units: UnitWords
    place_names: PlaceWords
    cues: PhraseTable

    code = "en"
    period_follows = True
    base_follows = True

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end within a line."""
        ends = []
        for match in _END.finditer(line):
            head = line[max(0, match.start() - 12) : match.start() + 1]
            follow = line[match.end() : match.end() + 1]
            if not _ABBREVIATION.search(head) and not follow.islower():
                ends.append(match.end())
        return ends

    def read(self, sentence: Sentence, published: date | None) -> Reading:
        """Recognise everything in one sentence."""
        text = sentence.text
        words = tokenise(text)
        base_marks = bases(text)
        shield_marks = shields(text)
        head = dateline(text)
        period_marks = [
            period
            for period in periods(text, published)
            if period.start >= head
            and not (
                period.first == period.last and _SAID_ON.search(text[max(0, period.start - _BACK_FAR) : period.start])
            )
            and (
                period.role is PeriodRole.SPAN
                or text[period.start : period.start + 5].lower() == "since"
                or not touching(base_marks, period.start, period.end)
            )
        ]
        found = [
            mention
            for mention in parcels(text, mentions(text, words, self.units))
            if not _is_name(text, mention)
            and not touching(shield_marks, mention.numeral.start, mention.numeral.end)
            and not touching(period_marks, mention.numeral.start, mention.numeral.end)
            and not touching(base_marks, mention.numeral.start, mention.numeral.end)
        ]
        cues = [
            mark
            for mark in self.cues.marks(text)
            if not (mark.cue is Cue.STATUS and _is_no_status(text, mark, [*period_marks, *base_marks]))
            and not (mark.cue is Cue.DIFFER and self._tells_otherwise(text, mark, found))
            and not (mark.cue is Cue.GROWTH and _is_particle(text, mark))
        ]
        cues = [
            replace(mark, cue=Cue.VERB, value="")
            if mark.cue is Cue.GROWTH and self._handles(text, mark, found)
            else mark
            for mark in cues
        ]
        place_marks = places(text, self.place_names)
        yen = any("Japan" in {place.name, *self.lexicon.enclosing(place.name or "")} for place in place_marks)
        yen = yen or bool(_JAPANESE.search(text))
        found = [_in_yen(text, mention) if yen else mention for mention in found]
        found = [_without_time(text, mention, [*period_marks, *place_marks]) for mention in found]
        cues = [_paced(text, _reaching(text, _lowering(text, mark), found)) for mark in cues]
        gaps = [Mark(place.start, place.end, Cue.GAP, "gap") for place in place_marks if is_rival(text, place)]
        gaps += [Mark(start, end, Cue.PLACELESS) for start, end in hauls(text)]
        cues += [Mark(start, end, Cue.STATUS, "forecast") for start, end in foreseen(text)]
        if _PLANNED.search(text):
            cues = [replace(mark, value="target") if mark.cue is Cue.STATUS else mark for mark in cues]
        cues += [Mark(*match.span("wish"), Cue.STATUS, "target") for match in _WISH.finditer(text)]
        marks = sorted([*cues, *base_marks, *shield_marks, *gaps])
        return Reading(
            sentence,
            tuple(found),
            tuple(marks),
            tuple(period_marks),
            tuple(place_marks),
            tuple(speakers(text)),
            (0, *(match.end() for match in _CLAUSE.finditer(text))),
            tuple(persons(text)),
            credit=credit(text),
        )

    def _tells_otherwise(self, text: str, mark: Mark, found: list[Mention]) -> bool:
        """Say whether a comparative is none of the number in front of it."""
        return (
            _is_preposition(text, mark, found) or _tells_when(text, mark, found) or self._describes(text, mark, found)
        )

    def _handles(self, text: str, mark: Mark, found: list[Mention]) -> bool:
        """Say whether a word of growth takes what the number counts: "raised $3 billion", "picked up 90 parcels"."""
        words = text[mark.start : mark.end]
        taken = {"money"} if _FUNDS.match(words) else {"discrete"} if _TAKEN.match(words) else set()
        taken = {"discrete", "mass"} if _LIFTED.match(words) else taken
        after = next((mention for mention in found if mention.start >= mark.end), None)
        near = after is not None and after.start <= mark.end + 1
        return near and after is not None and self.lexicon.dimension(after.unit) in taken

    def _describes(self, text: str, mark: Mark, found: list[Mention]) -> bool:
        """Say whether a comparative only describes the things counted: "three bigger rivals"."""
        if text[mark.start : mark.end].lower() in {"more", "fewer", "less", "more than", "fewer than", "less than"}:
            return False
        follow = tokenise(text[mark.end : mark.end + 24]).tokens[:1]
        named = bool(follow) and follow[0].word[0].isalpha() and follow[0].word not in STOPS
        return named and any(
            other.end == mark.start - 1 and self.lexicon.dimension(other.unit) == "discrete" for other in found
        )

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them."""
        return bool(_COORDINATION.match(gap))

    def elides(self, gap: str) -> bool:
        """Say whether the words between two changes only name another subject: "and exports 9 percent"."""
        return bool(_OTHER_SUBJECT.match(gap))

    def touches(self, gap: str) -> bool:
        """Say whether a cue and a number with these words between stand side by side."""
        return bool(_TOUCH.match(gap))

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names: the noun nearest to the number that is known."""
        known = self._units_named(words[_last_part(words) :]) or self._units_named(words)
        return known or ("count" if _NUMBER_OF.search(words) else None)

    def _units_named(self, words: str) -> str | None:
        """Give the unit of the head of the last noun phrase: of "parcels bound for buyers" the parcels."""
        tokens = [part for token in tokenise(words).tokens for part in token.word.split("-")]
        known: str | None = None
        for word, following in zip(tokens, [*tokens[1:], ""], strict=False):
            unit = self.units.nouns.get(singular(word))
            if unit and following in _POSTMODIFIERS:
                return unit
            known = unit or known
        return known

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is."""
        return words.startswith("-") or bool(_LASTING_STOCK.match(words))

    def share_of(self, words: str) -> bool:
        """Say whether the words right behind a percent make it a share."""
        return bool(_SHARE_OF.match(words)) and not _RATE_OF.match(words)

    def opens(self, words: str) -> bool:
        """Say whether the words of a clause in front of a number only lead to it, so that it is the subject."""
        return bool(_OPENS.search(words))

    def resumes(self, words: str) -> bool:
        """Say whether the words between two percentages only take the first one up again: "now it is"."""
        return bool(_RESUMES.search(words))

    def joins(self, words: str) -> bool:
        """Say whether the words between a time and a number begin another statement."""
        return bool(_JOINS.search(words))

    def turns_to_now(self, words: str, *, as_of: bool) -> bool:
        """Say whether the words between a time and a number turn to what holds now: "and owes its banks"."""
        return bool(_NOW.search(words)) or (as_of and ";" in words) or bool(_HABIT.search(words))

    def present(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether the verb of a clause is in the present, and tells what holds now."""
        for mark in reading.between(start, end, Cue.VERB, Cue.SHARE, Cue.LEVEL, Cue.GROWTH, Cue.STATUS):
            word = reading.text[mark.start : mark.end].lower()
            if mark.cue is Cue.STATUS:
                return False
            if word not in _NO_VERBS:
                told = bool(_TAKEN_UP.search(reading.text[start : mark.start])) or word in _PAST
                perfect = _PERFECT.match(reading.text[mark.end : mark.end + _NEAR])
                return bool(_PRESENT.match(word)) and not told and not perfect
        return False

    def moves(self, reading: Reading, position: int) -> bool:
        """Say whether what follows a place at once tells of a move or standstill: "seven gained, three were flat"."""
        near = reading.between(position, position + _LONGEST_MOVE, Cue.GROWTH, Cue.VERB)
        return any(mark.start == position + 1 for mark in near)

    def restates(self, words: str) -> bool:
        """Say whether the words between two numbers say the first one again: ", or"."""
        return bool(_AGAIN.match(words))

    def measures(self, words: str) -> bool:
        """Say whether a noun phrase is one that measures: "parcel volume", not what is counted."""
        return words.rsplit(maxsplit=1)[-1].lower() in MEASURES

    def when(self, words: str) -> bool:
        """Say whether the words behind a span of time tell of its end: "between 2022 and 2025, when they hit"."""
        return words.lower().startswith((", when ", " when "))

    def per(self, words: str) -> bool:
        """Say whether the words behind a number only say per what it is: "a month"."""
        return bool(_PER.match(words))

    def counts_again(self, words: str) -> bool:
        """Say whether a clause takes up what was counted before as its subject: "the number had passed"."""
        return bool(_COUNTED_AGAIN.search(words))

    def joined(self, words: str) -> bool:
        """Say whether the words between two numbers join what they count into one subject: "volunteers and"."""
        return bool(_JOINED.match(words))

    def located(self, words: str) -> bool:
        """Say whether the words behind a distance say where something lies: "60 kilometers north of"."""
        return bool(_LOCATED.match(words))

    def contrasts(self, words: str) -> bool:
        """Say whether the words in front of a clause set it against the one before: ", while"."""
        return bool(_CONTRAST.search(words))

    def supplies(self, words: str) -> bool:
        """Say whether the words between a place and a share say that it sends or takes the share: "supplied"."""
        return bool(_SUPPLIES.match(words))

    def relative(self, before: str, behind: str) -> bool:
        """Say whether a time stands at the end of a relative clause, behind which the verb of the main one follows."""
        return bool(_MAIN_VERB.match(behind)) and bool(_RELATIVE.search(before[-_LONGEST_CLAUSE:]))

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status and a number end its reach."""
        return any(not _ADDS_UP.match(match.group()) for match in _BREAK.finditer(gap))

    def predicates(self, gap: str, word: str) -> bool:
        """Say whether a word of status behind a number tells of what it counts: "40 firms will", "9 are planned"."""
        passive = gap.lower().endswith((" are ", " is ", " be ")) or word.lower().startswith(("are ", "is "))
        plain = passive or bool(_TOLD_OF.match(word))
        return plain and bool(_NOUN_ONLY.match(gap)) and not _AND.search(gap)

    def aside(self, gap: str) -> bool:
        """Say whether the words between two things turn to tell about the first."""
        return bool(_ASIDE.search(gap))

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again."""
        return bool(_HABIT.search(words))

    def of_all(self, words: str) -> bool:
        """Say whether the words in front of a number make it the whole that parts are taken of."""
        return words.lower().endswith(("of the ", "of its ", "of all "))

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces."""
        return words.lower() in {"pieces", "units", "items", "sets", "boxes", "pairs"}

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects, time expressions and what introduces them left out."""
        for period in reading.periods:
            if start <= period.start and period.end <= end:
                leading = period.start - start <= _LEADING_PERIOD
                start, end = (period.end, end) if leading else (start, period.start)
        found: list[tuple[int, int]] = []
        at = start
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

    def column(self, head: str) -> Column:  # noqa: ARG002  English tables are told in prose
        """Give what the head of a table's column says of the numbers under it: nothing yet known in English."""
        return Column()

    def beside(self, reading: Reading, index: int, role: Role, kind: str, floor: int) -> tuple[int, int] | None:
        """Give the words right beside a number, or the object of its verb, that name what it measures."""
        mention = reading.mentions[index]
        if kind == "share":
            later = list(reading.mentions[index + 1 :])
            if later and reading.text[mention.end : later[0].start].strip() in {"of the", "of", "of its"}:
                later = later[1:]
            if later and _IS_AGED.match(reading.text[mention.end : later[0].start]):
                later = later[1:]
            following = later[0].start if later else len(reading.text)
            return subjects.part(reading, mention, floor, min(following, mention.end + _FARTHEST))
        return beside.beside(reading, mention, role, kind, floor)


_FARTHEST = 240
_IS_AGED = pattern(r"^ of [\w' -]+ (?:are|is|were|was) (?:aged )?$")


def _is_preposition(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether "over", "under" compare nothing: only right behind a percent, points or money do they."""
    if text[mark.start : mark.end].lower() not in {"over", "under", "above", "below"}:
        return False
    return bool(_SPANNING.match(text[mark.end : mark.end + 24])) or not any(
        other.end == mark.start - 1 and other.unit in {"percent", "percentage_point", "index_point", "CNY", "USD"}
        for other in found
    )


_SPANNING = pattern(
    r"\s(?:the (?:next|past|last|coming|following|course|same|first|period|year|decade|weekend|holiday)\b"
    r"|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|[0-9]+)[ -](?:\w+ )?(?:years?|months?|weeks?"
    r"|days?"
    r"|decades?|quarters?|period|hours?)\b)"
)


def _is_no_status(text: str, mark: Mark, spans: Sequence[Spanned]) -> bool:
    """Say whether a word of status is a month, or a thing."""
    month = any(span.start < mark.end and mark.start < span.end for span in spans)
    return month or _is_thing(text, mark)


def _is_thing(text: str, mark: Mark) -> bool:
    """Say whether a word of status is a noun that something is given in: "$3 billion in pledges"."""
    return bool(_THINGS.match(text[mark.start : mark.end]) and _GIVEN_IN.search(text[: mark.start][-8:]))


_THINGS = pattern(r"(?:pledges|plans|targets|forecasts|projects|projections)$")
_GIVEN_IN = pattern(r"\b(?:in|of|with)\s$")


_NAME_BEFORE = pattern(r"(?:^|[a-z,] )(?P<word>(?-i:[A-Z][A-Za-z]+)) $")
_NAME_BEHIND = pattern(r"^ (?-i:[A-Z][a-z]+)")


def _is_name(text: str, mention: Mention) -> bool:
    """Say whether a number is part of a name written with capitals: "the Vortex 900 Pro", "the Four Modernizations"."""
    start, end = mention.numeral.start, mention.numeral.end
    behind = _NAME_BEHIND.match(text[end : end + 16])
    if behind is None or (mention.certain and mention.unit != "count"):
        return False
    if mention.numeral.form == "words":
        return text[start].isupper() and start > 0 and text[start - 2 : start - 1] not in {".", '"', ":", ""}
    before = _NAME_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before.group("word").lower().rstrip(".") not in MONTHS


_JAPANESE = pattern(r"\b(?:Japan|Japanese|yen)\b")


def _in_yen(text: str, mention: Mention) -> Mention:
    """Give a sum behind the sign ¥ as yen, where a sentence tells of Japan."""
    signed = mention.unit == "CNY" and text[mention.numeral.start - 1 : mention.numeral.start] == "¥"
    return replace(mention, unit="JPY") if signed else mention


_BACK_FAR = 48
_SAID_ON = pattern(
    r"\b(?:said|says|announced|reported|noted|revealed|disclosed|told (?:reporters|[A-Z]\w+|an? [a-z ]{3,24}|the [A-Za-z ]{3,24}))"
    r"(?: here| late| early)?\s$"
)


_POSTMODIFIERS = frozenset({
    "for", "from", "in", "at", "by", "to", "bound", "run", "owned", "sold", "sent", "made", "with", "on", "of", "that", "who",
    "which", "based", "registered", "operated", "handled", "through", "abroad",
})  # fmt: skip
_PART_END = pattern(r"(?:, |; |\(|\bnumber of )")


def _last_part(words: str) -> int:
    """Give where the last part of a sentence begins, behind its last comma or "number of"."""
    return max((match.end() for match in _PART_END.finditer(words)), default=0)


def _tells_when(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether "earlier" dates something ("a year earlier"), for only right behind a count of days it compares."""
    if text[mark.start : mark.end].lower() not in {"earlier", "later", "sooner"}:
        return False
    return not any(other.end == mark.start - 1 for other in found)


def _reaching(text: str, mark: Mark, found: list[Mention]) -> Mark:
    """Give "slipped" as a word for a level where a bound follows that is reached: "slipped below 30 percent"."""
    if mark.cue is not Cue.GROWTH:
        return mark
    reached = any(
        other.start == mark.end + 1 and _PASSED.match(text[other.start : other.start + 12]) for other in found
    )
    return replace(mark, cue=Cue.LEVEL, value="") if reached else mark


def _lowering(text: str, mark: Mark) -> Mark:
    """Give "lower" as a verb of growth behind "will" or "to": "will lower its tariff"."""
    if mark.cue is not Cue.DIFFER or text[mark.start : mark.end].lower() != "lower":
        return mark
    verb = _MODAL.search(text[max(0, mark.start - _BACK) : mark.start])
    return replace(mark, cue=Cue.GROWTH, value="down") if verb else mark


_BACK = 16
_MODAL = pattern(r"\b(?:will|would|to|could|may|might|should|can|must|did)\s$")


def _paced(text: str, mark: Mark) -> Mark:
    """Give the noun "growth" as a word for a pace where it is the subject of a verb: "growth is forecast to slow"."""
    noun = mark.cue is Cue.GROWTH and text[mark.start : mark.end].lower() in {"growth", "expansion"}
    return replace(mark, cue=Cue.PACE) if noun and _GOES_ON.match(text[mark.end : mark.end + _NEAR]) else mark


_LONGEST_MOVE = 24
_NEAR = 64
_GOES_ON = pattern(
    r"(?: rate| pace)?(?: (?:in|for) [a-z0-9 -]{2,32}?)? (?:swung|went|turned|sank|slid|[a-z]{3,}ed)\b|"
    r"(?: rate| pace)?(?: (?:this|last|next) (?:year|month|quarter)| (?:in|for) [a-z0-9 -]{2,32}?)? (?:is|was|will"
    r"|would|could"
    r"|may|might|should|has|had|slow\w*|eas(?:e|ed|es|ing)|accelerat\w*|pick\w* up|f[ae]ll\w*|r[io]s[ei]\w*|drop\w*"
    r"|remain\w*"
    r"|stay\w*|stood|stands?|c[ao]mes?|reach\w*|hit|averag\w*|moderat\w*|cool\w*|edg\w*|narrow\w*|widen\w*"
    r"|quicken\w*)\b"
)
_PASSED = pattern(r"^(?:below|above|under|past|beyond|short of)\b")


def _without_time(text: str, mention: Mention, spans: list[PeriodMark | PlaceMark]) -> Mention:
    """Give a number without a noun that is only a time or place: "190,000 TEUs in March"."""
    noun = mention.noun
    timed = noun and any(
        span.start <= noun[0] < span.end and (isinstance(span, PeriodMark) or span.end >= noun[1]) for span in spans
    )
    if noun is None or not timed:
        return mention
    return mention if text[mention.end : noun[0]].strip() not in {"in", "of"} else replace(mention, noun=None)


def _is_particle(text: str, mark: Mark) -> bool:
    """Say whether "up" or "down" belongs to a verb that tells of no growth: "took up", "swallowed up"."""
    if text[mark.start : mark.end].lower() not in {"up", "down"}:
        return False
    head = text[max(0, mark.start - 24) : mark.start].rstrip()
    return bool(_PHRASAL.search(head)) and not _MOVING.search(head)


_PHRASAL = pattern(
    r"\b(?:\w+ed|m[ae]de?|makes|making|t[ao]kes?|took|taken|taking|sets?|using|uses?|build|built|b[uo]y|bought"
    r"|eats?|ate"
    r"|puts?|gives?|gave|keep|kept|split|holds?|held|breaks?|broke|sat|stood|sign|signs|open|opens|grew)$"
)
_MOVING = pattern(
    r"\b(?:edged|moved|ticked|inched|jumped|headed|climbed|increased|nudged|pushed|crept|slipped|finished|ended"
    r"|closed)$"
)


def english(lexicon: Lexicon) -> English:
    """Make the English recognisers for a lexicon."""
    rows = [
        (phrase, Cue(cue), value)
        for cue, values in lexicon.cues["en"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]
    return English(lexicon, unit_words(lexicon), place_words(lexicon), phrase_table(rows))
