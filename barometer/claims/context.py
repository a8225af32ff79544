"""What a sentence takes over from what was read before it: its time, place, source and base."""

from dataclasses import dataclass

from barometer.claims.basing import NO_BASE, Base
from barometer.claims.places.ground import Ground
from barometer.claims.sources.sourcing import Voice
from barometer.claims.times.meaning import Clock, Dated


@dataclass(slots=True, unsafe_hash=True)
class Context:
    """Everything that a sentence takes over from what was read before it.

    `bulletin` says that the text is one body's report on one period, so that source and period outlive a paragraph.
    `index_day` says that the period is the day on which an index stood so; `of_index` has the paragraphs about it.
    `asked` says that a question was the last that was read, `plain` that nobody is quoted with the first figures.
    `dated` says that the text told of which time all that follows is.
    `section` says that the head read last opens a part on what is to be done: 【2025年主要目标】.
    `sectioned` says that a Chinese text is news in sections, each with its own head: 【物流播报】.
    `lead` is the paragraph in which the time that goes on was told.
    `share` says that the last figure told was a percentage, of which "now it is 5" goes on.
    `aimed` is the time of the goal that the sentence before set, which its parts (其中) share.
    """

    clock: Clock
    ground: Ground
    voice: Voice
    base: Base = NO_BASE
    paragraph: int = -1
    unit: str | None = None
    share: bool = False
    indicator: tuple[int, int] | None = None
    bulletin: bool = False
    one_voice: bool = False
    main: Clock | None = None
    main_voice: Voice | None = None
    main_base: Base | None = None
    main_ground: Ground | None = None
    listing: "Context | None" = None
    kind: str | None = None
    plan: str | None = None
    aimed: Dated | None = None
    index_day: bool = False
    of_index: frozenset[int] = frozenset()
    asked: bool = False
    dated: bool = False
    plain: bool = False
    noted: bool = False
    section: bool = False
    sectioned: bool = False
    lead: int = 0
