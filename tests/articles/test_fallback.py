"""Which of two extractors is believed."""

import pytest

from barometer.articles import fallback
from barometer.articles.page import Page

PAGE = Page("<html><body><p>x</p></body></html>", "http://x.example/")
SENTENCE = "句话，说的是义乌的外贸订单和商户的生意，一句比一句长，也都有标点，菜单里可没有这些。"
ARTICLE = [f"这是文章的第{index}{SENTENCE}" for index in range(6)]
MENU = [f"栏目{index} 频道 专题 视频 图片 评论" for index in range(20)]
ENGLISH = [f"This is sentence {index} of the article, about orders, merchants and the market." for index in range(9)]


@pytest.fixture
def extractors(monkeypatch):
    def give(precise, broad, readable):
        monkeypatch.setattr(fallback, "_by_trafilatura", lambda page, *, precise: given[precise])
        monkeypatch.setattr(fallback, "_by_readability", lambda page: readable)
        given = {True: precise, False: broad}
        return fallback.fallback_body(PAGE)

    return give


def test_of_two_texts_the_one_with_sentences_is_believed(extractors):
    assert extractors(MENU, MENU, ARTICLE) == ARTICLE
    assert extractors(ARTICLE, ARTICLE + MENU, MENU) == ARTICLE


def test_a_line_that_one_extractor_alone_has_goes_unless_it_is_prose(extractors):
    assert extractors(ARTICLE[1:], ARTICLE, [*ARTICLE, "更多精彩"]) == ARTICLE


def test_a_scrap_of_the_article_is_not_the_article(extractors):
    assert extractors(ARTICLE, ARTICLE, ARTICLE[:1]) == ARTICLE


def test_an_extractor_that_found_nothing_has_no_say(extractors):
    assert extractors([], [], ARTICLE) == ARTICLE
    assert extractors(ARTICLE, ARTICLE, []) == ARTICLE
    assert extractors([], [], []) == []


def test_english_is_the_precise_text_unless_half_is_lacking(extractors):
    assert extractors(ENGLISH, ENGLISH, [*ENGLISH, "Follow us, now."]) == ENGLISH
    assert extractors(ENGLISH[:4], ENGLISH[:4], ENGLISH) == ENGLISH
