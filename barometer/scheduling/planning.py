"""One look at the schedules: which slots are claimed now, which are covered by what goes on, which have to wait."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from barometer.archive.leadership import LedRecord
from barometer.archive.slots import Claimed, CoveredBy, NotYet, claim_slot, reclaim, sources_with_open_slots
from barometer.scheduling.due import claimed, due, rewound
from barometer.scheduling.schedules import load_schedules, save_schedule


@dataclass(slots=True)
class Plan:
    """What one look came to: slots to start now, what a run that goes on covers, what has to wait and why."""

    start: list[Claimed] = field(default_factory=list)
    covered: list[CoveredBy] = field(default_factory=list)
    waiting: list[NotYet] = field(default_factory=list)

    def add(self, found: Claimed | CoveredBy | NotYet | None) -> None:
        """Put a slot where it belongs."""
        match found:
            case Claimed():
                self.start.append(found)
            case CoveredBy():
                self.covered.append(found)
            case NotYet():
                self.waiting.append(found)


def plan(
    record: LedRecord, now: datetime, *, free: int, busy: Collection[str], mode: str, resting: Collection[str] = ()
) -> Plan:
    """Claim what is to be started now, at most `free` slots; sources in `busy` have a child that is being watched.

    Those in `resting` cannot be crawled at the moment: their slots wait and are made good by one run. Slots whose run
    died come first, then those that have been due longest. Raises LeaseLost when another leads.
    """
    made = Plan()
    token = record.leadership.token
    for source_id in sources_with_open_slots(record):
        if source_id not in busy and source_id not in resting and len(made.start) < free:
            with record.writing() as connection:
                made.add(reclaim(connection, source_id, token=token, mode=mode, now=now))
    schedules = {each.source_id: each for each in load_schedules(record)}
    for back in rewound(now, schedules.values()):
        with record.writing() as connection:
            save_schedule(connection, back)
        schedules[back.source_id] = back
    for chosen in due(now, schedules.values()):
        if len(made.start) >= free:
            break
        if chosen.schedule.source_id in resting:
            continue
        with record.writing() as connection:
            found = claim_slot(
                connection,
                chosen.schedule.source_id,
                chosen.slot,
                chosen.covered,
                due=chosen.moment,
                token=token,
                mode=mode,
                now=now,
            )
            if not isinstance(found, NotYet):
                save_schedule(connection, claimed(now, chosen))
        made.add(found)
    return made
