"""/health: how daemon, sources, jobs and messages stand, for a person to read; the figures of `daemon --status`."""

from datetime import timedelta
from typing import Any

from fastapi import APIRouter
from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import Response

from barometer.alerts.describing import state_in_words
from barometer.archive.tables import deliveries
from barometer.scheduling.status import Planned, Status, read_status
from barometer.sources.health import ALARMS
from barometer.website.rendering import Visit
from barometer.website.site import Site
from barometer.words.language import Words

DAY = timedelta(days=1)


def routes(site: Site) -> APIRouter:
    """Give the route."""
    router = APIRouter()

    @router.get("/health")
    def health(request: Request) -> Response:
        """How everything stands."""
        visit = Visit.of(request)
        status = read_status(site.record, site.clock())
        rows = [(each, *_state(each, status, visit.words)) for each in status.planned]
        return site.page(visit, "health.html", daemon=status, rows=rows, messages=_messages(site, status))

    return router


def _state(planned: Planned, status: Status, words: Words) -> tuple[str, str, str]:
    """Give a source's state: its kind for the eye, its name, and what there is to say of it."""
    if any(one.source_id == planned.source_id for one in status.running):
        return "well", words.text("health_state_running"), ""
    if planned.failures:
        return "ill", words.counted("health_state_failing", planned.failures), planned.problem or ""
    if planned.silence:
        return "ill", words.text("health_state_silent"), planned.silence
    if planned.health in ALARMS:
        return "ill", state_in_words(planned.health, words), planned.health_reason or ""
    if planned.late_by is not None:
        return "ill", words.text("health_state_late"), ""
    return "well", words.text("health_state_ok"), ""


def _messages(site: Site, status: Status) -> dict[str, Any]:
    with site.record.reading() as connection:
        lately = select(func.count()).where(deliveries.c.sent_at > site.clock() - DAY)
        sent = connection.execute(lately).scalar_one()
    return {"waiting": status.messages.get("waiting", 0), "sent": sent, "dead": status.messages.get("dead", 0)}
