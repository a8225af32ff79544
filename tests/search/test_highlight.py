"""What is marked in a hit: whole phrases, where they really stand."""

from hypothesis import given
from hypothesis import strategies as st

from barometer.search.highlight import FRAGMENT_LENGTH, highlight, mark
from barometer.search.query import parse
from barometer.search.tree import phrases


def marked(text, query):
    return [text[start:end] for start, end in mark(text, phrases(parse(query)))]


def best(text, query):
    fragments, _ = highlight("text", text, phrases(parse(query)))
    return [(fragment.text, [fragment.text[a:b] for a, b in fragment.marks]) for fragment in fragments]


def test_whole_phrases_are_marked_and_single_characters_never():
    assert marked("香港貿發局香港國際春季燈飾展 2016", "香港") == ["香港", "香港"]
    assert marked("出口增长，口水战，出现", "出口") == ["出口"]
    assert marked("跨境电商与电商，跨境", "跨境电商") == ["跨境电商"]
    assert marked("跨境电商", "跨境 电商 境电") == ["跨境电商"]


def test_marks_follow_the_text_as_it_is_written():
    assert marked("Yiwu's EXPORTS, exporting; ｅｘｐｏｒｔ", "export") == ["EXPORTS", "exporting", "ｅｘｐｏｒｔ"]
    assert marked("義烏市場", "义乌") == ["義烏"]
    assert marked("cafe\u0301 bar", "café") == ["cafe\u0301"]
    assert marked("第30届义博会", "第30届") == ["第30届"]


def test_the_fragment_shows_most_of_what_was_asked():
    noise = "这里没有什么可看的内容。" * 40
    text = noise + "义乌很大。" + noise + "义乌的出口总值增长了。" + noise
    (text_shown, marks), *_ = best(text, "义乌 出口 总值")
    assert marks == ["义乌", "出口", "总值"]
    assert text_shown.startswith("义乌的出口")


def test_a_field_without_a_match_gives_nothing():
    assert best("没有", "义乌") == []


def test_why_counts_each_phrase():
    _, why = highlight("text", "义乌和义乌的出口", phrases(parse("义乌 出口 中国")))
    assert [(reason.text, reason.count) for reason in why] == [("义乌", 2), ("出口", 1)]


def test_a_hit_tells_where_it_was_found(index, make_article, make_claim):
    article = make_article("出口增长\n义乌的出口总值", title="义乌外贸", id=1)
    index.put([article], [make_claim(article, "出口增长5%", indicator="出口总值")])
    (hit,) = index.search_articles("义乌 出口").items
    assert [(f.field, [f.text[a:b] for a, b in f.marks]) for f in hit.highlights] == [
        ("title", ["义乌"]),
        ("text", ["出口", "义乌", "出口"]),
    ]
    assert {(reason.text, reason.field, reason.count) for reason in hit.why} == {
        ("义乌", "title", 1),
        ("义乌", "text", 1),
        ("出口", "text", 2),
    }
    (claim,) = index.search_claims("出口").items
    assert [f.field for f in claim.highlights] == ["indicator", "sentence"]


@given(
    st.text(st.sampled_from("义乌出口的，。 \naB1é\u0301"), max_size=600),
    st.sampled_from(["义乌", "出口 义乌", '"出口，义乌"', "a1", "b", "的出口"]),
)
def test_fragments_are_pieces_of_the_text_with_marks_inside(text, query):
    fragments, why = highlight("text", text, phrases(parse(query)))
    assert bool(fragments) == bool(why) == bool(mark(text, phrases(parse(query))))
    for fragment in fragments:
        assert text[fragment.start : fragment.start + len(fragment.text)] == fragment.text
        assert fragment.marks
        assert len(fragment.text) <= FRAGMENT_LENGTH + 200
        bounds = [place for span in fragment.marks for place in span]
        assert bounds == sorted(bounds)
        assert bounds[0] >= 0
        assert bounds[-1] <= len(fragment.text)


def test_a_fragment_does_not_end_inside_a_number():
    text = "He has exported 2.63 million fans this year. " + "The rest stays at home. " * 20
    assert "2.63 million fans" in best(text, "export")[0][0]
