"""Building the whole index anew from the record, and letting it answer only when it equals the record."""

from barometer.archive.record import Record
from barometer.errors import IndexBusy
from barometer.ingest.documents import SLICE, all_article_ids, recorded_versions
from barometer.ingest.drain import write_articles
from barometer.search.index import Building, Index, Refusal

ROUNDS = 8


def reindex(record: Record, index: Index) -> tuple[int, list[Refusal]]:
    """Build the whole index anew, beside the one that goes on answering until the new one equals the record.

    Gives how many articles were read, and those that the engine refused. Raises IndexBusy, and leaves the old index as
    it is, where the new one does not become equal.
    """
    done = 0
    refused: dict[int, Refusal] = {}
    with index.rebuild() as fresh:
        for ids in all_article_ids(record):
            refused |= {each.article_id: each for each in write_articles(record, fresh, ids)}
            done += len(ids)
        _settle(record, fresh, refused)
    return done, list(refused.values())


def _settle(record: Record, fresh: Building, refused: dict[int, Refusal]) -> None:
    """Compare a new index with the record, and write again what differs: it changed meanwhile, or was lost.

    What still changes in the last round is in the outbox, and reaches the index that answers as anything new does.
    """
    before: dict[int, int | None] = {}
    for _ in range(ROUNDS):
        differing = _differing(record, fresh, set(refused))
        if not differing:
            return
        stuck = sorted(each for each, version in differing.items() if before.get(each, -1) == version)
        if stuck:
            raise IndexBusy(
                f"the new index does not equal the record, {len(stuck)} articles differ (such as {stuck[0]}); "
                "the old one goes on answering: look at `barometer doctor`, then run barometer reindex again"
            )
        before = differing
        ids = list(differing)
        for first in range(0, len(ids), SLICE):
            again = write_articles(record, fresh, ids[first : first + SLICE])
            refused |= {each.article_id: each for each in again}


def _differing(record: Record, fresh: Building, refused: set[int]) -> dict[int, int | None]:
    """The articles that differ, with their version in the record; None where it has none."""
    there = fresh.versions()
    recorded, owners = recorded_versions(record)
    if not refused and there.digest() == recorded.digest():
        return {}
    differing = {each for each, _ in recorded.articles.items() ^ there.articles.items()}
    claims = {each for each, _ in recorded.claims.items() ^ there.claims.items()}
    differing |= {owners[each] for each in claims if each in owners}
    if claims - owners.keys() and not differing:
        raise IndexBusy("the new index has claims that the record has not; run barometer reindex again")
    return {each: recorded.articles.get(each) for each in sorted(differing - refused)}
