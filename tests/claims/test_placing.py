"""Where a figure holds: call 13 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract


def places(text, source=None):
    return [claim.place for claim in extract(text, date(2025, 11, 20), source)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yiwu, in east China's Zhejiang Province, exported 5 billion yuan.", ["Yiwu"]),
        ("Yiwu exported 5 billion yuan and Dongyang 2 billion yuan.", ["Yiwu", "Dongyang"]),
        ("Yiwu's exports to Brazil rose 5 percent.", ["Yiwu"]),
        ("Africa took 18 percent of Yiwu's exports.", ["Yiwu"]),
        ("The city, Yiwu, has 9,000 shops.", ["Yiwu"]),
        ("China-Europe trains carried 500 TEUs.", ["China"]),
        ("Freight rates from Ningbo to Hamburg fell 5 percent.", [None]),
        ("Exports rose 5 percent.", [None]),
        ("Jiaxing port on the shore of Hangzhou Bay handled 900 TEUs.", ["Jiaxing"]),
        ("Lu Fang, who came to China in 2011, now has 16 employees in Yiwu.", ["Yiwu"]),
        ("Rates on the Genoa route fell 5 percent.", [None]),
        (
            "The United States took 12 percent of Zhejiang's exports; in 2018 it was 20 percent.",
            ["Zhejiang", "Zhejiang"],
        ),
        ("Pujiang grew. The county's 412 manufacturers exported lamps.", ["Pujiang"]),
        ("A penmaker, Lu Fang of penmaker Lehe said, sold 900 pens.", [None]),
        ("In Act 2 30 elves sing.", [None]),
        ("义乌对美国出口增长5%。", ["Yiwu"]),
        ("义乌增速比全省高2.1个百分点。", ["Yiwu"]),
        ("宁波出口80亿元，占全省的三成。", ["Ningbo", "Ningbo"]),
        ("宁波出口20亿元，全省出口80亿元，全市出口10亿元。", ["Ningbo", "Zhejiang", "Ningbo"]),
        ("德国市场大，德国进口增长5%。全国出口80亿元。", ["Germany", "Germany"]),
        ("Vietnam's exports rose 5 percent. The country's imports rose 6 percent.", ["Vietnam", "Vietnam"]),
        ("义乌的运费、租金为2000元。", ["Yiwu"]),
        ("义乌租金、运费上涨5%。", ["Yiwu"]),
        ("从宁波到汉堡的运费为每箱2000元。", [None]),
        ("Italy and Spain took 40 percent of Yiwu's lamps.", ["Yiwu"]),
        ("义乌出口意大利占四成。", ["Yiwu"]),
        ("“销量增长5%，”在义乌开厂的蔡建波说。", ["Yiwu"]),
    ],
)
def test_place(text, expected):
    assert places(text) == expected


def test_the_whole_city_is_the_one_named_before_or_the_source():
    assert places("东阳今年变化大。全市出口80亿元。", "义乌发布") == ["Dongyang"]
    assert places("全市出口80亿元。", "义乌发布") == ["Yiwu"]
    assert places("全省出口80亿元。", "义乌发布") == ["Zhejiang"]
    assert places("我国出口80亿元。") == ["China"]
    assert places("全市出口80亿元。") == [None]


def test_a_source_gives_no_place_by_itself():
    assert places("出口80亿元。", "义乌发布") == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Traders have come from as far away as Germany.", "Yiwu"),
        ("Many of them went to the north of Germany.", "Yiwu"),
        ("Many traders have by now seen Ningbo.", "Ningbo"),
        ("Germany is a market.", "Germany"),
    ],
)
def test_where_a_text_goes_on(text, place):
    assert places(f"Yiwu sold 5 million lamps. {text} Trade grew 3 percent.") == ["Yiwu", place]
