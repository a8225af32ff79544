"""What English words say of those asked: that a count is a panel, that a share is an answer, that somebody foresees."""

from barometer.claims.text.expressions import pattern

_FORECASTERS = pattern(r"^ (?:economists|analysts|forecasters)\b")
_POLLING = (" poll of ", " polled ", " survey of ", " surveyed ")
_PANEL = pattern(r"^ (?:economists|analysts|forecasters|brokers|banks) (?:polled|surveyed|asked)\b")
_POLLED = pattern(
    r"\b(?:poll|survey|study) of (?:the |some |about |over |more than )?[0-9]"
    r"|\b(?:[a-z]{4,}|it|we|who) (?:polled|surveyed|interviewed|questioned)\b"
    r"|\bafter (?:polling|surveying|interviewing) |\bof respondents\b"
    r"|\b(?:it|they) (?:polled|surveyed) (?:in|last|this)\b"
)
_ACTS = pattern(
    r"^ (?:place|placed|buy|bought|order|ordered|stay|stayed|come|came|go|went|leave|left|pay|paid|follow|followed"
    r"|foresee|foresaw|named?|cited?|picked|chose|choose|complained|blamed|employ(?:ed)?|own(?:ed)?|operated?|tried"
    r"|lost|won|fear(?:ed)?|worr(?:y|ied)|saw|see|doubt(?:ed)?|favou?r(?:ed)?|prefer(?:red)?|hired|laid off|shut"
    r"|passed on|(?:cut|cuts|raised|lowered|trimmed|added) (?:staff|jobs|headcount|workers|prices|wages|output"
    r"|production|orders))\b"
)
_PUTS = pattern(r"\b(?:puts?|pegs?) [^,;.]{3,70} (?:at|in a range of|between|in the range of)(?: [a-z]+)? $")


class Panels:
    """The English answers to whether people were asked, and to what so many of them did or foresee."""

    def is_panel(self, lead: str, behind: str) -> bool:
        """Say whether the words behind a count make it that of those asked for a forecast: " economists polled"."""
        return bool(_PANEL.match(behind)) or (lead.endswith(_POLLING) and bool(_FORECASTERS.match(behind)))

    def acts(self, behind: str) -> bool:
        """Say whether the words behind a bare number tell what so many did: "and 400 place an order"."""
        return bool(_ACTS.match(behind))

    def foresees(self, before: str) -> bool:
        """Say whether somebody puts a level at a number: "puts the June index in a range of"."""
        return _PUTS.search(before) is not None

    def polls(self, words: str) -> bool:
        """Say whether a sentence tells what people answered in a poll, which the time of the text does not date."""
        return bool(_POLLED.search(words))
