from datetime import date, time, timedelta

import pytest

from barometer.errors import SourceError
from barometer.sources import load_sources
from barometer.sources.schedule import Cron, Every, parse_quiet, parse_schedule


@pytest.mark.parametrize(
    ("text", "interval"),
    [("every 30m", timedelta(minutes=30)), ("every 6h", timedelta(hours=6)), ("every 2d", timedelta(days=2))],
)
def test_intervals(text, interval):
    assert parse_schedule(text) == Every(interval)


def test_daily_is_every_day_at_one_time():
    rule = parse_schedule("daily at 08:05")
    assert isinstance(rule, Cron)
    assert (rule.hours, rule.minutes) == ((8,), (5,))
    assert all(rule.falls_on(date(2025, 1, 1) + timedelta(days=number)) for number in range(400))


def test_cron_weekdays_count_from_sunday_and_may_be_named():
    by_number, by_name = parse_schedule("cron 0 8 * * 1-5"), parse_schedule("cron 0 8 * * mon-fri")
    assert by_number == by_name
    assert by_number.falls_on(date(2025, 6, 2))  # a Monday
    assert not by_number.falls_on(date(2025, 6, 1))  # a Sunday
    assert parse_schedule("cron 0 8 * * 7") == parse_schedule("cron 0 8 * * sun")


def test_cron_lists_ranges_and_steps():
    rule = parse_schedule("cron */20,5 8-10/2 1,15 jan-mar *")
    assert rule.minutes == (0, 5, 20, 40)
    assert rule.hours == (8, 10)
    assert rule.falls_on(date(2025, 3, 15))
    assert not rule.falls_on(date(2025, 4, 15))


def test_cron_with_both_kinds_of_days_takes_either():
    rule = parse_schedule("cron 0 0 13 * fri")
    assert rule.falls_on(date(2025, 6, 13))
    assert rule.falls_on(date(2025, 6, 6))  # a Friday, not the 13th
    assert rule.falls_on(date(2025, 5, 13))  # the 13th, a Tuesday
    assert not rule.falls_on(date(2025, 5, 14))


@pytest.mark.parametrize(
    "text",
    [
        "every 0h",
        "every h",
        "hourly",
        "daily at 25:00",
        "cron * * * *",
        "cron 60 * * * *",
        "cron 0 8 31 2 *",
        "cron 0 8-6 * * *",
        "cron */0 * * * *",
        "cron 1--3 * * * *",
        "cron 0 8 * * someday",
        "cron 0 99999999999999999999 * * *",
    ],
)
def test_what_is_no_schedule_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match=r"\w+ .+"):
        parse_schedule(text)


def test_quiet_hours_go_over_midnight():
    quiet = parse_quiet("23:00-06:30")
    assert quiet.holds(time(23, 0))
    assert quiet.holds(time(6, 29))
    assert not quiet.holds(time(6, 30))
    assert not parse_quiet("").holds(time(3))
    with pytest.raises(ValueError, match="begin and end together"):
        parse_quiet("06:00-06:00")


def test_a_wrong_schedule_is_told_with_its_line(tmp_path):
    (tmp_path / "one.yaml").write_text(
        "name: {zh: 一, en: One}\npublisher: state\nlanguage: zh\narticles: ['x']\nschedule: cron 99 * * * *\n"
    )
    with pytest.raises(SourceError, match=r"one\.yaml:5: schedule: cron: the minute '99' is not from 0 to 59"):
        load_sources(tmp_path)
