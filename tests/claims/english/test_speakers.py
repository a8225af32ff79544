"""Who is named as the source of a sentence, whom a pronoun may mean, and data without an author."""

import pytest

from barometer.claims import extract
from barometer.claims.english.naming import persons
from barometer.claims.english.speakers import speakers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Toy exports rose 3 percent, shop owner Gao Lan said.", ["Gao Lan"]),
        ("Gao Lan, manager of a toy firm, told reporters that sales fell.", ["Gao Lan"]),
        ('"Sales fell 3 percent," said Gao Lan, who sells toys.', ["Gao Lan"]),
        (
            "Figures from the Zhoushan Bureau of Statistics showed a rise of 3 percent.",
            ["Zhoushan Bureau of Statistics"],
        ),
        ("A seller of garden tools said rents rose 3 percent.", ["seller of garden tools"]),
        ("Carriers in Ningbo expect rates to fall 3 percent.", ["Carriers in Ningbo"]),
        ("Half of the vendors said they would leave.", []),
        ("Exports rose 3 percent, the Zhoushan Bureau of Statistics said.", ["Zhoushan Bureau of Statistics"]),
        (
            "First accounting by the Zhoushan Bureau of Statistics puts output at 3 tonnes.",
            ["Zhoushan Bureau of Statistics"],
        ),
        ("Income fell 3 percent, canal authority figures showed.", ["canal authority"]),
        ("Prices rose 3 percent, data firm Kestrel found.", ["data firm Kestrel"]),
        ("Its head, Gao Lan, forecast growth of 3 percent.", ["Gao Lan"]),
        ("A survey of 40 firms, published by Hill Bank on Monday, found that 3 expect a loss.", ["Hill Bank"]),
        ("Hill makes 3 of 4 lamps, by its trade association's count.", ["trade association"]),
        ("Value added at larger firms grew 3 percent, unless otherwise stated.", []),
        ("The city added 300 shops and reported growth of 3 percent.", []),
    ],
)
def test_named_sources(text, names):
    assert [text[one.name[0] : one.name[1]] for one in speakers(text) if one.name] == names


def test_data_without_an_author_ends_what_was_said_before():
    (speaker,) = speakers("Trade data show that imports fell 3 percent.")
    assert (speaker.name, speaker.scope) == (None, "nobody")


def test_a_pronoun_may_mean_a_person_that_was_only_named():
    text = "The lights in Gao Lan's workshop are on."
    assert [text[start:end] for start, end in persons(text)] == ["Gao Lan"]


def test_what_she_said_is_not_who_said_it():
    (claim,) = extract("Ling Jian, an accountant in Linyi, said she began yoga with eight movements.", None)
    assert claim.attributed_to == "Ling Jian"
    (claim,) = extract('"It sells for 32 yuan," complained He Jun.', None)
    assert claim.attributed_to == "He Jun"
