"""Places that no list knows are told from their form or their preposition, names of people and makers are not."""

import pytest

from barometer.claims.english.unlisted import unlisted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fengqiao's sock mills sold 3 million pairs.", ["Fengqiao"]),
        ("Lamp exports from Guzhen fell 2 percent.", ["Guzhen"]),
        ("A warehouse in Rotterdam holds 900 containers.", ["Rotterdam"]),
        ("The port of Walvis Bay handled 900 containers.", ["Walvis Bay"]),
        ("Visitors to Wudang Mountain paid 12 yuan each.", ["Wudang Mountain"]),
        ("In May, Li Weidong sold 300 lamps in English.", []),
        ("Taobao and Xiaomi sold 300 lamps in Ramadan.", []),
        ("Home sales rose 3 percent. Change is slow.", []),
        ("The retailer Meilin sold 300 lamps.", []),
    ],
)
def test_unlisted_places(text, places):
    assert [text[start:end] for start, end in unlisted(text)] == places
