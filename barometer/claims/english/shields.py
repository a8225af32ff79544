"""English stretches whose numbers measure nothing: codes, addresses, phones, names, clock times, page furniture."""

import re

from barometer.claims.english.words import STOPS
from barometer.claims.text.expressions import Parted, Piece, pattern
from barometer.claims.values import Cue, Mark

_LABELS = (
    r"articles?|version|chapter|section|clause|decree|gate|hall|window|booth|room|floor|district|terminal|building|exit"
    r"|codes?|page"
    r"|ISO|GB/T|QR|ID|annex|appendix|courtroom|courtyard|flight|highway|ext\."
    r"|(?-i:Announcement|Notice|Order|Zone|Phase|Line|Route|Train|Vol|Volume|Issue|Table|Figure|Form|Block|Unit|Area"
    r"|Pavilion|Stand"
    r"|Counter|Platform|Berth|Lot|Grade|Class|Type|Model|Version|Episode|Part|Circular|Document|Regulation|Rule|Item"
    r"|Road|Street"
    r"|Shop|Store|Suite|Stall|Bulletin|Photo|Lane|Day|Act|Verse|Psalm|Week|Round|Game|Match|Stage|Leg|Row|Seat"
    r"|Runway|Pier|Dock|Hangar|Studio"
    r"|Ward|Court|Cell|Group|Apartment|Licen[cs]e|Methodology|Industry|Wi-Fi|USB|Bluetooth|HarmonyOS|Android"
    r"|Windows|Web|Bus)"
)
_SCALED = pattern(
    r"\b(?:million|billion|trillion|yuan|percent|bn|mln|tonnes?|tons?|kg|teus?|people|hours?|days?|parcels|trips"
    r"|points?"
    r"|meters?|metres?)\b"
)
_AMOUNT = pattern(r"^(?:,[0-9]{3}|\.[0-9]| ?(?:million|billion|trillion|percent|per cent|%|bn\b|mln\b))")
_OF_YEAR = r"(?: of (?:19|20)[0-9]{2}\b)?"
_SHIELD = Parted(
    r"(?P<past>\b(?:opens?|opened|closes?|starts?|started|begins?|began|leaves?|arrives?|arrived|wakes?|woke|gets? up"
    r"|got up|departs?|departed) (?:again |late )?at (?:[1-9]|1[0-9]|2[0-4]|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)(?:[.,;][\"”]?(?: |$)|$| (?:and|but|sharp|in the (?:morning|evening|afternoon))\b)"
    r"|\bhalf past \w+|\ba quarter (?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
    r"|(?P<code>\b(?:HS|tariff|customs) (?:codes?|headings?|lines?)? ?[0-9][0-9.]*|\bHS ?[0-9][0-9.]*"
    r"|\b(?:supervision codes? [0-9]+|codes? [0-9]{4,})(?:,? (?:and|or|rather than|to|not) [0-9]{4,}\b)*)"
    rf"|(?P<labels>\b(?:{_LABELS})s [0-9]+[A-Z]?(?:, [0-9]+[A-Z]?)*,? (?:and|to|or|-|–) [0-9]+[A-Z]?\b"
    r"|\b(?:routes?|lines) [0-9]+[A-Z]?(?:, [0-9]+[A-Z]?)*,? (?:and|or) [0-9]+[A-Z]?\b"
    r"|\bIssue No\. ?[0-9/]+ \(total [0-9]+\))"
    r"|(?P<flight>\b(?:flight|train|service)s? (?:(?:codes?|numbers?|no\.) )?(?-i:[A-Z0-9]{2,3}) ?[0-9]{3,4}\b)"
    r"|(?P<numbered>\b(?:stall|shop|at stand) (?:No\.? ?)?[0-9]{4,6}\b|\bpass ?codes?:? [0-9]{3,}\b)"
    r"|(?P<rate>(?-i:\b[A-Z]{3}/[A-Z]{3})[: ]+[0-9.]+\b)|(?P<zip>(?-i:[A-Z])[a-z]+,? [1-9][0-9]{5}$"
    r"|\b(?:post ?codes?|postal codes?|zip ?codes?):? [0-9]{4,6}\b)"
    r"|(?P<law>\b(?:Regulation|Directive|Decision|Standard|Law|Decree)s?(?: \([A-Z]{2,4}\))?(?: No\.?)? ?"
    r"[0-9][0-9./-]*(?:/[A-Z]{2,3})?\b)"
    rf"|(?P<label>\b(?:{_LABELS})s? (?:No\.? ?)?[A-Z]?-?[0-9][0-9A-Z]*(?:[.-][0-9A-Z]+)*\b{_OF_YEAR}"
    rf"|\bNo\. ?[0-9]+(?:-[0-9]{{1,2}}\b)?{_OF_YEAR})"
    r"|(?P<phone>\+[0-9][0-9 ()-]{6,20}[0-9]|\b(?:(?:service|phone|customer|fax) lines?:? )?"
    r"0[0-9]{2,3}[- ][0-9]{3,4}[ -]?[0-9]{3,5}\b|\b(?:call|dial|contact"
    r"|complaints(?: about [a-z]+)?|hotline|"
    r"(?:tele)?phone|tel\.?|enquiries)(?: us)?(?: at| on)?:? ?[0-9][0-9 -]{2,15}\b"
    r"|\b[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}\b)"
    r"|(?P<clock>\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\b\.?)?|\b[0-9]{1,2} ?(?:a\.m\.|p\.m\.|am\b|pm\b"
    r"|o'clock)"
    r"|\bfrom [0-9]{1,2} (?:to|until|till) [0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\b"
    r"|\b(?:at|by|until|till|before|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?:in the (?:morning|afternoon|evening)|o'clock|at night)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:in the (?:morning|afternoon|evening)|o'clock|at night)\b)"
    r"|(?P<address>\b[0-9]+ (?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))* (?:Road|Street|Avenue|Lane|Boulevard|Rd|St)\b"
    r"|\b(?-i:Yiwu|Jinhua|Ningbo|Hangzhou|Zhejiang|Shanghai|China|City|Province|District),? [1-9][0-9]{5}"
    r"(?:[.;)]|,?$|, (?-i:[A-Z])))"
    r"|(?P<views>\| ?[0-9][0-9,.]*[km]? [a-z]+\b|\b[0-9][0-9,.]*[km]?\+? (?:likes|reads|views|min read)\b"
    r"|\b(?:views?|reads?"
    r"|likes?|shares|comments?|clicks?|followers|readers)\s*: ?[0-9][0-9,.]*[km]?\b"
    r"|\b(?-i:Reads|Views|Likes) [0-9][0-9,.]*[km]?\b|(?:\||  ) ?(?-i:Visits|Hits|Visitors): ?[0-9][0-9,]*\s*$"
    r"|\b[0-9]+[ -]min(?:ute)?s? read\b|\bturn(?:s|ed|ing) [1-9][0-9]{0,2}(?: (?:this|last|next) (?:year|month"
    r"|week)\b|[,.])|\b(?:reading|read) time: ?[0-9]+ min(?:ute)?s?\b|\bvideo length [0-9:]+)"
    r"|(?P<name>\b[0-9]+(?:st|nd|rd|th) (?-i:(?:[A-Z][\w'&-]*|of|for|and)(?: (?:[A-Z][\w'&-]*))+)"
    r"|\b[0-9]+(?:st|nd|rd|th) (?-i:[A-Z][\w'&-]*)(?: [a-z]+){0,3} (?:expo|fair|exhibition|show|festival|edition)\b"
    r"|\brates? of [0-9.]+ (?:yuan|RMB|renminbi) to (?:the |US|one )?(?:dollar|\$ ?1(?:\.00?)?\b)"
    r"|\([0-9]{6} (?-i:CH|SH|SZ|HK)\)|\b(?-i:[A-Z][a-z]+) [0-9]{6}(?: ?\||,? (?:Tel|China|P\.? ?R))"
    r"|\bdouble (?:11|12|eleven|twelve)\b|\b24/7\b|\b(?:seven|7|six|6|five|5) days a week\b|\b24 hours a day\b"
    r"|\b(?:9610|9710|9810|1210|1239|1039)(?:(?:,| and| or|, and) (?:9610|9710|9810|1210|1239|1039))*"
    r" (?:(?:customs|supervision|trade|exports?|imports?|e-commerce|cross-border) ){0,2}(?:mode|model|channel|code)s?\b"
    r"|\b618 (?:shopping|sales?|festival|orders|promotions?|campaigns?|season|period|carnival|event)\b"
    r"|\b(?:the )?\"?996\"?\b|\b618\b|\b1688\b|\b1039\b|\b12360\b|"
    r"\b[0-9]+(?:st|nd|rd|th)[ -](?:five-year|century|anniversary|generation|edition|session|birthday|floor|place)\b"
    r"|\b(?:20|40|45|twenty|forty)[ -](?:foot|feet|ft)(?:er)?s?\b|\b(?:one|two|three)[ -]stop\b|\bone-day\b"
    r"|\bfirst-tier\b|\btop-tier\b"
    r"|\bfive-year plans?\b|\b(?:G20|G7|Web3|COVID-19|A4|5G|4G|6G|B2B|B2C|O2O)\b|\b[0-9]+-(?:legged|sided|inch|star"
    r"|d)\b"
    r"|\bper (?:10|100|1,000|10,000|100,000) \w+|\b[0-9]+ for [0-9]+\b"
    r"|\btop[ -](?:100|200|300|500|1,?000) (?:list|ranking|index|league)\b|\b(?:fortune|forbes) (?:global )?[0-9]+\b"
    r"|\b(?:in|for|during|over) the half(?:[,.;]|$| (?:from|to|after|as|and|but|while|with|by|on|at)\b)"
    r"|\bhalf[ -]years?\b|\b[0-9]{1,2}K (?:race|run|course)\b"
    r"|\b(?:[0-9]+|three|five|ten)-point (?:plan|agenda|program(?:me)?|list|proposal|guide|statement|action)\b"
    r"|\b24-hour (?:hotline|helpline|service|shop|store|line|clinic|news|convenience)\b"
    r"|\b(?:the|this year's|last year's|annual|national|China's|city's|provincial|local) two sessions\b"
    r"|\b(?:once|twice|times|each|every|per) a quarter\b|\b[0-9]+ pages?,? \(?(?-i:PDF)\b|\b(?-i:PDF),? [0-9]+ pages?\b"
    r"|(?-i:\bHalf[ -]Hour\b)"
    r"|\bthe two (?:cities|towns|provinces|ports|sides|parties|countries|nations|leaders|governments|teams|men|women"
    r"|economies|neighbou?rs|numbers|figures|readings)\b"
    r"|\b[0-9]{3,6}\.(?:cn|com|net|org)\b|\b(?:read|viewed) [0-9]+ of [0-9]+ free\b|[\"“](?:9610|9710|9810|1210|1239"
    r"|1039)[\"”]|^[\s-]*(?:by )?Bus(?:es)?: ?[0-9]{1,4}\b"
    r"|\b[0-9]{1,4} [a-z]+s (?:site|website|app|portal|platform|browser)\b|\bone of the\b|\bone another\b"
    r"|\bno one\b|\bunder one roof\b|\bone-way\b|\bday "
    r"one\b"
    r"|\bone-on-one\b|\bsquare one\b|\bone after another\b|^[\s\"“]*one day,? |\bone day,? (?:he|she|they|we|i|it"
    r"|maybe|perhaps)\b|\b(?:may|might|will|could|can|hopes?|would) one day\b|\b9/11\b|\b4x4\b)"
    r"|(?P<titled>\b(?:campaign|drive|initiative|slogan|banner|scheme|project|motto|action)s?(?: (?:called|named"
    r"|dubbed|titled|entitled))?,? [\"“](?-i:[A-Z][\w-]*)(?:,? (?-i:[A-Z][\w-]*|of|and|for|in|to|the|a))*[\"”,.]"
    r"|[\"“](?-i:[A-Z][\w-]*)(?:,? (?-i:[A-Z][\w-]*|of|and|for|in|to|the|a))*[\"”] (?:campaign|drive|initiative"
    r"|action)\b)"
    r"|(?P<case>\bcase (?:no\.? ?)?\([0-9]{4}\)[^.;,]{0,40})"
    r"|(?P<line>\b(?:bus|metro|subway|shuttle|hot|service|tram) (?:line|route) [A-Z]?[0-9]+\b|\b(?:desk"
    r"|helpline)(?: is)? [0-9][0-9 -]*)"
    r"|(?P<registered>\b(?:registration|licen[cs]e|record) (?:number|no\.?) ?:? ?[0-9]{4,}\b"
    r"|^\s*keywords?: ?[0-9]{4,6}\b)"
    r"|(?P<serial>\b(?-i:[A-Z]{2,4}) ?[0-9]{5,}\b)"
    r"|(?P<lettered>\b(?:types?|class|grade|model|version|licen[cs]e|category|clause|form|size|level|series"
    r"|phase|unit|block"
    r"|apartment|flat|suite|runway|seat|row|stage|division|visa) [0-9]{1,3}(?-i:[A-Z])\b)"
    r"|(?P<alloy>\b(?:20[1-4]|30[1-9]|316|4[0-9]0)L?[ -](?:stainless|steel|grade)\b)"
    r"|(?P<modelled>\bmodel (?:no\.? ?)?[0-9]{2,5}\b)"
    r"|(?P<threshold>\b(?:readings?|scores?|anything|prints?)"
    r" (?:above|below|over|under) (?:the )?(?:50|100)(?:[ -]points?)?(?:[ -]mark)?"
    r"|\bthe (?:50|100)(?:[ -]points?)?(?:[ -](?:mark|threshold|line|level))? (?:that |which )?(?:separat|divid)\w+"
    r"|\bthe (?:50|100)[ -]points? (?:boom[ -](?:or[ -])?bust|expansion|neutral|break[ -]even|no-change)\b)"
    r"|(?P<suffixed>\b(?-i:[A-Z][a-z]+) [1-9]\.0(?:[,;]|\.?$| (?:over|in|for|and|to|on|at|will|has|is|was|which|that"
    r"|platform|system|app)\b)|\b[0-9]{1,3}(?-i:[A-JLN-SU-WYZ])\b|\b(?-i:[a-z]+[A-Z][a-z]+) [0-9]{1,3}\b)"
    r"|(?P<credit>[;,(|.] ?[0-9][0-9,]* (?:photos?|pictures|images|videos|slides|comments?) ?(?:[);|]|$))"
    r"|(?P<pages>\([0-9]+ pages\b)"
    r"|(?P<hotline>\b[0-9]{4,6}(?: [a-z]+){0,2} hotlines?\b)"
    r"|(?P<degree>\b[0-9][0-9.]* ?(?:degrees\b|°))"
    r"|(?P<ticker>\b[0-9]{4,6}\.(?-i:[A-Z]{2})\b|\b(?-i:SSE|SZSE|SHA|SHE|HKG|HKEX|SEHK|NYSE|NASDAQ|SH|SZ|HK):"
    r" ?[0-9]{2,6}\b)"
    r"|(?P<exchange>[$€£]1 ?= ?[0-9.,]+ ?[a-z]+|\b1 ?(?:USD|EUR|GBP|JPY|HKD) ?= ?[0-9.,]+ ?[a-z]+"
    r"|\b(?:USD|EUR|GBP|JPY|HKD|US\$|RMB|CNY) ?1(?:00)? ?(?:=|:|equals|to) ?(?:USD|EUR|GBP|JPY|HKD|US\$|RMB|CNY)"
    r" ?[0-9][0-9.,]*[0-9]"
    r"|\bat (?:US\$|HK\$|RMB|CNY) ?[0-9.]+ to (?:US\$|HK\$|RMB|CNY) ?1(?:\.0+)?\b"
    r"|\b(?:1|one) (?:US |U\.S\. )?(?:dollar|euro|pound|yen|yuan"
    r"|renminbi) ?(?:=|equals|buys|:|was"
    r"|is)[^.;]{0,12}"
    r"[0-9][0-9.]*(?: (?:yuan|dollars|renminbi|yen|euros))?|\bexchange rates?(?: used)?:[^;]{0,140})"
    r"|(?P<model>\b[a-z]{1,5}-?[0-9]+[a-z0-9]*\b|\b[a-z]{6,20}[0-9]+\b|\b(?-i:Box) [0-9]{4,}\b|\b[0-9][GD]\b)"
    r"|(?P<date>\b(?:19|20)[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}\b|\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b)"
    r"|(?P<score>\b[0-9]{1,2}-[0-9]{1,2} (?:win|victory|draw|defeat|loss)\b|\b(?:won|beat|lost|drew|win|beating)(?: "
    r"\S+){0,4} "
    r"[0-9]{1,2}-[0-9]{1,2}\b)"
    r"|(?P<window>\b(?:over|in|during|for|within|across|throughout)?(?: the)? ?(?:past|last|previous|next|coming"
    r"|following|recent|final)"
    r" (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of|dozen) "
    r"(?:years?|months?|weeks?|days?|quarters?|decades?|hours?|summers|winters|springs|autumns|seasons)"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) (?:consecutive|straight|successive|running) \w+"
    r"|\b(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ in a row"
    r"|(?:years?|months?|weeks?|days?|quarters?|seasons|summers|winters|sessions|editions|nights|times) running)\b"
    r"|\b(?:a|an|the|its|their|his|her) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|[0-9]+(?:nd|rd|th))"
    r" (?:(?:straight|consecutive|successive|running) \w+|\w+ (?:running|in a row|in succession))"
    r"|\ba (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?:week|month|quarter|day|time|season|term|round|attempt|batch|group|phase|stage|tranche|edition|line|plant"
    r"|track|runway|berth|terminal|shift|branch|factory|yard)\b"
    r"|\b(?:for|in|into) (?:a|the|its|their) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?:week|month|year|day|time|season|night)\b"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) \w+ in succession\b"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) generations?\b"
    r"|\b(?:end(?:s|ed|ing)?|after|following|snap(?:s|ped|ping)|br(?:oke|eaks|eaking)) (?:a|its|the|their)"
    r" (?:pause|hiatus|lull|freeze|standstill) of"
    r" (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:weeks|months|years)\b"
    r"|\b(?:run|string|streak|series) of (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen"
    r"|eighteen|nineteen|twenty|thirty|a few) (?:years?|months?|weeks?|days?|decades?"
    r"|hours?|minutes?|quarters?|summers|winters|springs|autumns|seasons) "
    r"(?:(?:ago|on[,.;]|before|after|into|since|from now)\b|later(?:[,.;]|$| [a-su-z]| t[a-gi-su-z]| the\b| they\b))"
    r"|\b(?:[0-9]+|one|two|three|five|seven|ten|thirty)-(?:year|month|week|day) (?:loan prime|LPR|prime rate|benchmark"
    r"|(?:government |treasury |corporate |dollar )?(?:bonds?|notes?|bills?|paper|treasur(?:y|ies)|yields?|tenors?)"
    r"|(?:fixed |time |term )?(?:deposits?|lending|loans?|mortgages?|rates?|reverse repos?|repos?|maturity|futures))\b"
    r"|\bfirst (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:years?|weeks?|days?|hours?)"
    r"|\b(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten)-(?:year|month|week|day) (?:high|low|peak|record"
    r"|streak|"
    r"plan|action|old (?:policy|scheme|rule))\b|\bin (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:years|months|weeks)\b"
    r"|\bin (?:just|only) (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:days|weeks|months|years|hours) (?:i|we|he|she|they)\b"
    r"|\b(?:for|in|over|after|during|since|every|last|through|across|(?:space|course|matter|span|period|stretch) of)"
    r" (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ )?"
    r"(?:weeks|decades|quarters|weekends|nights|seasons|winters|summers)\b"
    r"|\b(?:for|in|over|after|during) one (?:week|weekend|night|evening|season|winter|summer)\b"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:doors|aisles|floors|blocks|stalls|booths|streets|rows|stops|steps) (?:away|down|up|along|further)\b"
    r"|\bwithin (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten) (?:years?|months?|weeks?|days?"
    r"|hours?) (?:of|after)\b"
    r"|\b(?:every|each) (?:[0-9]+|two|three|four|five|six|ten) (?:years?|months?|weeks?|days?|hours?|seconds?)\b"
    r"|\b(?:the|these|those) (?:[0-9]+|two|three|four|five|six|seven|eight|nine) (?:years|months|weeks|quarters"
    r"|days)\b)"
)
_LASTS = pattern(
    r"\b(?:wait(?:s|ed|ing)?|takes?|took|spen[dt]s?|lasts?|lasted|stay(?:s|ed)?) (?:for |up to |about )?$"
    r"|\b(?:cut-off|cutoff|deadline|lead time) (?:is|was) $"
    r"|\b(?:I|we|they|she|he|you) (?:only |now )?(?:get|have|had|got|has|gets) $"
)
_BACK = 24
_SET_AGAINST = pattern(
    r"\b(?:compared (?:with|to)|against|versus|from|than) (?:(?:about|around|some|nearly|just|over|more than) )?$"
)


def _is_measured(text: str, start: int, end: int) -> bool:
    """Say whether a number that is a name too measures something, or is the end of a greater one: "3,618 booths"."""
    return (
        _GREATER.search(text[max(0, start - 2) : start]) is not None
        or _MEASURED.match(text[end : end + 12]) is not None
    )


_BOUNDS_OF_TIME = ("within ", "less than ", "more than ", "under ")
_GREATER = pattern(r"[0-9][.,]$")
_WHOLE_PART = re.compile(r"[0-9]+\.$")
"""The whole part of a number whose decimals look like a window's: "from 1.5 hours before"."""
_NAMED_NUMBERS = frozenset({"618", "996", "1688", "1039"})
_MEASURED = pattern(
    r"^(?:[.,][0-9]| ?(?:%|percent|per cent|yuan|dollars|euros|yen|million|billion|tonnes?|tons?|TEUs?|points?"
    r"|shops|firms"
    r"|people|trains|parcels|stalls|companies|kilomet|square|mu\b|hectares))"
)
"""What shows that a number which is a name too ("618", a sale in June) measures something."""
_AMOUNTS = pattern(r"(?:[$€£¥.,+-]|(?-i:(?:CNY|RMB|USD|EUR|GBP|JPY|HKD) ))$")
_NEXT_WORD = pattern(r"^ (?P<word>[a-z]+)")


def _counts(behind: str) -> bool:
    """Say whether a noun follows a number that a letter scales ("3B parcels"), so that it is no code ("type 3B")."""
    word = _NEXT_WORD.match(behind)
    return word is not None and word.group("word").lower() not in STOPS


_CODED = pattern(r"\bHS (?:codes? |headings? )?[0-9]{4}")
_HEADING = pattern(r"\b[0-9]{4}\.[0-9]{2}(?:\.[0-9]{2})?\b")
_MONEY_LIKE = pattern(r"(?:rmb|usd|cny|hkd|eur|gbp|jpy|us|hk|yuan)-?[0-9]")
_QUARTER = pattern(r"(?:q[1-4]|h[12]|(?:end|mid|year|pre|post|fy)-?(?:19|20)[0-9]{2})$")


_FURNITURE = pattern(
    r"\bpage [0-9]+ of [0-9]+|\b(?:last )?updated\b|\bcomments?\b|\bmin(?:ute)? read\b|\bviews?\b|\breads?\b"
    r"|\bservice line\b|\bhotline\b|\bshare (?:on"
    r"|this)\b|\bprint\b"
    r"|\beditor\b|\bsource:|\blikes?\b|\bsubscribe\b"
    r"|\blast modified\b|\bfollow us\b|\bphotos? [0-9]|\bread more\b|\brelated\b|\btags?\b"
)
_LEAST_FURNITURE = 2


def _is_furniture(text: str) -> bool:
    """Say whether a line of parts set apart by bars belongs to the page, not to the article."""
    return "|" in text and len({match.group().lower() for match in _FURNITURE.finditer(text)}) >= _LEAST_FURNITURE


_CUT_TO = pattern(r"\bfrom [0-9a-z.]+(?: [a-z]+)? to (?:[0-9]+\.)?$")
"""What stands before a length that something came to: "cut from 18 days to 15.5 days since July"."""


_DONE_IN = pattern(r"\b(?:possible|done|issued|completed|granted|delivered|processed) in $")
"""What stands before the time that something takes: "has been possible in 90 days since March"."""


_PAID_IN = pattern(
    r"\b(?:(?:earn|earns|earned|win|make|made|get|got|pay|pays|paid|recoup(?:s|ed)?|recover(?:s|ed)?)"
    r"(?: [a-z]+){0,3} back|(?:pays?|paid) (?:for itself|for themselves|off)|repaid"
    r"|(?:made|built|finished|completed|delivered|shipped|assembled|set up) (?:them|it|that|this))\s$"
)
"""What stands before the time that something takes to be made or paid: "hopes to earn that back in two years"."""


def _measures(text: str, match: Piece) -> bool:
    """Say whether what looks like a stretch without a claim measures something all the same."""
    why, words = match.name, match.group().lower()
    start, end = match.span()
    if why in {"model", "serial"}:
        return bool(_MONEY_LIKE.match(words) or _QUARTER.match(words))
    if why == "suffixed":
        parcels = words.endswith("b") and _counts(text[end:][:16])
        return parcels or _AMOUNTS.search(text[max(0, start - 4) : start]) is not None
    if why == "views":
        return _SCALED.search(words) is not None or _VIEWED.search(text[:start]) is not None
    if why == "name":
        # "money arrives within one day"
        bounded = words == "one day" and text[:start].lower().endswith(_BOUNDS_OF_TIME)
        return bounded or (words in _NAMED_NUMBERS and _is_measured(text, start, end))
    if why == "window":
        return _is_length(words, _WHOLE_PART.sub("", text[:start]))
    return why == "label" and _AMOUNT.match(text[end : end + 10]) is not None


_VIEWED = pattern(
    r"\b(?:drew|draws?|had|has|have|got|gets|received|receives|attracted|attracts|gained|garnered|collected|racked up"
    r"|reached|averaged?|won|earned|clocked|over|than|about|nearly|some|around|with|to)\s*$"
)
"""What makes views and likes ones that are told of: "Her videos drew 640,000 views"."""


def _is_length(words: str, before: str) -> bool:
    """Say whether a window is a length: "compared with four hours before", "to 15.5 days since", "wait two days"."""
    if words.endswith(" since"):  # "cut from 18 days to 15.5 days since"
        return _CUT_TO.search(before[-_BACK:]) is not None or _DONE_IN.search(before[-_BACK:]) is not None
    if words.endswith(" before") and _SET_AGAINST.search(before):
        return True
    if words.startswith("in ") and _PAID_IN.search(before) is not None:
        return True
    return words.endswith((" before", " after")) and _LASTS.search(before[-_BACK:]) is not None


def shields(text: str) -> list[Mark]:
    """Give the stretches in which no number is a claim; the value names why."""
    if _is_furniture(text):
        return [Mark(0, len(text), Cue.SHIELD, "furniture")]
    found = (
        [Mark(*match.span(), Cue.SHIELD, "code") for match in _HEADING.finditer(text)] if _CODED.search(text) else []
    )
    found.extend(
        Mark(*match.span(), Cue.SHIELD, match.name) for match in _SHIELD.finditer(text) if not _measures(text, match)
    )
    return found
