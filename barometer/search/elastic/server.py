"""The connection to an Elasticsearch server, and its failures in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import elasticsearch
from elasticsearch import Elasticsearch

from barometer.errors import ConfigError, IndexBusy, SearchError


def connect(
    url: str,
    *,
    api_key: str | None = None,
    user: str | None = None,
    password: str | None = None,
    certificate_authority: str | None = None,
    timeout: float = 30.0,
) -> Elasticsearch:
    """A client for one server. `certificate_authority` is a PEM file; without one the system's are trusted.

    Nothing is sent yet. Raises ConfigError where the address or the file cannot be used.
    """
    options: dict[str, Any] = {"request_timeout": timeout, "retry_on_timeout": True, "max_retries": 2}
    if api_key:
        options["api_key"] = api_key
    elif user:
        options["basic_auth"] = (user, password or "")
    if certificate_authority and not Path(certificate_authority).is_file():
        raise ConfigError(f"BAROMETER_ELASTICSEARCH_CA: there is no file {certificate_authority}")
    if certificate_authority:
        options["ca_certs"] = certificate_authority
    try:
        return Elasticsearch(url, **options)
    except (ValueError, OSError) as error:
        raise ConfigError(f"BAROMETER_ELASTICSEARCH_URL: {url} cannot be used: {error}") from None


@contextmanager
def told() -> Iterator[None]:
    """Say in our words what goes wrong with the server inside the block."""
    try:
        yield
    except elasticsearch.NotFoundError as error:
        raise SearchError("there is no search index on the Elasticsearch server; run: barometer reindex") from error
    except (elasticsearch.AuthenticationException, elasticsearch.AuthorizationException) as error:
        raise ConfigError(f"the Elasticsearch server refuses our credentials: {_reason(error)}") from error
    except elasticsearch.BadRequestError as error:
        raise SearchError(f"Elasticsearch cannot answer this: {_reason(error)}") from error
    except elasticsearch.ApiError as error:
        raise IndexBusy(f"Elasticsearch is overloaded or broken, try again later: {_reason(error)}") from error
    except elasticsearch.TransportError as error:
        raise IndexBusy(f"Elasticsearch does not answer, try again later: {error.message}") from error


def _reason(error: elasticsearch.ApiError) -> str:
    body = error.body
    cause = body.get("error", {}) if isinstance(body, dict) else {}
    reason = cause.get("reason") if isinstance(cause, dict) else None
    return " ".join(str(reason or error.message).split())[:300]
