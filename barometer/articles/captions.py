"""Captions and photo credits among paragraphs: told by their wording and by the image they stand beside."""

from collections.abc import Iterable
from typing import Any

import re2

IMAGE = "\ufffc"  # the line that marks an image; paragraphs() makes it

_BETWEEN = 2  # so many lines may stand between an image and the credit that closes its caption
_CREDITED = re2.compile(
    r"(?:新华社|中新社|人民网|央视|本报|通讯员|记者|视觉中国|受访者|[)）】发]|\s)[^。！？]{0,14}(?:摄|摄影|供图|供圖|攝)\s*[)）】]?$"
    r"|\((?:Xinhua|Photo|Image|AP|AFP|Reuters|CGTN|VCG)[/:][^)]{2,60}\)\.?$|/(?:VCG|CFP|Getty|IC)\b[^.]{0,20}$"
    r"|\[Photo(?: by|/)[^\]]{0,80}\]$|/VCG Photo$"
)
_CREDIT_ONLY = re2.compile(
    r"^[(（]?(?:新华社|中新社|人民网|央视网|本报|视觉中国|图片?[/／]).{0,20}(?:[(（]?.{0,12}摄[)）]?|发|供图)?[)）]?$"
    r"|^[(（【\[]?图片?(?:[/／:：]|来源|均?来自|源自|由).{0,30}$|^[(（]?.{0,12}(?:摄影|供图|制图|摄)[:：/／].{0,20}$"
)
# A credit that closes a paragraph of more than itself: in brackets, or behind the end of its last sentence.
_CREDIT_AT_END = re2.compile(
    r"\s*(?:[(（【\[][^()（）【】\[\]。！？]{0,40}(?:摄|摄影|供图|供圖|攝)\s*[)）】\]]"
    r"|[(（【\[]\s*图片?\s*[/／:：]\s*[^()（）【】\[\]。！？]{1,20}[)）】\]]"
    r"|\((?:Xinhua|Photo|Image|AP|AFP|Reuters|CGTN|VCG)[/:][^)]{2,60}\)\.?|\[Photo(?: by|/)[^\]]{0,80}\])\s*$"
)
_BEHIND_SENTENCE = re2.compile(r"^(.*[。！？”])\s*[^。！？”，；()（）]{0,30}(?:摄|摄影|供图|供圖|攝)$")
_SLASHED = re2.compile(r"^(.*[。！？”])\s*(?:图片?|摄影)\s*[/／]\s*[^。！？”，；]{1,20}$")
_SENTENCE_END = re2.compile(r"[。！？…!?.][”’」』\"')）]*$")
_CAPTION = re2.compile(r"(?i)^(?:图为|图说|圖說|图[:：]|图\d{0,2}$|▲|△|↑|资料图|Photo shows|File photo|Graphic:)")
_BLOCKS = ("p", "div", "center", "section")
_STYLED = ("em", "i", "font", "small", "figcaption")
_LONGEST_CREDIT = 45
_LONGEST_CAPTION = 400


def drop_styled_captions(tree: Any) -> None:
    """Remove each block after an image whose whole text is set in one italic, small or coloured element."""
    for image in list(tree.iter("img")):
        block = image.getparent()
        while block is not None and block is not tree and block.tag not in _BLOCKS:
            block = block.getparent()
        if block is None or block is tree or (block.text_content() or "").strip():
            continue
        following = block.getnext()
        if following is not None and following.tag in _BLOCKS and _in_one_style(following):
            following.drop_tree()


def _in_one_style(block: Any) -> bool:
    text = (block.text_content() or "").strip()
    styled = [child for child in block if child.tag in _STYLED]
    return len(styled) == 1 and 0 < len(text) <= _LONGEST_CAPTION and (styled[0].text_content() or "").strip() == text


def without_credit(line: str) -> str:
    """Give a paragraph without the photo credit that closes it; what is nothing but a credit gives nothing."""
    if len(line) <= _LONGEST_CREDIT and _CREDIT_ONLY.search(line):
        return ""
    behind = _SLASHED.search(line) or (_CREDITED.search(line) and _BEHIND_SENTENCE.search(line))
    return str(behind.group(1) if behind else _CREDIT_AT_END.sub("", line)).rstrip()


def without_captions(lines: Iterable[str]) -> list[str]:
    """Leave out image marks, photo credits, and the captions that belong to them: what stands beside an image.

    Of any other paragraph only the credit goes that closes it.
    """
    kept: list[str] = []
    since_image: int | None = None
    for line in lines:
        if line == IMAGE:
            since_image = 0
            continue
        if len(line) <= _LONGEST_CREDIT and _CREDIT_ONLY.search(line):
            continue
        if len(line) <= _LONGEST_CAPTION and _CREDITED.search(line):
            if since_image is not None and since_image <= _BETWEEN:
                del kept[len(kept) - since_image :]
            elif _SENTENCE_END.search(told := without_credit(line)) and told != line:
                kept.append(told)
            since_image = None
            continue
        if _CAPTION.search(line) and len(line) <= _LONGEST_CAPTION:
            continue
        kept.append(without_credit(line) or line)
        since_image = None if since_image is None else since_image + 1
    return kept


def captions_alone(lines: Iterable[str]) -> list[str]:
    """Give the captions without their credits, for a page that has no other text: they are the article."""
    return [told for line in lines if line != IMAGE and (told := without_credit(line))]
