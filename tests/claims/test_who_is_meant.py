"""Who is the source where somebody else spoke before: bodies behind persons, plans, firms, interviews, lists."""

from datetime import date

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            (
                "Fair ends\n\nThe fair drew 900 visits, the organizing committee said.\n\nTrader Ann Li "
                'signed for $8,000. "That is 30 '
                'percent more," she said.\n\nLive-streams sold 4,000 cups, the committee said.'
            ),
            "organizing committee",
        ),
        (
            (
                'Pier\n\n"We are busy," said Zhou Min, manager of the pier.\n\nTaizhou Port Group plans to '
                "spend 90 million yuan, "
                "it said."
            ),
            "Taizhou Port Group",
        ),
        (
            (
                "Longquan aims at sales of 9 billion yuan by 2028, according to an action plan issued by the "
                "city on Monday\n\n"
                "The plan calls for 40 new kilns."
            ),
            "plan",
        ),
        ("The provincial commerce department counted around 31,000 sellers.", "provincial commerce department"),
        (
            (
                "Yiwu-based lamp maker Mingdeng Lighting (stock code 688123) said in a filing on Monday that profit "
                "was 9 million yuan."
            ),
            "Mingdeng Lighting",
        ),
    ],
)
def test_english_sources(text, source):
    assert found(text, "attributed_to", date(2026, 3, 18))[-1] == source


def test_a_plan_nobody_told_of_is_no_source():
    assert found("Under the plan, 40 kilns are to be built by 2028.", "attributed_to") == [None]


def test_cases_concluded_are_no_words_concluded():
    assert found("Courts in Yiwu concluded 31,460 cases in 2023.", "attributed_to") == [None]
    assert found("Yiwu Customs concluded that exports rose 5 percent.", "attributed_to") == ["Yiwu Customs"]


def test_a_firm_announces_its_own_figures():
    text = (
        "Lamp sales up 9 percent\n\nYIWU, April 26, 2025 - Yiwu-based Mingdeng Lighting Co Ltd (301999.SZ), a maker of "
        "lamps, today announced its audited results for the year ended December 31, 2024.\n\n- Revenue was 1.2 billion "
        "yuan."
    )
    assert found(text, "attributed_to", date(2025, 4, 26))[-1] == "Mingdeng Lighting Co Ltd"


def test_who_asks_may_also_remark():
    text = (
        "Trade talk\n\nReporter Li Ran (GT) spoke with Hong Jun (Hong), head of the bureau.\n\nGT: How "
        "much do you sell?\n\n"
        "Hong: We sell 40 million yuan.\n\nGT: Some complain about pay.\n\nHong: The fee is 0.3 "
        "percent.\n\nGT: And next?\n\n"
        "Hong: We want 9 more shops."
    )
    assert set(found(text, "attributed_to", date(2026, 3, 18))) == {"Hong"}


def test_the_source_of_a_table_told_over_it():
    text = (
        "May in figures\n\nBestsellers (source: market office)\nItem | Sold | Price\nHats | 6,000 | 8 "
        "yuan\nCups | 900 | 9 yuan"
    )
    assert found(text, "attributed_to") == ["market office"] * 4
    assert found(text, "unit") == ["count", "CNY"] * 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("陈红说，义乌店里有3人。\n\n隔壁摊位的金国栋卖围巾。“5月发走6个货柜。”他说。", "金国栋"),
        ("陈红说，店里有3人。\n\n哥伦比亚客商迭戈在义乌住了11年。“每公斤要7美元。”他说。", "迭戈"),
        ("协会介绍，全市有8600家。\n\n90后主播陈露每晚要播4个小时。她说，客单价29元。", "陈露"),
        ("根据龙泉市能源发展规划，到2028年公共充电桩将达到800个。", "龙泉市能源发展规划"),
    ],
)
def test_chinese_sources(text, source):
    assert found(text, "attributed_to")[-1] == source
