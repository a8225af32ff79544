"""Lines that stand beside an article and are not it: editor lines, paper references, share buttons, notices."""

from collections.abc import Iterable, Sequence
from typing import Any

import re2

# Wherever they stand in a body, these lines are never a sentence of the article.
_ANYWHERE = (
    r"^[（(【\[]?\s*(?:责任编辑|責任編輯|责编|编辑|编审|校对|审核|监制|值班编辑|执行编辑|实习编辑)\s*[:：丨|/／].{0,60}$",
    r"^《\s*\S{2,10}\s*》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日.{0,20}[)）]$",
    r"^(?:扫一扫|长按|扫描|微信扫).{0,12}(?:二维码|关注|好友|下载|手机|分享).{0,20}$",
    r"^(?:分享到|分享让更多人看到|打印|关闭窗口|返回顶部|我要评论|我要跟帖|参与互动|发表评论|网友评论).{0,20}$",
    r"^(?:字号|字体|T\s?[|｜]\s?T|大 中 小|小 中 大|浏览次数|阅读数?|点击数?)[\s:：\[(（].{0,30}$",
    r"^(?:评论|收藏|点赞|转发|打印|分享)\s*[(（]?\d*[)）]?$",
    r"^[（(]?(?:来源|來源|稿源|信息来源|文章来源|原标题|原文链接)\s*[:：].{0,60}$",
    r"^(?:点击进入|点击查看|返回搜狐|查看更多).{0,30}$",
    r"(?i)^\(?(?:web )?editors?\s*:.{0,80}$",
    r"(?i)^newspaper headline\s*:",
    r"(?i)^(?:advertisement|share this article|share|tweet|print|e-?mail|comments?|\d+ comments?|read more|sponsored)$",
    r"^【\d+】(?:\s*【\d+】)*$",
    r"^(?:\d\s){2,}\d?\s?(?:下一页|尾页)?.{0,10}$",
    r"^1 2下一页.{0,20}$",
)
# The first of these ends the article.
_ENDING = (
    r"^(?:\W{0,3})(?:相关阅读|相关新闻|相關新聞|相关报道|延伸阅读|延伸閱讀|推荐阅读|更多精彩|往期推荐|热门推荐|猜你喜欢|精彩推荐)\W{0,3}$",
    r"^(?:免责声明|特别声明|版权声明|声明|郑重声明|腾讯声明)\s*[:：]",
    r"^(?:\W{0,3})(?:相关链接|热点推荐|热门专题|特别推荐)\s*[:：]?$",
    r"(?i)^(?:related (?:articles?|stories|content|news)|more from .{2,30}|read next|you may also like)\W?$",
    r"(?i)^most (?:read|popular)\W?$",
    r"(?i)^(?:copyright ©|© ?\d{4}).{0,200}$",
    r"(?i)^(?:follow us on|sign up for (?:our|the)|subscribe to (?:our|the)|join our newsletter).{0,150}$",
)
_DATELINE = re2.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}"
    r"|(?i:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \d{1,2},? (?:19|20)\d\d)"
)
_BYLINE = re2.compile(
    r"^(?:By|BY) [A-Z].{1,80}$|^(?:作者|记者|文|撰文|来源|來源)\s?[:：/／].{1,40}$|^\S{0,8}记者 ?\p{Han}{2,4}$"
)
_FURNITURE = re2.compile("|".join(f"(?:{pattern})" for pattern in _ANYWHERE))
_END = re2.compile("|".join(f"(?:{pattern})" for pattern in _ENDING))
_LONGEST_BIOGRAPHY = 300
_HEAD_LINES = 12
_HEAD_CHARACTERS = 90


def without_furniture(lines: Iterable[str], drop: Sequence[Any] = (), stop: Sequence[Any] = ()) -> list[str]:
    """Leave out furniture and what a source's own patterns drop.

    The text ends at the first line that a stop pattern matches, unless more than half of it would be lost.
    """
    lines = list(lines)
    kept: list[str] = []
    whole, seen = sum(map(len, lines)), 0
    for line in lines:
        if 2 * seen >= whole and any(pattern.search(line) for pattern in stop):
            break
        seen += len(line)
        if not _FURNITURE.search(line) and not any(pattern.search(line) for pattern in drop):
            kept.append(line)
    return kept


def without_biography(lines: Sequence[str], author: str | None) -> list[str]:
    """Cut the sentence at the end that says who the author is ("Jane Doe is a consultant …")."""
    kept = list(lines)
    if author and kept:
        at = kept[-1].rfind(f"{author} is a")
        if at >= 0 and len(kept[-1]) - at <= _LONGEST_BIOGRAPHY:
            kept[-1:] = [rest] if (rest := kept[-1][:at].rstrip()) else []
    return kept


def trimmed(lines: Sequence[str], title: str) -> list[str]:
    """Cut from an extractor's lines what stands before the first sentence and after the last.

    Before: everything up to a line that repeats the title or tells the date, as long as only short lines are lost.
    After: everything from a heading of links or a notice on, unless that is half of the text.
    """
    body = list(lines[_first_line(lines, title) :])
    cut = next((index for index, line in enumerate(body) if index and _END.search(line)), len(body))
    if sum(map(len, body[:cut])) * 2 >= sum(map(len, body)):
        body = body[:cut]
    return without_furniture(body)


def _first_line(lines: Sequence[str], title: str) -> int:
    wanted = _letters(title)
    first = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        letters = _letters(line)
        is_title = bool(wanted) and (letters == wanted or (wanted in letters and len(letters) < 1.3 * len(wanted)))
        if is_title or (
            len(line) <= _HEAD_CHARACTERS
            and (_DATELINE.search(line) or _BYLINE.search(line))
            and not _ends_sentence(line)
        ):
            first = index + 1
        elif len(line) > _HEAD_CHARACTERS or _ends_sentence(line):
            break
    return first if first < len(lines) else 0


def _ends_sentence(line: str) -> bool:
    return len(line) > 20 and line.endswith(("。", "！", "？", "”", ".", "!", "?", '"'))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
