"""English places that are named only in passing: where machines or people came from, what is feared."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    "text",
    [
        "Mei Fang runs a plant in Yiwu.\n\nIn 2023 she spent 27 million yuan on two weaving machines from Switzerland.",
        (
            "Yiwu has 13 markets.\n\nPeng Lan, a retired teacher, came by train from Hunan with her husband. "
            '"We have 13 presents," she says.'
        ),
        "Yiwu has 13 markets.\n\nNearly seven in 10 respondents named U.S. tariffs as their worry.",
    ],
)
def test_a_place_in_passing_is_not_that_of_the_figure(text):
    assert set(found(text, "place")) == {"Yiwu"}


def test_what_is_sent_from_a_place_is_of_it():
    assert found("Exports of machinery from Jinhua rose 5 percent.", "place") == ["Jinhua"]
