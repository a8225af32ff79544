"""Whether two texts are copies of one story: MinHash finds those that may be, the texts themselves decide.

Being a copy does not depend on which text came first, so the stories that it makes do not either.
"""

import hashlib
from collections.abc import Sequence

from rensa import RMinHash

from barometer.search.analysis import analyze

SHINGLE = 4  # tokens that stand together
PERMUTATIONS = 128
BANDS = 32
SEED = 20
COPY = 0.6  # share of shingles that two copies have in common, at least
WITHIN = 0.85  # or share of the shorter text that the longer one contains
SHORT = 12  # a text of fewer shingles is a copy only of its equal


def shingles(text: str) -> frozenset[str]:
    """Give the runs of tokens that a text consists of."""
    tokens = analyze(text).texts
    if len(tokens) <= SHINGLE:
        return frozenset({" ".join(tokens)})
    return frozenset(" ".join(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1))


def bands(parts: frozenset[str]) -> tuple[int, ...]:
    """Give the numbers of which two texts that are copies share at least one, nearly always."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(parts))
    digest: Sequence[int] = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return tuple(_number(band, digest[band * rows : (band + 1) * rows]) for band in range(BANDS))


def are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts tell one story in nearly the same words."""
    shared = len(one & other)
    shorter, longer = sorted((len(one), len(other)))
    if shorter < SHORT:
        return one == other
    return shared / (shorter + longer - shared) >= COPY or shared / shorter >= WITHIN


def _number(band: int, rows: Sequence[int]) -> int:
    digest = hashlib.sha256(f"{band}:{','.join(map(str, rows))}".encode()).digest()
    return int.from_bytes(digest[:7]) >> 4
