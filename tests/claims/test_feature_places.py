"""What features and posts showed of place: who comes from elsewhere, where goods come from, what holds nowhere."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("How is Yiwu? Xiaoyi went to look: 300 shops are open.", "Yiwu"),
        ("Container throughput at Ningbo-Zhoushan Port topped 22 million TEUs.", "Ningbo"),
        ("今年，宁波舟山港完成集装箱吞吐量3312万标箱。", "Ningbo"),
        ("The building in Yiwu, which cost 4 million U.S. dollars, holds 30 firms.", "Yiwu"),
    ],
)
def test_places(text, place):
    assert set(found(text, "place")) == {place}


def test_freight_rates_hold_in_no_place():
    text = "Ningbo Port moved 3 million TEUs. Rates to the U.S. West Coast dropped 5.5 percent."
    assert found(text, "place") == ["Ningbo", None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The hub in Yiwu's Beiyuan sub-district is big.\nIt has 300 workers.", ["Yiwu"]),
        ("Jinhua backs 80 sites in markets such as Mexico and Saudi Arabia; 60 percent are new.", ["Jinhua"] * 2),
        ("Horgos links 52 Chinese cities with the west. It had 868 trains.", ["Horgos"] * 2),
        ("霍尔果斯口岸今年通行列车868列。", ["Horgos"]),
        ("In Horgos 467,000 vehicles left the country this way, 88,000 more than before.", ["Horgos"] * 2),
        (
            'In Jinhua it rains. "Fees eat 28 percent," said Wu Zhiqiang, whose company in Wucheng ships mats.',
            ["Wucheng"],
        ),
        ('In Jinhua it rains. "Fees eat 28 percent," said Wu Zhiqiang, a trader from Ghana.', ["Jinhua"]),
        ("A merchant of Yiwu runs a stream for viewers in Peru. Her clips go for 4 yuan.", ["Yiwu"]),
    ],
)
def test_more_places(text, places):
    assert found(text, "place") == places


def test_somebodys_own_word_in_a_new_paragraph_holds_where_they_were_told_of():
    text = (
        "China's parcels fall\n\nChina's parcels fell 3 percent in May.\n\nIn Yiwu, trader Hu Ming is worried.\n\n"
        '"I used to send 800 parcels a day," he said.'
    )
    assert found(text, "place") == ["China", "Yiwu"]
    assert found(text.replace("I used to send", "Firms used to send"), "place") == ["China", "China"]


def test_where_goods_come_from_does_not_go_on():
    text = (
        "Exports of Jinhua rose 5 percent in May. Modules fell 9 percent while power tools from Yongkang rose 8.5 "
        "percent. Toys worth 31.4 billion yuan were shipped abroad."
    )
    assert found(text, "place") == ["Jinhua", "Jinhua", "Yongkang", "Jinhua"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jinhua, the parent city of the hub Yiwu, remained the leader with 16 billion parcels.", ["Jinhua"]),
        ("Qianjiang Bank, a lender in Hangzhou, earned 300 million yuan.", ["Hangzhou"]),
        ("Visits to the China Hardware City in Yongkang were 436,000.", ["Yongkang"]),
    ],
)
def test_places_told_beside_others(text, places):
    assert found(text, "place") == places


def test_a_part_of_the_citys_total_is_no_place_of_what_follows():
    text = (
        "Jinhua's exports rose 8 percent in May.\n\nYiwu's exports were 238.6 billion yuan, 76.8 percent of the city's "
        "total. Exports to Brazil rose by 16.5 percent."
    )
    assert found(text, "place")[-1] == "Jinhua"
