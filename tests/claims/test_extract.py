"""What the public function promises beyond single fields: reasons, inheritance, headline, whole articles."""

from datetime import UTC, date, datetime

from barometer.claims import extract

ARTICLE = """Yiwu toy exports top 4 billion yuan in first quarter

Yiwu Customs said on Monday that toy exports reached 4.12 billion yuan in the first quarter, up 9.5% year on year.

Lamps came to 1.3 billion yuan, up 2 percent."""


def test_headline_takes_from_the_body_and_says_so():
    head, *_ = extract(ARTICLE, date(2025, 4, 22))
    assert (head.quote, head.modifier, head.place) == ("top 4 billion yuan", "gt", "Yiwu")
    assert (head.period_start, head.period_end) == (date(2025, 1, 1), date(2025, 3, 31))
    assert head.attributed_to == "Yiwu Customs"
    assert "attributed_to" in head.inherited


def test_a_bulletin_carries_period_source_and_base_over_paragraphs():
    *_, amount, change = extract(ARTICLE, date(2025, 4, 22))
    assert (amount.quote, amount.period_end, amount.attributed_to) == (
        "1.3 billion yuan",
        date(2025, 3, 31),
        "Yiwu Customs",
    )
    assert (change.comparison, set(change.inherited)) == ("yoy", {"attributed_to", "comparison", "period", "place"})


def test_reasons_point_at_the_words_that_decided():
    text = "In May, Yiwu's exports fell 5 percent from April."
    (claim,) = extract(text, date(2025, 6, 1))
    spans = {reason.field: text[reason.start : reason.end] for reason in claim.reasons}
    assert spans["direction"] == "fell"
    assert spans["comparison"] == "from April"
    assert spans["place"] == "Yiwu"
    assert spans["period"] == "In May"


def test_reasons_of_inherited_fields_point_into_the_sentence_they_come_from():
    text = "义乌海关表示，5月义乌出口80亿元。玩具出口5亿元。"
    claim = extract(text, date(2025, 6, 1))[-1]
    spans = {reason.field: text[reason.start : reason.end] for reason in claim.reasons}
    assert claim.inherited == ("attributed_to", "period", "place")
    assert (spans["place"], spans["period"]) == ("义乌", "5月")


def test_a_publish_time_is_a_publish_day():
    text = "Exports of Yiwu rose 5 percent last month."
    moment = datetime(2025, 6, 1, 23, tzinfo=UTC)
    assert extract(text, moment) == extract(text, date(2025, 6, 1))


def test_without_a_publish_day_relative_periods_stay_open():
    (claim,) = extract("Exports of Yiwu rose 5 percent last month.")
    assert (claim.period_start, claim.period_end) == (None, None)


def test_the_source_says_which_city_is_meant():
    (claim,) = extract("全市出口80亿元。", date(2025, 6, 1), "东阳日报")
    assert claim.place == "Dongyang"


def test_both_languages_in_one_text():
    claims = extract("Yiwu's exports rose 5 percent.\n义乌进口增长6%。", date(2025, 6, 1))
    assert [(claim.quote, claim.direction, claim.place) for claim in claims] == [
        ("5 percent", "up", "Yiwu"),
        ("6%", "up", "Yiwu"),
    ]


def test_nothing_gives_nothing():
    assert extract("") == []
    assert extract("\n \n") == []


def test_offsets_are_those_of_the_whole_text():
    text = "Yiwu is busy. Its exports rose by more than 5 percent. 义乌出口增长约6%。"
    assert [(text[claim.start : claim.end], text[claim.numeral_start]) for claim in extract(text)] == [
        ("more than 5 percent", "5"),
        ("约6%", "6"),
    ]


def test_reasons_of_every_field_of_a_later_sentence():
    text = "Yiwu is busy.\n\nIn May, Yiwu's exports rose 5 percent year on year to 9 billion yuan, the bureau said."
    change, level = extract(text, date(2025, 6, 1))
    spans = {reason.field: text[reason.start : reason.end] for reason in change.reasons}
    assert spans == {
        "kind": "rose", "direction": "rose", "period": "In May", "place": "Yiwu", "attributed_to": "bureau",
        "indicator": "exports", "comparison": "year on year", "value": "5", "indicator_id": "exports",
        "unit": "5 percent",
    }  # fmt: skip
    spans = {reason.field: text[reason.start : reason.end] for reason in level.reasons}
    assert (spans["kind"], spans["value"], spans["unit"]) == ("to", "9 billion", "9 billion yuan")
