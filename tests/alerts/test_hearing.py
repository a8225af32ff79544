"""From the record to alerts: each story once, late arrivals too, nothing of what a person brings in."""

import itertools
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from barometer.alerts.copies import are_copies, bands, shingles
from barometer.alerts.hearing import Listener, hear
from barometer.alerts.subscribers import confirm, edit, leave, mute_story, subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.tables import alerts, story_members

NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
BODY = (
    "据海关统计，今年前五个月义乌市出口总值达到二千八百亿元，同比增长百分之十六点三。其中跨境电商出口增势明显，"
    "市场采购贸易方式占全市出口的七成以上，对东盟、非洲和拉丁美洲的出口保持两位数增长，商户普遍看好下半年订单。"
)
RAILWAY = "义乌出口的另一则消息，讲的是铁路运输和海铁联运在今年的全新进展，与此前的各种报道都不同。"
MONEY = "第三则义乌出口新闻：市场商户开始以人民币结算，银行推出新的服务。"
PLATFORM = "义乌上线了新的数字贸易平台，商户可在线完成出口报关和结汇，首日有三百家企业入驻。"


def told(record) -> list[tuple]:
    with record.reading() as connection:
        query = select(alerts.c.subscription_id, alerts.c.article_id).order_by(alerts.c.id)
        return [tuple(row) for row in connection.execute(query)]


def subscribed(record, query="义乌 出口", *, confirmed=True, now=NOW, **more) -> int:
    one = Subscription(**{"channel": "email", "target": "a@b.example", "query": query, **more})
    return subscribe(record, one, now, confirmed=confirmed)


def listen(record, now=NOW) -> int:
    return hear(record, lambda: now)


@pytest.mark.parametrize("record_url", ["sqlite", "postgresql"], indirect=True)
def test_an_article_is_told_once_however_often_the_record_speaks_of_it(record, newsroom):
    number = subscribed(record)
    article = newsroom.publish("义乌出口增长", BODY)
    assert listen(record) == 1
    assert listen(record) == 0
    newsroom.publish("义乌出口增长", BODY + "（更正）", key=1, now=NOW + timedelta(hours=1))
    assert listen(record) == 0
    assert told(record) == [(number, article)]


def test_copies_of_a_story_are_told_once_and_another_story_again(record, newsroom):
    number = subscribed(record)
    first = newsroom.publish("义乌出口增长", BODY)
    newsroom.publish("义乌出口增长百分之十六", BODY + "（来源：人民网）", source="xinhua")
    newsroom.publish("前五月义乌出口", "本报讯 " + BODY, source="cctv")
    other = newsroom.publish("义乌出口新平台", PLATFORM)
    assert listen(record) == 2
    assert told(record) == [(number, first), (number, other)]


def test_a_late_article_is_told_whenever_it_says_it_was_published(record, newsroom):
    subscribed(record)
    newsroom.publish("义乌出口", BODY, published=NOW - timedelta(days=40))
    assert listen(record) == 1


def test_nothing_seen_before_the_subscription_or_before_it_was_confirmed(record, newsroom):
    newsroom.publish("义乌出口", BODY, now=NOW - timedelta(hours=2))
    number = subscribed(record, confirmed=False)
    newsroom.publish("义乌出口二", RAILWAY)
    assert listen(record) == 0
    confirm(record, number, NOW + timedelta(minutes=1))
    late = newsroom.publish("义乌出口三", MONEY, now=NOW + timedelta(hours=1))
    assert listen(record) == 1
    assert told(record) == [(number, late)]


@pytest.mark.parametrize("mode", ["import", "history"])
def test_what_is_brought_in_by_hand_or_from_an_archive_is_told_to_nobody(record, newsroom, mode):
    subscribed(record)
    newsroom.publish("义乌出口", BODY, mode=mode)
    assert listen(record) == 0


def test_a_muted_story_stays_muted_and_one_who_left_hears_nothing(record, newsroom):
    number, other = subscribed(record), subscribed(record, "义乌")
    first = newsroom.publish("天气", BODY.replace("义乌", "金华"))
    listen(record)
    assert told(record) == []
    mute_story(record, number, first, NOW)
    leave(record, other, NOW)
    newsroom.publish("天气", BODY.replace("义乌", "金华").replace("据海关统计", "义乌"), source="xinhua")
    assert listen(record) == 0
    newsroom.publish("义乌出口", RAILWAY)
    assert listen(record) == 1
    assert told(record)[0][0] == number


def test_a_figure_is_compared_with_the_last_one_of_its_source(record, newsroom, claim):
    condition = Condition.read({"indicator": "exports", "changed": "10"})
    number = subscribed(record, "", condition=condition)

    def say(value, source="people"):
        text = f"本月第{value}号报告：出口增长{value}%，详细的分项数据见统计公报第{value}页附表。"
        whole = f"报告{value}\n\n{text}"
        return newsroom.publish(
            f"报告{value}", text, (claim(whole, f"{value}%", value, direction="up"),), source=source
        )

    say("20")
    say("35", source="xinhua")
    assert listen(record) == 0
    told_now = say("25")
    assert listen(record) == 1
    with record.reading() as connection:
        row = connection.execute(select(alerts)).one()
    assert (row.subscription_id, row.article_id, row.before) == (number, told_now, Decimal(20))
    assert row.claim_id is not None


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::5])
def test_stories_do_not_depend_on_the_order_of_arrival(record, newsroom, order):
    texts = [
        BODY,
        "（记者 张三）" + BODY,
        BODY + "业内人士认为，这一趋势有望延续到年底，外贸企业正在积极开拓新兴市场。",
        RAILWAY,
    ]
    subscribed(record)
    for position in order:
        newsroom.publish("义乌出口", texts[position])
    assert listen(record) == 2


def test_an_article_that_copies_two_stories_joins_them(record, newsroom):
    number = subscribed(record)
    first = newsroom.publish("义乌出口", BODY)
    second = newsroom.publish("铁路", RAILWAY * 2 + PLATFORM)
    assert listen(record) == 2
    newsroom.publish("义乌出口", BODY + RAILWAY * 2 + PLATFORM, source="xinhua")
    assert listen(record) == 0
    with record.reading() as connection:
        stories = connection.execute(select(story_members.c.story_id).distinct()).scalars().all()
    assert stories == [min(first, second, *stories)]
    newsroom.publish("铁路又讯", RAILWAY * 2 + PLATFORM, source="cctv")
    assert listen(record) == 0
    assert {row[0] for row in told(record)} == {number}


def test_copies_are_told_from_articles_about_the_same_thing():
    text = shingles("义乌出口\n\n" + BODY)
    assert are_copies(text, shingles("义乌出口\n\n" + BODY[:90]))  # cut short
    assert not are_copies(text, shingles("义乌出口\n\n" + BODY[::-1]))
    assert not are_copies(shingles("义乌出口下降"), shingles("义乌出口上升"))
    assert set(bands(text)) & set(bands(shingles("义乌出口快报\n\n" + BODY)))


def test_an_actual_figure_is_held_against_the_last_target_of_its_period(record, newsroom, claim):
    number = subscribed(record, "", condition=Condition.read({"indicator": "exports", "target": "missed"}))
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31), "place": "Yiwu"}

    def say(text, value, source="people", **more):
        title = f"报告：{text}"
        figure = claim(f"{title}\n\n{text}", f"{value}%", value, direction="up", **{**year, **more})
        return newsroom.publish(title, text, (figure,), source=source)

    say("义乌提出今年出口增长8%的目标，各部门细化举措。", "8", status="target")
    say("前五个月出口增长5%，商户观望情绪较浓。", "5", period_end=date(2025, 5, 31))  # another period
    say("浙江全年出口增长5%，全省各地分化明显。", "5", place="Zhejiang")
    assert listen(record) == 0
    missed = say("统计公报显示全年出口增长6.5%，低于年初预期。", "6.5", source="xinhua")
    say("另据全年快报，出口增长9.1%，超出年初的预期。", "9.1", source="cctv")
    assert listen(record) == 1
    with record.reading() as connection:
        row = connection.execute(select(alerts)).one()
    assert (row.subscription_id, row.article_id, row.before) == (number, missed, Decimal(8))
    assert row.told == {"against": "target"}


def test_what_is_brought_in_stays_untold_whoever_reads_it_later_and_news_stay_news(record, newsroom):
    subscribed(record)
    newsroom.publish("义乌出口", BODY, mode="import", key=7)
    newsroom.publish("义乌出口", BODY + "（更正）", key=7, now=NOW + timedelta(hours=1))  # by a crawl
    assert listen(record) == 0
    newsroom.publish("天气", RAILWAY.replace("义乌", "金华"), key=8)
    assert listen(record) == 0
    newsroom.publish("义乌出口", RAILWAY, key=8, mode="import", now=NOW + timedelta(hours=2))
    assert listen(record) == 0


def test_a_listener_hears_of_subscriptions_that_come_change_and_go(record, newsroom):
    listener = Listener()

    def hears(body):
        newsroom.publish("又讯", body, now=NOW + timedelta(hours=2))
        return hear(record, lambda: NOW, listener)

    first = subscribed(record, "铁路")
    assert hears(RAILWAY) == 1
    second = subscribed(record, "结算", confirmed=False)
    assert hears(MONEY) == 0
    confirm(record, second, NOW + timedelta(hours=1))
    edit(record, first, Subscription(channel="email", target="a@b.example", query="平台"))
    assert hears(MONEY.replace("第三则", "第四则，与前一则不同的一则") + "手续费下降一半。" * 6) == 1
    assert hears(PLATFORM) == 1
    leave(record, first, NOW)
    assert hears("数字贸易平台的下一则消息，与此前全然不同，讲的是海外仓与结算。" * 2) == 1
    assert [number for number, _ in told(record)] == [second, second]  # what waited for who left is dropped
