"""Who wrote an article and where it came from, in the words that sites print beside it."""

from collections.abc import Iterable

import re2

from barometer.articles.paragraphs import collapse

# The family names of nearly all Chinese people: a short line that begins with one may be a name.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞"
    "颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻"
    "祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇"
    "栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蔣葉蘇呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢"
    "嚴覃湯喬龐顏莊聶魯齊歐關蘭單紀簡項連盧"
)
_NAME = r"(?:\p{Han}{2,4}|\p{Han}{1,6}·\p{Han}{1,6})"
_NAMES = rf"{_NAME}(?:(?:[、,，]\s?| ){_NAME}){{0,5}}"
_STOP = re2.compile(
    r"(?:\s*\p{Han}{0,6}(?:来源|來源|稿源|编辑|編輯|出自|选稿|责编|摄影|时间|日期|发布|我来说|访问|评论|浏览|字号|阅读|次阅读)"
    r"|\s*[\d|｜\[【(（<>：:/／╱]|$)"
)
_LABELLED = re2.compile(r"(?:作者|撰文|撰稿|文字|文|本报记者|记者|記者|通讯员)\s*[:：/／]\s*(?:记者\s+)?(.{2,60})")
_LEADING = re2.compile(rf"^(?:{_NAMES}|[A-Za-z][A-Za-z .]{{2,40}}|\p{{Han}} \p{{Han}}(?:\s|$))")
_BEFORE_EDITOR = re2.compile(rf"来源[:：]\s*\S+\s+({_NAME})\s+(?:责任)?编辑[:：]")
_ATTACHED = re2.compile(rf"[|｜\s]作者\s?({_NAME})$")
_REPORTER_LINE = re2.compile(
    rf"^[□◎■●（(\s]*(?:文\s?[/／]\s?)?(?:\p{{Han}}{{0,8}})(?:记者|記者|实习生|通讯员|特派员)[:：]?\s*({_NAMES})"
    r"(?:[)）]|[/／╱]?\p{Han}{0,4}(?:报道|報導|採訪報導)?)?$"
)
_SLASHED = re2.compile(rf"(?:^|【)\s*(\p{{Han}}{{2,10}})\s*[╱/／]\s*(?:記者|记者)?({_NAME})?.{{0,14}}?[╱/／】\s]")
_REPORTER_SLASHED = re2.compile(r"(?:記者|记者)(\p{Han}{2,4})[╱/／]")
_SIGNED = re2.compile(r"^[（(]\s*(\p{Han}{2,4})\s*[)）]$")
_BY = re2.compile(
    r"^(?:By|BY)[: ]\s*((?:[A-Z][\p{L}.'’-]+(?: |$)){2,4}(?:(?:, ?|and |& ?)(?:[A-Z][\p{L}.'’-]+(?: |$)){2,4})*)"
)
_NAMES_ONLY = re2.compile(rf"^{_NAMES}$")
_SOURCE = re2.compile(
    r"(?:来源于?|來源|稿源|出处|转载自|轉載自)\s*[:：]\s*[\[【《(（]?"
    r"\s*([^\s\]】》）()|｜:：,，。；;<>\[]{2,30}(?: [A-Za-z]+)*)"
)
_SOURCE_ATTACHED = re2.compile(r"[|｜]\s?来源([^\s|｜:：]{2,20})")
_SOURCE_AFTER_TIME = re2.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?\s{0,3}(\p{Han}[\p{Han}\w·-]{1,14}?)(?:\[微博\]|我要评论|\s|$|[|｜(（])"
)
_NO_SOURCE = re2.compile(
    r"我要|评论|字号|字体|来源|作者|浏览|阅读|点击|编辑|责任|分享|更新|发布|参与|上午|下午|打印|星期|http|www\."
)
_TAIL_OF_SOURCE = re2.compile(r"(?:\d{4}[-年./].*|我要评论.*|作者.*|责任编辑.*|编辑.*|发布.*)$")
_EDITOR = re2.compile(
    r"(?i)(?:责任编辑|責任編輯|责编|web editor|编辑|editor)\s*[:：]"
    r"\s*([^\s()（）【】\[\]|｜]{2,20}(?:[ 、,，][^\s()（）【】\[\]|｜:：]{2,20}){0,3})"
)
_LONGEST_LINE = 150
_NO_NAME = re2.compile(
    r"(?i)\d|@|https?:|www\.|\.com|\.cn|\.net|^(?:admin|editor|staff|责任|编辑|佚名|未知|本站|本报|none|null|author|size)"
)


def labelled_author(lines: Iterable[str]) -> str | None:
    """Give the names after a label such as 作者 or By, in the first line that has one."""
    for line in lines:
        name = _author_in(line) if len(line) <= _LONGEST_LINE else None
        if name and is_name(name):
            return collapse(name).strip(" 、,，")
    return None


def _author_in(line: str) -> str | None:
    labelled = _LABELLED.search(line)
    if labelled and (names := _leading_names(labelled.group(1))):
        return names
    found = (pattern.search(line) for pattern in (_BEFORE_EDITOR, _ATTACHED, _REPORTER_LINE, _REPORTER_SLASHED, _BY))
    return next((str(match.group(1)) for match in found if match), None)


def signature(lines: Iterable[str]) -> str | None:
    """Give the name that alone, in brackets, closes a text."""
    for line in lines:
        found = _SIGNED.search(line)
        if found and found.group(1)[0] in _SURNAMES:
            return str(found.group(1))
    return None


def bare_names(line: str) -> str | None:
    """Give a line that is nothing but Chinese names."""
    names = line.replace("、", " ").split()
    if _NAMES_ONLY.search(line) and all(name[0] in _SURNAMES and 2 <= len(name) <= 3 for name in names):
        return line
    return None


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's name: no number, address or placeholder."""
    return 2 <= len(text) <= 100 and not _NO_NAME.search(text)


def source_in(lines: Iterable[str]) -> str | None:
    """Give the medium that one of the lines names: after 来源, before ╱, or right after the time."""
    lines = [line for line in lines if len(line) < 300]
    for pattern in (_SOURCE, _SOURCE_ATTACHED, _SLASHED, _SOURCE_AFTER_TIME):
        for line in lines:
            found = pattern.search(line)
            name = _TAIL_OF_SOURCE.sub("", found.group(1)).strip(" -—") if found else ""
            if len(name) >= 2 and not _NO_SOURCE.search(name):
                return name
    return None


def editor_in(lines: Iterable[str]) -> str | None:
    """Give the editor that one of the lines names."""
    return next((str(found.group(1)) for line in lines if (found := _EDITOR.search(line))), None)


def _leading_names(text: str) -> str | None:
    """Give the names at a text's beginning, up to the next label."""
    cut = _STOP.search(text)
    told = text[: cut.start()] if cut and cut.start() > 0 else text
    found = _LEADING.search(told.strip())
    return found.group(0).strip() if found else None
