"""Firms that a Chinese sentence names, and speakers only called "the company", which stands for one of them."""

from collections.abc import Iterator, Sequence

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import PlaceMark, Speaker

_LISTED = pattern(
    r"(?P<name>\p{Han}{2,8})[（(](?:[0-9A-Z]{6}(?:\.[A-Z]{2})?|[0-9]{4,5}\.HK|下称|以下简称)[^（）()]{0,16}[）)]"
)
_LEAD = Brief(r"^(?:据|日前|近日|总部位于|位于|其中|记者从)+")
_THE_FIRM = Brief(r"^(?:该)?(?:公司|集团)(?:同日|方面|当日|今日)?$")


def firms(text: str, places: Sequence[PlaceMark]) -> Iterator[tuple[int, int]]:
    """Give the names of firms that their code on an exchange tells, without the place in front: 恒锦饰品（605388）."""
    if "（" not in text and "(" not in text:
        return
    for match in _LISTED.finditer(text):
        start, end = match.span("name")
        lead = _LEAD.match(text[start:end])
        if lead is not None and lead.end() < end - start:
            start += lead.end()
        for place in places:
            start = place.end if place.start == start and place.end < end else start
        yield start, end


def calling_firms(text: str, speakers: list[Speaker]) -> list[Speaker]:
    """Give the speakers, with those only called 公司 as what stands for the firm named before."""
    if not speakers:
        return speakers
    return [
        replace(one, name=None, words=one.name, pronoun="firm")
        if one.name is not None and _THE_FIRM.match(text[one.name[0] : one.name[1]])
        else one
        for one in speakers
    ]
