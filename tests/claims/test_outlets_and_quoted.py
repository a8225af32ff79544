"""Who is the source where an outlet is called by its kind, and where it quotes somebody."""

from datetime import date

import pytest

from barometer.claims import extract


def told_by(text):
    return [(claim.quote, claim.attributed_to) for claim in extract(text, date(2026, 4, 5))]


@pytest.mark.parametrize(
    ("first", "again", "outlet"),
    [
        ("Reuters said on Thursday that parcels fell 42 percent.", "The agency said rates sank 7 percent.", "Reuters"),
        ("According to China Daily, exports rose 19 percent.", "The newspaper said 7 percent left.", "China Daily"),
        ("Yicai wrote that exports grew 6.9 percent.", "The US share fell to 24.1 percent, the report said.", "Yicai"),
    ],
)  # fmt: skip
def test_an_outlet_called_by_its_kind_is_the_one_cited(first, again, outlet):
    assert [name for _, name in told_by(f"{first} {again}")] == [outlet, outlet]


def test_an_agency_is_no_outlet_once_a_body_spoke():
    text = "Reuters said parcels fell 42%. The Energy Agency said power fell 5%. The agency said prices rose 30%."
    assert told_by(text)[-1] == ("30%", "Energy Agency")


def test_the_paper_is_the_last_one_of_two():
    text = "China Daily said sales rose 5%.\n\nThe Morning Post said costs fell 3%. The paper added that 8% left."
    assert told_by(text)[-1] == ("8%", "Morning Post")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Post quoted Lu Fang, head of the bureau, as saying that 31 percent of firms left.", "Lu Fang"),
        ("It quoted Yiwu's bureau of commerce as saying that sales had risen 31 percent.", "Yiwu's bureau of commerce"),
        ("The paper cites Marek Wolny, a grocer, as saying he lost 31 percent of his customers.", "Marek Wolny"),
    ],
)
def test_who_is_quoted_tells_it(text, name):
    assert [who for quote, who in told_by(text) if quote == "31 percent"] == [name]


def test_he_is_who_was_quoted():
    text = "The Post quoted Lu Fang, head of the bureau, as saying 31% of firms left. He added that 5% came back."
    assert told_by(text) == [("31%", "Lu Fang"), ("5%", "Lu Fang")]


def test_nobody_stands_by_the_stairs():
    assert told_by("A screen by the stairs shows Tuesday's tally: 118,400 pairs.") == [("118,400 pairs", None)]


def test_who_counted_tells_it():
    assert told_by("Linerdata counted 62 ships.") == [("62 ships", "Linerdata")]
    assert told_by("Yiwu now counts 1,320 agencies.") == [("1,320 agencies", None)]
