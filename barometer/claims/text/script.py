"""Tells by its characters whether a text is read as Chinese."""

import re
from functools import lru_cache


@lru_cache(maxsize=128)
def is_chinese(text: str) -> bool:
    """Say whether a stretch of text is read as Chinese: a Han character weighs as much as three letters.

    The last answers are kept, for several readings are made of one sentence.
    """
    if text.isascii():
        return False
    if _LETTER.search(text) is None:
        return _HAN.search(text) is not None
    han = sum(map(len, _HAN.findall(text)))
    return 3 * han > sum(map(len, _LETTERS.findall(text)))


_HAN = re.compile("[\u3400-\u9fff]+")
_LETTERS = re.compile("[A-Za-z]+")
_LETTER = re.compile("[A-Za-z]")
"""Plain `re`, for one class of characters cannot backtrack and RE2 would count every offset anew.

Python's engine looks for one character at once, but for a run of them it begins anew at every place of the text.
"""
