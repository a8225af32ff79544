"""Reads what a report on a plan says will be done as its aims: "are to be built", 今年要重点抓好以下工作：…."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Cue, Mark, Reading, quotes

_PLAN = pattern(
    r"\b(?:plans?|blueprint|roadmap|action plan|aims?|targets|maps? out|sets? out|lays? out|unveils?|seeks|wants"
    r"|goals?|eyes|sets? (?:its |their )?sights on)\b"
    r"(?:[^.;]|\.[0-9])*?(?:\b(?:by|to|through) 20[0-9]{2}\b|$)"
)
_SET_DOWN = frozenset({"is to", "are to", "should"})
"""Words of what a plan sets down; "is expected" tells what somebody thinks, "will" what is decided."""


def with_plan(readings: list[Reading]) -> list[Reading]:
    """Give the readings of a report whose title tells of a plan with what it sets down as its targets."""
    titled = any(
        reading.sentence.title and not reading.chinese and _PLAN.search(reading.text) is not None
        for reading in readings
    )
    return [_as_set_down(reading) for reading in readings] if titled else readings


def _as_set_down(reading: Reading) -> Reading:
    person = any(one.person or one.pronoun == "person" for one in reading.speakers)
    aims = any(mark.cue is Cue.STATUS and mark.value == "target" for mark in reading.marks)
    if quotes(reading.text) or reading.chinese:
        return reading
    marks = tuple(
        replace(mark, value="target")
        if _of_city(reading.text, mark) or ((aims or not person) and _sets_down(reading.text, mark))
        else mark
        for mark in reading.marks
    )
    return reading if marks == reading.marks else replace(reading, marks=marks)


def _of_city(text: str, mark: Mark) -> bool:
    """Say whether somebody tells what a government that plans would do: "the city would raise their share"."""
    told = mark.cue is Cue.STATUS and text[mark.start : mark.end].lower() == "would"
    return told and _GOVERNMENT.search(text[max(0, mark.start - _NEAR) : mark.start]) is not None


_GOVERNMENT = Brief(
    r"\b(?:the|its|our) (?:local |municipal |provincial |county )?(?:city|county|province|district|government) $"
)
_NEAR = 40


def _sets_down(text: str, mark: Mark) -> bool:
    return mark.cue is Cue.STATUS and text[mark.start : mark.end].lower() in _SET_DOWN


def heads_tasks(text: str) -> bool:
    """Say whether a Chinese sentence heads tasks set as goals: 今年要重点抓好以下工作：…, 报告写得很具体：今年…."""
    heads = _HEADS.found_in(text) and _TASKS.found_in(text)
    return bool(heads) or ("报告" in text and _REPORTED.found_in(text))


_HEADS = Words([f"{what}{colon}" for what in ("工作", "任务", "举措", "实事", "事项") for colon in "：:"])
_TASKS = pattern(
    r"(?:要|将|重点|着力|全力|努力)[^，。；：0-9]{0,10}(?:抓好|做好|推进|完成|落实|实施|开展|抓实)"
    r"[^。；：0-9]{0,12}(?:工作|任务|举措|实事|事项)[：:]"
)


_REPORTED = pattern(
    r"报告(?:里|中)?(?:还|也|都)?(?:写|列|承诺|安排|部署|排|定)[^，。；：]{0,8}[：:][“\"]?(?:今年|明年|全年|20[0-9]{2}年)"
)
"""What a government's report puts down for a year that is not over: 报告写得很具体：今年新建学校9所."""
