"""`barometer serve`: the website on this machine."""

import socket

import click
import uvicorn

from barometer.cli.workplace import opened, usable_sources
from barometer.errors import UsageError
from barometer.website.app import create_app
from barometer.website.names import Directory

ADDRESS = "127.0.0.1"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
def serve(port: int) -> None:
    """Serve the website: search, articles with their claims marked, claims, saved searches. Only on this machine.

    Example: barometer serve --port 8080
    """
    with opened(look=True) as workplace, _listening(port) as listening:
        sources = usable_sources(workplace.settings)
        app = create_app(
            workplace.record, workplace.index, Directory.of(sources), settings=workplace.settings, sources=sources
        )
        click.echo(f"Barometer is at http://{ADDRESS}:{listening.getsockname()[1]}/ (stop it with Ctrl-C)")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    """Give a socket bound on this machine only. Raises UsageError when the port cannot be had."""
    try:
        return socket.create_server((ADDRESS, port))
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from None
