"""Decides where a figure holds: the place of its subject, not of its trade partner or of the whole it is compared with.

The guideline's call 13.
"""

from barometer.claims.bracketed import place_in_front
from barometer.claims.case import Case
from barometer.claims.places.behind import built_behind, is_due_behind, is_sent_behind, listed_behind, narrower_behind
from barometer.claims.places.buyers import is_buyer, is_customer, is_foreign, is_sold_abroad
from barometer.claims.places.carriage import goes_on_of_rates, is_price_of_carriage
from barometer.claims.places.carried import issues, sent_from, studies
from barometer.claims.places.ground import WORLD, Ground, Placed, lies_at_home, nearest, resolved, turned_to
from barometer.claims.places.of_sources import without_sources
from barometer.claims.places.taxing import counts_on, holds_no_more, is_of_tariff, levied_behind
from barometer.claims.places.told_there import made_behind, still_told
from barometer.claims.sharing import shared_out
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Cue, Mention, PlaceMark, Reading

_ANYWHERE = 1 << 30
"""Behind the end of a sentence stand the places lent to it by the one that says who speaks."""

_BEHIND = 20


def place_of(case: Case, ground: Ground, last: Placed | None = None) -> Placed:
    """Give the place of one mention; `last` is that of the mention before it in the sentence."""
    english = case.language.base_follows
    nowhere = is_price_of_carriage(case) or (ground.placeless and goes_on_of_rates(case, last))
    if nowhere or (english and (case.counts_panel or _is_of_pact(case))):
        return Placed()
    before = case.before
    if before is not None and last is not None and english and _takes_up(case, before):
        return last
    home = _named_beside(case) if case.reading.places else None
    if home is not None:
        return Placed(home.name, case.at("place of the sentence", home.start, home.end))
    holding = _holding(case, ground) if case.reading.places else []
    if ground.venue is not None and _is_at_venue(case, holding):
        return Placed(ground.venue, ground.venue_because, inherited=True)
    said = _said_before(case, holding, ground)
    last = None if last is not None and counts_on(case) and is_of_tariff(last.because, case.reading) else last
    if said is not None or (last is not None and last.name is not None and not last.inherited and _goes_on(case)):
        return said or last or Placed()
    return _said_behind(case, holding, ground) or _from_outside(case, ground, last)


def _named_beside(case: Case) -> PlaceMark | None:
    """Give the place that stands right beside a figure, whose it is: in front of brackets, levying, made there."""
    return place_in_front(case) or levied_behind(case) or _come_from(case) or made_behind(case)


def _come_from(case: Case) -> PlaceMark | None:
    """Give the one town that those counted come from: 其中17家来自义乌."""
    if case.dimension != "discrete":
        return None
    inside = next((mark for mark in case.reading.places if mark.start == case.mention.end and mark.name), None)
    if inside is not None and inside.level != "country" and case.language.of_place(case.reading.text[inside.end :]):
        return inside
    behind = [mark for mark in case.reading.places if mark.start >= case.mention.end][:2]
    one = behind[0] if behind else None
    if (
        one is None
        or one.level not in _TOWNS
        or not case.language.comes_from(case.reading.text[case.mention.end : one.start])
    ):
        return None
    return None if len(behind) > 1 and behind[1].start - one.end <= 1 else one


_TOWNS = frozenset({"prefecture", "city", "county", "district"})


_HELD = frozenset({"subject", "origin"})


def _holding(case: Case, ground: Ground) -> list[PlaceMark]:
    """Give the places of a sentence at which a figure may hold: no source's, no buyer's, none that held before."""
    reading, lexicon = case.reading, case.lexicon
    holding = [
        mark
        for mark in reading.places
        if mark.part in _HELD and mark.level != "region" and not issues(reading, mark, ground, lexicon)
    ]
    if not holding:
        return holding
    holding = [mark for mark in without_sources(case, holding, ground) if not holds_no_more(case, mark)]
    holding = still_told(case, holding, ground)
    if case.language.base_follows:
        text = case.reading.text
        holding = [
            mark for mark in holding if not (studies(case.reading, mark) or _LEVYING.match(text[mark.end :][:32]))
        ]
        if ground.carried is not None and _THERE.search(text) is not None:
            holding = [mark for mark in holding if not mark.based]
    buyers = is_sold_abroad(case, holding)
    holding = [mark for mark in holding if not (is_buyer(case, mark) or (buyers and is_foreign(mark)))]
    if case.language.base_follows and lies_at_home(ground.carried, case.lexicon):
        holding = [mark for mark in holding if not is_customer(case, mark)]
    return holding


_THERE = Brief(r"[a-z] there\b(?! (?:is|are|was|were|has|have|had|will|would|may)\b)")
"""What makes the place told of before the one of what a guest did: "Hangzhou-based Lingqiao sold 85 robots there"."""


def _is_of_pact(case: Case) -> bool:
    """Say whether a length is that of a truce between two sides, which holds in neither: "a 90-day tariff truce"."""
    if case.dimension != "time":
        return False
    return _PACT.match(case.reading.text[case.mention.end : case.mention.end + _BEHIND]) is not None


_PACT = Brief(r"^ (?:[a-z]+ )?(?:truce|ceasefire|pause|reprieve|moratorium)\b")


_LEVYING = Brief(
    r"^ (?:tariffs?|duties|levies|sanctions) (?:could|would|will|may|might|have|has|had)"
    r" (?:cut|trim|hurt|cost|push|driv|shav|reduc|lower|squeez|slow|dent|rais|add|forc|led)"
)
"""What makes a place only that whose measures move something elsewhere: "US tariffs could trim net profit"."""


def _resumes(case: Case, before: Mention) -> bool:
    """Say whether a figure takes up the one before it: "took 12 percent; in 2018 it was 20"."""
    return case.language.base_follows and case.language.resumes(case.reading.text[before.end : case.mention.start])


def _takes_up(case: Case, before: Mention) -> bool:
    """Say whether an English figure holds where the one before it does, whatever is named between them."""
    if case.mention.unit == "rank" and case.role.name == "rank":
        gap = case.reading.text[before.end : case.mention.start]
        return gap.rstrip(", ").endswith(" and") and not any(
            before.end <= mark.start < case.mention.start for mark in case.reading.places
        )
    own = (mark.start for mark in case.reading.places if mark.name and mark.part in _HELD)
    if any(max(before.end, case.clause[0]) <= at < case.mention.start for at in own):
        return _is_share_told(case, before)  # "around $365; in Yiwu it is 6,800 yuan"
    return _resumes(case, before) or _is_its_old_level(case, before) or _is_share_told(case, before)


def _is_share_told(case: Case, before: Mention) -> bool:
    """Say whether points are how a share just told has moved: "11.9 percent of the country's total, a share 0.5 …"."""
    gap = case.reading.text[before.end : case.mention.start]
    points = case.mention.unit == "percentage_point" and before.unit == "percent"
    return points and gap.endswith((", a share ", ", a proportion ", ", a share that was ", ", a share which was "))


def _is_its_old_level(case: Case, before: Mention) -> bool:
    """Say whether a figure is only what the one before it was: "took 9.9% of China's exports, compared with 14.6%"."""
    if case.role.name != "old" or before.unit != case.mention.unit:
        return False
    start, end = before.end, case.clause_end
    return not any(start <= mark.start and mark.end <= end and mark.part in _HELD for mark in case.reading.places)


def _goes_on(case: Case) -> bool:
    """Say whether a figure without a place of its own takes that of the figure before it in its sentence."""
    return case.language.base_follows


def _sets_scene(case: Case, mark: PlaceMark) -> bool:
    """Say whether a place opens an English sentence as its scene: "In Yiwu, forwarder Ye, who ships boxes, says"."""
    text = case.reading.text
    return text[mark.end : mark.end + 1] == "," and _IN.match(text[: mark.start]) is not None


_IN = Brief(r"^In (?:(?:the|an?) (?:[a-z-]+ ){1,4}(?:of|in) )?$")
"""What stands before a place that opens a sentence: "In Yiwu", "In the wholesale hub of Yiwu"."""


def _said_before(case: Case, holding: list[PlaceMark], ground: Ground) -> Placed | None:
    """Give the place named in front of a figure, or the whole right behind it that it is a share of."""
    if not (holding or case.language.base_follows):
        return None
    reading, mention = case.reading, case.mention
    if "其中" in reading.text:
        holding = [mark for mark in holding if not _is_of_part(case, mark)]
    before = [mark for mark in holding if mark.end <= mention.start]
    if case.language.base_follows:
        before = [mark for mark in before if _sets_scene(case, mark) or not _is_aside(case, mark)]
    if len(before) > 1 and case.language.together(reading.text[before[-1].end : mention.start]):
        return None
    own = built_behind(case, holding) or shared_out(case, [mark for mark in holding if mark.name])
    chosen = own or nearest(
        before, reading.mentions[: case.index], ground, case.lexicon, origins_yield=case.language.base_follows
    )
    name = None
    if chosen is not None:
        name = chosen.name or resolved(chosen, ground, case.lexicon, _named(case, holding, ground))
    narrower = narrower_behind(case, holding, name) if own is None and name is not None else None
    narrower = narrower or (listed_behind(case, holding, chosen) if own is None and chosen is not None else None)
    if narrower is not None:
        return Placed(narrower.name, case.at("place of the sentence", narrower.start, narrower.end))
    if chosen is not None and chosen.level == WORLD:
        return Placed()  # what is of all the world is of no place told of before
    if chosen is not None and name is not None:
        return Placed(name, case.at("place of the sentence", chosen.start, chosen.end))
    whole = _whole_behind(case) if chosen is None and case.language.base_follows and not _is_of_sum(case) else None
    return Placed(whole.name, case.at("place of the whole", whole.start, whole.end)) if whole is not None else None


def _is_of_sum(case: Case) -> bool:
    """Say whether a share is what the sum in front of it comes to: "stood at 9 billion yuan, making up 70 percent"."""
    return (
        case.before is not None
        and _MAKING_UP.match(case.reading.text[case.before.end : case.mention.start]) is not None
    )


_MAKING_UP = Brief(
    r"^[^.;]{0,40}, (?:accounting for|making up|representing|contributing|or|equal to|equivalent to)"
    r" (?:about |some |nearly )?$"
)


def _is_aside(case: Case, mark: PlaceMark) -> bool:
    """Say whether the words behind a place turn to tell about it alone."""
    return case.language.aside(case.reading.text[mark.end : case.mention.start])


def _named(case: Case, holding: list[PlaceMark], ground: Ground) -> tuple[tuple[int, str], ...]:
    """Give the places that a sentence names, by which "the city" is known; in Chinese its dateline is one of them."""
    telling = [] if case.language.base_follows else [mark for mark in case.reading.places if mark.part == "dateline"]
    named = tuple(sorted((mark.end, mark.name) for mark in (*telling, *holding) if mark.name))
    return (*turned_to(ground, case.lexicon), *named) if case.language.base_follows else named


def _is_of_part(case: Case, mark: PlaceMark) -> bool:
    """Say whether a place was only that of a part, behind which a new statement begins: 其中义乌占七成六；全市….."""
    text = case.reading.text
    return text.endswith("其中", 0, mark.start) and "；" in text[mark.end : case.mention.start]


def _said_behind(case: Case, holding: list[PlaceMark], ground: Ground) -> Placed | None:
    """Give the place named behind a figure: in its clause, anywhere in the sentence if none is carried on."""
    if not holding:
        return None
    behind = [mark for mark in holding if case.mention.end <= mark.start and mark.name]
    traded = bool(behind) and case.language.trades_in(case.reading.text[: behind[0].start])
    anywhere = ground.carried is None or traded or is_sent_behind(case, behind, ground) or is_due_behind(case, behind)
    stop = _ANYWHERE if anywhere else case.clause_end if case.language.base_follows else 0
    venue = next((mark for mark in behind if mark.scene == "venue"), None)
    chosen = venue or _innermost(behind, stop)
    if chosen is None:
        return _in_town_behind(case, holding, ground)
    if chosen.name is None or _is_of_next(case, chosen) or _is_beside_next(case, chosen):
        return None
    return Placed(chosen.name, case.at("place of the sentence", chosen.start, chosen.end))


def _in_town_behind(case: Case, holding: list[PlaceMark], ground: Ground) -> Placed | None:
    """Give the town told of before that is meant right behind a figure of a story on more: "sellers in the city"."""
    place = case.lexicon.places.get(ground.carried or "")
    if not case.language.base_follows or place is None or place.level not in {"province", "country"}:
        return None
    text, end = case.reading.text, case.mention.end
    town = next((one for one in holding if end <= one.start < case.clause_end and one.name is None), None)
    if town is None or town.level not in {"city", "county"} or not text.endswith(" in ", end, town.start):
        return None
    name = resolved(town, ground, case.lexicon)
    return (
        None if name is None else Placed(name, case.at("place of the sentence", town.start, town.end), inherited=True)
    )


def _innermost(behind: list[PlaceMark], stop: int) -> PlaceMark | None:
    """Give the first of the places, or the one that is named right behind it as lying in it: 浙江义乌."""
    found = next((mark for mark in behind if mark.start < stop), None)
    if found is None:
        return None
    inner = next((mark for mark in behind if mark.start == found.end), None)
    return inner if inner is not None and inner.level not in {found.level, "region"} else found


def _from_outside(case: Case, ground: Ground, last: Placed | None) -> Placed:
    """Give the place of who speaks, the one carried on, or what place the sentence names at all."""
    theirs = _of_speaker(case) if case.reading.speakers and case.reading.places else None
    if theirs is not None and theirs.name is not None:
        return Placed(theirs.name, case.at("place of who says it", theirs.start, theirs.end))
    if ground.carried is not None:
        return Placed(ground.carried, ground.because, inherited=True)
    return last if last is not None and last.name is not None else _place_of_whole(case)


def _is_at_venue(case: Case, holding: list[PlaceMark]) -> bool:
    """Say whether a sentence is about a fair told of before, and names no place but where its guests come from."""
    if not case.language.of_fair(case.reading.text):
        return False
    return all(mark.part == "origin" or mark.start > case.mention.start for mark in holding)


def _of_speaker(case: Case) -> PlaceMark | None:
    """Give the place in what is told of the speaker behind a quotation: “…,”在苏溪镇开厂的蔡建波说."""
    text, end = case.reading.text, case.mention.end
    behind = [speaker for speaker in case.reading.speakers if speaker.start >= end]
    marks = [mark for mark in case.reading.places if mark.part in _HELD and mark.level != "region"] if behind else []
    marks = [mark for mark in marks if not studies(case.reading, mark)]
    return next((mark for mark in marks if any(case.language.is_home(text, mark.start, one) for one in behind)), None)


def _whole_behind(case: Case) -> PlaceMark | None:
    """Give the place of the whole that a share is of: "16.8 percent of Zhejiang's exports"."""
    if case.dimension != "ratio" or _THE_FIGURE.match(case.reading.text) is not None:
        return None
    near = case.mention.end + len(" of the ")
    scopes = (mark for mark in case.reading.places if mark.part == "scope" and case.mention.end <= mark.start <= near)
    return next((mark for mark in scopes if mark.name), None)


_THE_FIGURE = Brief(
    r"^\s*(?:the (?:figure|total|number|volume|value|sum|amount)|that|this) (?:is|was|accounts|made|makes)\b"
)
"""What goes on about the figure told before, whose place holds: "The figure is 27 percent of Zhejiang's total"."""


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
    if not marks:
        return Placed()
    other = any(mark.part in {"subject", "origin"} and mark.level != "region" for mark in marks)
    whole = case.role.name == "share" and not other
    wholes = [mark for mark in marks if mark.part == "scope" and not _is_set_against(case.reading, mark)]
    behind = [mark for mark in wholes if mark.start >= case.mention.end or whole]
    others = [mark for mark in marks if mark.part == "route" or (mark.level == "region" and mark.part == "subject")]
    if not case.language.period_follows:
        others = [mark for mark in others if mark.part == "route" or mark.end <= case.mention.start]
    found = next((mark for mark in (*behind, *others) if mark.name), None) or sent_from(case.reading, case.lexicon)
    return Placed(found.name, case.at("place of the whole", found.start, found.end)) if found else Placed()
