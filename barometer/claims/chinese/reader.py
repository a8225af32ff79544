"""The Chinese language: how its sentences end and what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from barometer.claims.chinese.bases import bases
from barometer.claims.chinese.beside import beside, named_first, restated
from barometer.claims.chinese.clauses import clauses
from barometer.claims.chinese.cue_marks import (
    beside_base,
    gaps,
    lanes,
    lengths,
    more_times,
    names_things,
    nets,
    takes_object,
)
from barometer.claims.chinese.firms import calling_firms, firms
from barometer.claims.chinese.lent_units import index_points, parcels
from barometer.claims.chinese.names import persons
from barometer.claims.chinese.people import footer, speakers
from barometer.claims.chinese.periods import periods
from barometer.claims.chinese.phrases import core
from barometer.claims.chinese.places import PlaceWords, place_words, places
from barometer.claims.chinese.planned import AIMS, as_planned, goals, grants, proposed, shares_done, wanted
from barometer.claims.chinese.quantities import mentions
from barometer.claims.chinese.shields import DEADLINE, counts_in_match, of_a_match, shields
from barometer.claims.chinese.tables import column, row_label
from barometer.claims.chinese.unit_words import TO_NUMBER, UnitWords, unit_words
from barometer.claims.chinese.venues import opens_on_fair
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import Brief, PhraseIndex, Spanned, Words, pattern, phrase_index, touching
from barometer.claims.untensed import Untensed
from barometer.claims.values import (
    Column,
    Cue,
    Mark,
    Mention,
    PeriodMark,
    PeriodRole,
    PlaceMark,
    Reading,
    Role,
    Sentence,
    Speaker,
    in_order,
)

# Plain `re` where one class of characters cannot backtrack: it counts no offsets anew.
_END = re.compile(r"[。！？!?]+[”’\"』」）)]*")
_NUMBER = Words("0123456789零〇一二两三四五六七八九十百千万亿兆几半翻首腰砍折倍第数俩")
_COORDINATION = Brief(
    r"(?:/[A-Za-z]{2,4})?\s*(?:站|港|口岸|机场|海关|市|县|区|省)?(?:、|和|及|以及|与|，|或)?(?:为|达)?\s*$"
)
_LONGEST_JOINT = 12
_TOUCH = Brief(
    r"(?:约为|达到|超过|了|约|近|为|达|也|就|到|至|仅|只|已|共|再|又|还|均|各|一|的|是|超|逾|有|\s|：|同比|环比|分别|幅度|可|将|要|其中|先|成本|资金|里程|"
    r"每(?:吨|箱|件|公斤|千克|个|家|户|平方米|柜|套|张|条|只|双|台|斤|标箱|亩|年|月|天|人|单|票|辆|米|立方米|桶|克)|控制在|维持在|稳定在|保持在|上|实现|完成|左右|不到|大约|突破)*+$"
)
_EVENT = Brief(r"天(?:的)?(?:长假|假期|小长假|展期|会期|行程|活动)")
_ITEM_GAP = pattern(r"、|和|及|以及")
_SHORT_LEAD = 1
_SPEAKER_WITHIN = 40
_SPOKEN = Brief(
    r"[^。！？；，“]{1,30}?(?:表示|说|告诉|介绍|称|坦言|透露|感叹|指出|回忆|直言|补充|解释|强调|感慨|谈|提到|总结|笑道|分析|笑言|认为|讲|叹|摇头|点头|喊|念叨|盘算|吐槽|比划|笑了|满怀|信心|掰着|扳着|算着|算道)"
)
_SHARE_OF = Brief(
    r"^(?:以上|左右|以下)?(?:的[\p{Han}]{2}|打算|预计|预期|看好|认为|表示|选择|愿意|希望|来自|已在|正在|使用|没有|属于|是通过|由)"
)
_LEVEL_OF = Brief(
    r"^(?:以上|左右|以下)?的(?:[\p{Han}]{0,5}(?:率|税|速|增|降|幅|提成|抽成|扣点|返点|回扣|分成|分红|让利|手续费|服务费|折扣|毛利|利润|回报|佣金|费|息|水平|目标|成本|涨|跌|优惠|溢价|收益))"
)
_PREDICATED = pattern(rf"^{TO_NUMBER}$")
_BREAK = Brief(
    r"计划|的占(?:[约近逾超到了0-9一二三四五六七八九十两]|$)|；|;|(?:上年|去年)(?:[^的同]|$)|[降压缩提增减扩升涨跌][低缩短高升加少大跌]了|已经?(?:由|从|突破|达|超|完成|实现)"
)
_PIECE = re.compile(r"[，；：,;。！？!?]|——")


_RESULTS = Words(["净利润", "净亏损", "归母", "扣非", "营业收入", "营业总收入", "每股收益"])
_NOW = Words(["现有", "现已有", "目前", "如今", "眼下", "当前", "现在", "迄今", "公司现", "全市现"])


_HERE = Words(["店里", "厂里", "铺子里", "自家", "甲板上", "堆场上"])
_ABLE = ["可处理", "可分拣", "可容纳", "可停放", "可存放", "可办理"]
_BUILT = Words([*_ABLE, "占地", "总投资", "年处理能力", "年吞吐能力", "年生产能力", "设计能力", "设计年"])
_REACHING = Words(["通达", "穿越", "辐射", "连接", "直达", "联通", "通往", "途经"])
_REACHES = pattern(r"(?:通达|穿越|辐射|连接|直达|联通|通往|途经)[^，。；0-9]{0,12}$")


_FOUNDED = Brief(r"(?:成立|创办|创立|创建|始建|开业|注册|诞生|起步|建)于?$")
"""What stands before a year that only says how old something is: 成立于2011年，现有员工1260人."""
_WIDE = frozenset({"province", "country"})
"""全省 is not the town of the body that tells of it, as 全市 is."""


def _is_founding(text: str, period: PeriodMark) -> bool:
    at = text.startswith("于", period.start) or text.endswith("于", 0, period.start)
    return at and _FOUNDED.search(text[max(0, period.start - _BACK) : period.start]) is not None


_BACK = 4


def _without_speakers(found: list[PlaceMark], voices: list[Speaker]) -> list[PlaceMark]:
    """Give the places with those in the name of a source set back, if the sentence names another one."""
    names = [voice.name for voice in voices if voice.name is not None]
    if not names or not found:
        return found
    own = [any(low <= place.start < high for low, high in names) for place in found]
    found = [
        replace(place, part="subject")
        if inside and not (place.part == "partner" and place.level == "country")
        else place
        for inside, place in zip(own, found, strict=True)
    ]
    other = any(
        not inside and (place.name or place.level in _WIDE) and place.part in {"subject", "origin"}
        for inside, place in zip(own, found, strict=True)
    )
    if not other:
        return found
    return [replace(place, part="dateline") if inside else place for inside, place in zip(own, found, strict=True)]


def _apart(found: list[Mention], spans: Sequence[Spanned]) -> list[Mention]:
    """Give the numbers that stand in none of the spans."""
    if not spans:
        return found
    return [mention for mention in found if not touching(spans, mention.numeral.start, mention.numeral.end)]


def _undated(shielded: list[Mark], times: list[PeriodMark]) -> list[Mark]:
    """Give the shields without the windows that are no other than a dated time: 前10个月."""
    dated = [period for period in times if period.last is not None]
    return [mark for mark in shielded if mark.value != "window" or not touching(dated, mark.start, mark.end)]


_TO_COME = pattern(r"^[^。；]{0,30}?(?:将|预计|有望|能|可|会)")


def _is_set_against(place: PlaceMark, bases_found: list[Mark]) -> bool:
    """Say whether a place only names what a figure is compared with: 比同期全国平均水平."""
    return any(mark.cue is Cue.GAP and mark.start <= place.start < mark.end for mark in bases_found)


def _is_second_base(text: str, period: PeriodMark, bases_found: list[Mark]) -> bool:
    """Say whether a time is one more of those compared with: 比一季度、上半年回落0.6个和0.2个百分点."""
    joined = text[period.start - 1 : period.start] in {"、", "和", "及"}
    return joined and any(mark.cue is Cue.BASE and mark.end == period.start - 1 for mark in bases_found)


def _is_to_come(text: str, period: PeriodMark) -> bool:
    """Say whether 建成后 tells what is still to come, so that no other time dates it."""
    return text[period.start : period.end].endswith("后") and bool(_TO_COME.match(text[period.end : period.end + 34]))


_REPORTED = ("刊发", "发布", "发表", "公布", "刊登", "通报", "的报道", "的报告", "的文章", "报道")


def _reported(text: str, period: PeriodMark, *, alone: bool) -> PeriodMark:
    """Give a time that only dates a report as one up to which its figures hold, as no time beside their own."""
    if period.role is PeriodRole.CURRENT and period.last and text.startswith(_REPORTED, period.end):
        day = period.first == period.last
        return replace(period, first=None, role=PeriodRole.AS_OF if alone or not day else PeriodRole.WINDOW)
    return period


def _is_portion(text: str, mention: Mention) -> bool:
    """Say whether a number is a share told as so many of so many, in which nothing else is read: 每四把伞就有一把."""
    return mention.numeral.form == "fraction" and "有" in text[mention.numeral.start : mention.numeral.end]


_TOGETHER = Brief(
    r"[两二三四五六七八九十几][省市县地区州](?:市|区)?[\p{Han}]{0,6}?(?:合计|共计|总计|加起来|之和|占)"
    r"|^[\p{Han}]{0,8}合计占"
)
_SO_FAR = Brief(r"(?:已经?|现已|就)(?:超过?|达到?|有|突破|增至|拥有|逾)?$")
"""What stands before a stock that is told as it is now: 木制玩具企业已超过1100家."""
_MOVE = pattern(r"^[涨跌平升降](?:[0-9一二三四五六七八九十，。；、”]|$)")
_POLLED = Brief(
    r"(?:调查|走访|受访|问卷|调研|采访)(?:了|的|过)?[^，。；0-9]{0,6}?[0-9一二三四五六七八九十百两]+(?:多|余)?[家户名位人](?:[^，。；]{0,8}中)?"
)
_BUILT_SINCE = Brief(
    r"^(?:已|已经|累计|共|先后|又|，)*"
    r"(?:建成|新建|新增|完成|改造|种植|种下|播种|流转|供应|出让|修建|铺设|整治|收储|复垦|造林)"
)
_PREMISES = (
    r"(?:(?:[店铺门]面|铺子|店铺|摊位|商铺|房子|办公室|宿舍|公寓)(?:的)?(?:总|建筑|营业|使用)?(?:面积)?"
    r"|(?:[^海][^外]仓|厂区|园区|基地|大楼|车间)(?:的)?(?:总|建筑|总建筑|仓储)?面积)"
)
_LASTING = pattern(
    r"(?:每[^，。；0-9]{1,10}(?:可|能)?(?:节省|节约|省下?|少付)[^，。；0-9]{0,8}|占地(?:面积)?|总投资额?|全程|全长|距[^，。；0-9]{1,12}"
    rf"|{_PREMISES}|(?:一个月|每个?月|月)的?(?:房租|租金)"
    r"|(?:单家|单个|每家|每户|单项|单笔)(?:企业|项目|商户)?(?:最高)?(?:给予|补助|补贴|奖励)?|到[^，。；0-9每]{2,12}(?:只有|仅)"
    r"|(?:一[双个件只条台副顶把支盒箱斤吨顶套瓶包]|每[双个件只条台副顶把支盒箱斤吨套瓶包])[^，。；0-9]{0,8}"
    r"(?:毛利|利润|成本|售价|出厂价|批发价|零售价|能?卖|要价|只赚|能赚))(?:只要|约|近|达|超过?|为|逾|仅有?|只?有|在)*$"
)


@dataclass(frozen=True)
class Chinese(Untensed):
    """Recognisers of Chinese, with the tables made from one lexicon."""

    lexicon: Lexicon
    units: UnitWords
    place_names: PlaceWords
    cues: PhraseIndex

    code = "zh"
    period_follows = False
    base_follows = False

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end; a quotation ends with the words of who said it."""
        return [
            match.end()
            for match in _END.finditer(line)
            if match.group()[-1] not in "”’" or not _SPOKEN.match(line[match.end() : match.end() + _SPEAKER_WITHIN])
        ]

    def together(self, words: str) -> bool:
        """Say whether the words between a place and a figure make it that of several places: 两省合计."""
        return _TOGETHER.search(words) is not None

    def read(self, sentence: Sentence, published: date | None) -> Reading:
        """Recognise everything in one sentence."""
        text = sentence.text
        base_marks = bases(text)
        period_marks = [
            period
            for period in periods(text, published)
            if not _is_founding(text, period)
            and (
                not (touching(base_marks, period.start, period.end) or _is_second_base(text, period, base_marks))
                or _is_to_come(text, period)
            )
        ]
        found, shield_marks = self._numbers(text, period_marks, base_marks)
        period_marks = [
            replace(period, role=PeriodRole.WINDOW)
            if period.shift > 0 and touching(shield_marks, period.start, period.end)
            else _reported(text, period, alone=sum(other.last is not None for other in period_marks) == 1)
            for period in period_marks
        ]
        place_marks = named = places(text, self.place_names)
        found = _apart(found, place_marks)
        voices = calling_firms(text, speakers(text))
        place_marks = [
            replace(place, part="scope") if _is_set_against(place, base_marks) else place
            for place in _without_speakers(place_marks, voices)
        ]
        marks = [*base_marks, *_undated(shield_marks, period_marks)]
        found = index_points(text, found)
        if found:
            touched = [touching(base_marks, place.start, place.end) for place in place_marks]
            marks += [
                mark
                for mark in self.cues.marks(text)
                if mark.cue not in _NAMING or not (names_things(text, mark) or takes_object(text, mark))
            ]
            told = list(beside_base(text, base_marks))
            fewer = {one.start for one in told if one.value == "down"}
            marks = [mark for mark in marks if mark.start not in fewer] if fewer else marks
            if AIMS.found_in(text):
                marks = as_planned(text, [*marks, *goals(text, found), *shares_done(text, found)])
            marks += [*told, *gaps(text, place_marks, touched)]
            marks += [*proposed(text, period_marks, published), *wanted(text)]
            marks += [*lengths(text, found), *lanes(text), *more_times(text, found), *nets(text, found)]
            marks += [
                Mark(period.start, period.end, Cue.BASE, "since")
                for period in period_marks
                if period.role is PeriodRole.SPAN
            ]
        return Reading(
            sentence,
            tuple(found),
            tuple(in_order(marks)),
            tuple(period_marks),
            tuple(place_marks),
            tuple(voices),
            (0, *clauses(text, found)),
            tuple(persons(text)),
            tuple(firms(text, named)),
            credit=footer(text),
        )

    def _numbers(self, text: str, times: list[PeriodMark], bases_found: list[Mark]) -> tuple[list[Mention], list[Mark]]:
        """Give the numbers of a sentence that may measure something, and the stretches in which none does."""
        found = parcels(text, mentions(text, self.units, times)) if _NUMBER.found_in(text) else []
        if not found and not any(period.shift > 0 for period in times):
            return [], []
        shielded = shields(text)
        if shielded:
            found = [
                mention
                for mention in found
                if _is_portion(text, mention) or not touching(shielded, mention.numeral.start, mention.numeral.end)
            ]
        for dating in (times, bases_found):
            found = _apart(found, dating)
        if any(not counts_in_match(mention.unit) for mention in found) and of_a_match(text):
            found = [mention for mention in found if counts_in_match(mention.unit)]
        return found, shielded

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them."""
        return len(gap) <= _LONGEST_JOINT and bool(_COORDINATION.match(gap))

    def touches(self, gap: str) -> bool:
        """Say whether a cue and a number with these words between stand side by side."""
        return not gap or bool(_TOUCH.match(gap))

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names last."""
        unit, end = None, 0
        for match in self.units.noun.finditer(words):
            if match.group() == "国":
                continue
            unit, end = self.units.nouns[match.group().lower()], match.end()
        return unit if unit is not None and _PREDICATED.search(words[end:]) else None

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is."""
        return words.startswith(("岁", "周岁")) or bool(_EVENT.match(words)) or bool(DEADLINE.match(words))

    def share_of(self, words: str) -> bool:
        """Say whether the words right behind a percent make it a share: 45%的面积, but not 5%的关税."""
        return bool(_SHARE_OF.match(words)) and not _LEVEL_OF.match(words)

    def turns_to_now(self, words: str, *, as_of: bool) -> bool:
        """Say whether the words between a time and a number turn to what holds now: 去年…，现有员工380名."""
        if as_of or _NOW.found_in(words) or _BUILT.found_in(words):
            return not as_of
        return _REACHING.found_in(words) and _REACHES.search(words) is not None

    def present(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether a sentence tells, up to a number, what holds now; or its clause how great something is built."""
        before = reading.text[:end]
        return _NOW.found_in(before) or _HERE.found_in(before) or _BUILT.found_in(reading.text[start:end])

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status and a number end its reach."""
        return bool(_BREAK.search(gap))

    def sums_up(self, words: str) -> bool:
        """Say whether a count is all that there were up to a day: 至此，…累计开行达到8000列."""
        return "至此" in words and "累计" in words

    def grants(self, words: str) -> bool:
        """Say whether a sentence tells what somebody is paid or let off by a measure: 单件补贴不超过2000元."""
        return grants(words)

    def tells_results(self, words: str) -> bool:
        """Say whether the words behind a forecast are of a firm's results: 公司预计2024年净利润2.35亿元，增长35.8%."""
        return _RESULTS.found_in(words)

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again."""
        return "每年" in words or "通常" in words or "往往" in words

    def moves(self, reading: Reading, position: int) -> bool:
        """Say whether what follows a number at once tells of a move or standstill: 5涨6跌1平."""
        return bool(_MOVE.match(reading.text[position : position + 2]))

    def lasting(self, words: str, *, counted: bool = False) -> bool:
        """Say whether a sum or size behind these words holds as it is: the size of a plot, what a project costs."""
        return (_SO_FAR.search(words) is not None) if counted else bool(_LASTING.search(words))

    def is_built(self, words: str) -> bool:
        """Say whether the words between a time and a size tell that so much was built in it: 今年已建成3.6万亩."""
        return _BUILT_SINCE.search(words) is not None

    def of_fair(self, words: str) -> bool:
        """Say whether a sentence opens on the fair told of before: 本届展会为期3天."""
        return opens_on_fair(words)

    def polls(self, words: str) -> bool:
        """Say whether a sentence tells what so many answered who were asked: 走访的60家商户中，约三分之二看好…."""
        return _POLLED.search(words) is not None

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces."""
        return words in {"件", "套", "个"}

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects."""
        named = named_first(reading.text, reading.clause(end)[0])
        whole = named or self.subject(reading, max(start, reading.clause(end)[0]), end)
        if whole is None:
            return []
        found = []
        at = whole[0]
        for match in _ITEM_GAP.finditer(reading.text[whole[0] : whole[1]] + "、"):
            stop = whole[0] + match.start()
            if stop > at:
                found.append((at, stop))
            at = whole[0] + match.end()
        return found

    def subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the noun phrase that ends a stretch, without time, place and the words that only introduce it."""
        named = named_first(reading.text, start)
        if named is not None and self._subject(reading, start, end) is None:
            return named
        low = start
        for match in _PIECE.finditer(reading.text[start:end]):
            low = start + match.end()
        found = self._subject(reading, low, end)
        return found if found is not None or low == start else self.subject(reading, start, low - 1)

    def _subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Read one piece: behind its time if a name stands there, else in front of it."""
        for base in reading.between(start, end, Cue.BASE, Cue.GAP):
            start, end = (start, base.start) if base.start - start > _SHORT_LEAD else (min(base.end, end), end)
        inside = [period for period in reading.periods if start <= period.start < end]
        if not inside:
            return core(reading.text, self._behind_place(reading, start, end), end)
        edges = [(start, inside[0].start)]
        edges += [
            (min(period.end, end), after.start if after else end)
            for period, after in zip(inside, [*inside[1:], None], strict=False)
        ]
        found = (core(reading.text, self._behind_place(reading, low, high), high) for low, high in reversed(edges))
        return next((span for span in found if span is not None), None)

    def _behind_place(self, reading: Reading, start: int, end: int) -> int:
        for place in reading.places:
            near = place.part in {"subject", "origin"} and start <= place.start <= start + 2 and place.end < end
            trains = reading.text.endswith("班列", place.start, place.end)  # 中欧班列 is what is counted
            if near and not trains and not reading.text.startswith("占", place.end):
                market = reading.text[place.end - 1 : place.end + 1] == "市场"
                start = place.end - market
        return start

    def column(self, head: str) -> Column:
        """Give what the head of a table's column says of the numbers under it."""
        return column(head, self.units, self.unit_of(head))

    def beside(self, reading: Reading, index: int, role: Role, kind: str, _floor: int) -> tuple[int, int] | None:
        """Give the words right beside a number that name what it measures: 4类上涨, 干了11年, 9平方米的商位."""
        return row_label(reading) or beside(reading.text, reading.mentions[index], kind, role)

    def restates(self, words: str) -> bool:
        """Say whether the words between two numbers say the first one again in other money: 折合人民币约."""
        return restated(words)

    def predicate(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give what follows a share's people or things."""
        return core(reading.text, start, end)


_NAMING = frozenset({Cue.GROWTH, Cue.STATUS})
"""Cues whose words may only name things: 上涨的9个."""
_SILENT = frozenset({Cue.HIDDEN, Cue.FILLER, Cue.RANK})
"""What no decision about a Chinese sentence asks for."""


def chinese(lexicon: Lexicon) -> Chinese:
    """Make the Chinese recognisers for a lexicon."""
    rows = [
        (phrase, Cue(cue), value)
        for cue, values in lexicon.cues["zh"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]
    return Chinese(lexicon, unit_words(lexicon), place_words(lexicon), phrase_index(rows, _SILENT))
