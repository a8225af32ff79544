"""Bodies that are not read at all: too large, no text, or markup that is known to hang a parser.

The reading pool ends every task at its time limit; these checks, linear in the body, only spare it the known cases.
"""

from collections.abc import Mapping

from barometer.model import Outcome, OutcomeKind

MOST_BYTES = 16 * 1024 * 1024
_MOST_IN_A_TAG = 5_000  # words in one tag: lxml is quadratic in attributes, 20,000 take 0.7 s, 50,000 over 10 s
_LONG_TAG = 30_000  # bytes; shorter tags cannot hold that many attributes
_SIGNATURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "gzip data that was not unpacked",
    b"\x00\x00\x00": "binary data",
}


def hazard(body: bytes, headers: Mapping[str, str]) -> Outcome | None:
    """Give the outcome of a body that must not be parsed; None for all others."""
    if len(body) > MOST_BYTES:
        return Outcome(OutcomeKind.QUARANTINED, problem=f"larger than {MOST_BYTES // 2**20} MiB: not read")
    if not body.strip():
        return Outcome(OutcomeKind.EMPTY, problem="the body is empty")
    for signature, name in _SIGNATURES.items():
        if body.startswith(signature):
            return Outcome(OutcomeKind.EMPTY, problem=f"{name}, not a page")
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "").lower()
    if content_type.startswith(("image/", "video/", "audio/", "font/", "application/zip")):
        return Outcome(OutcomeKind.EMPTY, problem=f"{content_type.partition(';')[0]}, not a page")
    if _has_endless_tag(body):
        return Outcome(OutcomeKind.QUARANTINED, problem=f"a tag of more than {_MOST_IN_A_TAG} words: not parsed")
    return None


def _has_endless_tag(body: bytes) -> bool:
    """Tell whether one tag holds so many attributes that parsing it takes for ever."""
    start = body.find(b"<")
    while start >= 0:
        following = body.find(b"<", start + 1)
        piece = body[start : following if following >= 0 else len(body)]
        if len(piece) > _LONG_TAG and piece[1:2].isalpha():
            tag = piece.partition(b">")[0]
            if len(tag) > _LONG_TAG and len(tag.split()) > _MOST_IN_A_TAG:
                return True
        start = following
    return False
