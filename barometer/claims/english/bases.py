"""English words that name what a figure is compared with. They date nothing."""

from barometer.claims.english.months import MONTH, MONTHS
from barometer.claims.text.expressions import Parted, Piece, pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mark, in_order

_PREVIOUS = r"(?:earlier|ago|before|previously)"
_SAME = (
    r"(?:the )?(?:same|corresponding|comparable|year-earlier|year-ago|prior-year)(?: (?:period|months?|quarters?"
    r"|time|weeks?|days?|half|span|holiday|festival|fair|event|"
    r"stretch|figure|level|number|point))?(?:,? (?:(?:of|in|a) )?(?:last year|the previous year|the year before|the "
    r"prior year|"
    r"year (?:earlier|ago)|20[0-9]{2}|a year (?:earlier|ago)))?"
)
_AGAINST = (
    r"(?:(?:as )?(?:compared|up|down) (?:with|to|from|on)|as (?:many|much|high|large|big) as|(?:than )?(?:what )?"
    r"(?:it|they|he|she) (?:was|were|did|had|does|do"
    r"|spent|sold|made|earned|shipped|sent|paid)|that of|those of|than|from|over|above|below|against|versus|on"
    r"|relative to|vs\.?)(?: "
    r"that| those)?"
    r"(?: (?:the|its|their) (?:level|figure|number|total|amount|volume|price)s?)?(?: (?:of|in|for|at|during"
    r"|recorded in|seen in|a))*"
)
_MEANS = r"(?:average|mean|level|rate|figure|growth(?: rate)?|pace|prices?|norm|counterparts?|peers)"
_WHOLES = (
    r"(?:national|provincial|municipal|citywide|nationwide|regional|global|world|overall|domestic|local|county|city"
    r"|industry|sector|market|country's|nation's|province's|city's|county's|EU|region's|world's)"
)
_GAP = pattern(
    rf"\b(?:above|below|over|under|than|ahead of|behind|outpacing|outpaced|exceeding)(?: (?:that|those))?(?: of| in"
    rf"| at)?"
    rf"(?: the)? (?:{_WHOLES}(?:'s)?(?: [a-z-]+)? {_MEANS}|average)\b"
    r"|\b(?:than|below|under|above)(?: (?:that|those))?(?: of| in| for| at)? (?:the rest of|elsewhere"
    r"|(?:the )?(?:province's|country's|nation's|city's|county's|province|country|nation|rest)\b)"
    r"|\b(?:under|over|above|below) local prices\b"
    r"|\btimes (?P<ratio>as (?:much|many|high|large|big|long|fast|expensive) as [a-z])"
    r"|\b(?:than|as|times|to|with|from|against|over|under|above|below) (?P<rival>(?:that|those) (?:of|for|in|at|from)"
    r" (?:the |other |its )?[a-z])"
)
_BASE = Parted(
    r"(?:[0-9%]|percent|per cent|million|billion|yuan|dollars|tonnes|TEUs) (?P<before>the (?:(?:previous|prior) year"
    r"|year before))\b"
    r"|(?P<between>\bbetween) (?:19|20)[0-9]{2} and (?:19|20)[0-9]{2}\b"
    r"|(?P<yoy>\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\by[/-]?o[/-]?y\b|\by/y\b|\bon-year\b"
    r"|\bon (?:the )?year(?:[.,;]|$)|\b(?:year"
    r"|yearly) on year\b"
    r"|\b(?:a|one) year (?:earlier|ago|before)\b|\b(?:than|from) (?:twelve|12) months (?:earlier|ago|before)\b"
    r"|\b(?:in|during|for) (?:the )?(?:same|corresponding) (?:period|months?|quarters?|weeks?|time|holiday)"
    r"(?: (?:of|in))?"
    r" (?:last year|a year (?:ago|earlier)|the (?:previous|prior) year|the year before|20[0-9]{2})\b"
    rf"|\b{_AGAINST} (?:a|one|the) year (?:{_PREVIOUS})\b|\b(?:than|from|on|over) (?:a |the )?(?:previous |prior "
    rf"|last )year\b"
    r"|\bthan (?:in |during |for )?(?:the )?(?:first|second|third|fourth|opening|initial|last) (?:half|quarter"
    r"|\w+ months) of (?:last year|the (?:previous|prior) year)\b"
    rf"|\b{_AGAINST} (?:the )?(?:previous|prior|preceding) year\b|\bthan a year\b|\byear-earlier (?:figure|level"
    rf"|period|number)s?\b"
    rf"|\b{_AGAINST} {_SAME}|\bthan last year(?:'s)?\b|\bthan last(?:[.,;]|$)|\bfrom last year(?:'s)?\b"
    r"|\b(?:on )?an annual(?:ized)? basis\b"
    r"|\b(?:that|those|what it was|what they were|(?:as )?(?:many|much|high|large|big|long|busy)(?: as)?)(?: of| in)?"
    r" last year\b"
    r"|\b(?:times|twice|double|triple|half) (?:the|its|their) (?:year-ago|year-earlier|prior-year)"
    r" (?:level|figure|number|total|amount|volume|value|period|rate|price)s?\b"
    r"|\b(?:times|twice|double|triple|above|below|over|under|on)"
    r" (?:the (?:figure|number|level|total) of )?last year's\b"
    r"|\b(?:times|twice|double|triple|half|above|below|than) the (?:amount|number|figure|level|total|volume|value)"
    r" (?:in|for|of|during|seen in|recorded in) (?:the )?(?:same period|first half|second half|\w+ quarter"
    r"|(?:first|opening) \w+ months) of (?:last year|the (?:previous|prior) year|a year (?:earlier|ago))\b"
    r"|\b(?:times|twice|double|triple|half) the (?:amount|number|figure|level|total|volume|value) (?:of|in|for|during)"
    r" (?:the )?(?:same|corresponding) (?:period|time|months?) (?:last year|a year (?:earlier|ago|before))\b"
    r"|\b(?:times|twice|double|triple|half|above|below|than) the (?:amount|number|figure|level|total|volume|value|sum)"
    r" (?:of|in|for|during|seen in|recorded in) the (?:year before|(?:previous|prior|preceding) year)\b"
    r"|\bthan (?:at )?this time last year\b"
    r"|\b(?:above|below|over|under|than|from|on) last (?:spring|summer|autumn|winter|season)(?:'s\b|\b)"
    rf"|\b(?:times|twice|double|triple|above|below|over|under|than|as) last {MONTH}(?:'s (?:figure|level|total|number"
    rf"|volume))?\b"
    r"|\bcompared with last year(?:'s)?\b|\bfrom the year before\b"
    r"|\b(?:last|the (?:previous|prior|preceding)) year's (?:level|figure|total|number|volume|tally|count)\b"
    r"|\b(?:than|from) this year\b"
    r"|\b(?:exceed|exceeds|exceeded|exceeding|top|surpass|surpassed|beat|match|than) last year's\b|\bon the "
    r"year\b|\bannually(?:[,.;]|$| (?:to|in|and|from|by|over|since|with)\b))"
    r"|(?P<mom>\bmonth[- ]on[- ]month\b|\bmonth[- ]over[- ]month\b|\bm/m\b|\bfrom (?:the )?(?:previous|prior"
    r"|preceding|last) month\b"
    r"|\b(?:than|from|on|over) a month (?:earlier|ago|before)\b"
    r"|\ba month (?:earlier|before)\b|\bthan (?:in )?(?:the )?(?:previous|last) month\b"
    r"|\bon (?:the )?month\b"
    r"|\b(?:above|below|than|from|over|under) the [a-z-]+ a month (?:earlier|ago|before)\b"
    r"|\b(?:from|than|on|over) (?:a|the) month (?:earlier|ago|before)\b"
    r"|\bcompared (?:with|to) (?:the )?(?:previous|prior|preceding|last) month\b)"
    r"|(?P<qoq>\bquarter[- ]on[- ]quarter\b|\bquarter[- ]over[- ]quarter\b|\bq/q\b"
    r"|\b(?:than|from|over|on|above|below|compared with|compared to) (?:in )?(?:the )?"
    r"(?:previous|prior|preceding|last) quarter\b"
    r"|\bfrom a quarter earlier\b|\b(?:than|from|over|on) (?:in )?the (?:first|previous|preceding) three months\b"
    r"|\b(?:than|from|on|against|versus|above|below|compared (?:with|to)) (?:in )?the (?P<nth>first|second|third"
    r"|fourth)(?: quarter\b"
    r"|[,.;]|$| (?:but|and|or|while|though)\b))"
    r"|(?P<since>\b(?:than|from|over)(?: [a-z]+){0,6} (?:last year's|the previous year's|the last) (?:edition|fair"
    r"|event|show|expo"
    r"|festival|session|season)\b|\bweek[- ]on[- ]week\b|\bon the (?:week|day)\b|\bfrom (?:the |a )?(?:week (?:earlier"
    r"|before|ago)|previous "
    r"week|week before|last week)\b"
    rf"|\b{_AGAINST} (?:the )?(?:same week) of (?:(?:last year)|20[0-9]{{2}})"
    r"|\b(?:as|than|above|below|over|against|compared (?:with|to)|up from|down from) (?:(?:at|in|by) )?"
    r"(?:(?:the|its|their) (?:level|figure|total|price|peak)s? (?:at|of|in) )?"
    rf"the (?:end|start|beginning) of (?:last year|this year|the year|20[0-9]{{2}}|{MONTH})"
    r"|\b(?:times|twice|double|triple|half|above|below|over|than) (?:the |its |their |his |her |my |our )(?:usual"
    r"|normal|typical)(?: [a-z]+){0,2}\b"
    r"|\b(?:times|twice|double|triple|half) (?:(?:the|its|their) (?:level|figure|number|price|rate|total|size|reading"
    r"|value)s? (?:at|of|in|seen at)|what (?:it|they) (?:was|were) (?:at|in)) "
    rf"(?:the (?:end|start|beginning) of (?:last year|this year|the year|20[0-9]{{2}}|{MONTH})"
    rf"|(?:early |mid-? ?|late ){MONTH})"
    r"|\b(?:than|from) (?:in )?the (?:previous|preceding|prior) (?:[0-9]+|[a-z]+) (?:days|weeks)\b"
    r"|\bfrom the end of (?:last year|20[0-9]{2}|\w+)\b|\bfrom (?:last )?year-end\b"
    rf"|\b{_AGAINST} (?:\w+|[0-9]+) (?:years?|decades?|weeks?|months?|days?) {_PREVIOUS}\b"
    r"|\bon the (?:spring|autumn|previous|last) (?:session|edition)\b"
    r"|\bsince (?:the|its|their|our|his|her|last|we|they|it|she|he) (?:[a-z-]+ ){0,2}(?:draw|launch|opening"
    r"|reform|pandemic|outbreak|upgrade|move|switch(?:ed)?|deal|truce|ceasefire|merger|listing|election)\b"
    r"|\b(?:than|from|over) (?:at |in )?(?:last |the (?:last|previous) )(?:spring|summer|autumn|winter)(?:'s)?"
    r" (?:session|edition|fair|show)\b"
    rf"|\b{_AGAINST} (?:the )?(?:previous|last|prior) (?:edition|fair|event|session|world cup|week|one|show|survey"
    rf"|poll|round|report|reading|year's "
    rf"\w+)\b(?: in (?:19|20)[0-9]{{2}}\b)?"
    r"|\b(?:the|its|their) (?:number|figure|level|price|volume|amount|total|rate|size)s? (?:of|from|seen) "
    r"(?:(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) (?:years|decades|months|weeks)|a decade|a week)"
    r" (?:ago|earlier|before)\b"
    rf"|\b(?:than |from |above |below |compared with |the )(?:that |the )?(?:level |levels )?(?:before|prior to) "
    rf"(?:the )?[\w ]{{3,40}}\b"
    r"|\b(?:times|twice|double|triple|half) (?:the|its|their) (?:number|figure|amount|volume|total|rate|level|share"
    r"|proportion)s? (?:(?:before|prior to) (?:the )?[\w-]+(?: [a-z]+)?"
    r"|(?:in|of|found in|seen in) (?:the|its|their) (?:(?:19|20)[0-9]{2}|previous|last|first) (?:survey|poll|edition"
    r"|report|count|census|round|study))\b"
    rf"|\b(?:from|than) (?:in )?(?:early |mid-? ?|late ){MONTH}\b|\bsince {MONTH}\b"
    r"|\bsince (?:the |last )?(?:spring|summer|autumn|winter)\b"
    r"|\b(?:than|from|compared (?:with|to)) (?:(?:on|in|under|at|with|during) )?(?:its|the|their|his|her) (?:old"
    r"|former|earlier|original) [a-z]+(?: [a-z]+)?\b"
    r"|\b(?:than|from) (?:(?:on|in|at|during) )?(?:his|her|their|our|my) (?:previous|last) [a-z]+\b"
    rf"|\b(?:as|than|from) (?:in |for |during )?(?:all|the whole) of {MONTH}\b"
    r"|\b(?:than|from) (?:in |for |during )?(?:the )?(?:whole|full year|full-year) (?:of )?(?:[a-z]+ )?(?:19"
    r"|20)[0-9]{2}\b"
    r"|\b(?:as|than|from|over|above|below) (?:at |in |during )?(?:the |its )?(?:19|20)[0-9]{2}"
    r" (?:edition|fair|expo|show|event|festival|session|season)\b"
    r"|\btimes what (?:an?|the) (?:normal|usual|typical|average|busy|quiet) [a-z]+\b"
    rf"|\bas (?:many|much|high|large|long|low) as (?:in )?(?:early |mid-? ?|late ){MONTH}\b"
    r"|\bas (?:many|much|high|large|long) as (?:before|previously)\b(?: (?:the|its|their) [a-z-]+)?"
    r"|\b(?:than|as) (?:at present|now|today|currently|(?:in|on) an? (?:normal|usual|typical|quiet|ordinary|average)"
    r" (?:day|week|month|season|year|night|evening|morning|weekend|(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
    rf"|\b(?:than|above|below) (?:on|at) {MONTH} [0-9]{{1,2}}\b"
    r"|\bthan (?:on )?(?:last )?(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\b(?:times|twice|double|triple|half) (?:the|its|their) [a-z -]{{0,24}}average (?:in|of|for|over|during) "
    rf"(?:{MONTH}|(?:19|20)[0-9]{{2}}|(?:the )?(?:first|previous|last|past) (?:[a-z0-9]+ )?"
    rf"(?:months?|half|quarters?|weeks?|days?|years?))\b"
    r"|\b(?:twice|double|half|triple|times) what (?:I|we|they|he|she|it) [a-z]+ when (?:I|we|they|he|she|it) [a-z]+\b"
    r"|\b(?:twice|double|half|triple|times) what (?:I|we|they|he|she|it) [a-z]+ (?:in|on|before|back then)"
    r"(?: (?:19|20)[0-9]{2})?\b"
    r"|\b(?:above|below|over|under|than) (?:the|its|their) (?:previous|former|existing) (?:level|price|rate|figure|fee"
    r"|tariff|limit|cap)s?\b"
    r"|\b(?:many|much|high|large|long|busy|big) as (?:usual|normal)\b"
    r"|\b(?:than|from|on|over) last (?:christmas|easter|halloween|ramadan|thanksgiving"
    r"|valentine's day|new year|spring festival)\b"
    r"|\b(?:twice|double|triple|half|times) the (?:number|figure|level|volume|amount|total) (?:of|on|in) an?"
    r" (?:normal|usual|typical|quiet|ordinary|average) (?:day|week|month|season|year|weekend)\b"
    r"|\b(?:twice|double|triple|half|times) the (?:number|figure|level|volume|amount|total) (?:at|of|on) "
    r"(?:its|the|their) (?:opening|launch|start|beginning|debut)\b"
    r"|\b(?:twice|double|triple|half|times) the (?:number|figure|level|volume|amount|total|orders) (?:of|at|in|for) "
    r"(?:the )?(?:last|previous|prior) (?:edition|fair|event|show|session|year's (?:edition|fair|event|show))\b"
    r"|\b(?:as (?:much|many) as|than|what (?:it was|they were)) (?:for|at|during) the (?:20[0-9]{2} )?"
    r"(?:(?-i:[A-Z])[\w'-]* ){0,2}"
    r"(?:(?-i:Games|Olympics|World Cup|Cup|Fair|Expo|Festival)|tournament|edition|finals)\b"
    r"|\bfrom (?:the )?(?:first|opening|last) day of the (?:previous|last) (?:edition|fair|event|show)\b"
    r"|\b(?:than|from) (?:in |for |during )?the (?:[a-z]+ )?(?:winter|summer|spring|autumn|peak|off-peak|low|slack)"
    r" (?:season|timetable|schedule)\b|\bthan last time\b"
    r"|\bas (?:much|many) as (?:on|at|in|during) (?:his|her|its|their|our|my) (?:first|last|previous) [a-z]+\b"
    r"|\b(?:than|from|over) (?:in |for |during )?the (?:preceding|previous|prior) (?:week|fortnight|edition|session)\b"
    r"|\b(?:than|from) at the (?:end|start|beginning) of the (?:previous|preceding|prior) (?:year|month|quarter)\b"
    r"|\bthan (?:usual|before|normal|average|planned|previously)\b|\bsince (?:its |the )?(?:launch|opening|start"
    r"|inception|founding|upgrade|move|switch|reform|overhaul|expansion|merger|renovation|relocation|introduction"
    r"|installation|takeover|change)\b"
    r"|\bthan (?:when (?:we|it|they|he|she|i|the|its) [\w ]{2,40}|(?:the|its|their) (?:old|older|earlier|former) \w+"
    r"|the \w+ (?:it|they) replaces?d?|its predecessor|its opening|at (?:its |the |their )?(?:launch|opening|start"
    r"|outset"
    r"|beginning|debut)|a (?:week|decade|fortnight) (?:earlier|ago|before))\b"
    r"|\b(?:than|from) (?:in |for |during )?the (?:first|second) half(?:[.,;]|$| (?:and|but|while)\b)"
    r"|\b(?:than|from|below|above) (?:in |at )?(?:the |last )?(?:spring|summer|autumn|winter)(?:'s (?:peak|high"
    r"|low)|[.,;]|$)"
    r"|\b(?:above|below|than|from|over|under) the (?:[a-z-]+ ){1,4}(?:of )?the (?:week|month|day|season"
    r"|year) (?:before|earlier)\b"
    rf"|\b(?:above|below|than|over|under|from) (?:the|its|their) {MONTH} (?:price|level|figure|average|rate|mark|total"
    r"|peak|high|low|record)s?\b"
    r"|\bafter (?:the|its|their|a|an|his|her) (?:[\w'-]+ ){1,5}(?:was|were|had|opened|began|joined|switched|moved"
    r"|took effect"
    r"|came into|went into)\b"
    r"|\bsince (?:the|its|their|his|her|a|an|our|my|he|she|it|they|we|i) (?:[\w'-]+ ){0,6}(?:[a-z]{2,}ed|began|rose"
    r"|fell|came|went"
    r"|took|slid|was|were|met|won|got|left|cut|shut|hit|broke|struck|sank|grew|lost|moved in)\b"
    rf"|\bpre-(?:pandemic|covid|tariff)(?: levels?)?\b"
    rf"|\b(?:than|above|below|over|under|from) (?:the|that|its)(?: [a-z-]+){{0,3}} (?:a|the|one) (?:week|fortnight|day)"
    rf" (?:before|earlier|ago)\b"
    rf"|\b(?:than|from|compared with|against) (?:in )?(?:its|the|their|a) {MONTH} (?:poll|survey|report|reading|edition"
    rf"|count|round|sale|fair)\b"
    rf"|\b(?:than|from|above|below|over) (?:last |the previous )?(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    rf"(?:'s)?(?P<days> (?:to|through|until) (?-i:[A-Z]))?)"
    rf"|(?P<year>\b(?:{_AGAINST}) (?P<base>(?:19|20)[0-9]{{2}})\b(?:'s level)?(?P<years> (?:to|through"
    rf"|until) (?:19|20)[0-9]{{2}})?|\bsince (?P<base2>(?:19"
    rf"|20)[0-9]{{2}})\b"
    rf"|\b(?:the (?:levels?|share|rate|volume|total) (?:of|in|seen in)"
    rf"|as (?:(?:it|they|he|she|we) did )?(?:in|during)) (?P<base3>(?:19"
    rf"|20)[0-9]{{2}})\b"
    rf"|\bas (?:many|much|high|large|big) as (?:in|during) {MONTH}(?: ?[-–] ?| to | through )"
    rf"{MONTH},? (?P<base7>20[0-9]{{2}})\b"
    rf"|\b(?:its|the|their|that) (?P<base4>(?:19|20)[0-9]{{2}}) (?:level|figure|total|volume|peak|mark|number|price"
    rf"|rate)s?\b)"
    rf"|(?P<named>\bthe (?P<bm2>{MONTH})(?:'s)? (?:amount|level|figure|total|reading|price|volume|number)s?\b"
    rf"|\b(?:those|that) (?:of|in|for) (?P<bm4>{MONTH})\b(?: (?P<by4>20[0-9]{{2}})\b)?"
    rf"|\b(?P<bm3>{MONTH})'s (?:daily |weekly )?(?:amount|level|figure|total|reading|price|volume|number|average)s?\b)"
    rf"|(?P<figure>\b(?:the|its|their|his|her) (?:figure|level|number|total|amount|volume|output|sum"
    rf"|size|capacity)s? (?:for|of|in"
    rf"|recorded in|seen in|at)(?: [a-z-]+){{0,5}} (?P<base6>(?:19|20)[0-9]{{2}})\b)"
    rf"|(?P<figuremonth>\b(?:the|its|their) (?:price|level|figure|rate|total|number|volume|value|cost|amount"
    rf"|output)s? (?:in"
    rf"|of|for|seen in)"
    rf" (?:last )?(?P<bm5>{MONTH})\b)"
    rf"|(?P<part>\b{_AGAINST} (?:(?:on|at|in|during) )?(?:the )?(?:first|second|third|fourth|final|opening|last"
    rf"|closing)"
    rf" (?:half|quarter|day|weekend|week|\w+ months) of (?P<base5>(?:19|20)[0-9]{{2}})\b)"
    rf"|(?P<month>\b(?:compared with|(?:much|many|high) as"
    rf"|than|from|over|above|below|against|versus|(?:up|down|higher|lower) on|what (?:it was|they were))"
    rf"(?: (?:in|that in|that of|the level in))? (?P<bm>{MONTH})\b(?: (?:of )?"
    rf"(?P<by>last year|a year (?:ago|earlier|before)|the (?:previous|prior) year"
    rf"|(?:19|20)[0-9]{{2}}))?(?P<range>\.?,? (?:to|through|until|and) {MONTH}|\.? [0-9]{{1,2}}\b)?)"
)


def bases(text: str) -> list[Mark]:
    """Give the words that name what a figure is compared with; a bare month or year keeps its name as value."""
    found = []
    for match in _BASE.finditer(text):
        alone = next((name for name in _ALONE if match.group(name)), None)
        if alone is not None:
            found.append(Mark(*match.span(alone), Cue.BASE, _ALONE[alone]))
            continue
        again = _SAME_DATE.match(text[match.start() :]) or (not match.start() and _OVER_SAME.match(text))
        if again or _FORETOLD.search(match.group()):
            continue  # "lower than its earlier forecast"
        why = match.name
        lead = text[max(0, match.start() - _BACK) : match.start()]
        if lead.lower().endswith(_LOOKING) and text.startswith(("on", "over", "at"), match.start()):
            continue  # "Looking back on 2025, he said"
        if lead.endswith(_OVER_OF_VERB) and text.startswith("over", match.start()):
            continue  # "the 40 million yuan he turned over last year"
        if (match.group("figure") or match.group("figuremonth")) and not _COMPARED.search(lead):
            continue
        if (match.group("bm2") or match.group("bm3")) and not _COMPARED_WITH.search(lead):
            continue
        if lead.endswith(_ARE) and _DAY_BEHIND.match(text[match.end() :][:4]):
            continue  # "All rates below are those of January 16"
        for group in ("yoy", "mom", "qoq", "since", "year", "part", "named", "month", "figure", "figuremonth"):
            if match.group(group):
                why = group
        value = {
            "named": _month_and_year(match),
            "qoq": f"quarter:{_NTH[match.group('nth').lower()]}" if match.group("nth") else "qoq",
            "part": f"year:{_year_named(match)}",
            "year": f"year:{_year_named(match)}",
            "figure": f"year:{_year_named(match)}",
            "figuremonth": f"month:{MONTHS.get(_month_named(match), 0)}",
            "month": _month_base(match.group("bm"), match.group("by").lower()),
        }.get(why, why)
        value = "since" if value == "yoy" and _EDITION.match(text[match.end() :][:12]) else value
        named = _YEAR_AT_END.search(match.group()) if value == "yoy" else None
        same = "same" if "same " in match.group() else "year"
        value = f"{same}:{named.group('year')}" if named else value
        month = _LEVEL_OF_MONTH.search(match.group()) if value == "since" else None
        value = f"month:{MONTHS[month.group('month').lower().rstrip('.')]}" if month is not None else value
        held = _ITS_EVENT.match(text[match.end() :][:24]) if value in {"since", "yoy"} else None
        if not match.group("range") and not match.group("years") and not match.group("days"):
            ratio = _RATIO.match(match.group())
            end = match.end() + (held.end() if held is not None else 0)
            found.append(Mark(match.start() + (ratio.end() if ratio else 0), end, Cue.BASE, value))
    found.extend(
        Mark(*match.span("on"), Cue.BASE, f"month:{MONTHS[match.group('month').lower().rstrip('.')]}")
        for match in _ON_MONTH.finditer(text)
        if not touching(found, *match.span("on"))
    )
    found.extend(
        Mark(max(match.start(), match.start("rival"), match.start("ratio")), match.end(), Cue.GAP, "gap")
        for match in _GAP.finditer(text)
        if not touching(found, *match.span())
    )
    found.extend(
        Mark(*match.span(), Cue.EVERY, "since" if match.group("week") else "yoy") for match in _EVERY.finditer(text)
    )
    found.extend(
        Mark(*match.span("base"), Cue.EVERY, _OF_ALL[match.group("base")[0].lower()]) for match in _ALL.finditer(text)
    )
    return in_order(found)


_ON_MONTH = pattern(
    rf"\b(?:up|down|higher|lower|rise|fall|increase|decrease|drop|gain)(?: of)? [0-9.]+ ?(?:%|percent|per cent)"
    rf" (?P<on>on (?P<month>{MONTH}))(?:[,.;]|$| (?:and|but|while|as|to)\b)"
)
"""A month that a change is told from: "down 11% on January but 4% higher than a year earlier"."""
_OVER_OF_VERB = (
    " turned ",
    " turns ",
    " turn ",
    " took ",
    " taken ",
    " handed ",
    " carried ",
    " rolled ",
    " switched ",
)
_LOOKING = ("looking back ", "look back ", "looked back ", "looks back ", "looking ")
_ARE = ("are ", "is ", "were ", "was ")
_DAY_BEHIND = pattern(r"^ [0-9]{1,2}\b")
_LEVEL_OF_MONTH = pattern(
    rf"\b(?:the|its|their) (?P<month>{MONTH})(?:'s)? (?:level|figure|total|reading|volume|price|average|rate|mark)s?$"
)
_ITS_EVENT = pattern(r"^'s (?:edition|fair|expo|show|event|exhibition|festival|level|figure|total)\b")
"""What a base ends with: "from last year's edition"."""
_RATIO = pattern(r"^(?:twice|double|triple|half|times) ")
"""What is a number itself in front of a base: "double last year's figure"."""
_EDITION = pattern(r"^(?:'s)? (?:fair|expo|show|event|edition|session|exhibition|forum|peak|high|low|record|trough)\b")
"""What is held once a year is compared with the one before, not with the year."""
_SAME_DATE = pattern(r"^on the same (?:date|day)(?:[,.;]|$| (?:and|but)\b)")
_ALONE = {"between": "since", "before": "yoy"}
"""Groups that are a base by themselves, with what it is."""
_EVERY = pattern(
    r"(?:^|[.:;] (?:[0-9]\. )?)(?:note: )?(?:the )?(?:growth(?: rates?)?|changes?) (?:is|are)"
    r" (?:year[- ]on[- ]year|year over year)\b"
    r"|\ball (?:the )?(?:growth |percentage )?(?:rates|figures|changes|comparisons|percentages"
    r"|increases)(?: [a-z]+){0,4}? are"
    r" (?:(?P<week>week[- ]on[- ]week)|year[- ]on[- ]year|year over year|yoy"
    r"|(?:compared|measured|set) (?:with|to|against) (?:those (?:of|in) )?(?:last year's"
    r"|the same [a-z]+ (?:of |in )?last year|a year (?:earlier|ago))"
    r"|against (?:the )?same [a-z]+ (?:of |in )?(?:last year|a year earlier))\b"
)
_ALL = pattern(r", all (?P<base>year[- ]on[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter)\b")
_FORETOLD = pattern(r" (?:forecast|estimate|projection|prediction|outlook|guidance|target|goal)s?(?: [a-z]+)?$")
_OVER_SAME = pattern(r"^over the same (?:quarter|period|half|months?|year),")
"""What names the time told before, no base: "Over the same quarter, return rates averaged"."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BACK = 16
_COMPARED = pattern(r"\b(?:times|twice|double|triple|half|than|above|below|from|over|against|short of) $")
_COMPARED_WITH = pattern(
    r"\b(?:times|twice|double|triple|half|than|above|below|from|over|against|with|to|under|versus|short of) $"
)
_OF_ALL = {"y": "yoy", "m": "mom", "q": "qoq"}
_YEAR_AT_END = pattern(r"\b(?P<year>20[0-9]{2})$")


def _month_named(match: Piece) -> str:
    return next((month for month in map(match.group, ("bm2", "bm3", "bm4", "bm5")) if month), "").lower().rstrip(".")


def _month_and_year(match: Piece) -> str:
    """Give the value of a base that is a month, its year if that is named: "those of July 2024"."""
    year = match.group("by4")
    return f"year:{year}" if year else f"month:{MONTHS.get(_month_named(match), 0)}"


def _year_named(match: Piece) -> str:
    return next(
        (year for year in map(match.group, ("base", "base2", "base3", "base4", "base5", "base6", "base7")) if year), "0"
    )


def _month_base(month: str, year: str) -> str:
    """Give the value of a base that is a month, with the year named beside it: the same month of last year is yoy."""
    if not year:
        return f"month:{MONTHS.get(month.lower().rstrip('.'), 0)}"
    return f"year:{year}" if year.isdigit() else f"yoy:{MONTHS.get(month.lower().rstrip('.'), 0)}"
