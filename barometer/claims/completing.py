"""Completes what was recognised in each sentence of a text by what its other sentences tell."""

from barometer.claims.chinese.campaigns import with_campaign
from barometer.claims.chinese.events import with_event_days, with_scene_day, with_week
from barometer.claims.chinese.reported import with_filing
from barometer.claims.chinese.villages import with_villages
from barometer.claims.english.event_days import with_fair_days
from barometer.claims.language import Language, choose
from barometer.claims.lexicon import Lexicon
from barometer.claims.places.firm_homes import with_firm_homes, without_firm_names
from barometer.claims.places.names import with_governments, with_named_again, without_names
from barometer.claims.planning import with_plan
from barometer.claims.sources.bodies import with_bodies_again
from barometer.claims.sources.crediting import with_credited
from barometer.claims.sources.declared import with_declared, with_digested
from barometer.claims.sources.foreigners import with_foreigners_again
from barometer.claims.sources.index_parts import with_index_parts
from barometer.claims.sources.interviewing import with_interview
from barometer.claims.sources.outlets import with_outlets_again
from barometer.claims.sources.panels import with_panels
from barometer.claims.sources.publish_lines import with_publish_lines
from barometer.claims.sources.sourcing import with_persons_again, with_quoted
from barometer.claims.tables.bars import with_bars
from barometer.claims.tables.list_heads import with_headed
from barometer.claims.tables.listed import with_listed
from barometer.claims.tables.tabling import with_tables
from barometer.claims.times.days_told import with_days_told
from barometer.claims.times.plans import with_plan_times
from barometer.claims.units.members import with_members
from barometer.claims.units.parcels import with_parcels, with_trips
from barometer.claims.values import Reading


def completed(
    readings: list[Reading], source: str | None, text: str, known: tuple[tuple[Language, Language], Lexicon]
) -> list[Reading]:
    """Give the readings of a text, each with what only the rest of it tells: who speaks, on which days, where, of what.

    `source` is who published it, `known` the languages and the lexicon by which it was read.
    """
    languages, lexicon = known
    english = not all(reading.chinese for reading in readings)
    found = _with_times(_with_speakers(readings, source, english=english), english=english)
    found = with_tables(with_credited(found, text), choose(languages))
    found = with_plan(with_headed(with_bars(with_listed(found, languages, text), languages, text)))
    return _with_places(found, lexicon, english=english)


def _with_speakers(readings: list[Reading], source: str | None, *, english: bool) -> list[Reading]:
    """Give the readings with who speaks in them; some is only told so in a text that is `english` in part."""
    found = with_interview(with_publish_lines(readings, source))
    found = with_bodies_again(with_outlets_again(found) if english else found)
    found = with_quoted(with_foreigners_again(with_panels(found) if english else found))
    return with_index_parts(with_digested(with_declared(with_persons_again(found) if english else found)))


def _with_times(readings: list[Reading], *, english: bool) -> list[Reading]:
    """Give the readings with the days and months that a time named again means."""
    found = with_event_days(with_scene_day(with_week(with_filing(readings))))
    found = with_days_told(with_fair_days(found) if english else found)
    return with_plan_times(with_campaign(found))


def _with_places(readings: list[Reading], lexicon: Lexicon, *, english: bool) -> list[Reading]:
    """Give the readings with the places that the text names, and what is counted by the name of another thing."""
    found = with_named_again(with_villages(without_names(readings, lexicon), lexicon), lexicon)
    if not english:
        return with_parcels(found)
    found = with_parcels(without_firm_names(with_governments(found), lexicon))
    return with_firm_homes(with_members(with_trips(found)))
