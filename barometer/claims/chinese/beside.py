"""What a Chinese number measures, told by the words right beside it: 4类上涨, 下跌的39个, 干了11年, 9平方米的商位."""

from barometer.claims.chinese.phrases import noun_behind
from barometer.claims.scanning import pattern
from barometer.claims.values import Mention, Role

Span = tuple[int, int]

_MOVES = pattern(
    r"^(?:上涨|下跌|持平|涨价|降价|上升|下降|增长|回落|走高|走低|走平|上扬|下滑|回升|上行|下行|飘红|飘绿)(?:[，。；、,;]|$)"
)
_MOVED = pattern(
    r"(?P<those>(?:上涨|下跌|持平|涨价|降价|上升|下降|增长|回落|走高|走低)的)(?:有|为|共|达)?(?:约|近|逾|超)?$"
)
_LASTED = pattern(r"(?P<verb>[干住做待等学跑守开卖用走站种养拖熬忙教]了)(?:整整|足足|将近|近|约|快|已经|已)?$")
_SIZED = pattern(r"^(?:以上|以下|左右|多)?的(?P<noun>[\p{Han}]{1,8}?)(?:[，。；、]|$|可|能|已|有|里|内|上|年|月|日|每)")
_NEAR = 14
_FAR = 12
_SIZES = frozenset({"square_metre", "mu"})


def beside(text: str, mention: Mention, kind: str, role: Role) -> Span | None:
    """Give the words beside a number that name what it measures, none where its subject does."""
    head, end = text[max(0, mention.start - _NEAR) : mention.start], mention.end
    first = mention.start - len(head)
    if kind == "count":
        moves = _MOVES.match(text[end : end + 4])
        if moves is not None:
            return end, end + len(moves.group().rstrip("，。；、,;"))
        moved = _MOVED.search(head) if "的" in head else None
        return (first + moved.start("those"), first + moved.end("those")) if moved is not None else None
    if kind == "duration":
        lasted = _LASTED.search(head) if "了" in head else None
        if lasted is None:
            return None
        noun = noun_behind(text, end, end + _FAR)
        return noun if noun is not None else (first + lasted.start("verb"), first + lasted.end("verb"))
    if mention.unit in _SIZES and role.name == "bare" and "的" in text[end : end + 3]:
        sized = _SIZED.match(text[end : end + _FAR])
        return (end + sized.start("noun"), end + sized.end("noun")) if sized is not None else None
    return None


_RESTATED = pattern(
    r"^[（(，,]?(?:按[^，。）)]{1,10}[，,]?)?(?:折合|约合|折算|合|相当于|折合成)(?:人民币|美元|每(?:天|分钟|小时|秒|月)(?:有|就有)?|平均每[天月])?(?:约|近|逾|超|大约|是|有|为)?$"
)


def restated(words: str) -> bool:
    """Say whether the words between two numbers only lead to the first one in other money or per day."""
    return bool(words) and _RESTATED.match(words) is not None
