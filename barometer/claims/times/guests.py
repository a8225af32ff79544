"""What guests of a Chinese fair tell of at home, which is of no day of the fair: their shops, what goods cost there."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times.meaning import Clock


def is_of_guest(case: Case, clock: Clock) -> bool:
    """Say whether a figure of a text on a fair tells what a guest has elsewhere, or how dear goods are there.

    她在阿拉木图有两家店; “这里的价格比我们那边便宜四成。”
    """
    if case.language.base_follows or not clock.is_of_event():
        return False
    before = case.reading.text[: case.mention.start]
    return ("在" in before and _HAS_THERE.search(before) is not None) or (
        case.role.name == "change" and _DEARER_THERE.search(before) is not None
    )


_HAS_THERE = Brief(r"(?:^|[，。；“：])(?:[他她我]们?|自己)?在\p{Han}{2,8}?(?:开有|拥有|经营着?|开着|有)$")
_DEARER_THERE = Brief(
    r"比(?:我们|他们|我|在)?(?:国内|当地|那边|那里|本国|家乡|欧洲|老家|\p{Han}{2,4}市场)[^，。；0-9]{0,8}(?:便宜|贵|低|高|划算)(?:了|出)?$"
)
