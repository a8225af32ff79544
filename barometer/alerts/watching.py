"""What apprise asks for through `requests`, guarded: where it leads, and what was answered."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

from barometer.network.addresses import Allowed, check_resolved, judge


@dataclass(slots=True)
class Heard:
    """What was asked for and answered while a message was sent."""

    answers: list[requests.Response] = field(default_factory=list)
    forbidden: str | None = None


@contextmanager
def watched(allowed: Allowed) -> Iterator[Heard]:
    """Guard what is asked for through `requests` meanwhile, and keep the answers. One message is sent at a time."""
    heard = Heard()
    send = requests.Session.send

    def guarded(session: requests.Session, request: requests.PreparedRequest, **more: Any) -> requests.Response:
        heard.forbidden = heard.forbidden or _forbidden(request.url or "", allowed)
        if heard.forbidden is not None:
            raise requests.ConnectionError(heard.forbidden)
        answer: requests.Response = send(session, request, **{**more, "allow_redirects": False})
        heard.answers.append(answer)
        return answer

    _send_through(guarded)
    try:
        yield heard
    finally:
        _send_through(send)


def _send_through(send: Any) -> None:
    """Let every session send through this: apprise makes its sessions itself, and leaves no other way in."""
    setattr(requests.Session, "send", send)  # noqa: B010 - mypy takes no assignment to a method


def _forbidden(url: str, allowed: Allowed) -> str | None:
    """Say why an address may not be asked, None where it may."""
    verdict = judge(url, allowed)
    if verdict.refusal is not None:
        return verdict.refusal
    try:
        found = socket.getaddrinfo(verdict.host, verdict.port, type=socket.SOCK_STREAM)
    except OSError:
        return None  # it cannot be reached, which is told as that
    return check_resolved([str(each[4][0]) for each in found], verdict.port, allowed)
