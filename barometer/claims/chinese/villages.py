"""Chinese towns and villages that no list knows, where a text introduces them: 在塘坞村, 义乌市后宅街道李祖村."""

from collections.abc import Iterator

from barometer.claims.chinese.place_parts import part_of
from barometer.claims.chinese.spelling import spelled
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.text.scanning import by_start, touching
from barometer.claims.values import PlaceMark, Reading

_KIND = pattern(r"(?P<kind>[村镇乡])(?:[^里民庄落级晚播口史镇干域居屋委头外边道上级办企土0-9]|$)")
_CUT = Brief(
    r"(?:^|[^\p{Han}]|[在于到从自为是与和及的由赴往离像如对]|走进|来到|走访|位于|地处|探访|[市县区镇乡]|街道)(?P<name>\p{Han}{2,3})$"
)
"""What stands in front of the name of a village, and the name."""
_BARE = Brief(r"^(?P<name>\p{Han}{2,3})$")
_NO_NAME = Brief(
    r"[个每各该本我你他这那全几数多两首几新农]|^(?:一|城|古|小|重|名|大批|部分|许多|不少|一些|有的|其他|周边|附近|邻近|当地|相邻|偏远|[东西南北中]部)"
    r"|^(?:中心|电商|淘宝|专业|明星|示范|行政|自然|先进|贫困|特色|工业|产业|经济|旅游|文化|移民|美丽|未来|文明|度假|奥运|亚运|世界|地球|强)"
)
_NATIVES = tuple("同老家故下城回返还异侨思离望入")
"""What stands before 乡 where it is where somebody comes from: 和同乡合租摊位."""
_LONGEST = 8
_MOST = 12
"""So many names are looked for again."""


def with_villages(readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """Give the readings with the towns and villages that a Chinese text introduces, wherever it names them."""
    found: dict[str, tuple[str, str]] = {}
    for reading in readings:
        if reading.chinese and len(found) < _MOST:
            found |= dict(_introduced(reading, lexicon))
            found |= dict(_listed(reading, lexicon))
    return [_marked(reading, found) for reading in readings] if found else readings


def _introduced(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the towns and villages that a sentence introduces, by their Chinese name: how it is spelled, its level."""
    text = reading.text
    for match in _KIND.finditer(text) if "村" in text or "镇" in text or "乡" in text else ():
        at = match.start()
        inside = [mark.end for mark in reading.places if mark.end <= at and at - mark.end <= _LONGEST]
        if touching(reading.places, at, at + 1):
            continue
        start = max([*inside, at - _LONGEST, 0])
        told = (_BARE if start in inside else _CUT).search(text[start:at]) or _CUT.search(text[start:at])
        name = told.group("name") if told is not None else ""
        name = "" if text[at] == "乡" and name.endswith(_NATIVES) else name
        written = spelled(name, lexicon.signs) if name and _NO_NAME.search(name) is None else None
        if written is not None:
            yield name + text[at], (written, "village" if text[at] == "村" else "district")


def _listed(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the short name of a town on the list that a text names in full: 大陈 of 大陈镇."""
    for mark in reading.places:
        name = reading.text[mark.start : mark.end]
        listed = mark.level == "district" and mark.name is not None and mark.name in lexicon.places
        if listed and mark.name is not None and name.endswith("镇") and len(name) > _SHORTEST:
            yield name[:-1], (mark.name, "district")


_SHORTEST = 2


def _marked(reading: Reading, names: dict[str, tuple[str, str]]) -> Reading:
    """Give a Chinese reading with the towns and villages marked that it names."""
    if not reading.chinese:
        return reading
    more: list[PlaceMark] = []
    for name, (written, level) in names.items():
        at = reading.text.find(name)
        while at >= 0:
            end = at + len(name)
            if not touching(reading.places, at, end) and not touching(more, at, end):
                part = part_of(reading.text, at, end, (written, level), "subject", [])
                more.append(PlaceMark(at, end, written, level, part))
            at = reading.text.find(name, end)
    if not more:
        return reading
    return replace(reading, places=tuple(by_start([*reading.places, *more])))
