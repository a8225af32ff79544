"""Carries the place that a text tells of from sentence to sentence."""

from barometer.claims.lexicon import Lexicon
from barometer.claims.places.ground import HOME, Ground, Placed, lies_abroad, lies_at_home, nearest, resolved
from barometer.claims.places.taxing import is_of_tariff
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import Cue, PlaceMark, Reading, quotes
from barometer.model import Because


def sent_from(reading: Reading, lexicon: Lexicon) -> PlaceMark | None:
    """Give the town that a report is sent from, where it tells of none: "YIWU, May 9 -- The queue is long", 发自义乌.

    What is sent from a capital or from abroad may be about all of the country; so may a Chinese agency's report.
    """
    if reading.chinese and "发自" not in reading.text:
        return None
    sent = (mark for mark in reading.places if mark.part == "dateline" and mark.name is not None)
    towns = (mark for mark in sent if mark.level not in {"country", "province"})
    return next((mark for mark in towns if lies_at_home(mark.name, lexicon)), None)


def of_dateline(ground: Ground, reading: Reading, lexicon: Lexicon) -> Ground:
    """Give the ground with the town abroad that an English report was sent from, if no list knows it: it is about it.

    What is sent from a capital may be about all of the land, or about how things go with China.
    """
    sent = next((mark for mark in reading.places if mark.part == "dateline" and mark.foreign), None)
    if sent is None or sent.name in lexicon.places:
        return ground
    start = reading.sentence.start
    return replace(
        ground, carried=sent.name, because=Because("place of the text", start + sent.start, start + sent.end)
    )


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
    home = [
        mark
        for mark in marks
        if mark.name is None or _is_small(mark, lexicon) or HOME in (mark.name, *lexicon.enclosing(mark.name))
    ]
    smaller = [mark for mark in home if mark.name != HOME]
    return smaller or marks


def _is_small(mark: PlaceMark, lexicon: Lexicon) -> bool:
    """Say whether a place is a Chinese village or a town that no list knows: 桐庐县分水镇."""
    return mark.level == "village" or (mark.level == "district" and mark.name not in lexicon.places)


_HELD_THERE = Brief(r"^(?:布局|建设|设立|投建|建成|租用|租赁|运营|拥有|建|设|租)了?的")
"""What a firm at home has abroad: 公司在波兰布局的3个海外仓."""
_LONGEST_HELD = 8
_ITS_SIZE = Brief(r"^(?:这[个座][^，。；]{1,4})?，?(?:全国)?(?:总)?(?:人口|国土|面积|GDP)")
"""What only tells how great a land is, of which no more is told: 约旦，人口只有1100多万."""
_LEVIED = 12
"""Characters behind a place abroad within which a rate is its own: "The U.S. duty on our products"."""
_HEAD = 16
"""Characters from the head of a sentence within which a place is what the sentence tells of."""


def _is_abroad(name: str, ground: Ground, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether a place lies abroad and is only told of in a text about a place in China.

    In English it stands behind the head of its sentence; in Chinese it is none on which the sentence opens.
    """
    if not lies_at_home(ground.carried, lexicon):
        return False
    named = [mark for mark in reading.places if mark.name == name]
    if not (lies_abroad(name, lexicon) or any(mark.foreign for mark in named)):
        return False
    if reading.chinese:
        return not any(_is_scene(reading, mark, lexicon) for mark in named)
    return not any(
        (mark.start <= _HEAD or mark.scene == "plant")
        and mark.scene != "somebody"
        and mark.part != "partner"
        and not any(reading.between(mark.end, mark.end + _LEVIED, Cue.RATE))
        for mark in named
    )


def _is_scene(reading: Reading, mark: PlaceMark, lexicon: Lexicon) -> bool:
    """Say whether a Chinese sentence opens on a place abroad, so that it goes on there: 2023年，他在墨西哥城郊外租下….

    What somebody says of a land, and what a firm at home has there, moves the text nowhere: “越南工厂的报价低15%。”
    """
    text = reading.text
    before = (one for one in reading.places if one.end <= mark.start and one.part == "subject" and one.name)
    of_home = any(lies_at_home(one.name, lexicon) for one in before)
    held = of_home or _HELD_THERE.match(text[mark.end : mark.end + _LONGEST_HELD]) is not None
    held = held or _ITS_SIZE.match(text[mark.end : mark.end + _LONGEST_HELD]) is not None
    return not held and mark.start <= _HEAD and text.rfind("“", 0, mark.start) <= text.rfind("”", 0, mark.start)


_STUDIES = Brief(
    r"^(?:[- ]based)? (?:data|research|market[- ]research|analytics|polling) (?:firm|company|provider|group|house"
    r"|agency)\b|"
    r"^[- ]based (?:[a-z]+ ){0,3}?"
    r"(?:institutes?|think tanks?|university|consultanc(?:y|ies)|research(?:ers?)?|analysts?"
    r"|economists?|banks?|brokerage|pollster|newspaper|agency|law firm|broker)\b"
)


def studies(reading: Reading, mark: PlaceMark) -> bool:
    """Say whether who is at home in a place only studies or reports: "the Hangzhou-based institute polled"."""
    return _STUDIES.match(reading.text[mark.end : mark.end + _LONGEST_BASED]) is not None


_LONGEST_BASED = 48


def issues(reading: Reading, mark: PlaceMark, ground: Ground, lexicon: Lexicon) -> bool:
    """Say whether a place only names the customs that issue a text about their province: "Haikou Customs" on Hainan."""
    if mark.name is None or mark.name != ground.source or not reading.text.startswith(" Customs", mark.end):
        return False
    return ground.carried not in {None, HOME} and any(one == ground.carried for one in lexicon.enclosing(mark.name))


def next_ground(ground: Ground, reading: Reading, used: list[Placed], lexicon: Lexicon) -> Ground:
    """Give what is known of places after a sentence."""
    after = _after(ground, reading, used, lexicon) if reading.places else ground
    if used:
        last = next((placed for placed in reversed(used) if placed.name is not None), None)
        after = after if last is None or last == after.there else replace(after, there=last)
    rates = Cue.PLACELESS in reading.cues and (not used or used[-1].name is None)
    return after if after.placeless == rates else replace(after, placeless=rates)


def introduced(reading: Reading) -> PlaceMark | None:
    """Give the town that an English sentence introduces as what the text tells of: "Fenshui, a hill town in Tonglu"."""
    if reading.chinese:
        return None
    return next((mark for mark in reading.places if mark.scene == "story" and mark.name), None)


def of_there(ground: Ground, reading: Reading, lexicon: Lexicon) -> Ground:
    """Give the ground with where the last figures were, for an English sentence about it: "Rent there is about $4"."""
    there = ground.there
    if there is None or there.name == ground.carried:
        return ground
    if _OF_PLANT.match(reading.text) is not None and lies_abroad(there.name, lexicon):
        return replace(ground, carried=there.name, because=there.because)
    if _IT_MOVED.match(reading.text) is not None and not reading.places:
        return replace(ground, carried=there.name, because=there.because)
    told = _THERE.search(reading.text) if " there" in reading.text else None
    if told is None or any(mark.end <= told.start() for mark in reading.places):
        return ground
    return replace(ground, carried=there.name, because=there.because)


def of_plant_abroad(ground: Ground, reading: Reading, lexicon: Lexicon) -> Ground:
    """Give the ground with where the last figures were, where a Chinese sentence goes on there: 当地人工便宜七成."""
    there = ground.there
    if (
        there is None
        or there.name == ground.carried
        or lies_abroad(ground.carried, lexicon)
        or not lies_abroad(there.name, lexicon)
    ):
        return ground  # none, or the plant named just before has no figure yet
    if _OF_PLANT_THERE.search(reading.text) is None:
        return ground
    return replace(ground, carried=there.name, because=there.because)


_OF_PLANT_THERE = Brief(
    r"(?:^\s*|[：“]|[说称示绍]，)(?:[^，。；“”0-9]{0,4})"
    r"(?:当地|该厂|该仓|该店|这个?[厂仓店]|这家(?:工厂|门店|店)|这座(?:工厂|仓库|海外仓)|工厂(?:现|目前|已)|新厂|那边|那里)"
)
_OF_PLANT = pattern(
    r"^[\s\"“]*(?:it|the (?:new |[0-9,]+-square-met(?:er|re) )?(?:plant|factory|facility|site|line|workshop|warehouse"
    r"|building|hall|depot|hub|store|yard|cent(?:er|re)))"
    r" (?:will|is|has|can|would|could|should"
    r"|employs|covers|makes|turns out|was built)\b"
)
"""What goes on about a plant abroad told of just before: "It will be able to make 20 million units a year"."""


_IT_MOVED = pattern(
    r"^[\s\"“]*(?:(?:by|in|at|from|since|after) [^,;]{2,40},? )?it (?:had |has )?(?:climbed|rose|risen|fell"
    r"|fallen|dropped|jumped|came|went|gone|stood|reached|doubled|halved|slid|peaked)\b"
)
"""What goes on about the one figure told last, wherever it was: "By the end of June it had climbed to 54 percent"."""


_THERE = pattern(
    r"\b(?:rents?|wages?|pay|prices?|costs?|labou?r|workers?|people|staff|sales|business|working|works?|lives?|made"
    r"|plant"
    r"|factory|line|operations?|orders?|market|demand|tariffs?|duties) there\b"
)


def _tells_of_some(reading: Reading, because: Because) -> bool:
    """Say whether a place is only that of some of those told of, or where something was before."""
    start, end = because.start - reading.sentence.start, because.end - reading.sentence.start
    text = reading.text
    if text.startswith(" ", end):
        listed = text.startswith(" (", end) and _LISTED.match(text[end : end + _LONGEST_HELD]) is not None
        beside = text.startswith(" where ", end) and text.endswith(_BESIDE, 0, start)
        if listed or beside:  # "a factory in neighboring Pujiang where 210"
            return True
    if text.endswith(_WENT_TO, 0, start):
        return True
    return text.endswith((" in ", " at "), 0, start) and _OF_SOME.search(text[:start]) is not None


_BESIDE = ("in neighboring ", "in neighbouring ", "in nearby ")
_WENT_TO = tuple(
    word + done for word in ("跑遍", "走遍", "跑到", "跑了", "跑去", "辗转", "赶到", "托人从") for done in ("", "了")
)
"""What stands before places that somebody only went to: 跑遍了广州、义乌."""


_LISTED = Brief(r"^ \([0-9$€£]")
"""What makes a place one of a list with its figure in brackets: "Vietnam (112 companies), Indonesia (74)"."""


_OF_SOME = pattern(
    r"\b(?:of (?:them|these|those|which|whom)|percent|half|third|quarter) (?:are|were|is|was) (?:based|located) in $"
    r"|\b(?:shares?|stock)\b[^.;]{0,90}\b(?:closed|ended|rose|fell|traded|finished|opened|gained|lost|jumped)\b"
    r"[^.;]{0,60} in $"
    r"|\bat (?:the|its|their|his|her|our) (?:old|older|former|previous|original|first) [a-z]+ (?:in|at) $"
)
_DUBBED = pattern(r"\b(?:known as|called|dubbed|nicknamed|billed as|hailed as) (?:the |its |[A-Z][a-z]+'s )?[\"“]")
"""What makes words in quotation marks only a name: "the city known as the 'world's supermarket' remains"."""


def _ends(reading: Reading, mark: PlaceMark) -> bool:
    """Say whether an English sentence ends with a place, which the next may take up: "came from Fenshui. The town"."""
    return mark.level == "city" and reading.text[mark.end :].strip() in {".", "?", "!"}


def _after(ground: Ground, reading: Reading, used: list[Placed], lexicon: Lexicon) -> Ground:
    names = [mark.name for mark in reading.places if mark.name and (mark.part != "partner" or _ends(reading, mark))]
    seen = (*ground.seen, *names)[-12:] if names else ground.seen
    home_told = _home_of(ground, reading, lexicon) if ground.home is None else None
    if home_told is not None:
        ground = replace(ground, home=home_told)
    based = [mark for mark in reading.places if mark.based and mark.name and not studies(reading, mark)]
    home = introduced(reading) or (based[-1] if based else None)
    if home is not None:
        start = reading.sentence.start
        because = Because("place of the text", start + home.start, start + home.end)
        return replace(ground, carried=home.name, because=because, seen=seen)
    venue = next((mark for mark in reading.places if mark.scene == "venue" and mark.name), None)
    if venue is not None and lies_abroad(venue.name, lexicon):
        start = reading.sentence.start
        because = Because("place of the text", start + venue.start, start + venue.end)
        return replace(ground, carried=venue.name, because=because, seen=seen, venue=venue.name, venue_because=because)
    for placed in reversed(used):
        if placed.name is None or placed.inherited or is_of_tariff(placed.because, reading):
            continue
        if placed.because is not None and _tells_of_some(reading, placed.because):
            continue  # "417 of them are based in Yiwu" moves the text nowhere
        if not _is_abroad(placed.name, ground, reading, lexicon):
            return replace(ground, carried=placed.name, because=placed.because, seen=seen)
    if not used and (reading.chinese or not quotes(reading.text) or _DUBBED.found_in(reading.text)):
        marks = [mark for mark in reading.places if mark.part in {"subject", "origin"} and not mark.passing]
        marks = [mark for mark in marks if mark.level != "region" and not issues(reading, mark, ground, lexicon)]
        chosen = nearest(_at_home(marks, lexicon), (), ground, lexicon) if marks else None
        name = resolved(chosen, ground, lexicon) if chosen else None
        aside = chosen is not None and chosen.start > _HEAD
        if aside and name is not None and _is_abroad(name, ground, reading, lexicon):
            name = None
        if chosen is not None and name is not None:
            because = Because(
                "place of the text", reading.sentence.start + chosen.start, reading.sentence.start + chosen.end
            )
            return replace(ground, carried=name, because=because, seen=seen)
    sent = sent_from(reading, lexicon) if ground.carried is None else None
    if sent is not None:
        start = reading.sentence.start
        because = Because("place of the text", start + sent.start, start + sent.end)
        return replace(ground, carried=sent.name, because=because, seen=seen)
    return replace(ground, seen=seen) if names else ground
