"""Messages while their sender is killed: none is missing, and one that comes twice comes under the same name.

The mail server and the web server are real. `--proof` kills two hundred senders, without it twenty.
"""

import collections
import contextlib
import email
import email.policy
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Subscription
from barometer.archive.record import Record, open_record
from barometer.archive.tables import alerts, articles, deliveries
from tests.alerts.mail_server import mail_server

PROJECT = Path(__file__).parents[2]
NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)
TOLD_A_KILL = 4  # messages for each sender that is killed


class Sinks:
    """Where messages arrive: their names, as often as they came."""

    def __init__(self) -> None:
        self.mails: collections.Counter[str] = collections.Counter()
        self.posts: collections.Counter[str] = collections.Counter()

    @property
    def arrived(self) -> int:
        return sum(self.mails.values()) + sum(self.posts.values())

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd calls it
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails[mail["Message-ID"]] += 1
        return "250 taken"


@contextlib.contextmanager
def serving(sinks: Sinks) -> Iterator[tuple[int, int]]:
    """Serve mail and webhooks; give their ports."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert json.loads(body)["id"] == self.headers["Idempotency-Key"]
            sinks.posts[self.headers["Idempotency-Key"]] += 1
            with contextlib.suppress(OSError):  # the sender may be dead by now
                self.send_response(204)
                self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    try:
        with mail_server(sinks) as mail_port:
            yield mail_port, web.server_address[1]
    finally:
        web.shutdown()
        thread.join()
        web.server_close()


def make_messages(record: Record, count: int, web_port: int) -> None:
    """Half of them mails, half webhooks."""
    both = [
        Subscription(channel="email", target="reader@mail.example", query="义乌"),
        Subscription(channel="webhook", target=f"http://127.0.0.1:{web_port}/", query="义乌"),
    ]
    numbers = [subscribe(record, one, NOW, confirmed=True) for one in both]
    common = {"source_id": "people", "root_id": 1, "outcome": "article", "language": "zh", "method": "rules"}
    with record.writing() as connection:
        for number in range(count):
            seen = {"first_seen": NOW, "last_seen": NOW, "version": 1}
            url = f"https://people.example/{number}"
            connection.execute(insert(articles).values(id=number, url=url, title=f"义乌 {number}", **common, **seen))
            told = {"subscription_id": numbers[number % 2], "due": NOW}
            row = insert(deliveries).values(kind="alerts", state="waiting", created_at=NOW, attempts=0, **told)
            delivery = connection.execute(row.returning(deliveries.c.id)).scalar_one()
            connection.execute(insert(alerts).values(article_id=number, at=NOW, delivery_id=delivery, **told))


def test_senders_killed_while_they_send(tmp_path, times, capsys):
    kills = times(200)
    chance = random.Random(3)
    sinks = Sinks()
    (tmp_path / "data").mkdir()
    record = open_record(f"sqlite:///{tmp_path / 'data' / 'record.sqlite3'}", migrate=True)
    count = kills * TOLD_A_KILL
    waiting = select(func.count()).select_from(deliveries).where(deliveries.c.state != "sent")
    with serving(sinks) as (mail_port, web_port):
        make_messages(record, count, web_port)
        sender = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("alert_sender.py"))],
            cwd=PROJECT,
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "BAROMETER_DATA": str(tmp_path / "data"),
                "BAROMETER_SMTP_URL": f"smtp://127.0.0.1:{mail_port}",
                "BAROMETER_MAIL_FROM": "alerts@barometer.example",
                "BAROMETER_PUBLIC_URL": "https://barometer.example",
                "BAROMETER_SECRET_KEY": "k" * 32,
                "BAROMETER_NETWORK_ALLOW": f"127.0.0.1:{web_port}",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert sender.stdin is not None
        assert sender.stdout is not None

        def fork(minutes: int) -> int:
            sender.stdin.write(f"{minutes}\n".encode())
            sender.stdin.flush()
            return int(sender.stdout.readline())

        for number in range(kills):
            before = sinks.arrived
            pid = fork(10 * number)
            deadline = time.monotonic() + 30
            while sinks.arrived == before:
                assert time.monotonic() < deadline
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.03))
            os.kill(pid, signal.SIGKILL)
        pid = fork(10 * kills)
        deadline = time.monotonic() + 60 + 2 * kills  # a busy machine is no failure
        left = count
        while left and time.monotonic() < deadline:
            time.sleep(0.1)
            with record.reading() as connection:
                left = connection.execute(waiting).scalar_one()
        os.kill(pid, signal.SIGKILL)
        sender.stdin.write(b"-\n")
        sender.stdin.close()
        sender.wait(timeout=30)
        sender.stdout.close()
    with record.reading() as connection:
        tried = connection.execute(select(func.count()).where(deliveries.c.attempts > 1)).scalar_one()
    record.close()
    names = len(sinks.mails) + len(sinks.posts)
    with capsys.disabled():
        print(
            f"\n{kills} senders killed, {count} messages: {count - names} missing, "
            f"{sinks.arrived - names} repeated under the same name, {tried} tried more than once, "
            f"{left} not marked as sent"
        )
    assert names == count
    assert left == 0
    assert sinks.arrived - names <= tried <= kills
