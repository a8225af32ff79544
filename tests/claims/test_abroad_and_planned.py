"""Places abroad, times told once, plans, tables of pay and rankings of gains, in sentences of our own."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2025, 9, 19)


def found(text: str, field: str, published: date = SEEN, source: str = "Xinhua") -> list[object]:
    return [getattr(claim, field) for claim in extract(text, published, source)]


def spans(text: str, published: date = SEEN) -> list[tuple[str | None, str | None]]:
    return [
        (claim.period_start and claim.period_start.isoformat(), claim.period_end and claim.period_end.isoformat())
        for claim in extract(text, published, "Xinhua")
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Yiwu China Commodities Index, July 2025: toys 108.42, hardware 99.87.", ["Yiwu", "Yiwu"]),
        ("Yiwu overtook Shenzhen to handle 12 billion parcels last year.", ["Yiwu"]),
        ("A warehouse outside Prague handles 30,000 parcels a day.", ["Prague"]),
        ("Occupancy at Dubai's Yiwu Market climbed to 94 percent.", ["Dubai"]),
        ("Yiwu's Futian complex has 8,000 booths.", ["Yiwu"]),
        ("In Yiwu rents are 15 percent below Hangzhou's, while the vacancy rate is 4.9 percent.", ["Yiwu", "Yiwu"]),
        ("The European Union has charged a duty of 3 euros on parcels from China.", ["European Union"]),
        (
            "Drivers queued outside the Khorgos crossing and waited up to nine hours, a Yiwu forwarder said.",
            ["Khorgos"],
        ),
        ("Yiwu sent 35 trains, said China Railway Shanghai Group. Toys made up 38 percent.", ["Yiwu", "Yiwu"]),
        ("义乌外贸在变。美国取消小额包裹免税待遇后，利润率从18%掉到10%。", ["Yiwu", "Yiwu"]),
    ],
)
def test_places(text, places):
    assert found(text, "place") == places


def test_a_fair_is_held_where_its_report_is_sent_from():
    text = "Fair ends\n\nNAIROBI -- The Yiwu Commodities Fair Kenya closed on Thursday. The fair drew 312 exhibitors."
    assert found(text, "place") == ["Nairobi"]


def test_a_fair_abroad_told_of_again_is_there():
    text = (
        "义乌企业赴迪拜参展\n\n12月16日至18日，第17届贸易博览会在迪拜世界贸易中心举行。义乌组织108家企业参展。"
        "本届展会为期3天，展览面积2.4万平方米。"
    )
    claims = extract(text, date(2025, 12, 22), "义乌发布")
    assert [claim.place for claim in claims] == ["Yiwu", "Dubai", "Dubai"]
    assert claims[1].period_start == date(2025, 12, 16)


def test_a_fair_that_opened_and_closed_is_told_of_as_a_whole():
    text = (
        "第30届义博会闭幕\n\n10月24日，第30届义博会在义乌落幕。\n\n本届义博会于10月21日开展，有1652家企业参展。"
        "展会期间到会采购商8.24万人次。"
    )
    assert spans(text, date(2024, 10, 25)) == [("2024-10-21", "2024-10-24")] * 2


def test_a_byline_is_no_place():
    text = (
        "Festival\n\nBy Xu Lan in Hangzhou | China Daily | Updated: 2025-06-24\n\nThe Yiwu-based platform said that "
        "2.1 million buyers placed orders."
    )
    assert found(text, "place") == ["Yiwu"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Yiwu sorted 38 million parcels yesterday.", [("2025-09-18", "2025-09-18")]),
        ("Parcels topped 20 billion this year on Aug. 12.", [("2025-01-01", "2025-08-12")]),
        ("A hub that opened on June 3 can sort 120,000 pieces an hour.", [(None, None)]),
        ("周报（2025年第16期）：运价上涨3.7%。", [(None, None)]),
        ("到2027年出口达到2200亿元；届时企业超过5000家。", [(None, "2027-12-31")] * 2),
        (
            "2025年至2027年，出口年均增长12%。三年安排重大项目28个。",
            [("2025-01-01", "2027-12-31"), ("2025-01-01", "2027-12-31")],
        ),
        ("2025年半年度利润分配预案为：每10股派发现金红利1.5元。", [("2025-01-01", "2025-06-30")]),
    ],
)
def test_times(text, wanted):
    assert spans(text) == wanted


def test_a_plan_lists_what_is_to_be_done():
    text = (
        "Imports\n\nThe city released a plan on Wednesday.\n\nThe main tasks listed in the plan include:\n\n"
        "- Storage will be raised from 80,000 tons to 150,000 tons by 2027."
    )
    assert found(text, "status") == ["actual", "target"]


def test_a_table_of_pay_under_a_head_of_money():
    text = (
        "Pay\n\nAverage pay offered, March 2024\nOccupation | Yuan a month | Change from March 2023\n"
        "Trade salesperson | 8,650 | +3.1%\nOperator | 7,420 | -1.4%"
    )
    claims = extract(text, date(2024, 5, 29), "Jinhua Daily")
    assert [(claim.unit, claim.kind, claim.comparison) for claim in claims] == [
        ("CNY", "amount", None),
        ("percent", "change", "yoy"),
        ("CNY", "amount", None),
        ("percent", "change", "yoy"),
    ]


def test_what_follows_in_a_ranking_of_gains_rose_too():
    text = "Power tools rose 0.82 percent, the sharpest gain of all, followed by door products (0.64 percent)."
    assert found(text, "indicator") == ["Power tools", "door products"]
    assert found(text, "direction") == ["up", "up"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Exchange rate: USD 1 = RMB 7.16.", []),
        ("It is only three in the afternoon.", []),
        ("Nine shops opened, bringing the total to 236 in 58 countries.", ["shop", "shop", "country"]),
        ("Nine in 10 cities grew.", ["percent"]),
        ("德国莱比锡海外仓一期3.6万平方米已投用。", ["square_metre"]),
        ("客商一口气订走了十余万面小旗。", ["count"]),
        ("Only 1,900 local firms import. The city aims to have at least 3,000 by 2027.", ["company", "company"]),
        ("More than 2,600 employers posted vacancies.", ["company"]),
        ("凌晨一点，青口村18幢二楼的灯还亮着。", []),
    ],
)
def test_what_is_counted(text, units):
    assert found(text, "unit") == units


def test_a_share_of_a_cost_saved_is_a_change_down():
    assert found("单票运费可节省三成。", "direction") == ["down"]


def test_twice_the_amount_of_a_time_last_year_is_set_against_it():
    text = "Sales reached 5 million yuan in the first half, 2.7 times the amount in the first half of last year."
    assert found(text, "comparison") == [None, "yoy"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("据中国日用杂品协会对186家企业的统计，出口增长5.8%。", "中国日用杂品协会"),
        ("周报显示，出口增长5.8%。", "周报"),
    ],
)
def test_chinese_sources(text, source):
    assert found(text, "attributed_to")[-1] == source
