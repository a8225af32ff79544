"""Where a firm told of again is at home, and where those are who only go through it."""

from datetime import date

from tests.claims.claims_read import found

DAY = date(2024, 12, 5)
APP = (
    "How an app takes Yiwu's stalls global\n\nTang Lihua ships 3,000 orders a day from Yiwu through Orange Bazaar, "
    "the Hangzhou-based shopping app.\n\n"
)


def test_a_firm_that_opens_a_sentence_is_at_home():
    text = APP + "Orange Bazaar had 41 million users in June."
    assert found(text, "place", DAY)[-1] == "Hangzhou"


def test_a_firm_is_at_home_where_its_growth_is_told():
    text = APP + "An analyst expects Orange Bazaar's growth to cool to 30 per cent next year."
    assert found(text, "place", DAY)[-1] == "Hangzhou"


def test_the_platform_is_the_one_told_of():
    text = APP + "Fees matter. Since October 1 the platform has charged a commission of 3 per cent."
    assert found(text, "place", DAY)[-1] == "Hangzhou"


def test_those_who_go_through_it_are_where_they_are():
    text = APP + '"Last month our revenue was 4.2 million yuan," said Tang.'
    assert found(text, "place", DAY)[-1] == "Yiwu"


def test_a_depot_in_a_town_is_there():
    text = "Couriers set out from the Beiyuan depot in Yiwu with loads of up to 35 kilograms."
    assert found(text, "place", DAY) == ["Yiwu"]


def test_a_district_of_the_market_is_in_its_town():
    text = "Shi Yulan, who sells umbrellas in District 1, said her target for 2025 is 20 million yuan."
    assert found(text, "place", DAY) == ["Yiwu"]


def test_who_is_at_his_own_place_in_a_town_tells_of_it():
    text = '"The rent is 9,000 yuan a month," Egyptian trader Karim Fathy told the Post at his warehouse in Yiwu.'
    assert found(text, "place", DAY) == ["Yiwu"]


def test_how_long_a_page_takes_to_read_is_no_claim():
    assert found("Published: 8:00am, 23 Aug 2024 | Reading time: 4 minutes", "value", DAY) == []


def test_others_beside_the_platform_are_where_it_is_said():
    text = (
        APP + "Fees matter. On paper the platform charges 3 per cent, while Ningbo's merchants pay others 2 per cent."
    )
    assert found(text, "place", DAY)[-2:] == ["Hangzhou", "Ningbo"]
