"""Paragraphs that stand beside an article and are not it: editor lines, paper references, scan-this notes."""

from collections.abc import Iterable, Sequence

import re2

_DROPPED = (
    r"^[（(【\[]?\s*(?:责任编辑|责编|编辑|编审|校对|审核|监制|值班编辑|执行编辑)\s*[:：丨|/].{0,60}$",
    r"^《\s*\S{2,10}\s*》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日.{0,20}[)）]$",
    r"^(?:扫一扫|长按|扫描).{0,12}(?:二维码|关注|好友|下载|手机).{0,20}$",
    r"^(?:分享到|分享让更多人看到|打印|关闭窗口|返回顶部|收藏|点击进入|相关链接|推荐阅读|延伸阅读).{0,30}$",
    r"^(?:来源|稿源|信息来源)\s*[:：]\s*\S{1,20}$",
    r"(?i)^\(?(?:web )?editors?\s*:.{0,80}$",
    r"(?i)^newspaper headline\s*:",
    r"(?i)^(?:related articles?|read more|photo)\s*:?.{0,200}$",
    r"^【\d+】(?:\s*【\d+】)*$",
    r"(?i)^global times$",
)
_PATTERN = re2.compile("|".join(f"(?:{pattern})" for pattern in _DROPPED))


def without_furniture(lines: Iterable[str], drop: Sequence[object] = (), stop: Sequence[object] = ()) -> list[str]:
    """Leave out furniture and what a source's own patterns drop; end at the first line that a stop pattern matches."""
    kept: list[str] = []
    for line in lines:
        if any(pattern.search(line) for pattern in stop):  # type: ignore[attr-defined]  # re2 has no stubs
            break
        if _PATTERN.search(line) or any(pattern.search(line) for pattern in drop):  # type: ignore[attr-defined]  # as above
            continue
        kept.append(line)
    return kept
