"""What is known of places while a text is read, and which place "the city" or 全市 is."""

from dataclasses import dataclass
from functools import lru_cache

from barometer.claims.lexicon import Lexicon
from barometer.claims.values import Mention, PlaceMark
from barometer.model import Because

_LEVELS = {
    "city": frozenset({"city", "prefecture"}),
    "province": frozenset({"province"}),
    "country": frozenset({"country"}),
    "prefecture": frozenset({"prefecture"}),
    "county": frozenset({"county", "city"}),
    "district": frozenset({"district", "city"}),
    "township": frozenset({"district"}),
    "town": frozenset({"city", "district", "county"}),
}
HOME = "China"
WORLD = "world"


@dataclass(slots=True, unsafe_hash=True)
class Placed:
    """The place of a figure, why, and whether it came from outside the figure's sentence."""

    name: str | None = None
    because: Because | None = None
    inherited: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Ground:
    """What is known of places when a sentence is read: the one carried on, those seen, the source's, the title's.

    `venue` is where abroad a fair is told to be held, `there` where the last figures were. `placeless` says that the
    sentence before told last what it costs to carry goods, which holds nowhere.
    """

    carried: str | None = None
    because: Because | None = None
    seen: tuple[str, ...] = ()
    source: str | None = None
    home: str | None = None
    venue: str | None = None
    venue_because: Because | None = None
    placeless: bool = False
    there: Placed | None = None


@lru_cache(maxsize=512)  # every text of a source asks again, and there are few sources
def source_place(source: str | None, lexicon: Lexicon) -> str | None:
    """Give the place in a source's name (义乌发布, 浙江省统计局)."""
    if not source:
        return None
    best: tuple[int, str] | None = None
    for place in lexicon.places.values():
        for name in (*place.names["zh"], *place.names["en"]):
            if (
                name
                and name in source
                and place.level not in {"region", "world"}
                and (best is None or len(name) > best[0])
            ):
                best = (len(name), place.name)
    return best[1] if best else None


def resolved(mark: PlaceMark, ground: Ground, lexicon: Lexicon, nearby: tuple[tuple[int, str], ...] = ()) -> str | None:
    """Give the name of a place; "the city", 全市 is the last one named of that level, else the source's own."""
    if mark.name is not None:
        return mark.name
    if mark.level == "nation":
        near = [lexicon.places[name] for end, name in reversed(nearby) if end <= mark.start and name in lexicon.places]
        country = next((place.name for place in near if place.level == "country"), None)
        if country is not None:
            return country
    if mark.level in {"country", "nation"}:
        return _land_of(ground, lexicon)
    before = [name for end, name in nearby if end <= mark.start]
    if mark.level == "town" and not before and (town := _town_told(ground, lexicon)) is not None:
        return town
    if mark.level in {"village", "township"}:
        return _village(mark.level, before, ground, lexicon)
    return _of_level(mark.level, before, ground, lexicon)


def _land_of(ground: Ground, lexicon: Lexicon) -> str:
    """Give the country that "the country" is in a text on a place: the one abroad that it is or lies in, else China."""
    told = (name for name in (ground.carried, ground.home) if name is not None and name in lexicon.places)
    name = next(told, None)
    around = (lexicon.places[one] for one in (name, *lexicon.enclosing(name)) if one in lexicon.places) if name else ()
    return next((place.name for place in around if place.level == "country"), HOME)


def _town_told(ground: Ground, lexicon: Lexicon) -> str | None:
    """Give the town on no list of which a text tells, or that was named last: "it came from Fenshui. The town"."""
    told = (ground.carried, *ground.seen[-1:])
    return next((name for name in told if _is_unlisted(name, lexicon)), None)


def _village(level: str, before: list[str], ground: Ground, lexicon: Lexicon) -> str | None:
    """Give the village or town of a Chinese text that 全村 or 全镇 is: one that no list knows, or a listed town."""
    told = (*reversed(before), ground.carried, ground.home, *reversed(ground.seen))
    unlisted = next((name for name in told if _is_unlisted(name, lexicon)), None)
    if level == "village":
        return unlisted
    return _of_level("township", before, ground, lexicon) or unlisted or _of_level("district", before, ground, lexicon)


def lies_at_home(name: str | None, lexicon: Lexicon) -> bool:
    """Say whether a place lies in China, and is not all of it."""
    return name is not None and HOME in lexicon.enclosing(name)


def lies_abroad(name: str | None, lexicon: Lexicon) -> bool:
    """Say whether a place on the list lies outside China; what no list knows may lie anywhere."""
    return name is not None and name != HOME and name in lexicon.places and HOME not in lexicon.enclosing(name)


def turned_to(ground: Ground, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """Give the town inside the text's own city that it has turned to: "Yiwu leads. The city's exports", on Jinhua."""
    if ground.carried is None or ground.home is None or ground.home not in lexicon.enclosing(ground.carried):
        return ()
    return ((-1, ground.carried),)


def _of_level(level: str, before: list[str], ground: Ground, lexicon: Lexicon) -> str | None:
    """Give the last place of a level that was named, else that of the text or of its source."""
    wanted: frozenset[str] = _LEVELS.get(level, frozenset())
    home: tuple[str, ...] = (ground.home,) if ground.home is not None else ()
    named: tuple[str, ...] = (*reversed(before), *home, *reversed(ground.seen))
    for name in named:
        for candidate in (name, *lexicon.enclosing(name)):
            place = lexicon.places.get(candidate)
            if place is not None and place.level in wanted and (candidate == name or level == "province"):
                return candidate
    for candidate in (ground.source, *lexicon.enclosing(ground.source)) if ground.source is not None else ():
        place = lexicon.places.get(candidate)
        if place is not None and place.level in wanted:
            return candidate
    return None


def _is_unlisted(name: str | None, lexicon: Lexicon) -> bool:
    """Say whether a place is one that no list knows, and so a town or village that the text told of."""
    return name is not None and name not in lexicon.places


def nearest(
    marks: list[PlaceMark],
    earlier: tuple[Mention, ...],
    ground: Ground,
    lexicon: Lexicon,
    *,
    origins_yield: bool = False,
) -> PlaceMark | None:
    """Give the last place before the mention, or the smaller one that it only locates ("Yiwu, in Zhejiang").

    `origins_yield` says that "from China" tells of goods where the subject has a place of its own.
    """
    if len(marks) < 2:
        return marks[0] if marks else None
    chosen: PlaceMark | None = None
    for mark in marks:
        apart = chosen is not None and mark.start - chosen.end > len(", ")  # "based in Yongkang, Zhejiang"
        if chosen is not None and chosen.based and apart and not mark.based and mark.name is not None:
            chosen = mark  # "a professor at a Beijing-based university said China's exports"
            continue
        if chosen is not None:
            named = tuple((other.end, other.name) for other in marks if other.name)
            name, current = resolved(mark, ground, lexicon, named), resolved(chosen, ground, lexicon, named)
            between = any(chosen.end <= other.start and other.end <= mark.start for other in earlier)
            of_goods = mark.part == "origin" and chosen.part == "subject" and origins_yield
            if of_goods or (name is None and mark.level != WORLD):
                continue
            if name is None:
                chosen = mark
                continue
            locates = mark.name is not None or origins_yield  # 义乌海关说，全省… is about the province
            if locates and not between and current is not None and name in lexicon.enclosing(current):
                continue
        chosen = mark
    return chosen
