"""What an English text says that a country, or a union of states, takes at its border: duties, fees, limits."""

from barometer.claims.text.expressions import Brief, pattern

TARIFF = pattern(r"^(?:'s)? (?:import )?(?:tariff|duty|duties|levy|VAT|customs tariff)s?\b")
"""A tariff named as that of the place in front."""
_PLANS_TAX = pattern(
    r"^ (?:(?:finance |trade |economy )?(?:ministers?|lawmakers|authorities|leaders) )?"
    r"(?:plans?|wants?|is to|are to|is planning|will|agreed|intends?|voted|decided)\b[^.;,]{0,60}"
    r"\b(?:dut(?:y|ies)|handling fee|levy|tariffs?|exemption)\b"
    r"|^ (?:has |had )?(?:levi|charg|impos|introduc|put|slapp|collect)[a-z]*[^.;,]{0,40}"
    r"\b(?:charge|fee|tax|duty|levy)\b"
    r"|^ (?:scrap|end|abolish|drop|remove|keep|tighten|lower|rais)[a-z]* (?:its |the |a |this )?(?:[$€£][0-9]+ )?"
    r"(?:[a-z-]+ ){0,3}?(?:exemption|threshold|duty|duties|levy|fees?|tariffs?)\b"
)
"""What a union of states plans at its border: "The European Union plans to scrap its duty exemption for parcels"."""
TAXES = pattern(
    r"^(?:'s)? (?:[a-z0-9-]+ ){0,3}(?:tariff|duty|duties|levy|levies)s?\b"
    r"|^'s (?:[a-z0-9-]+ ){0,3}(?:fee|charge) on (?:[a-z]+ ){0,2}(?:parcels|packages|imports|goods|shipments)\b"
    r"|^ (?:has |had |will )?(?:rais|charg|impos|slapp|hik|lower|announc|levi|doubl|cut|put)[a-z]*[^.;,]{0,30}"
    r"\b(?:tariffs?|duty|duties|levies)\b"
)
"""What a country does at its border, which is no place of what its trade partners tell."""
_TAXED_IN = pattern(
    r"\b(?:fees?|dut(?:y|ies)|tax|levy|levies|charges?|tariffs?|VAT|exemption|threshold)\b[^.;]{0,90}"
    r" (?:took effect|takes effect|came into force|introduced|imposed|due|charged|levied|collected|applies|apply) in"
    r" (?:the )?$"
    r"|\b(?:dut(?:y|ies)|tax|fees?|levy|charges?)\b[^;]{0,40} (?:on|upon) entry (?:to|into) (?:the )?$"
    r"|\b(?:dut(?:y|ies)|tax|fees?|levy|charges?)\b[^;.]{0,40} on (?:each|every|any|all|low-value|small)[^.;]{0,30}"
    r" (?:entering|coming into|imported into) (?:the )?$"
)
TAKES_IN = Brief(r"^ (?:received|receives|collected|collects|takes in|took in|counted|recorded|registered|handled) ")
"""What a union of states has of its own: "The EU received 5.8 billion low-value parcels last year"."""


def is_border(before: str, behind: str) -> bool:
    """Say whether the words around a place are of what is due at its border: "a duty took effect in", "plans a fee"."""
    due = TAXES.match(behind) or _PLANS_TAX.match(behind) or _TAXED_IN.search(before)
    return due is not None
