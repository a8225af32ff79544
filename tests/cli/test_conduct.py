"""How the program behaves towards terminals, pipes and people."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError


def test_no_color_in_a_pipe_and_none_when_told(barometer):
    assert "\x1b[" not in barometer("search", "义乌").stdout
    assert "\x1b[3" not in barometer("search", "义乌", FORCE_COLOR="", NO_COLOR="1").stdout


def test_a_narrow_terminal_loses_no_column(barometer):
    for width in ("200", "60", "40"):
        printed = barometer("sources", "list", COLUMNS=width).stdout
        assert "global_times" in printed
        assert "unconfigured" in printed


@pytest.mark.parametrize("reader", ["head -c 100", "true"])
@pytest.mark.parametrize("command", ["export articles", "export claims --format csv", "search 义乌", "sources list"])
def test_an_early_end_of_the_reader_is_no_error(sample, command, reader):
    data, _ = sample
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m barometer {command} | {reader}"],
        env={**os.environ, "BAROMETER_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_usage_errors_exit_2_in_one_line(barometer):
    for arguments in (["run", "nosuchsource"], ["claims", "--min", "many"], ["nosuchcommand"]):
        done = barometer(*arguments)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("run", "nosuchsource"), ("run", "--replay", "/nowhere/at/all")])
def test_a_mistyped_run_leaves_nothing_behind(barometer, tmp_path, arguments):
    data = tmp_path / "var"
    assert barometer(*arguments, BAROMETER_DATA=str(data)).returncode == 2
    assert not data.exists()


def test_a_record_without_articles_does_not_hide_the_sample_edition(barometer, sample, tmp_path):
    data = tmp_path / "var"
    shutil.copytree(sample[0], data)
    assert barometer("migrate", BAROMETER_DATA=str(data)).returncode == 0
    assert not (data / "record.sqlite3").exists()  # it brings what is there to this version
    assert barometer("subscriptions", "add", "--email", "me@example.org", "--query", "义乌", BAROMETER_DATA=str(data))
    done = barometer("search", "义乌", BAROMETER_DATA=str(data))
    assert done.returncode == 0
    assert "sample edition" in done.stderr
    assert "articles" in done.stdout


def test_what_the_system_refuses_is_told_in_one_line(sample):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    with full.open("w") as output:
        done = subprocess.run(
            [sys.executable, "-m", "barometer", "export", "claims"],
            env={**os.environ, "BAROMETER_DATA": str(sample[0] / "demo")},
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "refuses" in done.stderr


def test_no_record_says_what_to_do(barometer, tmp_path):
    done = barometer("search", "义乌", BAROMETER_DATA=str(tmp_path / "empty"))
    assert done.returncode == 1
    assert "barometer demo" in done.stderr
    assert not (tmp_path / "empty").exists()


def test_a_wrong_setting_is_named(barometer):
    done = barometer("doctor", BAROMETER_PROCESSES="many")
    assert done.returncode == 1
    assert "BAROMETER_PROCESSES" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_cell_that_looks_like_a_formula_is_not_one(barometer):
    header, *rows = barometer("export", "claims", "--format", "csv").stdout.splitlines()
    assert header.startswith("id,")
    assert rows
    for quote in (json.loads(line)["quote"] for line in barometer("export", "claims").stdout.splitlines()):
        if quote.startswith(("-", "+", "=")):
            assert any(f",'{quote}," in row for row in rows)


def test_doctor_finds_nothing_wrong(barometer):
    done = barometer("doctor")
    assert done.returncode == 0, done.stdout
    assert "FAIL" not in done.stdout


def test_extracts_claims_line_by_line(barometer, tmp_path):
    lines = tmp_path / "texts.jsonl"
    lines.write_text(
        '{"id": 7, "text": "出口88亿元，同比增长5.2%。", "published": "2025-06-15", "source": "x"}\n', "utf-8"
    )
    told = json.loads(barometer("extract-claims", "--jsonl", str(lines)).stdout)
    assert told["id"] == 7
    assert [(claim["value"], claim["unit"]) for claim in told["claims"]] == [(8_800_000_000, "CNY"), (5.2, "percent")]
    lines.write_text('{"id": 7}\n', "utf-8")
    wrong = barometer("extract-claims", "--jsonl", str(lines))
    assert wrong.returncode == 2
    assert "line 1" in wrong.stderr


def test_extracts_an_article_from_a_saved_page(barometer, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>Title</h1>" + "<p>Exports of Yiwu rose last year.</p>" * 9 + "</body></html>", "utf-8"
    )
    told = json.loads(barometer("extract-article", str(page)).stdout)
    assert "Exports of Yiwu rose last year." in told["text"]
    missing = barometer("extract-article", str(tmp_path / "none.html"))
    assert missing.returncode == 2
    assert "none.html" in missing.stderr


def test_doctor_finds_nothing_wrong_with_a_record_that_waits_for_its_first_article(barometer, tmp_path):
    assert barometer("migrate", BAROMETER_DATA=str(tmp_path / "new")).returncode == 0
    done = barometer("doctor", BAROMETER_DATA=str(tmp_path / "new"))
    assert done.returncode == 0, done.stdout
    assert "nothing to index yet" in done.stdout


def test_doctor_looks_at_the_sample_edition_where_that_is_all_there_is(barometer, sample, tmp_path):
    data = tmp_path / "var"
    shutil.copytree(sample[0], data)
    done = barometer("doctor", BAROMETER_DATA=str(data))
    assert done.returncode == 0
    assert re.search(r"index +\d+ articles, \d+ claims; 0 waiting in .*demo", done.stdout)
    shutil.rmtree(data / "demo" / "index")
    done = barometer("doctor", BAROMETER_DATA=str(data))
    assert done.returncode == 1
    assert "barometer reindex" in done.stdout


@pytest.fixture
def unwritable(monkeypatch):
    """Let the system say of one folder that it cannot be written, as of a read-only disk (root may write to others)."""

    def forbid(folder: Path) -> None:
        asked = os.access
        refused = str(folder)
        monkeypatch.setattr(os, "access", lambda path, mode: not str(path).startswith(refused) and asked(path, mode))

    return forbid


@pytest.mark.parametrize("arguments", [("daemon",), ("run", "people"), ("subscriptions", "add", "--query", "义乌")])
def test_what_has_to_write_says_at_once_that_it_cannot(barometer, sample, unwritable, arguments):
    unwritable(sample[0] / "demo")
    address = ("--email", "me@example.org") if arguments[0] == "subscriptions" else ()
    done = barometer(*arguments, *address)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "cannot be written" in done.stderr


def test_a_search_that_cannot_lock_its_index_says_why(barometer, sample, unwritable, monkeypatch):
    def refuse(*_):
        raise ValueError("Failed to acquire Lockfile: IoError(Os { code: 30, message: 'Read-only file system' })")

    monkeypatch.setattr("barometer.search.embedded.engine.Generation", refuse)
    unwritable(sample[0] / "demo")
    done = barometer("search", "义乌")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "cannot be written" in done.stderr
    assert "reindex" not in done.stderr


def test_a_database_that_refuses_is_told_in_one_line(barometer, monkeypatch):
    def refuse(*_):
        raise OperationalError("UPDATE articles", {}, sqlite3.OperationalError("attempt to write a readonly database"))

    monkeypatch.setattr("barometer.cli.maintenance.set_removed", refuse)
    article = json.loads(barometer("search", "义乌", "--json").stdout.splitlines()[0])["id"]
    done = barometer("remove", str(article))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "attempt to write a readonly database" in done.stderr
    assert "UPDATE" not in done.stderr


def test_explaining_a_claim_explains_its_period(barometer, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("Exports rose to 88 billion yuan in the first half of 2025.", encoding="utf-8")
    lines = barometer("extract-claims", str(text), "--explain", "--published", "2025-07-10").stdout.splitlines()
    for name in ("period_start", "period_end"):
        told = next(line for line in lines if line.strip().startswith(name))
        assert "“in the first half of 2025”" in told, told


def test_a_table_for_a_program_has_each_row_on_one_line(barometer, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    ids = [json.loads(line)["id"] for line in barometer("indicators", "list", "--json").stdout.splitlines()]
    printed = barometer("indicators", "list", COLUMNS="").stdout.splitlines()
    assert [line.split()[0] for line in printed[1:]] == ids
    assert printed[0].split() == ["indicator", "name", "kind", "broader"]
    narrow = barometer("indicators", "list", COLUMNS="60").stdout.splitlines()
    assert max(map(len, narrow)) <= 60 < max(map(len, printed))
