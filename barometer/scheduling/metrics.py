"""The daemon's figures as Prometheus text (exposition format 0.0.4), from the record and this process."""

from collections.abc import Iterable, Sequence

from barometer.scheduling.status import Status
from barometer.sources.health import ALARMS

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Sample = tuple[dict[str, str], float]


def metrics_text(status: Status, *, leads: bool, silence: float, memory: int) -> str:
    """Write the figures: of the whole installation from its status, of this process from the rest.

    `silence` is the seconds since the main thread last gave a sign of life, `memory` the resident bytes.
    """
    families: list[tuple[str, str, str, Sequence[Sample]]] = [
        ("leads", "gauge", "1 where this process is the daemon that acts", [({}, leads)]),
        ("main_thread_silence_seconds", "gauge", "seconds since the main loop turned", [({}, silence)]),
        ("resident_memory_bytes", "gauge", "resident memory of this process", [({}, memory)]),
        ("leader_token", "counter", "grows each time another daemon takes the lead", _token(status)),
        ("runs_going", "gauge", "crawls that are going on", [({}, len(status.running))]),
        ("slots", "gauge", "slots of the schedule by what came of them", _by("state", status.slots.items())),
        ("outbox_waiting", "gauge", "outbox rows not yet heard", _by("consumer", status.waiting.items())),
        ("messages", "gauge", "messages of alerts by state", _by("state", status.messages.items())),
        ("subscriptions", "gauge", "subscriptions by state", _by("state", status.subscriptions.items())),
        (
            "source_silent",
            "gauge",
            "1 where a source answers and brings nothing new",
            _by("source", ((one.source_id, one.silence is not None) for one in status.planned)),
        ),
        (
            "source_trouble",
            "gauge",
            "1 where something is wrong with a source by what its runs saw",
            _by("source", ((one.source_id, one.health in ALARMS) for one in status.planned)),
        ),
        ("sources_late", "gauge", "sources that ought to have started some minutes ago", [({}, len(status.late))]),
        (
            "source_failures",
            "gauge",
            "failed runs since the last good one",
            _by("source", ((one.source_id, one.failures) for one in status.planned)),
        ),
        (
            "source_ok_timestamp_seconds",
            "gauge",
            "end of the last good run",
            _by("source", ((one.source_id, one.ok_at.timestamp()) for one in status.planned if one.ok_at)),
        ),
        (
            "source_due_timestamp_seconds",
            "gauge",
            "when the next run is due",
            _by("source", ((one.source_id, one.next_due.timestamp()) for one in status.planned if one.next_due)),
        ),
        (
            "job_failures",
            "gauge",
            "failed turns of a job since its last good one",
            _by("job", ((job.name, job.failures) for job in status.jobs)),
        ),
        (
            "job_ok_timestamp_seconds",
            "gauge",
            "end of the last good turn of a job",
            _by("job", ((job.name, job.ok_at.timestamp()) for job in status.jobs if job.ok_at)),
        ),
    ]
    lines: list[str] = []
    for name, kind, told, samples in families:
        lines += [f"# HELP barometer_{name} {told}", f"# TYPE barometer_{name} {kind}"]
        lines += [f"barometer_{name}{_labels(labels)} {float(value):.15g}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def _token(status: Status) -> list[Sample]:
    return [({}, status.leader.token)] if status.leader else []


def _by(label: str, values: Iterable[tuple[str, float]]) -> list[Sample]:
    return [({label: name}, value) for name, value in values]


def _labels(labels: dict[str, str]) -> str:
    if not labels:
        return ""
    told = (f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return "{" + ",".join(told) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
