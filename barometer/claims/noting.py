"""The notes under a report, which say what its words mean and hold at no time: 附注：…, "Notes"."""

from barometer.claims.text.expressions import pattern

_NOTE = pattern(
    r"^\s*[（(【]?(?:附注|注释?|说明|附?指标解释|名词解释|统计口径|数据说明|(?:Explanatory )?Notes?(?: to editors)?)"
    r"[】]?\s?(?:[：:]|[0-9]{0,2}[.、]?\s*$)"
)


_FIRST = frozenset("附注说指名统数（(【NnEe")
"""What such a line begins with; others need no closer look."""
_DEFINES = pattern(
    r"规模以上|限额以上|规上|限上|是指|系指|指的是|统计范围"
    r"|\bdesignated size\b|\brefers? to\b|\b(?:are|is) (?:those|defined)\b"
)
"""What a note says that only tells what a word means."""


def opens_notes(line: str) -> bool:
    """Say whether a line opens the notes under a report."""
    return line.lstrip()[:1] in _FIRST and _NOTE.match(line) is not None


def defines(sentence: str) -> bool:
    """Say whether a note only tells what a word means: 规模以上工业的统计范围为年主营业务收入2000万元及以上."""
    return _DEFINES.search(sentence) is not None
