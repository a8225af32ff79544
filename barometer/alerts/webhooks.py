"""Sending one message to a webhook: signed, never to an address that is not public, never where a redirect leads.

The receiver checks `X-Barometer-Signature: t=SECONDS,v1=HEX`, HMAC-SHA256 of `SECONDS.BODY` with the subscription's
secret, and knows a repeated message by its Idempotency-Key.
"""

import hashlib
import hmac
import http.client
import socket
import ssl
from urllib.parse import urlsplit

from barometer.clock import Clock
from barometer.errors import DeliveryError
from barometer.network.addresses import Allowed, check_resolved, judge

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
    if verdict.refusal is not None:
        raise DeliveryError(f"the webhook's address is refused: {verdict.refusal}", final=True)
    address = _resolve(verdict.host, verdict.port, allowed)
    parts = urlsplit(verdict.url)
    connection = _connect(parts.scheme, verdict.host, verdict.port, address)
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


def _resolve(host: str, port: int, allowed: Allowed) -> str:
    """Give the address to dial, after all that the name resolves to were found fit: it is not asked for again."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise DeliveryError(f"the webhook's name {host} does not resolve: {error}") from error
    addresses = [str(each[4][0]) for each in found]
    refusal = check_resolved(addresses, port, allowed)
    if refusal is not None:
        raise DeliveryError(f"the webhook's address is refused: {refusal}", final=True)
    return addresses[0]


def _connect(scheme: str, host: str, port: int, address: str) -> http.client.HTTPConnection:
    """Connect to the address that was checked, whatever the name says by now."""
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    try:
        dialled = socket.create_connection((address, port), timeout=TIMEOUT)
        if scheme == "https":
            dialled = ssl.create_default_context().wrap_socket(dialled, server_hostname=host)
    except OSError as error:
        raise DeliveryError(f"the webhook cannot be reached: {error}") from error
    connection.sock = dialled
    return connection
