"""Messages as they arrive: a real mail server and a real web server on loopback take them."""

import email
import email.policy
import hashlib
import hmac
import json
import re
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from fastapi.testclient import TestClient
from imap_tools import MailMessage
from sqlalchemy import select

from barometer.alerts import sending
from barometer.alerts.bundling import bundle_due
from barometer.alerts.hearing import hear
from barometer.alerts.letters import Item, compose_alerts
from barometer.alerts.links import read_action, sign_action, webhook_secret
from barometer.alerts.preview import preview
from barometer.alerts.sending import retry_dead, send_due
from barometer.alerts.subscribers import confirm, get_subscriber, leave, subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.tables import deliveries
from barometer.config import Settings
from barometer.errors import SubscriptionError
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import EmbeddedIndex
from barometer.website.app import create_app
from barometer.website.names import Directory
from tests.alerts.mail_server import mail_server

FORM = "application/x-www-form-urlencoded"
NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
BODIES = [
    "据海关统计，今年前五个月义乌市出口总值达到二千八百亿元，同比增长百分之十六点三，跨境电商出口增势明显。",
    "义乌出口的另一则消息，讲的是铁路运输和海铁联运在今年的全新进展，与此前的各种报道都不同。",
    "义乌上线了新的数字贸易平台，商户可在线完成出口报关和结汇，首日有三百家企业入驻，效率大为提升。",
    "第三则义乌出口新闻：市场商户开始以人民币结算，银行推出新的服务，手续费比从前降低一半以上。",
    "拉美客商组团来到义乌采购节日用品，出口订单排到九月，工厂加班赶制，物流企业增开专线保障运输。",
    "义乌综合保税区二期封关运作，进出口货物通关时间缩短，区内企业出口退税周期压缩到三个工作日内。",
    "义乌小商品指数上周上扬，出口类商品价格走高，针织和饰品两类涨幅居前，分析师认为旺季提前到来。",
]


class Postbox:
    """Takes mails; answers as told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.answer = "250 taken"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 - aiosmtpd calls it
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd calls it
        self.raw.append(envelope.content)
        made = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(made, EmailMessage)
        self.mails.append(made)
        return "250 taken"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    box = Postbox()
    with mail_server(box) as port:
        yield box, port


@pytest.fixture
def configured(tmp_path, postbox) -> Settings:
    return Settings(
        data=tmp_path,
        smtp_url=f"smtp://127.0.0.1:{postbox[1]}",
        mail_from="alerts@barometer.example",
        public_url="https://barometer.example",
        secret_key="k" * 32,
    )


def subscribed(record, *, confirmed=True, **more) -> int:
    one = Subscription(**{"channel": "email", "target": "reader@mail.example", "query": "义乌", **more})
    return subscribe(record, one, NOW - timedelta(hours=1), confirmed=confirmed)


def tell(record, settings, now=NOW):
    hear(record, lambda: now)
    bundle_due(record, now)
    return send_due(record, settings, lambda: now)


def states(record) -> list[tuple]:
    with record.reading() as connection:
        query = select(deliveries.c.state, deliveries.c.attempts, deliveries.c.problem).order_by(deliveries.c.id)
        return [tuple(row) for row in connection.execute(query)]


def test_a_mail_has_all_a_reader_needs(record, newsroom, configured, postbox, claim):
    number = subscribed(record, condition=Condition.read({"indicator": "exports", "above": "10"}))
    title, text = "义乌 <b>出口</b> 增长", "义乌前五个月出口增长16.3%，比上月加快。"
    figure = claim(f"{title}\n\n{text}", "16.3%", "16.3", direction="up", comparison="yoy")
    newsroom.publish(title, text, (figure,))
    assert tell(record, configured).sent == 1
    (mail,) = postbox[0].mails
    assert mail["To"] == "reader@mail.example"
    assert mail["Subject"] == title
    assert mail["Message-ID"].endswith("@barometer.example>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = mail["List-Unsubscribe"].strip("<>")
    assert address.startswith("https://barometer.example/subscriptions/leave?token=")
    assert read_action(configured, address.partition("token=")[2], "leave") == number
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert "*16.3%*" in plain
    assert "https://people.example/" in plain
    assert re.search(r"<mark [^>]*>16.3%</mark>", html)
    assert "<b>出口" not in html
    assert "People's Daily Online · people · 2025-06-02 08:00 UTC+8" in plain  # in the subscriber's zone


def test_the_value_before_is_told_in_the_subscribers_language():
    common = {"title": "T", "url": "https://x.example/1", "source": "people", "language": "en"}
    article = ArticleDocument(id=1, version=1, text="Exports fell.", fetched=NOW, **common)
    figure = ClaimDocument(
        id="c",
        version=1,
        article_id=1,
        quote="3%",
        sentence="Exports fell 3%.",
        value=Decimal("3.0"),
        unit="percent",
        kind="change",
        direction="down",
        **common,
    )
    for language, told in (
        ("en", "Now −3%; this source last told 5% (−8 percentage points)"),
        ("zh", "现为 −3%；同一来源上次为 5%（−8个百分点）"),
    ):
        one = Subscription(channel="email", target="a@b.example", query="exports", language=language)
        letter = compose_alerts(one, [Item(article, figure, Decimal(5))], names={}, links=None)
        assert told in letter.text
        assert told in letter.html


def test_nothing_is_told_before_the_address_has_said_yes(record, newsroom, configured, postbox):
    number = subscribed(record, confirmed=False, language="zh")
    newsroom.publish("义乌", BODIES[0])
    assert tell(record, configured).sent == 1
    (question,) = postbox[0].mails
    body = question.get_body(("plain",)).get_content()
    token = body.partition("token=")[2].split()[0]
    assert read_action(configured, token, "confirm") == number
    assert "List-Unsubscribe" not in question
    confirm(record, number, NOW)
    assert get_subscriber(record, number).state == "confirmed"
    newsroom.publish("义乌", BODIES[1], now=NOW + timedelta(hours=1))
    assert tell(record, configured, NOW + timedelta(hours=1)).sent == 1
    assert len(postbox[0].mails) == 2


def test_a_link_that_we_did_not_sign_does_nothing(configured):
    token = sign_action(configured, "leave", 7)
    assert read_action(configured, token, "leave") == 7
    for wrong in (token[:-1], token.replace("7", "8", 1), token.replace("leave", "confirm"), "", "7.leave."):
        with pytest.raises(SubscriptionError):
            read_action(configured, wrong, "leave")
    with pytest.raises(SubscriptionError):
        read_action(configured, token, "confirm")


def test_a_server_that_is_away_is_tried_again_and_the_message_keeps_its_name(record, newsroom, configured, postbox):
    subscribed(record)
    newsroom.publish("义乌", BODIES[0])
    postbox[0].answer = "451 later"
    assert tell(record, configured).put_off == 1
    assert send_due(record, configured, lambda: NOW + timedelta(seconds=20)).put_off == 0  # it waits first
    ((state, attempts, problem),) = states(record)
    assert (state, attempts) == ("waiting", 1)
    assert "451" in problem
    postbox[0].answer = "250 taken"
    assert send_due(record, configured, lambda: NOW + timedelta(minutes=2)).sent == 1
    assert states(record) == [("sent", 2, None)]


def test_a_crash_between_sending_and_marking_repeats_the_message_under_the_same_name(
    record, newsroom, configured, postbox, monkeypatch
):
    subscribed(record)
    newsroom.publish("义乌", BODIES[0])

    def die(*_: Any) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sending, "_mark", die)
        with pytest.raises(KeyboardInterrupt):
            tell(record, configured)
    assert send_due(record, configured, lambda: NOW + timedelta(minutes=1)).sent == 0  # still in the other's hand
    assert send_due(record, configured, lambda: NOW + timedelta(minutes=6)).sent == 1
    first, second = postbox[0].mails
    assert first["Message-ID"] == second["Message-ID"]
    assert states(record) == [("sent", 2, None)]


def test_an_address_that_is_refused_is_given_up_until_somebody_says_retry(record, newsroom, configured, postbox):
    subscribed(record)
    newsroom.publish("义乌", BODIES[0])
    postbox[0].answer = "550 no such user"
    assert tell(record, configured).dead == 1
    assert "550" in states(record)[0][2]
    assert send_due(record, configured, lambda: NOW + timedelta(days=1)).sent == 0
    postbox[0].answer = "250 taken"
    assert retry_dead(record, NOW) == 1
    assert send_due(record, configured, lambda: NOW).sent == 1


def test_who_leaves_gets_nothing_more_not_even_what_waits(record, newsroom, configured, postbox):
    number = subscribed(record)
    newsroom.publish("义乌", BODIES[0])
    hear(record, lambda: NOW)
    bundle_due(record, NOW)
    leave(record, number, NOW)
    assert send_due(record, configured, lambda: NOW).sent == 0
    newsroom.publish("义乌", BODIES[1])
    assert tell(record, configured).sent == 0
    assert postbox[0].mails == []


def test_a_flood_is_one_message_and_a_few_are_one_each(record, newsroom, configured, postbox):
    subscribed(record)
    for body in BODIES[:2]:
        newsroom.publish("义乌", body)
    assert tell(record, configured).sent == 2
    for body in BODIES[::-1]:
        newsroom.publish("义乌", body + "又讯" * 3, source="xinhua")
    for number in range(6):
        newsroom.publish(f"义乌{number}", f"{number}号" * 40)
    assert tell(record, configured).sent == 1
    assert postbox[0].mails[-1]["Subject"].startswith("11 alerts")


def test_a_digest_comes_at_its_hour_and_a_cap_holds_back_until_the_next_day(record, newsroom, configured, postbox):
    subscribed(record, cadence="daily", hour=18)
    subscribed(record, cap=1, target="capped@mail.example")
    for body in BODIES[:3]:
        newsroom.publish("义乌", body)
    assert tell(record, configured).sent == 1
    newsroom.publish("义乌", BODIES[3])
    assert tell(record, configured, NOW + timedelta(minutes=1)).sent == 0
    assert tell(record, configured, NOW + timedelta(hours=9)).sent == 1  # 18:00 in Shanghai
    assert postbox[0].mails[-1]["Subject"].startswith("4 alerts")
    assert tell(record, configured, NOW + timedelta(hours=16)).sent == 1  # after midnight
    assert [mail["To"] for mail in postbox[0].mails] == [
        "capped@mail.example",
        "reader@mail.example",
        "capped@mail.example",
    ]


def test_a_flood_that_comes_slowly_is_told_together_too(record, newsroom, configured, postbox):
    subscribed(record)
    for number in range(30):  # one every two minutes
        now = NOW + timedelta(minutes=2 * number)
        newsroom.publish(f"义乌{number}", f"第{number}号消息，" + f"{number}号" * 40, now=now)
        tell(record, configured, now)
    assert len(postbox[0].mails) == 5
    assert tell(record, configured, NOW + timedelta(minutes=61)).sent == 1
    assert postbox[0].mails[-1]["Subject"].startswith("25 alerts")


def test_a_mail_client_reads_it_and_leaves_by_one_post(record, newsroom, configured, postbox, claim):
    """imap-tools parses the mail; what its headers say is posted to the website as RFC 8058 has it."""
    number = subscribed(record, language="zh")
    title, text = "义乌出口增长16.3% 🚢", "义乌前五个月出口增长16.3%，比上月加快。"
    newsroom.publish(title, text, (claim(f"{title}\n\n{text}", "16.3%", "16.3", direction="up"),))
    assert tell(record, configured).sent == 1
    raw = postbox[0].raw[0]
    mail = MailMessage.from_bytes(raw)
    assert mail.subject == title
    assert mail.to == ("reader@mail.example",)
    assert mail.from_ == "alerts@barometer.example"
    assert "*16.3%*" in mail.text
    assert re.search(r"<mark [^>]*>16.3%</mark>", mail.html)
    assert mail.attachments == []
    assert [part.get_content_type() for part in mail.obj.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert not any(part.defects for part in mail.obj.walk())
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    (post,) = mail.headers["list-unsubscribe-post"]
    (where,) = mail.headers["list-unsubscribe"]
    index = EmbeddedIndex(configured.data / "index")
    index.clear()
    app = create_app(record, index, Directory({}, {}), lambda: NOW, configured)
    address = where.strip("<>")
    site = TestClient(app, base_url=configured.public_url)
    answer = site.post(address.removeprefix(configured.public_url), content=post, headers={"content-type": FORM})
    assert answer.status_code == 200
    assert get_subscriber(record, number).state == "left"


def test_who_has_left_is_not_told_by_a_retry(record, newsroom, configured, postbox):
    number = subscribed(record)
    newsroom.publish("义乌", BODIES[0])
    postbox[0].answer = "550 no such user"
    assert tell(record, configured).dead == 1
    leave(record, number, NOW)
    assert retry_dead(record, NOW) == 0


@pytest.fixture
def hook() -> Iterator[Any]:
    """A web server that keeps what is posted and answers as told."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.got.append((dict(self.headers), body))
            self.send_response(server.status)
            if server.status == 302:
                self.send_header("Location", "http://169.254.169.254/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.got, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_webhook_is_signed_and_named(record, newsroom, configured, hook):
    port = hook.server_address[1]
    settings = configured.model_copy(update={"network_allow": f"127.0.0.1:{port}"})
    number = subscribed(record, channel="webhook", target=f"http://127.0.0.1:{port}/in?a=1")
    article = newsroom.publish("义乌", BODIES[0])
    hook.status = 503
    assert tell(record, settings).put_off == 1
    hook.status = 200
    assert send_due(record, settings, lambda: NOW + timedelta(minutes=2)).sent == 1
    (first, _), (second, body) = hook.got
    assert first["Idempotency-Key"] == second["Idempotency-Key"] == json.loads(body)["id"]
    seconds, _, told = second["X-Barometer-Signature"].partition(",")
    said = seconds.removeprefix("t=").encode() + b"." + body
    expected = hmac.new(webhook_secret(settings, number).encode(), said, hashlib.sha256).hexdigest()
    assert told == f"v1={expected}"
    (alert,) = json.loads(body)["alerts"]
    assert alert["article"]["id"] == article
    assert alert["quote"][slice(*alert["marks"][0])] == "义乌"


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://169.254.169.254/latest", "http://[::1]:{port}/"],
)
def test_a_webhook_into_the_own_network_is_refused_and_given_up(record, newsroom, configured, hook, target):
    subscribed(record, channel="webhook", target=target.format(port=hook.server_address[1]))
    newsroom.publish("义乌", BODIES[0])
    assert tell(record, configured).dead == 1
    assert hook.got == []
    assert "refused" in states(record)[0][2]


def test_a_name_that_leads_into_the_own_network_is_refused(record, newsroom, configured, hook, monkeypatch):
    subscribed(record, channel="webhook", target="http://hooks.example:8080/")
    newsroom.publish("义乌", BODIES[0])
    private = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 8080)) for each in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: private)
    assert tell(record, configured).dead == 1
    assert "10.0.0.7" in states(record)[0][2]


def test_a_redirect_is_not_followed(record, newsroom, configured, hook):
    port = hook.server_address[1]
    settings = configured.model_copy(update={"network_allow": f"127.0.0.1:{port}"})
    subscribed(record, channel="webhook", target=f"http://127.0.0.1:{port}/")
    newsroom.publish("义乌", BODIES[0])
    hook.status = 302
    assert tell(record, settings).dead == 1
    assert len(hook.got) == 1


def test_a_preview_tells_what_would_have_been_told(record, newsroom):
    newsroom.publish("义乌", BODIES[0], now=NOW - timedelta(days=40))
    kept = newsroom.publish("义乌", BODIES[1], now=NOW - timedelta(days=3))
    newsroom.publish("义乌", BODIES[1] + "完。", now=NOW - timedelta(days=2), source="xinhua")
    newsroom.publish("天气", "晴，无云。")
    one = Subscription(channel="email", target="a@b.example", query="义乌")
    assert [item.article.id for item in preview(record, one, NOW - timedelta(days=30))] == [kept]
    number = subscribe(record, one, NOW - timedelta(days=50), confirmed=True)
    assert get_subscriber(record, number).subscription == one
