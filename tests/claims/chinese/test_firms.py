"""Which words in front of a code on an exchange are the name of a firm."""

import pytest

from barometer.claims.chinese.firms import firms
from barometer.claims.chinese.places import place_words, places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("恒锦饰品（605388）上涨2%。", ["恒锦饰品"]),
        ("据义乌恒锦饰品（605388）公告", ["恒锦饰品"]),
        ("宁波恒锦饰品（605388）、杭州云帆（下称云帆）", ["恒锦饰品", "云帆"]),
        ("义乌（605388）", ["义乌"]),
        ("义乌的恒锦饰品上涨2%。", []),
    ],
)
def test_a_firm_is_named_without_its_place(text, names, lexicon):
    marks = places(text, place_words(lexicon))
    assert [text[start:end] for start, end in firms(text, marks)] == names
