"""Source files in, sources out; every mistake is told with its file, its line and what is allowed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from barometer.errors import ReadError, SourceError
from barometer.sources.schema import Source
from barometer.sources.urls import canonical_url
from barometer.yaml_files import compose_yaml

# Where a source is found is its own; `like` shares how it is read.
_NOT_SHARED = ("hosts", "entry", "ask", "urls", "fallback", "needs")

_Nodes = dict[str, tuple[yaml.Node, yaml.Node]]


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """What folders of source files hold: the sources that can be used, and what is wrong with the others, by id."""

    sources: dict[str, Source]
    problems: dict[str, str]

    def need(self, name: str) -> Source:
        """Give a source. Raises SourceError where its own file is wrong, KeyError where there is none of that name."""
        if name in self.problems:
            raise SourceError(self.problems[name])
        return self.sources[name]


def load_sources(*folders: Path) -> dict[str, Source]:
    """Read every *.yaml of the folders into sources by id (the file's stem), in order of their ids.

    A file in a later folder lays its keys over the file of the same name in an earlier one, and `like: OTHER` in a file
    takes from source OTHER each key that the file does not give, except entry and needs. Raises SourceError naming
    each mistake of all files.
    """
    read = read_sources(*folders)
    if read.problems:
        raise SourceError("\n".join(read.problems.values()))
    return read.sources


def read_sources(*folders: Path) -> SourceFiles:
    """Read the folders as `load_sources` does; a file that is wrong costs its own source and is told beside them.

    Raises SourceError for a folder that is not there.
    """
    files: dict[str, _Nodes] = {}
    mistakes: dict[str, list[str]] = {}
    for folder in folders:
        if not folder.is_dir():
            raise SourceError(f"{folder}: no such folder of source files")
        for path in sorted(folder.glob("*.yaml")):
            nodes = _compose(path, mistakes.setdefault(path.stem, []))
            files[path.stem] = {**files.get(path.stem, {}), **nodes}
    sources = {}
    for stem in sorted(files):
        nodes = _with_likeness(stem, files, mistakes[stem])
        source = _build(stem, nodes, mistakes[stem])
        if source is not None:
            sources[stem] = _at_hand(source, nodes, mistakes[stem])
    for stem, source in sources.items():
        for key, others in (("also", source.also), ("fallback", source.fallback)):
            if unknown := [other for other in others if other not in files]:
                told = f"{key}: no such source: {', '.join(unknown)}"
                mistakes[stem].append(f"{_place(files[stem][key][0])}: {told}")
    read = {stem: source for stem, source in sources.items() if not mistakes[stem]}
    for stem, source in read.items():
        if lost := [other for other in source.also if other not in read]:
            mistakes[stem].append(f"{_place(files[stem]['also'][0])}: also: the file of {', '.join(lost)} is wrong")
    return SourceFiles(
        {stem: _with_others(source, read) for stem, source in read.items() if not mistakes[stem]},
        {stem: "\n".join(mistakes[stem]) for stem in sorted(mistakes) if mistakes[stem]},
    )


def _with_others(source: Source, sources: Mapping[str, Source]) -> Source:
    """Add the templates and walls of the sources that are `also` tried; leave out a stand-in whose file is wrong."""
    if any(other not in sources for other in source.fallback):
        source = source.model_copy(update={"fallback": tuple(one for one in source.fallback if one in sources)})
    if not source.also:
        return source
    others = [sources[other] for other in source.also]
    select = (*source.select, *(template for other in others for template in other.select))
    walls = (*source.walls, *(wall for other in others for wall in other.walls))
    return source.model_copy(update={"select": select, "walls": walls})


def _at_hand(source: Source, nodes: _Nodes, problems: list[str]) -> Source:
    """Put in what stands outside the file: the addresses that its text files list, and whether its cookie is there."""
    addresses: list[str] = []
    for one in source.urls:
        path = Path(nodes["urls"][0].start_mark.name).parent / one
        try:
            lines = path.read_text(encoding="utf-8").splitlines() if one.endswith(".txt") else [one]
            addresses += [canonical_url(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
        except (OSError, UnicodeDecodeError, ReadError) as error:
            problems.append(f"{_place(nodes['urls'][0])}: urls: {one}: {getattr(error, 'strerror', None) or error}")
    lacks = [f"the cookie in {source.cookie}"] if source.cookie and not os.environ.get(source.cookie) else []
    if source.render and find_spec("scrapy_playwright") is None:
        lacks.append("a browser: pip install scrapy-playwright")
    return source.model_copy(update={"urls": tuple(addresses), "needs": (*source.needs, *lacks)})


def _compose(path: Path, problems: list[str]) -> _Nodes:
    try:
        with path.open(encoding="utf-8") as file:
            root = compose_yaml(file)
    except OSError as error:
        problems.append(f"{path}: cannot be read: {error.strerror or error}")
        return {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problems.append(f"{path}{line}: not YAML: {getattr(error, 'problem', None) or error}")
        return {}
    if not isinstance(root, yaml.MappingNode):
        problems.append(f"{path}:1: a source file is a mapping of keys to values")
        return {}
    nodes: _Nodes = {}
    for key, value in root.value:
        if key.value in nodes:
            problems.append(f"{path}:{key.start_mark.line + 1}: key {key.value!r} is given twice")
        nodes[key.value] = (key, value)
    return nodes


def _with_likeness(stem: str, files: Mapping[str, _Nodes], problems: list[str]) -> _Nodes:
    """Lay the file's keys over those of the source it is `like`, but for where that one starts and what it lacks."""
    own = dict(files[stem])
    seen = [stem]
    while "like" in own:
        key, value = own.pop("like")
        other = str(value.value)
        if other in seen or other not in files:
            known = ", ".join(sorted(set(files) - set(seen)))
            problems.append(f"{_place(key)}: like: {other!r} is no other source; there are: {known}")
            break
        seen.append(other)
        own = {name: pair for name, pair in files[other].items() if name not in _NOT_SHARED} | own
    return own


def _build(stem: str, nodes: _Nodes, problems: list[str]) -> Source | None:
    if not nodes:
        return None
    try:
        values = {name: _construct(value) for name, (_, value) in nodes.items()}
        return Source.model_validate({"id": stem, **values})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(_tell(stem, nodes, detail))  # noqa: PERF401 - a comprehension would hide the call's point
    except yaml.YAMLError as error:
        problems.append(f"{_place(next(iter(nodes.values()))[0])}: not plain YAML: {getattr(error, 'problem', error)}")
    return None


def _construct(node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node, deep=True)
    finally:
        loader.dispose()


def _tell(stem: str, nodes: _Nodes, detail: Any) -> str:
    location = detail["loc"]
    place = _place(_node_at(nodes, location)) if nodes else stem
    where = ".".join(str(part) for part in location)
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        message = f"no such key; allowed are {', '.join(_allowed(location))}"
    elif detail["type"] == "missing":
        message = "this key is required"
    return f"{place}: {where}: {message}" if where else f"{place}: {message}"


def _place(node: yaml.Node) -> str:
    return f"{node.start_mark.name}:{node.start_mark.line + 1}"


def _node_at(nodes: _Nodes, location: tuple[int | str, ...]) -> yaml.Node:
    """Give the node of the mistake, or the nearest that exists around it."""
    key, node = nodes.get(str(location[0]) if location else "", next(iter(nodes.values())))
    found = key
    for part in location[1:]:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == part), None)
            if pair is None:
                break
            found, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node = node.value[part]
        else:
            break
    return found


def _allowed(location: tuple[int | str, ...]) -> list[str]:
    """Give the keys that the model around the mistake knows."""
    model: Any = Source
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        model = _model_in(model.model_fields[part].annotation) if part in model.model_fields else model
    names = {field.alias or name for name, field in model.model_fields.items()}
    return sorted(names - {"id"} | ({"like"} if model is Source else set()))


def _model_in(annotation: Any) -> Any:
    inner = [argument for argument in getattr(annotation, "__args__", ()) if hasattr(argument, "model_fields")]
    return inner[0] if inner else annotation
