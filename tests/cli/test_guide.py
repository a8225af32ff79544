"""The guide "adding a source": its worked example is run as it stands there, on the site that comes with it."""

import functools
import json
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from barometer.model import OutcomeKind
from barometer.sources.schema import WALLED, Ask, Items, Select, Source, Wall
from tests.cli.conftest import PROJECT, Barometer

GUIDE = (PROJECT / "docs" / "adding-a-source.md").read_text("utf-8")
PORT = 8123  # as the guide has it; a free one is put in its place
COMMAND = re.compile(r"^    barometer ([a-z].*)$", re.MULTILINE)
FILE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    handler = functools.partial(Quiet, directory=str(PROJECT / "docs" / "example-site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_worked_example_runs_as_it_stands(port: int, tmp_path: Path, barometer_on: Barometer) -> None:
    (tmp_path / "sources").mkdir()
    settings = {
        "BAROMETER_SOURCES": str(tmp_path / "sources"),
        "BAROMETER_NETWORK_ALLOW": f"127.0.0.1:{port}",
        "COLUMNS": "200",
    }
    file = tmp_path / "sources" / "market_daily.yaml"
    told = {}
    for line in COMMAND.findall(GUIDE.replace(str(PORT), str(port))):
        words = shlex.split(line)
        if words[:2] == ["sources", "check"] and "add" in told and "check" not in told:
            proposed = yaml.safe_load(file.read_text("utf-8"))
            [edited] = FILE.findall(GUIDE.replace(str(PORT), str(port)))
            file.write_text(edited, "utf-8")
            told["check"] = ""
            changed = yaml.safe_load(edited)
            assert {key for key in changed if changed[key] != proposed.get(key)} == {"name", "delay", "legal"}
        if words[:2] == ["sources", "record"]:
            words += ["--folder", str(tmp_path / "recorded")]
        done = barometer_on(tmp_path / "data", *words, **settings)
        assert done.returncode == 0, line + done.stdout + done.stderr
        told[words[1] if words[0] == "sources" else words[0]] = done.stdout + done.stderr
    assert list(told) == ["add", "check", "run", "claims", "record", "health"]
    assert re.search(r"strip +\.more", told["add"])
    assert "in each of them" not in told["add"]
    assert re.search("ends +一家伞厂的负责人介绍.*拉丁美洲。$", told["check"], re.MULTILINE)  # where the article does
    assert re.search(r"^market_daily +8 +6 +6 +\d+ +0", told["run"], re.MULTILINE), told["run"]
    assert "12%" in told["claims"]
    expected = json.loads((tmp_path / "recorded/market_daily/umbrellas/expected.json").read_text("utf-8"))
    assert (expected["title"], expected["author"]) == ("义乌雨伞出口前五个月增长一成二 订单排到九月", "沈知遥")
    assert re.search(r"market_daily +ok", told["health"])


@pytest.mark.parametrize("model", [Source, Select, Ask, Items], ids=lambda model: model.__name__)
def test_every_key_of_a_source_file_is_in_the_guide(model: type) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()} - {"id"}
    missing = sorted(key for key in keys if not re.search(rf"`[^`]*\b{key}\b[^`]*`", GUIDE))
    assert not missing, f"add to docs/adding-a-source.md: {missing}"


def test_a_run_tells_what_it_did_not_read_and_what_reads_it(port: int, tmp_path: Path, barometer_on: Barometer) -> None:
    (tmp_path / "sources").mkdir()
    settings = {
        "BAROMETER_SOURCES": str(tmp_path / "sources"),
        "BAROMETER_NETWORK_ALLOW": f"127.0.0.1:{port}",
        "COLUMNS": "200",
    }
    [text] = FILE.findall(GUIDE.replace(str(PORT), str(port)))
    (tmp_path / "sources" / "market_daily.yaml").write_text(text, "utf-8")
    topics = tmp_path / "topics.yaml"
    topics.write_text("places: [火星]\ntrade: [出口]\n", "utf-8")

    def ran(*options: str, **more: str) -> str:
        return barometer_on(tmp_path / "data", "run", "market_daily", *options, **settings, **more).stdout

    first = ran(BAROMETER_TOPICS=str(topics))
    assert "market_daily: 6 articles are off topic, so no claims were read from them; `run market_daily --all" in first
    assert "market_daily: 2 pages have not changed and were not read again; `run market_daily --revisit`" in ran()
    assert re.search(r"^market_daily +8 +6 +0 +[1-9]\d* +0", ran("--all-topics", "--revisit"), re.MULTILINE)


def test_the_walls_of_the_guide_are_walls_and_every_outcome_that_one_may_have_is_named() -> None:
    [shown] = re.findall(r"^```\nwalls: (.*)\n```$", GUIDE, re.MULTILINE)
    walls = [Wall.model_validate(one) for one in yaml.safe_load(shown)]
    assert [wall.outcome for wall in walls] == [OutcomeKind.GONE, OutcomeKind.LOGIN]
    [section] = re.findall(r"^## Walls, and.*?(?=^## )", GUIDE, re.MULTILINE | re.DOTALL)
    assert {kind for kind in WALLED if f"`{kind.value}`" not in section} == set()


def test_a_wall_means_no_article() -> None:
    with pytest.raises(
        ValidationError, match="a wall is one of gone, violation, expired, blocked, login, failed, empty, redirect"
    ):
        Wall.model_validate({"at": ".notice", "outcome": "article"})
