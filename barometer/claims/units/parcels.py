"""Reads what is counted by another word: pieces in a report on delivery as parcels, trips of trains as trains."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Words, pattern
from barometer.claims.text.script import is_chinese
from barometer.claims.values import Mention, Reading

_DELIVERY = pattern(r"\bparcels?\b|\bcouriers?\b|\bexpress (?:deliver|volume|revenue)|\bpostal\b|\bdelivery services\b")
_DELIVERED = Words(["快递", "快件", "包裹", "寄递", "邮政"])
_LEAST = 2
"""So many sentences about parcels, the title among them, make a report on them."""
_LEAST_PIECES = 10_000
_OF_GOODS = ("货", "衣", "库存", "存货", "样品", "成品")
"""What stands behind 件 where it counts goods that are yet to be sent: 备了50万件货."""
_MAKERS = pattern(
    r"专利|商品|服装|衬衫|毛衣|产品|案件|证书|文物|展品|申诉|投诉|工单|提案|建议"
    r"|(?i:patents?|garments?|shirts?|clothing)"
)


def with_parcels(readings: list[Reading]) -> list[Reading]:
    """Give the readings with great numbers of pieces as parcels, if the text is about their delivery."""
    about = [reading for reading in readings if _tells_of_delivery(reading.text)]
    titled = any(reading.sentence.title for reading in about)
    if len(about) < _LEAST or not (titled or len(about) >= 2 * _LEAST):
        return readings
    return [_counted(reading) for reading in readings]


def with_trips(readings: list[Reading]) -> list[Reading]:
    """Give the readings with trips as trains, where an English text counts those of freight trains: "312 trips"."""
    if not any("trips" in reading.text for reading in readings):
        return readings
    about = any(_TRAINS.found_in(reading.text) for reading in readings[:_LEAST])
    return [_with_trips(one) if about or _TRAINS_MADE.found_in(one.text) else one for one in readings]


def _with_trips(reading: Reading) -> Reading:
    text = reading.text
    if "trips" not in text:
        return reading
    mentions = tuple(
        replace(one, unit="train")
        if one.unit == "count" and one.noun is not None and text[slice(*one.noun)].lower() == "trips"
        else one
        for one in reading.mentions
    )
    return replace(reading, mentions=mentions)


_TRAINS_MADE = pattern(r"\btrains? [^.;]{0,60}\bmade (?:[a-z]+ )?[0-9][0-9,]* trips\b")
_TRAINS = pattern(r"\bfreight trains?\b|\bChina-Europe trains?\b")


def _tells_of_delivery(text: str) -> bool:
    if is_chinese(text):
        return _DELIVERED.found_in(text) is not None
    return _DELIVERY.found_in(text)


def _counted(reading: Reading) -> Reading:
    if not reading.mentions or _MAKERS.found_in(reading.text):
        return reading
    mentions = tuple(
        replace(one, unit="parcel") if _is_pieces(reading.text, one, row=reading.row) else one
        for one in reading.mentions
    )
    return reading if mentions == reading.mentions else replace(reading, mentions=mentions)


def _is_pieces(text: str, mention: Mention, *, row: bool) -> bool:
    """Say whether a number counts pieces by the word for one alone: 990万件, "16 billion pieces"."""
    if mention.unit != "count" or mention.numeral.value < _LEAST_PIECES:
        return False
    if is_chinese(text):
        return text.startswith("件", mention.numeral.end) and not text.startswith(_OF_GOODS, mention.numeral.end + 1)
    if mention.noun is None and row:
        return True
    return mention.noun is not None and text[mention.noun[0] : mention.noun[1]].lower() == "pieces"
