"""A real mail server on loopback for whatever takes the mails."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller


@contextmanager
def mail_server(handler: Any) -> Iterator[int]:
    """Serve mail to `handler`; give the port."""
    with socket.socket() as free:  # the controller cannot say which port it was given
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()
