"""Places that belong to the name of what a Chinese figure measures, and do not only say where it holds."""

from barometer.claims.values import PlaceMark, Reading

_FAR = frozenset({"region", "country"})
_PUT = frozenset({"投资", "投入", "花费", "花", "成交", "亏损"})


def is_part_of_name(reading: Reading, place: PlaceMark, end: int) -> bool:
    """Say whether a place belongs to what is measured: 中欧班列, 东盟、非洲占三成, 在越南投资1200万元."""
    text = reading.text
    if text.endswith("班列", place.start, place.end) or text.startswith("占", place.end):
        return True
    if place.level in _FAR and text[place.end] in "、和":
        return any(other.start == place.end + 1 for other in reading.places)
    return text[place.end : end] in _PUT and text[place.start - 1] == "在"
