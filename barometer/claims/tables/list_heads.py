"""Finds the lines that head a list without a colon: "Goals for 2026", with bullets or labels with values under it."""

import re

from barometer.claims.replacing import replace
from barometer.claims.reporting import tells
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Reading

_BULLET = re.compile(
    r"\s*(?:[-–—•·*●▪] |[•●▪■◆▶](?=[\u4e00-\u9fff])|[(（][0-9a-z]{1,2}[)）]\s"
    r"|[0-9]{1,2}[.、．]\s?(?=[\u4e00-\u9fff])|[✅✔\U0001F170-\U0001F251\U0001F300-\U0001FAFF]\ufe0f?(?=[\u4e00-\u9fff“]))"
)
"""How an item of a list begins; a Chinese one needs no space."""
_ENDS = (".", "!", "?", "。", "！", "？", ";", "；", ",", "，")
LABELLED = r"[\u4e00-\u9fff][^，。；：:0-9“”]{1,15}[：:]\s?[^，。；：0-9]{0,4}[0-9]"
"""How a row begins that is a Chinese label with its value: 欧洲航线：1830美元/TEU，涨2.1%。"""
_LABEL = re.compile(
    r"[A-Z][\w '&,/-]*(?:\([^():]*\)[\w '&,/-]*)*: \S.{0,80}[^.\s]\s*$"
    rf"|{LABELLED}"
    r"[^。：:]{0,60}[。；]?\s*$"
)
"""A line that is a label with a value: "Retail sales: up 6 percent", 宁波—北欧：2186美元/TEU，上涨1.4%；."""
_LEAST_ROWS = 2
_LONGEST = 80


def with_headed(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the short lines over bullets marked as their heads."""
    found = list(readings)
    for index in range(len(readings) - 1):
        line, following = readings[index], readings[index + 1]
        apart = line.sentence.paragraph != following.sentence.paragraph and not line.sentence.title
        behind = index > 0 and readings[index - 1].sentence.paragraph == line.sentence.paragraph
        apart = apart and (not behind or line.text.rstrip().endswith("："))
        if not apart or len(line.text) > _LONGEST or line.text.rstrip().endswith(_ENDS) or tells(line):
            continue
        if _BULLET.match(following.text) and not _BULLET.match(line.text):
            found[index] = replace(line, heads=True)
        rows = [] if _LABEL.match(line.text) else _labelled(readings, index + 1)
        if len(rows) >= _LEAST_ROWS:
            found[index] = replace(line, heads=True)
            for row in rows:
                found[row] = replace(readings[row], row=True)
    return found


def parts_text(text: str) -> bool:
    """Say whether a line heads a part of a text: 【2025年主要目标】, 二、主要任务, "III. Key tasks"."""
    return text[:1] in _PART_STARTS and _PART.match(text) is not None


_PART_STARTS = frozenset("【（(一二三四五六七八九十IVXKMP")
_PART = Brief(
    r"^(?:【[^】：:。；]{2,18}】|[（(]?[一二三四五六七八九十]{1,2}[、)）][^：:。；，]{2,18}"
    r"|[IVX]{1,4}\. [A-Z][^.:;?!]{2,64}"
    r"|(?:Key|Main|Major|Priority) (?:tasks|targets|goals|priorities|projects)"
    r"(?: (?:for|of|in) (?:20[0-9]{2}|(?:this|the|the coming|the new) year))?)\s*$"
)


def heads_section(text: str) -> bool:
    """Say whether a Chinese line heads a section of news from many sides: 【物流播报】."""
    return text[:1] == "【" and _SECTION.match(text) is not None


_SECTION = Brief(r"^【[^】：:。；0-9]{2,8}】\s*$")


def opens_tasks(text: str) -> bool:
    """Say whether such a line heads what is to be done: 【2025年主要目标】."""
    return _TO_DO.search(text) is not None


_TO_DO = Brief(
    r"(?:目标|任务|实事|工作安排|重点工作|工作重点|工作部署|打算|举措)】?\s*$|\b(?:tasks|targets|goals"
    r"|priorities)(?: (?:for|of|in) (?:20[0-9]{2}|(?:this|the|the (?:coming|new)) year))?\s*$"
)


def heads_plan(text: str) -> bool:
    """Say whether a Chinese sentence only heads what is to be done, told in its own line: 五、2026年工作思路。"""
    return text[:1] in _PART_STARTS and _PLAN_HEAD.match(text) is not None


_PLAN_HEAD = Brief(
    r"^[(（]?[一二三四五六七八九十]{1,2}[、)）](?:20[0-9]{2}年|明年|今年|下一?步|下一?阶段)?\p{Han}{0,6}?"
    r"(?:工作思路|工作打算|工作计划|工作安排|工作设想|工作目标|工作重点|主要目标|目标任务|主要任务|重点任务|重点工作|打算)。\s*$"
)


def _labelled(readings: list[Reading], index: int) -> list[int]:
    """Give the lines from one on that are a label with a value: "Retail sales: up 6 percent"."""
    rows: list[int] = []
    while index < len(readings) and _LABEL.match(readings[index].text) and readings[index].mentions:
        if rows and readings[index].sentence.paragraph != readings[index - 1].sentence.paragraph + 1:
            break
        rows.append(index)
        index += 1
    return rows


def is_row(text: str) -> bool:
    """Say whether a line is one of a list: it opens with a number or a bullet."""
    return _ROW.match(text) is not None


_ROW = re.compile(
    r"\s*(?:[(（]?[0-9a-z一二三四五六七八九十]{1,2}[)）.、．]|[-–—•·*●▪✅✔▶]|[①-⑳]|[0-9] ?\ufe0f?\u20e3"
    r"|[\U0001F170-\U0001F251\U0001F300-\U0001FAFF])\s*"
)
