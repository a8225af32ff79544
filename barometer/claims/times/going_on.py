"""Decides what time goes on after a sentence: that of its last figure, no part of it and nothing it turned from."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.meaning import Clock, Dated
from barometer.claims.values import BESIDE, Cue, PeriodMark, PeriodRole, Reading
from barometer.model import Because


def _turns(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a time is only that from which something turned: 由上月的下降转为上涨."""
    if _is_once(reading, mark):
        return True
    return reading.text[max(0, mark.start - 1)] in "由从" or reading.text[mark.start] in "由从"


def _is_once(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a time is only that of what once was: 现在净利率3到4个点，2019年还有9个点."""
    return reading.text.startswith(_ONCE, mark.end)


_ONCE = ("还有", "还是", "还在", "还要", "才有", "只有")


def _is_part(reading: Reading, dated: Dated, used: list[Dated]) -> bool:
    """Say whether a time is only a part of the one before it in its sentence: 前三季度增长6.8%；其中9月份增长6.1%."""
    mark = dated.mark
    part = None if mark is None else reading.last(0, mark.start, Cue.PART)
    if mark is None or part is None or reading.text[part.end : mark.start].strip("，, "):
        return False
    wholes = (one.span for one in used if one.mark is not None and one.mark.start < mark.start)
    return any(_lies_in(dated.span, whole) for whole in wholes)


def _is_alone(reading: Reading, mark: PeriodMark, clock: Clock, used: list[Dated]) -> bool:
    """Say whether a time is only a part of a longer one told: "in June alone they grew 6.4 percent", 仅6月就….."""
    text = reading.text
    alone = text.startswith(" alone", mark.end) or text.endswith(" alone", mark.start, mark.end)
    opens = not reading.mentions or mark.start < reading.mentions[0].start  # "In June alone they grew", and go on so
    if opens or not (alone or text.endswith("仅", 0, mark.start)):
        return False
    span = mark.first, mark.last
    wholes = [clock.carried, *[one.span for one in used]]
    return any(_lies_in(span, whole) and span != whole for whole in wholes)


def _lies_in(part: Range, whole: Range) -> bool:
    first, last = part
    low, high = whole
    if first is None or last is None or low is None or high is None:
        return False
    return low <= first and last <= high


def _is_fair_before(clock: Clock, dated: Dated) -> bool:
    """Say whether a time is only that of the fair before the one to come: "Last year's fair drew 48,300"."""
    last = dated.span[1]
    return clock.is_of_event_to_come() and last is not None and clock.published is not None and last < clock.published


def _is_day_of_fair(clock: Clock, reading: Reading, span: Range) -> bool:
    """Say whether a time of a Chinese text is only one day of the fair told of: 开展头一天就签了80万元的单子."""
    inside = clock.is_of_event() and span[0] == span[1] and _lies_in(span, clock.carried)
    return inside and reading.chinese and all(one.unit != "index_point" for one in reading.mentions)


def _is_peak(clock: Clock, reading: Reading, span: Range) -> bool:
    """Say whether a time is only the day of a peak within the longer time told: "a high of 201 million on May 3"."""
    first, last = clock.carried
    inside = span[0] == span[1] is not None and first != last and _lies_in(span, clock.carried)
    return inside and _PEAK.search(reading.text) is not None


_PEAK = pattern(
    r"\b(?:busiest|quietest|peak|peaked|single-day|single day|high of|record high)\b"
    r"|单日(?:最高|峰值|客流|成交)|峰值|最高的一天"
)


def _is_milestone(dated: Dated, used: list[Dated]) -> bool:
    """Say whether a time is only a milestone's day within the one told: "in seven months, the millionth on July 9"."""
    first, day = dated.span
    before = [one.span for one in used if one is not dated and one.span[0] is not None]
    return first is None and day is not None and any(_lies_in((day, day), span) for span in before)


def _is_hoped(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a time that no figure rests on is only that of hopes: "61 percent expect orders in May to rise"."""
    if reading.chinese:
        return False
    return reading.last(reading.clause(mark.start)[0], mark.start, Cue.STATUS) is not None


def _is_opening(reading: Reading) -> bool:
    """Say whether a sentence only tells when a building or line opened, whose sizes have no time."""
    if reading.periods and reading.chinese:
        return _OPENED_IN_CHINESE.found_in(reading.text) is not None
    if not reading.periods or _FAIR.found_in(reading.text):
        return False
    return any(_OPENED.search(reading.text[: mark.start]) is not None for mark in reading.periods)


_OPENED = pattern(
    r"\b(?:opened|(?:was|were) (?:opened|inaugurated|completed)|inaugurated|put into (?:use|operation|service)"
    r"|(?:went|came) into (?:use|service|operation)|beg[au]n (?:operations?|service|production)"
    r"|started (?:operations?|production|service))(?: [a-z]+){0,3} (?:on )?$"
)
_OPENED_IN_CHINESE = Words(
    [
        "开门迎客",
        "正式启用",
        "正式投用",
        "正式运营",
        "正式开业",
        "正式营业",
        "开园",
        "揭牌",
        "正式投产",
        "刚投用",
        "刚启用",
        "刚投产",
        "刚开业",
        "新投用",
        "建成投用",
        "建成投产",
        "投入使用",
    ]
)
_FAIR = pattern(r"\b(?:fairs?|expo|exhibitions?|shows?|festivals?|forum|conference|session|market day|event)\b")


def _is_turned(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a time is that of the old pace or level that another figure of the sentence turns from."""
    return _is_once(reading, mark) or (
        _turns(reading, mark) and sum(one.start > mark.end for one in reading.mentions) > 1
    )


def _is_of_event_to_come(reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a day to come is that of an event of which all that follows tells: "The job fair takes place on"."""
    return not reading.chinese and _EVENT_ON.search(reading.text[: mark.start]) is not None


_EVENT_ON = pattern(
    r"\b(?:fair|expo|exhibition|forum|festival|conference|auction|market day)\b[^.;]{0,24}"
    r"\b(?:takes place|will take place|will be held|is to be held|is scheduled|kicks off|opens|will open) (?:here )?$"
)


def _goes_on(mark: PeriodMark, clock: Clock) -> bool:
    """Say whether a time of a sentence without figures dates what follows: no day to come, 6月11日世界杯才开幕."""
    coming = mark.first == mark.last is not None and clock.published is not None and mark.last > clock.published
    return mark.last is not None and not coming


def _dates_rule(clock: Clock, reading: Reading, mark: PeriodMark) -> bool:
    """Say whether a Chinese time only tells since when a duty or fee is so, or when a standard came out.

    巴西自8月1日起把小包税率由20%上调至25%; 今年5月，永康市发布新版地方标准.
    """
    since = mark.role is PeriodRole.RUNNING and mark.last is None
    if (clock.whole and not since) or clock.listed or not reading.chinese:
        return False
    behind = reading.text[mark.end : mark.end + _LONGEST_RULE]
    return (_DUTY.match(behind) if since else _STANDARD.match(behind)) is not None


_LONGEST_RULE = 48
_DUTY = Brief(
    r"^，?[^。；]{0,40}?(?:税率|关税|税|佣金率?|费率|手续费|起征点|免税额)[^，。；]{0,16}?"
    r"(?:上调|下调|提高|降低|提至|降至|升至|由|从|征收|加征|取消)"
)
_STANDARD = Brief(
    r"^，[^，。；]{2,14}?(?:发布|出台|印发|颁布|修订)了?[^，。；]{0,16}?(?:标准|办法|条例|规定|规范|细则|新规)"
)


def next_clock(clock: Clock, reading: Reading, used: list[Dated], past: list[Dated]) -> Clock:
    """Give the clock after a sentence: the period of its last figure that has one goes on, not that of an old level."""
    told = used[-1].span if used else clock.last
    if used and used[-1].mark is not None and used[-1].mark.role is PeriodRole.WINDOW:
        return replace(clock, last=told, carried=NO_PERIOD, carried_because=None)
    opens = reading.chinese and not clock.is_of_event() and _is_opening(reading)
    if used and (opens or (reading.periods and any(_dates_rule(clock, reading, mark) for mark in reading.periods))):
        return replace(clock, last=told, carried=NO_PERIOD, carried_because=None)
    for dated in reversed(used):
        if (
            dated.mark is not None
            and dated.mark.shift >= 0
            and not _turns(reading, dated.mark)
            and dated.mark.aside not in BESIDE
            and not _is_day_of_fair(clock, reading, dated.span)
            and not _is_part(reading, dated, used)
            and not _is_alone(reading, dated.mark, clock, used)
            and not _is_peak(clock, reading, dated.span)
            and dated.mark.role is not PeriodRole.WINDOW
            and dated.span != NO_PERIOD
            and not _is_fair_before(clock, dated)
            and (reading.chinese or not _is_milestone(dated, used))
        ):
            return replace(clock, last=told, carried=dated.span, carried_because=dated.because, of_index=False)
    if not reading.periods:
        return clock if told == clock.last else replace(clock, last=told)
    old = [dated.mark for dated in past]
    here = [
        mark
        for mark in ([] if _opens_or_settles(reading, told=bool(used)) else reading.periods)
        if mark not in old and mark.aside not in BESIDE | {"life"} and not _is_turned(reading, mark)
        if not (used and (_is_day_of_fair(clock, reading, (mark.first, mark.last)) or _is_hoped(reading, mark)))
        if not (_is_peak(clock, reading, (mark.first, mark.last)) or _is_alone(reading, mark, clock, used))
    ]
    lasting = [mark for mark in here if mark.first != mark.last is not None] or here
    for mark in reversed(lasting):
        if mark.role in {PeriodRole.CURRENT, PeriodRole.AS_OF, PeriodRole.RUNNING} and (
            _goes_on(mark, clock) or _is_of_event_to_come(reading, mark)
        ):
            because = Because("time expression", reading.sentence.start + mark.start, reading.sentence.start + mark.end)
            span = (mark.first, mark.last)
            story = span if _OPENS_STORY.match(reading.text) is not None and not used else NO_PERIOD
            return replace(clock, last=told, carried=span, carried_because=because, story=story)
    return clock if told == clock.last else replace(clock, last=told)


_OPENS_STORY = Brief(
    r"^\s*\p{Han}{2,10}?(?:出现在|发生在|始于|起于|缘于|要从|得从|是在|回到了?)(?:(?:19|20)[0-9]{2}|前|去)年\p{Han}{0,6}。\s*$"
)
"""What turns to a time of which a Chinese story then tells: 转机出现在2003年。"""


def _opens_or_settles(reading: Reading, *, told: bool) -> bool:
    """Say whether the times of a sentence only date what opened, or since when a Chinese firm's plant is there."""
    chinese = reading.chinese
    if told and chinese and reading.periods and _SETTLED.search(reading.text) is not None:
        return True
    return (not told or chinese) and _is_opening(reading)


SETTLING = (
    r"(?:(?:(?:设厂|建厂|办厂|建仓|设仓|开店)了?"
    r"|(?:建|设|开|办)(?:起|成|立|出|设|了)+(?:第?[一二两三][座家个间])?(?:新|分|自己的|海外|生产)?(?:厂房?|工厂|仓库?|门店|店|公司|展厅|基地))，"
    r"(?![投雇招花买租]资?入?用?了)"
    r"|(?:正式|建成|竣工)?(?:投产|投用|启用|开业|落成|投运)，(?:现有|有|占地|拥有|员工|工人|用工|一期|总|设计|日产|月产|年产|本地))"
)
_SETTLED = Brief(r"年(?:[0-9]{1,2}月[初底末]?)?，?[^，。；]{0,24}" + SETTLING)
"""What dates only since when a plant is there: 去年在达卡设厂，用工320人, 5月在河内建起分厂，现有….."""
