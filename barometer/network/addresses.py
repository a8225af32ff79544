"""Which addresses a program that follows foreign links may dial: public ones, on ports where web servers are.

Two checks belong together. `judge` looks at a URL before anything is asked; `check_resolved` looks at the addresses
that a name resolved to, right before one is dialled (rebinding and redirects reach private addresses by name).
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

import ada_url

from barometer.errors import ConfigError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
HostPort = tuple[str, int]
Allowed = frozenset[HostPort]

NOTHING: Allowed = frozenset()
WEB_PORTS = frozenset({80, 81, 443, 8000, 8008, 8080, 8081, 8088, 8443, 8888})

_DEFAULT_PORTS = {"http:": 80, "https:": 443}
_LOOPBACK_SPELLINGS = ("localhost", "127.0.0.1", "::1")

# Public by Python's tables, or by those of some version, and still nobody's web server.
_REFUSED_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's wire server
        "192.0.0.0/24",  # IETF assignments, with Oracle's metadata service at .192
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "64:ff9b:1::/48",  # NAT64 inside one network (RFC 8215)
        "3fff::/20",  # documentation (RFC 9637)
        "5f00::/16",  # segment routing (RFC 9602)
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP_MARKS = (0x0000_5EFE, 0x0200_5EFE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `judge` says about one URL.

    `refusal` is None where it may be asked for, else the reason. `url` is the one spelling that was judged and that
    alone may be requested; `host` and `port` are what will be dialled. `literal` tells that the host is an address, so
    that nothing is left to resolve.
    """

    refusal: str | None
    url: str = ""
    host: str = ""
    port: int = 0
    literal: bool = False

    @property
    def allowed(self) -> bool:
        """Tell whether the URL may be asked for, as far as can be known before its name is resolved."""
        return self.refusal is None


def parse_allowed(setting: str) -> Allowed:
    """Read BAROMETER_NETWORK_ALLOW: loopback `host:port` pairs, separated by commas; `localhost` stands for all three.

    ConfigError names the pair that is no loopback address with a port.
    """
    pairs: set[HostPort] = set()
    for pair in filter(None, (part.strip() for part in setting.split(","))):
        host, _, port = pair.rpartition(":")
        host = host.strip("[]").lower()
        if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536 and _is_loopback(host)):
            raise ConfigError(
                f"BAROMETER_NETWORK_ALLOW: {pair!r} is no loopback host:port; write for example 127.0.0.1:8001"
            )
        hosts = _LOOPBACK_SPELLINGS if host == "localhost" else (str(ipaddress.ip_address(host)),)
        pairs.update((each, int(port)) for each in hosts)
    return frozenset(pairs)


def judge(url: str, allowed: Allowed = NOTHING) -> Verdict:
    """Judge a URL before it is asked for; a host that is a name still has to pass `check_resolved` when it is dialled.

    Refused: schemes other than http and https, spellings that URL parsers read differently (backslashes, control
    characters, spaces, missing slashes), hosts that no parser accepts, local names, addresses that are not public in
    any spelling, ports where no web server is expected. `allowed` excepts loopback pairs.
    """
    if not url.lower().startswith(("http://", "https://")):
        return Verdict("only http:// and https:// addresses are asked for")
    if any(character == "\\" or character <= " " or character == "\x7f" for character in url):
        return Verdict("a backslash, space or control character in an address is read differently by different parsers")
    if url.partition("://")[2].startswith("/"):
        return Verdict("the address has no host between its slashes")
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return Verdict("the address cannot be read")
    host = parsed.hostname.strip("[]")
    port = int(parsed.port or _DEFAULT_PORTS[parsed.protocol])
    address = _read_address(host)
    refusal = _refuse_name(host, port, allowed) if address is None else _refuse_pair(address, port, allowed)
    return Verdict(refusal, parsed.href, host, port, literal=address is not None)


def check_resolved(addresses: Iterable[str], port: int | None = None, allowed: Allowed = NOTHING) -> str | None:
    """Say why a name that resolved to `addresses` must not be dialled, or None when every one of them may be.

    One forbidden address among several refuses them all: a name that answers both ways is an attack or a mistake.
    Without a `port` the pairs in `allowed` except their addresses on any port.
    """
    resolved = list(addresses)
    if not resolved:
        return "the name resolves to no address"
    for text in resolved:
        address = _read_address(text)
        if address is None:
            return f"{text!r} is no address"
        refusal = _refuse_pair(address, port, allowed)
        if refusal is not None:
            return refusal
    return None


def refuse_address(address: Address) -> str | None:
    """Say why an address is not public, or None when it is. An IPv4 address inside an IPv6 one is looked at as well."""
    translated = _translated(address)
    if translated is not None:
        inner = refuse_address(translated)
        return inner and f"{address} stands for {inner}"
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return f"{address} is not a public address"
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return f"{address} is not a public address"
    if any(address.version == network.version and address in network for network in _REFUSED_NETWORKS):
        return f"{address} is set aside for other uses than web servers"
    for tunnelled in _tunnelled(address):
        inner = refuse_address(tunnelled)
        if inner is not None:
            return f"{address} leads to {inner}"
    return None


def _refuse_name(host: str, port: int, allowed: Allowed) -> str | None:
    if (host, port) in allowed:
        return None
    name = host.rstrip(".")
    if not name:
        return "the address has no host"
    if name == "localhost" or name.endswith((".localhost", ".localdomain")):
        return f"{host} is this machine"
    if port not in WEB_PORTS and all(port != each for _, each in allowed):
        return f"port {port} is not one where web servers are"
    return None


def _refuse_pair(address: Address, port: int | None, allowed: Allowed) -> str | None:
    if (str(address), port) in allowed or (port is None and any(str(address) == host for host, _ in allowed)):
        return None
    refusal = refuse_address(address)
    if refusal is None and port is not None and port not in WEB_PORTS:
        return f"port {port} is not one where web servers are"
    return refusal


def _read_address(host: str) -> Address | None:
    try:
        # A zone (fe80::1%eth0) chooses an interface; what it belongs to is decided by the address alone.
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _is_loopback(host: str) -> bool:
    address = _read_address(host)
    return host == "localhost" if address is None else address.is_loopback


def _translated(address: Address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that this IPv6 address is only another spelling of: mapped, or made by NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped


def _tunnelled(address: Address) -> list[ipaddress.IPv4Address]:
    """Give the IPv4 addresses that a tunnel (6to4, Teredo, ISATAP) would send packets for this address to."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [each for each in (address.sixtofour, *(address.teredo or ())) if each is not None]
    if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP_MARKS:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return found
