"""Signed links: what a subscriber may do without an account, and the secrets of webhooks."""

import base64
import hashlib
import hmac
from typing import Literal

from barometer.config import Settings
from barometer.errors import ConfigError, SubscriptionError

Action = Literal["confirm", "leave", "edit"]


def sign_action(settings: Settings, action: Action, subscription_id: int) -> str:
    """Give the token that lets its bearer do one thing with one subscription."""
    said = f"{subscription_id}.{action}"
    return f"{said}.{_signature(settings, said)}"


def read_action(settings: Settings, token: str, action: Action) -> int:
    """Give the subscription that a token is for. Raises SubscriptionError for one that we did not sign for this."""
    return _read(settings, token, action)


def _read(settings: Settings, token: str, action: str) -> int:
    number, _, rest = token.partition(".")
    told, _, signature = rest.partition(".")
    genuine = hmac.compare_digest(signature.encode(), _signature(settings, f"{number}.{told}").encode())
    if not genuine or told != action or not (number.isascii() and number.isdigit()):
        raise SubscriptionError("this link is not one of ours, or was cut short: open it from the mail again")
    return int(number)


def action_url(settings: Settings, action: Action, subscription_id: int) -> str:
    """Give the address at which `barometer serve` does what the token allows. Raises ConfigError when it has none."""
    if not settings.public_url:
        raise ConfigError("BAROMETER_PUBLIC_URL is not set: mails need it for their links to confirm and to leave")
    token = sign_action(settings, action, subscription_id)
    return f"{settings.public_url.rstrip('/')}/subscriptions/{action}?token={token}"


def mute_url(settings: Settings, subscription_id: int, article_id: int) -> str:
    """Give the address at which a subscription is told no more of the story that an article tells."""
    said = f"{subscription_id}.mute-{article_id}"
    return f"{settings.public_url.rstrip('/')}/subscriptions/mute?token={said}.{_signature(settings, said)}"


def read_mute(settings: Settings, token: str) -> tuple[int, int]:
    """Give the subscription and the article that a token to mute is for. Raises SubscriptionError as `read_action`."""
    told = token.partition(".")[2].partition(".")[0]
    article = told.removeprefix("mute-")
    number = _read(settings, token, told if told.startswith("mute-") and article.isdigit() else "mute")
    return number, int(article)


def webhook_secret(settings: Settings, subscription_id: int) -> str:
    """Give the secret with which a subscription's webhooks are signed; its receiver gets it once."""
    return _signature(settings, f"webhook.{subscription_id}")


def delivery_key(settings: Settings, delivery_id: int) -> str:
    """Give the name of a message that stays the same however often it is sent, and differs between installations."""
    return f"delivery.{delivery_id}.{_signature(settings, f'delivery.{delivery_id}')[:16]}"


def _signature(settings: Settings, said: str) -> str:
    if not settings.secret_key:
        raise ConfigError("BAROMETER_SECRET_KEY is not set: links and webhooks are signed with it")
    digest = hmac.new(settings.secret_key.encode(), said.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
