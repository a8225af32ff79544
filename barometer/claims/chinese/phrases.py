"""Chinese noun phrases: what is counted behind a number, and the core of the subject in front of one.

Chinese writes no spaces, so a phrase ends where a word stands that cannot be part of it: a verb of doing, an adverb, a
preposition. Words that only look like one (海外 holds 外, 中欧 holds 中) are stepped over whole.
"""

from barometer.claims.scanning import pattern, word_index

Span = tuple[int, int]

_WHOLE = """
埃及 以色列 约旦 斯里兰卡 毛里求斯 毛里塔尼亚 马里 纽约 尼日利亚 中东 中美 中非
海外 境外 国外 外贸 外资 外商 外籍 外国 外地 涉外 中欧 中亚 中国 中小 中外 中文 中老 中俄 国内 有限 对外 其他
内地 内贸 内外 上市 下游 上游 上海 线上 线下 以外 外界 共享 公共 共建 已婚 自有 特有 间接 直接 中间 中方 外方
中资 中介 中心 中药 中试 下沉 下单 上门 上下游 内陆 户外 有效 有色 有机 国有 同类 同城 同业 共同 前沿 前十 后备
后市场 正在 再生 再制造 就业 以旧换新 为民 和田 和平 在线 在校 在建 在岗 在外 在职 对口 由来 从业 将军 等级 高等
大中 大中型 中西部 中型 中年 中青年 中学 中期 中档 外来 外向型
中老年 间隔 前置仓 内河
中等 同比 及时 房间 空间 车间 民间 夜间 时间 区间 进出口 外卖 外销 内销 外籍人士 间谍 前置 前端 后端 里程 公里
海里 邻里 向导 定向 双向 往返 中转 中高端 中央 下岗 上班 上岗 与会 参与 其它 也门 都市
"""
_WHOLE_WORDS = word_index(_WHOLE.split())
_WHOLE_ENDS = word_index(word[::-1] for word in _WHOLE.split())
_STOPS = frozenset(
    "的里中内外上下间前后左右以为是有和与及、其这那等已将均从向对在被把由让使因并而但也都就还曾再仅只则便各共同后来约超"
)
_DONE = """
运营 布局 办厂 设厂 建厂 备案 注册 开店 建仓
入选 停运 展开 违反 就业 持平 挂牌 上新 收官 开放 加到 加至 意向 兑换 前往 申报 申请 发起 打造 升级 转向 涌现
首发 展出 开售 亮相 驶出 驶入 驶离 驶往 开往 发往 运往 运抵 抵达 到达 进入 进驻 入驻 落户 签约 成交 转场 来自
完成 实现 开业 营业 投用 报名 到访 涌入 涌向 走进 集中 获得 获评 通过 出席 设立 分布 覆盖 销往 远销 受益 上线
上架 开工 竣工 带来 携带 打算 计划 选择 使用 采用 开展 齐聚 集聚 聚集 接受 需要 正在 载着 装载 满载 返岗 复工
恢复 起飞 起航 启航 出发 离港 同台 参展 参会 参加 参与 达成 签订 签署 享受 吸引 接待 引进 引入 拥有 建立 建成
组成 组织 举办 举行 安排 提供 推出 发布 面向 超过 突破 增长 下降 增加 减少 上涨 下跌 达到 位于 坐落 排队 等待
没有 不到 可以 能够 涉及 包括 包含 纳入 列入 陆续 已经 同时 首次 分别 累计 平均 同比 环比 如期 顺利 成功 全部
相继 先后 加入 撤出 退出 关闭 拿下 拿到 收获 收到 卖出 售出 卖到 售往 迎来 打包 交付 发货 出货 送达 登陆 亮出
摆上 挤满 交流 洽谈 慕名 前来 奔赴 来到 赶到 扎根 常驻 转型 借助 利用 赴 携 占 按 经 达 至 到 于 能 会 要 可 去
来
"""
_DOING = word_index(_DONE.split())
_ACTED = """
实施 启动 建设 创建 治理 绿化 改造 持有 共建 新招 新签约 新孵化 归集 上新 围绕 促成 拉动 安装 更新 储备 运营
制定 出台 收购 出售 供应 认购 接待 引进 引入 布局 化解 验放 举办 举行 节约 节省 收取 征收 发放 处理 分拣 发出
发送 发运 运走 运送 运输 装运 装载 打包 新增 新设 新开 新建 开通 拥有 设立 建成 建立 投入 投用 培育 培训 吸引
带动 带来 实现 完成 达成 收到 接到 接下 卖出 售出 卖掉 摆出 涌入 驶出 签发 审批 挽回 兑现 推出 上架 集聚 汇聚
聚集 组织 出动 派出 招聘 招收 招引 提供 监管 查验 审核 受理 办结 查获 查扣 登记 汇集 搭建 打造 创造 贡献 产生
支出 拿到 拿下 获得 签下 签订 签署 发布 认定 评选 调解 调处 开展 开设 开办 开出 开行 执飞 安置 解决 形成 落地
入选 列入 销往 运抵 进驻 承运 承接 承办 覆盖 惠及 服务 累计 设有 配备 投放 发行 生产 制作 加工出 研发出 申领
享受 减免 退还 预订 采买 订购 购入 购买 赔付 投资 扩建 修建 举行了 载着 携 连发 日发 共享 花 花了 赚 赚了 租走
租下 收
"""
_ACTING = tuple(_ACTED.split())
_NOMINAL = frozenset(
    [
        "投入",
        "处理",
        "运输",
        "登记",
        "服务",
        "投资",
        "培训",
        "发行",
        "生产",
        "监管",
        "加工",
        "审批",
        "收",
        "花",
        "赚",
        "携",
    ]
)
"""Verbs that are as often nouns: 处理费, 投资额; they cut a phrase only before words that stand well alone."""

_VERB = pattern("(?:" + "|".join(sorted(_ACTING, key=lambda verb: -len(verb))) + ")[了过出着到]?")
_LEAD = pattern(
    r"^(?:其中|往年|平时|早年|此前|起初|最初|全年|目前|同时|此外|另外|当月|而且|但是|不过|因此|于是|如今|现在|今后|随后|据悉|据了解|截至|累计|全市|我市|全省|我省|全国|我国|全县|全球|当地|本地"
    r"|他们|她们|我们|你们|咱们|他|她|我|它|其|该公司|该平台|该企业|该市|该校|该局|该区|该|本公司|这家企业|这家公司|公司|这种|这款|这批|这份|这个|这些|这项|这条|这座|这家|这类|这|那|某"
    r"|同样的|同一[条款个件]|每(?:一)?(?:平方米|公斤|千克|标箱|个|家|位|名|吨|箱|件|套|张|单|班|年|月|天|日|周|袋|条|辆|柜|人|亩|户)(?:的)?(?:标箱|商位|企业|商户)?"
    r"|而|且|但|并|由|从|在|将|对|的|和|与|及|也|又|还|已|共|就|则|仅|以|为|到|中|里|后|前|内|间|来|了|过|着|等"
    r"|[，、：；（）()。！？!?“”\"'《》 ·—-])+"
)
_TAIL = pattern(
    r"(?:同比|环比|分别|累计|约|的|已经|已有|已|为|达到|达|共计|共|总计|合计|总共|完成|实现|由|从|将|有望|预计|力争|较|比|均|有|是|仅|则|占|或|可|了|过|出现|至|到|在|控制"
    r"|年均|也|就|首次|和|与|一周|一路|一度|能卖|能|卖|改收|改为|改|只剩|剩下|剩|还剩|折合|合|最高|最低|最多|至少|最少|抵扣|高达|多达|要|需要|需|只要|只需|设为|定为|设定为|设定"
    r"|突破|逼近|直逼|跨过|超过|超|逾|大约|只有|仅有|还有|现有|另有|目标|维持|保持|稳定|不断|持续|快速|大幅|小幅|明显|略|再|又|还|都|每|各|全年|目前|当前|如今|当日|当天|单日"
    r"|平均每|平均|每年|每月|每天|每周|每日|近|不到|不足|计划|打算|争取|要求|开行|开出|提前|收取|涨|跌|升|降|增|减|增至|降至|升至|涨至|跌至|可领|可申领|对|给|被|把|于|之|其"
    r"|却|只用|仅用|平均每家|每(?:平方米|公斤|千克|标箱|个|家|吨|箱|件|套|张|单|条|柜|人|亩|户|只|双)|这一数字|这一数据|这一比例|该数字|该比例|这个数字|这个数|这一占比|数字|以|按|呈|呈现|预期|全部|其余|甚至|高于|低于|快于|慢于"
    r"|[，、：；（）()。！？!?“”\"' —~-])+$"
)
_ENDED = pattern(
    r"(?:却)?(?:只有|仅为|仅有|是|约为|相当于|达到)[^，。；是]{1,12}的$|(?:位居|位列|名列|排名|排在|稳居|跃居|(?:居|列|排)$|居(?:第|全|世界|首|前|同|省|亚|金|浙|三))[^，。；]*$"
)
_ONLY_VERB = pattern(
    r"^(?:经|已经?|共|累计|在|再|新|正|将|还|先后|陆续|启动|投资|有望|计划|力争|可|能|要|需)*(?:建成|建设|新建|扩建|启动|完成|实施|绿化|治理|改造|投资建设|开出去|走进|参加|带动|关联|归为|处在|达成|包括|涵盖|覆盖|实现|新增|拥有|配备|增加|增长|提高|提升|下降|减少|扩大|压缩|缩短|上升|回落|调整|攀升)?(?:着|了|起|并|出|到)?$"
)
_SHARE = pattern(r"占(?:到|了|据|全|其|当|同|该|总|出|进|中|义|整|外|市|本|比重)?")
_NOT_SHARE = ("占地", "占比", "占用", "占有", "抢占")
_REFERENCE = pattern(r"^\s?(?:是|相当于|约为|达到|为)[^，。；]+的$")
_SPENT = pattern(
    r"(?:在|因|向|为|给|从|公司|企业|卖家|集团|平台)[^的]{0,10}(?P<verb>投资|赔付|捐赠|投入|花费|成交|亏损|获利|借款)$"
)
_SPENT_ENDS = frozenset("资付赠入费交损利款")
_ENDING = frozenset("是有为于到居列名在")
_COMPARED = pattern(r"^(?:比|较)(?:[^重例价赛亚邻如]|$)")
_EACH = pattern(r"每(?:个|家|间|套|张|户|位|名|只|件)(?:商位|摊位|企业|展位|店铺|标箱|门店|主体|平方米)?")
_OF = "的"
_WEAK = frozenset(
    [
        "一",
        "两",
        "三",
        "多",
        "人",
        "时",
        "年",
        "个",
        "家",
        "元",
        "件",
        "单",
        "大",
        "小",
        "高",
        "低",
        "收",
        "发",
        "卖",
        "装",
        "领",
        "中",
        "上",
        "拉",
    ]
)
_LONG = 14
_LONGEST_WHOLE = max(map(len, _WHOLE.split()))


_BOUND = pattern(r"^(?:多|余|以上|以下|以内|之内|左右)?的?")
_NO_NOUNS = """
增 减 升 降 涨 跌 变成 变为 加密 扩至 扩到 翻 压缩 缩短 提升 提高 提前 扩大 改收 改为 装 起
不等 时间 时 比例 速度 水平 规模 目标 成绩 价格 优惠 门槛 标准 大关 任务 纪录 涨幅 增幅 降幅
"""
_NO_NOUN = tuple(_NO_NOUNS.split())
_BOUND_STARTS = frozenset("多余以左的")


def noun_behind(text: str, start: int, limit: int) -> Span | None:
    """Give the words right behind a classifier that name what is counted, at most up to `limit`."""
    bound = _BOUND.match(text[start : start + 4]) if text[start : start + 1] in _BOUND_STARTS else None
    low = start + (bound.end() if bound else 0)
    if text.startswith(_NO_NOUN, low) or text[low : low + 2] == "次":
        return None
    high, end = low, min(limit, len(text))
    while high < end and (text[high].isalpha() or text[high] in '“”"-'):
        whole = _whole_word(text, high)
        if whole:
            high += whole
        elif text[high] in _STOPS or (high > low and _DOING.at(text, high)):
            break
        else:
            high += 1
    while high > low and text[high - 1] in '“"-':
        high -= 1
    if high <= low or _is_deed(text, low, high):
        return None
    return low, high


def _is_deed(text: str, low: int, high: int) -> bool:
    """Say whether a stretch begins with a verb that makes a clause, not a noun (停运; but 参展企业)."""
    verb = len(_DOING.at(text, low))
    return verb > 1 and (high - low == verb or high - low > verb + 4)


def _whole_word(text: str, at: int) -> int:
    return len(_WHOLE_WORDS.at(text, at))


def core(text: str, start: int, end: int) -> Span | None:
    """Give the noun phrase that is measured out of the words in front of a number; None if they name nothing."""
    share = _share_verb(text, start, end)
    ended = _ENDED.search(text[start:end]) if not _ENDING.isdisjoint(text[start:end]) else None
    if ended is not None and ended.start() <= 1:
        return None
    if ended is not None:
        end = start + ended.start()
        share = share if share is not None and share < end else None
    if text[end - 1 : end] == _OF and _REFERENCE.match(text[start:end]):
        return None
    low, high = _trimmed(text, start, share if share is not None else end)
    if high <= low or (text[low] in "比较" and _COMPARED.match(text[low:high])):
        return None
    spent = _SPENT.search(text[low:high]) if text[high - 1] in _SPENT_ENDS else None
    if spent is not None:
        return low + spent.start("verb"), high
    low = _behind_relative(text, low, _behind_verb(text, low, high), high)
    low, high = _trimmed(text, low, high)
    if high <= low or text[low:high] in _WEAK or _ONLY_VERB.match(text[low:high]):
        return None
    return low, high


def _share_verb(text: str, start: int, end: int) -> int | None:
    """Give where 占全国 begins: what stands before it is the part."""
    if "占" not in text[start:end]:
        return None
    for match in _SHARE.finditer(text[start:end]):
        if not text.startswith(_NOT_SHARE, start + match.start()):
            return start + match.start()
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    tail = _TAIL.search(text[start:end])
    if tail is not None and not _ends_whole(text, start, start + tail.start(), end):
        end = start + tail.start()
    lead = _LEAD.match(text[start:end])
    if lead is not None and text[start + lead.end() - 1 : start + lead.end() + 1] == "市场":
        start += lead.end() - 1
    elif lead is not None and not (start < len(text) and _WHOLE_WORDS.at(text, start)):
        start += lead.end()
    return start, max(start, end)


def _ends_whole(text: str, start: int, cut: int, end: int) -> bool:
    """Say whether a cut would go through a word such as 海外 or 线上."""
    if end <= start:
        return False
    turned = text[max(start, end - _LONGEST_WHOLE) : end][::-1]
    return any(turned.startswith(word) and cut > end - len(word) for word in _WHOLE_ENDS.words.get(turned[0], ()))


def _behind_verb(text: str, low: int, high: int) -> int:
    """Give where the object of the last verb of doing begins: 接待游客 is about 游客."""
    cut = low
    for match in _VERB.finditer(text[low:high]):
        after = low + match.end()
        if match.group().endswith("出") and text[after : after + 1] == "口":
            continue  # 零售出口额
        least = 2
        if match.group() in _NOMINAL:
            least = 3 if after - low <= len(match.group()) + 1 else 4
        if high - after >= least and text[after : after + 1] not in "量额率费数强价面期":
            cut = after
    return cut


def _behind_relative(text: str, low: int, cut: int, high: int) -> int:
    """Give where the noun begins that a long or verbal attribute ends at: 该平台收取的佣金率 is about 佣金率."""
    each = _EACH.search(text[low:high]) if "每" in text[low:high] else None
    if each is not None and high - low - each.end() >= 2:
        cut = max(cut, low + each.end())
    of = text.rfind(_OF, low, high)
    if of < 0 or high - of < 3:
        return cut
    verbal = _VERB.search(text[low:of]) is not None or text[max(0, low - 1) : of].startswith(("向", "对", "在", "从"))
    return max(cut, of + 1) if verbal or of - low >= _LONG else cut
