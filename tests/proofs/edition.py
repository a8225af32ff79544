"""Runs of the sample edition as whole process trees, which tests start, kill and count."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from barometer.archive.digest import record_digest, record_lines
from barometer.archive.record import Record, open_record

PROJECT = Path(__file__).parents[2]
LONGEST = 400  # seconds on a machine that others work on as well; a run that takes longer hangs


@dataclass
class Edition:
    """The sample edition in a data folder of its own."""

    data: Path

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start `barometer demo` as the leader of a process group."""
        with (self.data / "printed").open("ab") as printed:
            return subprocess.Popen(
                [sys.executable, "-m", "barometer", "demo", *arguments],
                cwd=PROJECT,
                env={**os.environ, "BAROMETER_DATA": str(self.data), "COLUMNS": "100"},
                stdout=printed,
                stderr=printed,
                start_new_session=True,
            )

    def printed(self) -> str:
        return (self.data / "printed").read_text()

    def finish(self, process: subprocess.Popen[bytes]) -> str:
        """Wait for a run that nobody disturbs; give what was printed since the folder was made."""
        try:
            code = process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        assert code == 0, self.printed()
        return self.printed()

    def run(self) -> str:
        return self.finish(self.start())

    def record(self) -> Record:
        return open_record(f"sqlite:///{self.data / 'demo' / 'record.sqlite3'}")

    def digest(self) -> str:
        record = self.record()
        try:
            return record_digest(record)
        finally:
            record.close()

    def lines(self) -> list[str]:
        record = self.record()
        try:
            return record_lines(record)
        finally:
            record.close()

    def processes(self) -> list[int]:
        """Give the processes that work on this folder: all of them inherit its name in their environment."""
        mark = f"BAROMETER_DATA={self.data}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                # The children have the folder of the edition, which is below this one.
                ours = any(each.startswith(mark) for each in (entry / "environ").read_bytes().split(b"\0"))
            except OSError:
                continue
            if ours and state not in "ZX":
                found.append(int(entry.name))
        return found

    def gone_within(self, seconds: float) -> bool:
        """Tell whether none of these processes is left after so many seconds at the most."""
        deadline = time.monotonic() + seconds
        while self.processes():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        return True
