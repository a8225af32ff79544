"""The noun phrase in front of an English verb of saying: a name, past its apposition, its short name and adverbs."""

from barometer.claims.english.naming import NAME
from barometer.claims.text.expressions import pattern

_ADVERB = pattern(
    r"\s+(?:also|further|then|earlier|later|has|have|had|now|still|once|recently|often|jokingly|hereby|formally"
    r"|officially"
    r"|nevertheless|nonetheless|however)$"
)
_EDGE = pattern(
    r",(?:\s|$)|[;:\"“”()—–]|\s--\s|\b(?:and|but|while|as|that|because|although|though|when|where|whereas|so|if)\b|\.\s"
)


def without_short_name(head: str) -> str:
    """Give the words in front of a verb without a short name in brackets: "the General Administration (GAC) said"."""
    short = _SHORT_NAME.search(head)
    return head[: short.start()] if short is not None else head


_SHORT_NAME = pattern(
    r"\s\((?:(?:the )?[\"“]?(?-i:[A-Z])[\w&.-]{1,12}(?: (?-i:[A-Z])[\w&.-]{1,12}){0,2}[\"”]?"
    r"|stock code:? [0-9.A-Z]{4,12}|[0-9]{4,6}\.(?-i:[A-Z]{2})"
    r"|(?-i:[A-Z]{2,8}): ?[0-9A-Z.]{1,10})\)$"
)


def unadverbed(head: str) -> str:
    """Give the words in front of a verb without the adverbs right before it."""
    while adverb := _ADVERB.search(head):
        head = head[: adverb.start()]
    return head


def _of_one_word(head: str) -> str:
    """Give words as long as they are with the stops inside the name of a firm as letters: "Yihua Group Co., Ltd."."""
    return head.replace("Co., Ltd", "Co__ Ltd").replace("Co. Ltd", "Co_ Ltd").replace("Ltd.", "Ltd_")


def noun_phrase(head: str) -> tuple[int, int] | None:
    """Give the noun phrase that ends a stretch, or the one that an apposition between commas tells about."""
    head = _of_one_word(head)
    end = len(head)
    if head.endswith(","):
        inner = head[:-1].rfind(",")
        if inner < 0:
            return None
        if made_by := _MADE_BY.match(head[inner + 2 : -1]):
            return inner + 2 + made_by.start("who"), len(head) - 1
        apposed = NAME.search(head[inner + 2 : -1])
        if _GENERIC.search(head[:inner]) and apposed is not None and not apposed.start():
            return inner + 2, len(head) - 1
        end = len(without_short_name(head[:inner]))  # "Hengmao Group (603991.SH), based in Yiwu,"
    edges = [match.end() for match in _EDGE.finditer(head[:end])]
    start = edges[-1] if edges else 0
    if head.endswith(",") and _RELATIVE.match(head[start:end]) and head[:start].endswith(", "):
        end = start - len(", ")  # "Feng Yue, who runs a plant in Shengze, Jiangsu, says"
        edges.pop()
        start = edges[-1] if edges else 0
    if (named := _named_before(head, start, end)) is not None:
        return named
    joined = _joined(head, edges, end)
    start = joined if joined is not None else start
    while start < end and head[start] == " ":
        start += 1
    return (start, end) if start < end else None


_MADE_BY = pattern(
    r"^(?:carried out|conducted|commissioned|compiled|run|done|taken|published|released)(?: (?:in|last|this|on|earlier)"
    r"[ \w]{2,24}?)? by (?:the )?(?P<who>(?-i:[A-Z])[^,;]+)$"
)
"""Whose a survey is: "A survey of 600 shops, carried out in August by Lin'an University, found"."""


def _named_before(head: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the name in front of an apposition with a tail: "Lin Mei, head of the society, which has 90 members,"."""
    if not head.endswith(",") or not head[:start].endswith(", ") or not _POST.match(head[start:end]):
        return None
    name = NAME.search(head[: start - len(", ")])
    return name.span() if name is not None and " " in name.group() else None


_POST = pattern(
    r"(?:(?:an?|the|its|former|acting|senior|general|vice|deputy|chief|executive) )*(?:[a-z-]+ ){0,2}?"
    r"(?:head|director|manager|owner|founder|chair(?:man|woman)?|president|secretary|spokes(?:man|woman|person)|chief"
    r"|professor|economist|analyst|researcher|fellow|official|partner|executive|officer) (?:of|at|with|for|in)\b"
)
_RELATIVE = pattern(r"(?:who|whose|which)\b")
_GENERIC = pattern(r"(?:^|[.,;\"“] |\band )(?:its|their|his|her|the|an?|another) [a-z][a-z '-]*$")
_BODY_OF = pattern(
    r"\b(?:bureau|ministry|department|commission|administration|office|committee|association|institute|centre|center"
    r"|council|board)"
    r" (?:of|for) [a-z ]+$"
)
_OF_BODY = pattern(r"\bthe (?-i:[A-Z][a-z'-]+)(?: (?-i:[A-Z][a-z'-]+)){0,3}$")
_WHOLE_BODY = pattern(
    r"^(?:(?-i:[A-Z][a-z'-]+) ){0,3}(?-i:Commission|Bureau|Department|Ministry|Administration|Office"
    r"|Committee|Council|Association|Institute|Chamber|Agency|Authority|Federation|Board)\b"
)


def _joined(head: str, edges: list[int], end: int) -> int | None:
    """Give where a name begins that an "and" belongs to: "Bureau of Trade and Industry"."""
    if not edges or head[edges[-1] - 3 : edges[-1]].lower() != "and":
        return None
    before, after = head[: edges[-1] - 3].rstrip(), head[edges[-1] : end].lstrip()
    if _BODY_OF.search(before):
        return edges[-2] if len(edges) > 1 else 0
    if (_OF_BODY.search(before) and _WHOLE_BODY.match(after)) or (_OF_TWO.search(before) and _KIND.match(after)):
        return edges[-2] if len(edges) > 1 else 0
    if before[-1:].isalpha() and NAME.search(before) and after[:1].isupper() and " of " in before[-40:]:
        return edges[-2] if len(edges) > 1 else 0
    return None


_OF_TWO = pattern(r"(?:^|\b)(?:the|its|[a-z]+'s)(?: (?:provincial|municipal|city|county|district|local))? [a-z]+$")
_KIND = pattern(
    r"^[a-z]+(?: [a-z]+)? (?:bureau|commission|department|administration|office|association|authority|ministry"
    r"|committee|chamber)$"
)
"""What is joined in "the city's culture and tourism bureau"."""
