"""A claim keeps its id when the text is read again, when its figure changes, when sentences come and go around it."""

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from barometer.claims.identity import KnownClaim, Mark, claim_id, identify, sentence_around, sentence_starts

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
    assert ids == [claim_id(1, 1, 0, ordinal) for ordinal in range(3)]
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


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Exports rose 5.5%. Imports fell! Why?", ["Exports rose 5.5%.", "Imports fell!", "Why?"]),
        ("“卖得好。”她说。走了", ["“卖得好。”", "她说。", "走了"]),
        ("He said: “Fine.” She left.", ["He said: “Fine.” She left."]),
        ("标题\n”正文。", ["标题", "”正文。"]),
        ("一句。\n", ["一句。", ""]),
    ],
)
def test_where_sentences_begin(text: str, sentences: list[str]) -> None:
    starts = sentence_starts(text)
    assert [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)] == sentences


def test_numerals_that_only_touch_are_different_claims() -> None:
    text = "x" * 20
    assert identify(1, 1, text, [Mark(5, 8)], text, [KnownClaim("kept", Mark(2, 5))]) != ["kept"]
    assert identify(1, 1, text, [Mark(2, 5)], text, [KnownClaim("kept", Mark(5, 8))]) != ["kept"]


def test_numerals_that_overlap_match_in_order_and_once() -> None:
    text = "x" * 40
    known = [KnownClaim("first", Mark(2, 6)), KnownClaim("second", Mark(11, 16)), KnownClaim("third", Mark(31, 36))]
    ids = identify(1, 1, text, [Mark(3, 6), Mark(4, 6), Mark(10, 16), Mark(20, 22), Mark(30, 36)], text, known)
    assert [ids[0], ids[2], ids[4]] == ["first", "second", "third"]
    assert not {ids[1], ids[3]} & {"first", "second", "third"}


def test_neighbours_that_overlap_match_one_by_one() -> None:
    text = "x" * 40
    known = [KnownClaim("first", Mark(2, 6)), KnownClaim("second", Mark(7, 9)), KnownClaim("third", Mark(10, 12))]
    assert identify(1, 1, text, [Mark(3, 6), Mark(8, 9), Mark(11, 12)], text, known) == ["first", "second", "third"]
    assert identify(1, 1, text, [Mark(8, 9), Mark(11, 12)], text, known) == ["second", "third"]
    assert identify(1, 1, text, [Mark(11, 12)], text, known) == ["third"]


def test_a_span_that_grew_keeps_its_id_in_a_sentence_that_moved() -> None:
    before, after = "甲出口约10%。", "乙说。甲出口约10%。"
    assert identify(1, 2, after, [Mark(6, 10)], before, [KnownClaim("kept", Mark(4, 7))]) == ["kept"]
    assert identify(1, 2, before, [Mark(3, 7)], after, [KnownClaim("kept", Mark(7, 10))]) == ["kept"]


def test_indentation_and_lines_do_not_move_claims() -> None:
    before = "甲出口10%。乙增长20%，丙增长30%。"
    after = "编者按。\n\u3000\u3000甲出口10%。\n\u3000乙增长20%，丙增长30%。"
    assert revised(after, before) == {"10": "10", "20": "20", "30": "30"}
    assert revised(before, after) == {"10": "10", "20": "20", "30": "30"}


def test_figures_that_do_not_pair_off_are_new() -> None:
    assert revised("义乌出口310亿元，其中1月20亿元。", "义乌出口300亿元。") == {}
    assert revised("义乌出口310亿元，进口20亿元。", "义乌出口300亿元，进口10亿元。") == {"300": "310", "10": "20"}


def test_other_sentences_in_a_place_are_new() -> None:
    assert revised("天气晴好气温18度。游客有9000人次。", "义乌出口300亿元同比增长。") == {}


def test_one_sentence_is_the_new_wording_of_one_only() -> None:
    before = "义乌出口300亿元同比增长。"
    assert revised("义乌出口310亿元同比增长。义乌出口320亿元同比增长。", before) == {"300": "310"}


def test_an_earlier_sentence_is_not_taken_twice() -> None:
    before = "义乌出口300亿元同比增长。东阳进口20亿元同比下降。"
    after = "义乌出口310亿元同比增长。东阳进口21亿元同比下降。义乌出口320亿元同比增长。"
    assert revised(after, before) == {"300": "310", "20": "21"}


def test_reworded_sentences_match_in_order_beside_an_added_one() -> None:
    before = "开头没变。义乌出口300亿元同比增长。东阳进口20亿元同比下降。结尾5人没变。"
    after = "开头没变。义乌出口310亿元同比增长。天气好。东阳进口21亿元同比下降。结尾5人没变。"
    assert revised(after, before) == {"300": "310", "20": "21", "5": "5"}


def test_what_stands_at_the_end_is_kept_when_the_middle_goes() -> None:
    before = "甲增长10%。乙增长20%。丙增长30%。乙增长20%。丁增长40%。"
    known = first_seen(before)
    after = "甲增长10%。乙增长20%。丁增长40%。"
    ids = identify(1, 2, after, marks(after), before, known)
    assert [known[0].id, known[4].id] == [ids[0], ids[2]]
    assert ids[1] in {known[1].id, known[3].id}


def test_a_name_says_article_revision_and_place() -> None:
    names = {claim_id(1, 1, 5), claim_id(2, 1, 5), claim_id(1, 2, 5), claim_id(1, 1, 6), claim_id(1, 1, 5, 1)}
    assert len(names) == 5
    assert claim_id(1, 1, 5, 0) == claim_id(1, 1, 5)


def test_a_long_sentence_is_shown_around_its_claim() -> None:
    text = "一" * 3000
    assert sentence_around(text[:1000], [0], 3) == text[:1000]
    for offset, start in ((0, 0), (400, 0), (1500, 1000), (2999, 2000)):
        numbered = "".join(chr(0x4E00 + index) for index in range(3000))
        assert sentence_around(numbered, [0], offset) == numbered[start : start + 1000]
