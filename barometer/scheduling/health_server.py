"""/healthz, /readyz and /metrics on a loopback port, for supervisors and Prometheus. Nothing here crawls or writes."""

import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from barometer.archive.record import Record
from barometer.clock import Clock
from barometer.errors import ConfigError
from barometer.scheduling.metrics import CONTENT_TYPE, metrics_text
from barometer.scheduling.status import Status, read_status

LOOPBACK = "127.0.0.1"
SILENT = 30.0  # seconds without a turn of the main loop after which the daemon is told to be unwell


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the health server."""

    status: HTTPStatus
    body: str
    content_type: str = "application/json"


class Health:
    """What the daemon says of itself."""

    def __init__(
        self, record: Record, clock: Clock, *, leads: Callable[[], bool], silence: Callable[[], float]
    ) -> None:
        self._record = record
        self._clock = clock
        self._leads = leads
        self._silence = silence

    def answer(self, path: str) -> Answer:
        """Answer a request for this path."""
        match path.partition("?")[0]:
            case "/healthz":
                return self._alive()
            case "/readyz":
                return self._ready()
            case "/metrics":
                return self._metrics()
        return Answer(HTTPStatus.NOT_FOUND, json.dumps({"error": "there are /healthz, /readyz and /metrics"}))

    def _alive(self) -> Answer:
        """Whether the main loop turns: where it does not, a supervisor should start the daemon anew."""
        silence = self._silence()
        told = {"alive": silence < SILENT, "leads": self._leads(), "main_loop_silent_seconds": round(silence, 1)}
        return Answer(HTTPStatus.OK if told["alive"] else HTTPStatus.SERVICE_UNAVAILABLE, json.dumps(told))

    def _ready(self) -> Answer:
        """Whether the record answers and some daemon acts; with what runs, is due, is late and went wrong."""
        status = self._status()
        if isinstance(status, str):
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, json.dumps({"ready": False, "problem": status}))
        ready = self._silence() < SILENT and status.leader is not None and status.leader.acts
        told = {"ready": ready, "leads": self._leads(), **status.as_json()}
        return Answer(HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE, json.dumps(told, ensure_ascii=False))

    def _metrics(self) -> Answer:
        status = self._status()
        if isinstance(status, str):
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, f"# {status}\n", CONTENT_TYPE)
        text = metrics_text(status, leads=self._leads(), silence=self._silence(), memory=_resident_memory())
        return Answer(HTTPStatus.OK, text, CONTENT_TYPE)

    def _status(self) -> Status | str:
        try:
            return read_status(self._record, self._clock())
        except SQLAlchemyError as error:
            return f"the record cannot be read: {getattr(error, 'orig', None) or error}"


class HealthServer(ThreadingHTTPServer):
    """Serves the answers of `health` on a loopback port until closed."""

    daemon_threads = True

    def __init__(self, port: int, health: Health) -> None:
        self.health = health
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            raise ConfigError(
                f"port {port} for health and metrics cannot be used ({error.strerror}): set BAROMETER_HEALTH_PORT "
                "to another one, or to 0 for none"
            ) from error
        threading.Thread(target=self.serve_forever, name="health server", daemon=True).start()

    @property
    def port(self) -> int:
        """Give the port that is served."""
        return int(self.server_address[1])

    def close(self) -> None:
        """Serve no more."""
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: HealthServer
    timeout = 10

    def do_GET(self) -> None:
        """Answer one request."""
        answer = self.server.health.answer(self.path)
        body = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's signature
        """Log nothing: probes come every few seconds."""


def _resident_memory() -> int:
    """Give the resident memory of this process in bytes, 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
