"""Who is meant by "it" and "the group" in English, and what a part of those named in front counts."""

import pytest

from tests.claims.claims_read import found


def test_what_opens_a_sentence_as_measured_is_no_source():
    assert found("Freight rates from Xiamen to Oslo peaked at $900 per box, it added.", "attributed_to") == [None]
    assert found("Lianda exports cups to 40 countries, it said.", "attributed_to") == ["Lianda"]


def test_a_name_that_is_a_common_noun_too_is_a_body():
    text = "The fee is $9, Price Watch says. Rents peaked at $900, it added."
    assert found(text, "attributed_to") == ["Price Watch", "Price Watch"]


@pytest.mark.parametrize("head", ["", "HANGZHOU, March 9 (Xinhua) -- "])
def test_the_company_is_the_firm_that_opens_the_sentence_behind_a_dateline_too(head):
    text = f"{head}Anda Landbridge ran 42 trains in February, the company said on Tuesday."
    assert found(text, "attributed_to") == ["Anda Landbridge"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Of the trains, 30 went west and 12 came back to Yiwu.", ["train", "train"]),
        ("Anda moved 4,100 TEUs.\n\nOf the trains, 30 went west.", ["teu", "train"]),
        ("Of the lipsticks, about 310 were red.", ["count"]),
        ("Anda ran 42 trains.\n\nOf the visitors, 30 went west.", ["train", "person"]),
    ],
)
def test_parts_of_those_named_in_front_are_claims(text, units):
    assert found(text, "unit") == units


def test_of_a_sum_no_bare_number_is_a_part():
    assert found("Of the sales, 31 were good.", "value") == []


def test_the_group_is_the_one_called_so_whoever_spoke_last():
    text = (
        "Trade rose 9 percent, Hebei Seaport Group said. Rents fell 5 percent, the Hebei Shipping Exchange said. "
        "The group expects 300 trains this year."
    )
    assert found(text, "attributed_to")[-1] == "Hebei Seaport Group"
