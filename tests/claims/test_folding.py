from hypothesis import given
from hypothesis import strategies as st

from barometer.claims.text.folding import fold


@given(st.text(alphabet=st.characters()))
def test_length_never_changes(text):
    assert len(fold(text)) == len(text)


def test_wide_characters_become_plain():
    assert fold("６．７万　ＴＥＵ") == "6.7万 TEU"


def test_traditional_becomes_simplified():
    assert fold("義烏海關數據") == "义乌海关数据"


def test_chinese_commas_stay_but_group_wide_digits():
    assert fold("出口，１，２００，３００元，增长") == "出口，1,200,300元，增长"
    assert fold("5，200家") == "5，200家"


def test_lone_surrogates_become_something_that_can_be_read():
    fold("\ud800x\udfff").encode()
