from itertools import pairwise

from barometer.claims.chinese.reader import chinese
from barometer.claims.english.reader import english
from barometer.claims.text.layout import LONGEST_SENTENCE, Paragraph, adjoin, paragraphs, sentences
from barometer.claims.values import Sentence


def lines(text):
    return [(text[one.start : one.end], one.title) for one in paragraphs(text)]


def split(text, language):
    return [
        text[start:end].strip() for start, end in sentences(text, Paragraph(0, 0, len(text)), language.sentence_ends)
    ]


def test_first_line_before_a_blank_one_is_the_title():
    assert lines("Title\n\nBody one.\nBody two.") == [("Title", True), ("Body one.", False), ("Body two.", False)]


def test_without_a_blank_line_there_is_no_title():
    assert lines("One.\nTwo.") == [("One.", False), ("Two.", False)]
    assert lines("Only a title\n\n") == [("Only a title", False)]


def test_a_long_first_line_is_no_title():
    assert lines("word " * 100 + "\n\nBody.")[0][1] is False
    assert lines("w" * 300 + "\n\nBody.")[0][1] is True
    assert lines("w" * 301 + "\n\nBody.")[0][1] is False


def test_a_whole_sentence_before_a_blank_line_is_no_title():
    long = "Exports of the town rose over the first five months, it said."
    assert lines(f"{long}\n\nBody.")[0] == (long, False)
    assert lines("出口增长四成。\n\nBody.")[0] == ("出口增长四成。", False)
    assert lines(f"{'w' * 54} told.\n\nBody.")[0][1] is False
    assert lines(f"{'w' * 53} told.\n\nBody.")[0][1] is True
    assert lines("China's Harbour sees foreign trade of all goods go up 6.8 pct in Jan.\n\nBody.")[0][1] is True
    assert lines("Exports of the town rose over the first five months of the U.S.\n\nBody.")[0][1] is True


def test_a_title_may_stand_in_both_languages():
    def titles(text):
        return [title for _, title in lines(text)]

    assert titles("Exports rise\n出口增长\n\nBody.") == [True, True, False]
    assert titles("出口增长\nExports rise\n\nBody.") == [True, True, False]
    assert titles("Exports rise\nImports fall\n\nBody.") == [False, False, False]
    assert titles("Exports rise\n出口增长\nBody.") == [False, False, False]
    assert titles("Exports rise\n出口增长\n") == [False, False]
    assert titles("Exports rise\n" + "长" * 301 + "\n\nBody.") == [False, False, False]


def test_a_short_chinese_line_under_the_title_is_one_more():
    def titles(under):
        return [title for _, title in lines(f"出口增长\n{under}\n\nBody.")]

    assert titles("长" * 40) == [True, True, False]
    assert titles("长" * 41) == [False, False, False]
    assert titles("今年前四个月增了四成") == [True, True, False]
    assert titles("今年前四个月增了四成。") == [False, False, False]
    assert titles("新华社 北京") == [False, False, False]
    assert [title for _, title in lines("Exports rise\nImports fall (Xinhua)\n\nBody.")] == [False] * 3


def test_a_line_without_an_end_is_cut_at_its_longest():
    def spans(text):
        return list(sentences(text, Paragraph(0, 0, len(text)), lambda _: []))

    assert spans("字" * 1500) == [(0, 1500)]
    assert spans("字" * 1501) == [(0, 1500), (1500, 1501)]
    assert spans("字" * 750 + "，" + "字" * 900) == [(0, 751), (751, 1651)]
    assert spans("字" * 749 + "，" + "字" * 900) == [(0, 1500), (1500, 1650)]
    assert spans("字" * 1499 + "，" + "字" * 9) == [(0, 1500), (1500, 1509)]
    assert spans("字" * 3001) == [(0, 1500), (1500, 3000), (3000, 3001)]


def test_lines_adjoin_without_a_blank_one_between():
    text = "One.\nTwo.\n\nThree."
    one, two, three = Sentence(0, "One.", 0), Sentence(5, "Two.", 1), Sentence(11, "Three.", 2)
    assert adjoin(one, two, text)
    assert not adjoin(two, three, text)
    assert not adjoin(one, three, text)


def test_a_long_line_is_cut_behind_its_last_comma(lexicon):
    text = "字" * 1000 + "，" + "字" * 300 + "；" + "字" * 1000
    spans = list(sentences(text, Paragraph(0, 0, len(text)), chinese(lexicon).sentence_ends))
    assert spans == [(0, 1001), (1001, len(text))]


def test_abbreviations_and_decimals_end_no_sentence(lexicon):
    text = "Trade with the U.S. rose 3.5% vs. 2.1% in Jan. 2025. It fell later."
    assert split(text, english(lexicon)) == ["Trade with the U.S. rose 3.5% vs. 2.1% in Jan. 2025.", "It fell later."]


def test_chinese_quotation_stays_with_its_speaker(lexicon):
    assert split("“卖得好。”陈女士说。她笑了。", chinese(lexicon)) == ["“卖得好。”陈女士说。", "她笑了。"]
    assert split("“卖得好。”义乌出口增长。", chinese(lexicon)) == ["“卖得好。”", "义乌出口增长。"]


def test_endless_lines_are_cut_at_a_space_and_nothing_is_lost(lexicon):
    text = "word " * LONGEST_SENTENCE
    spans = list(sentences(text, Paragraph(0, 0, len(text)), english(lexicon).sentence_ends))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(low[1] == high[0] for low, high in pairwise(spans))
    assert all(end - start <= LONGEST_SENTENCE and text[start] == "w" for start, end in spans)
