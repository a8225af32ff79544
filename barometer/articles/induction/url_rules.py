"""The URL rule of a site's articles, induced from the links of a page that lists them.

Addresses are cut into fixed text and what varies (numbers, hexadecimal and mixed names, words with hyphens); those of
one shape are a group. The group whose links say most is that of the articles: a menu's links are short. The rule takes
in no more than its addresses call for: it names their host, the sections they stand in, how long their ids are.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

_KEYS = ("key", "key2", "key3")
FEWEST = 3  # links of one shape that make a rule
_SAYING = {"zh": 8, "en": 18}  # characters from which on a link's text is a headline
_HEADLINE = 40
_DATED = 1.5  # so much more a group counts whose addresses hold a date
_HEX = re.compile(r"[0-9a-f]{16,}")
_MIXED = re.compile(r"(?=[^\W\d_]*\d)(?=\d*[^\W\d_])[0-9A-Za-z]{10,}")
_SLUG = re.compile(r"(?:[^\W_]+[-_]){2,}[^\W_]+")
_NUMBERED_SLUG = re.compile(r"((?:[A-Za-z]\w*-)+[A-Za-z]\w*)(-)(\d{4,})")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_NUMBERS = re.compile(r"(\d+)")
_WORD = re.compile(r"[A-Za-z][A-Za-z_-]*")
_MOST_SECTIONS = 12  # named one by one in a rule; of more than that any is taken
_FRONTS = frozenset({"index", "default", "list", "node"})
_SHORTER = 1  # digits that an older id may lack
_LONG_ID = 4
# Sections that hold no articles, or none that a newsroom wrote.
_NO_NEWS = re.compile(
    r"(?i)(?:sponsor\w*|adverti\w*|ads?|promo(?:ted|tions?)?|partner(?:s|ed)?(?:-?content)?|brand(?:ed|-?voice|-?studio)?"
    r"|paid|native|presented|topics?|tags?|specials?|zt|zhuanti|ztbd|guanggao|tuiguang|authors?|users?|search|about"
    r"|subscribe|newsletters?|login|register|help)"
)
_SAYS_AD = re.compile(r"(?i)^\W*(?:sponsored|advertisement|advertorial|promoted|paid post|广告|推广|赞助)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_AND_DAY = re.compile(r"(?:0[1-9]|1[0-2])[0-3]\d")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as its page shows it."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class UrlRule:
    """A rule and the links that it was induced from, in page order."""

    pattern: str
    anchors: tuple[Anchor, ...]
    score: float

    def sections(self) -> dict[str, tuple[Anchor, ...]]:
        """Give the links by the section of the site that they stand in, the first link's section first."""
        found: dict[str, list[Anchor]] = {}
        for anchor in self.anchors:
            found.setdefault(_section(anchor.url), []).append(anchor)
        return {name: tuple(anchors) for name, anchors in found.items()}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # text | number | hex | mixed | slug | folder
    value: str


def induce_rules(anchors: Iterable[Anchor], language: str | None) -> list[UrlRule]:
    """Give the rules that may be that of the articles, the likeliest first.

    `language` says from which length on a link's text is a headline; None where links have no text, as in sitemaps.
    """
    everything = list(anchors)
    news = [anchor for anchor in everything if not is_no_news(anchor)]
    return _induced(news, language) or _induced(everything, language)


def is_no_news(anchor: Anchor) -> bool:
    """Tell whether a link leads to an advertisement, or to a page about articles, by what it says and where to."""
    folders = urlsplit(anchor.url).path.split("/")[1:-1]
    return _SAYS_AD.search(anchor.text) is not None or any(_NO_NEWS.fullmatch(folder) for folder in folders)


def narrowed(rule: UrlRule, keep: Collection[str], language: str | None) -> UrlRule:
    """Give the rule of the links that stand in the sections to be kept; the rule itself where nothing else is left."""
    sections = rule.sections()
    if all(name in keep for name in sections):
        return rule
    kept = [anchor for name, anchors in sections.items() if name in keep for anchor in anchors]
    return _rule(kept, language) if kept else rule


def section_pages(anchors: Iterable[Anchor], rule: UrlRule) -> list[str]:
    """Give the links that lead to the front pages of the sections in which the rule's articles stand."""
    sections, wanted = rule.sections(), re.compile(rule.pattern)
    found = []
    for anchor in anchors:
        path = urlsplit(anchor.url).path.strip("/")
        folder, _, last = path.rpartition("/")
        front = folder if last.partition(".")[0] in _FRONTS else path
        if front and front in sections and not wanted.search(anchor.url):
            found.append(anchor.url)
    return list(dict.fromkeys(found))


def _section(url: str) -> str:
    return "/".join(token.value for token in _tokens(url) if token.kind == "folder")


def _induced(anchors: Iterable[Anchor], language: str | None) -> list[UrlRule]:
    groups: dict[tuple[str, ...], dict[str, Anchor]] = defaultdict(dict)
    for anchor in anchors:
        tokens = _tokens(anchor.url)
        if any(token.kind not in {"text", "folder"} for token in tokens):
            known = groups[_shape(tokens)].get(anchor.url)
            if known is None or len(anchor.text) > len(known.text):
                groups[_shape(tokens)][anchor.url] = anchor
    rules = [_rule(list(group.values()), language) for group in groups.values() if len(group) >= FEWEST]
    return sorted((rule for rule in rules if rule.score > 0), key=lambda rule: -rule.score)


def _tokens(url: str) -> list[_Token]:
    parts = urlsplit(url)
    segments = parts.path.split("/")[1:]
    tokens: list[_Token] = []
    for number, segment in enumerate(segments):
        tokens.append(_Token("text", "/"))
        is_last = number == len(segments) - 1
        stem, dot, ending = segment.rpartition(".") if is_last and "." in segment else (segment, "", "")
        tokens += _cut(stem, is_last)
        if dot:
            tokens.append(_Token("text", dot + ending))
    if parts.query:
        tokens.append(_Token("text", "?"))
        for number, pair in enumerate(parts.query.split("&")):
            name, equals, value = pair.partition("=")
            tokens.append(_Token("text", ("&" if number else "") + name + equals))
            tokens += _cut(value, True)
    return [token for token in tokens if token.value]


def _cut(text: str, is_last: bool) -> list[_Token]:
    if _HEX.fullmatch(text):
        return [_Token("hex", text)]
    numbered = _NUMBERED_SLUG.fullmatch(text)
    if numbered:
        return [_Token("slug", numbered[1]), _Token("text", numbered[2]), _Token("number", numbered[3])]
    if _SLUG.fullmatch(text) and len(_WORDS.findall(text)) >= 2:
        return [_Token("slug", text)]
    if _MIXED.fullmatch(text):
        return [_Token("mixed", text)]
    if not is_last and _WORD.fullmatch(text):
        return [_Token("folder", text)]
    return [_Token("number" if piece.isdigit() else "text", piece) for piece in _NUMBERS.split(text) if piece]


def _shape(tokens: Sequence[_Token]) -> tuple[str, ...]:
    return tuple(token.value if token.kind == "text" else f"<{token.kind}>" for token in tokens)


def _rule(anchors: list[Anchor], language: str | None) -> UrlRule:
    columns = list(zip(*[_tokens(anchor.url) for anchor in anchors], strict=True))
    key = _key_column(columns)
    names = dict(zip(key, _KEYS, strict=False))
    pattern = "".join(_pattern(column, names.get(number)) for number, column in enumerate(columns))
    return UrlRule(f"^https?://{_hosts(anchors)}{pattern}$", tuple(anchors), _score(anchors, columns, language))


def _hosts(anchors: Sequence[Anchor]) -> str:
    """Give the pattern of the host that all links stand on, of any where they stand on several."""
    hosts = {urlsplit(anchor.url).netloc for anchor in anchors}
    return _literal(hosts.pop()) if len(hosts) == 1 else "[^/]+"


def _literal(text: str) -> str:
    return re.sub(r"([.?+*()\[\]{}|^$\\])", r"\\\1", text)


def _key_column(columns: Sequence[Sequence[_Token]]) -> list[int]:
    """Give the columns that tell the addresses apart: the last that does alone, else the last three that vary."""
    varying = [number for number, column in enumerate(columns) if len({token.value for token in column}) > 1]
    names = [number for number in varying if columns[number][0].kind != "folder"]
    for number in reversed(names):
        values = [token.value for token in columns[number]]
        if len(set(values)) == len(values):
            return [number]
    return names[-3:]


def _pattern(column: Sequence[_Token], name: str | None) -> str:
    values = {token.value for token in column}
    kind = column[0].kind
    if kind == "text" or (kind == "folder" and len(values) == 1):
        return _literal(column[0].value)
    if kind == "number":
        inner = _number(values, name is not None)
    elif kind == "folder":
        named = dict.fromkeys(_literal(token.value) for token in column)
        inner = f"(?:{'|'.join(named)})" if len(named) <= _MOST_SECTIONS else r"[\w-]+"
    else:
        lengths = {len(value) for value in values}
        times = f"{{{lengths.pop()}}}" if len(lengths) == 1 else "+"
        inner = {"hex": f"[0-9a-f]{times}", "mixed": f"[0-9A-Za-z]{times}"}.get(kind, "[^/?&]+")
    return f"(?P<{name}>{inner})" if name else inner


def _number(values: set[str], is_key: bool) -> str:
    """Give the pattern of a number: of fixed length where it is a date or padded, for other numbers grow."""
    lengths = {len(value) for value in values}
    if is_key:
        return rf"\d{{{min(lengths) - _SHORTER},}}" if min(lengths) >= _LONG_ID else r"\d+"
    if max(lengths) <= 2:
        return r"\d{2}" if any(value.startswith("0") for value in values) else r"\d{1,2}"
    is_date = all(_YEAR.match(value) or _MONTH_AND_DAY.fullmatch(value) for value in values)
    return rf"\d{{{lengths.pop()}}}" if is_date and len(lengths) == 1 else r"\d+"


def _score(anchors: Sequence[Anchor], columns: Sequence[Sequence[_Token]], language: str | None) -> float:
    least = _SAYING[language] if language else 0
    said = sum(min(max(len(anchor.text), 1), _HEADLINE) for anchor in anchors if len(anchor.text) >= least)
    dated = any(
        column[0].kind == "number"
        and all(_YEAR.match(token.value) and len(token.value) in {4, 6, 8} for token in column)
        for column in columns
    )
    return said * (_DATED if dated else 1.0)
