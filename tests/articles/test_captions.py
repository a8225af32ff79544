"""Captions and credits are not the article; what merely looks a little like one stays."""

import pytest

from barometer.articles.captions import IMAGE, captions_alone, drop_styled_captions, without_captions
from barometer.articles.page import fragment
from barometer.articles.paragraphs import marked_paragraphs


def kept(*lines):
    return without_captions(lines)


def test_a_credit_takes_the_caption_since_the_image_with_it():
    assert kept("甲。", IMAGE, "商户在理货。", "货车在装箱。新华社记者 某某 摄", "乙。") == ["甲。", "乙。"]
    assert kept(
        IMAGE, "Workers pack toys in Yiwu.", "Buyers look on. (Xinhua/Li Mou)", "YIWU, Jan. 5 (Xinhua) -- Text."
    ) == ["YIWU, Jan. 5 (Xinhua) -- Text."]


def test_a_bare_credit_goes_alone():
    assert kept(IMAGE, "眼下，订单排满。", "新华社发（某某摄）") == ["眼下，订单排满。"]


def test_ordinary_sentences_stay():
    lines = [
        "他拍摄了一部关于义乌的纪录片。",
        "摄影器材出口增长两成。",
        "图书出口增长。",
        "(Xinhua) is the source, he said.",
    ]
    assert kept(*lines) == lines
    assert kept(IMAGE, *lines) == lines


def test_a_block_in_italics_after_an_image_is_its_caption():
    tree = fragment(
        "<p><img src=a></p><p><em>A worker checks fans.</em></p><p>Text <em>goes</em> on.</p><p><em>All of it.</em></p>"
    )
    drop_styled_captions(tree)
    assert marked_paragraphs([tree]) == [IMAGE, "Text goes on.", "All of it."]


STORY = "6月11日，满载五金工具的班列在岚江联运站整装待发。"


@pytest.mark.parametrize(
    "line",
    [
        f"{STORY}（通讯员 方棠 摄）",
        f"{STORY}(方棠 摄影)",
        f"{STORY} 本报记者 方棠 摄",
        f"{STORY}图/方棠",
        f"{STORY}（图/方棠）",
        f"{STORY}【图片：县商务局】",
    ],
)
def test_of_a_paragraph_that_only_ends_in_a_credit_the_credit_goes(line):
    assert kept("甲。", line, "乙。") == ["甲。", STORY, "乙。"]
    assert captions_alone([IMAGE, line, "（方棠 摄）"]) == [STORY]


def test_english_credits_go_alone_too():
    assert kept("A train leaves Lanjiang. (Photo/Fang Tang)") == ["A train leaves Lanjiang."]
    assert kept("A train leaves Lanjiang. (Xinhua/Fang Tang)") == ["A train leaves Lanjiang."]


def test_a_caption_that_is_no_sentence_goes_with_its_credit():
    assert kept("甲。", "岚江联运站外景（方棠 摄）", "乙。") == ["甲。", "乙。"]


def test_what_only_names_pictures_stays_whole():
    lines = ["出口额走势如图：五月最高。", "他说：“要拍摄。”", "商户把图/文发到群里。", "班列发车。这段视频由他拍摄。"]
    assert kept(*lines) == lines
