"""Finding the stopped process that keeps everybody from writing.

A process that is stopped (SIGSTOP, Ctrl-Z, a debugger) in the middle of a transaction keeps SQLite's write lock for as
long as it lives, and SQLite knows no way of taking it away. Linux tells who holds which lock in /proc/locks.
"""

from pathlib import Path

from barometer.archive.leases import pid_on_this_machine
from barometer.archive.record import Record

STOPPED = "Tt"
WAL_WRITE_LOCK = 120  # the byte of the -shm file that a writer locks (SQLite's file format, §2.3.1 of WAL)
LOCKS = Path("/proc/locks")


def stopped_writer(record: Record, holder: str) -> int | None:
    """Give the process id of `holder` if it is stopped on this machine while it has the record's write lock."""
    pid = pid_on_this_machine(holder)
    path = record.engine.url.database
    if pid is None or record.engine.dialect.name != "sqlite" or not path or not _is_stopped(pid):
        return None
    try:
        wanted = Path(f"{path}-shm").stat().st_ino
        lines = LOCKS.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return pid if any(_is_write_lock(line, pid, wanted) for line in lines) else None


def _is_stopped(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] in STOPPED


def _is_write_lock(line: str, pid: int, inode: int) -> bool:
    """Read a line such as `1: POSIX  ADVISORY  WRITE 3568 fd:00:2531452 120 120`."""
    fields = line.split()
    if len(fields) < 8 or fields[1:4] != ["POSIX", "ADVISORY", "WRITE"] or fields[4] != str(pid):
        return False
    return fields[5].rpartition(":")[2] == str(inode) and fields[6:8] == [str(WAL_WRITE_LOCK)] * 2
