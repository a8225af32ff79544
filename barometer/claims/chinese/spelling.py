"""How the names of Chinese towns and villages are written in Latin letters: 塘坞 is Tangwu."""

from functools import cache

_SYLLABLES = """
a:阿 ai:艾 an:安岸庵 ao:墺岙坳奥鳌澳 ba:八巴坝 bai:白百柏摆 ban:半板坂畈班 bang:浜 bao:豹宝保包堡鲍 bei:北贝碑背 ben:本
bi:碧毕壁笔 bian:边卞 biao:标 bin:滨宾斌 bing:冰兵 bo:柏博波 bu:埠步布 cai:蔡财彩 can:蚕 cang:仓苍沧 cao:曹草漕
cen:岑 cha:茶 chai:柴 chang:长昌常厂畅 chao:朝潮巢 che:车 chen:陈辰晨郴 cheng:橙城成程诚澄承 chi:池赤
chong:冲崇 chu:楚储 chuan:川船 chun:春椿淳 ci:祠慈磁 cong:丛 cui:崔翠 cun:村 da:大达 dai:埭戴岱 dan:丹单
dang:荡当 dao:道岛稻 de:德 deng:邓登 di:地堤荻 dian:店殿 ding:丁鼎 dong:东董洞冬栋 dou:豆斗 du:杜渡都 duan:段端
dun:墩敦 e:鄂鹅 en:恩 er:二洱 fa:法 fan:范樊 fang:方房坊芳 fei:榧飞 fen:分汾 feng:凤风丰峰枫冯封 fo:佛
fu:福富傅阜浮芙府 gan:甘干赣 gang:岗港刚缸 gao:高皋 ge:鸽阁葛 gen:根 geng:耕 gong:宫龚巩公 gou:沟 gu:古谷顾固姑鼓
gua:瓜 guan:关官观管冠 guang:光广 gui:桂贵归 guo:郭国果 ha:哈 hai:海 han:韩汉涵 hang:杭航 hao:濠蒿好郝浩
he:何河和合荷贺鹤禾 hei:黑 heng:横恒 hong:洪红虹宏鸿 hou:后侯 hu:葫胡湖虎户壶 hua:花华画 huai:淮槐怀 huan:环
huang:凰篁黄皇 hui:惠会徽回汇 huo:霍火 ji:吉季稽基集鸡机 jia:家贾嘉佳 jian:建剑简涧 jiang:江姜蒋将 jiao:椒峧焦蛟角
jie:街解界 jin:金锦晋进津 jing:井景京荆泾敬 jiu:桕九旧酒 ju:橘榉菊居巨 juan:鹃 jun:军俊君 kai:开凯 kan:墈磡坎 kang:康
kao:考 ke:柯科 keng:坑 kong:孔 kou:口 ku:库 kuang:矿 kui:葵 kun:昆 lai:来赖 lan:兰蓝岚 lang:郎廊
lao:老 le:乐 lei:雷 leng:冷 li:梨李里利丽黎礼栗立理 lian:连联莲 liang:梁良凉亮 liao:廖蓼 lie:列 lin:林临麟
ling:岭灵陵凌菱玲 liu:榴刘柳六流 long:龙隆陇垄 lou:溇楼娄 lu:路卢陆鹿芦鲁禄 luan:栾 lun:伦 luo:罗洛骆 lü:吕绿 ma:马麻
mai:麦 man:满 mang:芒 mao:泖毛茅茂 mei:湄梅美眉 men:门 meng:孟蒙梦 mi:米 mian:棉绵 miao:苗庙妙 min:闽民
ming:明名鸣 mo:磨莫墨 mu:木牧穆 nan:南 nao:瑙 nei:内 ni:倪泥 nian:年碾 niao:鸟 ning:宁 niu:牛钮 nong:农
nuan:暖 ou:欧瓯藕 pa:杷 pai:牌派 pan:潘盘磐 pang:庞 pao:炮 pei:裴 peng:彭蓬鹏 pi:枇皮 ping:平坪屏萍 po:坡
pu:圃埔浦濮蒲朴铺 qi:碶七齐祁旗岐 qian:前钱千潜 qiang:强墙 qiao:桥乔 qin:秦琴 qing:青清庆卿 qiu:丘邱秋 qu:曲渠
quan:泉全 que:雀 ran:冉 rao:饶 ren:任仁 ri:日 rong:荣容蓉 ru:汝 ruan:阮 rui:瑞芮 run:润 ruo:箬 san:三
sang:桑 sha:沙 shan:山善杉 shang:上尚商 shao:邵绍稍 she:蛇佘社畲 shen:沈深 sheng:盛升胜圣 shi:十柿石施史市狮时
shou:寿 shu:墅舒树蜀 shui:水 shun:顺 si:四思寺斯泗 song:宋松 su:粟苏 sui:隋 sun:笋孙 suo:索 ta:塔 tai:太台泰
tan:檀谭潭滩 tang:唐塘汤堂 tao:陶桃 teng:滕藤 tian:田天 tie:铁 ting:亭汀廷 tong:通桐童铜同 tou:头 tu:土涂
tun:屯 tuo:拓 wa:瓦 wai:外 wan:万湾宛 wang:王汪旺望 wei:圩韦魏卫渭围 wen:文温 weng:翁 wu:吴五武坞乌梧 xi:西溪喜席锡
xia:硖峡下夏霞 xian:仙先贤 xiang:象向项祥香乡 xiao:肖小晓萧孝 xie:榭谢 xin:新辛心 xing:兴星邢杏 xiong:熊 xiu:秀
xu:徐许旭墟 xuan:宣 xue:薛雪 xun:寻浔
ya:牙雅鸭 yan:演堰严颜岩燕雁盐延 yang:垟漾杨羊阳洋央 yao:姚瑶窑 ye:叶 yi:义伊宜怡益
yin:尹银殷 ying:樱应英鹰营 yong:永勇甬涌 you:柚尤游友 yu:榆鱼于余俞喻虞玉渔雨 yuan:元袁园源院 yue:岳越月 yun:云 za:杂
zan:赞 zao:枣 ze:泽 zeng:曾 zha:闸查 zhai:翟宅寨 zhan:詹占 zhang:张章樟 zhao:赵 zhe:蔗浙 zhen:圳甄真镇
zheng:郑正 zhi:织芝志 zhong:中钟忠 zhou:周洲舟 zhu:苎竺朱竹祝诸珠 zhuang:庄 zi:梓紫子 zong:宗 zou:邹 zu:祖
zuo:左
"""


@cache
def _letters() -> dict[str, str]:
    """Give the syllable of each sign."""
    rows = (row.partition(":") for row in _SYLLABLES.split())
    return {sign: syllable for syllable, _, signs in rows for sign in signs}


def spelled(name: str) -> str | None:
    """Give a name in Latin letters, as one word: 李祖 is Lizu, 赤岸 Chi'an; None where a sign of it is not known."""
    syllables = [_letters().get(sign) for sign in name]
    written = ""
    for syllable in syllables:
        if syllable is None:
            return None
        written += f"'{syllable}" if written and syllable[0] in "aeo" else syllable
    return written.capitalize() if written else None
