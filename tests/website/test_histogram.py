import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from barometer.website.histogram import HEIGHT, MOST_BARS, histogram

dates = st.dates() | st.dates(date(2023, 1, 1), date(2025, 12, 31)) | st.dates(date(2025, 1, 1), date(2025, 1, 31))
days = st.lists(st.tuples(dates.map(date.isoformat), st.integers(1, 1000)), unique_by=lambda pair: pair[0])


@given(days)
def test_bars_are_few_in_order_within_the_box_and_lose_nothing_recent(pairs):
    bars = histogram(pairs)
    assert len(bars) <= MOST_BARS
    assert bool(bars) == bool(pairs)
    for bar, following in itertools.pairwise(bars):
        assert bar.after < bar.before <= following.after
    for number, bar in enumerate(bars):
        assert number <= bar.x < bar.x + bar.width <= number + 1
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT + 0.01
        counted = sum(count for day, count in pairs if bar.after <= date.fromisoformat(day) < bar.before)
        if bar.before < date.max:
            assert bar.count == counted


def test_days_then_months_then_years():
    start = date(2025, 1, 1)

    def labels(last: int) -> list[str]:
        return [bar.label for bar in histogram([(start.isoformat(), 1), ((start + timedelta(last)).isoformat(), 2)])]

    assert labels(2) == ["2025-01-01", "2025-01-02", "2025-01-03"]
    assert labels(40) == ["2025-01", "2025-02"]
    assert labels(1400)[0] == "2025"
    assert [bar.count for bar in histogram([("2025-01-01", 3), ("2025-01-02", 4), ("2025-03-01", 5)])] == [7, 0, 5]
    assert histogram([]) == ()
