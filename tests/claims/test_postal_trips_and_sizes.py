"""English postal bulletins, trips of trains, sizes of what is built elsewhere, growth before."""

from datetime import date

from tests.claims.claims_read import found

DAY = date(2023, 11, 17)
POSTAL = (
    "Operation of Lishui's postal industry from January to October 2023\n\nRevenue from express delivery reached 27 "
    "billion yuan.\n\nIn the ten months, the volume of delivery services was 870 million pieces.\n\n"
    "Local, intercity and international (including Hong Kong, Macao and Taiwan) items made up 4.2 percent, 94.9 "
    "percent and 0.9 percent of the express volume, respectively.\n\nTable 1. Express volume by area\n\n"
    "Area | Volume (million pieces) | Year-on-year growth (%)\nJinyun | 486.3 | 21.5\nQingtian | 415.8 | 16.9\n\nEnd."
)


def test_pieces_of_a_postal_bulletin_are_parcels_also_in_its_table():
    units = dict(zip(found(POSTAL, "value", DAY), found(POSTAL, "unit", DAY), strict=True))
    assert {units[value] for value in (870000000, 486300000, 415800000)} == {"parcel"}


def test_what_is_included_in_brackets_is_not_where_it_holds():
    assert "Taiwan" not in found(POSTAL, "place", DAY)


def test_trips_of_freight_trains_are_trains():
    text = "Rail\n\nChina-Europe freight trains made 3,127 trips in 2022. Of them, 1,846 were outbound."
    assert found(text, "unit", DAY) == ["train", "train"]


def test_trips_of_people_are_none():
    assert "train" not in found("Holiday\n\nResidents made 3,127 trips in October.", "unit", DAY)


def test_a_workshop_abroad_is_as_large_there():
    text = "Bags\n\nYiwu exports bags. Shen plans to open a 1,200-square-metre workshop in Vietnam."
    assert found(text, "place", DAY) == ["Vietnam"]


def test_a_port_through_which_goods_of_others_leave_has_its_own_throughput():
    text = (
        "Port\n\nThroughput at Ningbo port, through which most of Yiwu's goods leave, was 3.42 million TEUs in October."
    )
    assert found(text, "place", DAY) == ["Ningbo"]


def test_orders_from_several_countries_hold_where_they_are_taken():
    text = "Bags\n\nYiwu exports bags. The average order from Nigeria or Kenya is worth $6,000."
    assert found(text, "place", DAY) == ["Yiwu"]


def test_growth_that_a_later_one_is_down_from_is_growth():
    text = (
        "Trade\n\nChina's exports rose 4.1% in October from a year earlier in dollar terms, data from the customs "
        "showed, down from 5.9% in September and short of the 4.5% forecast by economists. Imports fell 2%."
    )
    assert found(text, "kind", DAY) == ["change"] * 4
    assert str(found(text, "period_start", DAY)[-1]) == "2023-10-01"


def test_so_many_years_later_is_no_length():
    assert found("Life\n\nHe came in 2001. Thirteen years later, he runs a shop.", "quote", DAY) == []


def test_tariffs_that_move_something_are_not_where_it_is():
    text = "Bags\n\nThe Ningbo-based maker fears that US tariffs could trim net profit by 5 to 8 percent this year."
    assert found(text, "place", DAY) == ["Ningbo"]


def test_shares_that_climbed_today_did_so_on_the_day():
    text = "Bags\n\nShares of Lanhe climbed 3.2 percent in Shanghai today to close at 20.51 yuan."
    assert {str(day) for day in found(text, "period_start", DAY)} == {"2023-11-17"}


def test_twice_a_month_s_average_is_a_ratio():
    text = "Parcels\n\nOn November 1, 41.6 million pieces left, nearly twice September's daily average."
    assert found(text, "kind", DAY)[1] == "multiple"


def test_as_much_as_on_a_first_visit_is_a_base():
    text = "Pearls\n\nHe bought 40 kilograms of pearls, twice as much as on his first visit."
    assert found(text, "comparison", DAY)[1] == "since"


def test_what_a_plant_abroad_does_next_it_does_there():
    text = (
        "Bottles\n\nLanhe is based in Ningbo and has 400 workers.\n\nIts Vietnamese plant, in Dong Nai province, "
        "shipped its first container last May and turned out 7.6 million bottles in 2022. It now runs at 85 percent "
        "of capacity."
    )
    assert found(text, "place", DAY) == ["Ningbo", "Dong Nai", "Dong Nai"]
    assert str(found(text, "period_start", DAY)[1]) == "2022-01-01"


def test_a_dashed_day_of_a_page_is_no_month_and_year():
    text = (
        "Trade grows\n\nCGTN  17:42, 16-Jul-2023\n\nTrade rose 8 percent in the first half of 2023.\n\nIn 2021 it fell "
        "2 percent.\n\nPrivate firms made up 96.8 percent of it in the six months."
    )
    assert str(found(text, "period_end", DAY)[-1]) == "2023-06-30"
