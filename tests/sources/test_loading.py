"""A mistake in a source file is told with its file, its line and what is allowed; files can build on one another."""

import pickle

import pytest

from barometer.errors import SourceError
from barometer.model import RequestKind
from barometer.sources import load_sources, read_sources

GOOD = """\
name: {zh: 甲报, en: Paper A}
publisher: commercial
language: zh
hosts: [a.example]
entry: ["http://a.example/list"]
articles: '/(?P<key>\\d+)\\.html'
select:
  - body: .text
    title: h1
"""


def write(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def mistakes_of(folder):
    with pytest.raises(SourceError) as caught:
        load_sources(folder)
    return str(caught.value)


def test_a_source_is_its_file(tmp_path):
    source = load_sources(write(tmp_path, paper_a=GOOD))["paper_a"]
    assert source.name.zh == "甲报"
    assert source.configured
    assert source.article_key("http://www.a.example/12.html") == "paper_a:12"
    assert source.request_kind("http://a.example/list") is RequestKind.LISTING
    assert pickle.loads(pickle.dumps(source)) == source


@pytest.mark.parametrize(
    ("line", "replaced", "told"),
    [
        (2, "publisher: newspaper", ["publisher", "'government'", "'commercial'"]),
        (3, "langauge: zh", ["langauge: no such key", "language"]),
        (6, "articles: '/(\\d+'", ["regular expression"]),
        (8, '  - body: "div["', ["CSS"]),
        (9, "    titel: h1", ["titel: no such key", "title"]),
        (5, 'entry: ["http://b.example/list"]', ["none of the source's hosts"]),
        (5, 'entry: ["not a url"]', ["not a URL"]),
    ],
)
def test_a_mistake_names_its_file_and_line(tmp_path, line, replaced, told):
    lines = GOOD.splitlines()
    lines[line - 1] = replaced
    message = mistakes_of(write(tmp_path, paper_a="\n".join(lines)))
    for words in told:
        assert words in message
    if "hosts" not in told[0]:
        assert f"{tmp_path / 'paper_a.yaml'}:{line}:" in message


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path):
    broken = GOOD.replace("language: zh", "language: fr").replace("title: h1", "titles: h1")
    message = mistakes_of(write(tmp_path, one=broken, two="name: [", three="", four="- list"))
    assert message.count("one.yaml:") == 2
    for name in ("two", "three", "four"):
        assert f"{name}.yaml:1:" in message or f"{name}.yaml:2:" in message


def test_a_key_given_twice_is_a_mistake(tmp_path):
    assert "paper_a.yaml:10: key 'language' is given twice" in mistakes_of(
        write(tmp_path, paper_a=GOOD + "language: en\n")
    )


def test_a_file_can_be_like_another(tmp_path):
    sources = load_sources(write(tmp_path, paper_a=GOOD, paper_b="like: paper_a\nhosts: [b.example]\n"))
    assert sources["paper_b"].articles == sources["paper_a"].articles
    assert sources["paper_b"].hosts == ("b.example",)
    assert not sources["paper_b"].configured


@pytest.mark.parametrize("like", ["nobody", "paper_b"])
def test_being_like_nobody_or_oneself_is_a_mistake(tmp_path, like):
    folder = write(tmp_path, paper_a=GOOD, paper_b=f"like: {like}\n")
    assert "paper_b.yaml:1: like:" in mistakes_of(folder)


def test_a_later_folder_lays_its_keys_over_an_earlier_one(tmp_path):
    shipped = write(tmp_path / "shipped", paper_a=GOOD, paper_b=GOOD)
    own = write(tmp_path / "own", paper_a="hosts: [new.example]\nentry: ['http://new.example/']\n")
    sources = load_sources(shipped, own)
    assert sources["paper_a"].hosts == ("new.example",)
    assert sources["paper_a"].articles == sources["paper_b"].articles


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SourceError, match="no such folder"):
        load_sources(tmp_path / "nowhere")


def test_addresses_may_stand_in_a_file_beside_it(tmp_path):
    (tmp_path / "a.txt").write_text("# ours\nhttps://A.example/1#top\n\n https://a.example/2 \n", encoding="utf-8")
    sources = load_sources(write(tmp_path, paper=GOOD + "urls: [a.txt, 'https://a.example/3']\n"))
    assert sources["paper"].urls == ("https://a.example/1", "https://a.example/2", "https://a.example/3")


@pytest.mark.parametrize("wrong", ["nowhere.txt", "ftp://a.example/1"])
def test_addresses_that_are_not_there_or_none_are_mistakes(tmp_path, wrong):
    assert f"urls: {wrong}" in mistakes_of(write(tmp_path, paper=GOOD + f"urls: {wrong}\n"))


def test_a_source_whose_cookie_is_not_given_is_not_configured(tmp_path, monkeypatch):
    folder = write(tmp_path, paper=GOOD + "cookie: BAROMETER_PAPER_COOKIE\n")
    assert load_sources(folder)["paper"].needs == ("the cookie in BAROMETER_PAPER_COOKIE",)
    assert not load_sources(folder)["paper"].configured
    monkeypatch.setenv("BAROMETER_PAPER_COOKIE", "SUB=1")
    assert load_sources(folder)["paper"].configured


def test_a_fallback_must_exist(tmp_path):
    assert "fallback: no such source: nobody" in mistakes_of(write(tmp_path, paper=GOOD + "fallback: nobody\n"))


def test_a_wrong_file_costs_its_own_source_only(tmp_path):
    also = GOOD + "also: [wrong]\n"
    beside = GOOD + "fallback: [wrong, good]\n"
    read = read_sources(write(tmp_path, good=GOOD, wrong=GOOD + "bogus: 1\n", also=also, beside=beside))
    assert list(read.sources) == ["beside", "good"]
    assert read.need("beside").fallback == ("good",)
    assert list(read.problems) == ["also", "wrong"]
    with pytest.raises(SourceError, match=r"wrong\.yaml:10: bogus: no such key"):
        read.need("wrong")
    assert "also: the file of wrong is wrong" in read.problems["also"]
    with pytest.raises(SourceError, match="bogus"):
        load_sources(tmp_path)
