"""What the documentation shows is true: commands run, links lead somewhere, every command and setting is named."""

import itertools
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from barometer.cli import COMMANDS
from barometer.cli import barometer as group
from barometer.cli.sources import sources
from barometer.config import Settings

PROJECT = Path(__file__).parents[2]
GUIDE = "adding-a-source.md"  # its commands depend on each other: test_guide.py runs them in order
PAGES = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").glob("*.md"))]
SHOWN = re.compile(r"^(?:    |`)(?:\.venv/bin/)?barometer ([a-z][^`#\n]*?)(?:`|\s+#.*)?$", re.MULTILINE)
CRAWLS = ("run", "demo", "import", "crawl")
CHANGING = ("remove", "restore", "reprocess")  # run on a copy of the sample edition


def shown() -> list[tuple[str, str]]:
    return [
        (page.name, found.strip())
        for page in PAGES
        for found in SHOWN.findall(page.read_text("utf-8"))
        if page.name != GUIDE
    ]


@pytest.mark.parametrize(("page", "line"), shown())
def test_a_command_shown_runs(page, line, barometer, tmp_path):
    command, _, target = line.partition(">") if "'" not in line and '"' not in line else (line, "", "")
    words = shlex.split(command)
    if words[0] in CRAWLS:
        parse(words)
        return
    (tmp_path / "text.txt").write_text("Exports rose 5.2% to 88 billion yuan.", "utf-8")
    (tmp_path / "saved.html").write_text("<html><body><h1>T</h1><p>Exports rose.</p></body></html>", "utf-8")
    here = {name: str(tmp_path / name) for name in ("text.txt", "saved.html", "FOLDER")}
    if "ARTICLE" in words:
        here["ARTICLE"] = str(json.loads(barometer("search", "义乌", "--json").stdout.splitlines()[0])["id"])
    words = [here.get(word, word) for word in words]
    if command.startswith(CHANGING):
        barometer("backup", here["FOLDER"])
        done = barometer("restore", here["FOLDER"], BAROMETER_DATA=str(tmp_path / "own"))
        assert done.returncode == 0, done.stderr
        words += ["--replace"] if command.startswith("restore") else []
        done = barometer(*words, BAROMETER_DATA=str(tmp_path / "own"))
    else:
        done = barometer(*words)
    assert done.returncode == 0, done.stderr
    assert not target.strip() or done.stdout


def test_what_is_piped_into_a_command_runs():
    piped = [line.strip() for page in PAGES for line in page.read_text("utf-8").splitlines() if "| barometer " in line]
    assert piped
    here = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    for line in piped:
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            env={**os.environ, "PATH": here},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stderr)
        assert done.stdout


def parse(words: list[str]) -> None:
    """Let click read the words of a command that would reach the network, without running it."""
    name = words[0]
    command = group.get_command(click.Context(group), name)
    assert command is not None
    command.make_context(name, words[1:])


def test_pages_show_commands():
    assert len(shown()) >= 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page):
    targets = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text("utf-8").replace("\n", " "))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


def test_every_setting_is_documented():
    text = (PROJECT / "docs" / "operating.md").read_text("utf-8")
    missing = [name for name in Settings.model_fields if f"`BAROMETER_{name.upper()}`" not in text]
    assert not missing, f"add to docs/operating.md: {missing}"


@pytest.mark.parametrize("lazy", [group, sources], ids=lambda lazy: lazy.name)
def test_the_list_of_commands_tells_of_each_what_the_command_does(lazy):
    context = click.Context(lazy)
    told = {name: (lazy.get_command(context, name).help or "").partition("\n")[0] for name in lazy.table}
    assert {name: one.told for name, one in lazy.table.items()} == told
    assert [*told] == lazy.list_commands(context)


def test_to_list_the_commands_loads_none_of_them():
    code = "import sys; from barometer.cli import barometer; barometer(['--help'], standalone_mode=False); "
    code += "print([name for name in sys.modules if name in ('sqlalchemy', 'pydantic', 'rich')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert "Example: " in (command.help or "") or (command.help or "").count("Example:"), name


def test_the_python_example_runs():
    text = (PROJECT / "docs" / "claim-model.md").read_text("utf-8")
    lines = text.partition("## From Python\n\n")[2].splitlines()
    block = itertools.takewhile(lambda line: not line or line.startswith("    "), lines)
    code = "\n".join(line[4:] for line in block)
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "5.2% 5.2 percent change up" in done.stdout
