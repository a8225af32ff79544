"""What every request and answer passes: only this machine's names, only our own pages' forms, strict headers."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A page of another site that has its name point to 127.0.0.1 (DNS rebinding) still sends its own name here.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# What a mail program or a webhook's receiver posts (RFC 8058): the signed token in the address is what permits it.
FROM_ANYWHERE = frozenset({"/subscriptions/leave", "/subscriptions/confirm"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer a browser would send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses what did not come from this machine's browser on our own pages, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, public_url: str = "") -> None:
        self._app = app
        parts = urlsplit(public_url)
        self._public = f"{parts.scheme}://{parts.netloc}" if parts.hostname else ""
        self._hosts = LOOPBACK | {parts.hostname} if parts.hostname else LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope["method"], scope["path"], Headers(scope=scope))
        answer = self._app if refusal is None else PlainTextResponse(refusal[1] + "\n", refusal[0])
        await answer(scope, receive, send_with_headers)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if host_name(f"//{host}") not in self._hosts:
            return 421, "this is Barometer on this machine: open it as http://127.0.0.1 or http://localhost"
        if method in SAFE_METHODS or (method == "POST" and path in FROM_ANYWHERE):
            return None
        if not is_same_origin(headers, host, self._public):
            return 403, "this form was not sent from a page of this site"
        return None


def is_same_origin(headers: Headers, host: str, public: str = "") -> bool:
    """Whether a browser says that the request comes from a page of this very host and port. Silence is no yes.

    `public` is where readers reach the website through a server in front of it, which may add the encryption.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None:
        return site == "same-origin"
    return origin == f"http://{host}" or (origin == public and host == urlsplit(public).netloc)


def host_name(url: str) -> str:
    """Give the name or address in a URL, "" where there is none or it is broken."""
    try:
        parts = urlsplit(url)
        broken = parts.port == 0
    except ValueError:
        return ""
    if broken or parts.username is not None or parts.path or parts.query or parts.fragment:
        return ""
    return parts.hostname or ""
