"""Stories that introduce their town, what is counted again, and times and plans that stand beside a figure."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2026, 9, 30)


found = partial(claims_read.found, seen=SEEN)


periods = partial(claims_read.days, seen=SEEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A trader can open an account at the bank in four days.", [4]),
        ("The hall is open again after a break of 12 days.", [12]),
        ("Receivables fell to 41 days from 55 days a year ago.", [41, 55]),
        ("This year the first orders came in about eight days later than in 2025.", [8]),
        ("He is 51 now and has three sons.", [51, 3]),
        ("Gao Meilin, now 33, took over the stall in 2022.", [33]),
        ('He sent 20 boxes in May. "For Lagos I packed six," he said.', [20]),
        ('"For Lagos I sold 40 crates. For Accra I sold six," he said.', [40, 6]),
        ('"It is five crates a week, and we plan to make it nine next year," she said.', [5, 9]),
        ("Guangdong, with 310 members, was best represented, followed by Fujian with 120.", [310, 120]),
        ("We asked 190 firms. Half of the firms have a depot abroad. And 82 now sell online.", [190, 50, 82]),
        ("We trained 900 drivers last year. So far around 2,400 have passed.", [900, 2400]),
        ("The fair has moved its date four times since 2019.", [4]),
        ("Its tool, Link 2.0, will be sold to others.", []),
        ("The average age at the workshop is 47.", [47]),
        ("It runs 9 depots and aims to have 14 by 2028, which would cut delivery from 8 days to three.", [9, 14, 8, 3]),
    ],
)  # fmt: skip
def test_what_is_counted_and_how_long_it_takes(text, expected):
    assert found(text, "value") == [Decimal(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A bus from Hangzhou takes an hour. Lingtou, a town of 40,000 people in Chun'an, makes pens.\n\n90 shops",
            "Lingtou",
        ),
        (
            "A Yiwu market abroad\n\nRASZYNEK, Poland -- The first vans arrive at four.\n\nThe market has 640 shops.",
            "Raszynek",
        ),
        ("In Yiwu, a hub for small goods in Zhejiang, the mood was better: 41 firms expected growth.", "Yiwu"),
        ("Yiwu sellers made 1.1 million balls, 20 percent more than before the 2022 tournament in Qatar.", "Yiwu"),
        ("The EU received 4.1 billion small parcels last year, many of them from China.", "European Union"),
        ("Exports rose in Yiwu.\n\nKenya brought in a third of our sales, said Gao Meilin.", "Yiwu"),
        ("The park lies in Pujiang. It has 12 halls and is a key project of Jinhua's 15th Five-Year Plan.", "Pujiang"),
    ],
)
def test_where_a_story_is_told_of(text, place):
    assert found(text, "place")[-1] == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mall has let 80 percent of its stalls ahead of its opening on October 18.", ("None", "None")),
        ("A scanner put into use in March has cut the wait to 5 minutes.", ("None", "None")),
        ("Gao is one of 12 arbitrators at a center set up in 2015 to settle disputes.", ("None", "None")),
        ("Another 60 or so workshops could close by the end of 2027.", ("None", "2027-12-31")),
        ("He plans to raise prices by 6 percent from November.", ("2026-11-01", "None")),
        ("Lingtou, a town of 40,000 people in Chun'an, has made brushes since 1986.", ("None", "None")),
        ("They have worked since May and have made 300,000 flags so far this year.", ("2026-01-01", "2026-09-30")),
    ],
)  # fmt: skip
def test_times_beside_a_figure(text, expected):
    assert periods(text)[-1] == expected


def test_a_base_in_another_year_dates_nothing():
    text = (
        "We had 60,000 visitors on Feb 21, 8 percent more than on the opening day of 2025. Among them were 900 buyers."
    )
    assert periods(text) == [("2026-02-21", "2026-02-21")] * 3
    assert found(text, "comparison") == [None, "yoy", None]


def test_results_of_a_firm_go_on_through_a_story():
    text = (
        "Cup Maker's Profit Climbs\n\nHaocheng Cups Co. Ltd. reported on Monday that net profit rose 20 percent from a"
        " year earlier in the first six months of 2026.\n\nRevenue climbed 9 percent to 2 billion yuan, the company"
        ' said in a filing.\n\n"We sell more abroad," Chairman Gao Lin said. "It was hard."\n\n"Yes," he said.'
        ' "It was," said a buyer.'
    )
    assert periods(text)[1:3] == [("2026-01-01", "2026-06-30")] * 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Cargo mix (April): bags 46 percent, lamps 31 percent.", ["share", "share"]),
        ("The index gained 2.1 points, of which 1.4 points came from toys.", ["change", "change"]),
        ("The depot put up its fee by 8 percent.", ["change"]),
        ("A dear yuan has taken 2 percentage points off our margins.", ["change"]),
        ("Sales are to be 60 million yuan, no more than 30% from any single country.", ["amount", "share"]),
    ],
)
def test_kinds(text, kinds):
    assert found(text, "kind") == kinds


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The chamber urged the ministry to pay rebates within five days.", "target"),
        ("It also asked for insurance to cover up to 80 percent of losses.", "target"),
        ("He sold 900 crates last year and is aiming for at least 1,200 crates.", "target"),
        ("The city wants 30,000 traders by 2028, and it already offers them loans at 2.5 percent interest.", "actual"),
    ],
)
def test_status(text, status):
    assert found(text, "status")[-1] == status


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Talk\n\nReporter Hu Bo talked to Gao Meilin, head of the fair.\n\nQ: How was it?\n\nA: 900 guests came.",
            "Gao Meilin",
        ),
        ("In June the Office of Weights called in five firms and told them to stop.", None),
        ('Nadia Karim, an Algerian who came in 2016, is glad. "We were 60 families," she says.', "Nadia Karim"),
        ("The rent is 2,000 yuan, brokers tell me.", "brokers"),
    ],
)  # fmt: skip
def test_who_tells(text, source):
    assert found(text, "attributed_to")[-1] == source
