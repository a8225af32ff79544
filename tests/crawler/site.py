"""A small web site on loopback whose answers tests write down, and which notes what it was asked and when."""

import contextlib
import gzip
import os
import socket
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROBOTS = "/robots.txt"


@dataclass(frozen=True)
class Answer:
    """One scripted answer. `hang`: nothing is said for so many seconds; `reset`: the connection is torn.

    `drip`: the body comes piece by piece without an end, so many seconds between two pieces.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hang: float = 0
    reset: bool = False
    drip: float | None = None


@dataclass(frozen=True)
class Asked:
    """A request as the site saw it."""

    path: str
    at: float
    headers: Mapping[str, str]
    status: int
    method: str = "GET"
    body: bytes = b""


class Site:
    """Answers each path with its answers in turn, the last one for ever; any other path with 404."""

    def __init__(self) -> None:
        self.answers: dict[str, Sequence[Answer | Callable[[Mapping[str, str]], Answer]]] = {}
        self.asked: list[Asked] = []
        self._turns: dict[str, int] = defaultdict(int)
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # a torn connection is scripted
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return self.root + path

    def give(self, path: str, *answers: Answer | Callable[[Mapping[str, str]], Answer]) -> str:
        """Script the answers of a path; give its URL."""
        self.answers[path] = answers
        return self.url(path)

    def page(self, path: str, text: str, **headers: str) -> str:
        """Script an article that is there; it honours If-None-Match."""
        return self.give(path, conditional(article_page(text), **headers))

    def times_asked(self, path: str) -> int:
        return sum(1 for one in self.asked if one.path == path)

    def stop(self) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def next_answer(self, path: str, headers: Mapping[str, str], method: str = "GET", body: bytes = b"") -> Answer:
        with self._lock:
            answers = self.answers.get(path, [Answer(404, b"nothing here")])
            turn = min(self._turns[path], len(answers) - 1)
            self._turns[path] += 1
            chosen = answers[turn]
            answer = chosen if isinstance(chosen, Answer) else chosen(headers)
            self.asked.append(Asked(path, time.monotonic(), headers, answer.status, method, body))
        return answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                answer = site.next_answer(self.path, headers, self.command, body)
                if answer.hang:
                    site._stopped.wait(answer.hang)
                if answer.reset:
                    linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.close_connection = True
                    os.close(self.connection.detach())
                    return
                self.send_response(answer.status)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
                    self.send_header(name, value)
                if answer.drip is not None:
                    self._drip(answer.body, answer.drip)
                    return
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_POST = do_GET  # noqa: N815 - http.server's names

            def _drip(self, piece: bytes, pause: float) -> None:
                self.close_connection = True
                self.end_headers()
                with contextlib.suppress(OSError):  # whoever is asked for this goes away at last
                    while not site._stopped.wait(pause):
                        self.wfile.write(piece)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


def serving() -> Iterator[Site]:
    """A site that allows everything, for one test: for `pytest.fixture`."""
    made = Site()
    made.give(ROBOTS, Answer(404))
    yield made
    made.stop()


def conditional(body: bytes, **headers: str) -> Callable[[Mapping[str, str]], Answer]:
    """Answer with this body and its ETag, or 304 to who has it."""
    etag = f'"{len(body)}-{sum(body)}"'

    def answer(asked: Mapping[str, str]) -> Answer:
        if asked.get("if-none-match") == etag:
            return Answer(304, headers={"ETag": etag})
        return Answer(200, body, {"ETag": etag, **headers})

    return answer


def zipped(body: bytes) -> Answer:
    return Answer(200, gzip.compress(body), {"Content-Encoding": "gzip"})


def article_page(text: str, next_url: str = "") -> bytes:
    """Give an article in the markup that the site's source file knows."""
    following = f'<div class="next"><a href="{next_url}">下一页</a></div>' if next_url else ""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return (
        f'<html><head><title>义乌</title></head><body><h1>义乌出口增长</h1><div class="time">2026-02-28 08:30</div>'
        f'<div class="text">{paragraphs}</div>{following}</body></html>'
    ).encode()


def listing_page(urls: Sequence[str]) -> bytes:
    return ("<html><body>" + "".join(f'<li><a href="{url}">义乌</a></li>' for url in urls) + "</body></html>").encode()


def write_source(folder: Path, name: str, entries: Sequence[str], delay: float = 0, host: str = "127.0.0.1") -> None:
    """Write the source file of a site."""
    folder.mkdir(parents=True, exist_ok=True)
    entry = ", ".join(f'"{url}"' for url in entries)
    (folder / f"{name}.yaml").write_text(
        f"""
name: {{zh: 本地, en: Local}}
publisher: commercial
language: zh
hosts: ["{host}", 169.254.169.254, localhost]
entry: [{entry}]
listings: ['/list\\d*$']
articles: ['/a/(?P<key>[\\w-]+?)(?:_\\d+)?$']
select:
  - {{body: .text, title: h1, published: .time, next: .next}}
delay: {delay}
topic: all
""",
        encoding="utf-8",
    )
