"""What English words around a place or figure say of where something is: at home, traded, put, handled together."""

from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import Reading, Speaker

_SESSION = pattern(
    r"\b(?:shares(?: of [^;]{2,40})?|stocks?|composite index|benchmark)\b[^;]{0,40}"
    r"\b(?:closed|ended|finished|added|gained|shed|fell|rose|lost|climbed|slipped)\b"
)
_ITS_RATE = pattern(
    r"^[\s\"“]*(?:its|their|the|that|those|these) (?:spot |freight )?(?:rates?|prices?)\b|^[\s\"“]*(?:rates|it|they)\b"
)
_PUT_INTO = Brief(
    r"^ (?:in|into|on|for|to build|to open|to set up) an? (?:[a-z-]+ ){0,2}"
    r"(?:plant|factory|warehouse|base|hub|mill|workshop|cent(?:er|re)|terminal|showroom|office|park) "
    r"(?:in|at|near) (?:the )?$"
)
_LOCATED = pattern(r"\s(?:to the )?(?:[a-z-]*(?:north|south|east|west)[a-z-]*|away|from|off|inland|outside|long)\b")
_CONTRAST = pattern(r"(?:\b(?:while|whereas|but|though|although)\s|;\s)$")
_SUPPLIES = pattern(
    r"^(?:, which)? (?:alone |also |now |still |together |combined |jointly )?(?:suppli(?:ed|es)|supply|provide[ds]?"
    r"|b(?:ought|uys?)|t(?:ook|akes?)|absorb(?:ed|s)?|contribute[ds]?|sent|sends?|made up|makes? up)"
    r" (?:just |only |a mere )?$"
    r"|^ (?:remained|was|is|stayed|became|ranked as|used to be) (?:the |its |their |our )?(?:[a-z-]+ ){0,3}(?:buyer"
    r"|market"
    r"|destination|customer"
    r"|supplier|source|partner|importer),? with $"
)
_AT_HOME = pattern(
    r"^, (?:whose|who|an?|the) [^.;,\"”]{2,48} (?:in|at|of) (?:the )?$"
    r"|^, [a-z][a-z -]{2,40} (?:of|at|with|for) an? (?:[a-z' -]{2,30} in (?:the )?)?$"
    r"|^ told (?:the )?(?-i:[A-Z])[\w ]{2,24} (?:at|in) (?:his|her|their) [a-z-]+(?: [a-z-]+)? in (?:the )?$"
)
_TOGETHER = pattern(
    r"^[^.;]{0,40}?\b(?:together|combined|between them|jointly|the (?:two|three|four|five) (?:cities|counties|provinces"
    r"|places|districts|ports))\b[^.;]{0,24}$"
)
_STANDS_IN = pattern(r"^ (?:in|at|near) (?:the )?(?-i:[A-Z])")


class Whereabouts:
    """The English answers on places, which need no tables of words."""

    def stands_in(self, behind: str) -> bool:
        """Say whether the words behind a bare number say in what place it is: "one in Rayong"."""
        return bool(_STANDS_IN.match(behind))

    def of_rates(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether the words before a figure go on with the prices told of: "its rate lost 7 percent"."""
        return _ITS_RATE.search(reading.text[start:end]) is not None

    def of_orders(self, _words: str) -> bool:
        """Say no: a subject of its own opens a clause."""
        return False

    def trades_in(self, words: str) -> bool:
        """Say whether the words in front of a place make it where shares are traded: "closed 1.2 percent lower in"."""
        return words.endswith(" in ") and self.of_session(words)

    def of_session(self, words: str) -> bool:
        """Say whether a sentence tells how shares did on a day of trading: "The stock closed 3.4% higher"."""
        return _SESSION.search(words) is not None

    def of_place(self, _words: str) -> bool:
        """Say no: whose they are is told by the part of the place."""
        return False

    def comes_from(self, _gap: str) -> bool:
        """Say no: where those counted come from is told by the part of the place."""
        return False

    def puts_into(self, gap: str) -> bool:
        """Say whether the words between a sum and a place tell what it is put into there: "in a plant in"."""
        return bool(_PUT_INTO.match(gap))

    def is_home(self, text: str, place: int, speaker: Speaker) -> bool:
        """Say whether a place is told behind a person's name: "said Wu, whose company in Wucheng ships mats"."""
        quoted = speaker.person and speaker.end <= place and text[speaker.start : speaker.start + 1] in {'"', "”", ","}
        return quoted and bool(_AT_HOME.match(text[speaker.end : place]))

    def together(self, words: str) -> bool:
        """Say whether the words between a place and a figure make it that of several places: "combined"."""
        return bool(_TOGETHER.search(words))

    def located(self, words: str) -> bool:
        """Say whether the words behind a distance say where something lies: "60 kilometers north of"."""
        return bool(_LOCATED.match(words))

    def contrasts(self, words: str) -> bool:
        """Say whether the words in front of a clause set it against the one before: ", while"."""
        return bool(_CONTRAST.search(words))

    def supplies(self, words: str) -> bool:
        """Say whether the words between a place and a share say that it sends or takes the share: "supplied"."""
        return bool(_SUPPLIES.match(words))
