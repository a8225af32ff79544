"""Whether English words tell of now, of what was done, or of what happens again and again."""

from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Reading

_HABIT = pattern(
    r"\b(?:[Oo]n an? (?:good|bad|busy|slow|quiet) (?:day|week|month|night)|used to|usually|typically|normally"
    r"|generally|traditionally|every year|each year|always|often)\b"
)
_ABLE = pattern(
    r"\b(?:can|(?:is|are|be) able to|capable of|annual capacity to|(?:has|have|with) (?:room|space) for"
    r"|(?:can|and) employs?|does the (?:job|work) of)"
    r"(?: (?:[a-z]+|up to)){0,4} ?$"
)
"""What stands before how much something is built for: "a hub opened on June 3 can sort 120,000 pieces an hour"."""
ANY_FIRM = (
    r"(?:an? |any |each |every )?(?:[a-z-]+ ){0,2}?(?:compan(?:y|ies)|firms?|factor(?:y|ies)|exporters?|merchants?"
    r"|traders?|sellers?|shops?|business(?:es)?|buyers?|enterprises?) (?:that|which|who) [a-z]+\b"
)
"""Of whom an offer holds whenever: "will be set up this year, and a company that builds a warehouse can apply"."""
_NOW = pattern(
    r"(?:\band (?:(?:now|still|also|currently) )?|(?:;|, and|, but|,? while|, though) (?:[a-z'-]+ ){0,6}?)"
    r"(?:owes?|owns?|is|are|stands?|employs?|runs?|operates?|boasts?|holds?|costs|covers?|serves?|reach(?:es)?"
    r"|clears?|lives?"
    r"|sells?|ships?|needs?|uses?|makes?|keeps?|pays?|works?|houses?"
    r"|ha(?:s|ve)(?: also| since| now)?(?: been| put| set| taken| orders| contracts| stock| booked| [0-9a]|$))\b"
    rf"|(?:;|, and) {ANY_FIRM}"
    r"|, and (?:it |they |he |she )?already [a-z]+s?\b"
    r"|\badding that (?:[a-z'-]+ ){1,5}now\b"
    r"|, which (?:now |also |still )?"
    r"(?:handles|covers|serves|runs|holds|employs|houses|supports|offers|carries|takes|has|is) "
)
_WHICH = pattern(r", (?:which|who|whose) [^,;.]{3,60},")
_NO_VERBS = frozenset({
    "to", "at", "as", "by", "worth", "share", "shares", "share of", "a share of", "total", "record", "proportion",
    "says", "say", "adds", "add", "notes", "reckons", "reckon",
})  # fmt: skip
_NOUNS_TOO = frozenset({"use", "uses", "cost", "costs", "works", "work", "need", "needs", "hold", "run", "runs"})
_PAST = frozenset({"was", "less", "across"})
_HAVING = frozenset({"has", "have", "employs", "runs", "owns", "operates", "sells", "covers", "holds"})
"""What "it" does now, whatever time was told before: "It joined the list in 2018. It has 25 parks"."""
_NAMED_THING = pattern(r"(?:^|[\s\"“])(?:an?|the|each|every) (?:[a-z-]+ ){0,3}[a-z]{3,} $")
_TAKEN_UP = pattern(r"(?:^|[\s\"“])(?:this|it)\s$|(?:^|[\"“;,] ?)that\s$")
_PRESENT = pattern(
    r"(?:is|are|can|has|have|do|does|go|come|sell|send|use|run|make|makes? up|take|work|think|handle|walk|buy|see|pay"
    r"|need|want|keep|ask(?: for)?|swallow|eat up"
    r"|live|speak|rely|depend|face|prefer|travel|fly|serve|enter|account(?:s)? for|represent|employ|offer|charge"
    r"|earn|spend|hold|carry|cover|ship|produce|attract|contribute|supply|deliver|operate|provide"
    r"|receive|host|house|span|own|owe|lie|stand|exceed|welcome|measure|weigh|contain|include"
    r"|[a-z]+[^s]s(?: up| for| out)?)$"
)
_PERFECT = pattern(
    r"\s(?:[a-z]+ly |also |already |since |now |been |not )*(?:[a-z]+(?:ed|en|wn|done|nt|ld)|done|gone|set|put"
    r"|cut|hit|made|sold|met|won)\b"
)
_DONE = pattern(r"\b(?:and|but) (?:it |they |he |she )?(?:has|have) (?:already |also |now |so far )?[a-z]+")
_HAS_DONE = pattern(
    r"\b(?:has|have|had|'ve) (?:already |also |now |so far )?"
    r"(?:[a-z]+(?:ed|en|wn)|put|set|sold|brought|bought|made|built|got)\b"
    r"|\b(?:is|are|was|were|stands?|stood) already\b"
)
_ANNOUNCED = pattern(r"\b(?:has|have) (?:already )?(?:announced|scheduled|proposed|planned|filed for)\b")
"""What is done of something to come: "Carriers have announced an increase of $600 from 1 April"."""
_HAS_COME = pattern(
    r"\b(?:has|have|'ve) (?:[a-z]+ly |also |already |since |now |been |not )*"
    r"(?:[a-z]+(?:ed|[^e]en|wn)|seen|put|set|cut|hit|made|sold|won|met|spent|lost|gone|bought|brought|built|grown"
    r"|taken|risen)\b"
)
"""What has come about by now, which no closed time dates: "He has cut prices by"."""
_LASTED = pattern(
    r"\b(?:took|lasted|needed) [^.;]{1,40} on average\b|\b(?:took|lasted) (?:on average|an average of)\b|\baveraged\b"
)
_NEAR = 64
_PAYS = pattern(
    r"\b(?:plans?|planned|proposed?|proposes|will|would|recommended|recommends|declared|intends) [^.;]{0,60}dividend"
)


_SIZES = (
    ", costing ", ", built at a cost of ", ", being built at a cost of ", ", an investment of ",
    ", with an investment of ", ", with a total investment of ", ", with total investment of ",
    ", with a combined investment of ", "Built at a cost of ",
)  # fmt: skip
"""What stands in front of the cost of something, behind its name."""


_WITH_COST = (
    " with an investment of ", " with a total investment of ", " with total investment of ",
    " with a combined investment of ", " with a registered capital of ",
)  # fmt: skip
_TO_OPEN = (", opened", " opened", " was opened", " went into", " began operat")
"""What stands behind the cost of something of whose opening is told."""


class Tenses:
    """The English answers to what the verbs around numbers say of time."""

    def sizes_project(self, text: str, start: int, end: int) -> bool:
        """Say whether a number only sizes something named before it, of which more is told: "a mall, costing 9,"."""
        if text.startswith((", ", " ("), end) and text.endswith(_SIZES, 0, start):
            return True
        return text.startswith(_TO_OPEN, end) and text.endswith(_WITH_COST, 0, start)

    def present(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether the verb of a clause is in the present, and tells what holds now."""
        aside = _WHICH.search(reading.text[start:end])
        low, high = aside.span() if aside is not None else (0, 0)
        for mark in reading.between(start, end, Cue.VERB, Cue.SHARE, Cue.LEVEL, Cue.GROWTH, Cue.STATUS):
            if low <= mark.start - start < high:
                continue
            word = reading.text[mark.start : mark.end].lower()
            if (
                word.endswith("ed")
                and reading.text.startswith(" by ", mark.end)
                and _NAMED_THING.search(reading.text[start : mark.start])
            ):
                continue  # "A pen ordered by a hotel chain fetches 12 yuan"
            if mark.cue is Cue.STATUS:
                return False
            if word in {"is", "are"} and reading.text.startswith(" to ", mark.end):
                return False  # "are to be fostered by then"
            if word == "think" and not mark.start:
                return False  # "Think four halls!" of a fair to come
            if word in _NOUNS_TOO and reading.text.startswith(" of ", mark.end):
                continue  # "Actual use of foreign capital dropped"
            if word not in _NO_VERBS:
                again = word not in _HAVING and bool(_TAKEN_UP.search(reading.text[start : mark.start]))
                told = again or word in _PAST
                perfect = _PERFECT.match(reading.text[mark.end : mark.end + _NEAR])
                return bool(_PRESENT.match(word)) and not told and not perfect
        return False

    def turns_to_now(self, words: str, *, as_of: bool) -> bool:
        """Say whether the words between a time and a number turn to what holds now: "and owes its banks"."""
        return bool(_NOW.search(words)) or (as_of and ";" in words) or self.habitual(words)

    def turns_to_done(self, gap: str) -> bool:
        """Say whether the words between a plan and a number turn to what is done already."""
        return bool(_DONE.search(gap))

    def is_done(self, words: str) -> bool:
        """Say whether the words around a number tell what has been done: "I have rented | booths"."""
        return bool(_HAS_DONE.search(words)) and _ANNOUNCED.search(words) is None

    def has_come(self, words: str) -> bool:
        """Say whether the words before a number tell of what has come about by now: "He has cut prices by"."""
        return bool(_HAS_COME.search(words))

    def is_built(self, _words: str) -> bool:
        """Say no: a size behind a time that runs up to now is one that holds."""
        return False

    def lasted(self, words: str) -> bool:
        """Say whether a clause tells how long things took on average: "First-instance trials took 98 days"."""
        return bool(_LASTED.search(words))

    def ages(self, _words: str) -> bool:
        """Say no: an age stands behind a name, or is joined to its noun by a hyphen."""
        return False

    def sums_up(self, _words: str) -> bool:
        """Say no: a milestone is told by its ordinal."""
        return False

    def parted(self, _words: str) -> bool:
        """Say no: the whole is told by the words in front of its number."""
        return False

    def deed(self, _words: str) -> int:
        """Give none: what was done with the things counted is never told so in English."""
        return 0

    def rules(self, _words: str) -> bool:
        """Say no: the tense of its verb says whether a measure is in force."""
        return False

    def grants(self, _words: str) -> bool:
        """Say no: the tense of its verb says whether a measure is in force."""
        return False

    def tells_results(self, _words: str) -> bool:
        """Say no: the verb itself says that somebody still foresees."""
        return False

    def answers(self, _words: str) -> bool:
        """Say no: the verb is read as what a part does."""
        return False

    def pays_dividend(self, words: str) -> bool:
        """Say whether a sentence tells of a dividend to be paid: "will pay a dividend of 3.3 yuan"."""
        return "dividend" in words and _PAYS.found_in(words)

    def pays_out(self, words: str) -> bool:
        """Say whether the words behind a plan are of a dividend: "plans to pay a cash dividend of 3.30 yuan"."""
        return "dividend" in words

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again, or what something is able to do."""
        return bool(_HABIT.search(words) or _ABLE.search(words))
