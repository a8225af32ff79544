"""The items of a crawl: `barometer.ingest.fetched.Fetched` for pages, and what asking for a robots.txt gave."""

from dataclasses import dataclass

from barometer.archive.frontier import RobotsNeeded
from barometer.network.robots import RobotsAnswer


@dataclass(frozen=True, slots=True)
class RobotsFetched:
    """An answer to a request for robots.txt, and where it redirects, if it does."""

    needed: RobotsNeeded
    answer: RobotsAnswer
    location: str | None
