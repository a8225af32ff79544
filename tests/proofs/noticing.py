"""Says whether a fault in the claims core is noticed: by the corpus, by the gold, or by a unit test.

What reaches which line is recorded once, without a fault; then only the texts and unit tests that run through the line
of a fault are tried, the short ones first. The readings of the texts are kept, for most faults lie behind them.
"""

import os
import pickle
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import pytest

from barometer.claims import engine, extract
from barometer.claims.lexicon import load_lexicon, resolver
from barometer.claims.values import Reading
from barometer.model import Claim
from tests.claims import corpus_file, gold_file
from tests.proofs.mutation import Mutant, file_of, limited
from tests.proofs.reach import Line, lines_of

TESTS = Path(__file__).parents[1]
_FILES = [str(TESTS / "claims"), str(TESTS / "ingest" / "test_identity.py")]
_LEFT_OUT = ("test_corpus.py", "test_gold.py", "test_own_gold.py", "test_any_text.py", "test_linear.py")
"""Tests of the same texts, of any text, and of cost."""
_OPTIONS = ["-q", "-p", "no:cacheprovider", "-k", "not cost and not no_text_raises"]
_OPTIONS += [f"--ignore-glob=*/{name}" for name in _LEFT_OUT]
_SECONDS = 5  # of a text, or a test

Made = TypeVar("Made")
Verdict = tuple[frozenset[str], frozenset[str]]
"""What is right of the claims of a text, and what is wrong."""


@dataclass(frozen=True)
class Example:
    """A text whose claims are known."""

    name: str
    text: str
    published: date
    source: str | None
    judge: Callable[[list[Claim]], Verdict]

    def verdict(self) -> Verdict:
        """Read the text and judge its claims."""
        claims = extract(self.text, self.published, self.source)
        right, wrong = self.judge(claims)
        return right, wrong | frozenset(_unsound(self.text, claims))


def examples() -> Iterator[Example]:
    """Give the sentences of the corpus and the gold."""
    for item in corpus_file.items():
        yield Example(item.name, item.text, item.published, item.source, _by_corpus(item))
    for name in gold_file.FILES:
        for gold in gold_file.items(name):
            yield Example(gold.id, gold.text, gold.published, gold.source, _by_gold(gold))


def _by_corpus(item: corpus_file.Item) -> Callable[[list[Claim]], Verdict]:
    return lambda claims: (frozenset(), frozenset(corpus_file.differences(item, claims)))


def _by_gold(item: gold_file.Item) -> Callable[[list[Claim]], Verdict]:
    def judge(claims: list[Claim]) -> Verdict:
        paired = gold_file.pairs(item.claims, claims)
        right = {
            f"{one} {field}"
            for one, other in paired
            for field in gold_file.right_fields(item.claims[one], claims[other])
        }
        left = set(range(len(claims))) - {other for _, other in paired}
        return frozenset(right), frozenset(f"no claim at {claims[index].start}" for index in left)

    return judge


def _unsound(text: str, claims: list[Claim]) -> Iterator[str]:
    """Give what may never be, whatever the text (`test_any_text.py`)."""
    for claim in claims:
        if text[claim.start : claim.end] != claim.quote or not claim.start <= claim.numeral_start < claim.end:
            yield f"quote at {claim.start}"
        if (claim.direction is not None) != (claim.kind == "change") and claim.kind != "multiple":
            yield f"direction at {claim.start}"
        if claim.comparison is not None and claim.kind not in {"change", "multiple"}:
            yield f"comparison at {claim.start}"
        for reason in claim.reasons:
            if not 0 <= reason.start <= reason.end <= len(text):
                yield f"reason of {reason.field} at {claim.start}"


class Watch:
    """The examples and unit tests, and which of them reach which line of the modules watched."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        """Record what reaches which line."""
        self._files = frozenset(file_of(module) for module in modules)
        self._examples = sorted(examples(), key=lambda example: len(example.text))
        self._readings: dict[tuple[str, date | None], list[Reading]] = {}
        self._by_line: dict[Line, list[int]] = defaultdict(list)
        self._in_reading: set[Line] = set()
        self._verdicts = [self._traced(number) for number in range(len(self._examples))]
        with lines_of(self._files) as self._loading:
            _clear_caches()
            resolver(load_lexicon())
        self._tests = _in_a_process(self._traced_tests)
        with Path(os.devnull).open("w") as nothing, redirect_stdout(nothing):
            pytest.main(["--collect-only", *_OPTIONS, *_FILES])  # imported once, for all processes to come

    def notices(self, mutant: Mutant) -> bool:
        """Say whether the fault that is in place is noticed."""
        line = (file_of(mutant.module), mutant.line)
        if line in self._loading:
            _clear_caches()
        with nullcontext() if line in self._in_reading else self._kept_readings():
            if any(map(self._differs, self._by_line.get(line, ()))):
                return True
        return _fails(self._tests.get(line, set()) | (self._own(mutant.module) if line in self._loading else set()))

    def notices_anything(self) -> bool:
        """Say whether any example or unit test fails."""
        return any(map(self._differs, range(len(self._examples)))) or _fails(set().union(*self._tests.values()))

    def _own(self, module: str) -> set[str]:
        """Give the tests of a module by its name, for what is loaded once is reached by the first test of all."""
        file = f"/test_{module.rpartition('.')[2]}.py::"
        return {name for names in self._tests.values() for name in names if file in name}

    def reaches(self, mutant: Mutant) -> bool:
        """Say whether anything runs through the line of a fault."""
        line = (file_of(mutant.module), mutant.line)
        return line in self._by_line or line in self._tests

    def _differs(self, number: int) -> bool:
        limited(_SECONDS)
        right, wrong = self._examples[number].verdict()
        before, known = self._verdicts[number]
        return not right >= before or not wrong <= known

    def _traced(self, number: int) -> Verdict:
        example = self._examples[number]
        with lines_of(self._files) as reading:
            readings = engine.read(example.text, example.published, load_lexicon())
        self._in_reading |= reading
        self._readings[example.text, example.published] = readings
        with self._kept_readings(), lines_of(self._files) as deciding:
            verdict = example.verdict()
        for line in reading | deciding:
            self._by_line[line].append(number)
        return verdict

    @contextmanager
    def _kept_readings(self) -> Iterator[None]:
        with patch.object(engine, "read", lambda text, published, _: list(self._readings[text, published])):
            yield

    def _traced_tests(self) -> dict[Line, set[str]]:
        traced = _Traced(self._files)
        assert pytest.main([*_OPTIONS, *_FILES], plugins=[traced]) == 0
        return dict(traced.tests)


class _Traced:
    def __init__(self, files: frozenset[str]) -> None:
        self.tests: dict[Line, set[str]] = defaultdict(set)
        self._files = files

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        with lines_of(self._files) as lines:
            result = yield
        for line in lines:
            self.tests[line].add(item.nodeid)
        return result


class _Chosen:
    def __init__(self, names: set[str]) -> None:
        self._names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self._names]

    def pytest_runtest_setup(self) -> None:
        limited(_SECONDS)


def _fails(names: set[str]) -> bool:
    if not names:
        return False
    limited(2 * _SECONDS)
    files = sorted({str(TESTS.parent / name.partition("::")[0]) for name in names})
    return pytest.main(["-x", *_OPTIONS, *files], plugins=[_Chosen(names)]) != 0


def _clear_caches() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("barometer.claims"):
            for value in list(vars(module).values()):
                if getattr(value, "__module__", "").startswith("barometer.claims") and hasattr(value, "cache_clear"):
                    value.cache_clear()


def _in_a_process(work: Callable[[], Made]) -> Made:
    """Give what a piece of work makes in a process of its own, so that its traces are no part of this one."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            os.close(reader)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            made = work()
            with os.fdopen(writer, "wb") as file:
                pickle.dump(made, file)
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        content = file.read()
    _, status = os.waitpid(pid, 0)
    assert status == 0, "the unit tests fail without any fault"
    return pickle.loads(content)
