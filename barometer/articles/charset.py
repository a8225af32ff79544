"""Bytes to text: Chinese pages lie about their charset, so what they declare is only one witness."""

from collections.abc import Iterator, Mapping

import re2
from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re2.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_HEADER = re2.compile(r"(?i)charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1,024
_SURE_UTF8 = 10  # so many multi-byte characters that are valid UTF-8 are not GB text by accident
_JUDGED_BY = 200_000  # characters that tell which charset did least damage
_ODD = re2.compile(r"[\x{80}-\x{9f}\x{e000}-\x{f8ff}]")
_MARKS = re2.compile(r"(\p{Mn}{16})\p{Mn}+")
_COMMON = "的一在不有和人中大上年出市日月是了来來为為国國个個时時发發业業会會"
_CHINESE = ("gb18030", "big5")
_CYRILLIC = frozenset({"windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic", "macintosh"})
_SINGLE_BYTE = frozenset({"windows-1252", "iso-8859-2", "windows-1250", "windows-1251", "koi8-r", "macintosh"})


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """Give the text of a page: by its byte order mark, by being valid UTF-8, by what it declares, else by detection.

    gb2312 and gbk are read as gb18030, which contains them. Undecodable bytes become U+FFFD; NULs are dropped.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace"))
    declared = list(_declared(body, headers))
    utf16 = _utf16_without_mark(body)
    if utf16:
        return _clean(body.decode(utf16, "replace"))
    strict = _strict(body, "utf-8")
    if strict is not None and (not declared or declared[0] not in _CHINESE or _wide(strict) >= _SURE_UTF8):
        return _clean(strict)
    believed = [name for name in declared if name not in _SINGLE_BYTE]
    candidates = dict.fromkeys([*believed, "utf-8", _detected(body), "gb18030", *declared])
    decoded = [text for text in (_lenient(body, name) for name in candidates) if text is not None]
    return _clean(min(decoded, key=lambda text: (_damage(text), -_common(text))))


def _declared(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """Yield the charsets that the header and the page name, as Python knows them; unknown labels are left out."""
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    found = _HEADER.search(content_type)
    labels = [found.group(1)] if found else []
    meta = _META.search(body[:_DECLARED_WITHIN])
    if meta:
        labels.append(meta.group(1).decode("ascii", "replace"))
    for label in labels:
        name = map_encoding_to_html5(label, False) or ""
        if name in {"gbk", "gb2312"}:
            name = "gb18030"
        # A page that was read as bytes with its label in ASCII cannot be in UTF-16, whatever it says.
        if name and not name.startswith("utf-16") and name not in {"x-user-defined", "replacement"}:
            yield name


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _lenient(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name, "replace")
    except LookupError:
        return None


def _utf16_without_mark(body: bytes) -> str | None:
    """Recognise UTF-16 by NULs on one side of most byte pairs of the markup."""
    sample = body[:1000]
    if len(sample) < 4 or sample.count(0) < len(sample) // 4:
        return None
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if high > 4 * low:
        return "utf-16-be"
    return "utf-16-le" if low > 4 * high else None


def _detected(body: bytes) -> str:
    name = detect_encoding(body) or "utf-8"
    return "gb18030" if name in {"gbk", "gb2312"} or name in _CYRILLIC else name


def _wide(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _damage(text: str) -> int:
    """Count signs of a wrong charset in a text's beginning: replacement characters, C1 controls, private use."""
    sample = text[:_JUDGED_BY]
    return 3 * sample.count("\ufffd") + len(_ODD.findall(sample))


def _common(text: str) -> int:
    """Count the commonest Chinese characters: bytes in one Chinese charset read in another give rare ones."""
    sample = text[:_JUDGED_BY]
    return sum(map(sample.count, _COMMON))


def _clean(text: str) -> str:
    """Leave out NULs, and cut runs of combining marks: every normalisation is quadratic in their length."""
    plain = text.replace("\x00", "").removeprefix("\ufeff")
    return str(_MARKS.sub(r"\1", plain)) if _MARKS.search(plain) else plain
