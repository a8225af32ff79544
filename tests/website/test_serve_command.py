"""`barometer serve`: on this machine only, started by a command that costs others nothing."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from barometer.config import PROJECT


def start(data, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "barometer", "serve", *arguments],
        cwd=PROJECT,
        env={**os.environ, "BAROMETER_DATA": str(data), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_serves_on_the_loopback_address_and_ends_on_ctrl_c(newsroom, tmp_path):
    newsroom.publish("义乌出口", "义乌出口额12亿元。")
    newsroom.settle()
    with start(tmp_path, "--port", "0") as serving:
        line = serving.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)[0]
        with urllib.request.urlopen(address + "?q=%E4%B9%89%E4%B9%8C", timeout=30) as answer:
            assert "<mark>义乌</mark>" in answer.read().decode()
        serving.send_signal(signal.SIGINT)
        _, complaints = serving.communicate(timeout=30)
    assert "Traceback" not in complaints


def test_a_port_that_is_taken_is_told_in_one_line(newsroom, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = start(tmp_path, "--port", str(taken.getsockname()[1]))
        _, told = done.communicate(timeout=60)
    assert done.returncode == 2
    assert "choose another with --port" in told
    assert len(told.strip().splitlines()) == 1


@pytest.mark.parametrize("module", ["barometer.cli.found", "barometer.cli.exporting", "barometer.cli"])
def test_other_commands_do_not_load_the_website(module):
    code = f"import sys, {module}; print([name for name in ('fastapi', 'uvicorn', 'jinja2') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
