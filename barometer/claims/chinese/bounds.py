"""The words that bound a number in Chinese, or join two into a range."""

from barometer.claims.text.expressions import pattern
from barometer.claims.units.ranges import Bounds

_OR = r"\s*(?:或者|或)?\s*"
BOUNDS = Bounds(
    before=pattern(
        rf"(?:(?P<ge>大于{_OR}等于|不小于|不少于|不低于|至少(?:是|有|为)?|最少|≥|>\s*=)"
        rf"|(?P<le>小于{_OR}等于|不大于|不超过|不多于|不高于|至多|最多(?:是|有|为)?|≤|<\s*=)"
        r"|(?P<gt>大于|超过了?|多于|高于|突破|逾|过|>)|(?P<lt>小于|少于|低于|不到|不足|<)|(?P<eq>等于|=))\s*$"
    ),
    after=pattern(
        rf"^\s*(?:个|次|岁|人次|亿|元)?(?:(?P<ge>{_OR}(?:及以上|以上|之上|更多))|(?P<le>{_OR}(?:及以下|以下|之下|以内|更少)))"
    ),
    around_before=pattern(r"比\s*$"),
    around_after=pattern(r"^\s*(?:(?P<gt>大|高|多)|(?P<lt>小|低|少))"),
    to=pattern(r"^(?:个|元|岁)?\s*(?:到|至|~|-|–|—|～)\s*第?$"),
    between=pattern(r"^\s*(?:和|与|跟)\s*第?$"),
    between_before=None,
    between_after=pattern(r"^\s*(?:之间|间)"),
    both=pattern(r"^\s*(?:的同时|并且|而且|并|且|,|，)?\s*$"),
)
