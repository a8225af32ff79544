"""English places that tell where a firm or somebody is at home: "Ningbo-based", "which runs markets in Yiwu"."""

from barometer.claims.english.place_parts import LONGEST_NAME
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import PlaceMark


def with_seats(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those marked where somebody told of is at home, and those set back that only name a firm."""
    found = [replace(mark, based=True) if _is_home(text, mark) else mark for mark in found]
    return [_of_firm_used(text, mark) for mark in _of_firm_running(text, found)]


def _of_firm_used(text: str, mark: PlaceMark) -> PlaceMark:
    """Give a place as the seat of a firm that others only go through: "through Haiyun, a Hangzhou-based platform"."""
    seat = text.startswith("-based", mark.end) and _USED.search(text[: mark.start]) is not None
    depot = _DEPOT.match(text[mark.end : mark.end + LONGEST_NAME]) is not None
    return replace(mark, part="scope") if seat or depot else mark


_DEPOT = pattern(r"^ (?:depot|sorting cent(?:er|re)|terminal|yard) in (?:the )?(?-i:[A-Z])")
"""What makes a name that of a yard in a town: "the Beiyuan depot in Yiwu"."""


def _of_firm_running(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with that in a firm's name set back where it is told in which town its business is."""
    if not any(mark.based for mark in found) or (running := _RUNS_IN.search(text)) is None:
        return found
    told = [replace(mark, part="subject") if mark.start == running.end() else mark for mark in found]
    return [replace(mark, part="scope") if _FIRM.match(text[mark.end :]) else mark for mark in told]


_FIRM = pattern(r"^(?-i:(?: [A-Z][\w&'-]*){1,5}? (?:Group|Co|Ltd|Corp|Inc|Holdings|Company)\b)")


def _is_home(text: str, mark: PlaceMark) -> bool:
    """Say whether a place is where somebody told of is at home: "Ningbo-based", "headquartered in Ningbo"."""
    head = text[max(0, mark.start - _HEADQUARTERED) : mark.start]
    if text[mark.end : mark.end + len("-based")] == "-based":
        return _USED.search(text[: mark.start]) is None
    if _PART_BASED.search(text[: mark.start]) is not None:
        return False
    runs = _RUNS.search(text[max(0, mark.start - _LONGEST_RUN) : mark.start])
    return bool(_AT_HOME_HERE.search(head)) or runs is not None


_USED = pattern(r"\b(?:through|via|using|on|with) (?-i:[A-Z])[\w&' ]{1,30}, (?:an?|the) $")
"""What makes a firm one that others only go through: "ships 3,000 orders through Haiyun, a Hangzhou-based platform"."""
_RUNNING = (
    r"(?:(?:\b(?:Group|Co|Ltd|Corp|Inc|Holdings|Company)\b[^,]{0,20}|(?-i:[A-Z][a-z]+)),"
    r" which (?:runs|operates|manages|owns|makes|produces|designs)"
    r" [a-z' -]{3,50} in (?:the )?"
    r"|^(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}), who (?:owns|runs|operates|manages|keeps|heads)"
    r" [\w' -]{3,50} in (?:the )?)"
)
_RUNS, _RUNS_IN = pattern(f"{_RUNNING}$"), pattern(_RUNNING)
"""What says where a firm's business is: "Huamao Group (603988.SH), which runs wholesale markets in Yiwu"."""
_LONGEST_RUN = 110


_PART_BASED = pattern(
    r"\b(?:of (?:them|these|those|which|whom)|percent|half|third|quarter) (?:are|were|is|was) based in $"
)
"""What makes a town only that of some of those told of: "417 of them are based in Yiwu"."""
_HEADQUARTERED = len("headquartered in the ")
_AT_HOME_HERE = pattern(r"\b(?:based|headquartered) in (?:the )?$")
