"""The article page: every claim marked where it stands, its record beside, its revisions and evidence."""

from decimal import Decimal

import pytest
from lxml.html import document_fromstring
from sqlalchemy import update

from barometer.archive.tables import articles
from barometer.claims import ENGINE_VERSION
from barometer.model import Claim, Precision

BODY = "据海关统计，今年前5个月，义乌市出口额达2871.3亿元，同比增长12.8%。\n第二段没有数字。\n\n末段：从业20万人。"


def claim(text: str, quote: str, at: int | None = None, **values) -> Claim:
    start = text.index(quote) if at is None else at
    fields = {"value": Decimal(1), "unit": "count", "kind": "count"} | values
    return Claim(quote, start, start + len(quote), start, **fields)


def read(site, article_id: int, tongue: str = "zh", **parameters):
    answer = site.get(f"/articles/{article_id}", params=parameters, headers={"accept-language": tongue})
    assert answer.status_code == 200
    return document_fromstring(answer.text)


def shown_text(tree) -> list[str]:
    article = tree.xpath("//article")[0]
    return [article.xpath("string(h1)"), *[p.xpath("string(bdi)") for p in article.xpath("p[not(@class)]")]]


def test_the_text_is_whole_and_each_claim_marked_in_it(own_site, newsroom):
    name = newsroom.publish("出口额达2871.3亿元", BODY, source_name="浙江日报")
    tree = read(own_site, name)
    assert shown_text(tree) == ["出口额达2871.3亿元", *[line for line in BODY.split("\n") if line]]
    marks = tree.xpath("//a[@class='claim']")
    assert [mark.text for mark in marks] == ["2871.3亿元", "2871.3亿元", "12.8%", "20万人"]
    for mark in marks:
        card = tree.xpath("//li[@id=$id]", id=mark.get("href")[1:])[0]
        assert mark.text in card.xpath("string(p[@class='quote'])")
        assert card.xpath("p/a/@href") == [f"#{mark.get('id')}"]


def test_source_time_with_zone_and_link_to_the_original(own_site, newsroom):
    name = newsroom.publish("标题", BODY, url="https://news.example/a", source_name="浙江日报")
    zh, en = (read(own_site, name, tongue).xpath("//article")[0].text_content() for tongue in ("zh", "en"))
    assert "人民网" in zh
    assert "(浙江日报)" in zh
    assert "2025-06-16 10:30 UTC+8" in zh
    assert "People's Daily Online" in en
    link = read(own_site, name).xpath("//a[@href='https://news.example/a']")[0]
    assert "noreferrer" in link.get("rel")


def test_a_day_told_without_an_hour_gets_none(own_site, newsroom):
    name = newsroom.publish("标题", BODY, precision=Precision.DAY)
    line = read(own_site, name).xpath("string(//p[@class='line-of-source'])")
    assert "2025-06-16" in line
    assert "UTC" not in line


def test_nested_and_overlapping_claims_change_no_letter(own_site, newsroom):
    text = "标题\n\n甲乙丙丁戊己庚"
    at = text.index("甲")
    spans = [("甲乙丙丁戊", at), ("乙丙", at + 1), ("丁戊己", at + 3), ("甲乙丙丁戊", at), ("己", at + 5)]
    claims = tuple(claim(text, quote, start, value=Decimal(n)) for n, (quote, start) in enumerate(spans))
    name = newsroom.publish("标题", "甲乙丙丁戊己庚", claims=claims[:3] + claims[4:])
    tree = read(own_site, name)
    assert shown_text(tree) == ["标题", "甲乙丙丁戊己庚"]
    for card in tree.xpath("//li[@class='record']"):
        target = card.xpath("p/a/@href")[0].removeprefix("#")
        assert len(tree.xpath("//*[@id=$id]", id=target)) == 1
    assert not tree.xpath("//a//a")
    assert [a.text for a in tree.xpath("//a[@class='claim']")] == ["甲", "乙丙", "丁戊", "己"]


def test_a_record_tells_all_fields_and_what_was_carried_over(own_site, newsroom):
    text = "标题\n\n约增长十成"
    known = claim(
        text,
        "十成",
        value=Decimal("100.50"),
        unit="percent",
        kind="change",
        modifier="approx",
        indicator="出口",
        place="Yiwu",
        comparison="yoy",
        direction="up",
        attributed_to="海关",
        status="forecast",
        inherited=("place",),
    )
    name = newsroom.publish("标题", "约增长十成", claims=(known,))
    record = read(own_site, name, "en").xpath("//li[@class='record']")[0]
    assert record.xpath("string(.//*[@class='value'])") == "about 100.5%"
    told = {row.xpath("string(dt)"): " ".join(row.xpath("string(dd)").split()) for row in record.xpath(".//dl/div")}
    assert told.pop("Claim")
    assert told == {
        "Indicator": "出口",
        "Place": "Yiwu Carried over",
        "Compared with": "a year before",
        "Direction": "up",
        "According to": "海关",
        "Status": "forecast",
        "Kind": "change",
        "Exact": "100.5 percent",
    }


def test_evidence_and_engine_are_told(own_site, newsroom):
    name = newsroom.publish("标题", BODY)
    told = read(own_site, name, "en").xpath("string(//aside)")
    assert f"{1:064x}" in told
    assert f"version {ENGINE_VERSION}" in told


def test_revisions_are_listed_and_older_ones_shown_with_their_own_claims(own_site, newsroom):
    url = "https://news.example/corrected"
    name = newsroom.publish("出口", "出口额12亿元。", url=url)
    assert newsroom.publish("出口", "出口额1.2亿元。", url=url) == name
    tree = read(own_site, name, "en")
    assert tree.xpath("//ol[@class='revisions']//a/text()") == ["Revision 2", "Revision 1"]
    assert tree.xpath("//a[@class='claim']/text()") == ["1.2亿元"]
    older = read(own_site, name, "en", revision="1")
    assert older.xpath("//a[@class='claim']/text()") == ["12亿元"]
    assert "There is a newer one" in older.text_content()


def test_what_is_off_topic_says_so(own_site, newsroom):
    name = newsroom.publish("足球", "比分3比1。", on_topic=False)
    assert "Recorded without claims" in read(own_site, name, "en").text_content()


@pytest.mark.parametrize("path", ["/articles/1", "/articles/x", "/articles/-1", "/articles/9" + "9" * 30, "/nowhere"])
def test_what_is_not_there_is_a_page_with_status_404(page, path):
    assert "There is no such page" in page(path, 404)


def test_a_revision_that_is_not_there_is_404(own_site, newsroom):
    name = newsroom.publish("标题", BODY)
    assert own_site.get(f"/articles/{name}?revision=7").status_code == 404
    assert own_site.get(f"/articles/{name}?revision=x").status_code == 404


def test_removed_articles_are_gone_and_merged_ones_lead_on(own_site, newsroom):
    first, second = newsroom.publish("甲", BODY), newsroom.publish("乙", BODY)
    with newsroom.record.writing() as connection:
        connection.execute(update(articles).where(articles.c.id == second).values(redirect_to=first))
    answer = own_site.get(f"/articles/{second}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/articles/{first}")
    with newsroom.record.writing() as connection:
        connection.execute(update(articles).where(articles.c.id == first).values(removed_at=articles.c.first_seen))
    assert own_site.get(f"/articles/{first}").status_code == 410
    assert own_site.get(f"/api/articles/{first}").status_code == 410


@pytest.mark.parametrize(
    ("tongue", "told"),
    [("zh", ["第 2 版", "数字于 2025-06-22 有变动"]), ("en", ["Revision 2", "figures changed on 2025-06-22"])],
)
def test_a_corrected_article_says_so_at_its_head_and_leads_to_versions_and_evidence(own_site, newsroom, tongue, told):
    newsroom.publish("出口", "出口额12亿元。", url="https://news.example/c", day=16)
    name = newsroom.publish("出口", "出口额13亿元。", url="https://news.example/c", day=17)
    tree = read(own_site, name, tongue)
    line = tree.xpath("//article/p[@class='versions']")[0]
    shown = " ".join(line.text_content().split())
    for part in told:
        assert part in shown
    for target in line.xpath("a/@href"):
        assert tree.xpath("//*[@id=$id]", id=target[1:]), target
    assert line.xpath("a/@href") == ["#revisions-heading", "#evidence-heading"]
    first = read(own_site, name, tongue, revision="1").xpath("string(//p[@class='versions'])")
    assert told[0] not in first


def test_a_version_with_other_words_and_the_same_figures_changes_no_figure(own_site, newsroom):
    newsroom.publish("出口", "出口额12亿元。", url="https://news.example/c", day=16)
    name = newsroom.publish("出口", "义乌出口额为12亿元。", url="https://news.example/c", day=17)
    line = read(own_site, name, "zh").xpath("string(//p[@class='versions'])")
    assert "第 2 版" in line
    assert "变动" not in line


def test_the_exact_value_has_the_unit_in_the_language_of_the_page(own_site, newsroom):
    text = "送达110000件"
    parcels = claim(text, "110000件", value=Decimal("110000.00"), unit="parcel")
    name = newsroom.publish("", text, claims=(parcels,))
    for tongue, told in (("zh", "110000 包裹"), ("en", "110000 parcels")):
        exact = read(own_site, name, tongue).xpath("//li[@class='record']//data/ancestor::dd[1]")[0]
        assert " ".join(exact.text_content().split()) == told
