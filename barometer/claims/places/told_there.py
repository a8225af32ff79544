"""Places of a Chinese text that are left again within a sentence: behind a quotation, where something is made 就地."""

from barometer.claims.case import Case
from barometer.claims.places.ground import Ground, lies_abroad, lies_at_home
from barometer.claims.text.expressions import Brief
from barometer.claims.values import PlaceMark


def still_told(case: Case, holding: list[PlaceMark], ground: Ground) -> list[PlaceMark]:
    """Give the places without the home of a firm from which a text on its plant abroad has turned back there.

    “从金华运来要40天，就地生产，三天就能送到。”他说，去年工厂卖了80万件.
    """
    if case.language.base_follows or not lies_abroad(ground.carried, case.lexicon):
        return holding
    return [mark for mark in holding if not (lies_at_home(mark.name, case.lexicon) and _is_left(case, mark))]


def _is_left(case: Case, mark: PlaceMark) -> bool:
    """Say whether the words between a place and a figure turn back to where the plant is."""
    gap = case.reading.text[mark.end : case.mention.start]
    return _TURNS_BACK.search(gap) is not None


_TURNS_BACK = Brief(
    r"，(?:就地|就近|在当地|当地|本地)[^，。；0-9]{1,6}|”[^”“]*，[^，“”]{0,6}(?:工厂|该厂|厂里|仓库|该仓|门店|分厂|新厂)"
)


def made_behind(case: Case) -> PlaceMark | None:
    """Give the place in which a share is told to be made: 其中七成以上的产品|产自|中国."""
    if case.dimension != "ratio" or case.language.base_follows:
        return None
    text, end = case.reading.text, case.mention.end
    behind = next((mark for mark in case.reading.places if mark.start >= end and mark.name), None)
    if behind is None or _MADE_IN.match(text[end : behind.start]) is None:
        return None
    return next((mark for mark in case.reading.places if mark.start == behind.end and mark.name), behind)


_MADE_IN = Brief(r"^(?:以上|左右|多)?(?:的\p{Han}{0,8}|\p{Han}{0,4})?(?:产自|出自|造自|源自|是在)$")
