"""Writing articles with their claims to one pair of Elasticsearch indexes, safe to repeat and to reorder.

Elasticsearch compares versions itself (`external_gte`). A document of version v is written as 2v, a removed article and
its claims as 2v + 1, so that they stay removed until a newer version comes. An article keeps the ids of all claims it
ever had: those that a new version lacks become tombstones, also when an earlier try died halfway.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from elasticsearch import Elasticsearch

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.elastic.bulk import Action, send
from barometer.search.elastic.schema import article_body, claim_body, tombstone
from barometer.search.elastic.server import told
from barometer.search.index import Refusal


@dataclass(frozen=True, slots=True)
class Known:
    """What the server has of an article: Elasticsearch's version, and all claims that it ever had."""

    version: int = -1
    claim_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes through a pair of aliases."""

    client: Elasticsearch
    articles: str
    claims: str

    def put(
        self, articles: Sequence[ArticleDocument], claims: Mapping[int, Sequence[ClaimDocument]]
    ) -> tuple[Refusal, ...]:
        """Add or replace articles with their claims. Gives what the server refused, and why."""
        known = self._known(article.id for article in articles)
        fresh = {each.id: each for each in articles if 2 * each.version >= known.get(each.id, Known()).version}
        actions = []
        for article in fresh.values():
            held = claims.get(article.id, ())
            ids = known.get(article.id, Known()).claim_ids | {claim.id for claim in held}
            body = article_body(article, held, ids)
            actions.append(Action(self.articles, str(article.id), 2 * article.version, body))
        outcomes = send(self.client, actions)
        refused = [Refusal(int(each.action.id), each.problem) for each in outcomes if each.problem]
        kept = [fresh[int(each.action.id)] for each in outcomes if each.kept]
        return (*refused, *self._put_claims(kept, claims, known))

    def _put_claims(
        self,
        articles: Iterable[ArticleDocument],
        claims: Mapping[int, Sequence[ClaimDocument]],
        known: Mapping[int, Known],
    ) -> list[Refusal]:
        actions: list[Action] = []
        owners: dict[str, int] = {}
        for article in articles:
            held = {claim.id: claim for claim in claims.get(article.id, ())}
            stale = known.get(article.id, Known()).claim_ids - held.keys()
            owners |= dict.fromkeys((*held, *stale), article.id)
            actions += [Action(self.claims, name, 2 * article.version, claim_body(held[name])) for name in held]
            actions += self._gone(stale, article.version, 2 * article.version)
        outcomes = send(self.client, actions)
        return [
            Refusal(owners[each.action.id], f"claim {each.action.id}: {each.problem}")
            for each in outcomes
            if each.problem
        ]

    def remove(self, versions: Mapping[int, int]) -> dict[int, int]:
        """Leave of these articles and their claims tombstones only. Gives the versions that count as removed."""
        known = self._known(versions)
        articles: list[Action] = []
        claims: list[Action] = []
        for article_id, given in versions.items():
            here = known.get(article_id, Known())
            version = max(given, here.version // 2)
            body = tombstone(version, here.claim_ids)
            articles.append(Action(self.articles, str(article_id), 2 * version + 1, body))
            claims += self._gone(here.claim_ids, version, 2 * version + 1)
        send(self.client, claims)
        send(self.client, articles)
        return {int(each.id): each.version // 2 for each in articles}

    def _gone(self, claim_ids: Iterable[str], version: int, written: int) -> list[Action]:
        return [Action(self.claims, name, written, tombstone(version)) for name in sorted(claim_ids)]

    def _known(self, article_ids: Iterable[int]) -> dict[int, Known]:
        """What is there of these articles, read in real time, not as of the last refresh."""
        wanted = [str(article_id) for article_id in article_ids]
        if not wanted:
            return {}
        with told():
            found = self.client.mget(index=self.articles, ids=wanted, source_includes=["claim_ids"])["docs"]
        return {
            int(each["_id"]): Known(each["_version"], frozenset(each["_source"].get("claim_ids", ())))
            for each in found
            if each.get("found")
        }
