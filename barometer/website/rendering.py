"""Pages out of templates: everything escaped, in the visitor's language, with nothing that could run or reorder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from barometer.exports.formats import plain_number
from barometer.search.shortening import shortened
from barometer.website.marking import marked
from barometer.website.names import Directory
from barometer.words.language import LANGUAGES, Words, words_of

COOKIE = "lang"
_A_YEAR = 365 * 86_400
# Marks that reorder or hide text (Unicode bidi controls), and control characters: neither of our languages needs them.
_UNSEEN = dict.fromkeys([
    0x061C, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    *range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0),
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visit:
    """Who looks at a page: in which language, and with which path and parameters they came."""

    language: str
    path: str
    parameters: Mapping[str, str]

    @classmethod
    def of(cls, request: Request) -> "Visit":
        """Take language, path and parameters from a request."""
        parameters = dict(request.query_params)
        return cls(chosen_language(request, parameters), request.url.path, parameters)

    @property
    def words(self) -> Words:
        """The words of the language."""
        return words_of(self.language)

    @property
    def switched(self) -> str:
        """The address of the same page in the other language."""
        other = next(each for each in LANGUAGES if each != self.language)
        return address(self.path, {**self.parameters, COOKIE: other})


def chosen_language(request: Request, parameters: Mapping[str, str]) -> str:
    """The language that was asked for by ?lang=, remembered in the cookie, preferred by the browser; else Chinese."""
    for asked in (parameters.get(COOKIE), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return preferred(request.headers.get("accept-language", ""))


def is_chosen(request: Request) -> bool:
    """Whether anything says in which language this visitor wants to read."""
    asked = (request.query_params.get(COOKIE), request.cookies.get(COOKIE))
    return any(each in LANGUAGES for each in asked) or bool(request.headers.get("accept-language", "").strip("* "))


def preferred(header: str) -> str:
    """The first of our languages by the weights of an Accept-Language header; Chinese where it names none."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(header[:1000].split(",")):
        name, _, weight = part.partition(";")
        language = name.strip().lower().partition("-")[0]
        try:
            value = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            value = 0.0
        if language in LANGUAGES and value > 0:
            weighed.append((-value, place, language))
    return min(weighed)[2] if weighed else LANGUAGES[0]


def address(path: str, parameters: Mapping[str, str]) -> str:
    """A path with its parameters."""
    return f"{path}?{urlencode(parameters)}" if parameters else path


def outward(url: str) -> str | None:
    """A URL from outside, if it may be a link: http and https only; None for javascript: and the like."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def shown_text(value: Any) -> Any:
    """What is put in a page, without characters that reorder or hide what stands around them."""
    return value.translate(_UNSEEN) if isinstance(value, str) else value


@cache
def environment() -> Environment:
    """The templates. A name that is missing in one raises."""
    made = Environment(
        loader=PackageLoader("barometer.website"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"outward": outward, "marked": marked, "shortened": shortened, "exact": plain_number}
    made.globals["address"] = address
    return made


def page(
    visit: Visit, directory: Directory, template: str, context: Mapping[str, Any], *, status: int = 200
) -> Response:
    """Render a template. The language is remembered where it was chosen by ?lang=."""
    words = visit.words
    html = environment().get_template(template).render(
        visit=visit, words=words, t=words.text, names=directory, lang=visit.language, **context
    )  # fmt: skip
    headers = {"Vary": "Accept-Language, Cookie", "Cache-Control": "no-cache"}
    answer = Response(html.encode("utf-8", "replace"), status, headers, media_type="text/html")
    if visit.parameters.get(COOKIE) in LANGUAGES:
        answer.set_cookie(COOKIE, visit.language, max_age=_A_YEAR, httponly=True, samesite="lax")
    return answer
