"""Places that an English sentence names only in passing: where something came from, was learnt or stands beside."""

from barometer.claims.text.expressions import Brief, pattern


def is_passed(before: str) -> bool:
    """Say whether the words in front of a place name it only in passing: "robots borrowed from", "Gate 4 of the"."""
    return any(words.search(before) for words in _IN_PASSING)


_CAME_FROM = pattern(
    r"\b(?:came|come|comes|coming|borrowed|rented|leased|poached|brought in|shipped in|drafted in) from (?:[a-z]+ )?$"
    r"|\b(?:came|comes?|coming|arrived?|travel(?:led|ed)?|flew|drove) by (?:train|bus|car|plane|ship|coach|air) from"
    r" (?:[a-z]+ )?$"
    r"|\b(?:on|with|using|uses?|bought|buys?|ordered|installed|imported) (?:[\w,.-]+ ){0,4}"
    r"(?:machines?|machinery|looms|equipment|robots|moulds|molds|presses|printers|lathes) from (?:[a-z]+ )?$"
)
"""What makes a place only where something came from: "two-fifths of the boxes came from inland Zhejiang"."""
_FETCHED = Brief(
    r"\b(?:workers|employees|migrants|people|staff|students|labou?rers|hands|buyers|visitors|guests|traders)"
    r" (?:back |home |over )?to (?:the )?(?-i:[A-Z])[a-z]+ from (?:[a-z]+ )?$"
    r"|\b(?:bring|brings|bringing|brought|carry|carried|ferry|ferried|fly|flew|flown) (?:back |in |home )?"
    r"(?:[a-z0-9,.]+ ){0,5}(?:workers|employees|migrants|people|staff|students|labou?rers|hands) from (?:[a-z]+ )?$"
)
"""What makes a place only where somebody was fetched from: "have brought 9,800 workers back to Yiwu from Guizhou"."""
_BESIDE = Brief(
    r"\b(?:beside|next to|opposite|adjacent to|across (?:the street|the road) from|a stone's throw from)"
    r" (?:[A-Z0-9][\w'-]* |of |the |[a-z]+ ){0,4}$"
)
"""What makes a place only a mark by which another is found: "It opened beside Gate 4 of the Jebel Ali free zone"."""
_EXCHANGED = Brief(r"\b(?:traffic|trade|links|exchanges) with (?:the )?(?:[a-z-]+ ){1,3}of $")
"""What makes towns only those with which something is exchanged: "traffic with the inland terminals of Huzhou"."""
_CLIENTS_IN = Brief(
    r"\bfor an? [a-z-]+(?: [a-z-]+)? in $"
    r"|\b(?:an?|one|another) (?:buyer|customer|client|importer|retailer|wholesaler|distributor) in $"
)
"""What makes a town only that of who is worked for or buys: "carved pieces for a trading company in Shanghai"."""
_STUDIED = Brief(
    r"\bwho (?:once |first |had )?(?:studied|lived|worked|grew up|was born|majored|trained)\b[^,;]{0,24} (?:in|at) $"
)
"""What makes a town only where somebody was before: "Wu, who studied in Valencia"."""
_MOVED_THERE = Brief(
    r"\b(?:production|capacity|output|orders|sourcing|assembly|lines?|manufacturing)\b[^.;,]{0,16}"
    r" (?:moved|shifted|relocated|transferred) to $"
)
"""What makes a land only that to which work goes: "have a quarter of his production moved to Vietnam"."""
_NAMED = Brief(
    r"(?:percent|%)(?: of [a-z ]{3,24})? (?:named|chose|picked|cited|mentioned|preferred) (?:the )?$"
    r"|\b(?:respondents|firms|companies|those|exporters|merchants) (?:nam(?:ing|ed)|cit(?:ing|ed)|choosing|chose"
    r"|pick(?:ing|ed)|mentioned) (?:the )?$"
)
GUEST = pattern(
    r", an? [a-z-]+(?: [a-z-]+)? from (?:the )?$"
    r"|\b(?:the|a|an|one|another) (?:man|woman|couple|buyer|customer|client|trader|visitor|wholesaler|importer|shopper"
    r"|dealer|guest),? (?:who (?:is|was|comes|came) )?from (?:the )?$"
)
"""What makes a country only where a guest comes from: "Diego Marin, a wholesaler from Colombia, had 27 workshops"."""
_IN_PASSING = (_CAME_FROM, _FETCHED, _BESIDE, _EXCHANGED, _CLIENTS_IN, _STUDIED, _MOVED_THERE, _NAMED)
