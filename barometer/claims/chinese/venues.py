"""Where a Chinese sentence says that a fair is held: its figures are of there, not of the place in its name."""

from collections.abc import Iterator

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.values import PlaceMark

_LONGEST = 30
_HELD = Brief(
    r"^[^，。；]{0,18}?(?:举行|举办|落幕|闭幕|开幕|召开|启幕|收官|收幕|揭幕|开馆|闭馆|拉开帷幕|落下帷幕|正式开展)"
)
_FAIR = Brief(r"^[^，。；在]{0,14}?(?:博览会|交易会|展销会|展览会|博会|采购节|购物节|展会|大会|峰会|论坛)")


_CAUSE = Brief(
    r"^(?:政府|海关|总统|贸易代表办公室)?(?:取消|加征|加税|提税|实施|宣布|上调|下调|征收|叫停|收紧|调整|暂停|恢复|对[^，。；]{1,8}[加征])"
    r"[^，。；]{0,24}(?:后|以来|以后|之后)，|^(?:政府)?对华(?:加征)?的?关税"
)
"""What makes a country abroad only the cause of what follows: 美国取消小包免税后，每单成本多出9元, 美国对华关税."""
_LONGEST_CAUSE = 48


def with_causes(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with a country whose measure is only the cause of what the sentence tells marked as such."""
    return [
        replace(place, scene="cause")
        if place.level in {"country", "region"}
        and place.name != "China"
        and _CAUSE.match(text[place.end : place.end + _LONGEST_CAUSE])
        else place
        for place in found
    ]


def at_venue(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with that in a fair's name set back where its venue is told: 金华农博会在义乌国际博览中心落幕."""
    venues = [place for before, place in zip([None, *found], found, strict=False) if _is_venue(text, place, before)]
    venues = [one for one in venues if not any(one.end == other.start for other in venues)]  # 在波兰华沙举行
    if not venues:
        return found
    return [
        replace(place, scene="venue")
        if place in venues
        else replace(place, part="dateline")
        if place.part == "subject" and _FAIR.match(text[place.end : place.end + _LONGEST])
        else place
        for place in found
    ]


def _is_venue(text: str, place: PlaceMark, before: PlaceMark | None) -> bool:
    """Say whether a place is where something is held; a country may stand in front of it: 在波兰华沙举行."""
    start = before.start if before is not None and before.end == place.start else place.start
    return text.endswith("在", 0, start) and _HELD.match(text[place.end : place.end + _LONGEST]) is not None


_OF_FAIR = Brief(
    r"^(?:据?(?:展会|大会)?(?:主办方|组委会|主办单位)[^，。；]{0,4}，)?"
    r"(?:本届|此次|这次|这届|为期[^，。；]{1,4}的)?(?:展会|博览会|展览|展销会|本届[^，。；]{0,8}[展会节])"
)


def opens_on_fair(text: str) -> bool:
    """Say whether a sentence opens on the fair told of before: 本届展会为期3天."""
    return _OF_FAIR.match(text) is not None


_NOWHERE_WORDS = """
世界杯 奥运会 亚运会 欧洲杯 亚洲杯 全运会 冬奥会 美洲杯
届赛 届比赛 届杯赛 届大赛 次赛事 次比赛 次杯赛 次大赛 项赛事 项比赛 项杯赛 项大赛
阿里巴巴 国际站 速卖通 亚马逊 eBay Temu TikTok Shopee SHEIN 全球购 考拉
亚欧 欧亚 太平洋 大西洋 世界集装箱 全球集装箱 WCI FBX
"""
_NOWHERE = Words(_NOWHERE_WORDS.split())
"""What one of stands where a sentence tells of games, platforms or routes, which few do."""
_OF_GAMES = Brief(
    r"(?P<games>世界杯|奥运会|亚运会|欧洲杯|亚洲杯|全运会|冬奥会|美洲杯)(?:足球赛|赛事|正赛)?，?(?:将|共|也|首次|扩军|扩军后|决赛圈)*"
    r"(?:有|到|至|由|吸引)[0-9]+(?:支|个国家|个代表团|名运动员)"
    r"|(?:^|[，。；称出说示：])(?P<edition>(?:本届|这届|该项|此次)(?:赛事|比赛|杯赛|大赛))"
)
"""What tells how many take part in games, which is of no town that only trades in what goes with them."""
_OF_PLATFORM = Brief(
    r"(?:^|[，。；据自])(?P<platform>阿里巴巴国际站|阿里国际站|阿里巴巴|速卖通|亚马逊|eBay|Temu"
    r"|TikTok ?Shop|TikTok|Shopee|SHEIN)"
    r"(?:平台|后台|官方)?(?:的|发布的|公布的)?(?:最新)?(?:数据|报告|榜单|指数|统计)[^，。；：0-9]{0,4}(?:显示|表明|称|统计)"
)
"""What tells that the figures which follow are those of a platform that sells for all the world."""


_OF_ROUTE = Brief(
    r"(?P<route>(?:亚欧|欧亚|跨太平洋|跨大西洋)(?:航线|航次|线路)|(?:世界|全球)集装箱(?:运价)?(?:综合)?指数|WCI|FBX)"
)
"""What tells of ships or rates on routes between parts of the world, which hold in no town told of before."""


def of_no_place(text: str) -> Iterator[PlaceMark]:
    """Give what a sentence tells of that holds in no place: the size of games, the figures of a platform."""
    if _NOWHERE.found_in(text) is None:
        return
    for match in _OF_GAMES.finditer(text):
        yield PlaceMark(*match.span("games" if match.group("games") else "edition"), None, "world")
    for match in _OF_ROUTE.finditer(text):
        yield PlaceMark(*match.span("route"), None, "world")
    for match in _OF_PLATFORM.finditer(text):
        yield PlaceMark(*match.span("platform"), None, "world")
