"""What an English figure is of, where words stand between it and its subject or a fixed wording says it."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Exports rose 4.3% year-on-year in dollar terms to $32 billion, down from a 9.1% gain in May.", "Exports"),
        ("Sales to Japan, once nearly 70 percent of the total, now make up 40 percent.", "Sales to Japan"),
        ("Lihua's shares closed up 6 percent, having earlier gained as much as 9 percent.", "shares"),
    ],
)
def test_words_that_only_lead_on_to_what_was_told(text, measured):
    assert set(found(text, "indicator")) == {measured}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Lamp sales doubled, but those of fans, dragged down by falling prices, slid 7 percent.", "fans"),
        ("Foreign parcels, including those to Macao and Taiwan, came to 13 million.", "Foreign parcels"),
        ("Output was 9 million yuan; that of the lamp industry was 4 million yuan.", "lamp industry"),
        ("Exports were 9 million yuan, while imports grew faster, by 8 percent.", "imports"),
        ("Half of the firms expect sales to grow next year, by 7 percent on average.", "sales"),
        ("The office expects the price index to hold between 100.5 and 101.2 points.", "price index"),
        ("Zhejiang aims for livestream sales to top 70 billion yuan", "livestream sales"),
        ("Lanhua Logistics' First-Half Profit Jumps 27%", "Profit"),
        ("Hand tools came last with a loss of 0.71 percent.", "Hand tools"),
        ("Of the total, 41,000 TEUs were transit goods.", "transit goods"),
        ("Of the market's 900 stalls, some 40 specialize in lamps.", "specialize in lamps"),
        ("Queues have kept ships at sea, adding two to three days to a voyage to Europe.", "voyage"),
        ("Work on a hangar has begun, with 78 million yuan invested so far.", "invested"),
        ("Cinemas took 14 million yuan at the box office.", "box office"),
        ("The town has put 45 million yuan into a design center.", "design center"),
        ("The market drew 90,000 visits, 2,000 of them by foreign buyers.", "foreign buyers"),
        ("The fair expects 90,000 visits, including 3,500 by overseas buyers.", "overseas buyers"),
        ("It drew 85 million visits, including 5 million inbound ones.", "inbound"),
        ("All 11 of Zhejiang's prefecture-level cities have such zones.", "prefecture-level cities"),
        ("Customers placed their orders 20 days earlier than last year.", "placed their orders"),
        ("The new line was opened in May. It is 9,870 kilometers long.", "new line"),
    ],
)
def test_the_last_figure_is_of(text, measured):
    assert found(text, "indicator")[-1] == measured


def test_a_named_event_lasts_and_is_no_subject_of_what_follows():
    text = "Zhejiang drew 41 million visits during the seven-day National Day holiday, up 8 percent."
    assert found(text, "indicator") == ["visits", "National Day holiday", "visits"]
    text = "Jinhua had 41 million trips in the 40-day Spring Festival holiday. The number was up 6 percent."
    assert found(text, "indicator")[-1] == "trips"


def test_what_is_told_by_the_way_with_a_verb_left_out_is_no_subject():
    text = "Stations collected 61 million parcels, which filled the depots, up 18 percent."
    assert found(text, "indicator")[-1] == "parcels"
