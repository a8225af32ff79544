"""Alerts to chat services (DingTalk, WeCom, Feishu, Telegram, Slack and what else apprise reaches), one message a time.

Apprise takes any answer 200 for a success, and follows where a service leads. So what it asks for passes the address
guard here, redirects are not followed, and the answer itself is read: DingTalk and WeCom say in it that they refused.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from barometer.errors import DeliveryError, SubscriptionError
from barometer.network.addresses import Allowed
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
    if vars(sys.modules[type(plugin).__module__]).get("requests") is not sys.modules["requests"]:
        raise SubscriptionError(f"{scheme}:// is not asked over the web, so nothing guards where it leads: not taken")


def shown_chat(target: str) -> str:
    """Give a chat address without its secrets."""
    plugin = _plugin(target)
    return str(plugin.url(privacy=True)).partition("?")[0] if plugin is not None else f"{_scheme(target)}://…"


def post_chat(target: str, title: str, body: str, *, allowed: Allowed) -> None:
    """Tell one message. Raises DeliveryError when the service refuses it or cannot be reached."""
    from barometer.alerts.watching import watched  # noqa: PLC0415 - it needs `requests`, which comes with apprise only

    apprise = _apprise()
    check_chat(target)
    service = apprise.Apprise()
    service.add(_plugin(target))
    with watched(allowed) as heard:
        taken = bool(service.notify(body, title, body_format=apprise.NotifyFormat.TEXT))
    if heard.forbidden is not None:
        raise DeliveryError(f"the chat service's address is refused: {heard.forbidden}", final=True)
    refused = next((told for answer in heard.answers if (told := _refusal(answer)) is not None), None)
    if refused is not None:
        final = any(400 <= answer.status_code < 500 and answer.status_code not in AGAIN for answer in heard.answers)
        raise DeliveryError(f"{_scheme(target)} refuses it: {refused}", final=final)
    if not taken:
        raise DeliveryError(f"{_scheme(target)} cannot be reached, or did not take it")


def _scheme(target: str) -> str:
    return target.partition("://")[0].lower()


def _apprise() -> Any:
    import apprise  # noqa: PLC0415 - .07 s with its `requests`: only who chats waits for it

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


def _refusal(answer: Any) -> str | None:
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
