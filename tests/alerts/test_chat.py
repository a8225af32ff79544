"""Messages to chat services: the services' own requests, taken by a real web server on loopback."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import apprise
import pytest
from sqlalchemy import select

from barometer.alerts.bundling import bundle_due
from barometer.alerts.chat import check_chat, pace_of, shown_chat
from barometer.alerts.hearing import hear
from barometer.alerts.sending import send_due
from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Subscription
from barometer.archive.tables import alerts, deliveries
from barometer.config import Settings
from barometer.errors import SubscriptionError

NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
DINGTALK = "dingtalk://secretsecret@tokentoken"


class Service(HTTPServer):
    """Takes what is posted and answers as told."""

    def __init__(self) -> None:
        self.got: list[Any] = []
        self.status = 200
        self.answer: dict[str, Any] = {"errcode": 0}
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        body = json.dumps(self.server.answer).encode()
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", "http://169.254.169.254/latest")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def service(monkeypatch) -> Iterator[Service]:
    """DingTalk's robots, at an address of this machine."""
    made = Service()
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    robot = apprise.plugins.N_MGR["dingtalk"]
    monkeypatch.setattr(robot, "notify_url", f"http://127.0.0.1:{made.port}/robot/send?access_token={{token}}")
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def configured(tmp_path, service) -> Settings:
    return Settings(
        data=tmp_path,
        public_url="https://barometer.example",
        secret_key="k" * 32,
        network_allow=f"127.0.0.1:{service.port}",
    )


def tell(record, settings, now=NOW):
    hear(record, lambda: now)
    bundle_due(record, now)
    return send_due(record, settings, lambda: now)


def subscribed(record, target=DINGTALK, **more) -> int:
    one = Subscription(channel="chat", target=target, query="义乌", language="zh", **more)
    return subscribe(record, one, NOW - timedelta(hours=1), confirmed=True)


def problems(record) -> list[tuple[str, str | None]]:
    with record.reading() as connection:
        rows = connection.execute(select(deliveries.c.state, deliveries.c.problem).order_by(deliveries.c.id))
        return [tuple(row) for row in rows]


def test_a_chat_is_told_the_quote_and_where_it_stands(record, newsroom, configured, service, claim):
    subscribed(record)
    text = "义乌前五个月出口增长16.3%，比上月加快。"
    figure = claim(f"义乌出口增长\n\n{text}", "16.3%", "16.3", direction="up", comparison="yoy")
    newsroom.publish("义乌出口增长", text, (figure,))
    assert tell(record, configured).sent == 1
    (got,) = service.got
    told = got["text"]["content"]
    assert told.startswith("义乌出口增长\r\n↑ 16.3% exports · 比上年同期\n“义乌前五个月出口增长16.3%，比上月加快。”")
    assert "https://people.example/" in told
    assert re.search(r"消息编号 delivery\.1\.\S+$", told)


def test_a_robot_that_refuses_with_200_is_not_taken_for_told(record, newsroom, configured, service):
    subscribed(record)
    newsroom.publish("义乌", "义乌出口。")
    service.answer = {"errcode": 130101, "errmsg": "send too fast"}
    assert tell(record, configured).put_off == 1
    assert problems(record) == [("waiting", "dingtalk refuses it: errcode 130101, send too fast")]
    service.answer = {"errcode": 0}
    assert send_due(record, configured, lambda: NOW + timedelta(minutes=2)).sent == 1


@pytest.mark.parametrize(("status", "told"), [(403, "403"), (302, "302")])
def test_a_refusal_is_told_and_no_redirect_is_followed(record, newsroom, configured, service, status, told):
    subscribed(record)
    newsroom.publish("义乌", "义乌出口。")
    service.status = status
    done = tell(record, configured)
    assert (done.sent, len(service.got)) == (0, 1)
    assert told in (problems(record)[0][1] or "")


def test_a_chat_of_the_own_network_is_never_asked(record, newsroom, configured, service):
    subscribed(record)
    newsroom.publish("义乌", "义乌出口。")
    closed = configured.model_copy(update={"network_allow": ""})
    assert tell(record, closed).dead == 1
    assert service.got == []
    assert "refused" in (problems(record)[0][1] or "")


def test_no_robot_is_told_faster_than_it_takes(record, newsroom, configured, service):
    pace = pace_of(DINGTALK)
    assert (pace.most, pace.seconds) == (20, 60)
    numbers = [subscribed(record) for _ in range(3)]  # of one robot: it counts them together
    article = newsroom.publish("义乌", "义乌出口。")
    with record.writing() as connection:
        for step in range(50):
            row = {"subscription_id": numbers[step % 3], "kind": "alerts", "state": "waiting", "due": NOW}
            added = deliveries.insert().values(**row, created_at=NOW, attempts=0).returning(deliveries.c.id)
            delivery = connection.execute(added).scalar_one()
            event = {"subscription_id": numbers[step % 3], "event": f"e{step}", "at": NOW, "due": NOW}
            told = {"kind": "source_silent", "source": "people", "since": "", "expected": "3"}
            connection.execute(alerts.insert().values(**event, told=told, delivery_id=delivery))
    assert article
    arrivals: list[float] = []
    for second in range(200):
        now = NOW + timedelta(seconds=second)
        arrivals += [second] * send_due(record, configured, lambda at=now: at).sent
    assert len(arrivals) == len(service.got) == 50
    assert all(sum(begin <= each < begin + 60 for each in arrivals) <= 20 for begin in arrivals)
    assert arrivals[-1] < 180
    assert {state for state, _ in problems(record)} == {"sent"}
    with record.reading() as connection:
        assert set(connection.execute(select(deliveries.c.attempts)).scalars()) == {1}


def test_a_chat_that_has_to_say_yes_is_asked_there(record, configured, service):
    one = Subscription(channel="chat", target=DINGTALK, query="义乌", language="zh")
    subscribe(record, one, NOW)
    assert send_due(record, configured, lambda: NOW).sent == 1
    assert "https://barometer.example/subscriptions/confirm?token=1.confirm." in service.got[0]["text"]["content"]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("json://127.0.0.1/", "--webhook"),
        ("mailto://a:b@mail.example", "--email"),
        ("syslog://", "not asked over the web"),
        ("mqtt://broker.example/topic", "no chat service|not asked over the web"),
        ("nosuch://token", "no chat service"),
        ("dingtalk://", "no chat service"),
        ("no address", "no chat service"),
    ],
)
def test_what_is_no_chat_service_is_refused(target, told):
    with pytest.raises(SubscriptionError, match=told):
        check_chat(target)


@pytest.mark.parametrize(
    "target",
    [
        DINGTALK,
        "wecombot://693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa/",
        "feishu://11111111-1111-1111-1111-111111111111/",
        "lark://abcdef1234567890/",
        "tgram://123456789:abcdefg_hijklmnopqrstuvwxyzabcdefg/12315544/",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    ],
)
def test_the_services_that_are_named_are_taken_and_shown_without_their_secrets(target):
    check_chat(target)
    shown = shown_chat(target)
    for secret in ("secretsecret", "tokentoken", "7aoc", "abcdef1234567890", "hijklm", "TIiajk", "JHMHI8qBe7bk2"):
        assert secret not in shown
