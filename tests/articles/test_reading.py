"""Pages of our own writing in the sites' markup: what a person would read off them."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from barometer.articles import led_to_wall, read
from barometer.model import OutcomeKind, Precision, RequestKind
from barometer.sources import Source, load_sources

SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")
BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}
PEOPLE = "http://finance.people.com.cn/n1/2026/0510/c1004-40232587.html"


def outcome(source: str, html: str, url: str, kind: RequestKind = RequestKind.ARTICLE, headers=HTML):
    return read(html.encode(), headers, url, SOURCES[source], kind, NOW)


def part(source: str, html: str, url: str):
    found = outcome(source, html, url)
    assert found.kind is OutcomeKind.ARTICLE, found.problem
    assert found.part is not None
    return found.part


PEOPLE_PAGE = """
<html><head><title>义乌小商品再出发--经济·科技--人民网 </title><meta name="publishdate" content="2013-05-01">
<meta name="author" content="105092"></head><body>
<div class="layout rm_txt cf"><div class="col col-1"><h3 class="pre">走进市场</h3><h1>义乌小商品再出发</h1>
<div class="author cf">本报记者  甲某某</div>
<div class="channel cf">
<div class="col-1-1">2026年05月10日06:58 | 来源：<a href="http://paper.example/">人民网－人民日报</a>
</div></div>
<div class="rm_txt_con cf"><div class="bza"><p></p></div>
<p>　　第一段写市场，<script>showPlayer({id:"1"})</script>出口增长百分之十。</p><p style="text-align: center;">
<img src="a.jpg"></p>
<p>图为商户在理货。新华社记者 乙某 摄</p><p>　　第二段写订单。</p>
<p><span id="paper_num">　　《 人民日报 》（ 2026年05月10日   04 版）</span></p>
<div class="zdfy clearfix"><a href="/n1/2026/0510/c1004-40232587.html">【1】</a>
<a href="/n1/2026/0510/c1004-40232587-2.html">【2】</a></div>
<div class="edit cf">(责编：丙某、丁某某)</div><p class="paper_num">分享让更多人看到</p></div></div></div>
</body></html>"""


def test_peoples_daily():
    article = part("people", PEOPLE_PAGE, PEOPLE)
    assert article.title == "义乌小商品再出发"
    assert article.text == "第一段写市场，出口增长百分之十。\n第二段写订单。"
    assert article.published == datetime(2026, 5, 10, 6, 58, tzinfo=BEIJING)
    assert article.precision is Precision.MINUTE
    assert (article.source_name, article.author, article.editor) == ("人民网－人民日报", "甲某某", "丙某、丁某某")
    assert article.next_url == "http://finance.people.com.cn/n1/2026/0510/c1004-40232587-2.html"
    assert (article.language, article.method) == ("zh", "rules")


def test_the_last_page_of_an_article_has_no_next():
    last = PEOPLE.replace(".html", "-2.html")
    assert part("people", PEOPLE_PAGE, last).next_url is None


GLOBAL_TIMES_PAGE = """
<html><head><title>Yiwu exporters gear up - Global Times</title></head><body><div class="article_page">
<div class="article">
<div class="article_top"><div class="article_column"><span class="cloumm_level_one"><a>SOURCE</a></span></div>
<div class="article_title">Yiwu exporters gear up for Christmas</div>
<div class="author_share"><div class="author_share_left"><span class="byline">By Zhang Moumou</span>
<span class="pub_time">Published: Sep 21, 2026 09:37 PM Updated: Sep 22, 2026 01:10 AM</span></div></div></div>
<div class="article_content"><div class="article_right"><center><img src="/Portals/0/attachment/2026/a.jpg"></center>
<br><br>Orders rose 12 percent in August, &quot;a record&quot;, merchants said.<br>
<br>A second <b>paragraph</b> follows here.
<br><br>Global Times</div></div></div></div></body></html>"""


def test_global_times_text_nodes_between_breaks_are_paragraphs():
    article = part("global_times", GLOBAL_TIMES_PAGE, "https://www.globaltimes.cn/page/202609/1345678.shtml")
    assert article.title == "Yiwu exporters gear up for Christmas"
    assert article.text == (
        'Orders rose 12 percent in August, "a record", merchants said.\nA second paragraph follows here.'
    )
    assert article.published == datetime(2026, 9, 21, 21, 37, tzinfo=BEIJING)
    assert (article.author, article.language) == ("Zhang Moumou", "en")


HANWEB_PAGE = """
<html><head><meta name="Maketime" content="2026-09-01 00:00:00"><meta name="ArticleTitle" content="1-7月外贸运行情况">
<meta name="PubDate" content="2026-08-12 09:53"><meta name="contentSource" content="市商务局"></head><body>
<p class="con-title"><!--<$[标题]>begin-->1-7月外贸运行情况<!--<$[标题]>end--></p>
<div class="small-title"><span>发布日期：2026-08-12</span><span>浏览次数：</span></div>
<div class="main-txt" id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">
<p>　　全市进出口增长。</p><p>&nbsp;</p>
<table><tr><td>县市</td><td>进出口（亿元）</td></tr><tr><td>甲市</td><td>1.5</td></tr></table>
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div></body></html>"""


def test_government_page_takes_the_minute_from_its_metas_and_keeps_table_rows():
    article = part("jinhua_commerce", HANWEB_PAGE, "http://swj.jinhua.example/art/2026/8/12/art_1_2.html")
    assert (article.title, article.source_name) == ("1-7月外贸运行情况", "市商务局")
    assert article.published == datetime(2026, 8, 12, 9, 53, tzinfo=BEIJING)
    assert article.text.splitlines() == ["全市进出口增长。", "县市 进出口（亿元）", "甲市 1.5"]


def test_huanqiu_textareas_hold_html_as_text():
    page = """<html><body><textarea class="article-title">小商品大市场</textarea>
    <textarea class="article-content">&lt;article&gt;&lt;p&gt;第一段。&lt;/p&gt;
    &lt;p&gt;第二段 &amp;amp; 其他。&lt;/p&gt;&lt;/article&gt;</textarea>
    <textarea class="article-time">1791112175453</textarea><textarea class="article-editor-name">责编：某某</textarea>
    <textarea class="article-source-name"><a href="http://x.example">某报</a></textarea></body></html>"""
    article = part("huanqiu", page, "https://china.huanqiu.com/article/4TTaoSTxMLp")
    assert article.text == "第一段。\n第二段 & 其他。"
    assert (article.title, article.source_name, article.editor) == ("小商品大市场", "某报", "某某")
    assert article.published == datetime(2026, 10, 4, 19, 9, 35, tzinfo=BEIJING)


def test_huanqiu_textareas_may_hold_html_escaped_twice():
    page = """<html><body><textarea class="article-title">小商品大市场</textarea>
    <textarea class="article-content">&amp;lt;p&amp;gt;第一段。&amp;lt;/p&amp;gt;
    &amp;lt;p&amp;gt;第二段。&amp;lt;/p&amp;gt;</textarea>
    </body></html>"""
    assert part("huanqiu", page, "https://china.huanqiu.com/article/4TTaoSTxMLp").text == "第一段。\n第二段。"


def test_cctv_body_in_a_script_string():
    page = r"""<html><body><div id="title_area"><h1>标题</h1>
    <div class="info">来源：<a>央视新闻</a>  |  2026年10月04日 10:11:11</div></div>
    <script>var contentdate  = '<p>他说：\'增长\u4e94成。\'</p><p>完。<\/p>'</script><div id="content_area">
    </div></body>
    </html>"""
    article = part("cctv", page, "https://news.cctv.com/2026/10/04/ARTIabcdefghijklmnopqrst261004.shtml")
    assert article.text == "他说：'增长五成。'\n完。"
    assert article.source_name == "央视新闻"


def test_wechat_page_tells_its_key_so_that_long_and_short_links_meet():
    page = """<html><body><h1 id="activity-name">标题</h1><a id="js_name">某发布</a>
    <div id="js_content" style="visibility:hidden">
    <p>正文。</p></div>
    <script>var biz = "MzA=" || ""; var mid = "22" || ""; var idx = "1" || ""; var ct = "1762747210";</script>"""
    article = part("wechat", page, "https://mp.weixin.qq.com/s/KDWh_qGpFN5Vu1TR9t30Mw")
    assert article.keys == (SOURCES["wechat"].article_key("https://mp.weixin.qq.com/s?__biz=MzA=&mid=22&idx=1&sn=x"),)
    assert (article.text, article.account) == ("正文。", "某发布")
    assert article.published == datetime(2025, 11, 10, 12, 0, 10, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ('<div class="weui-msg__title warn">该内容已被发布者删除</div>', OutcomeKind.GONE),
        ('<h2 class="weui-msg__title">此内容因违规无法查看</h2>', OutcomeKind.VIOLATION),
        ('<h2 class="weui-msg__title">链接已过期</h2>', OutcomeKind.EXPIRED),
        ('<div class="mesg-block"><p>该内容暂时无法查看</p></div>', OutcomeKind.BLOCKED),
        ('<div class="weui-msg__title">当前环境异常，<br>完成验证后\n  即可继续访问</div>', OutcomeKind.BLOCKED),
    ],
)
def test_tombstones_and_walls_that_answer_200(message, kind):
    found = outcome(
        "wechat", f"<html><body>{message}</body></html>", "https://mp.weixin.qq.com/s/KDWh_qGpFN5Vu1TR9t30Mw"
    )
    assert found.kind is kind
    assert found.problem
    assert "\n" not in found.problem
    assert found.part is None


def test_an_article_that_quotes_a_wall_is_an_article():
    page = """<html><body><h1 id="activity-name">删帖</h1><div id="js_content"><p>该内容已被发布者删除，他说。</p>
    </div></body></html>"""
    assert (
        part("wechat", page, "https://mp.weixin.qq.com/s/KDWh_qGpFN5Vu1TR9t30Mw").text == "该内容已被发布者删除，他说。"
    )


SENTENCES = [
    "今年前八个月，全市外贸进出口总值继续增长，其中出口增速快于进口，市场采购贸易方式仍是主力，企业订单排到了明年年初。",
    "记者在国际商贸城看到，来自中东和拉美的采购商明显增多，商户们忙着打包发货，物流园区的车辆从早到晚排起了长队。",
    "海关有关负责人表示，下一步将继续优化监管服务，支持跨境电商和海外仓发展，帮助中小微企业开拓多元化的国际市场。",
    "业内人士认为，随着新开班列线路的增加，商品到达欧洲的时间将进一步缩短，企业的资金周转也会更快，竞争力更强。",
]


def unknown_page() -> str:
    body = "".join(f"<p>　　{sentence}</p>" for sentence in SENTENCES)
    menu = "".join(f'<li><a href="/{index}">栏目{index}</a></li>' for index in range(40))
    return f"""<html><head><title>外贸订单排到明年_某某新闻网</title></head><body><ul>{menu}</ul>
    <div class="wrap"><h1>外贸订单排到明年</h1>
    <div class="info">2026-09-05 10:20:30 来源：某某日报 作者：王小某 编辑：李某某</div>
    <div class="content">{body}<p>（责任编辑：李某某）</p></div></div>
    <div class="rel">相关新闻：<a href="/x">别的新闻标题一</a></div><div>版权所有 某某新闻网 2026</div></body>
    </html>"""


def test_a_page_of_unknown_markup_is_read_by_fallback():
    article = part("any", unknown_page(), "http://news.example/x")
    assert article.method == "fallback"
    assert article.text.splitlines() == SENTENCES
    assert article.title == "外贸订单排到明年"
    assert article.published == datetime(2026, 9, 5, 10, 20, 30, tzinfo=BEIJING)
    assert (article.source_name, article.author, article.editor) == ("某某日报", "王小某", "李某某")


def test_a_page_of_buttons_is_no_article():
    page = """<html><body><h1>图集：夜色</h1><div class="rm_txt_con"></div>
    <p>小字号</p><p>把这篇文章转给朋友</p></body></html>"""
    assert outcome("people", page, PEOPLE).kind is OutcomeKind.EMPTY


def test_a_changed_template_is_read_by_fallback_and_told():
    found = outcome("people", unknown_page(), PEOPLE)
    assert found.part is not None
    assert found.part.method == "fallback"
    assert "templates" in str(found.problem)


@pytest.mark.parametrize(
    ("body", "headers", "kind"),
    [
        (b"", HTML, OutcomeKind.EMPTY),
        (b"   \n ", HTML, OutcomeKind.EMPTY),
        (b"%PDF-1.7 ...", HTML, OutcomeKind.EMPTY),
        (b"<p>x</p>", {"Content-Type": "image/png"}, OutcomeKind.EMPTY),
        (b"\x00" * 50, HTML, OutcomeKind.EMPTY),
        (b"x" * (16 * 1024 * 1024 + 1), HTML, OutcomeKind.QUARANTINED),
        (b"<p " + b" ".join(b"a%d=1" % index for index in range(20_000)) + b">x</p>", HTML, OutcomeKind.QUARANTINED),
    ],
)
def test_what_is_no_page_is_an_outcome(body, headers, kind):
    found = read(body, headers, PEOPLE, SOURCES["people"], RequestKind.ARTICLE, NOW)
    assert found.kind is kind
    assert found.problem


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(alphabet="<>/=\"' ab&;#x!-[]p{}", max_size=400).map(str.encode)),
    st.sampled_from(["people", "wechat", "huanqiu", "scmp", "jinhua_commerce"]),
    st.sampled_from(list(RequestKind)),
)
def test_never_raises_on_bytes(body, source, kind):
    assert read(body, {}, PEOPLE, SOURCES[source], kind, NOW).kind in OutcomeKind


WECHAT = "https://mp.weixin.qq.com/s/KDWh_qGpFN5Vu1TR9t30Mw"


def test_a_page_that_only_shares_an_article_leads_to_it():
    original = "http://mp.weixin.qq.com/s?__biz=MzA=&amp;mid=7&amp;idx=1&amp;sn=ab&amp;chksm=1#rd"
    page = f'<html><body><a id="js_share_source" data-url="{original}">阅读全文</a></body></html>'
    found = outcome("yiwu_fabu", page, WECHAT)
    assert found.part is None
    assert [(link.url, link.kind) for link in found.links] == [
        ("http://mp.weixin.qq.com/s?__biz=MzA=&mid=7&idx=1&sn=ab", RequestKind.ARTICLE)
    ]


def test_text_and_picture_shares_stand_in_script_strings():
    text = r"""<html><head><meta property="og:title" content="两句话"></head><body>
    <script>content_noencode: JsDecode('义乌出口\x0a增长5%。'),
    nick_name: JsDecode('某发布'), create_time: JsDecode('2025-10-07 14:13')
    </script></body></html>"""
    article = part("wechat", text, WECHAT)
    assert (article.text, article.account) == ("义乌出口\n增长5%。", "某发布")
    picture = text.replace("content_noencode", " desc")
    assert part("wechat", picture, WECHAT).text == "义乌出口\n增长5%。"


def test_a_post_is_read_whole_with_what_it_passes_on():
    post = {
        "ok": 1,
        "data": {
            "text": '义乌<a href="/s">#外贸#</a>出口增长5%！<br />转给大家',
            "created_at": "Mon Nov 23 09:00:00 +0800 2026",
            "user": {"screen_name": "某发布"},
            "retweeted_status": {"text": "海关：前十月出口5000亿元。", "user": {"screen_name": "海关"}},
        },
    }
    url = "https://m.weibo.cn/statuses/show?id=Qabc12345"
    article = part("weibo", json.dumps(post), url)
    assert article.text == "义乌#外贸#出口增长5%！\n转给大家\n海关：前十月出口5000亿元。"
    assert (article.title, article.account) == ("义乌#外贸#出口增长5%！", "某发布")
    assert article.published == datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)
    post["data"]["retweeted_status"] = {"deleted": "1", "text": "抱歉，此微博已被作者删除。"}
    assert part("weibo", json.dumps(post), url).text == "义乌#外贸#出口增长5%！\n转给大家"
    assert SOURCES["weibo"].article_key(url) == "weibo:Qabc12345"


def test_a_page_of_the_newspaper():
    page = """<html><body><div class="article"><h3>走进市场</h3><h1><p>义乌的一天</p></h1>
    <div class="sec">本报记者 甲某某 <span class="date newstime">2026年07月29日</span></div>
    <div id="ozoom"><!--enpcontent--><p>　　本报记者 甲某某</p>
    <p>　　天还没亮，市场里已有人。</p><!--/enpcontent--></div><author>甲</author></div></body></html>"""
    article = part("people_paper", page, "https://paper.people.com.cn/rmrb/pc/content/202607/29/content_30121.html")
    assert (article.title, article.author, article.precision) == ("义乌的一天", "甲某某", Precision.DAY)
    assert article.text.endswith("天还没亮，市场里已有人。")
    assert article.published == datetime(2026, 7, 29, tzinfo=BEIJING)


def test_a_page_of_the_newsroom_behind_the_account():
    body = "".join(f"<p>　　{sentence}</p>" for sentence in SENTENCES)
    page = f"""<html><head><title>外贸再创新高_中国义乌网</title></head><body>
    <div>您当前的位置 : 中国义乌网>义乌新闻> 正文</div>
    <h1>外贸再创新高</h1><div>发布时间： 2026-01-29 21:09:16 来源： 中国义乌网 作者： 记者 乙某某 编辑 丙某某</div>
    <div class="con">{body}</div><div>扫一扫加中国义乌网为好友</div></body></html>"""
    article = part("zgyww", page, "http://news.zgyww.cn/system/2026/01/29/010297412.shtml")
    assert article.text.splitlines() == SENTENCES
    assert (article.title, article.source_name) == ("外贸再创新高", "中国义乌网")
    assert article.published == datetime(2026, 1, 29, 21, 9, 16, tzinfo=BEIJING)


def test_a_redirect_to_a_wall_is_that_wall():
    wechat = led_to_wall("https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?target_url=x", SOURCES["yiwu_fabu"])
    weibo = led_to_wall("https://passport.weibo.com/sso/signin?entry=wapsso", SOURCES["weibo"])
    assert wechat is not None
    assert wechat.kind is OutcomeKind.BLOCKED
    assert weibo is not None
    assert weibo.kind is OutcomeKind.LOGIN
    assert led_to_wall(WECHAT, SOURCES["yiwu_fabu"]) is None


def test_a_video_has_the_text_that_describes_it():
    page = r"""<html><head><meta property="og:title" content="义乌港的一天"><meta name="description"
    content="一天3万个包裹。\x0a它们去了哪里？"></head><body><div id="js_article"></div>
    <script>var item_show_type = "5"; var ct = "1762747210"; nick_name: JsDecode('某发布')</script></body></html>"""
    article = part("wechat", page, WECHAT)
    assert (article.title, article.text, article.account) == (
        "义乌港的一天",
        "一天3万个包裹。\n它们去了哪里？",
        "某发布",
    )


def test_the_author_of_a_line_that_tells_time_and_source_too_is_the_one_it_names():
    values = {"id": "mixed", "name": {"zh": "x", "en": "x"}, "publisher": "commercial", "language": "zh"}
    values |= {"hosts": ["e.example"], "articles": ["/a/"], "select": [{"body": "#nr", "title": "h3", "author": ".xx"}]}
    line = "2026年11月24日 00:10　来源：义乌商报　作者：王小明　【字体：大 中 小】"
    page = f'<h3>义乌出口增长</h3><div class="xx">{line}</div><div id="nr"><p>义乌出口增长12%。</p></div>'
    source = Source.model_validate(values)
    found = read(page.encode(), {}, "http://e.example/a/1", source, RequestKind.ARTICLE, NOW)
    assert found.part is not None
    assert found.part.author == "王小明"


def test_a_broadcast_is_what_is_said_of_it_and_an_article_never_is():
    told = "央视网消息（新闻联播）：今年前十个月，义乌进出口总值同比增长12%，商户的圣诞订单已经排到了下个月的月底。"
    page = f"""<html><head><meta name="contentid" content="VIDEabcdefghijklmnopqrst261004">
    <meta name=source content="央视网"><meta name=description content="{told}">
    <meta property="og:title" content="[视频]义乌外贸"></head>
    <body><div id="content_area"></div><script>var publishDate ="20261004193000 ";</script></body></html>"""
    broadcast = part("cctv", page, "https://tv.cctv.com/2026/10/04/VIDEabcdefghijklmnopqrst261004.shtml")
    assert (broadcast.text, broadcast.title, broadcast.source_name) == (told, "[视频]义乌外贸", "央视网")
    assert broadcast.published is not None
    assert broadcast.published.isoformat() == "2026-10-04T19:30:00+08:00"
    changed = page.replace('"VIDE', '"ARTI')
    found = outcome("cctv", changed, "https://news.cctv.com/2026/10/04/ARTIabcdefghijklmnopqrst261004.shtml")
    assert found.missed == ("body",)  # a template that has changed is told, not patched over


def test_a_page_that_says_nothing_is_no_article():
    page = '<html><head><meta property="og:title" content="图"></head><body><div id="js_article"></div></body></html>'
    assert outcome("wechat", page, WECHAT).kind is OutcomeKind.EMPTY


REFRESH = '<html><head><title>义乌</title><meta http-equiv="{}" content="{}"></head><body>{}</body></html>'
ELSEWHERE = "http://other.example/2026/c1.shtml"
MOVED = "http://zj.people.com.cn/n2/2026/0618/c186327-41260009.html"


@pytest.mark.parametrize("body", ["", "<p>页面正在跳转，请稍候</p>"])
@pytest.mark.parametrize(("name", "content"), [("refresh", "0;url={}"), ("REFRESH", "3; URL='{}'")])
def test_a_page_that_only_leads_elsewhere_is_a_redirect(name, content, body):
    found = outcome("people", REFRESH.format(name, content.format(ELSEWHERE), body), PEOPLE)
    assert (found.kind, found.redirect_to) == (OutcomeKind.REDIRECT, None)
    assert found.problem is not None
    assert f"leads to {ELSEWHERE} (meta refresh), which is not followed: its host is none" in found.problem
    found = outcome("people", REFRESH.format(name, content.format(MOVED), body), PEOPLE)
    assert (found.kind, found.redirect_to, found.problem) == (OutcomeKind.REDIRECT, MOVED, None)
    front = outcome("people", REFRESH.format(name, content.format("/index.html"), body), PEOPLE)
    assert (front.kind, front.redirect_to) == (OutcomeKind.REDIRECT, None)
    listing = REFRESH.format(name, content.format("/GB/index.html"), body)
    assert outcome("people", listing, "http://zj.people.com.cn/", RequestKind.LISTING).redirect_to == (
        "http://zj.people.com.cn/GB/index.html"
    )


def test_a_page_that_loads_itself_anew_and_one_with_a_text_of_its_own_are_what_they_are():
    read_as = outcome(
        "people", PEOPLE_PAGE.replace("<head>", f'<head><meta http-equiv=refresh content="9;url={ELSEWHERE}">'), PEOPLE
    )
    assert read_as.kind is OutcomeKind.ARTICLE
    for content in ("300", f"300;url={PEOPLE}", "0;url=javascript:void(0)"):
        assert outcome("people", REFRESH.format("refresh", content, ""), PEOPLE).kind is OutcomeKind.EMPTY
    scripts = f'<noscript><meta http-equiv="refresh" content="0;url={MOVED}"></noscript>'
    assert outcome("people", f"<html><head>{scripts}</head><body></body></html>", PEOPLE).kind is OutcomeKind.EMPTY
