"""Alerts to chat services (DingTalk, WeCom, Feishu, Telegram, Slack and what else apprise reaches), one message a time.

Apprise takes any answer 200 for a success, and follows where a service leads. So what it asks for passes the address
guard here, redirects are not followed, and the answer itself is read: DingTalk and WeCom say in it that they refused.
"""

import json
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import requests

from barometer.errors import DeliveryError, SubscriptionError
from barometer.network.addresses import Allowed, check_resolved, judge
from barometer.yaml_files import read_yaml

TIMEOUT = 15.0
AGAIN = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Pace:
    """How many messages a service takes in so many seconds."""

    most: int
    seconds: float


def pace_of(target: str) -> Pace:
    """Give how fast a service may be told."""
    paces = _services()["pace"]
    given = paces.get(_scheme(target), paces["default"])
    return Pace(given["most"], given["seconds"])


def check_chat(target: str) -> None:
    """Raise SubscriptionError for what is no address of a chat service that alerts can go to, with what to give."""
    scheme = _scheme(target)
    reason = _services()["refused"].get(scheme)
    if reason is not None:
        raise SubscriptionError(f"{scheme}:// is not taken as a chat service: {reason}")
    plugin = _plugin(target)
    if plugin is None:
        raise SubscriptionError(
            f"{scheme}://… is no chat service's address, or lacks a part: see https://appriseit.com/services/"
        )
    if vars(sys.modules[type(plugin).__module__]).get("requests") is not requests:
        raise SubscriptionError(f"{scheme}:// is not asked over the web, so nothing guards where it leads: not taken")


def shown_chat(target: str) -> str:
    """Give a chat address without its secrets."""
    plugin = _plugin(target)
    return str(plugin.url(privacy=True)).partition("?")[0] if plugin is not None else f"{_scheme(target)}://…"


def post_chat(target: str, title: str, body: str, *, allowed: Allowed) -> None:
    """Tell one message. Raises DeliveryError when the service refuses it or cannot be reached."""
    apprise = _apprise()
    check_chat(target)
    service = apprise.Apprise()
    service.add(_plugin(target))
    with _watched(allowed) as heard:
        taken = bool(service.notify(body, title, body_format=apprise.NotifyFormat.TEXT))
    if heard.forbidden is not None:
        raise DeliveryError(f"the chat service's address is refused: {heard.forbidden}", final=True)
    refused = next((told for answer in heard.answers if (told := _refusal(answer)) is not None), None)
    if refused is not None:
        final = any(400 <= answer.status_code < 500 and answer.status_code not in AGAIN for answer in heard.answers)
        raise DeliveryError(f"{_scheme(target)} refuses it: {refused}", final=final)
    if not taken:
        raise DeliveryError(f"{_scheme(target)} cannot be reached, or did not take it")


@dataclass(slots=True)
class _Heard:
    """What was asked for and answered while a message was sent."""

    answers: list[requests.Response] = field(default_factory=list)
    forbidden: str | None = None


def _scheme(target: str) -> str:
    return target.partition("://")[0].lower()


def _apprise() -> Any:
    import apprise  # noqa: PLC0415 - its hundred services take a quarter of a second: only who chats waits for them

    return apprise


def _plugin(target: str) -> Any:
    """Give apprise's own object for a service, None where it knows none."""
    apprise = _apprise()
    asset = apprise.AppriseAsset(app_id="Barometer", app_desc="Barometer", http_redirects=False, secure_logging=True)
    made = apprise.Apprise.instantiate(target, asset=asset, suppress_exceptions=True)
    if made is not None:
        made.overflow_mode = apprise.OverflowMode.TRUNCATE  # one message is one request: what its pace counts
        made.socket_connect_timeout = made.socket_read_timeout = TIMEOUT
    return made


@contextmanager
def _watched(allowed: Allowed) -> Iterator[_Heard]:
    """Guard what is asked for through `requests` meanwhile, and keep the answers. One message is sent at a time."""
    heard = _Heard()
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


def _refusal(answer: requests.Response) -> str | None:
    if not 200 <= answer.status_code < 300:
        return f"{answer.status_code} {answer.reason}"
    try:
        said = json.loads(answer.content[:10_000])
    except ValueError:
        return None
    if not isinstance(said, Mapping):
        return None
    for name in _services()["codes"]:
        if said.get(name, 0) != 0:
            return f"{name} {said[name]}, {said.get('errmsg', said.get('StatusMessage', ''))}"
    return None


@cache
def _services() -> Mapping[str, Mapping[str, Any]]:
    text = resources.files(__package__).joinpath("chat.yaml").read_text(encoding="utf-8")
    read: Mapping[str, Mapping[str, Any]] = read_yaml(text)
    return read
