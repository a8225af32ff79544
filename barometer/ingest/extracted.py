"""What the reading pool gives back of an article; it needs no database, so that a worker starts without one."""

from dataclasses import dataclass

from barometer.model import Claim


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read out of an article: its claims and the engine that read them."""

    claims: tuple[Claim, ...]
    engine_version: str
    complete: bool = True
