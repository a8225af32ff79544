"""Sending one message to a webhook: signed, never to an address that is not public, never where a redirect leads.

The receiver checks `X-Barometer-Signature: t=SECONDS,v1=HEX`, HMAC-SHA256 of `SECONDS.BODY` with the subscription's
secret, and knows a repeated message by its Idempotency-Key.
"""

import hashlib
import hmac
import http.client
from urllib.parse import urlsplit

from barometer.clock import Clock
from barometer.errors import DeliveryError, NetworkError
from barometer.network.addresses import Allowed, judge
from barometer.network.dialling import dial

TIMEOUT = 15.0
AGAIN = frozenset({408, 425, 429})
LONGEST_ANSWER = 64 * 1024


def signature(secret: str, seconds: int, body: bytes) -> str:
    """Sign a message as its receiver checks it."""
    digest = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"


def post_webhook(url: str, body: bytes, *, key: str, secret: str, allowed: Allowed, clock: Clock) -> None:
    """Post a JSON message. Raises DeliveryError when the address is refused, or it does not answer with 2xx."""
    verdict = judge(url, allowed)
    try:
        connection = dial(verdict, allowed, TIMEOUT)
    except NetworkError as error:
        told = f"the webhook's address is refused: {error}" if error.refused else f"the webhook {error}"
        raise DeliveryError(told, final=error.refused) from error
    parts = urlsplit(verdict.url)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Barometer/0.1",
        "Idempotency-Key": key,
        "X-Barometer-Signature": signature(secret, int(clock().timestamp()), body),
    }
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", target, body, headers)
        answer = connection.getresponse()
        answer.read(LONGEST_ANSWER)
    except (OSError, http.client.HTTPException) as error:
        raise DeliveryError(f"the webhook cannot be reached: {error}") from error
    finally:
        connection.close()
    if not 200 <= answer.status < 300:
        final = 300 <= answer.status < 500 and answer.status not in AGAIN
        raise DeliveryError(f"the webhook answers {answer.status} {answer.reason}", final=final)
