"""Who answers where somebody asks: the words behind "Name:" are theirs."""

from datetime import date

from barometer.claims import extract


def sources(text):
    return [claim.attributed_to for claim in extract(text, date(2026, 2, 6))]


def test_whoever_is_asked_is_the_source_of_what_stands_behind_the_name():
    text = (
        "Briefing on parcels\n\nThe bureau met reporters.\n\n"
        "Mao Lin, head of Hill Post: We moved 40,000 parcels in May.\n\nHill Daily: And abroad?\n\n"
        "Mao Lin: There it was 3,000 parcels. The rate of loss fell to 1 percent.\n"
    )
    assert sources(text) == ["Mao Lin", "Mao Lin", "Mao Lin"]


def test_a_question_gives_no_source():
    text = "Talk\n\nHD: You sold 500 lamps. Why so few?\n\nLan: The rate of rejects was 4 percent.\n\nHD: And now?\n"
    assert sources(text) == [None, "Lan"]


def test_labels_of_rows_are_no_speakers():
    text = "Trade in May\n\nRows follow.\n\nPrivate firms: 30 billion yuan\n\nBrazil: 2 billion yuan\n"
    assert sources(text) == [None, None]
