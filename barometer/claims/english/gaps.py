"""What English words between two things, or beside a number, mean: a list, a turn to now, a share taken up again."""

from barometer.claims.english.asides import turns_aside
from barometer.claims.english.panels import Panels
from barometer.claims.english.phrases import MEASURES
from barometer.claims.english.set_against import FROM_PACE
from barometer.claims.english.tenses import ANY_FIRM, Tenses
from barometer.claims.english.whereabouts import Whereabouts
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import Cue, Reading

_COORDINATION = pattern(r"\s*(?:,|and|, and|or|&|;|and (?:of|by))?\s*$")
_TOUCH = pattern(
    r"\s*(?:(?:by|of|a|an|the|as|another|further|only|just|already|some|about|to|record|current|present|existing|high"
    r"|sharply|slightly|steadily|even|net|year-on-year|year on year|month-on-month|robust|combined|total|whopping"
    r"|total of|mere|modest|nearly|its|annual|average|is|was|:|percent|%|up|in at|also|the most,|most,|the least,"
    r"|between|anything from|anywhere from|somewhere between|anywhere between|anything between)\s+)*[-+]?$"
)
_OTHER_SUBJECT = pattern(
    r"\s*(?:,|;|and|while|but|, and|, while|; and)\s+(?-i:[a-z])[\w'-]*\s+(?:[\w'-]+\s+){0,5}$"
    r"|\s*(?:, (?:the|its|their) [a-z ]{3,40})?, followed by (?:[\w'-]+\s+){1,5}(?:(?:with|at)\s+|\()$"
    r"|\s*\)(?:,| and|, and) (?:followed by |then )?(?:[\w'-]+\s+){1,5}\($"
)
_NEXT_NAMED = pattern(
    r"[^;.0-9]{0,64}?, followed by (?:[\w'-]+\s+){1,5}(?:with|at)\s+$"
    r"|\s*,?\s*(?:and|while|but) those (?:from|to|of|in) (?:(?:abroad|overseas|elsewhere|home)\s+"
    r"|(?:the )?(?:(?-i:[A-Z])[\w'-]*\s+){1,3})(?:by\s+)?$"
)
_TWO_NOUNS = pattern(r"^ ?(?:[a-z]+s )?and (?:[a-z-]+ )?[a-z]+s $")
_NOUN_ONLY = pattern(r",?\s*(?:[a-z'-]+\s+){0,3}$")
_ADDS_UP = pattern(
    r", (?:covering|spanning|taking|bringing|lifting|raising|pushing|boosting|expanding|cutting|adding|implying"
    r"|meaning|representing|leaving|giving|yielding)$"
)
_AND = pattern(r"\b(?:and|in|of|with|to|for|they|it|he|she|we|who|said|says|say)\s")
_TOLD_OF = pattern(
    r"(?:will|would|could|may|might|should|'ll|(?:analysts|economists|forecasters|traders|brokers) .+"
    r"|[a-z]+(?: in)? by (?:the )?(?:analysts|economists|forecasters|traders|brokers).*"
    r"|[a-z]+ (?:in|by) (?:a|the) (?:\w+ )?(?:poll|survey))$"
)
_OPENS = pattern(
    r"(?:^|,|\b(?:now|found|finds|showed|shows|that|where|and|but|while|whereas|only|just|some|another"
    r"|a further|about|of whom|of which))\s*$"
)
_RESUMES = pattern(
    r"\b(?:now )?(?:they|these) (?:now |currently )?(?:are|were|make up|made up)\b[^,;]*$"
    r"|\b(?:it|this|that|the (?:figure|share|proportion|percentage|ratio|number)) (?:now |currently )?"
    r"(?:is|was|has|had|will|would|could|may|stood|stands|rose|fell|dropped|grew|climbed|slipped|reached|hit|used to"
    r"|takes?|took)\b[^,;]*$"
    r"|\b(?:it|that)'s (?:now |only |just )?$"
    r"|\b(?:does|do|did) (?:it|that) in $"
    r"|\b(?:now|today),? there (?:is|are) $"
)
_LASTING_STOCK = pattern(
    r"^ (?:days|weeks|months|hours|minutes|years) (?:rather than|instead of) "
    r"|"
    r"^ (?:days|weeks|months|hours|years)['’]?(?: worth)? (?:of )?(?:sales|supply|supplies|stocks?|inventor(?:y|ies)"
    r"|demand"
    r"|consumption|imports|work|production|output|cover|credit|notice|payment terms"
    r"|training|leave|use|orders|turnover|talks|schooling)\b"
)
_RATE_OF = pattern(r"^\s*of (?:its |their |full |total |the )?(?:capacity|GDP growth|nameplate)\b")
_AGAIN = pattern(
    r"(?: [a-z]+ed)?(?: year[- ]on[- ]year)?(?: of (?:them|these|those|the total|it))?,?(?: and)? (?:or|equal to"
    r"|equivalent to|which is"
    r"|that is|an average of|averaging)(?: some| about"
    r"| roughly| nearly)?\s$|\s\($"
)
_AIM = r"(?:the |its |their |an? |this year's )(?:[a-z-]+ ){0,2}(?:goal|target|plan|quota)"
_AIM_OF = pattern(rf"\b(?:of|exceeding|surpassing|beating|above|below|against|short of|missing) {_AIM} of$")
_OF_AIM = pattern(rf"^ of {_AIM}\b")
_QUOTED = pattern(
    r"\b(?:hall|warehouse|cent(?:re|er)|site|yard|plant|factory|store|shop|park|hub|building|workshop|stall|booth|base)"
    r" of (?:about |around |some |nearly |over |more than )?$|"
    r"\bquoted (?:in (?-i:[A-Z])[\w ]+ )?at\s$|\bquoted (?:in (?-i:[A-Z])\w+ )?at [^.;]* and the [a-z ]+ at\s$"
)
_OF_WHOLE = pattern(
    r"^ of (?:all|the total|the (?:[a-z-]+ )?total|the (?:city|province|country|world|nation|county)'s|its total)\b"
)
_WATCHED = pattern(
    r"^ (?:[a-z-]+ ){0,2}?(?:routes|(?:sub-?)?categories|sub-?ind(?:ices|exes)|varieties)\b"
    r"(?:[^.;]{0,24}?,? (?:[0-9]+|[a-z]+) ?(?:of them )?)?"
    r" ?(?:rose|fell|gained|declined|dropped|advanced|climbed|slipped|were up|were down)\b"
)
_LONGEST_OF = 7
_LONGEST_WATCHED = 40
_OF_FAIR = pattern(
    r"^(?:Held [^,;]{3,40}, )?(?:the|this year's) (?:[a-z-]+ )?(?:fair|expo|exhibition|show|event|edition)\b"
    r"|^(?:[A-Za-z]+ ){0,3}[0-9][0-9,]* (?:[A-Za-z-]+ )?(?:exhibitors|visitors) (?:from|came|attended|took|were)\b"
)
_SINCE_THEN = pattern(
    r"^[^.;,]{0,60} since (?:it|they|he|she|we|i|then|the [a-z ]+? (?:was|were|opened|began|started))\b"
)
_JOINS = pattern(r"\b(?:and|after|following|against|versus|compared with|than|but|while|though|despite)\b")
_PER = pattern(r"\s(?:(?:a|an|per|each) (?:metric |square |cubic )?[a-z-]+|apiece|each|on average)\s?$")
_WILL = pattern(r"(?:will|'ll|(?:are|is) (?:due|set|scheduled|to)|due to|scheduled to|plans? to|planned to)\b")
_SHARES_ON = pattern(r"\s?(?:,|;|and|, and|; and|, while|while) (?:the |those in )?[\w' &-]{2,40} for (?:another )?$")
_COUNTED_AGAIN = pattern(
    r"\b(?:the|that|this|their) (?:number|total|figure|tally|count)(?: (?:in|for|by|since) [\w ]{2,32}?)? (?:is|was"
    r"|has|had|will|would|could|may|stood"
    r"|stands|rose|fell"
    r"|dropped|grew|climbed|reached|hit|passed|topped|exceeded|to)\b"
)
_JOINED = pattern(r"\s?(?:[a-z-]+ ){0,3}and $")
_LONGEST_CLAUSE = 80
_FOR_NEXT = pattern(r"^ for [\w' -]{2,32}(?:,| and|, and) $")
"""What stands between two changes of several things: "growth of 7 percent for GDP and 10 percent for trade"."""
_RELATIVE = pattern(
    r"\b(?:that|which|who|where)\b [^,;.]+$"
    r"|, which [^,;]{3,70} and (?:is|was|are|were|has|had|will) [^,;]{2,40}$"
    r"|, (?:opened|founded|launched|built|completed|established|inaugurated|set up|started|formed|acquired|listed"
    r"|unveiled) [^,;.]*$"
    r"|^(?-i:[A-Z])[^,;.]{3,80}, (?:the|its|an?|their) [^,;.0-9]*$"
    r"|^[\s\"“]*(?:an?|the|its) (?:[a-z-]+ ){0,2}?(?:plan|notice|document|blueprint|guideline|policy|report)s?"
    r" (?:issued|released|published|unveiled|announced|adopted|approved|signed)\s*$"
    r"|^[\s\"“]*(?:an?|the|its|our|their) (?:[a-z\"”“-]+ ){1,4}?(?:installed|introduced|built|opened|launched"
    r"|set|signed|adopted|unveiled|completed|bought|founded|issued|agreed)(?: by [\w' ]{3,40}?)?\s*$"
)
_OPENED_ON = pattern(
    r", which (?:opened|was opened|was founded|was set up|was launched|started|began)(?: [a-z]+){0,2} ?$"
)
"""What tells of a place when it opened, in front of its figures: "a hall, which opened on June 18, 57 exhibitors"."""
_ONLY_WHEN = pattern(r"^ (?:so far )?(?:this|last) (?:year|month|week|season)(?:[.,;]|$| (?:and|but|so)\b)")
_WHERE = pattern(r"\bwhere\b [^,;.]+$")
_MAIN_CLAUSE = pattern(r"^, (?:the|its|their|an?) [a-z]")
_MAIN_VERB = pattern(
    r"^, and [a-z ]{3,30} (?:has|have) "
    r"|^,? (?:has|have|is|are|will|now|can|lets?|cuts?|handles?|makes?|takes?)\b|^, [a-z]+(?:s|ed)\b"
    r"|^ (?:[a-z]+ed|sold|took|drew|made|sent|won|cut|paid|brought|held) "
)
_SHARE_OF = pattern(
    r"\s*(?:of\b|share\b|from (?:any|each) (?:single |one )?[a-z]"
    r"|(?:recycled|organic|imported|local|domestic) (?:content|materials?|parts)\b"
    r"|(?:are|were) (?:about|from|for|due|women|men|made|owned|run|caused)\b"
    r"|(?:equity |controlling |minority |majority )?(?:stake|shareholding|holding)\b)"
)
_BREAK = pattern(
    r",\s(?:\w+ing|having|who|which|whose|while|but|where|(?:up|down) from|compared|after|from)\b|;|\bwho\b|\bwhich\b"
    r"|\bafter\b|, and that\b|, and [a-z ]{3,60} can (?:apply|receive|claim|get)\b"
    rf"|, and {ANY_FIRM}"
    r"|\bbecause\b|\b(?:even )?though\b|\balthough\b|\b(?:exemption|waiver|exempting|exempts) (?:for|of|on) "
    r"|\band now\b|\bthat has\b|\bhad already\b|,\s(?:and|but)\s*$"
    r"|, and (?:it |they |he |she )?already\b"
    r"|\band (?:has|have|had|says?|said|adds|added)\b"
    r"|\b(?:poll|survey) of $"
)
_PACED = pattern(
    rf"(?:^|[, ]){FROM_PACE}|^[^0-9;]{{0,96}}\s*,"
    r" (?:down|up)(?: [a-z]+ly)? from (?:the )?$"
)
_TAKES_UP = pattern(
    r"^[\s\"“]*(?:that|it)(?:'s| is| was) (?:about |some |around |nearly |almost |over |more than )?$|"
    r"^[\s\"“]*(?:(?:but|and|so) )?(?:now|last time|today|yesterday|currently|this year|last year|before|back then"
    r"|at first"
    r"|these days|in [0-9]{4}(?:, when [^,.;]{3,60})?|by (?:rail|road|sea|air|truck|train|ship)"
    r"|in the same period(?: of (?:last year|[0-9]{4}))?|when [^,.;]{3,40},|when [a-z ]{3,40}?(?:opened|began|started)"
    r"|(?:this|last) (?:spring|summer|autumn|winter|month|week)|(?:a|one|two|three|five|ten) years? ago"
    r"|(?:around|for) (?-i:[A-Z])[\w' ]{2,24}|on a (?:busy|normal|good|bad|quiet) day),?"
    r" (?:it|that|they|we|i|you|he|she|the (?:average|number|figure|total|price)|there)"
    r"(?:'s| is| was| are| were| takes?| took| needed| needs?| had| has| have| paid| pays?| costs?| charged?"
    r"| promised?| gets?| got| makes?| made| earns?| earned| does it in| keeps?| employs?| bought| sold| sells?"
    r"| loads?| shipped| ships?)"
    r" (?:(?:maybe|perhaps|about|just|only|almost|nearly|around|barely|fewer than|less than|more than|over|under) )?$"
    r"|(?:^|[\s\"“])it used to (?:be|take|cost) (?:(?:about|around) )?$"
    r"|^[^.;]{1,60}\b(?:aims?|hopes?|plans?|wants?|intends?) to (?:have|own|operate|reach)"
    r" (?:(?:about|at least|some|around|nearly|more than|over) )?$"
)
_LONGEST_MOVE = 24
_COMPARED = pattern(
    r"\s(?:as|the|that|those|its|their|his|her|our|what|last|this|normal|usual|average|more|higher|larger|greater"
    r"|faster|bigger"
    r"|increased|longer|lower|of|higher|over|than|year|(?-i:[A-Z][a-z]+'s)|(?:19|20)[0-9]{2})\b"
)
_HELD = pattern(r"\b(?:ran|runs|running|was held|is held|took place|takes place|lasted) $")
_OF_OTHERS = pattern(r"^ (?:for|among|in|at) (?:those|the (?:rest|other)|other)\b")
_DEALS = pattern(
    r"\b(?:I|we|she|he|they) (?:(?:had|have|also|already|only|just|even) )?"
    r"(?:ordered|sold|bought|made|shipped|sent|took|taken)(?: (?:only|just|about|over|nearly))? $"
)
_DEALT = pattern(r"^(?:[.,;!]|$| (?:and|but|by|so far|last|this|in|for|from|to|a day|a month|a week|each)\b)")
_FAIR_CLOSED = pattern(
    r"^[^.;]{0,120}\b(?:fair|expo|exhibition|show|festival|season|rush|holidays?)\b, which (?:has |had )?"
    r"(?:closed|opened|ended|concluded|wrapped up|kicked off|ran|lasted|was held)(?: [a-z]+){0,2} $"
)
_OF_WHOSE = Brief(r"\b[Oo]f (?:the )?[A-Za-z]{2,20}'s $")
"""What makes a number the whole of something named: "Of the index's 21 routes, six rose"."""
_WORTH = pattern(
    r"\bloans (?:of )?$|"
    r"\b(?:parcels|packages|shipments|items|goods|consignments|imports|orders)(?:,? (?:each |individually )?)?"
    r" (?:worth|valued at|with a value of|costing)(?: [a-z]+){0,3} $"
)
_FIRMS_WITH = pattern(
    r"\b(?:firms|companies|exporters|sellers|businesses|enterprises|those|merchants|shops)"
    r"(?:[^,;.]{0,24})? (?:with|whose)"
    r" (?:an? )?(?:annual |yearly )?(?:sales|exports|turnover|revenue|output|income)(?: (?:of|are|is|was|were))?"
    r"(?: [a-z]+){0,3} $"
)
_TASKS = pattern(
    r"^ ?(?:(?:key|major|specific|main|concrete|policy|new|priority) )?"
    r"(?:tasks|measures|fields|areas|aspects|steps|sectors|respects|policies|articles)\b"
)
_SETS_OUT = pattern(
    r"\b(?:lists|sets out|contains|comprises|includes|outlines|spells out|details|consists of|features|has)"
    r" (?:[a-z]+ )?(?:(?:[0-9]+|[a-z]+) [a-z ]{3,24} (?:in|across|covering) )?$"
)


class Gaps(Panels, Whereabouts, Tenses):
    """The English answers to what the words around numbers say."""

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them."""
        return bool(_COORDINATION.match(gap))

    def elides(self, gap: str) -> bool:
        """Say whether the words between two changes only name another subject: "and exports 9 percent"."""
        return bool(_OTHER_SUBJECT.match(gap) or _FOR_NEXT.match(gap))

    def names_next(self, gap: str) -> bool:
        """Say whether the words between two changes only name who is next: "followed by bags with"."""
        return bool(_NEXT_NAMED.match(gap))

    def changes_all(self, words: str) -> bool:
        """Say whether a base at the head of a sentence holds for all of it: "After the factory switched"."""
        return words.lower().startswith(("after ", "since the ", "since its ", "since they ", "since we "))

    def touches(self, gap: str) -> bool:
        """Say whether a cue and a number with these words between stand side by side."""
        return bool(_TOUCH.match(gap))

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is."""
        return words.startswith("-") or bool(_LASTING_STOCK.match(words))

    def of_others(self, behind: str) -> bool:
        """Say whether a figure set against another is of others at the same time: "91,060 yuan for those in towns"."""
        return bool(_OF_OTHERS.match(behind))

    def deals(self, lead: str, behind: str) -> bool:
        """Say whether a bare number stands where goods would that are dealt in: "I ordered 10,000 and"."""
        return bool(_DEALS.search(lead)) and bool(_DEALT.match(behind))

    def one(self, lead: str) -> bool:
        """Say whether an article stands in front of a number, so that the noun behind it is one thing: "a 4% drop"."""
        return lead.lower().endswith((" a ", " an "))

    def share_of(self, words: str) -> bool:
        """Say whether the words right behind a percent make it a share."""
        return bool(_SHARE_OF.match(words)) and not _RATE_OF.match(words)

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status and a number end its reach."""
        if _FAIR_CLOSED.search(gap):
            return False  # "deals worth 3 million dollars at the fair, which closed here on Friday"
        return any(not _ADDS_UP.match(match.group()) for match in _BREAK.finditer(gap))

    def turns_pace(self, gap: str) -> bool:
        """Say whether the words between a growth and a percent turn to what its pace was: ", slowing from"."""
        return bool(_PACED.search(gap))

    def predicates(self, gap: str, word: str) -> bool:
        """Say whether a word of status behind a number tells of what it counts: "40 firms will", "9 are planned"."""
        passive = gap.lower().endswith((" are ", " is ", " be ")) or word.lower().startswith(("are ", "is "))
        plain = passive or bool(_TOLD_OF.match(word))
        if plain and word.lower() == "will" and _TWO_NOUNS.match(gap):
            return True  # "14 forums and matchmaking sessions will be held"
        return plain and bool(_NOUN_ONLY.match(gap)) and not _AND.search(gap)

    def of_rule(self, text: str, clause: int, start: int, end: int) -> bool:
        """Say whether a number only bounds or counts what a rule is about: "parcels worth $800 or less", "26 tasks"."""
        before = text[clause:start]
        if _WORTH.search(before) is not None or _FIRMS_WITH.search(before) is not None:
            return True
        return _TASKS.match(text[end:]) is not None and _SETS_OUT.search(before) is not None

    def aside(self, gap: str) -> bool:
        """Say whether the words between two things turn to tell about the first."""
        return turns_aside(gap)

    def of_all(self, words: str) -> bool:
        """Say whether the words in front of a number make it the whole that parts are taken of."""
        lead = ("of the ", "of its ", "of all ", "out of ", "among the ")
        return words.lower().endswith(lead) or words.strip() == "Of" or _OF_WHOSE.search(words) is not None

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces."""
        return words.lower() in {"pieces", "units", "items", "sets", "boxes", "pairs"}

    def opens(self, words: str) -> bool:
        """Say whether the words of a clause in front of a number only lead to it, so that it is the subject."""
        return bool(_OPENS.search(words))

    def resumes(self, words: str) -> bool:
        """Say whether the words between two percentages only take the first one up again: "now it is"."""
        return bool(_RESUMES.search(words))

    def takes_up(self, lead: str) -> bool:
        """Say whether a sentence opens on what the one before it told: "Now it is", "Today it's"."""
        return bool(_TAKES_UP.match(lead))

    def joins(self, words: str) -> bool:
        """Say whether the words between a time and a number begin another statement."""
        return bool(_JOINS.search(words))

    def priced(self, words: str) -> bool:
        """Say whether the words in front of a bare number make it a sum of money: "the new one cost"."""
        return bool(_PRICED.search(words))

    def moves(self, reading: Reading, position: int) -> bool:
        """Say whether what follows a place at once tells of a move or standstill: "seven gained, three were flat"."""
        near = reading.between(position, position + _LONGEST_MOVE, Cue.GROWTH, Cue.VERB)
        return any(mark.start == position + 1 for mark in near)

    def restates(self, words: str) -> bool:
        """Say whether the words between two numbers say the first one again: ", or"."""
        return bool(_AGAIN.match(words))

    def aims(self, before: str, behind: str) -> bool:
        """Say whether a number is the goal of the one before it, or a share of that goal: "of its target of"."""
        return bool(_AIM_OF.search(before.rstrip()) or _OF_AIM.match(behind))

    def of_whole(self, words: str) -> bool:
        """Say whether the words behind a percent name the whole that it is a share of: "of the total"."""
        return bool(_OF_WHOLE.match(words))

    def lasting(self, words: str, *, counted: bool = False) -> bool:
        """Say whether a sum or size behind these words holds as it is: a price quoted, a plot, what a project costs."""
        return not counted and bool(_QUOTED.search(words))

    def of_fair(self, words: str) -> bool:
        """Say whether a sentence opens on the fair told of before: "Held in May, the fair"."""
        return bool(_OF_FAIR.match(words))

    def of_market(self, text: str, start: int, end: int) -> bool:
        """Say whether a count is the whole of what is watched, of which some rose: "15 of its 21 routes fell"."""
        if not text[max(0, start - _LONGEST_OF) : start].lower().endswith(("of the ", "of its ", "of all ", "of ")):
            return False
        return _WATCHED.match(text[end : end + _LONGEST_WATCHED]) is not None

    def sizes(self, gap: str) -> bool:
        """Say whether a size is that of the things just counted: "2,900 warehouses, with a total area of"."""
        return gap.endswith(" with a total area of ")

    def since_then(self, words: str) -> bool:
        """Say whether the words behind a figure say since what it holds, without a date: "since it opened"."""
        return bool(_SINCE_THEN.match(words))

    def measures(self, words: str) -> bool:
        """Say whether a noun phrase is one that measures: "parcel volume", not what is counted."""
        return words.rsplit(maxsplit=1)[-1].lower() in MEASURES

    def when(self, words: str) -> bool:
        """Say whether the words behind a span of time tell of its end: "between 2022 and 2025, when they hit"."""
        return words.lower().startswith((", when ", " when "))

    def will(self, words: str) -> bool:
        """Say whether words begin with one of what will be done: "will open", "are due to"; not "is expected"."""
        return bool(_WILL.match(words))

    def shares_on(self, gap: str) -> bool:
        """Say whether the words between two shares only name who has the next: ", Jinhua for 17 percent"."""
        return bool(_SHARES_ON.match(gap))

    def per(self, words: str) -> bool:
        """Say whether the words behind a number only say per what it is: "a month"."""
        return bool(_PER.match(words))

    def of_them(self, words: str) -> bool:
        """Say whether a number is one of those told of: "3,100 of them"."""
        return words.startswith(" of them")

    def compares(self, words: str) -> bool:
        """Say whether the words behind "3 times" make it a ratio: "as many as", "the level of"."""
        return bool(_COMPARED.match(words)) and not _ONLY_WHEN.match(words)

    def relative(self, before: str, behind: str) -> bool:
        """Say whether a time stands at the end of a relative clause, behind which the verb of the main one follows."""
        if _HELD.search(before):
            return False  # "the fair, which ran from April 23 to 26, drew"
        if _WHERE.search(before) and _MAIN_CLAUSE.match(behind):
            return True  # "At Beilun, where a line opened in March, the average time"
        closed = behind == ", " and _OPENED_ON.search(before) is not None
        return (closed or bool(_MAIN_VERB.match(behind))) and bool(_RELATIVE.search(before[-_LONGEST_CLAUSE:]))

    def told_by_part(self, between: str, behind: str) -> bool:
        """Say whether two sums tell the same of different people: "9 yuan for adults and 5 yuan for children"."""
        return bool(_FOR_SOME.match(between)) and behind.startswith(" for ")

    def counts_again(self, words: str) -> bool:
        """Say whether a clause takes up what was counted before as its subject: "the number had passed"."""
        return bool(_COUNTED_AGAIN.search(words))

    def joined(self, words: str) -> bool:
        """Say whether the words between two numbers join what they count into one subject: "volunteers and"."""
        return bool(_JOINED.match(words))


_FOR_SOME = pattern(r"^for [a-z][a-z' -]{2,40},? and$")
_PRICED = pattern(
    r"\b(?:costs?|earns?|earned|fetch(?:es|ed)?|pays?|paid|charges?|charged"
    r"|(?:sells?|sold|goes|went|let it go)(?: out)? (?:for|at))"
    r"(?: (?:me|us|him|her|them|you))? (?:(?:about|only|just|around|some) )?$"
)
