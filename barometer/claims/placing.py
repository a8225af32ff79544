"""Decides where a figure holds: the place of its subject, not of its trade partner or of the whole it is compared with.

The guideline's call 13.
"""

from functools import lru_cache
from typing import NamedTuple

from barometer.claims.buyers import is_buyer, is_customer, is_foreign, is_sold_abroad
from barometer.claims.case import Case
from barometer.claims.language import is_chinese
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import Brief
from barometer.claims.sharing import shared_out
from barometer.claims.taxing import counts_on, holds_no_more, is_of_tariff
from barometer.claims.values import Because, Cue, Mark, Mention, PlaceMark, Reading, quotes

_LEVELS = {
    "city": frozenset({"city", "prefecture"}),
    "province": frozenset({"province"}),
    "country": frozenset({"country"}),
    "county": frozenset({"county", "city"}),
    "district": frozenset({"district", "city"}),
    "town": frozenset({"city", "district", "county"}),
}
HOME = "China"
_WORLD = "world"
_ANYWHERE = 1 << 30
"""Behind the end of a sentence stand the places lent to it by the one that says who speaks."""

_BEHIND = 20


class Ground(NamedTuple):
    """What is known of places when a sentence is read: the one carried on, those seen, the source's, the title's."""

    carried: str | None = None
    because: Because | None = None
    seen: tuple[str, ...] = ()
    source: str | None = None
    home: str | None = None


class Placed(NamedTuple):
    """The place of a figure, why, and whether it came from outside the figure's sentence."""

    name: str | None = None
    because: Because | None = None
    inherited: bool = False


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
        carried = lexicon.places.get(ground.carried or "")
        return carried.name if carried is not None and carried.level == "country" else HOME
    wanted: frozenset[str] = _LEVELS.get(mark.level, frozenset())
    home: tuple[str, ...] = (ground.home,) if ground.home is not None else ()
    before = [name for end, name in nearby if end <= mark.start]
    named: tuple[str, ...] = (*reversed(before), *home, *reversed(ground.seen))
    for name in named:
        for candidate in (name, *lexicon.enclosing(name)):
            place = lexicon.places.get(candidate)
            if place is not None and place.level in wanted and (candidate == name or mark.level == "province"):
                return candidate
    for candidate in (ground.source, *lexicon.enclosing(ground.source)) if ground.source is not None else ():
        place = lexicon.places.get(candidate)
        if place is not None and place.level in wanted:
            return candidate
    return None


def place_of(case: Case, ground: Ground, last: Placed | None = None) -> Placed:
    """Give the place of one mention; `last` is that of the mention before it in the sentence."""
    if _is_price_of_carriage(case):
        return Placed()
    before = case.before
    if before is not None and last is not None and _resumes(case, before):
        return last
    holding = [mark for mark in case.reading.places if mark.part in {"subject", "origin"} and mark.level != "region"]
    holding = [mark for mark in _without_sources(case, holding, ground) if not holds_no_more(case, mark)]
    buyers = is_sold_abroad(case, holding)
    holding = [mark for mark in holding if not (is_buyer(case, mark) or (buyers and is_foreign(mark)))]
    if case.language.base_follows and ground.carried is not None and HOME in case.lexicon.enclosing(ground.carried):
        holding = [mark for mark in holding if not is_customer(case, mark)]
    said = _said_before(case, holding, ground)
    last = None if last is not None and counts_on(case) and is_of_tariff(last.because, case.reading) else last
    if said is not None or (last is not None and last.name is not None and not last.inherited and _goes_on(case)):
        return said or last or Placed()
    return _said_behind(case, holding, ground) or _from_outside(case, ground, last)


def _is_price_of_carriage(case: Case) -> bool:
    """Say whether a figure is what it costs to carry something between two places, which holds in neither."""
    end = case.mention.end
    behind = next(iter(case.reading.between(end, len(case.reading.text), Cue.PLACELESS)), None)
    near = behind is not None and behind.start <= end + _RIGHT_BEHIND
    if near and case.dimension == "money" and case.language.base_follows:
        return True  # "paid $3,200 for a box to Manzanillo"
    rates, text = case.last_before(Cue.PLACELESS), case.reading.text
    if rates is None or "、" in {text[rates.start - 1 : rates.start], text[rates.end : rates.end + 1]}:
        return False  # no such price, or one cost among others
    if any(case.reading.between(rates.start, case.mention.start, Cue.INDEX)) or _has_own_subject(case, rates):
        return False  # an index of them is somebody's
    return case.dimension in {"money", "ratio", "index", "point", "times"}


_RIGHT_BEHIND = 2


def _without_sources(case: Case, holding: list[PlaceMark], ground: Ground) -> list[PlaceMark]:
    """Give the places without those that a source is called after, where the figures have another: "Ningbo Customs"."""
    if not case.language.base_follows:
        return holding
    named = [one.name for one in case.reading.speakers if one.name is not None]
    others = [mark for mark in holding if not any(low == mark.start and mark.end < high for low, high in named)]
    meant = any(mark.name is None for mark in others)  # "the city" is the one that the source is called after
    return others if not meant and (others or ground.carried is not None) else holding


def _resumes(case: Case, before: Mention) -> bool:
    """Say whether a figure takes up the one before it: "took 12 percent; in 2018 it was 20"."""
    return case.language.base_follows and case.language.resumes(case.reading.text[before.end : case.mention.start])


def _goes_on(case: Case) -> bool:
    """Say whether a figure without a place of its own takes that of the figure before it in its sentence."""
    return case.language.base_follows


def _said_before(case: Case, holding: list[PlaceMark], ground: Ground) -> Placed | None:
    """Give the place named in front of a figure, or the whole right behind it that it is a share of."""
    if not (holding or case.language.base_follows):
        return None
    reading, mention = case.reading, case.mention
    nearby = tuple((mark.end, mark.name) for mark in holding if mark.name)
    before = [
        mark
        for mark in holding
        if mark.end <= mention.start and not case.language.aside(reading.text[mark.end : mention.start])
    ]
    if len(before) > 1 and case.language.together(reading.text[before[-1].end : mention.start]):
        return None
    own = shared_out(case, [mark for mark in holding if mark.name])
    chosen = own or _nearest(
        before, reading.mentions[: case.index], ground, case.lexicon, origins_yield=case.language.base_follows
    )
    name = resolved(chosen, ground, case.lexicon, nearby) if chosen else None
    narrower = _narrower_behind(case, holding, name) if own is None and name is not None else None
    narrower = narrower or (_listed_behind(case, holding, chosen) if own is None and chosen is not None else None)
    if narrower is not None:
        return Placed(narrower.name, case.at("place of the sentence", narrower.start, narrower.end))
    if chosen is not None and chosen.level == _WORLD:
        return Placed()  # what is of all the world is of no place told of before
    if chosen is not None and name is not None:
        return Placed(name, case.at("place of the sentence", chosen.start, chosen.end))
    whole = _whole_behind(case) if chosen is None and case.language.base_follows else None
    return Placed(whole.name, case.at("place of the whole", whole.start, whole.end)) if whole is not None else None


def _narrower_behind(case: Case, holding: list[PlaceMark], name: str) -> PlaceMark | None:
    """Give the place right behind a figure that lies in the one before: "came to China and has 16 staff in Yiwu"."""
    if not case.language.base_follows:
        return None
    stop = min(case.clause_end, case.mention.end + _CLOSE)
    behind = next((mark for mark in holding if case.mention.end <= mark.start < stop and mark.name), None)
    inside = behind is not None and behind.name is not None and name in case.lexicon.enclosing(behind.name)
    return behind if inside else None


_CLOSE = 40


def _listed_behind(case: Case, holding: list[PlaceMark], before: PlaceMark) -> PlaceMark | None:
    """Give the place right behind a figure that goes on a list: "90 firms in Dongguan, and 12 in Huizhou"."""
    if not case.index or not case.language.base_follows or case.before is None or before.start < case.before.end:
        return None
    if not case.language.coordinates(case.reading.text[before.end : case.mention.start]):
        return None
    behind = next((mark for mark in holding if mark.start >= case.mention.end and mark.name), None)
    near = behind is not None and case.reading.text[case.mention.end : behind.start].strip() in {"in", "at"}
    return behind if near else None


def _said_behind(case: Case, holding: list[PlaceMark], ground: Ground) -> Placed | None:
    """Give the place named behind a figure: in its clause, anywhere in the sentence if none is carried on."""
    stop = _ANYWHERE if ground.carried is None else case.clause_end if case.language.base_follows else 0
    behind = (mark for mark in holding if case.mention.end <= mark.start and mark.name)
    chosen = next((mark for mark in behind if mark.start < stop or mark.scene == "venue"), None)
    if chosen is None or chosen.name is None or _is_of_next(case, chosen) or _is_beside_next(case, chosen):
        return None
    return Placed(chosen.name, case.at("place of the sentence", chosen.start, chosen.end))


def _from_outside(case: Case, ground: Ground, last: Placed | None) -> Placed:
    """Give the place of who speaks, the one carried on, or what place the sentence names at all."""
    holding = [mark for mark in case.reading.places if mark.part in {"subject", "origin"} and mark.level != "region"]
    theirs = _of_speaker(case, holding)
    if theirs is not None and theirs.name is not None:
        return Placed(theirs.name, case.at("place of who says it", theirs.start, theirs.end))
    if ground.carried is not None:
        return Placed(ground.carried, ground.because, inherited=True)
    return last if last is not None and last.name is not None else _place_of_whole(case)


_BOXES = frozenset({"大柜", "小柜", "高柜", "整柜", "柜子", "标箱", "大箱", "小箱"})
"""What a freight rate is per, as no subject of its own: 运费上涨8%，每个大柜突破5000美元."""


def _has_own_subject(case: Case, rates: Mark) -> bool:
    """Say whether a clause behind the one that tells of freight rates is about something else."""
    start = case.clause[0]
    behind = not case.language.base_follows and rates.end <= start and case.role.name != "change"
    subject = case.language.subject(case.reading, start, case.mention.start) if behind else None
    return subject is not None and case.reading.text[slice(*subject)] not in _BOXES


def _of_speaker(case: Case, marks: list[PlaceMark]) -> PlaceMark | None:
    """Give the place in what is told of the speaker behind a quotation: “…,”在苏溪镇开厂的蔡建波说."""
    text, end = case.reading.text, case.mention.end
    behind = [speaker for speaker in case.reading.speakers if speaker.start >= end] if marks else []
    return next((mark for mark in marks if any(case.language.is_home(text, mark.start, one) for one in behind)), None)


def _whole_behind(case: Case) -> PlaceMark | None:
    """Give the place of the whole that a share is of: "16.8 percent of Zhejiang's exports"."""
    if case.dimension != "ratio":
        return None
    near = case.mention.end + len(" of the ")
    scopes = (mark for mark in case.reading.places if mark.part == "scope" and case.mention.end <= mark.start <= near)
    return next((mark for mark in scopes if mark.name), None)


def _is_beside_next(case: Case, mark: PlaceMark) -> bool:
    """Say whether a place stands right behind the number of another statement: "has 90 shops and plans 20 in Peru"."""
    reading, end = case.reading, case.mention.end
    if not case.language.base_follows:
        return False
    other = next((one for one in reversed(reading.mentions) if end <= one.start and one.end <= mark.start), None)
    near = other is not None and reading.text[other.end : mark.start].strip() in {"in", "at"}
    return near and other is not None and any(reading.between(end, other.start, Cue.VERB, Cue.STATUS))


def _is_of_next(case: Case, mark: PlaceMark) -> bool:
    """Say whether a place behind a number belongs to the next one: a clause of its own with its own number."""
    clause = case.reading.clause(mark.start)
    return (
        (not case.language.base_follows or case.language.contrasts(case.reading.text[: clause[0]]))
        and clause[0] > case.mention.end
        and any(mark.end <= other.start < clause[1] for other in case.reading.mentions[case.index + 1 :])
    )


def _is_set_against(reading: Reading, mark: PlaceMark) -> bool:
    """Say whether a figure is only compared with that of a place: 高出杭州32元."""
    return any(gap.start <= mark.start < gap.end for gap in reading.between(0, len(reading.text), Cue.GAP))


def _place_of_whole(case: Case) -> Placed:
    """Give what place a sentence names at all: of the whole, of a route, of a region, where nothing else is named."""
    marks = case.reading.places
    other = any(mark.part in {"subject", "origin"} and mark.level != "region" for mark in marks)
    whole = case.role.name == "share" and not other
    wholes = [mark for mark in marks if mark.part == "scope" and not _is_set_against(case.reading, mark)]
    behind = [mark for mark in wholes if mark.start >= case.mention.end or whole]
    others = [mark for mark in marks if mark.part == "route" or (mark.level == "region" and mark.part == "subject")]
    if not case.language.period_follows:
        others = [mark for mark in others if mark.part == "route" or mark.end <= case.mention.start]
    found = next((mark for mark in (*behind, *others) if mark.name), None) or _sent_from(case.reading, case.lexicon)
    return Placed(found.name, case.at("place of the whole", found.start, found.end)) if found else Placed()


def _sent_from(reading: Reading, lexicon: Lexicon) -> PlaceMark | None:
    """Give the town that an English report is sent from, where it tells of none: "YIWU, May 9 -- The queue is long".

    What is sent from a capital or from abroad may be about all of the country.
    """
    if is_chinese(reading.text):
        return None
    sent = (mark for mark in reading.places if mark.part == "dateline" and mark.name is not None)
    towns = (mark for mark in sent if mark.level not in {"country", "province"})
    return next((mark for mark in towns if mark.name and HOME in lexicon.enclosing(mark.name)), None)


def _nearest(
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
            if of_goods or (name is None and mark.level != _WORLD):
                continue
            if name is None:
                chosen = mark
                continue
            locates = mark.name is not None or origins_yield  # 义乌海关说，全省… is about the province
            if locates and not between and current is not None and name in lexicon.enclosing(current):
                continue
        chosen = mark
    return chosen


def _home_of(ground: Ground, reading: Reading, lexicon: Lexicon) -> str | None:
    """Give what 全市 was first found to be, which it is from then on."""
    earlier: list[tuple[int, str]] = []
    for mark in reading.places:
        if mark.name is not None:
            earlier.append((mark.end, mark.name))
        elif mark.level in {"city", "county"} and (name := resolved(mark, ground, lexicon, tuple(earlier))) is not None:
            return name
    return None


def _at_home(marks: list[PlaceMark], lexicon: Lexicon) -> list[PlaceMark]:
    """Give the places of a sentence without figures that lie at home, if it names such: what is abroad is visited."""
    home = [mark for mark in marks if mark.name is None or HOME in (mark.name, *lexicon.enclosing(mark.name))]
    smaller = [mark for mark in home if mark.name != HOME]
    return smaller or marks


_HELD_THERE = Brief(r"^(?:布局|建设|设立|投建|建成|租用|租赁|运营|拥有|建|设|租)了?的")
"""What a firm at home has abroad: 公司在波兰布局的3个海外仓."""
_LONGEST_HELD = 8
_LEVIED = 12
"""Characters behind a place abroad within which a rate is its own: "The U.S. duty on our products"."""
_HEAD = 16
"""Characters from the head of a sentence within which a place is what the sentence tells of."""


def _is_abroad(name: str, ground: Ground, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether a place lies abroad and is only told of in a text about a place in China.

    In English it stands behind the head of its sentence; in Chinese a firm has something there.
    """
    if ground.carried is None or HOME not in lexicon.enclosing(ground.carried):
        return False
    named = [mark for mark in reading.places if mark.name == name]
    known = name in lexicon.places and name != HOME and HOME not in lexicon.enclosing(name)
    if not (known or any(mark.foreign for mark in named)):
        return False
    if is_chinese(reading.text):
        return any(_HELD_THERE.match(reading.text[mark.end : mark.end + _LONGEST_HELD]) for mark in named)
    return not any(
        (mark.start <= _HEAD or mark.scene == "plant")
        and mark.scene != "somebody"
        and mark.part != "partner"
        and not any(reading.between(mark.end, mark.end + _LEVIED, Cue.RATE))
        for mark in named
    )


def _is_far(name: str | None, lexicon: Lexicon) -> bool:
    return name is not None and name in lexicon.places and name != HOME and HOME not in lexicon.enclosing(name)


def next_ground(ground: Ground, reading: Reading, used: list[Placed], lexicon: Lexicon) -> Ground:
    """Give what is known of places after a sentence."""
    names = [mark.name for mark in reading.places if mark.name and mark.part != "partner"]
    seen = (*ground.seen, *names)[-12:]
    if ground.home is None:
        ground = ground._replace(home=_home_of(ground, reading, lexicon))
    home = next((mark for mark in reversed(reading.places) if mark.based and mark.name), None)
    if home is not None:
        start = reading.sentence.start
        return Ground(
            home.name,
            Because("place of the text", start + home.start, start + home.end),
            seen,
            ground.source,
            ground.home,
        )
    venue = next((mark for mark in reading.places if mark.scene == "venue" and mark.name), None)
    if venue is not None and _is_far(venue.name, lexicon):
        start = reading.sentence.start
        because = Because("place of the text", start + venue.start, start + venue.end)
        return Ground(venue.name, because, seen, ground.source, ground.home)
    for placed in reversed(used):
        if is_of_tariff(placed.because, reading):
            continue
        if placed.name is not None and not placed.inherited and not _is_abroad(placed.name, ground, reading, lexicon):
            return Ground(placed.name, placed.because, seen, ground.source, ground.home)
    if not used and (is_chinese(reading.text) or not quotes(reading.text)):
        marks = [mark for mark in reading.places if mark.part in {"subject", "origin"} and not mark.passing]
        marks = [mark for mark in marks if mark.level != "region"]
        chosen = _nearest(_at_home(marks, lexicon), (), ground, lexicon) if marks else None
        name = resolved(chosen, ground, lexicon) if chosen else None
        aside = chosen is not None and chosen.start > _HEAD
        if aside and name is not None and _is_abroad(name, ground, reading, lexicon):
            name = None
        if chosen is not None and name is not None:
            because = Because(
                "place of the text", reading.sentence.start + chosen.start, reading.sentence.start + chosen.end
            )
            return Ground(name, because, seen, ground.source, ground.home)
    sent = _sent_from(reading, lexicon) if ground.carried is None else None
    if sent is not None:
        start = reading.sentence.start
        because = Because("place of the text", start + sent.start, start + sent.end)
        return Ground(sent.name, because, seen, ground.source, ground.home)
    return Ground(ground.carried, ground.because, seen, ground.source, ground.home)
