from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from barometer.claims import extract
from barometer.claims import lexicon as module
from barometer.claims.lexicon import UnitWords
from barometer.claims.values import Cue
from barometer.errors import SourceError


def test_units_are_those_of_the_claim_model(lexicon):
    words = """
    CNY USD EUR JPY GBP HKD percent percentage_point basis_point count teu tonne kilogram square_metre mu kilometre
    train flight vehicle parcel order person company shop country city product times year month day hour minute rank
    index_point
    """
    assert set(lexicon.units) == set(words.split())


def test_places_nest(lexicon):
    assert list(lexicon.enclosing("Yiwu")) == ["Jinhua", "Zhejiang", "China", "world"]


def test_cues_name_only_known_cues(lexicon):
    for code in ("en", "zh"):
        assert set(lexicon.cues[code]) <= {cue.value for cue in Cue}


@pytest.mark.parametrize(
    ("reader", "text", "message"),
    [
        ("_units", "CNY: {dimension: gold}", "'gold' is not one of"),
        ("_units", "CNY: {dimension: money, fr: {}}", "unknown field 'fr'"),
        ("_units", "CNY: {dimension: money, en: {after: yuan}}", "a list of words"),
        ("_places", "Yiwu: {level: city, within: Nowhere, en: [Yiwu]}", "no place is called 'Nowhere'"),
        ("_places", "Yiwu: [", "not readable as YAML"),
        ("_cues", "growth: 5", "a list of phrases"),
        ("_signs", "bai: 柏\nbo: 柏", "is written 'bai' before"),
        ("_signs", "bai: [柏]", "as one word"),
    ],
)
def test_broken_data_says_where_and_what(monkeypatch, tmp_path, reader, text, message):
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)
    with pytest.raises(SourceError, match=r"broken\.yaml") as caught:
        getattr(module, reader)("broken.yaml")
    assert message in str(caught.value)


def test_a_unit_of_goods_is_told_by_its_file_alone(lexicon):
    """A researcher who adds such a unit needs no line of code: the goods are what is measured."""
    carat = replace(
        lexicon.units["kilogram"],
        id="carat",
        words={
            "en": UnitWords(after=("carats", "carat")),
            "zh": UnitWords(after=("克拉",)),
        },
    )
    known = replace(lexicon, units={**lexicon.units, "carat": carat})
    for unit, words in (("carat", "carats"), ("kilogram", "kilograms")):
        [claim] = extract(f"Yiwu shipped 1,200 {words} of rubies in May.", date(2025, 6, 15), lexicon=known)
        assert (claim.unit, claim.indicator) == (unit, "rubies")
        [claim] = extract(f"Yiwu shipped 1,200 {words}.", date(2025, 6, 15), lexicon=known)
        assert (claim.unit, claim.indicator) == (unit, "shipped")
    plain = replace(known, units={**known.units, "carat": replace(carat, of_goods=False, dimension="discrete")})
    [claim] = extract("Yiwu shipped 1,200 carats.", date(2025, 6, 15), lexicon=plain)
    assert claim.indicator != "shipped"
