"""What English figures are of: subjects told before, owners, growth named, sums for some and others, brackets."""

import pytest

from tests.claims.claims_read import found

LEAD = "Trade\n\nIt is May in Lanxi. "


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        (
            "Imports and exports of Lanxi were 16 billion yuan. Those of Yongkang were 6 billion yuan.",
            "Imports and exports",
        ),
        ("Ningbo's trade came to 96 billion yuan and Hangzhou's to 61 billion yuan.", "trade"),
        ("Mingtao Houseware's 2024 profit jumped 31 percent.", "profit"),
        ("Exports rose 7.2 percent, ahead of the 4.8 percent forecast.", "Exports"),
        ("Firms drew 90 million yuan in orders in Lanxi, followed by Wuyi with 50 million yuan.", "orders"),
        ("The trade surplus, she said, will still widen to $98 billion.", "trade surplus"),
        ("By product, lamps (+28.1%) and ships (+36.5%) led the gains.", "ships"),
        ("Toys (up 3 percent) and garden furniture (up 9 percent) led.", "garden furniture"),
        ("Kite Maker Posts 31% Profit Jump in First Half.", "Profit"),
        ("If Peru adds 10 percentage points to its duties on pots, sales will suffer.", "duties on pots"),
        ("Lanxi posted the fastest growth in retail sales, 17.2 percent.", "retail sales"),
        ("Lanxi targets GDP growth of about 8 percent.", "GDP growth"),
        ("Lanxi has set its export target at about 80 million yuan.", "export"),
        ("Their median estimate is for kite exports to grow 2.6 percent.", "kite exports"),
        ("Lin Mei, whose team of 14 sells kites, is busy.", "team"),
        ("We received orders for 90,000 pairs.", "orders"),
        ("The mill wanted a minimum order of 2,000 pieces.", "minimum order"),
        (
            "Disposable income was 88,420 yuan for urban residents and 51,300 yuan for rural residents.",
            "Disposable income",
        ),
        ("The town intends to set aside 300 million yuan over three years.", "set aside"),
        ("Her firm invested 20 million yuan in new molds.", "invested"),
        ("It used to take us 20 days to deliver a kite to a German customer.", "deliver a kite to a German customer"),
        ("Clearance time for imported food is to be cut to within 24 hours.", "Clearance time for imported food"),
        ("Kites rose 9.1 percent in the three quarters.", "Kites"),
        ("The shares closed 3.2 percent higher at 21.36 yuan.", "shares"),
        ("Shares of the company [SHA:600415] closed 4.8 percent higher.", "Shares"),
        ("Lin Mei told investors on a conference call today that revenue was 5 million yuan.", "revenue"),
        ("She orders from some 70 mills.", "mills"),
        ("Exports rose 6 percent in July, up from 5 percent in June and ahead of the 4.8 percent expected.", "Exports"),
        ("Lin Mei told investors on a call today that the firm aims to process $5 billion.", "process"),
        ("Kites of small firms rose 9 percent in the three quarters and made up 54 percent of the total.", "Kites"),
        (
            "Lanxi aims to have more than 9,000 shops by June and to cut the approval time from 2 days to 4 hours.",
            "approval",
        ),
        (
            "Peru cut its duty on pots to 30 percent from 45, while Chile lowered its rate on pans to 10 percent.",
            "rate on pans",
        ),
        (
            "Lanxi aims to lift imports to 15 million yuan from 9 million yuan, and its kite trade to 20 million yuan.",
            "kite",
        ),
        (
            "Lin Mei, who makes kites in Lanxi and whose Peru sales made up 55 percent of turnover, is glad.",
            "Peru sales",
        ),
        ("She spent the 40 million yuan ($5.5 million) he earned.", "earned"),
        ("A 40-foot box from Ningbo to Santos cost $3,900.", "foot box from Ningbo to Santos"),
        ("We sold 300,000 strings of lamps.", "strings of lamps"),
        ("Its trade ranked third nationwide and made up 11 percent of the total.", "trade"),
        ("Importers pay 9,800 yen for a case of wine.", "case of wine"),
        ("The firm pays a dividend of 3.5 yuan per 10 shares for 2024, some 98 million yuan in all.", "dividend"),
        ("The fee came to 98 million yuan in total.", "fee"),
        (
            "They save 600 yuan a box in freight and that the punctuality of the trains stands at 98.6 percent.",
            "punctuality",
        ),
        ("The average price of the 780 stalls let in May was 88,000 yuan.", "average price"),
    ],
)
def test_measured(text, measured):
    assert found(LEAD + text, "indicator")[-1].startswith(measured)


def test_words_that_own_a_share_are_its_part():
    text = "Peru took 10 percent of exports, a share 3 percentage points lower, while Chile's climbed to 18 percent."
    assert found(text, "indicator")[-1] == "Chile's"


def test_the_size_of_what_a_figure_is_of_is_no_part_of_it():
    assert found("The yearly rent of her 12-square-metre booth is 180,000 yuan.", "indicator")[-1] == "yearly rent"


def test_a_time_is_no_label():
    assert found("May 2026: 1.06 million visits to the fair", "indicator") == ["visits"]


def test_the_most_hopeful_take_over_what_is_foreseen():
    text = "Economists expect kite exports to grow 2 percent. The gloomiest of them sees a fall of 1 percent, "
    assert found(text + "the most cheerful a rise of 5 percent.", "indicator") == ["kite exports"] * 3


def test_goods_ordered_are_what_is_counted():
    assert found("The fair brought orders for 40,000 lamps.", "indicator") == ["lamps"]
