"""Stands in for `python -m scrapy crawl SOURCE -s SLOT=…` in proofs of the daemon: the same lease, run and slot of the
record, one fetch that is no page, and nothing else, so that a slot takes well under a second.
"""

import os
import sys
import time

from sqlalchemy import insert, select

from barometer.archive.frontier import NewRequest
from barometer.archive.leases import Lease, release_lease, take_lease, this_process
from barometer.archive.record import open_record
from barometer.archive.runs import end_run, start_run
from barometer.archive.slots import SlotClaim
from barometer.archive.tables import fetches, requests
from barometer.clock import now
from barometer.config import load_settings
from barometer.errors import LeaseLost
from barometer.ingest.process import die_with_parent
from barometer.model import RequestKind

SECONDS = 0.15


def main() -> None:
    die_with_parent(int(os.environ["BAROMETER_PARENT"]))
    source_id = sys.argv[1]
    options = dict(part.partition("=")[::2] for part in sys.argv[3::2])
    record = open_record(load_settings().record_url)
    lease = take_lease(record, source_id, this_process(), now())
    if not isinstance(lease, Lease):
        return
    entry = NewRequest(f"https://{source_id}.example/", RequestKind.LISTING)
    slot = SlotClaim.read(options.get("SLOT", ""))
    try:
        run_id = start_run(record, lease, [entry], mode="live", revisit=False, now=now(), slot=slot)
    except LeaseLost:
        release_lease(record, lease)
        return
    time.sleep(SECONDS)
    with record.writing() as connection:
        request_id = connection.execute(select(requests.c.id).where(requests.c.source_id == source_id)).scalar_one()
        connection.execute(
            insert(fetches).values(request_id=request_id, run_id=run_id, at=now(), status=304, outcome="unchanged")
        )
    end_run(record, lease, run_id, "finished", now())
    release_lease(record, lease)


if __name__ == "__main__":
    main()
