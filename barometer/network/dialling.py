"""Dialling a judged address: what the name resolves to is checked, and that very address is connected to."""

import http.client
import socket
import ssl

from barometer.errors import NetworkError
from barometer.network.addresses import Allowed, Verdict, check_resolved


def dial(verdict: Verdict, allowed: Allowed, timeout: float) -> http.client.HTTPConnection:
    """Connect to where a judged URL leads. Raises NetworkError: refused, when one of its addresses is not public."""
    if verdict.refusal is not None:
        raise NetworkError(verdict.refusal, refused=True)
    address = _resolve(verdict.host, verdict.port, allowed)
    connection = http.client.HTTPConnection(verdict.host, verdict.port, timeout=timeout)
    try:
        dialled = socket.create_connection((address, verdict.port), timeout=timeout)
        if verdict.url.startswith("https:"):
            dialled = ssl.create_default_context().wrap_socket(dialled, server_hostname=verdict.host)
    except OSError as error:
        raise NetworkError(f"cannot be reached: {error}") from error
    connection.sock = dialled
    return connection


def _resolve(host: str, port: int, allowed: Allowed) -> str:
    """Give the address to dial, after all that the name resolves to were found fit: it is not asked for again."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NetworkError(f"the name {host} does not resolve: {error}") from error
    addresses = [str(each[4][0]) for each in found]
    refusal = check_resolved(addresses, port, allowed)
    if refusal is not None:
        raise NetworkError(refusal, refused=True)
    return addresses[0]
