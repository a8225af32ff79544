"""Faults in the claims core are noticed by the tests: at least 85 of 100 of them."""

import random
from collections import Counter
from collections.abc import Callable

from tests.proofs.mutation import Mutant, apply, mutants, survivors
from tests.proofs.noticing import Watch

CORE = (
    "carrying",
    "case",
    "claimable",
    "comparison",
    "engine",
    "entering",
    "headline",
    "identity",
    "kinds",
    "noting",
    "opening",
    "reporting",
    "roles",
    "roles_taken_over",
    "around_numbers",
    "sharing",
    "standing",
    "untensed",
    "english.set_against",
    "indicators.measuring",
    "indicators.resolver",
    "places.carried",
    "places.ground",
    "places.placing",
    "places.taxing",
    "sources.crediting",
    "sources.publish_lines",
    "sources.sourcing",
    "tables.bars",
    "tables.tabling",
    "text.layout",
    "times.ahead",
    "times.calendar",
    "times.carried",
    "times.choice",
    "times.going_on",
    "times.meaning",
    "times.reaching_back",
    "times.timeless",
    "times.timing",
    "units.currency",
    "units.joining",
    "units.left_out",
    "units.lending",
    "units.parcels",
    "units.ranges",
    "revising",
    "bracketed",
    "digests",
    "basing",
    "planning",
    "numbers",
    "periods",
    "times.year_before",
    "times.days_told",
    "times.milestones",
    "times.plans",
    "sources.telling_on",
    "sources.index_parts",
    "sources.bodies",
    "sources.declared",
    "sources.handing_on",
    "sources.interviewing",
    "sources.panels",
    "places.of_sources",
    "places.behind",
    "places.buyers",
    "places.firm_homes",
    "units.set_beside",
    "units.members",
    "tables.list_heads",
    "tables.listed",
    "resuming",
    "places.carriage",
    "places.told_there",
    "times.of_now",
    "times.guests",
    "times.otherwise",
    "units.of_those",
    "sources.foreigners",
    "sources.outlets",
    "completing",
    "replacing",
    "text.script",
)
MODULES = tuple(f"barometer.claims.{name}" for name in CORE)
MOST = 2_000
SEED = 20260301
LEAST = 0.85


def test_faults_are_noticed(times: Callable[[int], int]) -> None:
    every = [mutant for module in MODULES for mutant in mutants(module)]
    watch = Watch(MODULES)

    def notices_nothing(_: Mutant) -> bool:
        for module in MODULES:
            apply(Mutant(module, -1))
        return watch.notices_anything()

    sound = [Mutant(MODULES[0], -1)]
    assert survivors(sound, notices_nothing) == sound, "tests fail without any fault"
    chosen = random.Random(SEED).sample(every, min(len(every), times(MOST)))
    alive = survivors(chosen, watch.notices)
    by_module = Counter(mutant.module for mutant in chosen)
    left = Counter(mutant.module for mutant in alive)
    for module, count in sorted(by_module.items()):
        print(f"{module:32} {count - left[module]:4} of {count:4} noticed")
    score = 1 - len(alive) / len(chosen)
    print(f"mutation score {score:.3f}: {len(chosen) - len(alive)} of {len(chosen)} noticed, of {len(every)} in all")
    for mutant in sorted(alive, key=str):
        if not watch.reaches(mutant):
            print(f"  nothing reaches {mutant}")
    assert score >= LEAST
