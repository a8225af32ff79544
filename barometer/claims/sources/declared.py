"""Lends the source that a text declares for all its data to what it tells: 以下数据由组委会提供, "All data are from".

A digest of the report that a government gave to its assembly declares that report: 市长作政府工作报告，要点如下.
"""

from barometer.claims.reporting import tells
from barometer.claims.sources.handing_on import told_by
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.text.script import is_chinese
from barometer.claims.values import Reading

_NEAR = 8
"""Sentences at the head of a text within which its source is declared."""
_MAY = Words(["来自", "提供", "摘自", "来源于", "出自"])
_DECLARED = Brief(
    r"以下[^。；]{0,12}(?:数据|数字|情况|价格|报价|统计|行情)[^。；]{0,4}?"
    r"(?:(?:均|都|全部)?(?:来自|来源于|摘自|出自)(?P<from>[^，。；：、（）()\s]{2,16}?)(?:的?(?:监测|统计|发布|测算))?"
    r"|(?:均|都)?由(?P<by>[^，。；：、（）()\s]{2,16}?)提供)(?:[^\w]|$)"
)


_ENDS = Words(["预告", "提示", "提醒", "贴士", "逛展", "探展", "留言", "评论区", "互动", "福利"])
"""What heads a part of a post that tells no data: 温馨提示, 下届预告."""


def with_declared(readings: list[Reading]) -> list[Reading]:
    """Give the readings behind the sentence that says whose all data are with that source, but what others tell."""
    for index, reading in enumerate(readings[:_NEAR]):
        name = _declared(reading.text)
        if name is not None and not tells(reading):
            return [*readings[: index + 1], *_lent(readings[index + 1 :], reading, name)]
    return readings


def _declared(text: str) -> tuple[int, int] | None:
    """Give where a sentence names whose all data are: 以下数据由组委会提供, "All figures here are from the bureau"."""
    if not is_chinese(text):
        told = _ALL_FROM.search(text)
        return told.span("name") if told is not None else None
    if "以下" not in text or not _MAY.found_in(text):
        return None
    declared = _DECLARED.search(text)
    return None if declared is None else declared.span("from" if declared.group("from") else "by")


_ALL_FROM = Brief(
    r"\b[Aa]ll (?:the )?(?:figures|data|numbers|statistics)(?: (?:in|of) this [a-z]+| here| below| cited| used)?"
    r" (?:are|is|come|comes|were)(?: provided| supplied| compiled| released| taken)? (?:from|by) (?:the )?"
    r"(?P<name>[A-Z][^.,;()]{3,70})(?:[.,;(]|$)"
)
_GIVEN = Brief(
    r"(?:作|听取|审议|将|把)了?(?:关于)?《?(?P<name>[省市县区]?(?:人民)?政府工作报告)"
    r"|\b(?:delivered|presented|gave) (?:the|his|her|a) (?P<report>(?:annual )?government work report)\b"
)
_DIGESTED = Words([
    "highlights of the report", "excerpts from the report", "summary of the report", "highlights are as follows",
    "如下", "要点", "摘编", "摘登", "摘自", "摘要", "干货", "重点", "速读", "数读", "速览", "梳理",
])  # fmt: skip
"""What tells that a text sums up a report, not the session at which it was given."""


def with_digested(readings: list[Reading]) -> list[Reading]:
    """Give the readings of a digest with the government's report as the source of all before somebody else speaks."""
    for index, reading in enumerate(readings[:_NEAR]):
        given = _GIVEN.search(reading.text) if "工作报告" in reading.text or "work report" in reading.text else None
        if given is None or reading.sentence.title:
            continue
        if not any(_DIGESTED.found_in(near.text) for near in readings[: index + _LEADS_ON]):
            return readings
        below = readings[index + 1 :]
        ends = next((at for at, one in enumerate(below) if any(who.person for who in one.speakers)), len(below))
        ends = _first_of_part(below, ends)
        return [
            *readings[: index + 1],
            *_lent(below[:ends], reading, given.span("name" if given.group("name") else "report")),
            *below[ends:],
        ]
    return readings


_LEADS_ON = 4
"""Sentences from that which names the report within which a digest is announced."""


def _first_of_part(readings: list[Reading], at: int) -> int:
    """Give where the paragraph of a sentence begins."""
    while 0 < at < len(readings) and readings[at - 1].sentence.paragraph == readings[at].sentence.paragraph:
        at -= 1
    return at


def _lent(readings: list[Reading], declaring: Reading, name: tuple[int, int]) -> list[Reading]:
    told: list[Reading] = []
    others: set[int] = set()
    chinese = declaring.chinese
    for at, reading in enumerate(readings):
        if not reading.mentions and _ENDS.found_in(reading.text):
            return [*told, *readings[at:]]
        others |= {reading.sentence.paragraph} if reading.speakers else set()
        kept = reading.sentence.paragraph in others or reading.chinese != chinese
        told.append(reading if kept else told_by(reading, declaring, name))
    return told
