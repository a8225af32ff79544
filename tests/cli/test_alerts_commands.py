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
        (("--email", "a@b.example", "--indicator", "export"), "no indicator is known as export; did you mean exports"),
        (("--email", "a@b.example", "--place", "Yiwuu"), "did you mean Yiwu"),
        (("--email", "a@b.example", "--unit", "cny", "--above", "10"), "did you mean CNY"),
        (("--email", "a@b.example", "--event", "source_silent", "--source", "peple"), "did you mean people"),
        (("--email", "a@b.example", "--indicator", "exports", "--above", "10"), "needs a unit"),
        (("--webhook", "http://hooks.example/in", "--query", "义乌"), "https:// addresses only"),
        (("--webhook", "https://10.0.0.1/in", "--query", "义乌"), "nothing can be posted"),
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
    assert "waits for the yes" in done.stdout
    sent = own("alerts", "send")
    assert (sent.returncode, sent.stdout) == (1, "0 new alerts; 0 messages sent, 1 put off, 0 given up\n")
    assert "BAROMETER_PUBLIC_URL is not set" in own("alerts", "list").stdout
    assert own("alerts", "retry").stdout == "0 messages will be tried again\n"


def test_a_preview_shows_the_quote_of_what_would_have_been_told(barometer):
    done = barometer("alerts", "preview", "--query", "跨境电商", "--days", "36500", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 2
    assert all(row["quote"] and row["url"] for row in rows)


@pytest.mark.parametrize("bound", [("--above", "10", "--unit", "percent"), ("--above", "10", "--comparison", "yoy")])
def test_a_bound_is_held_against_its_own_unit_only(barometer, bound):
    done = barometer("alerts", "preview", "--indicator", "exports", *bound, "--days", "36500", "--json")
    quotes = [json.loads(line)["quote"] for line in done.stdout.splitlines()]
    assert quotes
    claims = {}
    for line in barometer("export", "claims").stdout.splitlines():
        row = json.loads(line)
        claims[row["id"]] = row["unit"]
    assert {claims[json.loads(line)["claim"]] for line in done.stdout.splitlines()} == {"percent"}


def test_any_fall_needs_no_unit(barometer):
    assert barometer("alerts", "preview", "--indicator", "exports", "--below", "0").returncode == 0


def test_a_replay_says_that_subscribers_hear_nothing_of_it(own, tmp_path):
    (tmp_path / "SOURCES.tsv").write_text("", encoding="utf-8")
    again = ("run", "global_times", "--replay", str(tmp_path))
    own("subscriptions", "add", "--email", "me@example.org", "--query", "义乌")
    assert "subscription" not in own(*again).stderr  # it has not said yes
    add(own, "--email", "me@example.org", "--query", "出口")
    told = own(*again)
    assert told.returncode == 0
    assert "1 confirmed subscription hears nothing of recorded pages" in told.stderr
    assert "alerts preview" in told.stderr
