"""A claim keeps its id when the text is read again, when its figure changes, when sentences come and go around it."""

import re
import time

from hypothesis import assume, given
from hypothesis import strategies as st

from barometer.claims.identity import KnownClaim, Mark, identify, sentence_around, sentence_starts

FIGURE = re.compile(r"\d+(?:\.\d+)?")
words = st.text(st.sampled_from("义乌出口 trade增长"), min_size=1, max_size=12)
figures = st.integers(1, 99999).map(str)
sentences = st.builds(lambda before, figure, after: f"{before}{figure}{after}。", words, figures, words)
texts = st.lists(sentences, min_size=1, max_size=8).map("".join)


def marks(text: str) -> list[Mark]:
    return [Mark(found.start(), found.end()) for found in FIGURE.finditer(text)]


def first_seen(text: str) -> list[KnownClaim]:
    found = marks(text)
    return [KnownClaim(name, mark) for name, mark in zip(identify(1, 1, text, found, "", []), found, strict=True)]


def revised(text: str, known_text: str) -> dict[str, str]:
    """Give the figure that each claim of the old text has in the new one, by its old figure."""
    known = first_seen(known_text)
    found = marks(text)
    ids = identify(1, 2, text, found, known_text, known)
    old = {one.id: known_text[one.mark.numeral_start : one.mark.end] for one in known}
    new = {name: text[mark.numeral_start : mark.end] for name, mark in zip(ids, found, strict=True)}
    return {old[name]: new[name] for name in new if name in old}


@given(texts)
def test_reading_a_text_again_keeps_every_id(text: str) -> None:
    known = first_seen(text)
    assert identify(1, 1, text, marks(text), text, known) == [one.id for one in known]


@given(texts, st.data())
def test_an_engine_that_finds_more_or_less_keeps_the_ids_of_the_others(text: str, data: st.DataObject) -> None:
    every = first_seen(text)
    before = data.draw(st.sets(st.sampled_from(every)))
    found = data.draw(st.sets(st.sampled_from(every)))
    known = [one for one in every if one in before]
    now = [one.mark for one in every if one in found]
    for revision in (1, 2):
        ids = dict(zip(now, identify(1, revision, text, now, text, known), strict=True))
        assert all(ids[one.mark] == one.id for one in known if one.mark in ids)
        assert len(set(ids.values())) == len(ids)


def test_a_claim_found_in_front_does_not_take_its_neighbours_id() -> None:
    known = [KnownClaim("kept", Mark(10, 15))]
    ids = identify(1, 1, "x" * 20, [Mark(0, 11), Mark(10, 15)], "x" * 20, known)
    assert ids[1] == "kept"
    assert ids[0] != "kept"


def test_a_span_that_grew_to_the_left_keeps_its_id() -> None:
    assert identify(1, 1, "x" * 20, [Mark(8, 15)], "x" * 20, [KnownClaim("kept", Mark(10, 15))]) == ["kept"]


@given(texts, st.data())
def test_a_changed_figure_keeps_its_id_and_no_other_moves(text: str, data: st.DataObject) -> None:
    known = first_seen(text)
    chosen = data.draw(st.integers(0, len(known) - 1))
    mark = known[chosen].mark
    figure = data.draw(figures)
    after = text[: mark.numeral_start] + figure + text[mark.end :]
    assume(text.count("。") == len({*text.split("。")}) - 1 + ("" not in text.split("。")))  # no sentence twice
    assume(after.split("。").count(after.split("。")[chosen]) == 1)
    assert identify(1, 2, after, marks(after), text, known) == [one.id for one in known]


@given(texts, sentences, st.data())
def test_an_inserted_sentence_shifts_nothing(text: str, inserted: str, data: st.DataObject) -> None:
    pieces = [piece + "。" for piece in text.split("。")[:-1]]
    assume(inserted.strip() not in {piece.strip() for piece in pieces})  # of two alike no one knows which came first
    place = data.draw(st.integers(0, len(pieces)))
    after = "".join([*pieces[:place], inserted, *pieces[place:]])
    known = first_seen(text)
    ids = identify(1, 2, after, marks(after), text, known)
    added = sum(len(marks(piece)) for piece in pieces[:place])
    assert ids[:added] + ids[added + 1 :] == [one.id for one in known]
    assert ids[added] not in {one.id for one in known}


def test_a_corrected_figure_beside_an_added_note_keeps_its_id() -> None:
    before = "义乌前五月出口2.31亿元，增长13.4%。义乌有市场主体100万户。"
    after = "编者注：数据有更正。义乌前五月出口2.36亿元，增长15.9%。更正于6月20日。义乌有市场主体100万户。"
    assert revised(after, before) == {"2.31": "2.36", "13.4": "15.9", "100": "100"}


def test_a_figure_added_inside_a_sentence_moves_no_other() -> None:
    before = "义乌出口300亿元，进口20亿元。"
    after = "义乌1月至5月出口300亿元，进口20亿元。"
    assert revised(after, before) == {"300": "300", "20": "20"}


def test_a_quote_that_stands_twice_keeps_its_places() -> None:
    before = "甲增长10%。乙增长10%。"
    known = first_seen(before)
    after = "丙增长10%。" + before
    assert identify(1, 2, after, marks(after), before, known)[1:] == [one.id for one in known]


def test_many_claims_on_one_numeral_have_different_ids() -> None:
    ids = identify(1, 1, "10", [Mark(0, 2)] * 3, "", [])
    assert len(set(ids)) == 3
    known = [KnownClaim(name, Mark(0, 2)) for name in ids]
    assert identify(1, 1, "10", [Mark(0, 2)] * 3, "10", known) == ids


def test_a_text_of_equal_sentences_does_not_hold_the_record() -> None:
    before = "x1。" + "增长10%。" * 3000 + "y2。"
    after = "z1。" + "增长10%。" * 2999 + "w2。"
    known = first_seen(before)
    started = time.process_time()
    ids = identify(1, 2, after, marks(after), before, known)
    assert time.process_time() - started < 1
    assert len(set(ids)) == len(ids)


def test_two_long_texts_without_a_sentence_in_common_do_not_hold_the_record() -> None:
    before = "".join(f"{number}号店今年卖出{number * 7}件商品。" for number in range(1500))
    after = "".join(f"第{number}家今年售出{number * 11}件货物！" for number in range(1400))
    started = time.process_time()
    identify(1, 2, after, marks(after), before, first_seen(before))
    assert time.process_time() - started < 1


def test_the_sentence_of_a_claim_is_never_longer_than_a_person_reads() -> None:
    text = "表格 " + "12 " * 5000 + "完。"
    starts = sentence_starts(text)
    for offset in (3, 7000, len(text) - 3):
        sentence = sentence_around(text, starts, offset)
        assert len(sentence) <= 1000
        assert sentence in text
    assert sentence_around("一。二三。四", sentence_starts("一。二三。四"), 3) == "二三。"
    assert "关键12" in sentence_around("前" * 5000 + "关键12" + "后" * 5000, [0], 5002)
