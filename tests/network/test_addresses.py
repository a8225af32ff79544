"""The address guard: what may be dialled, in every spelling."""

import ipaddress
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.errors import ConfigError
from barometer.network.addresses import check_resolved, judge, parse_allowed, refuse_address

CORPUS = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "corpora/ssrf/ssrf.jsonl"


def is_refused(url: str, resolves_to: str | None) -> bool:
    """Do what the crawler does: judge the URL, then check what its name resolved to."""
    verdict = judge(url)
    if not verdict.allowed or verdict.literal or resolves_to is None:
        return not verdict.allowed
    return check_resolved([resolves_to], verdict.port) is not None


def test_every_row_of_the_shared_list_is_judged_right() -> None:
    if not CORPUS.exists():
        pytest.skip(f"the list of addresses is not here: {CORPUS}")
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    wrong = [row["url"] for row in rows if is_refused(row["url"], row["ip"]) != row["block"]]
    assert len(rows) >= 100
    assert wrong == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://0177.1/",
        "http://2130706433/",
        "http://[::ffff:10.1.2.3]/",
        "http://①②⑦.0.0.1/",
        "http://localhost:80/",
        "http://a.localhost/",
        "http://printer.localdomain/",
        "http://169.254.169.254/latest",
        "http://[64:ff9b::10.0.0.1]/",
        "http://news.example\\@10.0.0.1/",
        "http://news.example/a b",
        "http:///news.example/",
        "https://",
        "ftp://news.example/",
        "javascript:alert(1)",
        "http://news.example:22/",
        "",
    ],
)
def test_what_must_not_be_asked_for_is_refused_with_a_reason(url: str) -> None:
    verdict = judge(url)
    assert not verdict.allowed
    assert verdict.refusal


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("https://news.example/a?b=c", "news.example", 443),
        ("http://NEWS.example:8080/", "news.example", 8080),
        ("http://义乌.example/", "义乌.example".encode("idna").decode(), 80),
        ("http://93.184.215.14/", "93.184.215.14", 80),
        ("http://[2606:2800:21f::1]/", "2606:2800:21f::1", 80),
    ],
)
def test_public_addresses_and_names_pass(url: str, host: str, port: int) -> None:
    verdict = judge(url)
    assert verdict.allowed, verdict.refusal
    assert (verdict.host, verdict.port) == (host, port)


def test_the_url_to_request_is_the_spelling_that_was_judged() -> None:
    assert judge("http://News.Example/../a").url == "http://news.example/a"


def test_a_loopback_pair_that_was_allowed_passes_and_only_that_pair() -> None:
    allowed = parse_allowed("127.0.0.1:8001, [::1]:8002")
    assert judge("http://127.0.0.1:8001/x", allowed).allowed
    assert judge("http://[::1]:8002/", allowed).allowed
    assert not judge("http://127.0.0.1:8002/", allowed).allowed
    assert not judge("http://127.0.0.2:8001/", allowed).allowed
    assert check_resolved(["127.0.0.1"], 8001, allowed) is None
    assert check_resolved(["127.0.0.1"], 80, allowed)


def test_localhost_allowed_by_name_passes_before_and_after_resolving() -> None:
    allowed = parse_allowed("localhost:8001")
    assert judge("http://localhost:8001/", allowed).allowed
    assert check_resolved(["::1", "127.0.0.1"], 8001, allowed) is None


def test_a_made_up_name_on_an_allowed_port_is_dialled_only_where_the_pair_points() -> None:
    allowed = parse_allowed("127.0.0.1:34567")
    verdict = judge("http://site.example:34567/", allowed)
    assert verdict.allowed
    assert check_resolved(["127.0.0.1"], verdict.port, allowed) is None
    assert check_resolved(["10.0.0.1"], verdict.port, allowed)
    assert check_resolved(["93.184.215.14"], verdict.port, allowed)


@pytest.mark.parametrize(
    "setting", ["10.0.0.1:80", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:99999", "example.com:80", ":80"]
)
def test_only_loopback_pairs_can_be_allowed(setting: str) -> None:
    with pytest.raises(ConfigError, match="BAROMETER_NETWORK_ALLOW"):
        parse_allowed(setting)


def test_an_empty_setting_allows_nothing() -> None:
    assert parse_allowed("") == parse_allowed(" , ") == frozenset()


def test_one_private_address_among_public_ones_refuses_them_all() -> None:
    assert check_resolved(["93.184.215.14"]) is None
    assert "10.0.0.1" in (check_resolved(["93.184.215.14", "10.0.0.1"]) or "")


def test_a_name_without_addresses_is_refused() -> None:
    assert check_resolved([])
    assert check_resolved(["not an address"])


def test_an_address_with_a_zone_is_judged_without_it() -> None:
    assert check_resolved(["fe80::1%eth0"])


private_v4 = st.one_of(
    *(
        st.ip_addresses(network=network)
        for network in ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.168.0.0/16", "100.64.0.0/10", "0.0.0.0/8")
    )
)


@given(private_v4)
def test_a_private_address_is_refused_in_every_number_notation(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    parts = address.packed
    spellings = [
        str(address),
        str(number),
        hex(number),
        f"0{number:o}",
        ".".join(f"0{part:o}" for part in parts),
        f"{parts[0]}.{number & 0xFFFFFF}",
        f"{parts[0]}.{parts[1]}.{number & 0xFFFF}",
    ]
    assert [each for each in spellings if judge(f"http://{each}/").allowed] == []


@given(private_v4)
def test_a_private_address_is_refused_inside_every_ipv6_form(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    forms = {
        "mapped": (0xFFFF << 32) | number,
        "translated": (0xFFFF << 48) | number,
        "compatible": number,
        "NAT64": (0x0064_FF9B << 96) | number,
        "6to4": (0x2002 << 112) | (number << 80) | 1,
        "Teredo": (0x2001_0000 << 96) | (0x08080808 << 64) | (number ^ 0xFFFF_FFFF),
        "ISATAP": (0x2606_2800 << 96) | (0x5EFE << 32) | number,
    }
    public = [name for name, value in forms.items() if refuse_address(ipaddress.IPv6Address(value)) is None]
    assert public == []


def test_a_public_address_behind_nat64_or_mapped_stays_public() -> None:
    assert refuse_address(ipaddress.ip_address("64:ff9b::93.184.215.14")) is None
    assert refuse_address(ipaddress.ip_address("::ffff:93.184.215.14")) is None


@given(st.text(max_size=60))
def test_any_text_at_all_gets_a_verdict(text: str) -> None:
    judge(text)
    judge(f"http://{text}/")
