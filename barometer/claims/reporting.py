"""Judges what kind of text is read: one body's report on one period, or a story that many speak in."""

import re
from itertools import pairwise, starmap

from barometer.claims.sources.interviewing import ASKER
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.script import is_chinese
from barometer.claims.times.calendar import LONGEST_EVENT
from barometer.claims.values import Mention, PeriodMark, PeriodRole, Reading


def _names(reading: Reading, *, onward: bool = False) -> list[tuple[str, str]]:
    """Give with what words a sentence tells who speaks, and the name in them; a name lent to it is not its own.

    `onward` leaves out who is only named for a Chinese sentence: 该所发布的指数为….
    """
    if not reading.speakers:
        return []
    text = reading.text
    return [
        (text[one.start : one.end], text[one.name[0] : one.name[1]])
        for one in reading.speakers
        if one.name is not None and 0 <= one.name[0] < len(text)
        if not (onward and one.scope == "sentence" and reading.chinese)
    ]


def has_one_source(readings: list[Reading]) -> bool:
    """Say whether an English text names one source at most; Chinese ones often name one body in several ways."""
    english = [reading for reading in readings if not reading.chinese]
    if any(one.pronoun == "person" for reading in english for one in reading.speakers):
        return False
    named = [told for reading in english for told in _names(reading)]
    bodies = [name.lower() for words, name in named if not _speaks_for(words, name, named)]
    longest = max(bodies, key=len, default="")
    return all(name in longest for name in bodies)


def _speaks_for(words: str, name: str, named: list[tuple[str, str]]) -> bool:
    """Say whether somebody is told to be of the body named first: "Zheng Hao, deputy director of Wenzhou Customs,"."""
    first = named[0][1]
    behind = words[words.find(name) + len(name) :]
    return name != first and (f" of {first}" in behind or f" of the {first}" in behind)


def is_own(readings: list[Reading], source: str | None) -> bool:
    """Say whether the body that issues a text is the one that it names first as its source."""
    named = next((name.lower() for reading in readings for _words, name in _names(reading)), None)
    issued = _IN_BRACKETS.sub("", (source or "").lower())
    named = _OF_FIRM.sub("", named) if named is not None else None
    return named is not None and bool(named) and bool(issued) and (named in issued or issued in named)


_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
"""What a source says of itself behind its name: "Hualian Holdings (press release)"."""
_OF_FIRM = re.compile(r"(?:,? (?:co|ltd|limited|inc|corp|plc)\.?)+$")


def names_source(readings: list[Reading]) -> bool:
    """Say whether a bulletin's first dated sentence names its source: the dated figures, or the opening before them."""
    body = [reading for reading in readings if not reading.sentence.title]
    if any(starmap(_turns_to_somebody, pairwise(body))):
        return False
    first = next(reading for reading in body if tells(reading))
    named = [told for reading in body for told in _names(reading, onward=True)]
    alone = not named or all(_is_of_body(named[0][1], *told) for told in named[1:])
    if any(mark.last for mark in first.periods):
        return alone
    return alone and any(reading.speakers for reading in body[: body.index(first)])


def _is_of_body(first: str, told: str, name: str) -> bool:
    """Say whether who is named later is the body named first, one of its people or no body: 杭州海关, then 海关."""
    return first[-_TAIL:] in told or name in first or not _BODY.found_in(told)


def _turns_to_somebody(before: Reading, reading: Reading) -> bool:
    """Say whether a Chinese story lets somebody speak whom it only told of: 采购商萨利姆经商11年。他说，…."""
    if not reading.chinese or not any(one.pronoun == "person" for one in reading.speakers):
        return False
    near = (before, reading) if before.sentence.paragraph == reading.sentence.paragraph else (reading,)
    return any(one.persons and not any(told.name is not None for told in one.speakers) for one in near)


def tells(reading: Reading) -> bool:
    """Say whether a sentence holds a number that is not only that of a heading, or a word: "1. Prices", 一场接一场."""
    if not reading.mentions or reading.text.strip().rstrip(".").isdigit():
        return False
    return any(not (_numbers_heading(reading, one) or _is_one(one)) for one in reading.mentions)


def _numbers_heading(reading: Reading, one: Mention) -> bool:
    """Say whether a number only numbers a heading of a post: 3\ufe0f\u20e3 朋友圈广."""
    return not one.certain and one.start == 0 and "\u20e3" in reading.text[one.end : one.end + 2]


def _is_one(one: Mention) -> bool:
    """Say whether a number is 一 with a classifier, which is an article or part of a saying."""
    return one.numeral.form == "words" and one.numeral.value == 1 and one.unit == "count" and one.modifier == "eq"


_BODY = Words([
    "局", "海关", "集团", "公司", "协会", "商会", "组委会", "委员会", "厅", "总署", "研究院", "银行", "交易所",
    "办事处", "证券",
])  # fmt: skip
"""What tells a body's own report from the word of one who only speaks for himself."""
_TAIL = 3
"""Characters of a body's name by which its people are known to speak for it: 海关 in 海关关长."""


def is_bulletin(readings: list[Reading], *, issued: bool) -> bool:
    """Say whether the first figures of the body are dated, and nobody but a body that reports them is quoted."""
    body = [reading for reading in readings if not reading.sentence.title]
    first = next((reading for reading in body if tells(reading)), None)
    if first is None or _is_interview(readings) or first.text.lstrip().startswith(("“", '"')) or _is_scene(first):
        return False
    if any(reading.sentence.title and _FEATURE.found_in(reading.text) for reading in readings[:_TITLES]):
        return False
    opening = body[: body.index(first) + 1]
    near = [
        reading for reading in opening if reading is first or reading.sentence.paragraph >= first.sentence.paragraph - 2
    ]
    dated = any(mark.last and mark.role is not PeriodRole.WINDOW for mark in first.periods)
    if not dated and not any(_is_dated(reading) for reading in near):
        return False
    paragraph = [one for one in body[len(opening) - 1 :][:2] if one.sentence.paragraph == first.sentence.paragraph]
    return (
        issued
        or _is_of_one(readings, body)
        or any(_is_event(mark) for reading in [*near, *paragraph] for mark in reading.periods)
    )


_FEATURE = Words(["外媒", "境外媒体", "海外媒体", "媒体热议", "见闻", "探访", "走访", "特写", "侧记", "走笔"])
"""What the title of a Chinese feature, or of a review of what many papers write, says that it is."""
_TITLES = 2


def _is_of_one(readings: list[Reading], body: list[Reading]) -> bool:
    """Say whether hardly anybody is quoted in a text, or in a post of many rows."""
    quotes = sum([_speech(reading.text) for reading in readings])
    if quotes < _MANY_QUOTES:
        return True
    return sum(_ROW.match(reading.text) is not None and bool(reading.mentions) for reading in body) > 2 * quotes


_MANY_QUOTES = 3
_ROW = re.compile(r"\s*(?:[-–—•·*●▪✅✔▶]|[0-9] ?\ufe0f?\u20e3|[\U0001F300-\U0001FAFF])")
"""How a row of a post begins."""


def speaks(text: str) -> bool:
    """Say whether a sentence holds quoted speech; words in quotation marks without a stop are a name."""
    return _speech(text) > 0


def _speech(text: str) -> int:
    """Give how many marks of quoted speech a sentence holds; a word in quotation marks is none."""
    if is_chinese(text):
        return text.count('"') + (len(_OPENS_SPEECH.findall(text)) if "“" in text else 0)
    return 2 * sum(_is_said(text, match.start()) for match in _SPOKEN.finditer(text))


def _is_said(text: str, end: int) -> bool:
    """Say whether a quotation that ends with a stop is speech, no name: "the world's supermarket,"."""
    begin = max(text.rfind('"', 0, end), text.rfind("“", 0, end))
    brief = begin >= 0 and text.count(" ", begin, end) < _LEAST_SAID and text[end] == ","
    return not brief or _SPEAKER_BEHIND.match(text[end + 1 : end + 16]) is not None


_LEAST_SAID = 3
"""Spaces in the shortest quotation that is speech, whoever is named behind it."""
_SPEAKER_BEHIND = re.compile(r"[\"”] (?:said|says|add|recall|joke|he |she |they |[A-Z])")
_SPOKEN = re.compile(r"[,.!?][\"”]")
_OPENS_SPEECH = re.compile(r"(?:：|[说道称]，)“|(?:，|^\s*)“(?![^”，。！？]*”)")
"""How speech opens; words in quotation marks without a stop are a name: “新三样”."""


def _is_event(mark: PeriodMark) -> bool:
    """Say whether a time is the days from one to another, as those of a fair are told."""
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    return mark.first < mark.last and (mark.last - mark.first).days <= LONGEST_EVENT and not _is_month(mark)


def _is_month(mark: PeriodMark) -> bool:
    return mark.first is not None and mark.last is not None and mark.first.day == 1 and mark.last.day >= _LAST_DAY


_LAST_DAY = 28


_HOUR = pattern(r"^\s?(?:[0-9]{1,2}(?:时|点)|上午|下午|清晨|凌晨|早|晚|中午|傍晚|夜)")
_DISCLOSED = pattern(r"^\s?(?:晚间?|早间?|上午|下午|盘后)，?(?:披露|公告|发布|公布|宣布|通报)")
"""What makes an hour only that of a report: 8月27日晚披露半年度报告."""


def at_hour(text: str, mark: PeriodMark) -> bool:
    """Say whether a time is a day with an hour behind it, as a Chinese text sets a scene: 6月10日上午."""
    day = mark.first is not None and mark.first == mark.last
    return day and _HOUR.match(text[mark.end : mark.end + 4]) is not None


def _is_scene(first: Reading) -> bool:
    """Say whether a text opens on a scene, at an hour of a day: 6月10日上午，店里挤进了…."""
    if "正" in first.text and _GOING_ON.match(first.text) and first.chinese:
        return True
    return any(
        at_hour(first.text, mark) and not _DISCLOSED.match(first.text[mark.end : mark.end + 8])
        for mark in first.periods
    )


_GOING_ON = Brief(r"[^。；]{0,12}(?:旬|日|清晨|早上|傍晚)，[^。；]{2,40}正(?:在|忙|满|紧|加紧|有序|热|一)")
"""What is going on where a text opens: 8月中旬，…生产线正满负荷运转."""


def _is_dated(reading: Reading) -> bool:
    """Say whether an opening without figures says of what time the text reports: a span of days, months, a year."""
    return any(
        mark.role is PeriodRole.CURRENT and mark.first is not None and mark.last is not None and mark.first < mark.last
        for mark in reading.periods
    )


def _is_interview(readings: list[Reading]) -> bool:
    """Say whether somebody asks in the text: 记者：…."""
    return any(one.pronoun == ASKER for reading in readings for one in reading.speakers)


def tells_of_index(text: str) -> bool:
    """Say whether a text tells of an index, or of how much of what it follows rose and fell."""
    return "指数" in text or (_MAY_TELL.search(text) is not None and _INDEX.found_in(text))


def paragraphs_of_index(readings: list[Reading]) -> frozenset[int]:
    """Give the paragraphs that tell of an index, or stand under a heading that does."""
    about = [reading for reading in readings if not reading.sentence.title and tells_of_index(reading.text)]
    own = {reading.sentence.paragraph for reading in about}
    listing = False
    weekly = any(reading.sentence.title and _WEEKLY.found_in(reading.text) for reading in readings)
    own |= {one.sentence.paragraph for one in readings if weekly and _PART_HEAD.match(one.text) is not None}
    for reading in readings:
        by_part = reading.sentence.paragraph - 1 in own and _BY_PART.match(reading.text) is not None
        own |= {reading.sentence.paragraph} if by_part or listing else set()
        listing = (by_part or listing) and reading.text.rstrip().endswith(("：", "；"))
    return frozenset(own | {reading.sentence.paragraph + 1 for reading in about if not reading.mentions})


_WEEKLY = Words(["运价周报", "指数周报", "运价周评", "指数周评", "价格周报", "周评"])
_PART_HEAD = pattern(r"^\s*【[^】]{2,10}(?:航线|线|类|市场|产品)】")
_BY_PART = pattern(r"^\s*分(?:航线|类别|品类|大类|品种|行业|板块)[^，。（]{0,3}看")
"""What opens a paragraph on the parts of an index: 分航线看，欧洲航线市场运价为…."""
_MAY_TELL = re.compile("[A-Za-z平]")
"""What a text without 指数 must hold to tell of an index."""
_INDEX = pattern(
    r"[涨升][^。；]{0,24}[跌降][^。；]{0,24}平|(?i:\bindex|\bindices|\bsub-?ind"
    r"|\b(?:rose|gained|advanced|climbed|up)\b[^.;]{0,40}\b(?:fell|declined|retreated|slipped|dropped|lost|down)\b"
    r"|\b(?:fell|declined|retreated|slipped|dropped|lost|down)\b[^.;]{0,40}\b(?:rose|gained|advanced|climbed|up)\b)"
)
"""What the day of an index is carried on to: the index, its parts, how many of them rose and fell."""
