"""A real Elasticsearch node on loopback, started for tests from the script in the shared folder."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from barometer.errors import IndexBusy
from barometer.search.elastic.server import connect, told


class Node:
    """One node with its data; it can be killed and started again."""

    def __init__(self, work: Path) -> None:
        self._script = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "es-node" / "start.sh"
        if not self._script.exists():
            pytest.skip(f"{self._script} is not there")
        self._work = work
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self._work / "node.log").open("ab") as log:
            self._process = subprocess.Popen([self._script, str(self._port), str(self._work)], stdout=log, stderr=log)
        until = time.monotonic() + 300  # the very first time its jars are fetched
        with connect(self.url, timeout=5) as client:
            while not _answers(client):
                if self._process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"Elasticsearch did not start: see {self._work}/node.log")
                time.sleep(0.3)

    def kill(self) -> None:
        """Crash it."""
        self._process.kill()
        self.wait()

    def wait(self) -> None:
        """Wait until it is gone."""
        self._process.wait()

    def stop(self) -> None:
        """Close it."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def _answers(client: Elasticsearch) -> bool:
    try:
        with told():
            client.cluster.health(wait_for_status="yellow", timeout="30s")
    except IndexBusy:
        return False
    return True


@contextmanager
def running_node(work: Path) -> Iterator[str]:
    """The address of a node that runs for the length of the block."""
    node = Node(node_folder(work))
    node.start()
    try:
        yield node.url
    finally:
        node.stop()


def node_folder(work: Path) -> Path:
    """Where a node is assembled: jars that another run has fetched are used again."""
    kept = os.environ.get("BAROMETER_TEST_ELASTICSEARCH_HOME")
    if kept:
        for name in ("ready", "home", "slib", "cls", "cjk-cls", "lib"):
            (work / name).symlink_to(Path(kept) / name)
    return work
