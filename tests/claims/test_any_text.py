"""No text breaks the engine: no error, offsets exact, the same answer twice."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from barometer.claims import extract

WORDS = """
rose|fell by|to|from|up|5%|-3.4%|1,234|1 200|１，２００|12.5 billion yuan|$199 billion|¥|one|half a million|a third
doubled|twice|the first five months|in May|last year|by 2027|since|of them|respectively|Yiwu|China's|the city
said Li Na|according to|ranked third|7,000th|TEUs|countries and regions|30 days|(|)|"|“|”|。|，|；|、|：|增长|下降
同比|环比|占|由|至|达|分别|其中|前5个月|今年以来|截至3月底|“十四五”|义乌|全市|对美国|据义乌海关统计|陈女士说|一百|两千多|十余万
三成半|三分之一|翻两番|减半|3亿5千万元|亿|万|个百分点|第7000列|首位|-|—|~|🔺|\u3000
"""
PIECES = st.sampled_from([*WORDS.strip().replace("\n", "|").split("|"), "\n", "\n\n", "\x00", "\u200b", "\u202e"])
TEXTS = st.one_of(
    st.text(alphabet=st.characters(), max_size=200),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(text="三分之亿亿亿", published=None, source=None)
@given(text=TEXTS, published=DAYS, source=st.one_of(st.none(), st.sampled_from(["义乌发布", "Xinhua", "\ud800", ""])))
def test_any_text_gives_exact_claims(text, published, source):
    claims = extract(text, published, source)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.numeral_start < claim.end
        assert isinstance(claim.value, Decimal)
        assert claim.value >= 0
        assert claim.value_max is None or claim.value_max > claim.value
        assert all(0 <= reason.start <= reason.end <= len(text) for reason in claim.reasons)
        assert (claim.direction is not None) == (claim.kind == "change") or claim.kind == "multiple"
        assert claim.comparison is None or claim.kind in {"change", "multiple"}
        if claim.period_start and claim.period_end:
            assert claim.period_start <= claim.period_end
    assert claims == extract(text, published, source)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


def test_lone_surrogates_and_controls_survive():
    text = "\ud83d Exports\x00 rose 5% \udc00 in May 出口\ud800增长5%"
    claims = extract(text, date(2025, 6, 1))
    assert [text[claim.start : claim.end] for claim in claims] == ["5%", "5%"]


def test_years_at_the_edge_of_the_calendar():
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        extract("Exports rose 5% last year, next month and by 2027; 去年出口5亿元，下月增长5%，较上年末增长。", day)
