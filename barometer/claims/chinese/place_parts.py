"""What part a place plays in a Chinese sentence by the words around its name: subject, partner, scope, dateline."""

from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import PlaceMark

_SENT = ("从", "由", "自")
_SENT_ON = pattern(
    r"^[^，。；从由至到往向]{0,10}?(?:下单|发货|运来|运过来|发来|寄来|发往|运到|运抵|发到|送到|运往|运走|运出|出发|始发|发出|起运|启程|起飞|驶出|驶往|开往|销往|出境|出海|发车|发运|寄出|寄往|开出|拉走|直邮|直发|直运"
    r"|直飞|空运|海运)|^[^，。；的]{0,4}(?:采购|进货|拿货|订货)|^(?:到|至)[\p{Han}]{2}"
)
_ABROAD = frozenset({"country", "region", "foreign_city"})
_AND_OTHERS = pattern(
    r"^(?:[、和及][\p{Han}]{2,8}?){0,8}等(?:国|地|国家|地区|[0-9]|[一二三四五六七八九十])|^(?:[0-9]+|[一二两三四五六七八九十]+)个?(?:国家|国)"
)
_OF_WORDS = ("语", "籍", "菜", "风味", "口音", "商会")
_OF_PARTNER = Brief(
    r"^(?:的)?(?:(?:籍)?(?:员工|雇员|店员|翻译|助手|合伙人|妻子|丈夫)|对华(?:[^关加税征]|$)|企业(?:参展|组团|亮相)|参展商|展商|(?:连锁)?超市|商超|连锁|零售商|百货公司"
    r"|站(?:[点订销的G]|卖家|市场)|客户|[一有某几两][个位家名](?:\p{Han}{0,4}?)(?:客户|客商|采购商|买家|超市|零售商|经销商|批发商|进口商|商超|连锁店)|包邮|单子|投资者|投资人"
    r"|关税|馆|(?:\p{Han}{1,3})?展台|展区|展团|(?:也|还|就|只|仅|才|已|大约|约|现|则|便|分别)*占|客人|买家|老客户|新客户|客商|采购商|商人|订单|市场占|籍|语|占比|市场占比"
    r"|份额|产品|制造(?:[^业]|$)|商品占|粉|菜|餐|料理|烤肉|咖啡|红酒|啤酒|人(?:[^均数口员民次才工类力体为群士大气造货工]|$)|小伙|姑娘|商会|消费者|游客|顾客|进口商|经销商|批发商|零售商"
    r"|市场的|方向|航线|线)"
)


def part_of(text: str, start: int, end: int, named: tuple[str, str], part: str, found: list[PlaceMark]) -> str:
    """Give the part of a place by what stands behind it, too; `part` is what the words in front make of it."""
    name, level = named
    head, follows = text[max(0, start - 8) : start], text[end : end + 10]
    polled = part == "partner" and head.endswith(_ASKED_OF) and _POLLED.match(text[end : end + _LONGEST_POLL])
    visited = part == "partner" and _is_visited(head, level, follows, found)
    if polled or visited or (part in {"subject", "partner"} and head.endswith(_SENT) and _SENT_ON.match(follows)):
        part = "subject"
    elif part == "subject" and (_is_partner(name, level, text[end : end + 36]) or _is_passed(head, level, follows)):
        part = "partner"
    elif part == "subject" and (_of_scholar(text[end : end + 30]) or _is_dateline(head, text[end : end + 24])):
        part = "dateline"
    if part == "subject" and "主办" in text and _is_organiser(text, start, end):
        part = "dateline"
    if part == "subject" and level in {"province", "country"} and _OF_FIRM.match(text[end : end + _LONGEST_FIRM]):
        part = "dateline"  # 浙江木童玩具有限公司 lies where it is told of
    if part == "subject" and head.endswith("在") and _RANKED_AMONG.match(text[end : end + _LONGEST_CAUSE]):
        part = "scope"  # 在金华各县（市、区）中排名第二
    shipped = level in _ABROAD and _SHIPPED.search(head)  # 这柜28万件手机壳发秘鲁
    if part == "subject" and (shipped or follows.startswith(_FROM_THERE) or (found and _is_towards(text[:start]))):
        part = "partner"
    if text[end : end + 1] in {"至", "到", "—", "-"} and part == "subject":
        part = "origin"
    others = _is_of_others(head, level, text[end : end + _LONGEST_CAUSE])
    if part == "subject" and (others or (found and _is_beside(text[found[-1].end : start], follows, found))):
        part = "partner"
    abroad = found and found[-1].end == start and found[-1].level == level == "country"
    if abroad and part == "subject" and found[-1].part == "subject":
        part = "partner"
    if found and found[-1].part == "origin" and part == "subject" and _TO.match(text[found[-1].end : start]):
        part = "partner"
    return part


def _is_organiser(text: str, start: int, end: int) -> bool:
    """Say whether a place is only that of who organises a fair: 由义乌市人民政府主办."""
    led = max(text.rfind("由", 0, start), text.rfind("。", 0, start), text.rfind("，", 0, start))
    return text.startswith("由", led) and _ORGANISES.match(text[end : end + _LONGEST_ORGANISER]) is not None


_ORGANISES = Brief(r"^[^，。；]{0,28}?(?:主办|承办|协办|指导)")
_LONGEST_ORGANISER = 32


def _is_of_others(head: str, level: str, behind: str) -> bool:
    """Say whether a place is only where a cause, some of those counted or most goods come from.

    受美国加征关税影响, 其中浙江企业占一半以上, 鲜切花以厄瓜多尔玫瑰为主.
    """
    if head.endswith("受"):
        return _BECAUSE.match(behind) is not None
    if head.endswith("给"):
        return behind.startswith(_CUSTOMERS)
    if head.endswith("其中"):
        return behind.startswith(_SHARES)
    return level in _ABROAD and head.endswith("以") and "为主" in behind


def _is_visited(head: str, level: str, follows: str, found: list[PlaceMark]) -> bool:
    """Say whether a town is where those told of come to do something, and no other is told of: 外商到义乌采购."""
    comes = level not in _ABROAD and head.endswith(_COMES) and _VISITS.match(follows) is not None
    return comes and all(place.part != "subject" for place in found)


_POLLED = Brief(r"^[^，。；]{2,20}的(?:\p{Han}{0,4})?(?:问卷|调查|走访|抽样|调研|摸底)")
"""What makes a place behind 对 that of those asked: 对义乌500家外贸企业的问卷调查."""
_LONGEST_POLL = 28
_COMES = ("到", "来到", "赴", "抵达")
_VISITS = Brief(
    r"^(?:市场)?(?:进行|来)?(?:采购|参展|参会|经商|考察|旅游|观光|看货|选品|进货|洽谈|观展|逛展|淘货|拿货|办厂|开店|打卡)"
)
"""What visitors do in the town that they come to: 4.6万名外商到义乌采购."""
_ASKED_OF = ("对", "面向", "针对")
_SHIPPED = Brief(r"[^开批研出蒸爆频首转散分沙]发$")
_SHARES = tuple(f"{who}{verb}" for who in ("企业", "展商", "参展商", "参展企业") for verb in ("占", "超"))
_OF_FIRM = Brief(
    r"^[\p{Han}]{2,12}?有限公司|^[\p{Han}]{2,8}?(?:业|工贸|科技|股份|集团|贸易|电器|家居|控股)"
    r"(?:有限公司|公司)?(?:副?总经理|董事长|负责人|创始人|副总|总裁|厂长|外贸经理|销售总监|总监)"
)
_LONGEST_FIRM = 20
_TOWARDS = pattern(r"对[^，。；]{1,20}的$")


def _is_towards(head: str) -> bool:
    """Say whether a place is that towards which another does something: 美国对不超过800美元的中国包裹."""
    return head.endswith("的") and "对" in head and _TOWARDS.search(head) is not None


_FROM_THERE = ("产的", "造的", "生产的", "制造的", "司机", "师傅", "小伙", "姑娘", "小哥", "大哥", "大姐", "阿姨")
"""Who or what only comes from a place: 甘肃司机马有福, 瑞安产的密封条."""
_BECAUSE = Brief(r"^[^，。；]{0,14}(?:影响|拖累|冲击|提振|带动|拉动|推动)")
_LONGEST_CAUSE = 18
_RANKED_AMONG = Brief(r"^(?:市|省)?(?:各|所有|全部|[0-9]+个)[^，。；中]{1,12}中(?:排|位|分列|分居|居|名列|列|稳居)")


def _is_beside(gap: str, follows: str, found: list[PlaceMark]) -> bool:
    """Say whether a place is only where goods sent from another arrive, or where somebody told of elsewhere is from."""
    if follows.startswith(_ARRIVING) and _ON_THE_WAY.search(gap) is not None:
        return True
    return _PERSON_FROM.match(follows) is not None and any(one.level in _ABROAD for one in found)


_CUSTOMERS = (
    "客户",
    "的客户",
    "买家",
    "的买家",
    "客商",
    "的客商",
    "的经销商",
    "经销商",
    "的超市",
    "的老客户",
    "老客户",
)
"""To whom goods go that are made elsewhere: 这批灯笼是给广州的客户."""
_ARRIVING = (
    "收货",
    "到货",
    "送达",
    "交货",
    "签收",
    "提货",
    "入仓",
    "上架",
    "到港",
    "到岸",
    "清关",
    "要",
    "需",
    "得",
    "只要",
    "约需",
)
_ON_THE_WAY = Brief(r"^[^，。；]{1,6}[到至]$")
"""What stands between where goods are sent off and where they arrive: 从义乌下单|到|科伦坡收货."""
_PERSON_FROM = Brief(
    r"^人在(?:当地|这里|那里|此地|此)|^人[^均口才民次员工力们群数]\p{Han}{1,2}(?:的|在|与|和|把|，)"
    r"|^(?:市)?(?:企业|公司|鞋企|袜企|民企|老板|商人|厂家)?\p{Han}{2,8}的(?:工厂|车间|厂|分厂|仓库|海外仓|门店|展厅|基地|生产线)(?:里|内|中)"
)
"""Somebody told of by where he is from, in a place told before: 在拉各斯郊外，金华人郑立的厂里."""
_TO = pattern(r"^(?:至|到|—|-|——|–|→)+$")
_OF_SCHOLAR = pattern(
    r"^[\p{Han}]{0,10}(?:大学|学院|研究院|研究所|智库|证券|期货|社科院)[\p{Han}]{0,10}"
    r"(?:教授|研究员|院长|专家|分析师|首席|博士|副教授|学者)"
)
"""What stands behind a place that is only part of the name of whom a scholar works for."""


_SCHOOLS = Words("学院所库券货")


def _of_scholar(follows: str) -> bool:
    return _SCHOOLS.found_in(follows) is not None and _OF_SCHOLAR.match(follows) is not None


_WIRE = (
    "新华社",
    "中新社",
    "中新网",
    "新华网",
    "人民网",
    "央视网",
    "央广网",
    "环球网",
    "本报",
    "法新社",
    "路透社",
    "记者",
)
_SENT_FROM = Brief(r"^(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:电|讯|消息|[（(]记者)|^(?:电|讯)[ （(]")


def _is_dateline(head: str, follows: str) -> bool:
    """Say whether a place only tells where a report was sent from: 新华社北京6月15日电."""
    return head.endswith(_WIRE) and _SENT_FROM.match(follows) is not None


def _is_passed(head: str, level: str, follows: str) -> bool:
    """Say whether goods only pass through a place, 经上海中转, or go to a country, 出口俄罗斯."""
    if level in _ABROAD and (head.endswith(("出口", "进口", "去", "前往", "飞", "回")) or _VISITED_FOR.match(follows)):
        return True
    if head.endswith("距") and "公里的" in follows:
        return True  # 在距上海约300公里的义乌
    return head.endswith("经") and (
        follows.startswith(("发往", "运往", "驶往", "出海", "中转，", "中转。", "转运，", "换装，", "市场采购"))
        or _SHIPPED_VIA.match(follows) is not None
    )


_SHIPPED_VIA = Brief(
    r"^(?:舟山)?(?:港|口岸|机场|站)?(?:海运|空运|陆运|铁路|转|中转|出运|出口)?"
    r"(?:发|运|出)?(?:到|至|往)"
)
"""What makes a place one that goods only pass: 经宁波港海运至汉堡."""


_VISITED_FOR = Brief(r"^(?:参展|考察|出差|拜访|路演|看展|参加展|开拓市场|拓市场)")
"""What somebody from here does in a country: 带着样品到德国参展."""


_TOWARDS_THERE = Brief(r"^(?:方向|地区方向)(?:[^发始驶开出来]|$)")
"""What makes a place at home that to which parcels or boxes go: 新疆、西藏方向."""
_CUSTOMS_APART = frozenset({"Hong Kong", "Macao", "Taiwan"})
_BUYERS = ("客商", "采购商", "买家", "客户", "商人", "订单", "老板", "进口商", "经销商")
"""Who or what comes from a land of its own customs where another place is told of: 一位香港客商."""


_OF_SITE = Brief(
    r"^(?:本地|当地)仓|^站点?(?:则|也|还|已|将|近日|日前|正式)*(?:宣布|公布|公告|表示|透露|上调|下调|对卖家)"
)
"""What makes a region where a platform or its stock is: 其欧洲本地仓订单量, 东南亚站点宣布."""


def is_site(level: str, follows: str) -> bool:
    """Say whether a region is where a platform has a site that speaks for it, or its stock: 其欧洲本地仓订单量."""
    return level == "region" and _OF_SITE.match(follows) is not None


def _is_partner(name: str, level: str, follows: str) -> bool:
    """Say whether the words behind a place make it the other side of a trade: 沙特订单, 约旦、也门等国."""
    if is_site(level, follows):
        return False
    if name in _CUSTOMS_APART and follows.startswith(_BUYERS):
        return True
    if level not in _ABROAD:
        return follows.startswith(_OF_WORDS) or _TOWARDS_THERE.match(follows) is not None
    return bool(_AND_OTHERS.match(follows) or _OF_PARTNER.match(follows))
