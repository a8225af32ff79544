"""Parts and lengths: what is included, the rest, old and new lengths, answers without their verb; furniture."""

import pytest

from tests.claims.claims_read import found


def test_a_part_that_is_included_has_the_status_of_the_whole():
    expected = "The committee expects 90,000 visits, including 3,500 by buyers from abroad."
    assert found(expected, "status") == ["forecast", "forecast"]
    aimed = "The county aims to draw 85 million visits this year, including 5 million inbound ones."
    assert found(aimed, "status") == ["target", "target"]
    assert found("The fair drew 90,000 visits, including 3,500 by buyers.", "status") == ["actual", "actual"]


def test_ones_are_of_the_things_counted_before():
    assert found("It drew 85 million visits, including 5 million inbound ones.", "unit") == ["person", "person"]
    assert found("It has 80 depots in 14 countries, and 30 new ones are planned.", "unit")[-1] == "count"


def test_the_rest_counts_what_was_counted_before():
    text = "Half of the presses in the plant are in crates. The other 22 are still running."
    assert found(text, "value") == [50, 22]
    assert found("It has 39 stalls. The other 12 are empty.", "unit") == ["shop", "shop"]


def test_so_many_of_a_places_things():
    assert found("All 11 of Zhejiang's prefecture-level cities have such zones.", "unit") == ["city"]


def test_old_and_new_number_of_things():
    text = "It moved 40,900 TEUs. The number of its overseas warehouses had risen from nine to 13 by May."
    assert found(text, "value")[1:] == [9, 13]
    assert found(text, "unit")[1:] == ["count", "count"]


@pytest.mark.parametrize("verb", ["stretched", "lengthened", "been extended"])
def test_an_old_and_a_new_length_are_no_range(verb):
    assert found(f"Terms of payment have {verb} from 30 days to 45 days.", "value") == [30, 45]
    assert found("Rents stretch from 30 yuan to 45 yuan.", "value_max") == [45]


def test_estimated_at():
    assert found("Turnover is estimated at 1.3 billion yuan.", "modifier") == ["approx"]


def test_others_named_another_thing():
    text = "Asked where sales had grown most, 34 percent named Africa, 27 percent Latin America and 9 percent the Gulf."
    assert found(text, "kind") == ["share", "share", "share"]
    assert found(text, "indicator")[1:] == ["Latin America", "the Gulf"]


@pytest.mark.parametrize(
    "text",
    [
        "Download: full report (PDF, 52 pages).",
        "A freighter service, flight code K9 6402, was added.",
        'Editor: Jiang Yue | CCTV-2 "Economic Half Hour" | Duration 03:27',
    ],
)
def test_furniture(text):
    assert found(text, "value") == []


def test_rows_of_a_figure_and_its_change_under_a_head_in_brackets():
    text = (
        "Couriers busy\n\nCouriers in Zhejiang handled 3 billion parcels in June.\n\n"
        "By city (June parcel volume and year-on-year change)\nJinhua    1.4 billion    +15.2%\n"
        "Hangzhou    402 million    -3.3%"
    )
    assert found(text, "unit")[1:] == ["parcel", "percent", "parcel", "percent"]
    assert found(text, "indicator")[1:] == ["Jinhua", "Jinhua", "Hangzhou", "Hangzhou"]
