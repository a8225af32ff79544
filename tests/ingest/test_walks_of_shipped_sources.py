"""A walk back through the archive of each source that has one, over its list documents in the described markup."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from barometer.sources import load_sources
from barometer.sources.asking import entries_of, walk_entries
from tests.ingest.walks import MOST, NOW, Answers, Walked, follow

ROOT = Path(__file__).parents[2]
SOURCES = load_sources(ROOT / "settings" / "sources")
SAMPLE = load_sources(ROOT / "settings" / "sources", ROOT / "demo" / "sources")  # with a host that nobody has


def walk(name: str, since: str, answers: Answers) -> Walked:
    source, back = SOURCES[name], datetime.fromisoformat(f"{since}T00:00:00+08:00")
    return follow(source, walk_entries(source, back, NOW), answers, back)


def keys(walked: Walked, name: str) -> set[str]:
    return {str(SOURCES[name].article_key(url)).rpartition(":")[2] for url in walked.articles}


def query(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query, keep_blank_values=True).items()}


def day_of(number: int) -> str:
    """Give the day of a made-up article: number 1 is yesterday's, each further one a day older."""
    return datetime.fromordinal(NOW.toordinal() - number).strftime("%Y-%m-%d")


def test_a_daily_page_is_asked_for_each_day_and_none_from_before_there_were_any():
    def answers(url: str, _: str | None) -> str | None:
        if "/2026/" not in url:
            return None
        day = url[-15:-11]
        return (
            f'<li><a href="/cj/2026/{day[:2]}-{day[2:]}/10{day}.shtml">义乌</a><div>{day[:2]}-{day[2:]} 9:00</div></li>'
        )

    found = walk("chinanews", "2026-11-20", answers)
    daily = [url for url, _ in found.asked if url.endswith("/news.shtml")]
    assert [url[-16:-11] for url in daily] == ["/1124", "/1123", "/1122", "/1121", "/1120"]
    assert keys(found, "chinanews") == {"101120", "101121", "101122"}  # the last two days are the daily crawl's
    assert len([one for one in walk("chinanews", "2008-07-01", answers).asked if "news.shtml" in one[0]]) == MOST - 1


def test_a_paper_is_walked_edition_by_edition_in_both_its_layouts():
    old = "https://paper.people.com.cn/rmrb/html/2024-11/30/"
    new = "https://paper.people.com.cn/rmrb/pc/layout/202412/01/"
    named = '<ul class="news-list"><a href="{}">义乌</a></ul>'
    pages = {
        f"{old}nbs.D110000renmrb_01.htm": '<div id="list"><a href="nbs.D110000renmrb_02.htm">02</a></div>',
        f"{old}nbs.D110000renmrb_02.htm": named.format("nw.D110000renmrb_20241130_1-02.htm"),
        f"{new}node_01.html": named.format("../../../content/202412/01/content_30055001.html"),
    }
    found = walk("people_paper", "2024-11-29", lambda url, _: pages.get(url))
    assert keys(found, "people_paper") == {"20241130_1-02", "30055001"}
    asked = [url for url, _ in found.asked]
    assert f"{new}node_01.html" in asked
    assert not any("/rmrb/html/2024-12" in url or "/layout/202411" in url for url in asked)


def test_pages_of_a_list_are_turned_until_everything_on_one_is_too_old():
    def answers(url: str, _: str | None) -> str | None:
        if "economy_" in url:
            number = int(url.partition("economy_")[2].partition(".")[0])
            items = [
                {"url": f"https://news.cctv.com/2026/11/01/ARTI{each:016}261101.shtml", "focus_date": day_of(each)}
                for each in range(10 * number, 10 * number + 10)
            ]
            return f"economy({json.dumps({'data': {'list': items}})});"
        if "/xwlb/day/" in url:
            day = url[-14:-6]
            return f'<li><a href="https://tv.cctv.com/2026/11/01/VIDE{day:0>16}261101.shtml">[视频]义乌</a></li>'
        return None

    found = walk("cctv", "2026-10-20", answers)  # 35 days ago
    lists = [url for url, _ in found.asked if "economy_" in url]
    assert [url.partition("economy_")[2][0] for url in lists] == ["1", "2", "3", "4"]
    assert sum("ARTI" in url for url in found.articles) == 26
    assert sum("VIDE" in url for url in found.articles) == 36
    first = follow(SOURCES["cctv"], entries_of(SOURCES["cctv"], NOW), answers, None)
    assert len(first.asked) == 2  # the daily crawl reads two pages, and no broadcast of earlier days


def offsets(url: str, _: str | None) -> str | None:
    if "channel_pc" in url:
        tree = {"children": {"a": {"node": "/e1/e2", "domain_name": urlsplit(url).netloc}}}
        return json.dumps(tree) if "finance" in url else None
    start = int(query(url)["offset"])
    assert query(url)["node"] == '"/e1/e2"'
    rows = [{"aid": f"4T{number:09}", "host": "finance.huanqiu.com", "ctime": f"{day_of(number)} 08:00"}
            for number in range(start, start + 24)]  # fmt: skip
    return json.dumps({"list": [*rows, {}] if start < 480 else [{}]})


def numbered(url: str, _: str | None) -> str | None:
    if "/rest/en/search" not in url:
        return None
    assert (query(url)["keywords"], query(url)["sort"]) == ("Yiwu", "dp")
    first = 10 * int(query(url)["page"])
    rows = [{"url": f"https://www.chinadaily.com.cn/a/202611/01/WS{number:024x}.html",
             "publishTime": int(datetime.fromisoformat(day_of(number)).timestamp() * 1000)}
            for number in range(first, first + 10)]  # fmt: skip
    return json.dumps({"content": rows})


def unit(url: str, _: str | None) -> str | None:
    if "/col/" in url:
        attribute = "queryData=\"{'webId':'3549','pageId':'1229187636','tplSetId':'zf','tagId':'新闻列表'}\""
        return f"<div {attribute}></div>" if "1229187636" in url else None
    page = json.loads(query(url).get("paramJson") or "{}").get("pageNo", 1)
    rows = "".join(f'<li><a href="/art/2026/11/1/art_9_{number}.html">义乌</a><span>{day_of(number)}</span></li>'
                   for number in range(15 * page - 15, 15 * page))  # fmt: skip
    return json.dumps({"success": True, "data": {"html": f'<ul>{rows}</ul><div count="900"></div>'}})


@pytest.mark.parametrize(
    ("name", "answers", "lists", "articles"),
    [("huanqiu", offsets, 3, 51 - 2), ("chinadaily", numbered, 6, 51 - 2), ("yiwu_gov", unit, 5, 51 - 2)],
)
def test_lists_of_other_kinds_are_turned_as_their_sites_turn_them(name, answers, lists, articles):
    found = walk(name, day_of(50), answers)
    turned = [url for url, _ in found.asked if any(part in url for part in ("api/list", "rest/en", "build/unit"))]
    assert len(turned) in {lists, lists + 1}  # the page on which all is too old is asked for before that is known
    assert len(found.articles) in {articles, articles + 1}  # and the day itself counts
    daily = follow(SOURCES[name], entries_of(SOURCES[name], NOW), answers, None)
    assert sum(any(part in url for part in ("api/list", "rest/en", "build/unit")) for url, _ in daily.asked) <= 3


def test_a_search_is_asked_day_by_day():
    def answers(_: str, body: str | None) -> str | None:
        asked = json.loads(body or "{}")
        if "startTime" not in asked:
            return None
        assert asked["endTime"] - asked["startTime"] == 86_400_000
        day = datetime.fromtimestamp(asked["startTime"] / 1000 + 8 * 3600, UTC)
        row = {
            "url": f"http://zj.people.com.cn/n2/{day:%Y/%m%d}/c1-4{day:%m%d}001.html",
            "displayTime": asked["startTime"],
        }
        return json.dumps({"data": {"records": [row]}})

    found = walk("people", "2026-11-19", answers)
    assert keys(found, "people") == {"41119001", "41120001", "41121001", "41122001"}

    def results(url: str, _: str | None) -> str | None:
        told = query(url)
        if "SearchCtrl" not in url:
            return None
        assert told["begin_date"] == told["end_date"]
        number = told["begin_date"].replace("-", "")[-4:] + "001"
        return f'<div class="row-fluid"><a href="https://www.globaltimes.cn/page/202611/{number}.shtml">Yiwu</a></div>'

    assert keys(walk("global_times", "2026-11-22", results), "global_times") >= {"1122001", "1123001"}


def album(size: int) -> Answers:
    def answers(url: str, _: str | None) -> str | None:
        told = query(url)
        assert (told["album_id"], told["f"]) == ("7", "json")
        start = int(told.get("begin_msgid", 1000))
        assert told.get("begin_itemidx", "1") == "1"
        rows: list[Mapping[str, Any]] = [
            {"url": f"http://mp.weixin.qq.com/s?__biz=M&mid={number}&idx=1&sn=a", "msgid": str(number), "itemidx": "1",
             "create_time": str(int(datetime.fromisoformat(day_of(1000 - number)).timestamp()))}
            for number in range(start - 1, max(start - 11, 1000 - size), -1)
        ]  # fmt: skip
        last = start - 11 <= 1000 - size
        told_rows: Any = rows if len(rows) > 1 else rows[0]  # one article is no list there
        return json.dumps({"getalbum_resp": {"article_list": told_rows, "continue_flag": "0" if last else "1"}})

    return answers


def test_an_album_is_turned_to_its_end_by_a_walk_and_three_pages_far_by_a_daily_crawl():
    address = "https://mp.weixin.qq.com/mp/appmsgalbum?action=getalbum&__biz=M&album_id=7&count=10&f=json"
    account = SOURCES["yiwu_fabu"].model_copy(update={"entry": (address,), "ask": ()})
    back = datetime.fromisoformat("2020-01-01T00:00:00+08:00")
    whole = follow(account, walk_entries(account, back, NOW), album(42), back)
    assert (len(whole.asked), len(whole.articles)) == (5, 41 - 1)  # yesterday's is the daily crawl's
    recent = follow(account.model_copy(update={"recent": 0}), entries_of(account, NOW), album(42), None)
    assert (len(recent.asked), len(recent.articles)) == (3, 30)
    one = follow(account, entries_of(account, NOW), album(2), None)
    assert (len(one.asked), len(one.articles)) == (1, 1)


def test_a_data_proxy_that_is_asked_by_ranges_is_asked_for_the_next_range():
    first = (
        "http://swj.jinhua.example/module/web/jpage/dataproxy.jsp"
        "?startrecord=1&endrecord=60&perpage=20&col=1&webid=3999&columnid=9&unitid=8"
    )

    def answers(url: str, _: str | None) -> str | None:
        told = query(url)
        assert (told["perpage"], told["columnid"]) == ("20", "9")
        start, end = int(told["startrecord"]), int(told["endrecord"])
        items = (
            f"<li><a href='/art/2026/1/1/art_9_{number}.html'>义乌</a><span>2026-01-01</span></li>"
            for number in range(start, min(end, 150) + 1)
        )
        rows = "".join(f"<record><![CDATA[{item}]]></record>" for item in items)
        return f"<datastore><totalrecord>150</totalrecord><recordset>{rows}</recordset></datastore>"

    bureau = SAMPLE["jinhua_commerce"].model_copy(update={"entry": (first,)})
    back = datetime.fromisoformat("2025-12-01T00:00:00+08:00")
    found = follow(bureau, walk_entries(bureau, back, NOW), answers, back)
    ranges = [(query(url)["startrecord"], query(url)["endrecord"]) for url, _ in found.asked]
    assert ranges == [("1", "60"), ("61", "120"), ("121", "180")]
    assert len(found.articles) == 150
