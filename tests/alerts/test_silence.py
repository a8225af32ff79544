"""A record brought back from a copy tells nobody what it may have told before."""

from sqlalchemy import select

from barometer.alerts.bundling import bundle_due
from barometer.alerts.hearing import CONSUMER, hear
from barometer.alerts.sending import retry_dead
from barometer.alerts.silence import REASON, silence
from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Subscription
from barometer.archive.outbox import NEWS_ONLY
from barometer.archive.tables import alerts, deliveries
from tests.alerts.conftest import NOW


def test_alerts_are_a_consumer_of_news_only():
    assert CONSUMER in NEWS_ONLY


def test_what_waited_is_given_up_and_can_be_sent_on_purpose(record, newsroom):
    one = Subscription(channel="email", target="a@b.example", query="义乌")
    subscribe(record, one, NOW, confirmed=True)
    newsroom.publish("义乌出口增长", "义乌出口增长一成。")
    hear(record, lambda: NOW)
    newsroom.publish("义乌进口下降", "进口下降两成，与此前的消息毫不相干。")  # not heard of yet
    assert silence(record, NOW) == 1
    assert (hear(record, lambda: NOW), bundle_due(record, NOW)) == (0, 0)
    with record.reading() as connection:
        told = connection.execute(select(deliveries.c.state, deliveries.c.problem)).all()
        loose = connection.execute(select(alerts.c.id).where(alerts.c.delivery_id.is_(None))).all()
    assert ([tuple(row) for row in told], loose) == ([("dead", REASON)], [])
    assert silence(record, NOW) == 0
    assert retry_dead(record, NOW) == 1
