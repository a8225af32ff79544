"""Who is the source in English: reports that go on listing, firms that report results, bodies, posts and panels."""

from datetime import date

import pytest

from tests.claims.claims_read import found

REPORT = "Goals\n\nPujiang is to grow by 6 percent, according to the work report delivered by the mayor on Sunday.\n\n"
RESULTS = (
    "Results\n\nLANXI, April 3 -- Zhejiang Mingtao Kitchenware Co., Ltd. (605123.SH), a maker of pans, on Thursday "
    "reported revenue of 940 million yuan for 2024. Net profit was 71 million yuan.\n\n"
)


def test_a_report_named_before_goes_on_setting_and_listing():
    text = REPORT + "For this year, the report sets the goal of 3,000 flats. Farms are to add 40 ponds."
    assert found(text, "attributed_to") == ["work report", "work report", "work report"]
    text = REPORT + '"We sold 90 pans," said Lin Mei.\n\nThe report also lists 12 tasks. The town will open 30 schools.'
    assert found(text, "attributed_to")[2:] == ["report", "report"]


def test_a_firm_is_the_source_of_the_results_that_it_reports():
    text = RESULTS + "Gross margin widened to 31 percent, the company said. Sales in Peru rose 8 percent."
    assert set(found(text, "attributed_to")) == {"Zhejiang Mingtao Kitchenware Co., Ltd."}
    text = RESULTS + "Chairman Lin Bo told investors that the group sells 60 pans.\n\nThe company said it had 90 shops."
    assert found(text, "attributed_to")[-2:] == ["Lin Bo", "Zhejiang Mingtao Kitchenware Co., Ltd."]


def test_a_report_is_not_who_the_company_is():
    text = RESULTS + '"I sold 900 pans," said Lin Bo.\n\n'
    text += (
        "The annual report puts cash at 62 million yuan. Debt was 9 million yuan.\n\nThe company said it had 90 shops."
    )
    firm = "Zhejiang Mingtao Kitchenware Co., Ltd."
    assert found(text, "attributed_to")[2:] == ["Lin Bo", "annual report", "annual report", firm]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Lanxi Customs said trade rose 5 percent. Exports rose 6 percent, according to the customs office.",
            "Lanxi Customs",
        ),
        ("Exports rose 6 percent, according to the customs office.", "customs office"),
        (
            "The Lanxi Chamber of Trade forecasts that exports will grow 7 percent. It plans to take 40 firms abroad.",
            "Lanxi Chamber of Trade",
        ),
        (
            "Lin Mei, deputy head of the Lanxi kite society, which has 90 members, expects sales of 8 million yuan.",
            "Lin Mei",
        ),
        (
            "Lin Mei, a research fellow with a Lanxi-based think tank, predicted that trade will grow by 4 percent.",
            "Lin Mei",
        ),
        ("A survey of 300 kite makers by Lanxi University found that 41 percent had no plan.", "Lanxi University"),
        ("The yard opens in June, and the port expects to load 80 TEUs a day.", "port"),
        (
            "Demand, which fell by 4 percent, could lose 3 percent, estimates Lin Mei, chief economist at Bo Bank.",
            "Lin Mei",
        ),
        (
            "Pans that her brother sold in spring, mostly in Peru, said plant owner Lin Mei, earned 9 million yuan.",
            "Lin Mei",
        ),
        ("Economists disagree. Their median estimate is for exports to grow 3 percent.", "Economists"),
        ("Bo Mai polled 20 economists. The gloomiest of them sees a fall of 2 percent.", "economists"),
        ("Local officials are aiming for trade of 90 billion yuan.", "Local officials"),
    ],
)
def test_who_tells(text, source):
    assert found(text, "attributed_to", date(2026, 3, 18))[-1] == source


def test_who_is_named_behind_the_verb_tells_the_whole_sentence():
    text = (
        "If Peru adds 10 percentage points to its duties on pots, sales there next year could lose 2 to 3 percentage "
        "points, estimates Lin Mei, chief economist at Bo Bank. The surplus, she adds, will widen to $90 billion."
    )
    assert found(text, "attributed_to") == ["Lin Mei"] * 3


def test_whose_words_are_cut_off_is_nobody():
    text = (
        "Orders for the jerseys sewn in the plant of her brother near the old harbor of the town have nearly "
        "tripled since the spring, mostly from Peru, said loom hand Lin Mei."
    )
    assert found(text, "attributed_to") == ["Lin Mei"]


def test_a_firm_that_announces_its_results_is_the_source_of_its_release():
    text = (
        'Results\n\nLANXI, March 27, 2025 -- Mingtao Pans Group Co., Ltd. ("Mingtao" or "Group", stock code 02986), '
        "a maker of pans in Lanxi, today announced its audited results for the year ended December 31, 2024.\n\n"
        "Highlights\n- Revenue increased by 16 percent to RMB4,215 million.\n"
    )
    firm = "Mingtao Pans Group Co., Ltd."
    assert set(found(text, "attributed_to", source="Mingtao Pans Group")) == {firm}


def test_accounting_is_nobody():
    assert found("According to preliminary accounting, trade rose 6 percent.", "attributed_to") == [None]


def test_the_company_behind_a_time_is_the_firm():
    text = RESULTS + "For the full year the company expects sales of 980 million yuan."
    assert found(text, "attributed_to")[-1] == "Zhejiang Mingtao Kitchenware Co., Ltd."


def test_analysts_who_raise_a_forecast_are_its_source():
    text = (
        "Lin Mei said sales fell 3 percent. Analysts at Bo Securities raised their profit forecast to 9 million yuan."
    )
    assert found(text, "attributed_to")[-1] == "Analysts at Bo Securities"


def test_families_that_expect_to_buy_tell_nothing():
    text = "According to Bo Research, families expect to spend 42 euros this year."
    assert found(text, "attributed_to") == ["Bo Research"]
