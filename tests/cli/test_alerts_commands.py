"""`barometer subscriptions` and `barometer alerts` as an operator uses them, in a record of its own."""

import json

import pytest

SECRET = {"BAROMETER_SECRET_KEY": "k" * 32}


@pytest.fixture
def own(barometer, tmp_path):
    """Run a command in an empty data folder."""
    return lambda *words, **more: barometer(*words, BAROMETER_DATA=str(tmp_path / "own"), **{**SECRET, **more})


def add(own, *words):
    done = own("subscriptions", "add", "--confirmed", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_each_kind_is_added_and_listed_without_secrets(own):
    assert add(own, "--email", "me@example.org", "--query", "义乌 出口") == "subscription 1: “义乌 出口”\n"
    told = add(own, "--webhook", "https://hooks.example/in", "--indicator", "exports", "--target", "missed")
    assert "subscription 2: exports, target missed" in told
    assert "its messages are signed with " in told
    told = add(own, "--chat", "dingtalk://tokentokentoken", "--event", "source_silent", "--source", "people")
    assert "people goes silent" in told
    listed = own("subscriptions", "list")
    assert "tokentoken" not in listed.stdout
    assert "dingtalk://" in listed.stdout
    rows = [json.loads(line) for line in own("subscriptions", "list", "--json").stdout.splitlines()]
    assert [row["channel"] for row in rows] == ["email", "webhook", "chat"]
    assert rows[2]["condition"] == {"event": "source_silent", "source": "people"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--query", "义乌"), "give one of --email, --webhook and --chat"),
        (("--email", "a@b.example", "--chat", "dingtalk://t", "--query", "义乌"), "give one of"),
        (("--chat", "syslog://", "--query", "义乌"), "not asked over the web"),
        (("--email", "a@b.example", "--event", "source_silent", "--query", "义乌"), "leave the search out"),
        (("--email", "a@b.example", "--cap", "0", "--query", "义乌"), "cap of 0"),
        (("--email", "a@b.example"), "everything would be told"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(own, words, told):
    done = own("subscriptions", "add", *words)
    assert done.returncode in {1, 2}
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_message_that_cannot_be_sent_waits_with_its_reason(own):
    done = own("subscriptions", "add", "--email", "me@example.org", "--query", "义乌")
    assert done.returncode == 0
    sent = own("alerts", "send")
    assert (sent.returncode, sent.stdout) == (1, "0 new alerts; 0 messages sent, 1 put off, 0 given up\n")
    assert "BAROMETER_PUBLIC_URL is not set" in own("alerts", "list").stdout
    assert own("alerts", "retry").stdout == "0 messages will be tried again\n"


def test_a_preview_shows_the_quote_of_what_would_have_been_told(barometer):
    done = barometer("alerts", "preview", "--query", "跨境电商", "--days", "36500", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 2
    assert all(row["quote"] and row["url"] for row in rows)
