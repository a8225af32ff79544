"""What a number takes from its neighbours: a conversion its bound, 家 and 件 what they count."""

from collections.abc import Iterator
from dataclasses import replace

from barometer.claims.scanning import pattern
from barometer.claims.values import Mention

_CONVERSION = pattern(r"^[（(](?:合|折合|约合|折|即|相当于)?$")


def converted(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Give a conversion in brackets the bound of the figure that it converts."""
    last: Mention | None = None
    for one in found:
        mention = one
        if last is not None and mention.modifier == "eq" and last.end < mention.start <= last.end + 5:
            money = {mention.unit, last.unit} <= CURRENCIES and mention.unit != last.unit
            if money and _CONVERSION.match(text[last.end : mention.start]):
                mention = replace(mention, modifier=last.modifier)
        last = mention
        yield mention


CURRENCIES = frozenset({"CNY", "USD", "EUR", "JPY", "GBP", "HKD"})


def like_before(text: str, found: list[Mention]) -> list[Mention]:
    """Count 家 as the same things as the 家 before it, where none of them names a thing: 开店23家, 增至30家."""
    shops = False
    settled: list[Mention] = []
    for one in found:
        mention = one
        if mention.noun is None and text[mention.numeral.end : mention.numeral.end + 1] == "个" and settled:
            of_them = text.endswith(("的", "的有", "的共", "的为", "的达"), 0, mention.start)
            last = next((other for other in reversed(settled) if other.certain and other.noun is not None), None)
            if of_them and last is not None:
                mention = replace(mention, unit=last.unit, certain=True)
        plain = text[mention.numeral.end : mention.numeral.end + 1] == "家" and mention.noun is None
        if plain and shops and mention.unit == "company":
            mention = replace(mention, unit="shop")
        if plain:
            shops = mention.unit == "shop"
        settled.append(mention)
    return settled


_FLIGHTS = pattern(r"航班|货机|客机|航线|执飞|机场")
_PARCELS = pattern(r"快递|包裹|邮件|快件|邮政|寄递|跨境小包")


def parcels(text: str, found: list[Mention]) -> list[Mention]:
    """Read 件 as parcels in a sentence about express delivery, 班 as flights in one about flying."""
    if _FLIGHTS.search(text):
        found = [
            replace(one, unit="flight") if one.unit == "count" and text.startswith("班", one.numeral.end) else one
            for one in found
        ]
    if not _PARCELS.search(text):
        return found
    return [
        replace(mention, unit="parcel")
        if mention.unit == "count" and text[mention.numeral.end : mention.end].rstrip("以上内下左右多余").endswith("件")
        else mention
        for mention in found
    ]
