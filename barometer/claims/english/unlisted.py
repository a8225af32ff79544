"""English place names that no list knows: a Chinese name in pinyin, or a name that a preposition makes a place."""

from collections.abc import Iterator
from functools import cache

from barometer.claims.english.months import MONTHS
from barometer.claims.english.numerals import ONES, TENS
from barometer.claims.text.expressions import Brief, Expression, pattern

_FINALS = """
:a ai an ang ao e en er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo
l:a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u uan ui un uo
z:a ai an ang ao e en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing ong ou u uan ue un
w:a ai an ang ei en eng o u
"""
_NO_PLACE_WORDS = """
line data module size base time mode like case same cache range change language rule machine made sequence media
date license database face running sharing share quote leading reading candidate boolean future generate remaining
remote runtime longer area memo along side mean meaning taken care ease pure reduce entire sense depending bone
editing minute ending menu easier heading mobile suite pending binding human nice resize measure bare sending aware
hence late piece median timing decide mime exiting guarantee came opaque secure fake mini angle manage huge naming
house saying negate mouse dealing sane guide deleting mailing route minimize debate mutate semi simulate erase
resume nature chance balance orange delegate lingo ride needing tuning mixing quota enhance aside refuse retaining
tale rise police silver dangling acute renaming animate pike nine fade lite guidance paying demo poke awake desire
engage meantime mitigate polite lime linen anti wanting liner meeting maze niche tier denoting realize beige damage
reside riding alike piping woman women footage dateline abuse arise deciding dependence dance linger chaining gate
relate delegating residue tile suicide mute pooling mega keying safari limiting danger mileage mentioning patience
cite bike zone lane lake tape home more here mine banana panda same june china chinese renminbi yuan xinhua weixin
yunda deppon jitu shein anta lining chery geely dahua xpeng weibo taobao tmall douyin baidu huawei xiaomi alibaba
cainiao meituan pinduoduo temu lazada haier kuaishou bilibili caixin yicai jiemian binwang huangyuan
tencent dangdang douban baijiu maotai moutai qipao hanfu feng guanxi qigong taichi wushu christmas online biden
putin nike adidas honda panasonic canon nokia dell aima didi huolala deepseek doubao kimi manus babycare maersk
huang line mao pandas banana cosco yuxinou yixinou yixin'ou chunyun qingming maybe make making take taking while
american african mexican korean iranian jamaican dominican anglican
durian santa rosa maria luna diana linda nina lisa
once none one are anne jane mike luke pete jade june sundae mango lychee tea name names game games same-day women's
men's people rate rates price finance
yemeni somali omani iraqi saudi nepali bengali kuwaiti emirati pakistani israeli
"""
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
"""Words and makers' names that read as pinyin and are no places."""

_CAPITAL = pattern(r"(?-i:\b[A-Z][a-z]+(?:'[a-z]+)?)(?P<kind>(?-i: (?:Mountain|Island|Islands|Lake|Bay|New Area))\b)?")
_LOCATED = pattern(
    r"\b(?:in|near|outside|(?:terminal|plant|factory|station|yard|depot|hub|warehouse|quay|dock|checkpoint|crossing"
    r"|park|mine|mill"
    r"|port|airport|market|base) at|(?:port|city|town|county|village|island|airport|harbou?r) of)(?: downtown| nearby"
    r"| neighbou?ring"
    r"| central| eastern| western| northern| southern| the port of| the city of)? "
    r"(?P<name>(?-i:[A-Z][a-z'-]+(?: (?:de |del |al-|el-)?[A-Z][a-z'-]+)?))"
)
_PART_OF_LAND = pattern(
    r"(?-i:\b[A-Z][a-z]+)'s (?P<name>(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2})) (?:province|state|region|prefecture"
    r"|governorate|oblast)\b"
)
"""A part of a land that no list knows: "Vietnam's Bac Ninh province"."""
_NO_TOWN = pattern(
    r"^(?:Act|First|Second|Third|Fourth|Quarter|Half|Room|Cell|Block|Unit|Chapter|Scene|Court|Ward|Lane|Lot|Row|Seat"
    r"|Tent|Class|Grade|Studio|Stage|Suite|Pool"
    r"|Group|Season|Round|Heat|Week|Day|Year|Volume|Part|Clause|Q[1-4]|H[12]|English|Chinese|Arabic|Spanish"
    r"|French|Russian|Korean|Japanese|German|Portuguese|Thai|Turkish|Indian|Mexican|Brazilian|Polish|Dutch|Egyptian"
    r"|Italian|Kenyan|Ramadan"
    r"|Christmas|Easter"
    r"|Phase|Districts?|Halls?|Zones?|Area|Booths?|Gates?|Terminals?|Buildings?|Section|Article|Chapter|Table|Web"
    r"|Spring|Summer"
    r"|Autumn"
    r"|Winter|Golden|Singles|Double|National|International|Early|Late|Mid|Renminbi|The|This|That|Its|Our|Bitcoin"
    r"|Islam|Mandarin"
    r"|Cantonese|Reuters|Bloomberg|Xinhua|Caixin|Yicai|Nikkei|Customs|Belt|Western|Eastern|Northern|Southern|African"
    r"|European|American|Asian|Olympic|World"
    r"|Amazon|Google"
    r"|Facebook|Apple|Alibaba|Taobao|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_BODY = pattern(
    r"^ (?-i:(?:Group|Corp|Company|Co|Ltd|Inc|Bank|Daily|News|Times|Fair|Expo|Index|Festival|Cup|Airlines"
    r"|Holdings|Technology"
    r"|University|Institute|Customs|Bureau|Post|Poll|poll|survey|Business|Morning|Evening|Road|Street|Avenue))\b"
)
_NEXT_CAPITAL = pattern(r"^(?-i: [A-Z])")
_LAST_CAPITAL = pattern(r"(?:^|[^A-Za-z])(?-i:(?:[B-HJ-SU-Z]|A[a-su-z]|I[a-mo-z]|T[a-gi-z])[A-Za-z'-]*) $")
_SAID_OF = pattern(
    r"^(?:'s\b|,|-| (?:is|was|has|had|will|and|aims?|plans?|expects?|wants?|ranks?|hosts?|handles?|boasts?|produces?"
    r"|makes?|accounts?"
    r"|exports?|imports?|sent|took|made|grew|rose|fell|sold|drew|led|hit|won|became|went|kept|lost|saw|City|County"
    r"|District|Port"
    r"|Airport|Province|Town|Prefecture|Mountain|Island|Lake|Bay|[a-z]+ed)\b)"
)
_NAMED_FIRM = pattern(
    r"(?:\b(?:retailer|platform|brand|firm|company|exporter|importer|app|start-?up|group|giant|courier|forwarder|broker"
    r"|carrier|chain|operator|supplier|wholesaler|distributor|label|agency|bank|airline|consultancy)|maker),? $"
)
_OF_FIRM = pattern(
    r"^'s (?:shares?|stock|net pro|profit|earnings|founder|chairm|chairwo|chief|CEO|board|market val|brand|gross mar)"
)
_NO_PLACES_BEHIND = ("-based ", " by ")
"""Behind them stands a firm or who did something: "Hangzhou-based Qianjiang Cargo Airlines", "polled by Caixin"."""
PARTS_OF_CITY = (
    " sub-district",
    " subdistrict",
    " neighborhood",
    " neighbourhood",
    " community",
    " market",
    " Market",
    " Road",
    " Street",
    " Park",
    " Square",
    " complex",
    " mall",
    " Mall",
    " plaza",
    " Plaza",
    " hub",
    " hall",
    " Hall",
)
"""What a city's own is: "Yiwu's Binwang market" lies in Yiwu."""
_IS_FIRM = pattern(
    r"^, (?:an?|the) (?:[a-z'-]+ ){0,5}?(?:[a-z]*maker|producer|exporter|importer|firm|company|supplier|retailer|brand"
    r"|manufacturer|platform|operator|start-?up|chain|group|forwarder|consultancy|brokerage|agency|bank|studio)\b"
)
_APPOSED = 64
_KINDS = pattern(
    r"^(?-i: (?:City|County|District|Port|Airport|Province|Town|Prefecture|West|East|North|South|Station|Railway"
    r"|Free|High|New"
    r"|Bonded|Economic|Comprehensive|International|Market|Customs|Mountain|Island|Lake|Bay|Municipal|Development))\b"
)


@cache
def _pinyin() -> Expression:
    """Give the expression for a name of two to four syllables, in lower case."""
    syllables = [
        initial + final
        for row in _FINALS.split("\n")
        if ":" in row
        for initial, finals in [row.split(":")]
        for final in finals.split()
    ]
    one = "(?:" + "|".join(sorted(syllables, key=lambda syllable: (-len(syllable), syllable))) + ")"
    return pattern(f"^{one}(?:'?{one}){{1,3}}$")


def reads_as_chinese(name: str) -> bool:
    """Say whether the first word of a name is made of pinyin syllables."""
    return bool(_pinyin().match(name.split(maxsplit=1)[0].lower()))


_STAKE = pattern(r"\b(?:shares?|stakes?|stock|interest|investment|investors|holding) in (?:the )?$")
"""What makes a name behind "in" that of a firm: "Shares in Baixin Stationery surged"."""


def unlisted(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of place names that are told from their form or their preposition alone, in order."""
    found = {
        match.span("name")
        for match in _LOCATED.finditer(text)
        if _is_town(text, *match.span("name")) and not _STAKE.search(text[: match.start("name")])
    }
    found |= {match.span("name") for match in _PART_OF_LAND.finditer(text)}
    found |= {match.span("town") for match in _SENT_FROM.finditer(text[:_LONGEST_DATELINE])}
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        word = match.group().lower()
        if match.group("kind"):
            word = word[: -len(match.group("kind"))]
        elif word.endswith("'s"):
            end, word = end - 2, word[:-2]
        if (
            word in _NO_PLACE
            or word.endswith(("ese", "yan", "ean", "anian"))
            or word in MONTHS
            or word in ONES
            or word in TENS
            or len(word) < 4
            or not _pinyin().match(word)
            or (word.startswith("xiao") and not _KINDS.match(text[end : end + 16]))  # a mascot: "Xiaoyi went"
        ):
            continue
        follow, head = text[end : end + 16], text[max(0, start - 24) : start]
        if not text[:start].strip(" \"“'-–—•*▪▶") and not _SAID_OF.match(follow):
            continue
        if (
            _NAMED_FIRM.search(head)
            or _OF_FIRM.match(follow)
            or _IS_FIRM.match(text[end : end + _APPOSED])
            or (head.endswith(("“", '"')) and follow.startswith(("”", '"')))  # a product: the "Xiaoshang" assistant
            or head.endswith((*_NO_PLACES_BEHIND, ", a ", ", an "))  # somebody: "Mahmoud Saleh, a Yemeni, opened"
            or (
                head.endswith("(") and follow.startswith((")", " ["))
            )  # an agency, "(Yicai) April 23 --"; a rule's number
            or (head.endswith("'s ") and follow.startswith(PARTS_OF_CITY))
            or follow.startswith((" market in ", " Market in "))  # "the Beiyuan market in Yiwu"
            or (_LAST_CAPITAL.search(head) and not head.endswith("'s "))
            or (_NEXT_CAPITAL.match(follow) and not _KINDS.match(follow))
        ):
            continue
        found.add((start, end))
    return iter(sorted(span for span in found if not _ROAD.match(text[span[1] : span[1] + _LONGEST_ROAD])))


_SENT_FROM = pattern(
    r"^(?-i:(?P<town>[A-Z]{3,}(?:[ '-][A-Z]{2,}){0,2}), (?:[A-Z][a-z]+ ?){1,2}),?(?: [A-Z][a-z]{2,8}\.? [0-9]{1,2})?"
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:--|—|–)"
)
"""A town abroad from which a report was sent: "WOLKA KOSOWSKA, Poland -- At half past four"."""
_LONGEST_DATELINE = 90
_ROAD = Brief(
    r"^ (?:(?:North|South|East|West|Middle|Central) )?(?:Road|Street|Avenue|Boulevard|campaign|operation|initiative"
    r"|scheme)\b"
)
"""What makes the name of a place that of a road: "near Chouzhou North Road"."""
_LONGEST_ROAD = 24


def _is_town(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if words.endswith("'s"):
        return False
    follow = text[end : end + 16]
    if words.split()[0].split("-")[0].lower() in MONTHS or _NO_TOWN.match(words) or _BODY.match(follow):
        return False
    return not (" " in words and _BODY.match(" " + words.split(" ", 1)[1]))
