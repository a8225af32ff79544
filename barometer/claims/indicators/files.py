"""Reads indicators from YAML: those of the package, and those that files of the user add. Mistakes are told by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import yaml

from barometer.claims.indicators.resolver import Around, Indicator
from barometer.claims.replacing import replace
from barometer.errors import SourceError
from barometer.yaml_files import compose_yaml, read_yaml

LANGUAGES = ("zh", "en")
KINDS = frozenset({"count", "amount", "rate", "duration"})
FIELDS = ("names", "zh", "en", "units", "kinds", "broader")
_MONEY = "money"
_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class _File:
    """One YAML file as nodes that know their line, and the mistakes found in it so far."""

    name: str
    mistakes: list[str]

    def wrong(self, node: yaml.Node, message: str) -> None:
        """Note a mistake at a node."""
        self.mistakes.append(f"{self.name}, line {node.start_mark.line + 1}: {message}")

    def entries(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node]]:
        """Give the entries of a mapping."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what}: a mapping is expected")
            return []
        names = [str(key.value) for key, _ in node.value]
        for key, _ in node.value:
            if names.count(str(key.value)) > 1:
                self.wrong(key, f"{what}: {key.value!r} is given twice")
        return [(str(key.value), value) for key, value in node.value]

    def text(self, node: yaml.Node, what: str) -> str | None:
        """Give a word or phrase, None for null."""
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
            return None
        if not isinstance(node, yaml.ScalarNode) or not node.tag.endswith(":str") or not node.value.strip():
            self.wrong(node, f"{what}: a word or phrase is expected (quote words such as 'no' and numbers)")
            return None
        return str(node.value)

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        """Give a list of words or phrases."""
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, f"{what}: a list in square brackets is expected")
            return ()
        return tuple(found for item in node.value if (found := self.text(item, what)))

    def choices(self, node: yaml.Node, what: str, allowed: frozenset[str]) -> frozenset[str]:
        """Give a list of words, each of which must be allowed."""
        words = self.texts(node, what)
        for word in words:
            if word not in allowed:
                self.wrong(node, f"{what}: {word!r} is not one of {', '.join(sorted(allowed))}")
        if not words:
            self.wrong(node, f"{what}: at least one of {', '.join(sorted(allowed))} is expected")
        return frozenset(words)


def load_indicators(dimensions: Mapping[str, str], *files: Path) -> dict[str, Indicator]:
    """Give the indicators of the package with those of the files laid over them, by id.

    `dimensions` are the units that there are, with what each measures. Raises SourceError naming every mistake of all
    files with its line.
    """
    mistakes: list[str] = []
    found: dict[str, Indicator] = {}
    lines: dict[str, tuple[_File, yaml.Node]] = {}
    package = resources.files("barometer.claims").joinpath("data/indicators.yaml").read_text(encoding="utf-8")
    texts = [("data/indicators.yaml", package), *((str(path), _text(path)) for path in files)]
    for name, text in texts:
        file = _File(name, mistakes)
        root = _root(file, text)
        if root is None:
            continue
        for key, node in file.entries(root, "indicators"):
            indicator = _indicator(file, key, node, dimensions, found.get(key))
            if indicator is not None:
                found[key] = indicator
                lines[key] = (file, node)
    for indicator in found.values():
        if indicator.broader is not None and indicator.broader not in found:
            file, node = lines[indicator.id]
            file.wrong(node, f"{indicator.id}: broader: there is no indicator {indicator.broader!r}")
    if mistakes:
        raise SourceError("\n".join(mistakes))
    return found


def load_around() -> Around:
    """Give the words that may stand around an indicator's name."""
    name = "data/indicator_words.yaml"
    text = resources.files("barometer.claims").joinpath(name).read_text(encoding="utf-8")
    rows = read_yaml(text)
    return Around(
        {code: tuple(rows[code]["before"]) for code in LANGUAGES},
        {code: tuple(rows[code]["after"]) for code in LANGUAGES},
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read: {error}") from None


def _root(file: _File, text: str) -> yaml.Node | None:
    try:
        return compose_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        file.mistakes.append(f"{file.name}{where}: not YAML: {getattr(error, 'problem', None) or error}")
        return None


def _indicator(
    file: _File, key: str, node: yaml.Node, dimensions: Mapping[str, str], old: Indicator | None
) -> Indicator | None:
    """Read one entry; over an old one it adds phrases and replaces what else it gives."""
    fields = dict(file.entries(node, key))
    for name, value in fields.items():
        if name not in FIELDS:
            file.wrong(value, f"{key}: unknown field {name!r}; allowed are {', '.join(FIELDS)}")
    if old is None:
        missing = [name for name in ("names", "units", "kinds") if name not in fields]
        if missing or len(key) > _LONGEST_ID or not key.isidentifier() or key != key.lower():
            why = f"{', '.join(missing)} missing" if missing else "an id is small letters, digits and _ (80 at most)"
            file.wrong(node, f"{key}: {why}")
            return None
    indicator = old or Indicator(key, {}, dict.fromkeys(LANGUAGES, ()), frozenset(), frozenset())
    if "names" in fields:
        indicator = replace(indicator, names=_names(file, key, fields["names"]))
    if "units" in fields:
        units = file.choices(fields["units"], f"{key}: units", frozenset(dimensions) | {_MONEY})
        indicator = replace(indicator, units=_expanded(units, dimensions))
    if "kinds" in fields:
        indicator = replace(indicator, kinds=file.choices(fields["kinds"], f"{key}: kinds", KINDS))
    if "broader" in fields:
        indicator = replace(indicator, broader=file.text(fields["broader"], f"{key}: broader"))
    added = {code: file.texts(fields[code], f"{key}: {code}") if code in fields else () for code in LANGUAGES}
    return replace(indicator, phrases=_phrases(indicator, added))


def _names(file: _File, key: str, node: yaml.Node) -> dict[str, str]:
    given = {code: file.text(value, f"{key}: names: {code}") for code, value in file.entries(node, f"{key}: names")}
    if set(given) != set(LANGUAGES):
        file.wrong(node, f"{key}: names: one in zh and one in en are expected")
    return {code: name for code, name in given.items() if name}


def _expanded(units: frozenset[str], dimensions: Mapping[str, str]) -> frozenset[str]:
    money = {unit for unit, dimension in dimensions.items() if dimension == _MONEY}
    return (units - {_MONEY}) | money if _MONEY in units else units


def _phrases(indicator: Indicator, added: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Give all phrases by language, each once: the name, those of before, those added."""
    every = {}
    for code in LANGUAGES:
        name = (indicator.names[code],) if code in indicator.names else ()
        every[code] = tuple(dict.fromkeys((*name, *indicator.phrases[code], *added[code])))
    return every
