"""Publish times in the forms that sites print; what is no publish time is None."""

import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.articles.times import date_in_url, parse_time
from barometer.model import Precision

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 15, 30, tzinfo=BEIJING)
CASES = Path(os.environ.get("BAROMETER_SHARED", "../shared")) / "corpora" / "date-formats" / "dates.jsonl"
# The corpus calls these precise to the second; no second is printed in any of them.
NO_SECOND_PRINTED = 7


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2026年03月05日21:09 | 来源：某报", "2026-03-05T21:09:00", Precision.MINUTE),
        ("二〇二六年三月二十五日", "2026-03-25T00:00:00", Precision.DAY),
        (
            "Published: Mar 5, 2026 09:37 PM Updated: Mar 6, 2026 01:00 AM",
            "2026-03-05T21:37:00",
            Precision.MINUTE,
        ),
        ("更新：2026-03-07 08:00 发布时间：2026-03-05 21:09:16", "2026-03-05T21:09:16", Precision.SECOND),
        ("2026-03-05T13:09:16Z", "2026-03-05T21:09:16", Precision.SECOND),
        ("5 March 2026 at 21.09", "2026-03-05T21:09:00", Precision.MINUTE),
        ("Posted 5 March 2026, 9.09 pm", "2026-03-05T21:09:00", Precision.MINUTE),
        ("2026-03-05 12.50元起", "2026-03-05T00:00:00", Precision.DAY),
        ("2026-03-05 21.50%", "2026-03-05T00:00:00", Precision.DAY),
        ("昨天 23:58", "2026-11-23T23:58:00", Precision.MINUTE),
        ("12月31日 18:12", "2025-12-31T18:12:00", Precision.MINUTE),
        ("1772716156", "2026-03-05T21:09:16", Precision.SECOND),
    ],
)
def test_reads(text, expected, precision):
    moment = parse_time(text, NOW, "Asia/Shanghai")
    assert moment is not None
    assert (moment.when, moment.precision) == (datetime.fromisoformat(expected).replace(tzinfo=BEIJING), precision)


@pytest.mark.parametrize(
    "text",
    ["", "暂无", "2026-02-30", "2036-01-01", "03/04/2026", "浏览次数：20260129", "2026-01-29 至 2026-02-05", "0"],
)
def test_is_no_publish_time(text):
    assert parse_time(text, NOW, "Asia/Shanghai") is None


def test_a_source_says_how_its_all_digit_dates_are_written():
    day_first = parse_time("Post Time:03/04/2026", NOW, "Asia/Shanghai", "DMY")
    assert day_first is not None
    assert day_first.when.date().isoformat() == "2026-04-03"


def test_the_zone_of_the_text_wins_over_that_of_the_source():
    moment = parse_time("January 29, 2026 2:08 AM EST", NOW, "Asia/Shanghai")
    assert moment is not None
    assert moment.when == datetime(2026, 1, 29, 15, 8, tzinfo=BEIJING)


@given(st.text(alphabet="0123456789-/.:年月日时分 TZAMPamp+JanFeb昨天前小", max_size=40))
def test_never_raises_and_never_gives_a_future_or_an_ancient_time(text):
    moment = parse_time(text, NOW, "Asia/Shanghai")
    if moment is not None:
        assert moment.when.tzinfo is not None
        assert moment.when <= NOW + timedelta(days=1)
        assert moment.when.year >= 1989


@given(st.datetimes(datetime.fromisoformat("1995-01-01"), datetime.fromisoformat("2026-11-01")))
def test_what_is_printed_is_read_back(when):
    at_minute = when.replace(second=0, microsecond=0, tzinfo=BEIJING)
    for form in ("%Y-%m-%d %H:%M", "%Y年%m月%d日%H:%M", "%b %d, %Y %I:%M %p", "%H:%M, %B %d, %Y", "%Y/%m/%d %H:%M"):
        moment = parse_time(at_minute.strftime(form), NOW, "Asia/Shanghai")
        assert moment is not None, form
        assert moment.when == at_minute, form


@pytest.mark.skipif(not CASES.exists(), reason=f"no {CASES}: set BAROMETER_SHARED")
def test_reads_the_forms_of_the_corpus():
    wrong, coarser = [], 0
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        now = datetime.fromisoformat(case["reference_now"]) if case["reference_now"] else NOW
        read = date_in_url if case["text"].startswith("http") else parse_time
        moment = read(case["text"], now, "Asia/Shanghai")
        if moment is None or case["expected_iso"] is None:
            if moment is not None or case["expected_iso"] is not None:
                wrong.append(case["text"])
            continue
        given_text = moment.when.astimezone(BEIJING).isoformat()
        approximate = case["precision"] in {"month", "hour"} and ("前" in case["text"] or "ago" in case["text"])
        if not given_text.startswith(case["expected_iso"]) and not approximate:
            wrong.append((case["text"], given_text))
        coarser += moment.precision != case["precision"]
    assert wrong == []
    assert coarser == NO_SECOND_PRINTED
