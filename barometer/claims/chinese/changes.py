"""Changes told by the noun behind a percent: 或出现5%的回落."""

from barometer.claims.chinese.lent_units import CURRENCIES
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Mention

_CHANGE = Brief(
    r"^(?:左右|上下|以上|以下)?的(?:同比|环比|年均|正)?(?:(?P<up>增长|增幅|涨幅|升幅|上涨|上升|提升|增速|回升|反弹|扩张|上行)"
    r"|(?P<down>下降|下滑|降幅|跌幅|减幅|回落|下跌|缩减|萎缩|减少|负增长|衰退|下调|缩水|收缩|降低|回调|下行))(?:空间|余地|压力)?(?:[，。；、）)”？！]|$)"
)
_CHANGING = frozenset({"percent", "percentage_point", *CURRENCIES})
_LONGEST = 12


def with_changes(text: str, found: list[Mention]) -> list[Mention]:
    """Give a percent as the change that the noun behind it says it is: 或出现5%的回落."""
    movers = _MOVERS.match(text) if found and "幅" in text else None
    direction = None if movers is None else "up" if movers.group("up") else "down"
    if direction is not None:
        return [_moved(one, direction) for one in found]
    if "的" not in text:
        return found
    return [_told(text, one) if one.unit in _CHANGING and one.kind is None else one for one in found]


_MOVERS = Brief(
    r"^[^，。；：0-9]{0,4}(?:(?P<up>[涨增升]幅)|(?P<down>[跌降]幅))(?:居前|靠前|较大|最大|前列)"
    r"[^，。；：0-9]{0,6}："
)
"""What opens a list of what rose or fell most: 涨幅居前：电子电器类1.42%、箱包类0.96%."""


def _moved(one: Mention, direction: str) -> Mention:
    return replace(one, kind="change", direction=direction) if one.unit == "percent" and one.kind is None else one


def _told(text: str, one: Mention) -> Mention:
    behind = text[one.end : one.end + _LONGEST]
    told = _CHANGE.match(behind) if "的" in behind else None
    return one if told is None else replace(one, kind="change", direction="up" if told.group("up") else "down")
