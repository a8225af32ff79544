"""Shares that Chinese tells without a word for one: 61%的企业订单增加，20%持平, 利润只拿到四分之一, 全部利润的七成."""

from collections.abc import Iterator

from barometer.claims.text.expressions import Brief, Words
from barometer.claims.values import Cue, Mark, Mention

_MOVED_SO = Brief(
    r"^(?:左右|以上|以下)?(?:的)?(?:基本|大致|略有|有所|明显|出现)?"
    r"(?:持平|不变|增加|减少|增长|上升|下降|下滑|好转|恶化|亏损|盈利|回升|回落|上涨|下跌)(?:[，。；、]|$)"
)
_CHOSE = Brief(r"^(?:左右)?(?:选[择“‘]|提到|提及|担心|反映|认为)")
"""What so many of those asked do beside others: 57.8%的企业选“汇率波动”，49.1%选“海运费不稳”."""
_OF_THOSE = Brief(
    r"^(?:左右|以上)?的(?:受访|样本|被调查|参与调查的)?(?:企业|商户|经营户|卖家|商家|采购商|工厂|受访者|店主|会员|网店|厂家)[^，。；0-9]{0,16}$"
)
_THOSE = frozenset("左以的")
"""What one of stands behind a percent of those asked."""
_GETS = Brief(r"(?:拿到|分到|拿走|赚到|分得|得到|贡献|只占|拿|分|揽下|包揽|撑起)了?(?:约|近|逾|超)?$")
_OF_ALL = Brief(
    r"(?:拿走|拿下|赚走|贡献|撑起|包揽|揽下|吃掉|拿到|分走|买走|订走)了?"
    r"(?:全部|总|整个|全年|全球|全国|全市|行业)[\p{Han}]{1,8}的(?:约|近|逾|超)?$"
)
_PARTED_WORDS = """
选 担心 提到 反映 认为 持平 不变 增加 减少 增长 升 降 下滑 好转 恶化 亏损 盈利 回落 涨 跌
"""
_PARTED = Words(_PARTED_WORDS.split())
"""What those asked do or see, of whom others do or see something else."""
_NEAR = 12
_FAR = 20


def parts_answered(text: str, found: list[Mention]) -> Iterator[Mark]:
    """Give what makes a percent a share: the ones before it are those of others asked, or it is taken of a whole."""
    listing = False
    for index, mention in enumerate(found):
        if mention.unit != "percent":
            listing = False
            continue
        behind = text[mention.end : mention.end + _NEAR] if listing else ""
        listing = listing and (_MOVED_SO.match(behind) is not None or _CHOSE.match(behind) is not None)
        if listing:
            yield Mark(mention.start - 1, mention.start, Cue.SHARE)
        elif text[mention.end : mention.end + 1] in _THOSE:
            end = found[index + 1].start if index + 1 < len(found) else len(text)
            between = text[mention.end : end].rstrip("，、；")
            listing = _OF_THOSE.match(between) is not None and _PARTED.found_in(between) is not None
        if mention.numeral.form == "fraction" and _is_taken(text, mention):
            yield Mark(mention.start - 2, mention.start, Cue.SHARE)


def _is_taken(text: str, mention: Mention) -> bool:
    """Say whether a fraction is what somebody takes of a whole: 拿走了全部利润的七成, 利润只拿到四分之一."""
    head = text[max(0, mention.start - _FAR) : mention.start]
    if "分之" in text[mention.numeral.start : mention.numeral.end] and _GETS.search(head) is not None:
        return True
    return head.endswith(("的", "约", "近", "逾", "超")) and _OF_ALL.search(head) is not None
