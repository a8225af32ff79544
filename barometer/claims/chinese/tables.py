"""The heads of Chinese tables: 进出口（亿元）, 同比（%）, 增幅, 展位."""

from barometer.claims.chinese.numerals import SCALES
from barometer.claims.chinese.unit_words import UnitWords
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.values import Column, Reading

_BASES = (("同比", "yoy"), ("比上年", "yoy"), ("较上年", "yoy"), ("环比", "mom"), ("较上月", "mom"), ("比上月", "mom"),
          ("周涨", "since"), ("日涨", "since"), ("较", "since"), ("比", "since"))  # fmt: skip
_GROWTH = Brief(r"较|比前|增幅|增速|涨幅|涨跌|同比|环比|增长|升幅|比上年|增减|±|(?P<down>降幅|跌幅|减幅)")
_SHARE = Brief(r"^(?:占比|比重|份额|占)")
_DIFFERS = Brief(r"(?:涨跌|增减|升降|±)(?:额|值|量)?$")
_NUMBER_OF = Brief(r"^(?P<unit>[列辆户家人件单票台套个班架吨箱]|标箱)数量?$")
_DELIVERED = Words(["快递", "快件", "包裹", "邮件", "业务量", "揽收", "投递", "寄递"])
"""What the head of a column names that counts parcels by the piece: 业务量（亿件）."""
_GIVEN = Brief(
    r"(?:[（(]|单位[：:]\s?)(?:单位[：:]\s?)?(?P<scale>[十百千万亿]*)(?P<unit>[^）)0-9/：:，；;]{1,5}?)(?:人民币)?(?:[）)/；;，]|$)"
)


def column(head: str, table: UnitWords, counted: str | None) -> Column:
    """Give what a head says of the numbers under it; `counted` is the unit of what it names."""
    growth = _GROWTH.search(head)
    given = _GIVEN.search(head)
    unit = table.units.get(given.group("unit").lower()) or table.classifiers.get(given.group("unit")) if given else None
    direction = None if growth is None else "down" if growth.group("down") else "up"
    base = next((value for word, value in _BASES if word in head), "") if direction else ""
    things = _NUMBER_OF.match(head)
    if unit is None and things is not None:
        word = things.group("unit").lower()
        unit = table.units.get(word) or table.classifiers.get(word)
    if _SHARE.search(head) and direction is None:
        return Column("percent", share=True)
    if unit is None and direction is None and head.partition("（")[0].rstrip().endswith("指数"):
        return Column("index_point", given=True)
    if unit is None:
        return Column(counted, direction=direction, base=base, differs=_DIFFERS.search(head) is not None)
    if unit == "count" and given is not None and given.group("unit") == "件" and _DELIVERED.found_in(head):
        unit = "parcel"
    scale = Column().scale
    for char in given.group("scale") if given else "":
        scale *= SCALES[char]
    return Column(unit, scale, direction, given=True, base=base)


def row_label(reading: Reading) -> tuple[int, int] | None:
    """Give the label of a row of a table: 义乌市　1586.3亿元; a number or a bullet is none."""
    end = reading.text.find(" ") if reading.text[:1].isalpha() else -1
    return (0, end) if end > 0 and not any(map(str.isdigit, reading.text[:end])) else None
