"""Chinese figures that are of another time than the one told: what was made ready, what is supposed or was before."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief


def is_made_ready(case: Case) -> bool:
    """Say whether a Chinese figure is what was made ready before the time told of: 为了这波大促，提前备了50万件货."""
    if case.language.base_follows:
        return False
    dated = any(mark.start >= case.clause[0] for mark in case.reading.periods)
    return not dated and _READIED.search(case.reading.text[: case.mention.start]) is not None


_READIED = Brief(
    r"(?:为了?(?:这|备战|迎接|迎战|应对)[^，。；]{1,10}，|提前|早早|预先)[^。；”]{0,12}?(?:备|囤|招|请|存|订|租|雇)(?:了|下|好|足)"
)


def is_supposed(case: Case) -> bool:
    """Say whether a Chinese clause only supposes its figure, or tells how it would be as it was: 若关税加至60%."""
    if case.language.base_follows:
        return False
    words = case.reading.text[case.clause[0] : case.mention.start].lstrip("，")
    as_before = "按" in case.reading.text and _AS_BEFORE.search(case.reading.text[: case.mention.start]) is not None
    return as_before or words.startswith(_SUPPOSING)


_AS_BEFORE = Brief(r"按照?(?:之前|此前|以前|从前|过去|原来|原先|往年|老|旧)的[^，。；0-9]{1,8}，[^，。；0-9]{0,12}$")
"""What tells how it would be as it was: 按之前的税率，到岸价要29元."""
_SUPPOSING = ("若", "如果", "假如", "倘若", "要是", "一旦", "假设")


def is_set_up_too(case: Case) -> bool:
    """Say whether a Chinese sentence opens on one more thing somebody has somewhere: 他还在达喀尔建了一座仓库."""
    if case.language.base_follows or case.reading.periods:
        return False
    return _SET_UP_TOO.match(case.reading.text) is not None


_SET_UP_TOO = Brief(
    r"^\s*(?:[他她]们?|公司|企业|厂里|集团)?(?:还|又|也)在\p{Han}{2,10}?(?:建|租|买|开|设|投)(?:起|下|成|立|出|资)?了"
)
