"""Send documents in bulk: each with its own version and its own outcome, so that a bad one stops no neighbour."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import elasticsearch
from elasticsearch import Elasticsearch

from barometer.errors import IndexBusy
from barometer.search.elastic.server import told

# One request; Elasticsearch itself refuses 100 MB.
CHUNK_BYTES = 8_000_000
CHUNK_DOCUMENTS = 1_000
# Waits between tries of what the server was too busy for: about 15 s in all.
PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_BUSY = {429, 502, 503, 504}


@dataclass(frozen=True, slots=True)
class Action:
    """One document for one index. It is kept if its version is not below that of what is there."""

    alias: str
    id: str
    version: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action: kept, or ignored as older than what is there (both without a problem), or refused."""

    action: Action
    kept: bool
    problem: str | None = None


def send(
    client: Elasticsearch, actions: Iterable[Action], *, wait: Callable[[float], None] = time.sleep
) -> list[Outcome]:
    """The outcome of each action. Raises IndexBusy when the server stays too busy or does not answer."""
    outcomes: list[Outcome] = []
    for chunk in _chunks(actions):
        left: Sequence[Action] = chunk
        for pause in (*PAUSES, None):
            done, left = _try(client, left)
            outcomes += done
            if not left:
                break
            if pause is None:
                raise IndexBusy("Elasticsearch is too busy to take documents; try again later")
            wait(pause)
    return outcomes


def _chunks(actions: Iterable[Action]) -> Iterator[list[Action]]:
    chunk: list[Action] = []
    size = 0
    for action in actions:
        length = len(json.dumps(action.body))
        if chunk and (size + length > CHUNK_BYTES or len(chunk) >= CHUNK_DOCUMENTS):
            yield chunk
            chunk, size = [], 0
        chunk.append(action)
        size += length
    if chunk:
        yield chunk


def _try(client: Elasticsearch, actions: Sequence[Action]) -> tuple[list[Outcome], list[Action]]:
    """One request: what has an outcome, and what is to be tried again."""
    operations: list[dict[str, Any]] = []
    for action in actions:
        address = {"_index": action.alias, "_id": action.id, "require_alias": True}
        operations += [{"index": address | {"version": action.version, "version_type": "external_gte"}}, action.body]
    with told():
        try:
            items = client.bulk(operations=operations)["items"]
        except elasticsearch.ApiError as error:
            if error.status_code in _BUSY:
                return [], list(actions)
            if error.status_code == 413 and len(actions) == 1:
                return [Outcome(actions[0], kept=False, problem="larger than the server takes")], []
            if error.status_code == 413:
                half = len(actions) // 2
                first, second = _try(client, actions[:half]), _try(client, actions[half:])
                return first[0] + second[0], first[1] + second[1]
            raise
    outcomes: list[Outcome] = []
    again: list[Action] = []
    for action, item in zip(actions, items, strict=True):
        status, failure = item["index"]["status"], item["index"].get("error")
        if status in _BUSY:
            again.append(action)
        elif failure is None or status == 409:
            outcomes.append(Outcome(action, kept=failure is None))
        else:
            outcomes.append(Outcome(action, kept=False, problem=_problem(failure)))
    return outcomes, again


def _problem(error: dict[str, Any]) -> str:
    cause = error.get("caused_by") or {}
    said = [str(part) for part in (error.get("reason"), cause.get("reason")) if part]
    return " ".join(": ".join(said).split())[:500]
