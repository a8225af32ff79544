"""Who is the source of an English figure: polls, documents, firms called by one word, quotations that go on."""

import pytest

from tests.claims.claims_read import found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            (
                "Trade is to reach 90 billion yuan by 2028, according to an action plan released on Friday by the "
                "provincial bureau of commerce."
            ),
            "action plan released on Friday by the provincial bureau of commerce",
        ),
        ("Toy exports fell 7.1 percent in May, GAC data showed.", "GAC"),
        ("Toy exports fell 7.1 percent in May, a Hongqi poll of 31 analysts showed.", "analysts"),
        ("The economists' forecasts for toy exports ranged from 0.5% to 6.8%.", "economists"),
        ("Imports probably rose 1.5%, according to the economists' median estimate.", "economists"),
        ("Exports rose well, beating a forecast of 6.0% by analysts at three banks.", "analysts"),
        ("Hualin Securities puts the average U.S. tariff on cups at about 32%.", "Hualin Securities"),
        ("Lu Bo, a fellow at a Beijing-based institute, nevertheless expects exports to grow 3 percent.", "Lu Bo"),
        (
            '"Restocking added at least 3 percentage points to growth," said Lu Bo, an analyst at a bank.',
            "Lu Bo",
        ),
        (
            "Rates are high, said Tan Mei Lin, an analyst in Singapore, who sees spot rates falling 20% by May.",
            "Tan Mei Lin",
        ),
    ],
)
def test_source(text, source):
    assert found(text, "attributed_to")[0] == source


@pytest.mark.parametrize("words", ["PMI", "GDP"])
def test_data_on_what_is_measured_are_nobodys(words):
    assert found(f"Activity fell 2 points in May, {words} data showed.", "attributed_to") == [None]


def test_those_asked_in_a_poll_do_not_tell_how_many_they_are():
    text = "Exports rose 3.2% in May, a poll of 28 economists showed."
    assert found(text, "attributed_to") == ["economists", None]


def test_a_firm_called_by_one_word_is_no_person():
    text = (
        "Shares of Zhejiang Daxin Trade Group advanced.\n\nProfit was 8 million yuan, Daxin, which is based in Yiwu, "
        "said. Daxin Pay processed 9 million yuan, Daxin added. Some 21,000 sellers had opened accounts, it noted.\n\n"
        "The center has 3,300 booths, the report said."
    )
    assert set(found(text, "attributed_to")) == {"Daxin"}


def test_he_is_the_person_and_not_the_firm():
    text = (
        "Shunfeng Logistics said its profit was 8 million yuan.\n\nChairman Xu Heng told analysts that he expects "
        "revenue of 70 million yuan. Shunfeng aims to run 900 trains, he said."
    )
    assert found(text, "attributed_to")[1:] == ["Xu Heng", "Xu Heng"]


def test_a_conjunction_is_no_name():
    text = 'Wang Heliang runs a mill. When Wang set up in 2012, he had little. "Now we have 96 workers," he said.'
    assert found(text, "attributed_to") == ["Wang"]


def test_a_quotation_goes_on_in_sentences_without_a_mark():
    text = (
        'Zhao Min sells cups.\n\n"We moved 9,000 cups," Zhao told the paper. "Europe takes 45 percent of them. '
        'A cup is 4 yuan. Nobody complains."\n\nIn May the market had 300 booths.'
    )
    assert found(text, "attributed_to") == ["Zhao", "Zhao", "Zhao", None]
