"""Lends who publishes an index to the sentences that go on with its parts: 该所发布的指数为…。分航线看，…."""

from barometer.claims.sources.handing_on import told_by
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Reading

_PARTS = Brief(
    r"^\s*(?:其中|分(?:航线|市场|类别|品类|大类|品种|行业|板块|区域)|从(?:航线|类别|品类|分项)"
    r"|[0-9一二三四五六七八九十]{1,3}(?:条|个|大|类)[^，。；]{0,8}中)"
)
"""What opens a sentence on the parts of an index: 分航线看, 其中, 21条航线中."""


def with_index_parts(readings: list[Reading]) -> list[Reading]:
    """Give the readings with the publisher of an index as the source of the sentences on its parts behind it."""
    found: list[Reading] = []
    told: tuple[Reading, tuple[int, int]] | None = None
    for reading in readings:
        same = told is not None and told[0].sentence.paragraph == reading.sentence.paragraph
        if told is not None and same and not reading.speakers and _PARTS.match(reading.text) is not None:
            found.append(told_by(reading, *told))
            continue
        found.append(reading)
        told = _publisher(reading)
    return found


def _publisher(reading: Reading) -> tuple[Reading, tuple[int, int]] | None:
    """Give who a Chinese sentence names as the publisher of the index that it tells, and only for it."""
    if not (reading.speakers and reading.mentions and reading.chinese):
        return None
    if all(mention.unit != "index_point" for mention in reading.mentions):
        return None
    names = [one.name for one in reading.speakers if one.scope == "sentence" and one.name is not None]
    own = [name for name in names if 0 <= name[0] < len(reading.text)]
    return (reading, own[-1]) if own else None
