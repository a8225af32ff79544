"""The words that bound a number in English, or join two into a range."""

from barometer.claims.text.expressions import pattern
from barometer.claims.units.ranges import Bounds

_MORE = r"(?:more|greater|larger|bigger|higher)"
_LESS = r"(?:less|fewer|smaller|lower)"
_EQUAL = r"equals? (?:to|than)"
BOUNDS = Bounds(
    before=pattern(
        rf"(?:(?P<ge>\b{_MORE} (?:than )?or {_EQUAL}|\bequal to or {_MORE} than|\bno {_LESS} than|\bnot {_LESS} than"
        rf"|\bat least(?: or {_EQUAL})?|>\s?=)"
        rf"|(?P<le>\b{_LESS} (?:than )?or {_EQUAL}|\bequal to or {_LESS} than|\bno {_MORE} than|\bnot {_MORE} than"
        rf"|\bat most(?: or {_EQUAL})?|\bup to|\bnot exceeding|<\s?=)"
        rf"|(?P<gt>\b{_MORE} than|\babove|\bover|\bexceed(?:s|ed|ing)?|\bsurpass(?:es|ed|ing)?|>)"
        rf"|(?P<lt>\b{_LESS} than|\bbelow|\bunder|<)"
        r"|(?P<eq>\b(?:is )?equals? to|\bequals|\bequall?ing to|\bequal|=))\s*(?:the )?$"
    ),
    after=pattern(
        rf"^\s*(?:(?P<ge>(?:or|and) (?:{_MORE}(?: than)?|above|over)|\+)|(?P<le>(?:or"
        rf"|and) (?:{_LESS}(?: than)?|below|under))"
        r"|(?P<same>or equal(?: to)?))(?:[^a-z ]| (?:[^0-9a-z]|[a-z])|$)"
    ),
    around_before=pattern(r"[^\s\S]$"),
    around_after=pattern(r"[^\s\S]$"),
    to=pattern(r"^(?:\s*(?:-|–|—|~)\s*|-?(?:\s+(?:per )?[a-z]{1,4})?\s+(?:to|through)\s+(?:the )?[$€£¥]?)$"),
    between=pattern(r"^(?:\s+[a-z]{1,4})?\s+(?:and|to)\s+(?:the )?[$€£¥]?$"),
    between_before=pattern(r"\bbetween\s+(?:the )?$"),
    between_after=None,
    both=pattern(r"^\s*,?\s*(?:(?:and|but)\s+)?$"),
)
