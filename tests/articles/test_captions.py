"""Captions and credits are not the article; what merely looks a little like one stays."""

from barometer.articles.captions import IMAGE, drop_styled_captions, without_captions
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
