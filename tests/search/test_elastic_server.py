"""How the client shows itself to a server: keys, passwords, certificates."""

import base64
import http.client
import http.server
import json
import ssl
import subprocess
import threading
import uuid
from urllib.parse import urlsplit

import pytest

from barometer.errors import ConfigError, IndexBusy
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.server import connect
from tests.search.conftest import forget


class Server(http.server.BaseHTTPRequestHandler):
    """Says who asked; lets in whoever is expected."""

    expected = ""

    def do_POST(self):
        allowed = self.headers.get("Authorization") == self.expected
        body = json.dumps({"count": 5} if allowed else {"error": {"reason": "who are you?"}, "status": 401}).encode()
        self.send_response(200 if allowed else 401)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def serve():
    """Start a server that expects this Authorization header; with a certificate it speaks TLS."""
    servers = []

    def start(expected, certificate=None, kind=Server, **values):
        handler = type("Expecting", (kind,), {"expected": expected, **values})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for loopback that nobody knows."""
    folder = tmp_path_factory.mktemp("certificate")
    files = folder / "certificate.pem", folder / "key.pem"
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *name]
    try:
        subprocess.run([*make, "-out", files[0], "-keyout", files[1]], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    return files


class Proxy(http.server.BaseHTTPRequestHandler):
    """Stands before a real server as a company's gateway does: TLS outside, and nobody without credentials."""

    protocol_version = "HTTP/1.1"
    expected = ""
    behind = ""

    def forward(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        if self.headers.get("Authorization") != self.expected:
            self.answer(401, {"Content-Type": "application/json"}, b'{"error": {"reason": "who are you?"}}')
            return
        inner = http.client.HTTPConnection(urlsplit(self.behind).netloc, timeout=60)
        passed = {name: value for name, value in self.headers.items() if name.lower() not in {"host", "authorization"}}
        inner.request(self.command, self.path, body, passed)
        answer = inner.getresponse()
        content = answer.read()
        self.answer(answer.status, dict(answer.getheaders()), content)
        inner.close()

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in {"transfer-encoding", "content-length", "connection"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = forward  # noqa: N815 - http.server's names

    def log_message(self, *_):
        """Say nothing."""


BASIC = "Basic " + base64.b64encode(b"writer:pass word").decode()


@pytest.mark.parametrize(
    ("header", "options"),
    [("ApiKey abc", {"api_key": "abc"}), (BASIC, {"user": "writer", "password": "pass word"})],
    ids=["key", "password"],
)
def test_everything_works_through_tls_and_credentials(
    serve, certificate, elastic_client, header, options, make_article, make_claim
):
    (node,) = elastic_client.transport.node_pool.all()
    url = serve(header, certificate, Proxy, behind=node.base_url)
    prefix = f"tls-{uuid.uuid4().hex[:8]}"
    articles = [make_article(f"义乌出口 {n}") for n in range(30)]
    authority = str(certificate[0])
    with connect(url, certificate_authority=authority, **options) as client:
        index = ElasticIndex(client, prefix=prefix)
        index.put(articles, [make_claim(article, "出口") for article in articles])
        with index.rebuild() as fresh:
            fresh.put(articles, [])
        index.refresh()
        assert index.search_articles("义乌", limit=3).total == 30
        assert len(list(index.every_article("出口"))) == 30
        assert index.count() == (30, 0)
        forget(elastic_client, prefix)
    for wrong, error, told in (
        ({"certificate_authority": authority, "api_key": "guess"}, ConfigError, "refuses our credentials"),
        (options, IndexBusy, "certificate verify failed"),
    ):
        with connect(url, **wrong) as client, pytest.raises(error, match=told):
            ElasticIndex(client, prefix=prefix).put(articles, [])


def count(url, **options):
    with connect(url, timeout=5, **options) as client:
        index = ElasticIndex(client)
        index._checked = True
        return index.count().articles


def test_an_api_key_or_a_password_lets_in(serve):
    assert count(serve("ApiKey abc"), api_key="abc") == 5
    expected = "Basic " + base64.b64encode(b"reader:pass word").decode()
    assert count(serve(expected), user="reader", password="pass word") == 5
    url = serve(expected).replace("http://", "http://reader:pass%20word@")
    assert count(url) == 5


def test_a_wrong_key_is_told_in_one_line_without_the_key(serve):
    with pytest.raises(ConfigError, match="refuses our credentials") as caught:
        count(serve("ApiKey abc"), api_key="hush")
    assert "hush" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_certificate_counts_when_its_authority_is_named_and_only_then(serve, certificate):
    url = serve("ApiKey abc", certificate)
    assert count(url, api_key="abc", certificate_authority=str(certificate[0])) == 5
    with pytest.raises(IndexBusy, match="certificate verify failed"):
        count(url, api_key="abc")
    with pytest.raises(ConfigError, match="BAROMETER_ELASTICSEARCH_CA"):
        count(url, certificate_authority="/no/such/file")
