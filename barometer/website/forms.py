"""Reading a posted form: small, text only, so no library is needed for it."""

from urllib.parse import parse_qsl

from fastapi import HTTPException
from starlette.requests import Request

LARGEST = 64 * 1024
MOST_FIELDS = 50


async def read_form(request: Request) -> dict[str, str]:
    """Give the fields of a form. Answers 413 for one larger than ours can be, 400 for what is no form."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, "the form is too large")
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(400, "this is no form of ours") from None
